import { type Directory, directoryOf, soleUser } from '../approval/directory.ts';
import { type People, type Person, personOf } from '../approval/people.ts';
import type { QueueWords } from '../approval/watched.ts';
import type { EvidenceLevel } from '../policy/decision.ts';

/** A directory that is read again before it is asked something that matters: people leave while gate waits. */
export interface LiveDirectory extends Directory {
  /** @throws GateError CONFIG_INVALID when it cannot be read now: then nothing is decided */
  refresh(): Promise<void>;
  /** SSH keys of the configuration, `TYPE BASE64`: they count without enrolment. */
  keysOf(person: string): readonly string[];
}

export interface Listing {
  /** Undefined: nobody wrote who exists, and the user of this account is the only person. */
  readonly people: People | undefined;
  reload(): Promise<People | undefined>;
  /** What somebody could give without an account here; absent: nothing. */
  readonly reached?: (person: Person) => EvidenceLevel | undefined;
  /** Whether people answer what pipelines ask here. @throws GateError CONFIG_INVALID */
  pipelines(): Promise<QueueWords | undefined>;
}

/**
 * @param enrolled the strongest evidence that this person has enrolled here
 */
export function liveDirectory(
  listing: Pick<Listing, 'people' | 'reload' | 'reached'>,
  enrolled: (person: string) => EvidenceLevel,
): LiveDirectory {
  let { people } = listing;
  const { reached } = listing;
  const keysOf = (person: string) => (people && personOf(person, people)?.sshKeys) ?? [];
  const strongest = (person: string) => (keysOf(person).length > 0 ? 'signed' : enrolled(person));
  const listed = () => (people ? directoryOf(people, strongest, reached) : soleUser(strongest));
  let now = listed();
  return {
    get configured() {
      return now.configured;
    },
    members: (group, requester) => now.members(group, requester),
    strongest: (person) => now.strongest(person),
    groupsOf: (person) => now.groupsOf(person),
    async refresh() {
      people = await listing.reload();
      now = listed();
    },
    keysOf,
  };
}
