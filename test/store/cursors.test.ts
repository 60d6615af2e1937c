import { expect, test } from 'vitest';
import { inPlace, storeAt, verdictOf } from './fixtures/place.ts';

const log = [{ type: 'request.submitted', request: 'r-1', payload: { principal: 'p' } }];

test('a new cursor stands at the end of the log, or at its beginning; others of its kind are taken away', () =>
  inPlace(async (path) => {
    const store = storeAt(path);
    await store.append(log);
    const two = [
      { name: 'webhook:a', start: false },
      { name: 'webhook:b', start: true },
    ];
    const begun = [
      { name: 'webhook:a', next: 2 },
      { name: 'webhook:b', next: 0 },
    ];
    expect(await store.keepCursors('webhook:', two)).toEqual(begun);
    await store.keepCursors('other:', [{ name: 'other:c', start: false }]);
    await store.append([{ ...log[0]!, request: 'r-2' }]);
    // What is there stays where it is.
    expect(await store.keepCursors('webhook:', two)).toEqual(begun);
    expect(await store.keepCursors('webhook:', two.slice(0, 1))).toEqual(begun.slice(0, 1));
    expect(await store.cursors()).toEqual([{ name: 'other:c', next: 2 }, begun[0]]);
    store.close();
    expect(verdictOf(path)).toMatchObject({ kind: 'sound' });
  }));

test('a cursor moves with what is known of it, also for whoever opens the log next; one that was taken away stays away', () =>
  inPlace(async (path) => {
    const store = storeAt(path);
    await store.keepCursors('webhook:', [{ name: 'webhook:a', start: true }]);
    const moved = {
      name: 'webhook:a',
      next: 1,
      at: 5,
      failing: { since: 3, attempts: 2, refusals: 1, why: 'answered 500' },
    };
    await store.moveCursor(moved);
    await store.moveCursor({ name: 'webhook:gone', next: 1 });
    store.close();
    const again = storeAt(path);
    expect(await again.cursors()).toEqual([moved]);
    again.close();
  }));
