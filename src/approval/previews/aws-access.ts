import { join } from 'node:path';
import type { Scope } from '../../command/action.ts';
import type { Look } from '../../platform/look.ts';
import { type Access, noCredential } from './access.ts';

/** The options and variables with which aws reaches the account that the request means, or why it is not reached. */
export type Account =
  | { readonly options: readonly string[]; readonly environment: Readonly<Record<string, string>>; readonly as: string }
  | { readonly why: string };

const ENVIRONMENT = {
  AWS_PAGER: '',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
  AWS_CLI_AUTO_PROMPT: 'off',
  AWS_MAX_ATTEMPTS: '1',
  PYTHONDONTWRITEBYTECODE: '1',
};

/** @param named the command line names a profile */
export function awsFor(scope: Scope, named: boolean, look: Look, access: Access): Account {
  return access.kind === 'present'
    ? ownAccount(scope, named, look, access)
    : configured(scope, look, access.credentials.aws);
}

function configured(
  scope: Scope,
  look: Look,
  credentials: Extract<Access, { kind: 'configured' }>['credentials']['aws'],
): Account {
  const wanted = scope['profile'] ?? 'default';
  if (credentials === undefined) return { why: noCredential('aws') };
  const credential = credentials.find(({ profile, stands_for: names = [profile] }) => names.includes(wanted));
  if (credential === undefined) return { why: `no credential for previews stands for the profile ${wanted}` };
  const { profile, config_file: config, credentials_file: secrets } = credential;
  const section = sectionOf(config, secrets, profile, look);
  if ('why' in section) return section;
  // Else the answer would be that of another place, or the credential would go there.
  if (section.settings.get('endpoint_url') !== scope['endpoint'])
    return { why: 'the command goes to another endpoint than the credential for previews' };
  const region = scope['region'] ?? section.settings.get('region');
  return {
    options: [
      `--profile=${profile}`,
      ...(region === undefined ? [] : [`--region=${region}`]),
      ...(scope['endpoint'] === undefined ? [] : [`--endpoint-url=${scope['endpoint']}`]),
    ],
    environment: { ...ENVIRONMENT, AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: secrets },
    as: `with profile ${profile}${region === undefined ? '' : `, region ${region}`}`,
  };
}

const OWN = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_CA_BUNDLE'];

function ownAccount(
  scope: Scope,
  named: boolean,
  look: Look,
  { environment, home }: Extract<Access, { kind: 'present' }>,
): Account {
  if (scope['endpoint'] !== undefined) return { why: 'the command goes to an endpoint of its own' };
  const config = environment['AWS_CONFIG_FILE'] ?? join(home, '.aws', 'config');
  const secrets = environment['AWS_SHARED_CREDENTIALS_FILE'] ?? join(home, '.aws', 'credentials');
  const keys = environment['AWS_ACCESS_KEY_ID'] !== undefined && !named;
  const section = keys ? undefined : sectionOf(config, secrets, scope['profile'] ?? 'default', look);
  if (section && 'why' in section) return section;
  const own: Record<string, string> = { AWS_CONFIG_FILE: keys ? '/dev/null' : config };
  own['AWS_SHARED_CREDENTIALS_FILE'] = keys ? '/dev/null' : secrets;
  for (const name of keys ? OWN.slice(0, 3) : OWN.slice(3)) {
    const value = environment[name];
    if (value !== undefined) own[name] = value;
  }
  const { region, profile } = scope;
  return {
    options: [
      ...(named && profile !== undefined ? [`--profile=${profile}`] : []),
      ...(region === undefined ? [] : [`--region=${region}`]),
    ],
    environment: { ...ENVIRONMENT, ...own },
    as: keys ? 'with the keys of your environment' : `with profile ${profile ?? 'default'}`,
  };
}

/** Whatever makes aws start a program: plugins, and programs that give a credential. */
const STARTS = /^\s*(credential_process\s*=|\[plugins\]|cli_legacy_plugin_path\s*=)/m;

/** Settings of a profile, from files that start nothing. */
function sectionOf(
  config: string,
  secrets: string,
  profile: string,
  look: Look,
): { readonly settings: ReadonlyMap<string, string> } | { readonly why: string } {
  const settings = new Map<string, string>();
  let there = false;
  for (const [path, names] of [
    [config, profile === 'default' ? ['[default]', '[profile default]'] : [`[profile ${profile}]`]],
    [secrets, [`[${profile}]`]],
  ] as const) {
    const read = look.trusted(path);
    if ('why' in read) {
      if (look.stat(path) === undefined) continue;
      return read;
    }
    const text = Buffer.from(read.bytes).toString('utf8');
    if (STARTS.test(text)) return { why: `${path} starts a program, and a preview starts none` };
    let inside = false;
    for (const line of text.split('\n')) {
      if (line.startsWith('[')) {
        inside = names.some((name) => name === line.trim());
        there ||= inside;
      }
      const equals = line.indexOf('=');
      if (inside && equals > 0 && !/^\s*[#;]/.test(line))
        settings.set(line.slice(0, equals).trim(), line.slice(equals + 1).trim());
    }
  }
  return there ? { settings } : { why: `there is no profile ${profile}` };
}
