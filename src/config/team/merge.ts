import { nameFor } from './names.ts';
import { keyOf, keysOf, type Node, tied } from './same.ts';
import { type Identities, KINDS, type Kind, type LeftOut, nobody, type Sighting, type Team } from './sighting.ts';

/**
 * Who is who: sightings of one person become one, beside the people that the configuration has already. Two are one by
 * an e-mail address, or by another identity that somebody wrote down for both; never by a display name. Whoever fits two
 * people, or fits one in one respect and not in another, is listed and left apart (same.ts). Pure.
 */

/** What a configuration says already, as it is written there. */
export interface Existing {
  readonly people: Readonly<Record<string, Partial<Identities>>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly agents: readonly string[];
}

export interface Merged {
  /** People who are new, or of whom something is: only what is to be added. */
  readonly people: readonly Addition[];
  /** Members that groups get. */
  readonly groups: readonly { readonly name: string; readonly isNew: boolean; readonly members: readonly string[] }[];
  readonly leftOut: readonly LeftOut[];
  /** Not taken over, because it is not clear who they are. */
  readonly apart: readonly LeftOut[];
  readonly notes: readonly string[];
}

export interface Addition {
  readonly name: string;
  readonly isNew: boolean;
  readonly identities: Identities;
  /** What it was taken from. */
  readonly from: readonly string[];
}

/** One group that was asked for: `@NAME` is a group of the files, anything else somebody. */
export interface WantedGroup {
  readonly name: string;
  readonly who: readonly string[];
}

interface Member {
  name?: string;
  /** Of a person of the configuration: what is written there. */
  readonly before: Partial<Identities> | undefined;
  readonly identities: Record<Kind, string[]>;
  readonly github: readonly string[];
  readonly handles: readonly string[];
  readonly display: string | undefined;
  readonly groups: ReadonlySet<string>;
  readonly sightings: Sighting[];
}

/** @param wanted when given, these groups are made and no others, and only their people are taken over */
export function merge(teams: readonly Team[], existing: Existing, wanted: readonly WantedGroup[] = []): Merged {
  const sightings = teams.flatMap((team) => team.sightings);
  const apart: LeftOut[] = [];
  const members = tied([...Object.entries(existing.people).map(existingNode), ...sightings]).flatMap(
    ({ nodes, doubt }) => {
      const seen = nodes.flatMap((node) => (node.source === 'existing' ? [] : [node]));
      if (doubt === undefined) return [memberOf(seen, nodes.find(({ source }) => source === 'existing')?.id, existing)];
      for (const { at, id, name } of seen) apart.push({ at, who: id ?? name ?? at, why: doubt });
      return nodes.flatMap(({ source, id }) => (source === 'existing' ? [memberOf([], id, existing)] : []));
    },
  );
  const notes = [...teams.flatMap((team) => team.notes), ...leavers(teams, existing), ...members.flatMap(twice)];
  const leftOut = teams.flatMap((team) => team.leftOut);

  const known = members.filter((member) => {
    if (member.before !== undefined || KINDS.some((kind) => member.identities[kind].length > 0)) return true;
    for (const { at, id, handles, name } of member.sightings) {
      leftOut.push({
        at,
        who: id ?? handles[0] ?? name ?? at,
        why: member.github.length > 0 ? ONLY_GITHUB : NO_IDENTITY,
      });
    }
    return false;
  });
  const groupsOf = wanted.length === 0 ? gathered(known) : chosen(wanted, known, apart);
  const taken =
    wanted.length === 0 ? known : known.filter((member) => [...groupsOf.values()].some((group) => group.has(member)));
  // Whoever is left apart now may come later, by the name that was asked for.
  const reserved = sightings.flatMap(({ id }) => id ?? []);
  nameAll(taken, groupsOf, { existing, leftOut, reserved });
  const named = taken.filter(({ name }) => name !== undefined);
  return {
    people: named.flatMap(additionOf),
    groups: [...groupsOf].flatMap(([name, group]) => groupAddition(name, group, existing, notes)),
    leftOut,
    apart,
    notes,
  };
}

const ONLY_GITHUB =
  'has no e-mail address and no key there, and config.yaml has no place for a GitHub login: name both in a CSV';
const NO_IDENTITY = 'has no identity: an account, an e-mail address, a Slack or Teams id, or a key';

function existingNode([name, written]: [string, Partial<Identities>]): Node & { readonly source: 'existing' } {
  return { id: name, at: name, source: 'existing', identities: { ...nobody(), ...written }, github: [] };
}

/** @param name of a person of the configuration */
function memberOf(sightings: readonly Sighting[], name: string | undefined, { people }: Existing): Member {
  const before = name === undefined ? undefined : (people[name] ?? {});
  const called = name ?? sightings.find(({ id }) => id !== undefined)?.id;
  const identities: Record<Kind, string[]> = { os: [], email: [], slack: [], teams: [], ssh_keys: [] };
  for (const kind of KINDS) {
    const values = [...(before?.[kind] ?? []), ...sightings.flatMap((each) => each.identities[kind])];
    const first = new Map(values.toReversed().map((value) => [keyOf(kind, value), value]));
    identities[kind].push(...new Set(values.map((value) => first.get(keyOf(kind, value)) ?? value)));
  }
  return {
    ...(called === undefined ? {} : { name: called }),
    before,
    identities,
    github: sightings.flatMap(({ github }) => github),
    handles: sightings.flatMap(({ handles }) => handles),
    display: sightings.find((each) => each.name !== undefined)?.name,
    groups: new Set(sightings.flatMap(({ groups }) => groups)),
    sightings: [...sightings],
  };
}

/** What stands in one source several times. */
function twice({ sightings }: Member): string[] {
  return [...new Set(sightings.map(({ source }) => source))].flatMap((source) => {
    const same = sightings.filter((each) => each.source === source).map(({ at }) => at);
    return same.length < 2 ? [] : [`${same.join(' and ')} are one person, with one vote`];
  });
}

/** People who are there already and whose account a source says is closed: gate takes nobody out. */
function leavers(teams: readonly Team[], { people, groups }: Existing): string[] {
  return teams
    .flatMap(({ closed }) => closed)
    .flatMap(({ kind, value, why }) => {
      const name = Object.keys(people).find((each) => people[each]?.[kind]?.includes(value));
      if (name === undefined) return [];
      const its = Object.keys(groups).filter((each) => groups[each]?.includes(name));
      const where = its.length === 0 ? '' : ` and in ${its.join(', ')}`;
      return [`${name} ${why}, and stays in config.yaml${where}: take them out by hand if they left`];
    });
}

function gathered(members: readonly Member[]): Map<string, Set<Member>> {
  const groups = new Map<string, Set<Member>>();
  for (const member of members) {
    for (const name of member.groups) groups.set(name, (groups.get(name) ?? new Set()).add(member));
  }
  return groups;
}

function chosen(
  wanted: readonly WantedGroup[],
  members: readonly Member[],
  apart: LeftOut[],
): Map<string, Set<Member>> {
  const given = gathered(members);
  return new Map(
    wanted.map(({ name, who }) => {
      const found = who.flatMap((each) => {
        const group = each.startsWith('@') ? given.get(each.slice(1)) : undefined;
        if (group !== undefined) return [...group];
        const fitting = members.filter((member) => isCalled(member, each));
        if (fitting.length === 1) return fitting;
        const what = each.startsWith('@')
          ? 'no file has such a group'
          : fitting.length === 0
            ? 'nobody is called that'
            : 'fits several people';
        apart.push({ at: `--group ${name}`, who: each, why: what });
        return [];
      });
      return [name, new Set(found)] as const;
    }),
  );
}

function isCalled(member: Member, text: string): boolean {
  const keys = ['email', 'slack', 'teams', 'os'].map((kind) => keyOf(kind as Kind, text));
  return (
    member.name === text || keysOf(member).some((key) => keys.includes(key) || key === `github ${text.toLowerCase()}`)
  );
}

interface Naming {
  readonly existing: Existing;
  readonly leftOut: LeftOut[];
  /** Names that sources ask for. */
  readonly reserved: readonly string[];
}

function nameAll(
  members: readonly Member[],
  groups: ReadonlyMap<string, unknown>,
  { existing, leftOut, reserved }: Naming,
): void {
  const others = [...groups.keys(), ...Object.keys(existing.groups), ...existing.agents];
  const taken = new Set([...Object.keys(existing.people), ...others, 'owners', 'target-owner']);
  for (const member of members) {
    if (member.before !== undefined || member.name === undefined) continue;
    if (!taken.has(member.name)) taken.add(member.name);
    else {
      const why = `cannot be called ${member.name}: a group, an agent or a word of gate has that name`;
      for (const { at } of member.sightings) leftOut.push({ at, who: member.name, why });
      delete member.name;
      member.sightings.length = 0;
    }
  }
  for (const name of reserved) taken.add(name);
  for (const member of members) {
    if (member.name !== undefined || member.sightings.length === 0) continue;
    const { identities, handles, display } = member;
    member.name = nameFor({ identities, handles, ...(display === undefined ? {} : { name: display }) }, taken);
  }
}

function additionOf({ name = '', before, identities, sightings }: Member): readonly Addition[] {
  const added: Record<Kind, string[]> = { os: [], email: [], slack: [], teams: [], ssh_keys: [] };
  for (const kind of KINDS) {
    const have = new Set((before?.[kind] ?? []).map((value) => keyOf(kind, value)));
    added[kind].push(...identities[kind].filter((value) => !have.has(keyOf(kind, value))));
  }
  if (KINDS.every((kind) => added[kind].length === 0)) return [];
  return [{ name, isNew: before === undefined, identities: added, from: sightings.map(({ at }) => at) }];
}

function groupAddition(
  name: string,
  group: ReadonlySet<Member>,
  existing: Existing,
  notes: string[],
): Merged['groups'] {
  const before = Object.hasOwn(existing.groups, name) ? (existing.groups[name] ?? []) : undefined;
  if (Object.hasOwn(existing.people, name)) {
    notes.push(`the group ${name} is not made: a person has that name`);
    return [];
  }
  const names = [...group].flatMap((member) => member.name ?? []);
  const others = (before ?? []).filter((each) => !names.includes(each));
  if (others.length > 0)
    notes.push(`in ${name} and not in the files: ${others.join(', ')}; they stay, take them out by hand`);
  const members = names.filter((each) => before?.includes(each) !== true);
  return members.length === 0 ? [] : [{ name, isNew: before === undefined, members }];
}
