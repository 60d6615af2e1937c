import { EffectTable } from '../../effect-table.ts';

/**
 * What each command of helm does. Values and manifests of a release hold whatever passwords it was installed with, so
 * `get values` and `get manifest` reveal secrets. Tests and plugin hooks are programs. `diff` is the plugin databus23/helm-diff,
 * which masks secrets unless told otherwise.
 */
export const EFFECTS = new EffectTable(`
read: completion | completion bash | completion fish | completion powershell | completion zsh | env | version | help
read: dependency list | get hooks | get metadata | get notes | history | lint | list | plugin list | plugin verify
read: repo list | search hub | search repo | show all | show chart | show crds | show readme | show values
read: status | template | verify
read: diff | diff local | diff release | diff revision | diff rollback | diff upgrade | diff version
read+secret: get all | get manifest | get values
write: create | dependency build | dependency update | package | plugin package | pull
write: install | upgrade | rollback | push
write: repo add | repo index | repo remove | repo update | registry logout | plugin uninstall
write+execute: plugin install | plugin update | test
privilege: registry login
destroy: uninstall
`);

/** The name in the reference for every other spelling. */
const NAMES: Readonly<Record<string, string>> = {
  dep: 'dependency',
  hist: 'history',
  ls: 'list',
  fetch: 'pull',
  inspect: 'show',
  del: 'uninstall',
  up: 'update',
  rm: 'remove',
};

export function canonical(path: string): string {
  const [first = '', second] = path.split(' ');
  if (first === 'help') return 'help';
  const command = NAMES[first] ?? first;
  if (second === undefined) return command;
  const renamed = NAMES[second] ?? second;
  if (first === 'plugin' && renamed === 'add') return 'plugin install';
  if (first === 'plugin' && renamed === 'remove') return 'plugin uninstall';
  return `${command} ${renamed}`;
}
