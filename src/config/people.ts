import { join } from 'node:path';
import type { People } from '../approval/people.ts';
import { loadConfig } from './load.ts';
import type { Paths } from './paths.ts';
import { SYSTEM_FILE, type SystemConfig } from './system.ts';

/**
 * Who exists: from the system's file when it names anybody, else from the policy bundle, else from the user's. Undefined when none does.
 *
 * @throws GateError CONFIG_INVALID when the user's file cannot be read, trusted or understood; also when it is not the one that counts;
 *   POLICY_INVALID when a bundle is named and none is good
 */
export async function loadPeople(
  system: SystemConfig,
  paths: Pick<Paths, 'config' | 'cache'>,
): Promise<People | undefined> {
  const file = userFile(paths);
  const user = await loadConfig(file, 'self', paths.cache);
  if (system.people) return { source: SYSTEM_FILE, ...system.people };
  const bundled = await peopleOfBundle(system, paths.cache);
  if (bundled) return bundled;
  return user?.people && { source: file, ...user.people };
}

async function peopleOfBundle({ bundled }: SystemConfig, cacheDirectory: string): Promise<People | undefined> {
  if (bundled === undefined) return undefined;
  const [bundle, { bundledPeople }] = await Promise.all([bundled(), import('./bundle.ts')]);
  return bundledPeople(bundle, cacheDirectory);
}

/** Whether the user's file names people who do not count, because the system's names some. */
export async function ignoresUsersPeople(
  system: SystemConfig,
  paths: Pick<Paths, 'config' | 'cache'>,
): Promise<boolean> {
  if (system.people === undefined && (await peopleOfBundle(system, paths.cache)) === undefined) return false;
  return (await loadConfig(userFile(paths), 'self', paths.cache))?.people !== undefined;
}

export function userFile({ config }: Pick<Paths, 'config'>): string {
  return join(config, 'config.yaml');
}
