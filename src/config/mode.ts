import { loadConfig } from './load.ts';
import type { Paths } from './paths.ts';
import { userFile } from './people.ts';
import type { SystemConfig } from './system.ts';

/** `mode:` of each file that has one, as policies are loaded with them: the user's never loosens the system's. */
export interface Modes {
  readonly systemMode?: 'enforce' | 'observe';
  readonly userMode?: 'enforce' | 'observe';
}

/** @throws GateError CONFIG_INVALID when the user's file cannot be read, trusted or understood */
export async function loadModes(system: SystemConfig, paths: Pick<Paths, 'config' | 'cache'>): Promise<Modes> {
  const user = await loadConfig(userFile(paths), 'self', paths.cache);
  return {
    ...(system.mode === undefined ? {} : { systemMode: system.mode }),
    ...(user?.mode === undefined ? {} : { userMode: user.mode }),
  };
}
