import table from '../../grammars/openssh.json' with { type: 'json' };
import { grammar, optionValue, type Scan } from '../../options.ts';
import type { Run } from '../../reader.ts';

/** What the OpenSSH programs have in common: their option tables, and the settings of `-o`. */

type Program = 'ssh' | 'scp' | 'sftp' | 'ssh-keygen' | 'ssh-keyscan' | 'ssh-agent' | 'ssh-add' | 'ssh-copy-id';

/** Which of two values counts differs between options; the readers look at those that decide. */
export const GRAMMARS = {
  of(program: Program) {
    const kept = made.get(program);
    if (kept !== undefined) return kept;
    const { flags, values } = table[program];
    const fresh = grammar('getopt', { flags, many: values });
    made.set(program, fresh);
    return fresh;
  },
};
const made = new Map<Program, ReturnType<typeof grammar>>();

/** Settings whose value is a program or a library that this machine runs. */
const RUNS = /^(proxycommand|localcommand|knownhostscommand|xauthlocation)$/;
const LOADS = /^(pkcs11provider|securitykeyprovider|include|match)$/;

export interface Settings {
  /** Lines that a shell of this machine runs. */
  readonly lines: readonly string[];
  /** The line the other machine runs instead of a session. */
  readonly remote: string | undefined;
  readonly doubts: readonly string[];
  /** The connection goes by way of another machine or program. */
  readonly detour: boolean;
}

/** What `-o`, `-F`, `-J`, `-S` and `-I` of these scans set. */
export function settingsOf(scans: readonly Scan[]): Settings {
  const lines: string[] = [];
  const doubts: string[] = [];
  let remote: string | undefined;
  let detour = false;
  for (const { options } of scans) {
    for (const setting of options.get('o') ?? []) {
      const parts = /^\s*([a-z0-9]+)(?:\s*=\s*|\s+)"?([\s\S]*?)"?\s*$/i.exec(setting);
      const key = parts?.[1]?.toLowerCase();
      const value = parts?.[2] ?? '';
      if (key === undefined) doubts.push(`the setting ${setting} is not understood`);
      else if (RUNS.test(key) && value.toLowerCase() !== 'none') lines.push(value);
      else if (LOADS.test(key) && !/^(none|internal)$/i.test(value))
        doubts.push(`${parts?.[1]} runs code gate does not see`);
      else if (key === 'remotecommand') remote = value;
      if (/^(proxycommand|proxyjump|hostname)$/.test(key ?? '')) detour = true;
    }
    for (const file of options.get('F') ?? [])
      if (file !== '/dev/null' && file !== 'none') doubts.push(`its settings come from ${file}`);
    if (options.has('I')) doubts.push('-I loads a library');
    if (options.has('J')) detour = true;
  }
  return { lines, remote, doubts, detour };
}

/** The programs these settings start on this machine. */
export function localRuns(settings: Settings, via: string): readonly Run[] {
  return settings.lines.map((line) => ({ argv: ['sh', '-c', line], via: `${via} -o` }));
}

export interface Place {
  readonly user: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
}

/** `user@host`, `ssh://user@host:port`. */
export function placeOf(destination: string, ...scans: readonly Scan[]): Place {
  const url = /^(?:ssh|sftp|scp):\/\/(?:([^@/]*)@)?(\[[^\]]*\]|[^:/]*)(?::(\d+))?/.exec(destination);
  const option = (name: string): string | undefined =>
    scans.map((found) => optionValue(found, name)).find((value) => value !== undefined);
  if (url !== null) return { user: url[1], host: url[2] ?? '', port: url[3] ?? option('p') };
  const at = destination.lastIndexOf('@');
  return {
    user: at < 0 ? option('l') : destination.slice(0, at),
    host: at < 0 ? destination : destination.slice(at + 1),
    port: option('p') ?? option('P'),
  };
}
