import { isOn } from '../../options.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { loadYaml } from './documents.ts';
import { Dialect } from './grammar.ts';
import { readKustomize } from './kustomize.ts';
import { KUBECTL_OPTIONS } from './options-table.ts';

/** `kustomize build` takes what `kubectl kustomize` takes, and a few options more; so kubectl's line is used for both. */
const BUILD = /^kustomize\|(.*)$/m.exec(KUBECTL_OPTIONS)?.[1] ?? '|||';

/** The other commands, from the command reference of kustomize 5.6. */
const OPTIONS = `
*|--stack-trace -h/--help|||
build|--enable-exec --enable-star ${BUILD.replace('|', '|--reorder ')}
completion||||
create|--autodetect --recursive|--annotations --labels --nameprefix --namespace --namesuffix --resources||
edit||||
edit add||||
edit fix|--vars|||
edit remove||||
edit set||||
localize|--no-verify|--scope||
version|--short|-o/--output||
`;

const KUSTOMIZE = new Dialect([OPTIONS], []);

/** kustomize as a program of its own. */
export const reader: Reader = { names: ['kustomize'], prepare: loadYaml, read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const parsed = KUSTOMIZE.parse(argv);
  const { path, found, operands } = parsed;
  if (path === undefined) return { actions: [unknownAction('kustomize', argv[1] ?? '?')] };
  // `edit add resource x --flag`: what is changed is known, how is not; the file is the same whatever the options are.
  const doubts = path.startsWith('edit ') ? [] : doubtsOf(found);
  if (path === '' || path === 'help' || isOn(found, 'help') || /^(version|completion|edit)$/.test(path)) {
    const actions = [act('kustomize', path || 'help', ['read'])];
    return path === 'edit' && operands.length > 0
      ? { actions: [unknownAction('kustomize', 'edit')] }
      : withDoubt({ actions }, doubts);
  }
  if (path === 'build') {
    const output = found.options.get('output')?.at(-1);
    const built = readKustomize('kustomize', 'build', parsed, context);
    const file = output === undefined || output === '-' ? [] : [written('build', output, context)];
    return withDoubt({ ...built, actions: [...built.actions, ...file], pins: PINS }, doubts);
  }
  if (path === 'localize') {
    const target = operands[1] ?? '.';
    return withDoubt(
      { actions: [act('kustomize', path, ['write', 'execute'], { resource: fileAt(target, context.cwd) })] },
      doubts,
    );
  }
  return withDoubt({ actions: [written(path, 'kustomization.yaml', context)] }, doubts);
}

const PINS = ['KUSTOMIZE_PLUGIN_HOME'] as const;

function written(operation: string, path: string, context: ReadContext) {
  return act('kustomize', operation, ['write'], { resource: fileAt(path, context.cwd) });
}
