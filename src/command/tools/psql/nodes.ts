/** Small looks into the parser's tree, whose shape only the parser promises. */
export type Node = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A wrapped node, `{ SelectStmt: {...} }`, as its kind and itself. */
export function unwrap(value: unknown): readonly [kind: string, node: Node] | undefined {
  if (!isNode(value)) return undefined;
  for (const kind in value) {
    const node = value[kind];
    return isNode(node) ? [kind, node] : undefined;
  }
  return undefined;
}

export function inner(value: unknown): Node | undefined {
  return unwrap(value)?.[1];
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The parts of a dotted name, `[{ String: { sval } }, ...]`. */
export function names(value: unknown): readonly string[] {
  const found: string[] = [];
  for (const item of list(value)) {
    const part = isNode(item) && isNode(item['String']) ? text(item['String']['sval']) : undefined;
    if (part !== undefined) found.push(part);
  }
  return found;
}

/** A constant's own value, through casts; undefined for anything that is not constant. */
export function constant(value: unknown): string | undefined {
  let node = value;
  while (isNode(node) && isNode(node['TypeCast'])) node = node['TypeCast']['arg'];
  const known = isNode(node) ? node['A_Const'] : undefined;
  if (!isNode(known)) return undefined;
  if (isNode(known['sval'])) return String(known['sval']['sval'] ?? '');
  // The parser leaves out what is zero or false.
  if (isNode(known['ival'])) return String(known['ival']['ival'] ?? 0);
  if (isNode(known['boolval'])) return String(known['boolval']['boolval'] ?? false);
  if (isNode(known['fval'])) return String(known['fval']['fval'] ?? 0);
  return undefined;
}

/** An option `name value` of a list of them; `true` when it stands without a value. */
export function option(options: unknown, name: string): unknown {
  for (const item of list(options)) {
    const element = inner(item);
    if (element?.['defname'] === name) return element['arg'] ?? true;
  }
  return undefined;
}
