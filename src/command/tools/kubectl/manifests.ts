import type { Input, ReadContext } from '../../reader.ts';
import { inputOf } from '../../reading.ts';
import { kindOf, type Target } from './resources.ts';

type Yaml = typeof import('yaml');
let yaml: Yaml | undefined;

/** Loaded once, before the first kubectl command is read. */
export async function loadYaml(): Promise<void> {
  yaml ??= await import('yaml');
}

export interface ManifestFiles {
  readonly objects: readonly Target[];
  readonly inputs: readonly Input[];
  /** True when some content could not be seen. */
  readonly unseen: boolean;
}

/** The objects in the files of `-f`, as far as they can be read. */
export function readManifests(paths: readonly string[], context: ReadContext): ManifestFiles {
  const objects: Target[] = [];
  const inputs: Input[] = [];
  let unseen = false;
  for (const path of paths.flatMap((list) => list.split(','))) {
    const snapshot =
      path === '-' ? context.files.stdin() : /^https?:/.test(path) ? undefined : context.files.read(path);
    inputs.push(inputOf('manifest', path, snapshot));
    const found = snapshot?.bytes && objectsIn(Buffer.from(snapshot.bytes).toString('utf8'));
    if (found === undefined || found.length === 0) unseen = true;
    else objects.push(...found);
  }
  return { objects, inputs, unseen };
}

function objectsIn(text: string): readonly Target[] | undefined {
  if (yaml === undefined) return undefined;
  try {
    const objects: Target[] = [];
    for (const document of yaml.parseAllDocuments(text, { uniqueKeys: true })) {
      if (document.errors.length > 0) return undefined;
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      if (value === null || value === undefined) continue;
      const items = at(value, 'items');
      if (Array.isArray(items)) objects.push(...items.map(objectOf));
      else objects.push(objectOf(value));
    }
    return objects.every((object) => object.kind !== undefined) ? objects : undefined;
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Target {
  const kind = text(at(value, 'kind'));
  const name = text(at(at(value, 'metadata'), 'name'));
  const namespace = text(at(at(value, 'metadata'), 'namespace'));
  return {
    ...(kind === undefined ? {} : { kind: kindOf(kind) }),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}

/** A property of a parsed document, or undefined. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** A string of a parsed document, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A YAML document as plain values; undefined when it does not parse. */
export function parseYaml(source: string): unknown {
  try {
    return yaml?.parse(source, { maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}
