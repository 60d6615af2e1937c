import type { Action } from '../../action.ts';
import { optionValue, UNRESOLVED } from '../../options.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fields, fileAt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { templateFile } from './effects.ts';
import type { Parsed } from './grammar.ts';

/** Options that name a file or directory of this machine that the command writes. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'cluster-info dump': ['output-directory'],
  kustomize: ['output'],
};

/** What a command does to files of this machine beside its own purpose. */
export function localFiles(tool: string, { path = '', found }: Parsed, context: ReadContext): readonly Action[] {
  const actions: Action[] = [];
  const write = (file: string) => {
    if (file === '-' || file === '/dev/stdout') return;
    actions.push(act(tool, path, ['write'], { resource: fileAt(file, context.cwd) }));
  };
  for (const name of WRITTEN[path] ?? []) {
    const file = optionValue(found, name);
    if (file !== undefined) write(file);
  }
  // `debug --profile` is another option of that name.
  const profile = path === 'debug' ? undefined : optionValue(found, 'profile');
  if (profile !== undefined && profile !== 'none' && profile !== '')
    write(optionValue(found, 'profile-output') ?? 'profile.pprof');
  const template = templateFile(found);
  if (template !== undefined) actions.push(act(tool, path, ['read'], { resource: fileAt(template, context.cwd) }));
  return actions;
}

/** One side of a copy: `pod:path`, `namespace/pod:path`, or a path of this machine. */
export interface Side {
  readonly pod?: string;
  readonly namespace?: string;
  readonly path: string;
}

export function sideOf(operand: string): Side {
  const colon = operand.indexOf(':');
  if (colon < 0 || operand.startsWith('/') || operand.startsWith('.')) return { path: operand };
  const [first = '', second] = operand.slice(0, colon).split('/');
  const path = operand.slice(colon + 1);
  return second === undefined ? { pod: first, path } : { namespace: first, pod: second, path };
}

/** Copies into a pod change it; copies out of one take data away and write it here. */
export function readCopy(
  tool: string,
  operation: string,
  parsed: Parsed,
  scope: Action['scope'],
  context: ReadContext,
) {
  const [from, to, ...more] = parsed.operands.map(sideOf);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  if ((from.pod === undefined) === (to.pod === undefined) && !parsed.operands.some((one) => one.includes(UNRESOLVED)))
    return undefined;
  const inward = to.pod !== undefined;
  const side = inward ? to : from;
  const resource = fields({
    kind: 'pod',
    name: side.pod,
    namespace: side.namespace ?? scope['namespace'],
    direction: inward ? 'to' : 'from',
  });
  const here = inward ? from.path : to.path;
  const file = fileAt(here, context.cwd);
  return [
    act(tool, operation, inward ? ['write'] : ['read', 'export'], { resource, scope }),
    inward
      ? act(tool, operation, namesSecretFile(here) ? ['read', 'secret', 'export'] : ['read'], { resource: file })
      : act(tool, operation, ['write'], { resource: file }),
  ];
}
