import { spoken } from '../policy/duration.ts';
import type { Card, Field } from './card.ts';

/** One part of a card under its heading; the first has none. */
export interface Zone {
  readonly heading: string;
  readonly fields: readonly Field[];
}

/** All that a card says, in the order in which it is read: the same in every channel. Zones without a field are left out. */
export function zonesOf(card: Card): readonly Zone[] {
  const { asked, votes, missing, standingSeconds, standsSeconds, covers, evidence } = card.approval;
  const longest = `for ${spoken(standingSeconds)} at most; it would cover:`;
  const undecided = card.state === 'pending' || card.state === 'questioned';
  const stands = !undecided
    ? []
    : standsSeconds > 0
      ? one('will stand', [`for ${spoken(standsSeconds)}, as the rules say; it covers:`, ...covers], 'danger')
      : one('may stand', standingSeconds > 0 ? [longest, ...covers] : []);
  const approval: Field[] = [
    ...one('asks', asked),
    ...one('evidence', evidence === 'os' ? [] : [`${evidence} or stronger`]),
    ...one('votes', votes),
    // Before the first vote everything that is asked is missing.
    ...one('missing', votes.length > 0 ? missing : [], 'notice'),
    ...stands,
  ];
  const head: Field[] = [
    { label: 'request', lines: [`${card.request}  ${card.state}`] },
    { label: 'command', lines: card.command },
    { label: 'in short', lines: [card.title], ...(card.gravity === 'grave' && { tone: 'danger' as const }) },
    { label: 'digest', lines: [card.digest] },
    { label: 'code', lines: [card.code] },
  ];
  const zones: readonly Zone[] = [
    { heading: '', fields: head },
    { heading: 'what gate found out', fields: card.facts },
    { heading: 'who decides', fields: approval },
    { heading: 'words of the requester, checked by nobody', fields: card.words },
    { heading: 'words of files and outputs, checked by nobody', fields: card.materials },
  ];
  return zones.filter(({ fields }) => fields.length > 0);
}

function one(label: string, lines: readonly string[], tone?: Field['tone']): Field[] {
  return lines.length > 0 ? [{ label, lines, ...(tone !== undefined && { tone }) }] : [];
}
