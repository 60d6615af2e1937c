import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { optionValue, type Scan } from '../../options.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fields, fileAt, unknownAction } from '../../reading.ts';

/** What the programs beside the shell do: dumps, imports, files in GridFS, statistics. */
export function toolActions(tool: string, found: Scan, scope: Scope, { cwd }: ReadContext): readonly Action[] {
  const has = (name: string): boolean => found.options.has(name);
  const resource: Resource = fields({
    kind: optionValue(found, 'collection') === undefined ? 'database' : 'collection',
    name: optionValue(found, 'collection') ?? optionValue(found, 'db') ?? scope['database'],
  });
  const at = (effects: readonly Effect[]): Action => act(tool, tool, effects, { scope, resource });
  const local = (path: string | undefined, effect: Effect): readonly Action[] =>
    path === undefined || path === '' || path === '-'
      ? []
      : [act(tool, effect === 'read' ? 'input' : 'output', [effect], { resource: fileAt(path, cwd) })];
  const operand = found.positionals.find((word) => !word.includes('://'));
  switch (tool) {
    case 'mongodump': {
      const archive = optionValue(found, 'archive');
      return [at(['export']), ...local(archive ?? optionValue(found, 'out') ?? 'dump', 'write')];
    }
    case 'mongoexport':
      return [at(['export']), ...local(optionValue(found, 'out'), 'write')];
    case 'mongorestore': {
      const source = optionValue(found, 'archive') ?? optionValue(found, 'dir') ?? operand;
      if (has('dryRun')) return [at(['read']), ...local(source, 'read')];
      const effects: Effect[] = has('drop') ? ['write', 'destroy'] : ['write'];
      if (has('restoreDbUsersAndRoles')) effects.push('privilege');
      return [at(effects), ...local(source, 'read')];
    }
    case 'mongoimport': {
      const deletes = has('drop') || optionValue(found, 'mode') === 'delete';
      return [at(deletes ? ['write', 'destroy'] : ['write']), ...local(optionValue(found, 'file') ?? operand, 'read')];
    }
    case 'mongostat':
    case 'mongotop':
      return [at(['read'])];
    case 'bsondump':
      return [
        ...local(optionValue(found, 'bsonFile') ?? operand, 'read'),
        ...local(optionValue(found, 'outFile'), 'write'),
        act(tool, tool, ['read']),
      ];
    case 'mongofiles':
      return gridFiles(tool, found, at, local);
    default:
      return [unknownAction(tool, tool, { scope })];
  }
}

/** `mongofiles put photo.jpg`: files kept in the database. */
function gridFiles(
  tool: string,
  found: Scan,
  at: (effects: readonly Effect[]) => Action,
  local: (path: string | undefined, effect: Effect) => readonly Action[],
): readonly Action[] {
  const [verb, name] = found.positionals.filter((word) => !word.includes('://'));
  const path = optionValue(found, 'local') ?? name;
  switch (verb) {
    case 'list':
    case 'search':
      return [at(['read'])];
    case 'get':
    case 'get_id':
    case 'get_regex':
      return [at(['export']), ...local(path, 'write')];
    case 'put':
    case 'put_id':
      return [at(found.options.has('replace') ? ['write', 'destroy'] : ['write']), ...local(path, 'read')];
    case 'delete':
    case 'delete_id':
      return [at(['destroy'])];
    default:
      return [unknownAction(tool, verb ?? tool)];
  }
}
