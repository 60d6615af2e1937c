import type { BundleInForce } from '../policy/bundle/in-force.ts';
import { loadConfig } from './load.ts';
import type { Paths } from './paths.ts';
import { userFile } from './people.ts';
import type { SystemConfig } from './system.ts';

/** What configuration adds to policies: `mode:` of each file that has one (the user's never loosens the system's), and the bundle. */
export interface Modes {
  readonly systemMode?: 'enforce' | 'observe';
  readonly userMode?: 'enforce' | 'observe';
  readonly bundle?: BundleInForce;
}

/**
 * @throws GateError CONFIG_INVALID when the user's file cannot be read, trusted or understood; POLICY_INVALID when a bundle is named
 *   and none is good
 */
export async function loadModes(system: SystemConfig, paths: Pick<Paths, 'config' | 'cache'>): Promise<Modes> {
  const user = await loadConfig(userFile(paths), 'self', paths.cache);
  return {
    ...(system.mode === undefined ? {} : { systemMode: system.mode }),
    ...(user?.mode === undefined ? {} : { userMode: user.mode }),
    ...(system.bundled === undefined ? {} : { bundle: await system.bundled() }),
  };
}
