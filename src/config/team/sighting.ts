/** What sources say of people, before it is clear who is who. Plain data. */

/** The identities that `config.yaml` knows. */
export const KINDS = ['os', 'email', 'slack', 'teams', 'ssh_keys'] as const;
export type Kind = (typeof KINDS)[number];
export type Identities = Readonly<Record<Kind, readonly string[]>>;

/** One person as one source has them. */
export interface Sighting {
  /** For people: `team.csv:3`, `users.json: U012AB3CD`. */
  readonly at: string;
  /** Sightings of one source are different people, unless an identity says otherwise. */
  readonly source: 'csv' | 'slack' | 'github';
  /** The name that this source wants them to have in `config.yaml`. */
  readonly id?: string;
  /** A display name: good for making a name of, and never for telling who somebody is. */
  readonly name?: string;
  /** Short names elsewhere, for the same purpose. */
  readonly handles: readonly string[];
  readonly identities: Identities;
  /** GitHub logins: they tell who is who among sources, and `config.yaml` has no place for them. */
  readonly github: readonly string[];
  /** Groups of this person. */
  readonly groups: readonly string[];
}

/** Somebody who is not taken over, by name and with the reason. */
export interface LeftOut {
  readonly at: string;
  readonly who: string;
  readonly why: string;
}

/** Everything that one kind of source says. */
export interface Team {
  readonly sightings: readonly Sighting[];
  readonly leftOut: readonly LeftOut[];
  /** Accounts of which a source says that they are closed: who of the configuration may have left. */
  readonly closed: readonly { readonly kind: Kind; readonly value: string; readonly why: string }[];
  readonly notes: readonly string[];
}

export function nobody(): Identities {
  return { os: [], email: [], slack: [], teams: [], ssh_keys: [] };
}
