import type { QueueWords } from '../approval/watched.ts';
import { loadConfig } from './load.ts';
import type { Paths } from './paths.ts';
import { userFile } from './people.ts';
import { SYSTEM_FILE, type SystemConfig } from './system.ts';

/**
 * `pipelines:` of the system's file, else of the user's; undefined when neither has it.
 *
 * @throws GateError CONFIG_INVALID when the user's file cannot be read, trusted or understood
 */
export async function loadPipelines(
  system: SystemConfig,
  paths: Pick<Paths, 'config' | 'cache'>,
): Promise<QueueWords | undefined> {
  if (system.pipelines) return { ...system.pipelines, source: SYSTEM_FILE };
  const file = userFile(paths);
  const user = await loadConfig(file, 'self', paths.cache);
  return user?.pipelines && { ...user.pipelines, source: file };
}
