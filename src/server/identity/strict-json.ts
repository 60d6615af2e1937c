/**
 * A JSON object in which every member has one value. `JSON.parse` takes the last of two, and who reads the first sees another
 * document. `undefined` for anything else: no JSON, no object, a member twice at any depth, or called `__proto__`.
 */
export function strictObject(text: string): Readonly<Record<string, unknown>> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isUnambiguous(text)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}

/** @param text JSON that parses */
function isUnambiguous(text: string): boolean {
  /** The names so far of each object around this place; undefined for an array. */
  const around: (Set<string> | undefined)[] = [];
  // Strings as they stand, and the characters that open, close and follow them.
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found === '{') around.push(new Set());
    else if (found === '[') around.push(undefined);
    else if (found === '}' || found === ']') around.pop();
    else if (around.at(-1) !== undefined && isName(text, token.lastIndex)) {
      const names = around.at(-1);
      const name = JSON.parse(found) as string;
      if (name === '__proto__' || names?.has(name)) return false;
      names?.add(name);
    }
  }
  return true;
}

/** Whether the string that ends before `at` is the name of a member: a colon follows. */
function isName(text: string, at: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = at;
  return colon.test(text);
}
