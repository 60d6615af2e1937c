import type { Approvers } from '../policy/decision.ts';
import { type Directory, OWNERS, type Requester } from './directory.ts';
import { reaches } from './evidence.ts';
import { PERSON, type People } from './people.ts';
import { type Asked, eligible, type Missing, unreachable } from './quorum.ts';

/** Whether a rule finds the people it asks for, before anybody asks. Counting is quorum's; here are only the questions. Pure. */

/** What one rule can ask of people. */
export interface Asking {
  readonly rule: string;
  /** A `hold` asks for everybody's requests, a `confirm` only for those of agents and pipelines. */
  readonly decision: 'hold' | 'confirm';
  readonly blocks: readonly Approvers[];
}

export interface Staffed {
  readonly rule: string;
  readonly blocks: readonly Approvers[];
  /** Nobody at all could get it approved. */
  readonly never: Refused | undefined;
  /** Some could not, though others can. */
  readonly notFor: readonly Refused[];
  /** Names in it that are no group and nobody. */
  readonly unknown: readonly string[];
  /** Groups of `break_glass` of which nobody is there to use it. */
  readonly unbroken: readonly string[];
}

/** What these requesters would be refused for. */
export interface Refused {
  readonly kind: 'agent' | 'person';
  /** Whose agents, or who: all of them, as `person:ID`. */
  readonly of: readonly string[];
  /** As one of them would ask. */
  readonly asked: Asked;
  readonly missing: readonly Missing[];
}

/** @param everybody as `person:ID`: those who can ask, themselves or by an agent of theirs */
export function staffed(
  { rule, decision, blocks }: Asking,
  everybody: readonly string[],
  directory: Directory,
  people: People | undefined,
): Staffed {
  const kinds = decision === 'hold' ? (['agent', 'person'] as const) : (['agent'] as const);
  const classes = alike(everybody, blocks, directory);
  const answers = kinds.flatMap((kind) =>
    classes.map((of) => {
      const asked = { ...requesterOf(kind, of[0] ?? PERSON), digest: '', approvers: blocks };
      return { kind, of, asked, missing: unreachable(asked, directory) };
    }),
  );
  const refused = answers.filter(({ missing }) => missing.length > 0);
  const nearest = refused.toSorted((a, b) => lacking(a) - lacking(b))[0];
  const never = refused.length === answers.length ? nearest : undefined;
  return {
    rule,
    blocks,
    never,
    notFor: never ? [] : refused,
    unknown: [...new Set(blocks.flatMap(groupsIn))].filter((name) => !isSomebody(name, people)),
    unbroken: [...new Set(blocks.flatMap(({ breakGlass = [] }) => breakGlass))].filter(
      (group) => !directory.members(group, OUTSIDER).some((person) => directory.strongest(person) !== undefined),
    ),
  };
}

/** Everybody whom these blocks could ask, also later or under break-glass. */
export function askable(blocks: readonly Approvers[], everybody: readonly string[], directory: Directory): string[] {
  const groups = new Set(blocks.flatMap(groupsIn));
  if (groups.has(OWNERS)) return [...everybody];
  return [...new Set([...groups].flatMap((group) => directory.members(group, OUTSIDER)))];
}

/** Somebody who is in no group. */
const OUTSIDER: Requester = { principal: '' };

function requesterOf(kind: 'agent' | 'person', person: string): Requester {
  return kind === 'person' ? { principal: person } : { principal: `agent:any@${person}`, owner: person };
}

/** People of whom it makes no difference which of them asks: asked by the same blocks, with the same proof. */
function alike(everybody: readonly string[], blocks: readonly Approvers[], directory: Directory): string[][] {
  const wanted = blocks.map((block) => new Set(outsidersEligible(block, directory)));
  const classes = new Map<string, string[]>();
  for (const person of everybody) {
    const level = directory.strongest(person);
    const able = blocks.map((block, index) => `${wanted[index]?.has(person)} ${reaches(level, block.evidence)}`);
    const mark = `${able.join()} ${level !== undefined}`;
    const some = classes.get(mark);
    if (some) some.push(person);
    else classes.set(mark, [person]);
  }
  return [...classes.values()];
}

function outsidersEligible(block: Approvers, directory: Directory): readonly string[] {
  const from = [...block.from, ...(block.escalate?.to ?? [])];
  return eligible({ ...OUTSIDER, digest: '', approvers: [] }, { ...block, from }, directory);
}

function lacking({ missing }: Refused): number {
  return missing.reduce((sum, { wanted, have }) => sum + wanted - have, 0);
}

function groupsIn({ from, escalate, breakGlass = [] }: Approvers): readonly string[] {
  return [...from, ...(escalate?.to ?? []), ...breakGlass];
}

function isSomebody(name: string, people: People | undefined): boolean {
  if (name === OWNERS) return true;
  const { groups = [], people: persons = [] } = people ?? {};
  return groups.some((group) => group.name === name) || persons.some((person) => person.name === name);
}
