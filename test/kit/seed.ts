import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Submitted } from '../../src/approval/events.ts';
import { projected } from '../../src/approval/projection.ts';
import { shapeOf } from '../../src/approval/shape.ts';
import { draft, type Stream } from '../../src/broker/steps.ts';
import { digestManifest } from '../../src/command/manifest.ts';
import { uuidv7 } from '../../src/request/uuid.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import type { Gate } from './gate.ts';

/**
 * Puts requests into a gate's log that look like one that an agent made there: another command each, by many agents of
 * the same owner. Hundreds of processes would do the same, in minutes.
 */
export async function seed(gate: Gate, like: string, count: number): Promise<void> {
  const events = (await gate.record(like)).events as { type: string; payload: unknown }[];
  const submitted = events.find(({ type }) => type === 'request.submitted')?.payload as Submitted;
  const decision = events.find(({ type }) => type === 'request.decided')?.payload as object;
  const random = (bytes: number) => randomBytes(bytes);
  const store = new SqliteStore<Stream>({
    path: join(gate.home, 'audit.db'),
    project: projected,
    now: Date.now,
    random,
  });
  for (let index = 0; index < count; index++) {
    const argv = ['touch', `file-${String(index).padStart(4, '0')}`];
    const manifest = { ...submitted.manifest, argv };
    const principal = {
      ...submitted.principal,
      id: submitted.principal.id.replace('claude-code', `agent-${index % 125}`),
    };
    const id = uuidv7(Date.now(), random(16));
    const shape = shapeOf(manifest, submitted.actions);
    const payload = { ...submitted, argv, manifest, digest: digestManifest(manifest), principal, shape };
    await store.append([
      draft(id, { type: 'request.submitted', payload }),
      draft(id, { type: 'request.decided', payload: decision } as never),
    ]);
  }
  store.close();
}
