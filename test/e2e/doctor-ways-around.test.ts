import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';

interface Found {
  readonly check: string;
  readonly level: string;
  readonly subject: string;
  readonly text: string;
  readonly where?: string;
}

/** What doctor finds around gate, without what belongs to the machine that the tests run on. */
async function around(gate: Gate, home: string, env: Record<string, string> = {}): Promise<readonly Found[]> {
  const { stdout } = await gate.agent(['doctor', '--json'], { env: { HOME: home, ...env } });
  const { findings } = JSON.parse(stdout) as { findings: readonly Found[] };
  const machine = /^(root|group .*|instance-metadata|\w+-socket|kubernetes-service-account)$/;
  return findings.filter(({ check, subject }) => check === 'ways-around' && !machine.test(subject));
}

/** Looked for in everything that is printed. */
const SECRET = 'hunter2hunter2';

/** One credential of each provider, as its client writes it. */
const PLANTED: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'aws-credentials': ['.aws/credentials', `[default]\naws_access_key_id = AKIA\naws_secret_access_key = ${SECRET}\n`],
  'aws-config': ['.aws/config', `[profile x]\ncredential_process = /usr/bin/give ${SECRET}\n`],
  'aws-sessions': [
    '.aws/sso/cache/d033e22a.json',
    JSON.stringify({ accessToken: SECRET, expiresAt: '2999-01-01T00:00:00Z', region: 'eu-west-1' }),
  ],
  kubeconfig: [
    '.kube/config',
    `apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user: {}\n- name: b\n  user:\n    token: ${SECRET}\n`,
  ],
  pgpass: ['.pgpass', `# mine\ndb.example.com:5432:*:app:${SECRET}\n`],
  mysql: ['.my.cnf', `[client]\nuser=app\npassword="${SECRET}"\n`],
  netrc: ['.netrc', `machine example.com\n  login me\n  password ${SECRET}\n`],
  docker: ['.docker/config.json', JSON.stringify({ auths: { 'registry.example.com': { auth: SECRET } } })],
  'containers-auth': ['.config/containers/auth.json', JSON.stringify({ auths: { 'quay.io': { auth: SECRET } } })],
  gh: ['.config/gh/hosts.yml', `github.com:\n    user: ann\n    oauth_token: ${SECRET}\n`],
  glab: ['.config/glab-cli/config.yml', `hosts:\n    gitlab.com:\n        token: ${SECRET}\n`],
  'gcloud-application-default': [
    '.config/gcloud/application_default_credentials.json',
    JSON.stringify({ type: 'authorized_user', refresh_token: SECRET }),
  ],
  gcloud: [
    '.config/gcloud/credentials.db',
    `SQLite format 3\0...{"type": "authorized_user", "refresh_token": "${SECRET}"}`,
  ],
  azure: ['.azure/msal_token_cache.json', JSON.stringify({ RefreshToken: { a: { secret: SECRET } } })],
  'helm-registry': ['.config/helm/registry/config.json', JSON.stringify({ auths: { 'ghcr.io': { auth: SECRET } } })],
  'helm-repositories': ['.config/helm/repositories.yaml', `repositories:\n- name: x\n  password: ${SECRET}\n`],
  vault: ['.vault-token', SECRET],
  terraform: [
    '.terraform.d/credentials.tfrc.json',
    JSON.stringify({ credentials: { 'app.terraform.io': { token: SECRET } } }),
  ],
  npm: ['.npmrc', `//npm.example.com/:_authToken=${SECRET}\n`],
  pypi: ['.pypirc', `[pypi]\nusername = __token__\npassword = ${SECRET}\n`],
  cargo: ['.cargo/credentials.toml', `[registry]\ntoken = "${SECRET}"\n`],
  rubygems: ['.gem/credentials', `---\n:rubygems_api_key: ${SECRET}\n`],
  git: ['.git-credentials', `https://me:${SECRET}@example.com\n`],
  hcloud: ['.config/hcloud/cli.toml', `[[contexts]]\nname = "x"\ntoken = "${SECRET}"\n`],
  fly: ['.fly/config.yml', `access_token: ${SECRET}\n`],
  rclone: ['.config/rclone/rclone.conf', `[s3]\ntype = s3\nsecret_access_key = ${SECRET}\n`],
  s3cmd: ['.s3cfg', `[default]\nsecret_key = ${SECRET}\n`],
  'ssh-key': [
    '.ssh/id_rsa',
    `-----BEGIN RSA PRIVATE KEY-----\n${Buffer.from(SECRET).toString('base64')}\n-----END RSA PRIVATE KEY-----\n`,
  ],
};

/** The same files without a credential in them. */
const HARMLESS: Readonly<Record<string, string>> = {
  '.aws/credentials': '# aws_secret_access_key = x\n[default]\n',
  '.aws/config': '[default]\nregion = eu-west-1\n[profile x]\nsso_start_url = https://example.com\n',
  '.aws/sso/cache/old.json': JSON.stringify({ accessToken: SECRET, expiresAt: '2020-01-01T00:00:00Z' }),
  '.kube/config': 'apiVersion: v1\nclusters: []\nusers:\n- name: a\n  user: {}\n',
  '.pgpass': '# host:1:db:user:password\n',
  '.my.cnf': '[client]\nuser=app\n# password=x\n',
  '.netrc': 'machine example.com login me\n',
  '.docker/config.json': JSON.stringify({ auths: { 'registry.example.com': {} }, credsStore: '' }),
  '.config/gh/config.yml': 'git_protocol: https\n',
  '.azure/msal_token_cache.json': '{}',
  '.config/helm/repositories.yaml': 'repositories:\n- name: x\n  password: ""\n',
  '.vault-token': '\n',
  '.npmrc': `//npm.example.com/:_authToken=$${'{NPM_TOKEN}'}\nregistry=https://example.com/\n`,
  '.pypirc': '[distutils]\nindex-servers = pypi\n',
  '.git-credentials': 'https://me@example.com\n',
  '.ssh/config': 'Host *\n',
  '.ssh/id_rsa.pub': 'ssh-rsa AAAA me\n',
  '.terraformrc': 'plugin_cache_dir = "x"\n',
};

function write(home: string, path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text, { mode: 0o600 });
}

describe('gate doctor: other ways around', () => {
  test('each credential that lies around is one finding, with its place and what helps, and nothing of what it holds', async () => {
    using gate = new Gate();
    for (const [subject, [path, text]] of Object.entries(PLANTED)) {
      const home = join(gate.home, `home-${subject}`);
      write(home, path, text);
      const found = await around(gate, home);
      const where = subject === 'aws-sessions' ? '~/.aws/sso/cache/d033e22a.json' : `~/${path}`;
      expect(found).toEqual([expect.objectContaining({ level: 'warning', subject, where, hint: expect.any(String) })]);
    }
    const all = join(gate.home, 'all');
    for (const [path, text] of Object.values(PLANTED)) write(all, path, text);
    expect((await around(gate, all)).map(({ subject }) => subject).sort()).toEqual(Object.keys(PLANTED).sort());
    const shown = await gate.agent(['doctor'], { env: { HOME: all } });
    expect(shown.stdout).toContain('AWS access keys: ~/.aws/credentials');
    expect(shown.stdout).not.toContain(SECRET);
    expect(shown.stdout).not.toContain(Buffer.from(SECRET).toString('base64'));
  });

  test('a clean home has none, and neither have files that hold no credential', async () => {
    using gate = new Gate();
    const home = join(gate.home, 'home');
    mkdirSync(home);
    expect(await around(gate, home)).toEqual([]);
    for (const [path, text] of Object.entries(HARMLESS)) write(home, path, text);
    expect(await around(gate, home)).toEqual([]);
  });

  test('what is no file to read is passed over: a fifo, a directory, a file of gigabytes', async () => {
    using gate = new Gate();
    const home = join(gate.home, 'home');
    mkdirSync(join(home, '.vault-token'), { recursive: true });
    expect(spawnSync('mkfifo', [join(home, '.pgpass')]).status).toBe(0);
    write(home, '.netrc', '');
    expect(spawnSync('truncate', ['-s', '3G', join(home, '.netrc')]).status).toBe(0);
    write(home, '.kube/config', `users: ${'[&a '.repeat(5000)}`);
    expect(await around(gate, home)).toEqual([]);
  });

  test('moved places count, and several files of one kind are one finding', async () => {
    using gate = new Gate();
    const home = join(gate.home, 'home');
    const [, text] = PLANTED['kubeconfig']!;
    write(home, '.kube/config', text);
    write(home, 'other/one', text);
    const env = { KUBECONFIG: `${home}/other/one:relative:${home}/missing`, PGPASSFILE: `${home}/pg` };
    write(home, 'pg', PLANTED['pgpass']![1]);
    expect(await around(gate, home, env)).toEqual([
      expect.objectContaining({ subject: 'kubeconfig', text: expect.stringMatching(/: ~\/other\/one and 1 more$/) }),
      expect.objectContaining({ subject: 'pgpass', where: '~/pg' }),
    ]);
  });

  test('variables are named, their values are not', async () => {
    using gate = new Gate();
    const home = join(gate.home, 'home');
    mkdirSync(home);
    const env = { AWS_SECRET_ACCESS_KEY: SECRET, AWS_SESSION_TOKEN: SECRET, PGPASSWORD: SECRET, VAULT_TOKEN: '' };
    const found = await around(gate, home, { ...env, GITHUB_TOKEN: SECRET, AWS_REGION: 'eu', SSH_AUTH_SOCK: '/gone' });
    expect(found.map(({ text }) => text)).toEqual([
      'credentials in variables: AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN',
      'credentials in variables: GITHUB_TOKEN',
      'credentials in variables: PGPASSWORD',
    ]);
    const shown = await gate.agent(['doctor'], { env: { ...env, HOME: home } });
    expect(shown.stdout).not.toContain(SECRET);
  });
});

const openssh = ['ssh-agent', 'ssh-add', 'ssh-keygen'].every((name) => spawnSync('which', [name]).status === 0);

describe.skipIf(!openssh)('gate doctor: SSH (needs OpenSSH)', () => {
  /** @returns path of the new key */
  function key(home: string, name: string, passphrase: string): string {
    const path = join(home, '.ssh', name);
    mkdirSync(dirname(path), { recursive: true });
    const args = ['-q', '-t', 'ed25519', '-a', '1', '-N', passphrase, '-f', path];
    expect(spawnSync('ssh-keygen', args).status).toBe(0);
    return path;
  }

  test('keys of ssh-keygen: one with a passphrase is none of these ways, one without is', async () => {
    using gate = new Gate();
    const home = join(gate.home, 'home');
    key(home, 'id_locked', 'a passphrase');
    expect(await around(gate, home)).toEqual([]);
    key(home, 'id_open', '');
    write(home, '.ssh/id_strange', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n');
    expect(await around(gate, home)).toEqual([
      expect.objectContaining({ subject: 'ssh-key', level: 'warning', where: '~/.ssh/id_open' }),
      expect.objectContaining({ subject: 'ssh-key-unknown', level: 'note', where: '~/.ssh/id_strange' }),
    ]);
  });

  test('an agent counts by the keys that it has', async () => {
    using gate = new Gate();
    const home = join(gate.home, 'home');
    mkdirSync(home);
    // Short: the path of a socket has no more than a hundred characters.
    const directory = mkdtempSync(join(tmpdir(), 'agent-'));
    const socket = join(directory, 's');
    const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
    try {
      while (!existsSync(socket)) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await around(gate, home, { SSH_AUTH_SOCK: socket })).toEqual([]);
      const keys = [key(join(directory, 'a'), 'k', ''), key(join(directory, 'b'), 'k', '')];
      const added = spawnSync('ssh-add', ['-q', ...keys], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
      expect(added.status).toBe(0);
      expect(await around(gate, home, { SSH_AUTH_SOCK: socket })).toEqual([
        expect.objectContaining({
          subject: 'ssh-agent',
          level: 'warning',
          text: expect.stringContaining('with 2 keys'),
          where: socket,
        }),
      ]);
    } finally {
      const gone = new Promise((resolve) => agent.on('exit', resolve));
      agent.kill();
      await gone;
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

test.skipIf(process.getuid?.() !== 0)(
  'a file that this user cannot read is no way of theirs (needs root, and setpriv)',
  async () => {
    using gate = new Gate();
    const home = join(gate.home, 'home');
    write(home, '.vault-token', SECRET);
    write(home, '.pgpass', PLANTED['pgpass']![1]);
    chmodSync(join(home, '.pgpass'), 0o644);
    for (const path of [gate.home, home]) chmodSync(path, 0o755);
    const script =
      'exec setpriv --reuid 65534 --regid 65534 --clear-groups env GATE_HOME="$HOME/none" "$gate" doctor --json';
    const { stdout } = await gate.shell(script, { env: { HOME: home } });
    const { findings } = JSON.parse(stdout) as { findings: readonly Found[] };
    const subjects = findings.filter(({ check }) => check === 'ways-around').map(({ subject }) => subject);
    expect(subjects).toContain('pgpass');
    expect(subjects).not.toContain('vault');
  },
);
