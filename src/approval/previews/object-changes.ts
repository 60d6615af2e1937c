import { at, text } from '../../command/tools/kubectl/documents.ts';
import { bounded, some } from './finding.ts';

export interface ObjectChanges {
  readonly created: number;
  readonly updated: number;
  readonly same: number;
  readonly lines: readonly string[];
}

/**
 * Two answers of kubectl in JSON, object by object: which fields would be other ones. Values of Secrets and
 * ConfigMaps, and whatever a field's name calls a credential, are never shown, only that they change. Pure.
 *
 * @returns undefined when an answer is not understood
 */
export function changesBetween(before: string, after: string): ObjectChanges | undefined {
  const [then, now] = [objectsIn(after), objectsIn(before)];
  if (then === undefined || now === undefined) return undefined;
  const counts = { created: 0, updated: 0, same: 0 };
  const lines: string[] = [];
  for (const [name, object] of then) {
    const old = now.get(name);
    if (old === undefined) {
      counts.created++;
      lines.push(`new: ${name}`);
      continue;
    }
    const fields: string[] = [];
    compare(plain(old), plain(object), '', { secret: HIDDEN.has(text(at(object, 'kind')) ?? '') }, fields);
    if (fields.length === 0) counts.same++;
    else {
      counts.updated++;
      lines.push(`changed: ${name}`, ...some(fields, 'fields', 8));
    }
  }
  return { ...counts, lines };
}

function objectsIn(output: string): ReadonlyMap<string, unknown> | undefined {
  if (output.trim() === '') return new Map();
  let answer: unknown;
  try {
    answer = JSON.parse(output);
  } catch {
    return undefined;
  }
  const items = at(answer, 'items');
  const all = Array.isArray(items) ? items : [answer];
  return new Map(all.map((object) => [nameOf(object), object]));
}

function nameOf(object: unknown): string {
  const metadata = at(object, 'metadata');
  const namespace = text(at(metadata, 'namespace'));
  return `${text(at(object, 'kind')) ?? '?'} ${namespace === undefined ? '' : `${namespace}/`}${text(at(metadata, 'name')) ?? '?'}`;
}

/** Kinds that are containers of other people's data. */
const HIDDEN: ReadonlySet<string> = new Set(['Secret', 'ConfigMap']);

/** Without what the server writes itself. */
const SERVERS_OWN = new Set(['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp', 'selfLink']);
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function plain(object: unknown): unknown {
  const { status: _, metadata, ...rest } = object as Record<string, unknown>;
  const kept = Object.entries((metadata ?? {}) as Record<string, unknown>).filter(([key]) => !SERVERS_OWN.has(key));
  const clean = Object.fromEntries(
    kept.map(([key, value]) => {
      if (key !== 'annotations' || typeof value !== 'object' || value === null) return [key, value];
      return [key, Object.fromEntries(Object.entries(value).filter(([name]) => name !== LAST_APPLIED))];
    }),
  );
  return { ...rest, metadata: clean };
}

const CREDENTIAL = /pass|secret|token|credential|private|api.?key|access.?key|auth/i;

function compare(before: unknown, after: unknown, path: string, { secret }: { secret: boolean }, into: string[]): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const both = [before, after].every((value) => typeof value === 'object' && value !== null);
  if (both && Array.isArray(before) === Array.isArray(after)) {
    const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>];
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const named = typeof other === 'object' && text(at(after, 'name'));
      const hides =
        secret || CREDENTIAL.test(key) || (key === 'value' && typeof named === 'string' && CREDENTIAL.test(named));
      compare(one[key], other[key], `${path}.${key}`, { secret: hides }, into);
    }
    return;
  }
  const shown = (value: unknown) =>
    value === undefined ? 'absent' : secret ? '[not shown]' : bounded(JSON.stringify(value) ?? '').slice(0, 120);
  into.push(`  ${path.slice(1)}: ${shown(before)} -> ${shown(after)}`);
}
