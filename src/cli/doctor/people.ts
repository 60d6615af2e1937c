import type { Paths } from '../../config/paths.ts';
import { ignoresUsersPeople, loadPeople, userFile } from '../../config/people.ts';
import type { SystemConfig } from '../../config/system.ts';
import { reported } from '../report.ts';
import type { Finding } from './finding.ts';

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

export function peopleFindings({ state, message }: PeopleFound): readonly Finding[] {
  if (state !== 'invalid') return [];
  return [
    {
      check: 'people',
      level: 'problem',
      subject: 'invalid',
      text: message ?? '',
      hint: 'nothing runs until it is mended',
    },
  ];
}

/** For `whoami`: why somebody is not who their own file says. */
export function ignoredWords({ ignored, source }: PeopleFound): readonly string[] {
  return ignored === undefined ? [] : [`the people in ${ignored} do not count, because ${source} names people`];
}

export function peopleWords({ state, source, people, groups, ignored }: PeopleFound): string {
  if (state === 'invalid') return 'cannot be read';
  if (state === 'none') return 'nobody is configured: the user of this account is the only person';
  const also = ignored === undefined ? '' : `; those in ${ignored} do not count`;
  return `${counted(people, 'person', 'people')} and ${counted(groups, 'group', 'groups')} in ${source}${also}`;
}

function counted(count = 0, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
