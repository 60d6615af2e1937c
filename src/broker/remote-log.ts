import { exportedEntry } from '../audit/export.ts';
import type { Entry } from '../audit/log.ts';
import type { LogSource, SourceRange } from '../audit/log-source.ts';
import { GateError } from '../errors.ts';
import type { Known, RecordedEvent } from './broker.ts';
import { bytesOf, type Connection, call } from './remote-http.ts';

/** Events asked for at once. */
const PAGE = 1000;
const LARGEST_PAGE = 64 * 1024 * 1024;

/**
 * The log of a service, for those who may read it. Each entry comes with its leaf and its exact payload, so whoever reads it can check all
 * of it against the head.
 */
export function remoteLog(service: Connection): LogSource {
  const head = async () => {
    const { log, size, root, at } = (await call(service, 'GET', '/v1/audit/checkpoint')) as Checkpoint;
    return { log, size, root: new Uint8Array(Buffer.from(root, 'hex')), at };
  };

  async function* entries({ from = 0, limit = Number.MAX_SAFE_INTEGER, request }: SourceRange = {}) {
    if (request !== undefined) return yield* ofRequest(request);
    let next = from;
    for (let left = limit; left > 0; ) {
      const lines = await page(next, Math.min(left, PAGE));
      yield* lines;
      const last = lines.at(-1);
      if (last === undefined) return;
      next = last.index + 1;
      left -= lines.length;
    }
  }

  async function page(from: number, limit: number): Promise<readonly Entry[]> {
    const bytes = await bytesOf(service, `/v1/audit/entries?from=${from}&limit=${limit}`, LARGEST_PAGE);
    const lines = Buffer.from(bytes)
      .toString('latin1')
      .split(/(?<=\n)/);
    return lines.filter((line) => line !== '').map((line) => exportedEntry(line) ?? unreadable());
  }

  /** The service knows where the events of a request are; those of a standing grant are looked for. */
  async function* ofRequest(request: string): AsyncGenerator<Entry> {
    const record = await attempt<{ events: readonly RecordedEvent[] }>(at(request, '/record'));
    if (record === undefined) {
      for await (const entry of entries()) if (entry.request === request) yield entry;
      return;
    }
    for (const { index } of record.events) yield* await page(index, 1);
  }

  async function find(id: string): Promise<readonly string[]> {
    const known = await attempt<Known>(at(id));
    if (known !== undefined) return [known.id];
    const found: string[] = [];
    for await (const { type, request } of entries()) {
      if (type === 'standing.granted' && request?.endsWith(id)) found.unshift(request);
    }
    return found;
  }

  /** Undefined when there is no such request. */
  async function attempt<Answer>(path: string): Promise<Answer | undefined> {
    try {
      return (await call(service, 'GET', path)) as Answer;
    } catch (error) {
      if (error instanceof GateError && error.code === 'UNKNOWN_REQUEST') return undefined;
      throw error;
    }
  }

  return { head, entries, find, close: () => {} };
}

interface Checkpoint {
  readonly log: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  readonly at: number;
}

function at(id: string, what = ''): string {
  return `/v1/requests/${encodeURIComponent(id)}${what}`;
}

function unreadable(): never {
  throw new GateError('AUDIT_CORRUPT', 'the service sent an event that is not as events are written');
}
