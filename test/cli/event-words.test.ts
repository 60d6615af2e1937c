import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../src/audit/events.ts';
import { eventWords } from '../../src/cli/event-words.ts';

const ID = '019b76da-a800-7000-8000-00000000a1b2';
const TYPES = Object.keys(EVENTS);

describe('what an event says in one line', () => {
  it.each([
    ['request.submitted', { principal: { id: 'agent:x@ann' }, argv: ['rm', 'a b'] }, "agent:x@ann: rm 'a b'"],
    ['request.decided', { kind: 'hold', mode: 'enforce', rules: ['kubernetes/write'] }, 'hold by kubernetes/write'],
    ['request.decided', { kind: 'deny', mode: 'observe', rules: ['r'] }, 'deny by r, only observed'],
    ['request.repeated', { intent: 'again' }, 'asked again: "again"'],
    ['request.repeated', {}, 'asked again'],
    ['request.escalated', { rule: 'r', to: ['leads', 'cto'] }, 'r now asks leads, cto too'],
    ['request.previewed', { by: 'person:bob', previews: [{ secret: 1 }] }, 'person:bob looked at 1 preview'],
    ['request.granted', { voters: ['person:bob'], acknowledged: false }, 'approved by person:bob'],
    ['request.granted', { voters: ['person:bob'], acknowledged: true }, 'acknowledged by the owner person:bob'],
    ['request.granted', { voters: ['person:bob'], acknowledged: true, standing: ID }, 'under standing grant 0000a1b2'],
    [
      'request.broken',
      { by: 'person:cleo', why: 'outage', told: ['person:bob'] },
      'WITHOUT THE VOTES by person:cleo: "outage"; told person:bob',
    ],
    ['request.reviewed', { by: 'person:bob', verdict: 'justified', text: '' }, 'justified says person:bob'],
    [
      'request.reviewed',
      { by: 'person:bob', verdict: 'not_justified', text: 'nothing was down' },
      'NOT JUSTIFIED says person:bob: "nothing was down"',
    ],
    ['request.denied', { reason: 'too_many_open' }, 'too many open'],
    ['request.denied', { reason: 'person', by: 'person:bob', text: 'no' }, 'a no by person:bob: "no"'],
    [
      'vote.cast',
      { voter: 'person:bob', vote: 'approve', evidence: 'totp', standing: { seconds: 900 } },
      'person:bob: approve (totp), for 15m',
    ],
    ['vote.rejected', { voter: 'person:bob', evidence: 'totp', why: 'wrong code' }, 'person:bob (totp): wrong code'],
    ['question.answered', { by: 'agent:x', text: 'so', file: { name: 'a.log' } }, 'agent:x: "so", with "a.log"'],
    [
      'standing.granted',
      { principal: 'agent:x', shape: { argv: ['kubectl', 'label', null, '*'] }, request: ID, until: 0 },
      "agent:x may kubectl label * '*' until 1970-01-01T00:00:00.000Z, of 0000a1b2",
    ],
    ['standing.used', { request: ID }, 'by 0000a1b2'],
    ['standing.revoked', { by: 'person:bob', text: 'done' }, 'by person:bob: "done"'],
    ['standing.expired', {}, 'a standing grant came to its end'],
    ['run.finished', { kind: 'signaled', signal: 9, milliseconds: 3 }, 'signal 9, 3 ms'],
    ['request.of_tomorrow', { by: 'x' }, ''],
    ['constructor', {}, ''],
  ])('%s %j', (type, payload, words) => {
    expect(eventWords(type, payload)).toBe(words);
  });

  it('whatever is in the log, it is one line of printable ASCII, and not a long one', () => {
    const members = [
      ...['principal', 'argv', 'kind', 'rules', 'word', 'intent', 'to', 'by', 'previews', 'voters', 'standing', 'why'],
      ...['told', 'verdict', 'text', 'reason', 'differences', 'voter', 'vote', 'evidence', 'file', 'shape', 'until'],
      ...['request', 'code', 'signal', 'milliseconds', 'errno', 'log', 'name', 'digest'],
    ];
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })));
    const payload = fc.oneof(fc.dictionary(fc.constantFrom(...members), value), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...TYPES), fc.string()), payload, (type, said) => {
        const words = eventWords(type, said);
        expect(words).toMatch(/^[\x20-\x7e]*$/);
        expect(words.length).toBeLessThan(200);
      }),
      { numRuns: 2000 },
    );
  });
});
