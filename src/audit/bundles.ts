import { sha256Hex } from '../platform/hash.ts';
import type { Entry } from './log.ts';

/**
 * Rule 10 of docs/audit-format.md: a decision that names a policy bundle names one whose signed note was recorded before. Only a
 * log from its beginning can tell, and only as long as no note was erased.
 */
export class BundledDecisions {
  readonly #notes = new Set<string>();
  #gap = false;

  /** What is wrong with this event, or undefined. */
  add({ type, payload }: Pick<Entry, 'type' | 'payload'>): string | undefined {
    if (type === 'policy.recorded') {
      if (payload === null) this.#gap = true;
      else this.#record(payload);
      return undefined;
    }
    // Most payloads are never parsed for this.
    if (payload === null || this.#gap || !WITH_DECISION.has(type) || !Buffer.from(payload).includes('"bundle":')) {
      return undefined;
    }
    const parsed = fieldsOf(payload);
    const { bundle, policy } = (type === 'call.seen' ? (parsed['decision'] ?? {}) : parsed) as Fields;
    if (bundle === undefined) return undefined;
    const { name, version, digest } = (bundle ?? {}) as Fields;
    const named = Array.isArray(policy) ? policy.map((note) => `${note} ${name} ${version} ${digest}`) : [];
    return named.some((each) => this.#notes.has(each))
      ? undefined
      : 'it was decided by a policy bundle whose note is not recorded';
  }

  #record(payload: Uint8Array): void {
    const { name, digest, text } = fieldsOf(payload);
    if (typeof name !== 'string' || !/^bundle:[^/]+$/.test(name) || typeof text !== 'string') return;
    const said = text.slice(0, text.lastIndexOf('\n\n') + 1);
    const [, bundle, version] = /^gate-policy-bundle\/v1\nname (\S+)\nversion (\d+)\n/.exec(said) ?? [];
    this.#notes.add(`${digest} ${bundle} ${version} sha256:${sha256Hex(said)}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const WITH_DECISION: ReadonlySet<string> = new Set(['request.decided', 'call.seen']);

function fieldsOf(payload: Uint8Array): Fields {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}
