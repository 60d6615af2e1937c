import type { Action } from '../../action.ts';
import type { ReadContext } from '../../reader.ts';

/**
 * True when a file may hold something else by the time it is read as code: an earlier command of the line, or something
 * that this very client did before, wrote files or ran programs.
 */
export function disturbed(context: ReadContext, before: readonly Action[]): boolean {
  return (
    context.changed === true ||
    before.some(({ effects, resource }) => {
      if (effects.includes('execute')) return true;
      return (
        resource['path'] !== undefined && resource.kind !== 'database' && effects.some((effect) => effect !== 'read')
      );
    })
  );
}
