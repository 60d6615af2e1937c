import type { Draft, Store } from '../audit/log.ts';
import type { Stream } from './steps.ts';

/** A policy document that took part in a decision, stored once per digest. */
export interface RecordedDocument {
  readonly digest: string;
  readonly layer: string;
  readonly name: string;
  text(): string | Promise<string>;
}

/** The documents that the log does not hold yet. */
export async function documentDrafts(store: Store<Stream>, all: readonly RecordedDocument[]): Promise<Draft[]> {
  const missing = new Set(await store.unrecorded(all.map(({ digest }) => digest)));
  const drafts: Draft[] = [];
  for (const { digest, layer, name, text } of all) {
    if (!missing.has(digest)) continue;
    drafts.push({ type: 'policy.recorded', request: null, payload: { digest, layer, name, text: await text() } });
  }
  return drafts;
}
