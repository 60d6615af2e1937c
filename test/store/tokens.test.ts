import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { People } from '../../src/approval/people.ts';
import { projected } from '../../src/approval/projection.ts';
import type { Stream } from '../../src/broker/steps.ts';
import { tokens, type WantedToken } from '../../src/broker/tokens.ts';
import { tokenCallers } from '../../src/server/identity/token.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { inPlace, verdictOf } from './fixtures/place.ts';

const DAY = 86_400_000;
const BOB = 'person:bob';
const PEOPLE: People = {
  source: 'config.yaml',
  people: [
    { name: 'alice', os: ['alice'], sshKeys: [] },
    { name: 'bob', os: ['bob'], sshKeys: [] },
  ],
  groups: [{ name: 'operators', members: ['bob'] }],
  agents: [{ name: 'deploy-bot', os: ['bot'], owner: 'alice' }],
};
type ForRequester = Extract<WantedToken, { owner: string }>;
const WANTED: ForRequester = { kind: 'agent', name: 'deploy-bot', owner: 'alice', scope: 'run' };

interface Parts {
  readonly path: string;
  readonly clock: { now: number };
  readonly world: { people: People | undefined };
  readonly store: SqliteStore<Stream>;
  readonly tokens: ReturnType<typeof tokens>;
  readonly callers: ReturnType<typeof tokenCallers>;
}

const service = (use: (parts: Parts) => Promise<void>) =>
  inPlace(async (path) => {
    const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
    const clock = { now: Date.parse('2027-01-01T00:00:00Z') };
    const now = () => clock.now;
    const store = new SqliteStore<Stream>({ path, project: projected, now, random });
    const world = { people: PEOPLE as People | undefined };
    const lasting = { usual: 30 * 86_400, longest: 365 * 86_400 };
    const parts: Parts = {
      ...{ path, clock, world, store },
      tokens: tokens({ store, now, random, lasting, people: async () => world.people }),
      callers: tokenCallers({ store, now }),
    };
    try {
      await use(parts);
    } finally {
      store.close();
    }
  });

async function issued(parts: Parts, wanted: Partial<ForRequester> = {}): Promise<string> {
  const done = await parts.tokens.issue(BOB, { ...WANTED, ...wanted });
  if (done.kind === 'refused') throw new Error(done.why);
  return done.token;
}

const called = ({ callers, world }: Parts, token: string, address?: string) =>
  callers.callerWith(token, address, world.people);

describe('a token of the service', () => {
  test('is its principal, with the owner and one scope, and no more', () =>
    service(async (parts) => {
      const agent = await issued(parts);
      expect(agent).toMatch(/^gate_[0-9a-f]{10}_[0-9a-f]{72}$/);
      expect(await called(parts, agent)).toEqual({
        principal: { kind: 'agent', id: 'agent:deploy-bot@alice', owner: 'person:alice', known: 'token' },
        by: 'token',
        token: agent.slice(5, 15),
        scopes: new Set(['run']),
      });
      const pipeline = await issued(parts, { kind: 'pipeline', name: 'nightly', owner: 'bob', scope: 'read' });
      expect(await called(parts, pipeline)).toEqual({
        principal: { kind: 'pipeline', id: 'pipeline:token/nightly', owner: 'person:bob', known: 'token' },
        by: 'token',
        token: pipeline.slice(5, 15),
        scopes: new Set(['read']),
      });
    }));

  test('stands in no file as it is, and the log verifies', () =>
    service(async (parts) => {
      const token = await issued(parts);
      const secret = token.slice(16, 80);
      await called(parts, token);
      for (const file of ['', '-wal']) {
        let bytes: Buffer;
        try {
          bytes = readFileSync(`${parts.path}${file}`);
        } catch {
          continue;
        }
        expect(bytes.includes(secret)).toBe(false);
        expect(bytes.includes(Buffer.from(secret, 'hex'))).toBe(false);
      }
      expect(verdictOf(parts.path)).toMatchObject({ kind: 'sound' });
    }));

  test('is good until its end, 30 days unless said, and a year at most', () =>
    service(async (parts) => {
      const token = await issued(parts);
      const short = await issued(parts, { seconds: 60 });
      parts.clock.now += 60_000 - 1;
      expect(await called(parts, short)).toHaveProperty('principal');
      parts.clock.now += 1;
      expect(await called(parts, short)).toEqual({ barred: 'the token expired at 2027-01-01T00:01:00.000Z' });
      parts.clock.now += 30 * DAY - 60_001;
      expect(await called(parts, token)).toHaveProperty('principal');
      parts.clock.now += 1;
      expect(await called(parts, token)).toHaveProperty('barred');
      for (const seconds of [366 * 86_400, 0, -1, Number.NaN]) {
        expect(await parts.tokens.issue(BOB, { ...WANTED, seconds })).toMatchObject({ kind: 'refused' });
      }
    }));

  test('is good for nothing once it was revoked', () =>
    service(async (parts) => {
      const token = await issued(parts);
      const [{ id } = { id: '' }] = await parts.tokens.list();
      expect(await parts.tokens.revoke(BOB, id)).toMatchObject({ kind: 'revoked' });
      expect(await called(parts, token)).toEqual({ barred: 'the token is not good here' });
      expect(await parts.tokens.list()).toEqual([]);
      expect(await parts.tokens.revoke(BOB, id)).toEqual({ kind: 'unknown' });
    }));

  test('that is changed, cut, of another service or made up is answered alike', () =>
    service(async (parts) => {
      const token = await issued(parts);
      const barred = { barred: 'that is no token of gate' };
      for (let at = 0; at < token.length; at++) {
        const other = token[at] === '0' ? '1' : '0';
        expect(await called(parts, token.slice(0, at) + other + token.slice(at + 1))).toEqual(barred);
      }
      for (const text of ['', token.slice(0, -1), `${token}0`, ` ${token}`, token.toUpperCase(), 'x'.repeat(1e6)]) {
        expect(await called(parts, text)).toEqual(barred);
      }
      await service(async (others) => {
        expect(await called(parts, await issued(others))).toEqual({ barred: 'the token is not good here' });
      });
      // The right id with another secret: the checksum holds, and the answer is the same.
      const { newToken } = await import('../../src/broker/token-text.ts');
      const id = Buffer.from(token.slice(5, 15), 'hex');
      const forged = newToken((bytes) => (bytes === 5 ? id : new Uint8Array(randomBytes(bytes))));
      expect(forged.text.slice(0, 16)).toBe(token.slice(0, 16));
      expect(await called(parts, forged.text)).toEqual({ barred: 'the token is not good here' });
    }));

  test('with networks is good from there only', () =>
    service(async (parts) => {
      const token = await issued(parts, { networks: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'] });
      for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '2001:db8::1', '192.0.2.7']) {
        expect(await called(parts, token, address)).toHaveProperty('principal');
      }
      for (const address of ['11.0.0.1', '::1', '192.0.2.8', '::ffff:11.0.0.1', '2001:db9::1', 'x', undefined]) {
        expect(await called(parts, token, address)).toEqual({ barred: 'the token is not good from this address' });
      }
      for (const network of ['10.0.0.0/33', '300.0.0.1', 'all', '2001:db8::/129', '', '10.0.0.0/8,0.0.0.0/0']) {
        expect(await parts.tokens.issue(BOB, { ...WANTED, networks: [network] })).toMatchObject({ kind: 'refused' });
      }
      expect(await parts.tokens.issue(BOB, { ...WANTED, networks: [] })).toMatchObject({ kind: 'refused' });
    }));

  test('ends with the person who answers for it, and with the agent that gets another owner', () =>
    service(async (parts) => {
      const token = await issued(parts);
      const all = PEOPLE.people;
      parts.world.people = { ...PEOPLE, people: all.filter(({ name }) => name !== 'alice'), agents: [] };
      expect(await called(parts, token)).toEqual({ barred: 'person:alice is not in the directory any more' });
      parts.world.people = { ...PEOPLE, agents: [{ name: 'deploy-bot', os: ['bot'], owner: 'bob' }] };
      expect(await called(parts, token)).toEqual({ barred: '`deploy-bot` is an agent of bob now' });
      parts.world.people = undefined;
      expect(await called(parts, token)).toHaveProperty('barred');
      parts.world.people = PEOPLE;
      expect(await called(parts, token)).toHaveProperty('principal');
    }));

  test('is made by operators, for agents that exist as they are said, and for no person', () =>
    service(async (parts) => {
      const cases: [string, Partial<ForRequester>, RegExp][] = [
        ['person:alice', {}, /not in the group `operators`/],
        ['person:root@h', {}, /not in the group/],
        ['agent:bob', {}, /not in the group/],
        [BOB, { owner: 'mallory' }, /nobody there is called `mallory`/],
        [BOB, { owner: 'bob' }, /is an agent of alice/],
        [BOB, { name: 'alice' }, /is a person/],
        [BOB, { name: 'a@b' }, /small letters/],
        [BOB, { kind: 'pipeline', name: 'a/b' }, /small letters/],
      ];
      for (const [by, wanted, why] of cases) {
        const done = await parts.tokens.issue(by, { ...WANTED, ...wanted });
        expect(done).toEqual({ kind: 'refused', why: expect.stringMatching(why) });
      }
      parts.world.people = undefined;
      expect(await parts.tokens.issue(BOB, WANTED)).toMatchObject({ why: expect.stringContaining('no `people`') });
      expect((await parts.store.head()).size).toBe(1);
    }));

  test('is taken back by an operator or by whom it speaks for; others do not learn whether it is there', () =>
    service(async (parts) => {
      await issued(parts, { kind: 'pipeline', name: 'nightly', owner: 'bob' });
      await issued(parts);
      const list = await parts.tokens.list();
      const of = (owner: string) => list.find((each) => each.principal.owner === owner)?.id ?? '';
      const refused = await parts.tokens.revoke('person:alice', of(BOB));
      expect(refused).toMatchObject({ kind: 'refused' });
      expect(await parts.tokens.revoke('person:alice', 'nonesuch')).toEqual(refused);
      expect(await parts.tokens.revoke('person:alice', of('person:alice'))).toMatchObject({ kind: 'revoked' });
    }));

  test('says when it was used, to a minute, outside the log', () =>
    service(async (parts) => {
      const token = await issued(parts);
      const used = async () => (await parts.tokens.list())[0]?.used;
      expect(await used()).toBeUndefined();
      const first = parts.clock.now;
      await called(parts, token);
      parts.clock.now += 59_999;
      await called(parts, token);
      expect(await used()).toBe(first);
      parts.clock.now += 1;
      await called(parts, token);
      expect(await used()).toBe(first + 60_000);
      expect((await parts.store.head()).size).toBe(2);
    }));

  test('goes out of the list long after its end, when another is made', () =>
    service(async (parts) => {
      await issued(parts, { seconds: 60 });
      parts.clock.now += 90 * DAY;
      await issued(parts);
      expect(await parts.tokens.list()).toHaveLength(2);
      parts.clock.now += 60_001;
      await issued(parts);
      expect(await parts.tokens.list()).toHaveLength(2);
    }));
});

describe('the session of a person', () => {
  const session = async (parts: Parts, ...scopes: ('run' | 'read' | 'vote' | 'operate')[]) => {
    const done = await parts.tokens.login(BOB, scopes, 3600);
    return done.kind === 'issued' ? done.token : done.why;
  };

  test('asks or answers, never both (CH-11)', () =>
    service(async (parts) => {
      expect(await session(parts, 'run', 'vote')).toBe('a session asks or answers, not both');
      const answering = await session(parts, 'read', 'vote', 'operate');
      expect(await called(parts, answering)).toEqual({
        principal: { kind: 'person', id: BOB, known: 'oidc' },
        by: 'login',
        token: answering.slice(5, 15),
        scopes: new Set(['read', 'vote', 'operate']),
      });
      // Whoever leaves the group operates no more, with the session they have.
      parts.world.people = { ...PEOPLE, groups: [] };
      expect(await called(parts, answering)).toMatchObject({ scopes: new Set(['read', 'vote']) });
      parts.world.people = { ...PEOPLE, people: PEOPLE.people.filter(({ name }) => name !== 'bob') };
      expect(await called(parts, answering)).toEqual({ barred: 'person:bob is not in the directory any more' });
    }));

  test('is nobody’s who is not in the directory, and ends by oneself', () =>
    service(async (parts) => {
      expect(await parts.tokens.login('person:mallory', ['read'], 60)).toMatchObject({ kind: 'refused' });
      const token = await session(parts, 'run');
      parts.world.people = { ...PEOPLE, groups: [] };
      expect(await parts.tokens.revoke(BOB, token.slice(5, 15))).toMatchObject({ kind: 'revoked' });
      expect(await called(parts, token)).toEqual({ barred: 'the token is not good here' });
    }));
});
