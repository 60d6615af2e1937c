import type { Access } from '../approval/previews/access.ts';
import type { Looking } from '../approval/previews/previews.ts';
import { chance } from '../wiring.ts';

/** How previews look at the world from here. @param host the name of this machine, as requests have it */
export async function lookingWith(access: Access, host: string): Promise<Looking> {
  const { openLook } = await import('../platform/look.ts');
  return { access, look: openLook, now: chance.now, host };
}
