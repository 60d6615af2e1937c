import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { People } from '../../src/approval/people.ts';
import { Occasions } from '../../src/audit/occasions.ts';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { policySimulate } from '../../src/cli/simulate.ts';
import type { PolicySet } from '../../src/policy/policy-set.ts';
import { type Called, seenCall } from '../kit/calls.ts';
import { directory, Queue } from '../kit/queue.ts';
import { policies } from '../policy/build.ts';

const BOB = 'person:bob';
const people = directory({ sre: [BOB] });

const ASKING = `packs: [baseline, git]
rules:
  - { id: ask-label, match: { tool: kubectl, effects: [write] }, decision: hold, approvers: { from: [sre] } }
  - { id: no-drop, match: { tool: psql, effects: [destroy] }, decision: deny, reason: tables are not dropped }
`;
let enforcing: PolicySet;
let observing: PolicySet;
beforeAll(async () => {
  enforcing = await policies({ user: `version: 1\n${ASKING}` });
  observing = await policies({ user: `version: 1\nmode: observe\n${ASKING}` });
});

async function see(queue: Queue, text: string, by = observing, called: Called = {}): Promise<number> {
  return queue.broker.see(await seenCall(text, by, { session: 's', ...called }));
}

async function simulated(queue: Queue, more: { people?: People; json?: boolean; policy?: string } = {}) {
  let out = '';
  let err = '';
  const user = join(queue.home, 'policies');
  await import('node:fs').then(({ mkdirSync, writeFileSync }) => {
    mkdirSync(user, { recursive: true, mode: 0o700 });
    writeFileSync(join(user, 'own.yaml'), more.policy ?? `version: 1\n${ASKING}`, { mode: 0o600 });
  });
  const options = {
    database: join(queue.home, 'audit.db'),
    paths: { system: '/nowhere', user, repository: [], needsWorkTree: false },
    sinceSeconds: 30 * 86_400,
    people: more.people,
    json: more.json ?? true,
    now: queue.now,
  };
  const io = {
    stdout: (text: string) => {
      out += text;
    },
    stderr: (text: string) => {
      err += text;
    },
  };
  expect(await policySimulate(options, io)).toBe(0);
  if (more.json === false) return { text: out, err, data: undefined as never };
  const data = JSON.parse(out);
  SCHEMAS.simulate.parse(data);
  return { data, text: out, err };
}

describe('what was observed, simulated', () => {
  it('is as it was, as if it had been enforced, and by the policies given', async () => {
    using queue = new Queue(people);
    await see(queue, 'git status');
    await see(queue, 'kubectl label pod web-0 a=b');
    await see(queue, 'psql -d shop -c "drop table x"');
    const { data } = await simulated(queue);
    expect(data).toMatchObject({
      ...{ commands: 3, calls: 3, requests: 0, active_days: 1, unread: 0, changes: [] },
      recorded: { questions: 0, denied: 0, observed: 2 },
      enforced: { questions: 1, denied: 1 },
      simulated: { questions: 1, denied: 1, questions_per_day: 1 },
      rules: [
        { rule: 'ask-label', count: 1, share: 1, example: { argv: ['bash', '-c', 'kubectl label pod web-0 a=b'] } },
      ],
      denials: [{ rule: 'no-drop', count: 1 }],
    });
    const other = await simulated(queue, { policy: 'version: 1\npacks: []\ndefault: allow\nmode: observe\n' });
    expect(other.data).toMatchObject({ enforced: { questions: 1, denied: 1 }, simulated: { questions: 0, denied: 0 } });
    expect(other.data.changes).toMatchObject([
      { from: 'hold', to: 'allow', rules_before: ['ask-label'] },
      { from: 'deny', to: 'allow', rules_before: ['no-drop'] },
    ]);
  });

  it('counts the rule that is observed alone, although the rest is enforced', async () => {
    using queue = new Queue(people);
    const one = await policies({
      user: `version: 1
packs: []
default: allow
rules:
  - { id: tried, match: { tool: touch }, decision: hold, mode: observe }
  - { id: denied, match: { resource: { path: /srv/* } }, decision: deny, mode: observe }
`,
    });
    await see(queue, 'touch /tmp/x', one);
    await see(queue, 'touch /srv/x', one);
    const { data } = await simulated(queue, { policy: 'version: 1\npacks: []\ndefault: allow\n' });
    expect(data).toMatchObject({
      recorded: { questions: 0, denied: 0, observed: 2 },
      enforced: { questions: 1, denied: 1 },
      simulated: { questions: 0 },
    });
  });

  it('is one question when the same comes again within the hour, and another one after it', async () => {
    using queue = new Queue(people);
    const same = 'kubectl label pod web-0 a=b';
    await see(queue, same);
    queue.pass(3000);
    await see(queue, same);
    await see(queue, same, observing, { session: 'other' });
    await see(queue, same, observing, { cwd: '/elsewhere' });
    queue.pass(700);
    await see(queue, same);
    const { data } = await simulated(queue);
    expect(data).toMatchObject({ simulated: { questions: 4 }, enforced: { questions: 4 }, repeated: 1 });
  });

  it('a call that was handed to gate and its request are one; each call that people answered is another', async () => {
    using queue = new Queue(people);
    const argv = ['kubectl', 'label', 'pod', 'web-0'];
    const actions = (await seenCall(argv.join(' '), enforcing)).actions;
    for (let n = 0; n < 3; n++) {
      const call = await see(queue, argv.join(' '), enforcing);
      const id = await queue.ask({ argv, call, actions });
      queue.pass(30);
      await queue.vote(id, BOB);
      queue.pass(1000);
      await queue.broker.revoke(id, { by: BOB });
    }
    // Never started, and blocked: asked once each; again within the hour, not.
    for (const answer of ['rewritten', 'blocked', 'blocked'] as const)
      await see(queue, `kubectl label pod ${answer}`, enforcing, { answer });
    // Says it is that call, and is something else.
    const call = await see(queue, 'git status', enforcing, { answer: 'rewritten' });
    await queue.ask({ argv: ['kubectl', 'delete', 'ns', 'x'], call });
    const { data } = await simulated(queue);
    expect(data).toMatchObject({ commands: 8, calls: 7, requests: 1, repeated: 1 });
    expect(data.recorded).toMatchObject({ questions: 7, observed: 0 });
    expect(data.simulated.questions).toBe(6);
    expect(data.enforced.questions).toBe(6);
  });

  it('says who would be asked: groups with all their members, owners under the names of now, and nobody', async () => {
    using queue = new Queue(people);
    const principal = { id: 'agent:claude-code@ann@laptop', owner: 'person:ann@laptop' };
    await see(queue, 'kubectl label pod a b=c', observing, { principal });
    await see(queue, 'git push', observing, { principal });
    await see(queue, 'git push', observing, { principal: { id: 'agent:claude-code@eve', owner: 'person:eve' } });
    const listed: People = {
      source: 'config.yaml',
      people: [
        { name: 'ann', os: ['ann'], sshKeys: [] },
        { name: 'bob', os: ['bob'], sshKeys: [] },
        { name: 'cleo', os: ['cleo'], sshKeys: [] },
      ],
      groups: [{ name: 'sre', members: ['bob', 'cleo'] }],
      agents: [],
    };
    const { data } = await simulated(queue, { people: listed });
    expect(data.people.map(({ person, questions }: never) => [person, questions])).toEqual([
      ['person:bob', 1],
      ['person:cleo', 1],
      ['person:ann', 1],
    ]);
    expect(data).toMatchObject({ simulated: { questions: 3 }, nobody: 1 });
    expect((await simulated(queue, { people: listed, json: false })).text).toContain('1 question nobody could answer');
  });

  it('days without anything do not make the mean smaller', async () => {
    using queue = new Queue(people);
    for (const [day, count] of [1, 3, 2].entries()) {
      for (let n = 0; n < count; n++) await see(queue, `git push origin b${day}-${n}`);
      queue.pass(86_400 * (day + 1));
    }
    const { data } = await simulated(queue);
    expect(data).toMatchObject({ active_days: 3, days: 6, simulated: { questions: 6, questions_per_day: 2 } });
    expect(data.people[0]).toMatchObject({ questions_per_day: 2, busiest: { day: '2026-01-02', questions: 3 } });
  });

  it('proposes what it has tried, counts what that removes, and nothing that people denied', async () => {
    using queue = new Queue(people);
    for (let n = 0; n < 4; n++) await see(queue, `cd /home/ann/shop && git push origin feature-${n} 2>&1 | tail -3`);
    for (let n = 0; n < 5; n++) await see(queue, `kubectl label pod p-${n} a=b`);
    for (let n = 0; n < 6; n++) await see(queue, `kubectl delete ns n-${n}`);
    for (let n = 0; n < 6; n++) await see(queue, `gh api -X POST repos/a/b/pulls/${n}/merge`);
    const { data } = await simulated(queue, { policy: `version: 1\n${ASKING}mode: observe\n` });
    expect(data.reliefs).toMatchObject([
      { tool: 'kubectl', operation: 'label', asked: 5, removes: 5 },
      { tool: 'git', operation: 'push', asked: 4, removes: 4 },
    ]);
    const { text } = await simulated(queue, { json: false });
    expect(text).toMatch(
      /^ {2}1\. {5}5 {2}allow kubectl label, any name, remote for agent:claude-code@ann\n {13}kubectl label pod p-4 a=b$/m,
    );
    expect(text).not.toMatch(/[^\x20-\x7e\n]/);

    const actions = (await seenCall('kubectl label pod p-9 a=b', enforcing)).actions;
    const id = await queue.ask({ argv: ['kubectl', 'label', 'pod', 'p-9', 'a=b'], actions });
    await queue.vote(id, BOB, { vote: 'deny' });
    expect((await simulated(queue)).data.reliefs).toMatchObject([{ tool: 'git', removes: 4 }]);
  });

  it('escapes, and counts what was erased or written by nobody of ours', async () => {
    using queue = new Queue(people);
    const nasty = '\u001b[2J\u202e\nrecorded 0';
    await see(queue, `kubectl label pod '${nasty}' a=b`, observing, {
      principal: { id: `agent:${nasty}`, owner: `person:${nasty}` },
    });
    const gone = await see(queue, 'kubectl label pod gone a=b');
    const db = new DatabaseSync(join(queue.home, 'audit.db'));
    db.prepare('UPDATE events SET payload = NULL, salt = NULL WHERE idx = ?').run(gone);
    db.close();
    const { text, err } = await simulated(queue, { json: false });
    expect(text).not.toMatch(/[^\x20-\x7e\n]/);
    expect(text).not.toMatch(/^recorded 0$/m);
    expect(err).toContain('1 event could not be read');
    expect((await simulated(queue)).text).not.toMatch(/[^\x20-\x7e\n]/);
  });

  it('reads any event that no gate wrote without falling over', () => {
    const occasions = new Occasions(0);
    const values = [
      'no',
      [],
      5,
      {},
      { principal: {} },
      { principal: {}, actions: [{}], decision: {} },
      { kind: 'hold' },
    ];
    let index = 0;
    for (const value of [null, ...values])
      for (const type of ['call.seen', 'request.submitted', 'request.decided', 'request.denied', '__proto__'])
        for (const request of [null, 'r']) {
          const payload = value === null ? null : Buffer.from(value === 'no' ? 'no' : JSON.stringify(value));
          expect(occasions.add({ index: index++, at: 1, type, request, payload })).toBeUndefined();
        }
    expect(occasions.unread).toBeGreaterThan(10);
  });
});
