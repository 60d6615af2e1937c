import { displayText, shownArgv, visible } from '../command/display.ts';
import type { Decision } from '../policy/decision.ts';
import { ago, spoken } from '../policy/duration.ts';
import { wordsOf } from './conversation.ts';
import type { Submitted } from './events.ts';
import { factsOf } from './facts.ts';
import { type Gravity, gravityOf } from './gravity.ts';
import { materialsOf } from './materials.ts';
import type { Payload } from './payloads.ts';
import type { Preview } from './preview.ts';
import type { Missing } from './quorum.ts';
import { shortCode } from './short-code.ts';
import type { Similar } from './similar.ts';
import { longestStanding, standsByRule } from './standing.ts';
import type { View } from './states.ts';
import { titleOf } from './title.ts';

/**
 * What an approver sees: one value for every channel. Three zones that are never mixed: facts that gate computed, words of
 * the requester, words of files and outputs.
 *
 * INVARIANT: every text in it is one line of printable ASCII, escaped by `visible` or quoted by `quoted`; a channel
 * escapes further for its own markup, and never unescapes. Nothing is ever cut: a long text folds, and the card says so.
 * Two commands that differ have cards that differ. What the requester says changes `words` and nothing else.
 */
export interface Card {
  readonly request: string;
  /** The end of the id, as people type it. */
  readonly short: string;
  readonly state: string;
  readonly digest: string;
  /** Six letters and digits of the digest, in two groups: what people compare between two screens, and type. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  readonly expiresAt?: number;
  /** The whole command, one line, or one line per argument. */
  readonly command: readonly string[];
  /** One sentence: what it would do, where. */
  readonly title: string;
  /** The strongest thing it does, for colour and order. */
  readonly gravity: Gravity;
  readonly facts: readonly Field[];
  readonly words: readonly Field[];
  readonly materials: readonly Field[];
  /** What may be done with it now, and why not. */
  readonly approval: {
    readonly asked: readonly string[];
    readonly votes: readonly string[];
    readonly missing: readonly string[];
    /** The longest that an approval of it may stand, seconds; 0: for once only. And what it would cover then. */
    readonly standingSeconds: number;
    /** How long an approval stands by the rules, without anybody saying so; 0: for once. */
    readonly standsSeconds: number;
    readonly covers: readonly string[];
    /** The strongest evidence that a rule asks for. */
    readonly evidence: string;
  };
}

/** A label of gate's own, and what stands beside it. */
export interface Field {
  readonly label: string;
  readonly lines: readonly string[];
  readonly tone?: 'danger' | 'notice' | 'muted';
}

/** Everything a card is made of; `broker/look.ts` gathers it. */
export interface CardParts {
  readonly id: string;
  readonly view: View;
  /** As recorded; absent after an erasure. */
  readonly submitted?: Submitted;
  readonly decision?: Decision;
  /** `withheld`: whoever looks is not asked, and what a preview found is not for them. */
  readonly previews: readonly Preview[] | 'withheld';
  readonly similar: readonly Similar[];
  readonly payloads: readonly Payload[];
  /** What it reads from standard input, secrets taken out: for those who are asked. */
  readonly stdin?: { readonly bytes: number; readonly text?: string };
  /** Words of later calls that joined. */
  readonly repeats: readonly { readonly intent?: unknown; readonly ticket?: unknown }[];
  /** Everybody whose vote could count now. */
  readonly people: readonly string[];
  readonly missing: readonly Missing[];
  readonly now: number;
}

/** Pure: the same parts, the same card. */
export function cardOf(parts: CardParts): Card {
  const { id, view } = parts;
  return {
    request: id,
    short: id.slice(-8),
    state: view.state,
    digest: view.digest,
    code: shortCode(view.digest),
    submittedAt: view.submittedAt,
    ...(view.open && view.deadline !== undefined && { expiresAt: view.deadline }),
    command: shownArgv(view.argv),
    title: titleOf(parts),
    gravity: gravityOf(view.effects, parts.submitted?.opaque ?? true),
    facts: factsOf(parts),
    words: wordsOf(parts),
    materials: materialsOf(parts),
    approval: approvalOf(parts),
  };
}

const LEVELS = ['os', 'channel', 'factor', 'signed'] as const;

function approvalOf({ view, people, missing, now }: CardParts): Card['approval'] {
  const asked = view.approvers.map(({ from, count, rule, evidence, separation, escalate, relays = [] }) => {
    const proof = evidence === 'os' ? '' : `, evidence ${evidence} or stronger`;
    const apart = separation === 'owner' ? ', not the person behind the requester' : '';
    const later = escalate ? `; ${escalate.to.join(' and ')} too after ${spoken(escalate.afterSeconds)}` : '';
    const through = relays.length > 0 ? `; one may come through ${relays.join(' or ')}` : '';
    return visible(`${count} of ${from.join(' or ')} for rule ${rule}${proof}${apart}${later}${through}`);
  });
  const votes = view.votes.map(({ vote, voter, evidence, at, text, standing, relay }) => {
    const time = standing ? ` for ${spoken(standing.seconds)}` : '';
    const through = relay ? ` ${relay.name}${relay.run === undefined ? '' : ` (${relay.run})`}` : '';
    return visible(
      `${voter}: ${vote}${time}, evidence ${evidence}${through}, ${ago(at, now)}${text ? `: ${text}` : ''}`,
    );
  });
  const seconds = longestStanding(view.approvers, view.effects);
  return {
    asked: people.length > 0 ? [...asked, visible(`that is ${people.join(', ')}`)] : asked,
    votes,
    missing: missing.map(({ wanted, have, from, rule, evidence }) =>
      visible(
        `${wanted - have} more of ${from.join(' or ')} for rule ${rule}${evidence === 'os' ? '' : `, by ${evidence}`}`,
      ),
    ),
    standingSeconds: seconds,
    standsSeconds: standsByRule(view.approvers, view.effects),
    covers: seconds > 0 ? covers(view) : [],
    evidence: LEVELS[Math.max(0, ...view.approvers.map(({ evidence }) => LEVELS.indexOf(evidence)))]!,
  };
}

/** What an approval that stands would let run, in words and as arguments with what is left open. */
export function covers({ shape, principal, session }: Pick<View, 'shape' | 'principal' | 'session'>): string[] {
  const whose = `${visible(principal)}${session === undefined ? '' : `, session ${visible(session)}`}`;
  const argv = shape.argv.map((text) => (text === null ? OPEN_NAME : displayText(text))).join(' ');
  return [
    ...(shape.exact ? ['this very command again, and nothing else'] : [argv, 'with any one name in its place']),
    `by ${whose}; program, directory, environment and inputs as they are now`,
  ];
}

/** Unlike any argument: a literal one would stand in quotes. */
const OPEN_NAME = '<any name>';
