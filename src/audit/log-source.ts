import type { Entry } from './log.ts';
import type { Head } from './verify.ts';

/** A log to be read, wherever it lies: a database of this machine, or a service. */
export interface LogSource {
  head(): Later<Head & { readonly log: string; readonly at: number }>;
  /** In the order of the log. */
  entries(range?: SourceRange): Iterable<Entry> | AsyncIterable<Entry>;
  /** Ids of requests and standing grants that are `id` or end with it, the newest first. */
  find(id: string): Later<readonly string[]>;
  close(): void;
}

export interface SourceRange {
  readonly from?: number;
  readonly limit?: number;
  readonly request?: string;
}

type Later<Value> = Value | Promise<Value>;

export async function collected(entries: Iterable<Entry> | AsyncIterable<Entry>): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}
