import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedWords, pendingEvent, pendingText, refusalHint, refusalLine } from '../../src/cli/report.ts';

const ID = '019b76da-a800-7c11-9ad2-747f2c786bea';
const approvers = [{ from: ['sre', 'leads'], count: 2, evidence: 'os', separation: 'none', rule: 'r' }] as const;
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u001b[2J', '\u202e', '\n gate: approved\n', '\u200b'),
);
/** What gate itself breaks into lines, and nothing else. */
const lines = (text: string) => text.split('\n').length;

describe('what a requester reads when the waiting is over', () => {
  test('says who is asked, that nothing ran, and both ways to go on', () => {
    expect(pendingText({ kind: 'pending', request: ID, reason: 'pending', approvers })).toBe(
      'gate: still pending as 2c786bea, asks 2 of sre or leads\n' +
        '  nothing ran; to go on, run the same command again, or: gate --resume 2c786bea\n',
    );
  });

  test('of a question says whose it is, what is asked, and the line to type', () => {
    const question = { kind: 'pending', request: ID, reason: 'question', by: 'person:bob', text: 'why?' } as const;
    expect(pendingText({ ...question, approvers })).toBe(
      'gate: person:bob asks about 2c786bea: why?\n' +
        '  its clock stands still; answer with: gate answer 2c786bea -m TEXT [--file F]\n' +
        '  then run the same command again, or: gate --resume 2c786bea\n',
    );
    expect(pendingEvent({ ...question, approvers }, 75)).toEqual({
      event: 'pending',
      request: ID,
      ran: false,
      reason: 'question',
      status: 75,
      approvers: [{ from: ['sre', 'leads'], count: 2, evidence: 'os' }],
      resume_with: 'gate --resume 2c786bea',
      answer_with: 'gate answer 2c786bea -m TEXT',
      by: 'person:bob',
      message: 'why?',
    });
  });

  test('whatever people, rules and repositories write, it is printable ASCII in as many lines as gate made', () => {
    fc.assert(
      fc.property(hostile, hostile, (by, text) => {
        const asked = [{ ...approvers[0], from: [by] }];
        const question = pendingText({ kind: 'pending', request: ID, reason: 'question', by, text, approvers: asked });
        expect(question).toMatch(/^[\x20-\x7e\n]*$/);
        expect(lines(question)).toBe(4);
        const pending = pendingText({ kind: 'pending', request: ID, reason: 'pending', approvers: asked });
        expect(pending).toMatch(/^[\x20-\x7e\n]*$/);
        expect(lines(pending)).toBe(3);
        const refused = refusalLine({ kind: 'refused', request: ID, reason: 'cooling_down', by, text });
        expect(refused).toMatch(/^[\x20-\x7e]*$/);
        expect(askedWords(asked)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});

test('a refusal that no rule explains says what to do about it', () => {
  for (const reason of ['cooling_down', 'too_many_open', 'no_break_glass'] as const) {
    expect(refusalHint({ kind: 'refused', request: ID, reason })).toMatch(/\w/);
  }
  expect(refusalHint({ kind: 'refused', request: ID, reason: 'person' })).toBeUndefined();
});
