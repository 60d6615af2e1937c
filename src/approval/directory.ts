import type { EvidenceLevel } from '../policy/decision.ts';
import type { Principal } from '../request/request.ts';
import { reaches } from './evidence.ts';
import { PERSON, type People, type Person, personOf } from './people.ts';

/** Who exists, and who may answer for whom. Looked at again at every vote and every count: people leave. */
export interface Directory {
  /** Whether somebody configured people; if not, a vote is an acknowledgement by the owner, and is called that. */
  readonly configured: boolean;
  /** The people who may answer for this requester on behalf of a group; never the requester. Nobody for an unknown group. */
  members(group: string, requester: Requester): readonly string[];
  /** The strongest evidence this person could give here; undefined when they cannot vote at all. */
  strongest(person: string): EvidenceLevel | undefined;
  /** Groups this person is in, for `whoami`; `owners` is not listed, it depends on who asks. */
  groupsOf(person: string): readonly string[];
}

export interface Requester {
  readonly principal: string;
  /** The person behind an agent or pipeline. */
  readonly owner?: string;
}

/** The group that exists without any configuration: the owner of the asking agent or pipeline; nobody for a person. */
export const OWNERS = 'owners';

/** The directory when nobody wrote `people:`. @param strongest what the one user of this account has enrolled */
export function soleUser(strongest: (person: string) => EvidenceLevel): Directory {
  return {
    configured: false,
    members: (group, requester) => (group === OWNERS ? ownerOf(requester) : []),
    strongest,
    groupsOf: () => [],
  };
}

/**
 * The directory that somebody wrote. The group `owners` is the person whom it names behind the asking agent or pipeline.
 * A name that is no group is the person of that name, for the owners of targets; anything else is nobody.
 *
 * @param enrolled the strongest evidence that somebody of this directory could give here
 * @param reached what somebody could give without an account here: by logging in, or in a chat
 */
export function directoryOf(
  people: People,
  enrolled: (person: string) => EvidenceLevel,
  reached: (person: Person) => EvidenceLevel | undefined = () => undefined,
): Directory {
  const membersOf = (group: string, requester: Requester): readonly string[] => {
    if (group === OWNERS) return ownerOf(requester).filter((owner) => personOf(owner, people) !== undefined);
    const found = people.groups.find(({ name }) => name === group);
    if (found) return found.members.map((name) => PERSON + name);
    return personOf(PERSON + group, people) ? [PERSON + group] : [];
  };
  return {
    configured: true,
    members: (group, requester) => membersOf(group, requester).filter((person) => person !== requester.principal),
    strongest: (id) => {
      const person = personOf(id, people);
      if (person === undefined) return undefined;
      const elsewhere = reached(person);
      // Without an account nobody is them at a terminal.
      if (elsewhere === undefined) return person.os.length === 0 ? undefined : enrolled(id);
      const level = enrolled(id);
      return reaches(level, elsewhere) ? level : elsewhere;
    },
    groupsOf: (id) =>
      people.groups.filter(({ members }) => members.some((name) => id === PERSON + name)).map(({ name }) => name),
  };
}

export function ownerOf({ principal, owner }: Requester): readonly string[] {
  return owner !== undefined && owner !== principal ? [owner] : [];
}

/** Only a person votes, and only from where no agent, pipeline or gate supervises the keyboard. */
export function mayVote(principal: Principal, supervised: boolean, tty: boolean): string | undefined {
  const why = notInPerson(principal, supervised, tty);
  if (why === undefined) return undefined;
  return `${why}, and ${principal.kind === 'person' && !supervised ? 'people vote at one' : 'only people vote'}`;
}

/** Why nobody can be taken at their word here, in one clause; undefined for a person at a terminal of their own. */
export function notInPerson(principal: Principal, supervised: boolean, tty: boolean): string | undefined {
  if (principal.kind !== 'person') return `${principal.id} is not a person`;
  if (supervised) return 'an agent, a pipeline or gate is among the parent processes';
  return tty ? undefined : 'there is no controlling terminal';
}
