import { join } from 'node:path';
import { advance, type RequestEvent, type View } from '../../src/approval/states.ts';
import type { Draft } from '../../src/audit/log.ts';
import { uuidv7 } from '../../src/request/uuid.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import type { Gate } from '../../test/kit/gate.ts';

const BATCH = 2_000;
/** Time between two requests of the past. */
const APART = 500;

/**
 * Appends the events of one real run over and over, as requests of their own, through the store itself: every index,
 * hash and projection is what that many runs would have left, only the commits are larger.
 */
export async function fillLog(gate: Gate, events: number): Promise<void> {
  const template = await lastRun(gate);
  const requests = Math.ceil(events / template.length);
  if (requests === 0) return;
  const store = open(gate);
  try {
    for (let done = 0; done < requests; ) {
      const drafts: Draft[] = [];
      for (; drafts.length < BATCH && done < requests; done++) {
        // Ids as if the runs lay apart, so that the index sees them in the order in which it would have.
        const request = uuidv7(Date.now() - (requests - done) * APART, random(16));
        for (const draft of template) drafts.push({ ...draft, request });
      }
      const appended = await store.append(drafts);
      if (appended.kind !== 'appended') throw new Error(`the log could not be filled: ${appended.kind}`);
    }
  } finally {
    store.close();
  }
}

async function lastRun(gate: Gate): Promise<Draft[]> {
  const store = open(gate);
  try {
    const [newest] = await store.requests({ limit: 1 });
    const drafts: Draft[] = [];
    for await (const { type, request, payload } of store.entries({ request: newest!.id })) {
      drafts.push({ type, request, payload: JSON.parse(Buffer.from(payload!).toString()) as object });
    }
    return drafts;
  } finally {
    store.close();
  }
}

function open(gate: Gate): SqliteStore<View> {
  return new SqliteStore<View>({
    path: join(gate.home, 'audit.db'),
    project: (view, event) => advance(view, event as unknown as RequestEvent),
    now: Date.now,
    random,
  });
}

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}
