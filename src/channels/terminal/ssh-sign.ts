import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sshKey } from '../../approval/factors/ssh-key.ts';
import { GateError } from '../../errors.ts';

/** Never by the caller's PATH: whoever stands first there would be given the terminal. */
const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/run/current-system/sw/bin'];

/**
 * Has OpenSSH sign a text: with the private key beside its `.pub`, or through the agent. It asks for a passphrase, PIN or
 * touch at the terminal by itself. Undefined when it did not sign.
 *
 * @throws GateError CHANNEL_UNAVAILABLE where OpenSSH is not installed
 */
export async function signAtTerminal(
  text: string,
  namespace: string,
  { key, path }: { readonly key: string; readonly path?: string },
): Promise<string | undefined> {
  const program = PLACES.map((place) => join(place, 'ssh-keygen')).find((place) => existsSync(place));
  if (program === undefined) {
    throw new GateError('CHANNEL_UNAVAILABLE', 'ssh-keygen is not installed', {
      hint: 'install the client of OpenSSH, or enroll something else: gate enroll totp',
    });
  }
  const { spawnSync } = await import('node:child_process');
  const directory = mkdtempSync(join(tmpdir(), 'gate-sign-'));
  try {
    const file = keyFile(key, path) ?? publicFile(key, directory);
    const { status, stdout } = spawnSync(program, ['-Y', 'sign', '-q', '-n', namespace, '-f', file], {
      input: text,
      encoding: 'latin1',
      env: signingEnvironment(process.env),
      // What it asks for, such as a touch, is written there.
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return status === 0 ? stdout : undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Nothing that starts other programs or shows a window elsewhere. */
function signingEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const passed = ['HOME', 'TERM', 'SSH_AUTH_SOCK'].flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { PATH: '/usr/bin:/bin', ...Object.fromEntries(passed) };
}

/** The private half of this very key: where it was at enrolment, or among the user's own. */
function keyFile(key: string, path: string | undefined): string | undefined {
  const own = join(process.env['HOME'] ?? '/', '.ssh');
  const found = names(own).map((name) => join(own, name));
  for (const file of path === undefined ? found : [path, ...found]) {
    const half = file.replace(/\.pub$/, '');
    if (half !== file && isKey(file, key) && existsSync(half)) return half;
  }
  return undefined;
}

/** With a public key alone, ssh-keygen asks the agent. */
function publicFile(key: string, directory: string): string {
  const file = join(directory, 'key.pub');
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return file;
}

function names(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.pub'));
  } catch {
    return [];
  }
}

function isKey(file: string, key: string): boolean {
  try {
    return sshKey(readFileSync(file, 'utf8'))?.line === key;
  } catch {
    return false;
  }
}
