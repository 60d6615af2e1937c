import type { Paths } from '../config/paths.ts';
import { ignoresUsersPeople, loadPeople, userFile } from '../config/people.ts';
import type { SystemConfig } from '../config/system.ts';
import { reported } from './report.ts';

/** Where it is written who exists, as far as it can be read. */
export interface PeopleFound {
  readonly state: 'none' | 'listed' | 'invalid';
  readonly source?: string;
  readonly people?: number;
  readonly groups?: number;
  /** The user's file, when its people do not count. */
  readonly ignored?: string;
  readonly message?: string;
}

export async function peopleFound(system: SystemConfig, paths: Pick<Paths, 'config' | 'cache'>): Promise<PeopleFound> {
  try {
    const found = await loadPeople(system, paths);
    if (!found) return { state: 'none' };
    const { source, people, groups } = found;
    const ignored = (await ignoresUsersPeople(system, paths)) ? { ignored: userFile(paths) } : {};
    return { state: 'listed', source, people: people.length, groups: groups.length, ...ignored };
  } catch (error) {
    return { state: 'invalid', message: reported(error).message };
  }
}

export function peopleWords({ state, source, people, groups, ignored, message }: PeopleFound): string {
  if (state === 'invalid') return message ?? '';
  if (state === 'none') return 'nobody is configured: the user of this account is the only person';
  const also = ignored === undefined ? '' : `; those in ${ignored} do not count`;
  return `${people} people and ${groups} groups in ${source}${also}`;
}
