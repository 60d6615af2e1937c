import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { standalone } from '../../platform/runtime.ts';
import { VERSION } from '../version.ts';
import { type Finding, tilde } from './finding.ts';
import { modeOf, stats } from './places.ts';

/** Which gate this is, who could have changed it, and whether it is the one that people start. */
export interface Installation {
  readonly version: string;
  /** As it was started. */
  readonly executable: string;
  /** Where that really lies. */
  readonly real: string;
  /** Uid; null when it cannot be seen. */
  readonly owner: number | null;
  readonly mode: string | null;
  /** False: the bundle, on Node or Bun. */
  readonly standalone: boolean;
}

export function installationAt(executable: string): Installation {
  const real = realOf(executable);
  const found = stats(real);
  return {
    version: VERSION,
    executable,
    real,
    owner: found?.uid ?? null,
    mode: modeOf(found) ?? null,
    standalone,
  };
}

export interface Starting {
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  /** Uid of the caller. */
  readonly uid: number;
}

export function installationFindings(installation: Installation, starting: Starting): readonly Finding[] {
  const own = standalone
    ? [installation.real]
    : [installation.real, realOf(process.argv[1] ?? ''), realOf(process.execPath)];
  return [
    ...own.flatMap((path) => writableFindings(path, starting, 'gate')),
    ...ownerFindings(installation, starting),
    ...pathFindings(installation, starting),
    ...injected(starting.environment),
  ];
}

/**
 * RT-03: who else could put another program in this one's place.
 * @param path real and absolute
 * @param subject what the program is
 */
export function writableFindings(
  path: string,
  { home, uid }: Pick<Starting, 'home' | 'uid'>,
  subject: string,
): Finding[] {
  for (let at = path; ; at = dirname(at)) {
    const found = stats(at);
    if (found === undefined) return [];
    const { mode } = found;
    // In a sticky directory others can add a name, but not replace one.
    const sticky = found.isDirectory() && (mode & 0o1000) !== 0;
    const where = tilde(at, home);
    const common = { check: 'installation', subject: `${subject} can be replaced`, where } as const;
    if (found.uid !== 0 && found.uid !== uid) {
      const text = `${where} belongs to uid ${found.uid}, who can put another program in the place of ${subject}`;
      return [{ ...common, level: 'problem', text, hint: 'install it where only root, or only you, can write' }];
    }
    if ((mode & 0o002) !== 0 && !sticky) {
      const text = `${where} can be written by everybody: anybody can put another program in the place of ${subject}`;
      return [{ ...common, level: 'problem', text, hint: `chmod o-w ${where}` }];
    }
    if ((mode & 0o020) !== 0 && found.gid !== 0 && !sticky) {
      const text = `${where} can be written by group ${found.gid}, which can put another program in the place of ${subject}`;
      return [{ ...common, level: 'warning', text, hint: `chmod g-w ${where}` }];
    }
    if (at === '/') return [];
  }
}

function ownerFindings({ real, owner }: Installation, { home, uid }: Starting): Finding[] {
  if (owner !== uid || uid === 0) return [];
  const where = tilde(real, home);
  const text = `${where} belongs to you: a program of yours can change gate itself`;
  return [{ check: 'installation', level: 'note', subject: 'owner', text, where, hint: 'let root own it' }];
}

/** BYP-03: what a shell would start when somebody types `gate`. */
function pathFindings({ real }: Installation, { environment, home }: Starting): Finding[] {
  const first = firstOnPath(environment);
  if (first === undefined || isSame(realOf(first), real)) return [];
  const where = tilde(realOf(first), home);
  const text = `\`gate\` on PATH is ${where}, not this one`;
  const hint = 'name gate by its full path';
  return [{ check: 'installation', level: 'warning', subject: 'another on PATH', text, where, hint }];
}

/** The `gate` that `PATH` leads to. */
export function firstOnPath(environment: Readonly<Record<string, string>>): string | undefined {
  const folders = (environment['PATH'] ?? '').split(':');
  return folders.map((folder) => join(folder === '' ? '.' : folder, 'gate')).find(isExecutable);
}

/** A launcher lies beside the directory of what it starts, and counts as the same. */
export function isSame(one: string, other: string): boolean {
  return one === other || rootOf(one) === rootOf(other);
}

function rootOf(path: string): string {
  return path.replace(/\/(bin\/gate|dist\/gate(\.js)?|lib\/gate\/gate\.js)$/, '');
}

/** RT-02: what puts code of others in front of gate's first line. Values are not shown. */
function injected(environment: Readonly<Record<string, string>>): Finding[] {
  const found = (name: string, text: string): Finding => ({
    check: 'installation',
    level: 'warning',
    subject: name,
    text: `${name} ${text}`,
    hint: `unset ${name} where gate is started`,
  });
  const findings: Finding[] = [];
  for (const name of ['LD_PRELOAD', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES']) {
    if (environment[name]) findings.push(found(name, 'is set: its code runs inside gate'));
  }
  for (const name of ['BUN_OPTIONS', 'BUN_BE_BUN', 'BUN_INSPECT']) {
    if (environment[name]) findings.push(found(name, 'is set: it changes how the runtime inside gate starts'));
  }
  const options = environment['NODE_OPTIONS'] ?? '';
  if (!standalone && /(?:^|\s)["']?(?:-r\b|--(?:require|import|(?:experimental-)?loader|inspect))/.test(options)) {
    findings.push(found('NODE_OPTIONS', 'makes Node load other code, or open a debugger, before gate'));
  }
  return findings;
}

export function isExecutable(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path itself where it leads nowhere. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
