import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/audit/log.ts';
import { inPlace, storeAt, verdictOf } from './fixtures/place.ts';

const event = (request: string, payload: object = {}): Draft => ({ type: 'request.submitted', request, payload });

describe('a store that appends for many at once', () => {
  it('keeps the order in which they came, each with its own receipt', () =>
    inPlace(async (path) => {
      const store = storeAt(path, Date.now, true);
      const results = await Promise.all(Array.from({ length: 100 }, (_, n) => store.append([event(`r${n}`)])));
      expect(results.map((each) => each.kind === 'appended' && each.receipt.index)).toEqual(
        Array.from({ length: 100 }, (_, n) => n + 1),
      );
      store.close();
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', size: 101 });
    }));

  it('APP-01: of many in one commit that act on the same version one succeeds, and what the others would have written is not there', () =>
    inPlace(async (path) => {
      const store = storeAt(path, Date.now, true);
      const same = { request: 'a', version: -1 };
      const results = await Promise.all(Array.from({ length: 20 }, () => store.append([event('a'), event('b')], same)));
      expect(results.map(({ kind }) => kind)).toEqual(['appended', ...Array<string>(19).fill('conflict')]);
      store.close();
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', size: 3 });
    }));

  it('is one transaction for another process: none of it, then all of it', () =>
    inPlace(async (path) => {
      const store = storeAt(path, Date.now, true);
      const other = new DatabaseSync(path, { readOnly: true });
      const version = other.prepare('PRAGMA data_version');
      const seen = () => [
        other.prepare('SELECT count(*) AS count FROM events').get()?.['count'],
        version.get()?.['data_version'],
      ];
      const [before, was] = seen();
      const first = store.append([event('a')]);
      const second = store.append([event('b')]);
      expect(seen()[0]).toBe(before);
      await Promise.all([first, second]);
      expect(seen()).toEqual([Number(before) + 2, Number(was) + 1]);
      other.close();
      store.close();
    }));

  it('a wrong clock of one leaves the others alone', () =>
    inPlace(async (path) => {
      const times = [1_000_000, 1_000_000, 1_000, 1_000_000];
      const store = storeAt(path, () => times.shift() ?? 1_000_000, true);
      const [one, two, three] = await Promise.allSettled(['a', 'b', 'c'].map((id) => store.append([event(id)])));
      expect([one, three]).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
      expect(two).toMatchObject({ status: 'rejected', reason: { code: 'CLOCK_BACKWARDS' } });
      store.close();
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', size: 3 });
    }));

  it('AUD-06: when SQLite cannot write one of them, none of them is written, and nothing after', () =>
    inPlace(async (path) => {
      const store = storeAt(path, Date.now, true);
      const db = new DatabaseSync(path);
      db.exec(
        "CREATE TRIGGER full BEFORE INSERT ON events WHEN NEW.request = 'b' BEGIN SELECT RAISE(ABORT, 'no'); END",
      );
      db.close();
      const together = await Promise.allSettled(['a', 'b', 'c'].map((id) => store.append([event(id)])));
      expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      await expect(store.append([event('d')])).rejects.toMatchObject({ code: 'AUDIT_CORRUPT' });
      expect((await store.head()).size).toBe(1);
      store.close();
    }));

  it('what waits is written before it closes', () =>
    inPlace(async (path) => {
      const store = storeAt(path, Date.now, true);
      const result = store.append([event('a')]);
      store.close();
      await expect(result).resolves.toMatchObject({ kind: 'appended' });
    }));
});
