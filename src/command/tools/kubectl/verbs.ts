import type { Effect } from '../../action.ts';

/** What a command of kubectl does, and where its operands name objects. */
export interface Verb {
  readonly effects: readonly Effect[];
  /** `typed`: `TYPE NAME...` or `TYPE/NAME`; a kind: every operand is a name of that kind; `none`: not objects. */
  readonly operands: 'typed' | 'none' | 'first' | (string & {});
  readonly opaque?: boolean;
}

const verb = (effects: string, operands: Verb['operands'] = 'typed', opaque = false): Verb => ({
  effects: effects.split(' ') as Effect[],
  operands,
  ...(opaque ? { opaque } : {}),
});

export const VERBS: Readonly<Record<string, Verb>> = {
  get: verb('read'),
  describe: verb('read'),
  explain: verb('read', 'none'),
  logs: verb('read', 'pod'),
  top: verb('read', 'none'),
  'top node': verb('read', 'node'),
  'top pod': verb('read', 'pod'),
  events: verb('read', 'none'),
  'api-resources': verb('read', 'none'),
  'api-versions': verb('read', 'none'),
  'cluster-info': verb('read', 'none'),
  'cluster-info dump': verb('read export', 'none'),
  version: verb('read', 'none'),
  options: verb('read', 'none'),
  completion: verb('read', 'none'),
  plugin: verb('read', 'none'),
  'plugin list': verb('read', 'none'),
  diff: verb('read'),
  wait: verb('read'),
  kustomize: verb('read', 'none'),
  auth: verb('read', 'none'),
  'auth can-i': verb('read', 'none'),
  'auth whoami': verb('read', 'none'),
  'auth reconcile': verb('write privilege', 'none'),
  config: verb('read', 'none'),
  'config current-context': verb('read', 'none'),
  'config get-clusters': verb('read', 'none'),
  'config get-contexts': verb('read', 'none'),
  'config get-users': verb('read', 'none'),
  'config view': verb('read', 'none'),
  'config delete-cluster': verb('write', 'none'),
  'config delete-context': verb('write', 'none'),
  'config delete-user': verb('write', 'none'),
  'config rename-context': verb('write', 'none'),
  'config set': verb('write privilege', 'none'),
  'config set-cluster': verb('write privilege', 'none'),
  'config set-context': verb('write', 'none'),
  'config set-credentials': verb('write privilege', 'none'),
  'config unset': verb('write', 'none'),
  'config use-context': verb('write', 'none'),
  create: verb('write', 'none'),
  'create token': verb('secret privilege', 'serviceaccount'),
  apply: verb('write'),
  'apply edit-last-applied': verb('write execute', 'typed', true),
  'apply set-last-applied': verb('write'),
  'apply view-last-applied': verb('read'),
  replace: verb('write'),
  patch: verb('write'),
  edit: verb('write execute', 'typed', true),
  label: verb('write'),
  annotate: verb('write'),
  scale: verb('write'),
  autoscale: verb('write'),
  expose: verb('write'),
  set: verb('read', 'none'),
  'set env': verb('write'),
  'set image': verb('write'),
  'set resources': verb('write'),
  'set selector': verb('write'),
  'set serviceaccount': verb('write privilege'),
  'set subject': verb('write privilege'),
  rollout: verb('read', 'none'),
  'rollout history': verb('read'),
  'rollout status': verb('read'),
  'rollout pause': verb('write'),
  'rollout resume': verb('write'),
  'rollout restart': verb('write'),
  'rollout undo': verb('write'),
  cordon: verb('write', 'node'),
  uncordon: verb('write', 'node'),
  taint: verb('write'),
  drain: verb('destroy', 'node'),
  delete: verb('destroy'),
  certificate: verb('read', 'none'),
  'certificate approve': verb('privilege', 'certificatesigningrequest'),
  'certificate deny': verb('privilege', 'certificatesigningrequest'),
  exec: verb('execute', 'pod', true),
  attach: verb('execute', 'pod', true),
  debug: verb('write execute', 'first', true),
  run: verb('write execute', 'pod', true),
  'port-forward': verb('execute export', 'pod', true),
  proxy: verb('execute export', 'none', true),
  cp: verb('write export', 'none'),
};

/** Only the kinds that `kubectl create` can make by itself: the rest of its subcommands are typed by their name. */
export function verbOf(path: string): Verb | undefined {
  if (Object.hasOwn(VERBS, path)) return VERBS[path];
  if (path.startsWith('create ')) {
    const kind = path.split(' ')[1] as string;
    return { effects: ['write'], operands: kind === 'quota' ? 'resourcequota' : kind };
  }
  return undefined;
}
