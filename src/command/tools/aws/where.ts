import type { Scope } from '../../action.ts';
import type { Input, ReadContext, Snapshot } from '../../reader.ts';
import { fields, inputOf } from '../../reading.ts';
import type { CommandLine } from './command-line.ts';

/** Variables aws heeds here. */
export const PINS = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ENDPOINT_URL',
  'AWS_CA_BUNDLE',
  'HTTPS_PROXY',
  'https_proxy',
] as const;

export interface Place {
  readonly scope: Scope;
  /** The configuration that was read for it. */
  readonly inputs: readonly Input[];
}

/**
 * The account, region and endpoint a call goes to, as far as the command line, the environment and `~/.aws/config` say.
 *
 * Only an endpoint on the command line tells where a call ends: one from the environment or the configuration is passed
 * over by older versions and when AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is set, so it may be AWS all the same.
 *
 * @param named ARNs of what is acted on; their account counts when they agree
 * @param local the endpoint of `awslocal`
 */
export function placeOf(line: CommandLine, named: readonly string[], context: ReadContext, local?: string): Place {
  const { globals, service = '' } = line;
  const { environment } = context;
  const profile = globals.get('--profile') ?? environment['AWS_PROFILE'] ?? environment['AWS_DEFAULT_PROFILE'];
  const path = environment['AWS_CONFIG_FILE'] ?? `${homeOf(context)}/.aws/config`;
  const snapshot = context.files.read(path);
  const section = profile === undefined || profile === 'default' ? 'default' : `profile ${profile}`;
  const config = snapshot === undefined ? undefined : sectionsOf(snapshot).get(section);
  // A profile on the command line beats keys in the environment; one from the environment does not.
  const keys = environment['AWS_ACCESS_KEY_ID'] !== undefined && !globals.has('--profile');
  const role = keys ? undefined : config?.get('role_arn');
  const given = globals.get('--endpoint-url') ?? local;
  const scope = fields({
    profile,
    region:
      globals.get('--region') ??
      environment['AWS_REGION'] ??
      environment['AWS_DEFAULT_REGION'] ??
      config?.get('region'),
    account: accountOf(line, named) ?? accountIn(role) ?? (keys ? undefined : config?.get('sso_account_id')),
    role,
    tls: globals.has('--no-verify-ssl') ? 'not verified' : undefined,
    endpoint: given ?? endpointFor(service, environment) ?? config?.get('endpoint_url'),
    // The recorded history is a file of this machine.
    reach: service === 'history' ? 'machine' : given === undefined ? 'remote' : undefined,
  });
  return { scope, inputs: snapshot === undefined ? NO_INPUTS : [inputOf('config', path, snapshot)] };
}

/** The same place, but it is not known that nothing leaves this machine. */
export function elsewhereToo(scope: Scope): Scope {
  return scope['reach'] === undefined ? { ...scope, reach: 'remote' } : scope;
}

const NO_INPUTS: readonly Input[] = [];

function accountOf(line: CommandLine, named: readonly string[]): string | undefined {
  const given = line.parameters.get('--account-id')?.[0];
  if (given !== undefined && /^\d{12}$/.test(given)) return given;
  const accounts = new Set(named.map(accountIn));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}

function accountIn(arn: string | undefined): string | undefined {
  const account = arn?.split(':', 5)[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** Where `awslocal` finds LocalStack. */
export function localStack({ environment }: ReadContext): string {
  const host = environment['LOCALSTACK_HOST'] ?? environment['LOCALSTACK_HOSTNAME'] ?? 'localhost';
  return `http://${host.includes(':') ? host : `${host}:4566`}`;
}

/** `AWS_ENDPOINT_URL_DYNAMODB` for one service, else the one for all. */
function endpointFor(service: string, environment: ReadContext['environment']): string | undefined {
  const all = endpointsIn(environment);
  if (all.size === 0) return undefined;
  const own = (service === 's3api' ? 's3' : service).replaceAll(/[-_]/g, '').toUpperCase();
  return all.get(own) ?? all.get('');
}

/** Looked for once in an environment: a batch of commands has the same. */
function endpointsIn(environment: ReadContext['environment']): ReadonlyMap<string, string> {
  let found = endpoints.get(environment);
  if (found === undefined) {
    found = new Map();
    for (const name in environment) {
      if (!name.startsWith(ENDPOINT)) continue;
      const value = environment[name];
      if (value === undefined) continue;
      found.set(name.slice(ENDPOINT.length).replaceAll('_', ''), value);
    }
    endpoints.set(environment, found);
  }
  return found;
}

const endpoints = new WeakMap<ReadContext['environment'], Map<string, string>>();
const ENDPOINT = 'AWS_ENDPOINT_URL';

export function homeOf(context: ReadContext): string {
  return context.environment['HOME'] ?? context.home;
}

/** An `.ini` file by section; values that are indented belong to the key above and are left out. */
export function sectionsOf(snapshot: Snapshot): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  for (const line of Buffer.from(snapshot.bytes ?? [])
    .toString('utf8')
    .split('\n')) {
    if (line.startsWith('[')) {
      const name = line
        .slice(1, line.includes(']') ? line.indexOf(']') : line.length)
        .trim()
        .replaceAll(/[\t "']+/g, ' ');
      current = sections.get(name.trim()) ?? new Map();
      sections.set(name.trim(), current);
      continue;
    }
    const equals = line.indexOf('=');
    if (equals <= 0 || line.startsWith('#') || line.startsWith(' ') || line.startsWith('\t')) continue;
    current?.set(line.slice(0, equals).trim(), line.slice(equals + 1).trim());
  }
  return sections;
}
