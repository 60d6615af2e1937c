type Yaml = typeof import('yaml');
let yaml: Yaml | undefined;

/** Loaded once, before the first command is read. */
export async function loadYaml(): Promise<void> {
  yaml ??= await import('yaml');
}

/** Merge keys are on: kubectl's parser follows them. */
const OPTIONS = { uniqueKeys: true, merge: true } as const;
const ALIASES = { maxAliasCount: 100 } as const;

/** What was already parsed, by the bytes as they were first looked at. */
const parsed = new WeakMap<Uint8Array, unknown>();

/** A YAML document as plain values; undefined when it does not parse. */
export function parseYaml(bytes: Uint8Array): unknown {
  if (!parsed.has(bytes)) parsed.set(bytes, parseText(decoded(bytes)));
  return parsed.get(bytes);
}

function parseText(source: string): unknown {
  try {
    return yaml?.parse(source, { ...OPTIONS, ...ALIASES, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

/** Every document of a stream, as plain values; undefined when any of them does not parse. */
export function parseDocuments(bytes: Uint8Array): readonly unknown[] | undefined {
  if (yaml === undefined) return undefined;
  try {
    const values: unknown[] = [];
    for (const document of yaml.parseAllDocuments(decoded(bytes), { ...OPTIONS, logLevel: 'silent' })) {
      if (document.errors.length > 0) return undefined;
      const value: unknown = document.toJS(ALIASES);
      if (value !== null && value !== undefined) values.push(value);
    }
    return values;
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
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

/** The strings of a list of a parsed document. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
