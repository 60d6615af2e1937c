import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryOf } from '../../src/approval/directory.ts';
import type { CastVote } from '../../src/approval/events.ts';
import { type People, recognised } from '../../src/approval/people.ts';
import { count } from '../../src/approval/quorum.ts';
import type { Approvers } from '../../src/policy/decision.ts';
import { identify } from '../../src/request/principal.ts';
import { Gate } from '../kit/gate.ts';
import { ALLOW } from '../kit/policies.ts';

const PEOPLE: People = {
  source: 'config.yaml',
  people: [
    { name: 'alice', os: ['alice', 'alice-admin', 'root@laptop'], sshKeys: [] },
    { name: 'bob', os: ['bob'], sshKeys: [] },
    { name: 'carol', os: ['carol'], sshKeys: [] },
  ],
  groups: [
    { name: 'sre', members: ['alice', 'bob', 'carol'] },
    { name: 'dba', members: ['alice', 'bob'] },
  ],
  agents: [],
};

const two: Approvers = { from: ['sre'], count: 2, evidence: 'os', separation: 'owner', rule: 'r' };
const DIGEST = 'sha256:d';

let nonces = 0;
/** The vote of an account, under the name that the directory gives it. */
function voteOf(user: string, host = 'laptop', vote: 'approve' | 'deny' = 'approve'): CastVote {
  const { principal } = recognised(identify(user, host, {}, []), PEOPLE);
  return { vote, voter: principal.id, evidence: 'os', digest: DIGEST, at: 0, nonce: `${nonces++}` };
}

describe('APP, SELF: people, not accounts', () => {
  const asker = (user: string) => recognised(identify(user, 'laptop', { CLAUDECODE: '1' }, []), PEOPLE).principal;
  const carols = asker('carol');
  const kind = (votes: readonly CastVote[], people: People = PEOPLE, principal = carols, approvers = [two]) =>
    count(
      { principal: principal.id, owner: principal.owner ?? '', digest: DIGEST, approvers },
      votes,
      directoryOf(people, () => 'os'),
    ).kind;

  test('APP-13 one person under many names is one vote; only distinct people make two', () => {
    const gone = { ...PEOPLE, groups: [{ name: 'sre', members: ['bob', 'carol'] }] };
    const dba = { ...two, from: ['dba'], count: 1 };
    const table: readonly (readonly [string, string, string])[] = [
      ['the same account twice', kind([voteOf('alice'), voteOf('alice')]), 'waiting'],
      ['two accounts of one person', kind([voteOf('alice'), voteOf('alice-admin')]), 'waiting'],
      ['the same person on two machines', kind([voteOf('alice'), voteOf('alice', 'server')]), 'waiting'],
      ['a shared account of that machine', kind([voteOf('alice'), voteOf('root')]), 'waiting'],
      ['an account that nobody has', kind([voteOf('alice'), voteOf('root', 'server')]), 'waiting'],
      ['the owner of the asking agent', kind([voteOf('alice'), voteOf('carol')]), 'waiting'],
      ['somebody who left after voting', kind([voteOf('alice'), voteOf('bob')], gone), 'waiting'],
      ['one person in both groups', kind([voteOf('alice')], PEOPLE, carols, [two, dba]), 'waiting'],
      [
        'a person for their own request',
        kind([voteOf('alice'), voteOf('bob')], PEOPLE, recognised(identify('bob', 'laptop', {}, []), PEOPLE).principal),
        'waiting',
      ],
      ['a no among two', kind([voteOf('alice'), voteOf('bob', 'laptop', 'deny')]), 'denied'],
      ['two people', kind([voteOf('alice'), voteOf('bob')]), 'granted'],
      [
        'two people, of whom one is in both groups',
        kind([voteOf('alice-admin'), voteOf('bob')], PEOPLE, carols, [two, dba]),
        'granted',
      ],
    ];
    for (const [what, got, wanted] of table) expect({ what, got }).toEqual({ what, got: wanted });
  });

  test('SELF-07 the owner of an agent does not decide what others are asked for, and alone it is an acknowledgement', async () => {
    const me = userInfo().username;
    using gate = new Gate(
      `${ALLOW}rules:\n  - { id: ask, match: { tool: touch }, decision: hold, approvers: { from: [sre], count: 1, separation: owner } }\n`,
    );
    const file = join(gate.home, 'config.yaml');
    const people = `version: 1\npeople:\n  ann: { os: ["${me}", ann-admin] }\n  bob: { os: [bob-of-tests] }\n`;
    writeFileSync(file, `${people}groups: { sre: [ann, bob] }\n`, { mode: 0o600 });
    const id = await gate.ask(['--', 'touch', 'x']);
    const seen = await gate.person(['approve', id]);
    expect(seen.screen).toContain('it asks sre, and you are not one of them');
    expect(seen.status).toBe(77);
    // With nobody else to ask, it is refused at once instead of falling back to the owner.
    writeFileSync(file, `${people}groups: { sre: [ann] }\n`, { mode: 0o600 });
    const alone = await gate.agent(['--', 'touch', 'y']);
    expect(alone.stderr).toContain('nobody can approve this');
    expect(alone.status).toBe(77);
  });

  test('SELF-13 a program is no person: not among people, in no group, and no owner', async () => {
    using gate = new Gate(ALLOW);
    const file = join(gate.home, 'config.yaml');
    for (const [what, text, words] of [
      [
        'an agent as account',
        'people: { bot: { os: ["agent:claude-code@alice"] } }',
        'is a program, and only people vote',
      ],
      [
        'a pipeline as account',
        'people: { ci: { os: ["pipeline:github-actions/a/b"] } }',
        'is a program, and only people vote',
      ],
      ['a bot elsewhere', 'people: { ci: { email: ["dependabot[bot]"] } }', 'is a program, and only people vote'],
      ['a bot of Slack', 'people: { ci: { slack: [B012ABCDEF] } }', 'is a Slack bot, and only people vote'],
      ['somebody without identity', 'people: { service: {} }', 'has no identity'],
      ['a mark that does not exist', 'people: { ci: { os: [ci], kind: service } }', 'unknown field `kind`'],
      [
        'an agent in a group',
        'people: { a: { os: [a] } }\ngroups: { sre: ["agent:claude-code@a"] }',
        'is a program, and only people vote',
      ],
      [
        'a named agent in a group',
        'people: { a: { os: [a] } }\nagents: { bot: { match: "agent:*", owner: a } }\ngroups: { sre: [bot] }',
        '`bot` is a program, and only people vote',
      ],
      [
        'an agent that is a person too',
        'people: { bot: { os: [bot] } }\nagents: { bot: { match: "agent:*", owner: bot } }',
        '`bot` is a program, and only people vote',
      ],
      [
        'an agent as owner',
        'people: { a: { os: [a] } }\nagents: { bot: { match: "agent:*", owner: "agent:x" } }',
        'is a program, and only people vote',
      ],
    ] as const) {
      writeFileSync(file, `version: 1\n${text}\n`, { mode: 0o600 });
      const { status, stderr } = await gate.agent(['--', 'touch', 'x']);
      expect({ what, status, stderr }).toEqual({ what, status: 78, stderr: expect.stringContaining(words) });
    }
    expect(gate.has('x')).toBe(false);
  });
});
