import { describe, expect, test } from 'vitest';
import { directoryOf, soleUser } from '../../src/approval/directory.ts';
import type { People } from '../../src/approval/people.ts';
import { askable, staffed } from '../../src/approval/staffing.ts';
import type { Approvers, EvidenceLevel } from '../../src/policy/decision.ts';

/** Four people; dee has no account, so nobody is them at a terminal. */
const PEOPLE: People = {
  source: 'config.yaml',
  people: ['ann', 'ben', 'cy', 'dee'].map((name) => ({ name, os: name === 'dee' ? [] : [name], sshKeys: [] })),
  groups: [
    { name: 'sre', members: ['ann', 'ben'] },
    { name: 'dba', members: ['cy', 'dee'] },
    { name: 'away', members: ['dee'] },
  ],
  agents: [],
};
const EVERYBODY = PEOPLE.people.map(({ name }) => `person:${name}`);
const ENROLLED: Readonly<Record<string, EvidenceLevel>> = { 'person:ann': 'signed' };
const TEAM = directoryOf(PEOPLE, (person) => ENROLLED[person] ?? 'os');

const block = (from: string[], more: Partial<Approvers> = {}): Approvers => ({
  ...{ from, count: 1, evidence: 'os', separation: 'none', rule: 'r' },
  ...more,
});
const of = (blocks: Approvers[], decision: 'hold' | 'confirm' = 'hold', everybody = EVERYBODY) =>
  staffed({ rule: 'r', decision, blocks }, everybody, TEAM, PEOPLE);
const refused = (blocks: Approvers[], decision?: 'hold' | 'confirm') =>
  of(blocks, decision).notFor.map(({ kind, of: whose }) => [kind, whose]);

describe('a rule finds its people', () => {
  test('when enough of them exist, whoever asks', () => {
    expect(of([block(['sre'])])).toMatchObject({ never: undefined, notFor: [], unknown: [], unbroken: [] });
  });

  test('but not for those of them who ask themselves, when all of them are needed', () => {
    expect(refused([block(['sre'], { count: 2 })])).toEqual([['person', ['person:ann', 'person:ben']]]);
  });

  test('and not for their agents either, where owners are kept apart', () => {
    expect(refused([block(['sre'], { count: 2, separation: 'owner' })], 'confirm')).toEqual([
      ['agent', ['person:ann', 'person:ben']],
    ]);
  });

  test('`confirm` asks nobody else when a person asks', () => {
    expect(refused([block(['sre'], { count: 2 })], 'confirm')).toEqual([]);
  });

  test('`owners` are there for agents of people with an account', () => {
    expect(refused([block(['owners'])], 'confirm')).toEqual([['agent', ['person:dee']]]);
  });

  test('every block has to find its own', () => {
    expect(of([block(['sre']), block(['away'])]).never?.missing).toMatchObject([
      { from: ['away'], wanted: 1, have: 0 },
    ]);
  });
});

describe('a rule never finds its people', () => {
  test.each<[string, Approvers, object]>([
    ['when there are too few', block(['sre'], { count: 3 }), { wanted: 3, have: 2 }],
    ['when too few have an account', block(['dba'], { count: 2 }), { wanted: 2, have: 1 }],
    [
      'when too few can prove it',
      block(['sre'], { count: 2, evidence: 'signed' }),
      { wanted: 2, have: 1, evidence: 'signed' },
    ],
    ['when nobody is in the group', block(['nope']), { wanted: 1, have: 0 }],
  ])('%s', (_, one, missing) => {
    expect(of([one]).never?.missing).toMatchObject([missing]);
  });

  test('when everybody who could ask is one of those it needs', () => {
    const all = block(['sre'], { count: 2, separation: 'owner' });
    expect(of([all], 'confirm', ['person:ann', 'person:ben']).never?.missing).toMatchObject([{ have: 1 }]);
  });

  test('but those who are asked later count', () => {
    expect(of([block(['nope'], { escalate: { to: ['sre'], afterSeconds: 60 } })]).never).toBeUndefined();
  });

  test('and what would be lacking least is told', () => {
    // For ann's and ben's agents one is left, for those of the others two.
    expect(of([block(['sre'], { count: 3, separation: 'owner' })], 'confirm').never).toMatchObject({
      of: expect.arrayContaining(['person:cy']),
      missing: [{ have: 2 }],
    });
  });
});

describe('names', () => {
  test('that are nobody are told: groups, people and built-in words are not', () => {
    const escalate = { to: ['srre'], afterSeconds: 60 };
    expect(of([block(['sre', 'ann', 'owners', 'nope'], { escalate, breakGlass: ['dba', 'gone'] })]).unknown).toEqual([
      'nope',
      'srre',
      'gone',
    ]);
  });

  test('in `break_glass` have to be groups with somebody at hand', () => {
    expect(of([block(['sre'], { breakGlass: ['sre', 'away', 'gone'] })]).unbroken).toEqual(['away', 'gone']);
  });

  test('tell who can be asked at all', () => {
    expect(askable([block(['sre'], { escalate: { to: ['away'], afterSeconds: 1 } })], EVERYBODY, TEAM)).toEqual([
      'person:ann',
      'person:ben',
      'person:dee',
    ]);
  });
});

test('with nobody configured, `owners` is the user for agents, and no other group is anybody', () => {
  const alone = soleUser(() => 'os');
  const ask = (from: string[]) =>
    staffed({ rule: 'r', decision: 'confirm', blocks: [block(from)] }, ['person:me@h'], alone, undefined);
  expect([ask(['owners']).never, ask(['sre']).never?.missing.length, ask(['sre']).unknown]).toEqual([
    undefined,
    1,
    ['sre'],
  ]);
});
