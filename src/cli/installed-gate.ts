import { dirname, resolve } from 'node:path';
import { requirePlainPath } from '../agents/settings/command-line.ts';
import { GateError } from '../errors.ts';
import { ownPath } from '../platform/own-path.ts';
import { isExecutable, realOf, writableFindings } from './doctor/installation.ts';
import { repositoryAbove } from './repository.ts';

/** A gate that settings may name: it stays where it is, and nobody else can put another program in its place. */
export interface InstalledGate {
  readonly path: string;
  /** At the end of links: what the started gate calls itself. */
  readonly real: string;
}

export interface Whose {
  readonly cwd: string;
  readonly home: string;
  /** Of the person. */
  readonly uid: number;
}

/**
 * @param given a path that the person named; without one, the gate that runs now
 * @throws GateError USAGE when it is none, or lies where it will not stay; CONFIG_INVALID when others could replace it
 */
export function installedGate(given: string | undefined, { cwd, home, uid }: Whose): InstalledGate {
  const path = given === undefined ? ownPath() : resolve(cwd, given);
  const real = realOf(path);
  if (!isExecutable(real)) {
    throw new GateError('USAGE', `\`${path}\` is no program`, {
      hint: 'name an installed gate: --gate /full/path/gate',
    });
  }
  requirePlainPath(path);
  requirePlainPath(real);
  if (given === undefined) requireStaying(real);
  // The link itself lies in a directory too.
  const links = writableFindings(dirname(path), { home, uid }, 'gate');
  const [finding] = [...links, ...writableFindings(real, { home, uid }, 'gate')];
  if (finding) throw new GateError('CONFIG_INVALID', finding.text, { hint: `nothing was changed; ${finding.hint}` });
  return { path, real };
}

/** A clone is rebuilt, moved and removed; what harnesses start must be there for every tool call. */
function requireStaying(path: string): void {
  const hint = 'run `gate install` first, and then the installed gate; or name this one on purpose with --gate PATH';
  if (path.includes('/node_modules/'))
    throw new GateError('USAGE', `this gate lies in a package directory: ${path}`, { hint });
  const clone = repositoryAbove(dirname(path));
  if (clone !== undefined) throw new GateError('USAGE', `this gate lies in a work tree of git: ${clone}`, { hint });
}
