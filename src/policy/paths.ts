import { dirname, isAbsolute, join, resolve, sep } from 'node:path';

/** Where policies may lie. Directories that do not exist are no error. */
export interface PolicyPaths {
  readonly system: string;
  readonly user: string;
  /** Directories that may hold a `.gate/policies`, nearest first; the search ends at the root of the git work tree. */
  readonly repository: readonly string[];
  /** True when the search may go on above `repository[0]` only inside a git work tree. */
  readonly needsWorkTree: boolean;
}

export const SYSTEM_POLICIES = '/etc/gate/policies';

/** Pure. Nothing in the environment can point away from the system's directory. */
export function policyPaths(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
  cwd: string,
): PolicyPaths {
  // Given by hand, and means what it says.
  const gateHome = environment['GATE_HOME'] ? resolve(cwd, environment['GATE_HOME']) : undefined;
  const config = absolute(environment['XDG_CONFIG_HOME']) ?? join(home, '.config');
  const user = gateHome === undefined ? join(config, 'gate', 'policies') : join(gateHome, 'policies');
  const inHome = home !== '/' && (cwd === home || cwd.startsWith(home + sep));
  return { system: SYSTEM_POLICIES, user, repository: upward(cwd, inHome ? home : '/'), needsWorkTree: !inHome };
}

/** XDG says that a relative path is to be ignored. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

function upward(from: string, top: string): readonly string[] {
  const found = [from];
  for (let path = from; path !== top && path !== dirname(path); ) {
    path = dirname(path);
    found.push(path);
  }
  return found;
}
