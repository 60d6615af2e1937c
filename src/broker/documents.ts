import type { Draft, Store } from '../audit/log.ts';
import type { Decision } from '../policy/decision.ts';
import type { Stream } from './steps.ts';

/** A policy document that took part in a decision, stored once per digest. */
export interface RecordedDocument {
  readonly digest: string;
  readonly layer: string;
  readonly name: string;
  text(): string | Promise<string>;
}

/** What decided lately, by digest: while policies change, decisions by the old ones and by the new ones are on their way together. */
export function recentDocuments() {
  const known = new Map<string, RecordedDocument>();
  return {
    add(all: readonly RecordedDocument[]): void {
      for (const document of all) {
        // Behind those that were not used for longer.
        known.delete(document.digest);
        known.set(document.digest, document);
      }
      for (const digest of known.keys()) if (known.size > MOST_KNOWN) known.delete(digest);
    },
    of({ policy }: Pick<Decision, 'policy'>): readonly RecordedDocument[] {
      return policy.flatMap((digest) => known.get(digest) ?? []);
    },
  };
}

/** Several times what can decide at once. */
const MOST_KNOWN = 10_000;

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
