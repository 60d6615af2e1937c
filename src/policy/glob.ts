/**
 * Patterns of whole values: `*` is any run of characters (newlines too), `?` is one character, everything else is
 * itself. Always anchored at both ends, never over a joined command line. Time grows with the length of the value
 * times the pattern's, whatever the value is: each `*` takes the leftmost fit and never goes back.
 */
export const MAX_PATTERN = 512;

export type Matcher = (value: string) => boolean;

/** True when any of the patterns fits. */
export function anyGlob(patterns: readonly string[]): Matcher {
  if (patterns.length === 1) return glob(patterns[0]!);
  const exact = new Set(patterns.filter((pattern) => isExact(pattern)));
  const rest = patterns.filter((pattern) => !isExact(pattern)).map(glob);
  if (rest.length === 0) return (value) => exact.has(value);
  return (value) => exact.has(value) || rest.some((matches) => matches(value));
}

export function isExact(pattern: string): boolean {
  return !pattern.includes('*') && !pattern.includes('?');
}

export function glob(pattern: string): Matcher {
  if (isExact(pattern)) return (value) => value === pattern;
  if (/^\*+$/.test(pattern)) return () => true;
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return (value) => at(value, 0, first) === value.length;
  const middles = others.filter((part) => part !== '');
  return (value) => {
    let position = at(value, 0, first);
    if (position < 0) return false;
    for (const part of middles) {
      position = after(value, position, part);
      if (position < 0) return false;
    }
    return endsWith(value, position, last);
  };
}

/** Where `part` ends when it starts at `from`, or -1. */
function at(value: string, from: number, part: string): number {
  if (!part.includes('?')) return value.startsWith(part, from) ? from + part.length : -1;
  let position = from;
  for (const wanted of part) {
    const code = value.codePointAt(position);
    if (code === undefined) return -1;
    const found = String.fromCodePoint(code);
    if (wanted !== '?' && wanted !== found) return -1;
    position += found.length;
  }
  return position;
}

/** Where the leftmost `part` at or after `from` ends, or -1. */
function after(value: string, from: number, part: string): number {
  if (!part.includes('?')) {
    const found = value.indexOf(part, from);
    return found < 0 ? -1 : found + part.length;
  }
  for (let position = from; position < value.length; position++) {
    if (insidePair(value, position)) continue;
    const end = at(value, position, part);
    if (end >= 0) return end;
  }
  return -1;
}

function endsWith(value: string, from: number, part: string): boolean {
  if (!part.includes('?')) return value.length - part.length >= from && value.endsWith(part);
  // Walk back over as many characters as the part has: a `?` may stand for two UTF-16 units.
  let position = value.length;
  for (let left = [...part].length; left > 0; left--) {
    position -= position >= 2 && insidePair(value, position - 1) ? 2 : 1;
    if (position < from) return false;
  }
  return at(value, position, part) === value.length;
}

function insidePair(value: string, position: number): boolean {
  const low = value.charCodeAt(position);
  const high = value.charCodeAt(position - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}
