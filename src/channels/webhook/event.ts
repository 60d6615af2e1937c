import { flat } from '../../command/display.ts';
import type { Text } from '../../command/manifest.ts';

/**
 * What a message says of its event: the members named here and no others, whatever the log may hold one day. Texts come without their secret
 * parts.
 */
export function eventOf(type: string, payload: unknown): object {
  const said = (payload ?? {}) as Readonly<Record<string, unknown>>;
  const members = MEMBERS[type] ?? [];
  return Object.fromEntries(
    members.flatMap(([from, to = from]) => (said[from] === undefined ? [] : [[to, plain(from, said[from])]])),
  );
}

/** By event: a member of the payload, and its name in the message where that differs. */
const MEMBERS: Readonly<Record<string, readonly (readonly [from: string, to?: string])[]>> = {
  'request.decided': [['kind', 'decision'], ['mode'], ['rules'], ['reasons'], ['suggest'], ['tags']],
  'request.repeated': [['intent'], ['ticket']],
  'request.escalated': [['rule'], ['to']],
  'request.granted': [['voters'], ['acknowledged'], ['standing']],
  'request.broken': [['by'], ['why'], ['told']],
  'request.reviewed': [['by'], ['verdict'], ['text']],
  'request.denied': [['reason'], ['by'], ['text']],
  'request.withdrawn': [['by'], ['text']],
  'request.superseded': [['by']],
  'request.changed': [['differences']],
  'grant.revoked': [['by'], ['text']],
  'vote.cast': [['voter'], ['vote'], ['evidence'], ['text'], ['standing'], ['relay']],
  'vote.rejected': [['voter'], ['evidence'], ['why'], ['relay']],
  'question.asked': [['by'], ['text'], ['relay']],
  'question.answered': [['by'], ['text'], ['file']],
  'standing.granted': [['request'], ['principal'], ['owner']],
  'standing.used': [['request']],
  'standing.revoked': [['by'], ['text']],
  'run.finished': [['kind', 'end'], ['code'], ['signal'], ['milliseconds']],
  'run.failed': [['errno'], ['milliseconds']],
};

function plain(name: string, value: unknown): unknown {
  const member = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (name === 'intent' || name === 'ticket' || name === 'why') return flat(value as Text);
  // What the requester attached is in the record, and can be long.
  if (name === 'file') return { name: member['name'], digest: member['digest'] };
  if (name === 'standing' && typeof value === 'object') return { seconds: member['seconds'] };
  if (name === 'relay') return { name: member['name'], run: member['run'] };
  return value;
}
