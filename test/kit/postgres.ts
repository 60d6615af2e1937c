import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A real PostgreSQL of its own, on loopback, with password login; gone when disposed. */
export interface Postgres extends AsyncDisposable {
  /** What psql needs to reach it, as people keep it in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly password: string;
  /** Runs SQL directly, not through gate. @returns psql's plain output */
  sql(text: string): string;
}

/** Directory of `initdb`, `postgres` and `psql`, or undefined where no server is installed. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))));
}

/** @throws when no server is installed or it does not come up within 20 seconds */
export async function startPostgres(): Promise<Postgres> {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql)');
  const owner = serverOwner();
  // A temporary directory of root's own is closed to the server's user.
  const directory = mkdtempSync(join(owner ? '/tmp' : tmpdir(), 'gate-postgres-'));
  const data = join(directory, 'data');
  const password = 'demo-Pass-2f81c0';
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, password);
  if (owner) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, directory]);
  const quiet = {
    ...owner,
    cwd: directory,
    stdio: 'ignore' as const,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
  };
  const options = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--no-sync'];
  try {
    execFileSync(join(programs, 'initdb'), ['-D', data, ...options], quiet);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${directory}`, 'fsync=off'];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    quiet,
  );
  const environment = {
    PGHOST: '127.0.0.1',
    PGPORT: String(port),
    PGUSER: 'postgres',
    PGPASSWORD: password,
    PGDATABASE: 'postgres',
  };
  const sql = (text: string) =>
    execFileSync(join(programs, 'psql'), ['-X', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', text], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  await ready(sql, server);
  return {
    environment,
    password,
    sql,
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // The postmaster's own pid file names it: never stopped by name.
      process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]), 'SIGINT');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; then it runs as the user that its package made, else as nobody. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const fields = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return undefined;
}

async function ready(sql: (text: string) => string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      sql('select 1');
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
