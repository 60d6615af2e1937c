/**
 * The fields a rule may name. One table for patterns (`match`) and for CEL (`when`), so that a misspelt field is an
 * error when the policy is read rather than a rule that never matches. Readers fill them; docs/policy.md lists them.
 */

export const RESOURCE_FIELDS = {
  kind: 'what it is: namespace, pod, table, object, file',
  name: 'its name',
  namespace: 'Kubernetes namespace it lives in',
  path: 'path of a file or directory',
  bucket: 'S3 bucket',
  key: 'object key in a bucket',
  arn: 'Amazon resource name',
  schema: 'SQL schema',
  table: 'SQL table',
  database: 'database, when it is the thing acted on',
  role: 'role or user, when it is the thing acted on',
  url: 'URL it reads from or writes to',
  host: 'machine, when it is the thing acted on',
  group: 'API group of a Kubernetes resource',
  version: 'API version of a Kubernetes resource',
  subresource: 'Kubernetes subresource: log, exec, scale',
  selector: 'label or field selector that chooses the objects',
  all: '`true` when every object of the kind is meant',
  direction: '`to` or `from`, when data moves',
  container: 'container in a pod',
  image: 'container image',
  count: 'how many, when known',
  remote: 'git remote',
  branch: 'git branch or ref',
  package: 'package of a package manager',
  service: 'service or unit',
  user: 'user, when it is the thing acted on',
  git: '`restorable` when git could bring back what is deleted, or ignores it; `unsaved` when not',
} as const;

export const SCOPE_FIELDS = {
  reach: 'how far it reaches: `project`, `protected`, `temporary`, `machine`, `loopback`, `local` or `remote`',
  context: 'kubeconfig context',
  cluster: 'cluster name',
  server: 'API server address',
  kubeconfig: 'kubeconfig file given by hand',
  as: 'user impersonated',
  as_group: 'group impersonated',
  credential: 'credential given by hand, by its kind',
  tls: 'how the server is checked, when not as usual',
  namespace: 'default namespace of the call',
  account: 'AWS account number',
  region: 'AWS region',
  profile: 'AWS profile',
  role: 'role the call is made with',
  endpoint: 'endpoint address given by hand',
  host: 'host connected to',
  port: 'port connected to',
  database: 'database connected to',
  user: 'user connected or acting as',
  service: 'connection service name',
  project: 'cloud project',
  subscription: 'cloud subscription',
  tenant: 'cloud tenant',
  workspace: 'Terraform workspace',
  directory: 'directory it works in',
  repository: 'repository it works on',
  remote: 'git remote',
} as const;

/** `request.principal.*` in CEL. Absent is `''`. */
export const PRINCIPAL_FIELDS = {
  kind: ['string', '`person`, `agent` or `pipeline`'],
  id: ['string', 'permanent name, such as `agent:claude-code@alice@laptop`'],
  owner: ['string', 'the person behind an agent or pipeline'],
  known: ['string', 'how strongly: `claimed`, `os`, `token`, `oidc`, `signed`'],
  harness: ['string', 'what it runs in: `claude-code`, `github-actions`'],
  session: ['string', 'session of the harness'],
} as const;

/** `request.*` in CEL. */
export const REQUEST_FIELDS = {
  argv: ['list<string>', 'the command line, word by word'],
  cwd: ['string', 'working directory'],
  host: ['string', 'machine it was asked on'],
  user: ['string', 'operating system user'],
  tty: ['bool', 'a controlling terminal can be opened'],
  stdin: ['string', '`terminal`, `null`, `pipe`, `file` or `closed`'],
  parents: ['list<string>', 'names of the processes above, nearest first'],
  intent: ['string', 'what was given with `--intent`'],
  ticket: ['string', 'what was given with `--ticket`'],
  at: ['google.protobuf.Timestamp', "when: `request.at.getHours('Europe/Berlin')`"],
} as const;

/** `action.*` in CEL, beside `action.resource.*` and `action.scope.*`, whose fields are strings. */
export const ACTION_FIELDS = {
  tool: ['string', '`kubectl`, `aws`, `psql`, or the program'],
  operation: ['string', "the field's own word: `delete`, `s3:DeleteObject`, `DROP TABLE`"],
  effects: ['list<string>', 'every effect of the action'],
  effect: ['string', 'the effect being judged'],
  opaque: ['bool', 'part of what will happen cannot be seen'],
  labels: ['list<string>', 'labels of the targets it touches'],
  owners: ['list<string>', 'owners of the targets it touches'],
  boundaries: ['list<string>', 'boundaries of the targets it touches'],
} as const;

export type ResourceField = keyof typeof RESOURCE_FIELDS;
export type ScopeField = keyof typeof SCOPE_FIELDS;

/** The candidate most like `word`, when it is like it at all: for "did you mean". */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const far = distance(word.toLowerCase().slice(0, 64), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(Math.min(current[column - 1]! + 1, previous[column]! + 1, previous[column - 1]! + cost));
    }
    previous = current;
  }
  return previous[b.length]!;
}
