import type { Effect } from '../../action.ts';
import { isOn, optionValue, type Scan } from '../../options.ts';
import { isLoopback } from '../../reach.ts';
import { namesSecretFile } from '../../secret-files.ts';
import type { Parsed } from './grammar.ts';
import { RBAC, SECRETS, type Target } from './resources.ts';
import type { Verb } from './verbs.ts';

/** What one command does to one object: what its verb does, and what the object and the options add to it. */
export function effectsOn(target: Target, verb: Verb, parsed: Parsed): readonly Effect[] {
  const { found, path = '' } = parsed;
  const effects = new Set<Effect>(isDryRun(parsed) || onlyLists(parsed) ? ['read'] : verb.effects);
  if (effects.has('read')) reveals(effects, target, parsed);
  else raises(effects, target, parsed);
  if (path === 'set env' && isOn(found, 'list') && isOn(found, 'resolve')) effects.add('secret');
  if (verb.local !== true && anotherIdentity(found)) effects.add('privilege');
  return [...effects];
}

/** Reading is no more than that, unless a credential is shown. */
function reveals(effects: Set<Effect>, target: Target, { found, path = '' }: Parsed): void {
  const kind = target.kind;
  const secret = kind !== undefined && SECRETS.has(kind);
  // Which secrets there are is the first thing that whoever looks for them asks.
  if (secret && (path === 'get' || path === 'describe')) effects.add('secret');
  if (secret && SHOWING.has(path) && showsContent(found)) effects.add('secret');
  if (path === 'apply view-last-applied' && secret) effects.add('secret');
  if (path === 'config view' && showsCredentials(found)) effects.add('secret');
  // A rehearsal prints the object it would have made.
  if (CREATES_FROM_FILES.test(path) && storesSecretFile(found) && showsContent(found)) effects.add('secret');
  const source = templateFile(found);
  if (source !== undefined && namesSecretFile(source)) effects.add('secret');
}

const CREATES_FROM_FILES = /^create (configmap|secret)/;

/** Commands that print whole objects when asked for more than a table. */
const SHOWING: ReadonlySet<string> = new Set(['get', 'wait', 'label', 'annotate', 'patch', 'apply', 'replace']);

function raises(effects: Set<Effect>, target: Target, { found, path = '' }: Parsed): void {
  const kind = target.kind;
  if (kind !== undefined && RBAC.has(kind)) effects.add('privilege');
  if (path === 'replace' && isOn(found, 'force')) effects.add('destroy');
  if (path === 'apply' && (isOn(found, 'prune') || isOn(found, 'force'))) effects.add('destroy');
  if (path === 'create' && isOn(found, 'edit')) effects.add('execute');
  if (path === 'edit' && kind !== undefined && SECRETS.has(kind)) effects.add('secret');
  if (path === 'debug' && isOn(found, 'replace')) effects.add('destroy');
  if (path === 'run' && isOn(found, 'privileged')) effects.add('privilege');
  // Everybody who reaches the address acts with the rights of whoever started it.
  if (path === 'proxy' && (isOn(found, 'disable-filter') || isOpenAddress(found))) effects.add('privilege');
  if (path === 'create configmap' && storesSecretFile(found)) effects.add('secret');
  // The answer holds the whole object, whatever the change was.
  if (kind !== undefined && SECRETS.has(kind) && SHOWING.has(path) && showsContent(found)) effects.add('secret');
}

function isOpenAddress(found: Scan): boolean {
  const addresses = (optionValue(found, 'address') ?? '127.0.0.1').split(',');
  return found.options.has('accept-hosts') || addresses.some((address) => !isLoopback(`http://${address}`));
}

function storesSecretFile(found: Scan): boolean {
  const files = [...(found.options.get('from-file') ?? []), ...(found.options.get('from-env-file') ?? [])];
  return files.some((file) => namesSecretFile(file.slice(file.indexOf('=') + 1)));
}

/** Nothing is changed: the client or the server only says what would happen. */
export function isDryRun({ path, found }: Parsed): boolean {
  const mode = optionValue(found, 'dry-run');
  if (mode === undefined) return LOCAL.has(path ?? '') && isOn(found, 'local');
  // Undoing a rollout takes no notice of the server's form.
  if (path === 'rollout undo') return mode === 'client';
  return mode === 'client' || mode === 'server' || mode === '';
}

/** Commands with `--local`: the change is made to a file's content and printed. */
const LOCAL: ReadonlySet<string> = new Set([
  'label',
  'annotate',
  'patch',
  'set env',
  'set image',
  'set resources',
  'set selector',
  'set serviceaccount',
  'set subject',
]);

/** `label pod x --list`, without a change beside it. */
function onlyLists({ path, found, operands }: Parsed): boolean {
  if (path === 'set env') return isOn(found, 'list');
  if (path !== 'label' && path !== 'annotate') return false;
  return isOn(found, 'list') && !operands.some((word) => /=|.-$/.test(word));
}

/** The printed form has more in it than names, ages and states. */
export function showsContent(found: Scan): boolean {
  if (found.options.has('template')) return true;
  if (Number(optionValue(found, 'v') ?? 0) >= 8) return true;
  const output = optionValue(found, 'output') ?? '';
  return output !== '' && output !== 'wide' && output !== 'name';
}

/** `-o jsonpath-file=X`: the file is read, and what is in it printed. */
export function templateFile(found: Scan): string | undefined {
  const output = optionValue(found, 'output') ?? '';
  const named = /^(?:go-template-file|templatefile|jsonpath-file|custom-columns-file)=(.*)$/s.exec(output)?.[1];
  return named ?? (/^(go-template-file|templatefile)$/.test(output) ? optionValue(found, 'template') : undefined);
}

/** A kubeconfig is shown without its credentials, unless they are asked for by name. */
function showsCredentials(found: Scan): boolean {
  if (isOn(found, 'raw')) return true;
  const shown = `${optionValue(found, 'output') ?? ''} ${optionValue(found, 'template') ?? ''}`;
  return /password|token|secret|auth-provider|key|data/i.test(shown);
}

/** Options that name other credentials, or another receiver of the ones in use. */
const IDENTITY = ['as', 'as-group', 'as-uid', 'token', 'username', 'password', 'client-certificate', 'client-key'];

export function anotherIdentity(found: Scan): boolean {
  if (found.options.size === 0) return false;
  if (IDENTITY.some((name) => found.options.has(name))) return true;
  if (found.options.has('tls-server-name') || found.options.has('certificate-authority')) return true;
  if (isOn(found, 'insecure-skip-tls-verify')) return true;
  const server = optionValue(found, 'server');
  return server !== undefined && !isLoopback(server);
}
