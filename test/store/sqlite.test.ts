import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/audit/log.ts';
import { LogReader } from '../../src/store/reader.ts';
import { inPlace, storeAt, verdictOf } from './fixtures/place.ts';

const event = (type: string, request: string | null, payload: object = {}): Draft => ({ type, request, payload });
const run = (id: string, payload: object = {}): Draft[] => [
  event('request.submitted', id, payload),
  event('request.decided', id, { kind: 'allow', mode: 'enforce' }),
  event('run.started', id),
];

function edit(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

describe('append', () => {
  it('writes all drafts with their projection, and a receipt for the last', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      const result = await store.append(run('a', { principal: 'agent:x@ana', digest: 'ff' }), {
        request: 'a',
        version: -1,
      });
      const { log } = await store.head();
      expect(log).toMatch(/^gate\/[0-9a-f]{32}$/);
      expect(result).toMatchObject({ kind: 'appended', receipt: { log, request: 'a', index: 3 } });
      expect(await store.request('a')).toMatchObject({
        id: 'a',
        version: 3,
        view: { state: 'run.started', events: 3 },
      });
      expect(await store.requests({ open: true, principal: 'agent:x@ana', digest: 'ff' })).toHaveLength(1);
      expect(await store.requests({ open: false })).toEqual([]);
      store.close();
    }));

  it('APP-01: of many who act on the same version one succeeds, the others are told', () =>
    inPlace(async (path) => {
      const stores = Array.from({ length: 10 }, () => storeAt(path));
      await stores[0]!.append(run('a'), { request: 'a', version: -1 });
      const results = [];
      for (const store of stores)
        results.push(await store.append([event('run.finished', 'a')], { request: 'a', version: 3 }));
      expect(results.map(({ kind }) => kind).sort()).toEqual(['appended', ...Array<string>(9).fill('conflict')]);
      expect((await stores[0]!.append(run('a'), { request: 'a', version: -1 })).kind).toBe('conflict');
      for (const store of stores) store.close();
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', size: 5 });
    }));

  it('counts starts against limits in the same transaction', () =>
    inPlace(async (path) => {
      let now = 1_000_000;
      const store = storeAt(path, () => now);
      const start = () => [{ rule: 'r', key: 'k', most: 2, since: now - 1_000 }];
      for (const id of ['a', 'b'])
        expect((await store.append(run(id), { request: id, version: -1 }, start())).kind).toBe('appended');
      expect(await store.append(run('c'), { request: 'c', version: -1 }, start())).toEqual({
        kind: 'limit',
        rule: 'r',
      });
      expect([await store.request('c'), await store.starts('r', 'k', 0)]).toEqual([undefined, 2]);
      now += 1_001;
      expect((await store.append(run('c'), { request: 'c', version: -1 }, start())).kind).toBe('appended');
      store.close();
    }));

  it('stores a document once for each digest', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      const document = event('policy.recorded', null, { digest: 'aa', layer: 'user', name: 'x', text: '' });
      expect(await store.unrecorded(['aa', 'bb'])).toEqual(['aa', 'bb']);
      const first = await store.append([document]);
      expect(await store.append([document])).toMatchObject({ entries: first.kind === 'appended' ? first.entries : [] });
      expect([await store.unrecorded(['aa', 'bb']), (await store.head()).size]).toEqual([['bb'], 2]);
      store.close();
    }));

  it('a projection that fails leaves nothing behind, and the store usable', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      await expect(store.append([event('request.submitted', 'a', { toJSON: () => undefined })])).rejects.toThrow();
      await expect(store.append([event('No Name', 'a')])).rejects.toThrow(
        expect.objectContaining({ code: 'INTERNAL' }),
      );
      expect((await store.append(run('a'))).kind).toBe('appended');
      store.close();
    }));
});

describe('reading', () => {
  it('finds requests by the end of their id, newest first', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      const ids = [
        '019b76da-a800-7000-8000-00000000a1b2c3',
        '019b76da-a800-7000-8000-000000ffa1b2c3',
        '019b-7000-ffffff',
      ];
      for (const id of ids) await store.append(run(id), { request: id, version: -1 });
      const found = async (tail: string) => (await store.find(tail)).map(({ id }) => id);
      expect(await found('a1b2c3')).toEqual([ids[1], ids[0]]);
      expect(await found('ffa1b2c3')).toEqual([ids[1]]);
      expect(await found(ids[0]!)).toEqual([ids[0]]);
      expect([await found('777777'), await found('')]).toEqual([[], []]);
      store.close();
      const reader = new LogReader(path);
      expect(reader.find('ffa1b2c3')).toEqual([ids[1]]);
      reader.close();
    }));

  it('lists entries in both directions and across batches', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      await store.append(Array.from({ length: 2_500 }, (_, i) => event('request.submitted', `r${i}`)));
      const indexes = async (range: Parameters<typeof store.entries>[0]) => {
        const found: number[] = [];
        for await (const { index } of store.entries(range)) found.push(index);
        return found;
      };
      expect(await indexes({})).toEqual(Array.from({ length: 2_501 }, (_, i) => i));
      expect((await indexes({ newest: true })).slice(0, 2)).toEqual([2_500, 2_499]);
      expect(await indexes({ newest: true, limit: 2_000 })).toHaveLength(2_000);
      expect(await indexes({ request: 'r7' })).toEqual([8]);
      store.close();
    }));

  it('remembers digests of files outside the log', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      await store.cacheDigest('1:2:3', 'aa');
      await store.cacheDigest('1:2:3', 'bb');
      expect([await store.cachedDigest('1:2:3'), await store.cachedDigest('x'), (await store.head()).size]).toEqual([
        'bb',
        undefined,
        1,
      ]);
      store.close();
    }));
});

describe('the file in the hands of others', () => {
  const filled = (use: (path: string) => void) =>
    inPlace(async (path) => {
      const store = storeAt(path);
      for (const id of ['a', 'b', 'c'])
        await store.append(run(id, { secret: 'swordfish' }), { request: id, version: -1 });
      store.close();
      use(path);
    });
  const unlocked = 'DROP TRIGGER events_keep; DROP TRIGGER events_only_erase;';

  it('AUD-13: a payload can be erased with its salt, and the log stays sound', () =>
    filled((path) => {
      edit(path, 'UPDATE events SET payload = NULL, salt = NULL WHERE idx = 4');
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', erased: 1 });
    }));

  it('the triggers refuse every other change', () =>
    filled((path) => {
      for (const sql of [
        'DELETE FROM events',
        'UPDATE events SET payload = NULL WHERE idx = 4',
        'UPDATE events SET at = 0 WHERE idx = 4',
        "UPDATE events SET payload = NULL, salt = NULL, type = 'x' WHERE idx = 4",
        'UPDATE events SET payload = NULL, salt = NULL WHERE idx = 0',
      ]) {
        expect(() => edit(path, sql), sql).toThrow('append-only');
      }
    }));

  it('AUD-07: a planted trigger or a missing one is named', () =>
    filled((path) => {
      edit(path, 'CREATE TRIGGER swallow AFTER INSERT ON events BEGIN DELETE FROM events WHERE idx = NEW.idx; END');
      expect(verdictOf(path)).toMatchObject({ reason: 'schema', detail: expect.stringContaining('swallow') });
      edit(path, `DROP TRIGGER swallow; ${unlocked}`);
      expect(verdictOf(path)).toMatchObject({ reason: 'schema' });
    }));

  it.each([
    ["payload = CAST('{}' AS BLOB)", 5, 'commitment'],
    ["type = 'run.finished'", 5, 'leaf'],
    ['at = 0', 5, 'leaf'],
    ['at = 1152921504606846976', 5, 'syntax'],
    ['idx = -1', 0, 'index'],
    ['idx = 50', 5, 'index'],
    ["request = 'no such'", 5, 'field'],
  ])('UPDATE events SET %s is found at entry %i', (set, index, reason) =>
    filled((path) => {
      const triggers = (() => {
        const db = new DatabaseSync(path);
        const rows = db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").all();
        db.close();
        return rows.map((row) => `${row['sql']};`).join('');
      })();
      edit(path, `${unlocked} UPDATE events SET ${set} WHERE idx = 5; ${triggers}`);
      expect(verdictOf(path)).toMatchObject({ kind: 'broken', index, reason });
    }),
  );
});
