import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** So many are asked for at once: command lines end somewhere. */
const AT_ONCE = 500;
const PATIENCE_MILLISECONDS = 10_000;

/**
 * Which of these accounts exist on this machine: those of `/etc/passwd`, and those that the name service knows beside it.
 * One that cannot be looked up is not there.
 */
export function accountsHere(names: readonly string[]): ReadonlySet<string> {
  const wanted = [...new Set(names)].filter((name) => /^[A-Za-z0-9_][^:\s]*$/.test(name));
  const listed = new Set(accountsIn(passwd()));
  const others = wanted.filter((name) => !listed.has(name));
  const found = process.platform === 'darwin' ? others.filter(known) : served(others);
  return new Set([...wanted.filter((name) => listed.has(name)), ...found]);
}

function passwd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

/** A number is looked up as a uid: only what is printed as the name itself counts. */
function served(names: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    found.push(...accountsIn(said('/usr/bin/getent', ['passwd', '--', ...some])).filter((name) => some.includes(name)));
  }
  return found;
}

function known(name: string): boolean {
  return said('/usr/bin/id', ['-un', name]).trim() === name;
}

function said(program: string, args: readonly string[]): string {
  const ended = spawnSync(program, args, {
    encoding: 'utf8',
    env: {},
    timeout: PATIENCE_MILLISECONDS,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return ended.stdout ?? '';
}

function accountsIn(lines: string): readonly string[] {
  return lines.split('\n').flatMap((line) => line.split(':', 1)[0] || []);
}
