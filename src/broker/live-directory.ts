import { type Directory, directoryOf, soleUser } from '../approval/directory.ts';
import type { People } from '../approval/people.ts';
import type { EvidenceLevel } from '../policy/decision.ts';

/** A directory that is read again before it is asked something that matters: people leave while gate waits. */
export interface LiveDirectory extends Directory {
  /** @throws GateError CONFIG_INVALID when it cannot be read now: then nothing is decided */
  refresh(): Promise<void>;
}

export interface Listing {
  /** Undefined: nobody wrote who exists, and the user of this account is the only person. */
  readonly people: People | undefined;
  reload(): Promise<People | undefined>;
}

/** @param strongest the strongest evidence that this person could give here */
export function liveDirectory(listing: Listing, strongest: (person: string) => EvidenceLevel): LiveDirectory {
  const of = (people: People | undefined) => (people ? directoryOf(people, strongest) : soleUser(strongest));
  let now = of(listing.people);
  return {
    get configured() {
      return now.configured;
    },
    members: (group, requester) => now.members(group, requester),
    strongest: (person) => now.strongest(person),
    groupsOf: (person) => now.groupsOf(person),
    async refresh() {
      now = of(await listing.reload());
    },
  };
}
