import type { Input, ReadContext } from '../../reader.ts';
import { inputOf } from '../../reading.ts';
import { at, parseYaml, text } from './documents.ts';

/** What the preferences in `~/.kube/kuberc` do to a command. kubectl heeds them by default since 1.34. */
export interface Preferences {
  readonly inputs: readonly Input[];
  readonly doubts: readonly string[];
}

const NONE: Preferences = { inputs: [], doubts: [] };

/** Options given by default change what a command does without standing in its line: `delete` in all namespaces. */
export function preferencesFor(path: string, context: ReadContext): Preferences {
  if (context.home === '' || context.elsewhere === true) return NONE;
  const file = `${context.home}/.kube/kuberc`;
  const snapshot = context.files.read(file);
  if (snapshot === undefined) return NONE;
  const content = snapshot.bytes && parseYaml(snapshot.bytes);
  const lists = [at(content, 'defaults'), at(content, 'overrides')].filter(Array.isArray).flat();
  const changed = content === undefined || lists.some((entry) => text(at(entry, 'command')) === path);
  return {
    inputs: [inputOf('kuberc', file, snapshot)],
    doubts: changed ? [`${file} gives options to ${path}`] : [],
  };
}
