import { join } from 'node:path';
import { parse } from 'yaml';
import type { Finding } from '../finding.ts';
import { type Here, namesIn, textOf, under, wayAround } from './here.ts';

/** BYP-02: files in which the usual clients keep credentials that work without gate. */
export function credentialFiles(here: Here): readonly Finding[] {
  return KEEPERS.flatMap(({ subject, what, at, holds }) => {
    const paths = [...new Set(at(here))].filter((path) => {
      const text = textOf(path);
      return text !== undefined && holds(text, here.now);
    });
    return paths.length === 0 ? [] : [wayAround({ subject, what, paths, hint: HINT }, here.home)];
  });
}

const HINT =
  'in local mode gate cannot hold who uses it: let agents work as a user, or on a machine, that does not have it; or make it narrow and short-lived';

interface Keeper {
  readonly subject: string;
  readonly what: string;
  readonly at: (here: Here) => readonly string[];
  /** @param text each byte is a character */
  readonly holds: (text: string, now: number) => boolean;
}

const KEEPERS: readonly Keeper[] = [
  {
    subject: 'aws-credentials',
    what: 'AWS access keys',
    at: (here) => [under(here, 'AWS_SHARED_CREDENTIALS_FILE', '.aws/credentials')],
    holds: setting('aws_secret_access_key', 'credential_process'),
  },
  {
    subject: 'aws-config',
    what: 'AWS access keys, or a program that gives them out',
    at: (here) => [under(here, 'AWS_CONFIG_FILE', '.aws/config')],
    holds: setting('aws_secret_access_key', 'credential_process'),
  },
  {
    subject: 'aws-sessions',
    what: 'AWS sessions that are still good',
    at: ({ home }) => ['sso/cache', 'cli/cache', 'login/cache'].flatMap((name) => namesIn(join(home, '.aws', name))),
    holds: liveSession,
  },
  {
    subject: 'kubeconfig',
    what: 'Kubernetes users with credentials',
    at: (here) => [
      ...(here.environment['KUBECONFIG'] ?? '').split(':').filter((path) => path.startsWith('/')),
      join(here.home, '.kube/config'),
    ],
    holds: kubeUsers,
  },
  {
    subject: 'kubernetes-service-account',
    what: 'the token of this pod’s service account',
    at: () => ['/var/run/secrets/kubernetes.io/serviceaccount/token'],
    holds: something,
  },
  {
    subject: 'pgpass',
    what: 'PostgreSQL passwords',
    at: (here) => [under(here, 'PGPASSFILE', '.pgpass')],
    holds: (text) => /^(?!#)(?:[^:\n]|\\:)*(?::(?:[^:\n\\]|\\.)*){3}:[^\n]+/m.test(text),
  },
  {
    subject: 'mysql',
    what: 'a MySQL password',
    at: ({ home }) => [join(home, '.my.cnf')],
    holds: setting('password', 'password1'),
  },
  {
    subject: 'mysql-login-path',
    what: 'MySQL passwords, scrambled only',
    at: (here) => [under(here, 'MYSQL_TEST_LOGIN_FILE', '.mylogin.cnf')],
    holds: something,
  },
  {
    subject: 'netrc',
    what: 'passwords for curl, git and others',
    at: (here) => [under(here, 'NETRC', '.netrc')],
    holds: (text) => /(?:^|\s)password\s+\S/.test(text),
  },
  {
    subject: 'docker',
    what: 'Docker registries, signed in to',
    at: (here) => [join(under(here, 'DOCKER_CONFIG', '.docker'), 'config.json')],
    holds: registries,
  },
  {
    subject: 'containers-auth',
    what: 'registries that Podman is signed in to',
    at: (here) => [
      under(here, 'REGISTRY_AUTH_FILE', '.config/containers/auth.json'),
      ...(here.environment['XDG_RUNTIME_DIR']
        ? [join(here.environment['XDG_RUNTIME_DIR'], 'containers/auth.json')]
        : []),
    ],
    holds: registries,
  },
  {
    subject: 'gh',
    what: 'GitHub, signed in to with gh',
    at: (here) =>
      [here.environment['GH_CONFIG_DIR'] ?? join(config(here), 'gh')].map((path) => join(path, 'hosts.yml')),
    // Without the token in it, it lies in the keyring, which gives it to every program of the user.
    holds: (text) => /^\s+(?:oauth_token|user):\s*\S/m.test(text),
  },
  {
    subject: 'glab',
    what: 'GitLab, signed in to with glab',
    at: (here) => [join(config(here), 'glab-cli/config.yml')],
    holds: (text) => /^\s+token:\s*(?!["']{2}|null\b|#)\S/m.test(text),
  },
  {
    subject: 'gcloud-application-default',
    what: 'Google application default credentials',
    at: (here) => [
      join(gcloud(here), 'application_default_credentials.json'),
      ...[here.environment['GOOGLE_APPLICATION_CREDENTIALS'] ?? ''].filter((path) => path.startsWith('/')),
    ],
    holds: (text) => /"(?:refresh_token|private_key|credential_source|source_credentials)"/.test(text),
  },
  {
    subject: 'gcloud',
    what: 'Google accounts, signed in to with gcloud',
    at: (here) => [join(gcloud(here), 'credentials.db'), join(gcloud(here), 'access_tokens.db')],
    // A database: a row has JSON with the kind of account in it.
    holds: (text) => /refresh_token|private_key|ya29\.|access_token"|authorized_user/.test(text),
  },
  {
    subject: 'azure',
    what: 'Azure, signed in to with az',
    at: (here) =>
      ['msal_token_cache.json', 'service_principal_entries.json', 'accessTokens.json'].map((name) =>
        join(under(here, 'AZURE_CONFIG_DIR', '.azure'), name),
      ),
    holds: (text) => /"(?:secret|client_secret|refreshToken|accessToken|certificate)"\s*:\s*"[^"]/.test(text),
  },
  {
    subject: 'helm-registry',
    what: 'registries that Helm is signed in to',
    at: (here) => [under(here, 'HELM_REGISTRY_CONFIG', '.config/helm/registry/config.json')],
    holds: registries,
  },
  {
    subject: 'helm-repositories',
    what: 'passwords of Helm repositories',
    at: (here) => [under(here, 'HELM_REPOSITORY_CONFIG', '.config/helm/repositories.yaml')],
    holds: (text) => /^\s*(?:-\s+)?password:\s*(?!["']{2}\s*$)\S/m.test(text),
  },
  { subject: 'vault', what: 'a Vault token', at: ({ home }) => [join(home, '.vault-token')], holds: something },
  {
    subject: 'terraform',
    what: 'tokens of Terraform hosts',
    at: (here) => [
      join(here.home, '.terraform.d/credentials.tfrc.json'),
      under(here, 'TF_CLI_CONFIG_FILE', '.terraformrc'),
    ],
    holds: (text) => /["']?token["']?\s*[:=]\s*"[^"]/.test(text),
  },
  {
    subject: 'npm',
    what: 'tokens of npm registries',
    at: (here) => [under(here, 'NPM_CONFIG_USERCONFIG', '.npmrc')],
    holds: (text) => /^[^#;\n]*:?_(?:authToken|auth|password)\s*=\s*(?!["']?\$\{[^}]*\}["']?\s*$)\S/m.test(text),
  },
  {
    subject: 'pypi',
    what: 'passwords of Python indexes',
    at: ({ home }) => [join(home, '.pypirc')],
    holds: setting('password'),
  },
  {
    subject: 'cargo',
    what: 'tokens of Rust registries',
    at: (here) => ['credentials.toml', 'credentials'].map((name) => join(under(here, 'CARGO_HOME', '.cargo'), name)),
    holds: setting('token', 'secret-key'),
  },
  {
    subject: 'rubygems',
    what: 'keys of RubyGems hosts',
    at: ({ home }) => [join(home, '.gem/credentials'), join(home, '.local/share/gem/credentials')],
    holds: (text) => /^:?\S*:\s*\S/m.test(text),
  },
  {
    subject: 'git',
    what: 'passwords that git stored',
    at: (here) => [join(here.home, '.git-credentials'), join(config(here), 'git/credentials'), ...gitStores(here)],
    holds: (text) => /^\w+:\/\/[^@\s/]*:[^@\s/]+@/m.test(text),
  },
  {
    subject: 'doctl',
    what: 'a DigitalOcean token',
    at: (here) => [join(config(here), 'doctl/config.yaml')],
    holds: (text) => /^\s*(?:access-token|[\w-]+):\s*["']?do[op]\w*_v1_/m.test(text),
  },
  {
    subject: 'hcloud',
    what: 'a Hetzner Cloud token',
    at: (here) => [join(config(here), 'hcloud/cli.toml')],
    holds: setting('token'),
  },
  {
    subject: 'fly',
    what: 'a Fly.io token',
    at: ({ home }) => [join(home, '.fly/config.yml')],
    holds: (text) => /^access_token:\s*\S/m.test(text),
  },
  {
    subject: 'rclone',
    what: 'remotes of rclone',
    at: (here) => [under(here, 'RCLONE_CONFIG', '.config/rclone/rclone.conf')],
    holds: setting('token', 'pass', 'secret_access_key', 'client_secret', 'service_account_credentials'),
  },
  {
    subject: 's3cmd',
    what: 'keys of s3cmd',
    at: ({ home }) => [join(home, '.s3cfg')],
    holds: setting('secret_key', 'access_token'),
  },
];

/** `name = value`, outside of comments. */
function setting(...names: readonly string[]): Keeper['holds'] {
  const line = new RegExp(`^[ \\t]*(?:${names.join('|')})[ \\t]*[=:][ \\t]*(?!["']{2}[ \\t]*$)[^\\s#;]`, 'm');
  return (text) => line.test(text);
}

function something(text: string): boolean {
  return text.trim() !== '';
}

/** What `aws sso login`, `aws login` and assumed roles leave behind: a token, and when it ends. */
function liveSession(text: string, now: number): boolean {
  const kept = json(text);
  if (!isObject(kept)) return false;
  const given = isObject(kept['Credentials']) ? kept['Credentials'] : kept;
  const token = given['accessToken'] ?? given['SecretAccessKey'];
  const ends = Date.parse(String(given['expiresAt'] ?? given['Expiration'] ?? ''));
  // A refresh token outlives the time that is written there.
  return typeof given['refreshToken'] === 'string' || (typeof token === 'string' && (Number.isNaN(ends) || ends > now));
}

function kubeUsers(text: string): boolean {
  let config: unknown;
  try {
    config = parse(text, { logLevel: 'silent' });
  } catch {
    // kubectl does not read it either.
    return false;
  }
  const users = isObject(config) ? config['users'] : undefined;
  const means = ['token', 'tokenFile', 'client-key', 'client-key-data', 'password', 'auth-provider', 'exec'];
  return (
    Array.isArray(users) &&
    users.some((one) => {
      const user = isObject(one) ? one['user'] : undefined;
      return isObject(user) && means.some((name) => Boolean(user[name]));
    })
  );
}

/** In the file itself, or with a helper that gives them to every program of the user. */
function registries(text: string): boolean {
  const config = json(text);
  if (!isObject(config)) return false;
  const { auths, credsStore, credHelpers } = config;
  const kept = isObject(auths) ? Object.values(auths) : [];
  if (kept.some((one) => isObject(one) && ['auth', 'identitytoken', 'password'].some((name) => Boolean(one[name])))) {
    return true;
  }
  return (Boolean(credsStore) && kept.length > 0) || (isObject(credHelpers) && Object.keys(credHelpers).length > 0);
}

/** Files that `credential.helper = store --file=...` names. */
function gitStores(here: Here): readonly string[] {
  const configs = [join(here.home, '.gitconfig'), join(config(here), 'git/config')];
  return configs.flatMap((path) =>
    [...(textOf(path) ?? '').matchAll(/^\s*helper\s*=.*\bstore\b.*--file[= ]["']?([^\s"']+)/gm)].map(([, file = '']) =>
      file.startsWith('~/') ? join(here.home, file.slice(2)) : file,
    ),
  );
}

function config(here: Here): string {
  return under(here, 'XDG_CONFIG_HOME', '.config');
}

function gcloud(here: Here): string {
  return under(here, 'CLOUDSDK_CONFIG', '.config/gcloud');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
