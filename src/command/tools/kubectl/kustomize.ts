import type { Effect } from '../../action.ts';
import { isOn, optionValue, type Scan } from '../../options.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import type { Parsed } from './grammar.ts';
import { Kustomizations } from './kustomization.ts';
import { Collected } from './manifests.ts';

/** Options that start programs: functions, plugins, helm. */
const STARTING = ['enable-helm', 'enable-alpha-plugins', 'enable-exec', 'enable-star', 'network'];

/** `kubectl kustomize DIR`, `kustomize build DIR`: prints manifests made of local files, and of what those lead to. */
export function readKustomize(
  tool: string,
  operation: string,
  { found, operands }: Parsed,
  context: ReadContext,
): Reading {
  const all = new Collected(context);
  const followed = new Kustomizations(all);
  const directory = operands[0] ?? '.';
  followed.read(directory);
  const effects: Effect[] = ['read'];
  if (followed.secrets) effects.push('secret');
  // A base that lies elsewhere is cloned by git.
  if (followed.fetches || starts(found)) effects.push('execute');
  const helm = optionValue(found, 'helm-command');
  if ((helm !== undefined && helm !== 'helm') || found.options.has('mount')) effects.push('unknown');
  const resource = followed.fetches ? { url: directory } : fileAt(directory, context.cwd);
  return { actions: [act(tool, operation, effects, { resource })], inputs: all.inputs, notes: all.notes };
}

function starts(found: Scan): boolean {
  return found.options.has('helm-command') || STARTING.some((name) => isOn(found, name));
}
