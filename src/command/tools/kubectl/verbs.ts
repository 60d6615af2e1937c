import type { Effect } from '../../action.ts';

/** What a command of kubectl does, and where its operands name objects. */
export interface Verb {
  readonly effects: readonly Effect[];
  /** `typed`: `TYPE NAME...` or `TYPE/NAME`; a kind: every operand is a name of that kind; `none`: not objects. */
  readonly operands: 'typed' | 'none' | 'first' | (string & {});
  /** It only works on this machine: no cluster, no credentials. */
  readonly local?: boolean;
}

/** Lines of `effects: operands: command | command`; a star behind the effects marks what stays on this machine. */
const VERBS = table(`
read: typed: get | describe | diff | wait | apply view-last-applied | rollout history | rollout status
read: none: explain | events | api-resources | api-versions | cluster-info | version | auth | auth can-i | auth whoami
read: none: top | set | rollout | certificate | alpha
read: node: top node
read: pod: logs | top pod
read*: none: options | completion | plugin | plugin list | kustomize
read*: none: config | config current-context | config get-clusters | config get-contexts | config get-users | config view
write*: none: config delete-cluster | config delete-context | config delete-user | config rename-context
write*: none: config set-context | config unset | config use-context
write+privilege*: none: config set | config set-cluster | config set-credentials
read+export: none: cluster-info dump
write: none: create
secret+privilege: serviceaccount: create token
write: typed: apply | apply set-last-applied | replace | patch | label | annotate | scale | autoscale | expose | taint
write: typed: set env | set image | set resources | set selector
write: typed: rollout pause | rollout resume | rollout restart | rollout undo
write: node: cordon | uncordon
write+privilege: typed: set serviceaccount | set subject
write+privilege: none: auth reconcile
write+execute: typed: edit | apply edit-last-applied
destroy: typed: delete
destroy: node: drain
privilege: certificatesigningrequest: certificate approve | certificate deny
execute: first: exec | attach | port-forward
execute: none: proxy
write+execute: first: debug
write+execute: pod: run
write: none: cp
`);

/** Groups of commands: with a word after them that is none of theirs, they may start a plugin. */
const GROUPS: ReadonlySet<string> = new Set(
  'config,set,rollout,auth,certificate,top,plugin,alpha,create,create secret,create service'.split(','),
);

export function isGroup(path: string): boolean {
  return GROUPS.has(path);
}

export function verbOf(path: string): Verb | undefined {
  const known = VERBS.get(path);
  if (known !== undefined) return known;
  // What `kubectl create` can make by itself is typed by its name.
  if (!path.startsWith('create ')) return undefined;
  const kind = path.split(' ')[1] as string;
  return { effects: ['write'], operands: kind === 'quota' ? 'resourcequota' : kind };
}

export function table(written: string): ReadonlyMap<string, Verb> {
  const verbs = new Map<string, Verb>();
  for (const line of written.trim().split('\n')) {
    const [effects = '', operands = '', commands = ''] = line.split(': ');
    const local = effects.endsWith('*');
    const verb: Verb = {
      effects: effects.replace('*', '').split('+') as Effect[],
      operands,
      ...(local ? { local } : {}),
    };
    for (const command of commands.split(' | ')) verbs.set(command.trim(), verb);
  }
  return verbs;
}
