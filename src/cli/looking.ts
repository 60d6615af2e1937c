import type { Access } from '../approval/previews/access.ts';
import type { Looking } from '../approval/previews/previews.ts';
import { loadConfig } from '../config/load.ts';
import type { Paths } from '../config/paths.ts';
import { userFile } from '../config/people.ts';
import type { SystemConfig } from '../config/system.ts';
import { chance } from '../wiring.ts';

/** How previews look at the world from here. @param host the name of this machine, as requests have it */
export async function lookingWith(access: Access, host: string): Promise<Looking> {
  const { openLook } = await import('../platform/look.ts');
  return { access, look: openLook, now: chance.now, host };
}

/**
 * For those who are asked: with the credentials that configuration names, the system's file before the user's.
 * @throws GateError CONFIG_INVALID
 */
export async function configuredLooking(
  system: SystemConfig,
  paths: Pick<Paths, 'config' | 'cache'>,
  host: string,
): Promise<Looking> {
  const credentials = system.previews ?? (await loadConfig(userFile(paths), 'self', paths.cache))?.previews ?? {};
  return lookingWith({ kind: 'configured', credentials }, host);
}
