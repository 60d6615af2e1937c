import type { Word, WordPart } from 'unbash';

/** More words than this out of one are not spelled out. */
const MOST = 64;

/** The words that `{a,b}` and `{1..5}` make of one; undefined when they hold more than plain text. */
export function withoutBraces(word: Word): readonly (readonly WordPart[])[] | undefined {
  let words: WordPart[][] = [[]];
  for (const part of word.parts ?? []) {
    const texts = part.type === 'BraceExpansion' ? alternatives(part.text) : undefined;
    if (texts === undefined) {
      if (part.type === 'BraceExpansion') return undefined;
      for (const one of words) one.push(part);
      continue;
    }
    if (words.length * texts.length > MOST) return undefined;
    words = words.flatMap((one) => texts.map((text) => [...one, literal(text, part.pos, part.end)]));
  }
  return words;
}

function literal(text: string, pos: number, end: number): WordPart {
  return { type: 'Literal', text, value: text, pos, end };
}

/** What stands for one pair of braces, other pairs inside included. */
function alternatives(text: string): readonly string[] | undefined {
  if (/[\\'"$`*?[\]~]/.test(text)) return undefined;
  const inside = text.slice(1, -1);
  return sequence(inside) ?? list(inside);
}

function sequence(inside: string): readonly string[] | undefined {
  const range = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(inside) ?? /^([a-z])\.\.([a-z])$|^([A-Z])\.\.([A-Z])$/.exec(inside);
  if (range === null) return undefined;
  const [, first = '', last = ''] = range.filter((text) => text !== undefined);
  const isNumber = /\d/.test(first);
  // Leading zeros pad every number.
  if (isNumber && /(^| )-?0\d/.test(`${first} ${last}`)) return undefined;
  const from = isNumber ? Number(first) : first.charCodeAt(0);
  const to = isNumber ? Number(last) : last.charCodeAt(0);
  if (Math.abs(to - from) >= MOST) return undefined;
  const step = to >= from ? 1 : -1;
  const made: string[] = [];
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
    made.push(isNumber ? String(at) : String.fromCharCode(at));
  }
  return made;
}

function list(inside: string): readonly string[] | undefined {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= inside.length; at++) {
    const char = inside[at];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === undefined || (char === ',' && depth === 0)) {
      items.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  if (depth !== 0 || items.length < 2 || items.length > MOST) return undefined;
  const made: string[] = [];
  for (const item of items) {
    const more = nested(item);
    if (more === undefined || made.length + more.length > MOST) return undefined;
    made.push(...more);
  }
  return made;
}

/** An alternative may hold one pair of braces of its own; more are left to the shell. */
function nested(item: string): readonly string[] | undefined {
  const open = item.indexOf('{');
  if (open < 0) return item.includes('}') ? undefined : [item];
  const close = item.lastIndexOf('}');
  if (close < open || item.indexOf('{', open + 1) >= 0) return undefined;
  const inner = alternatives(item.slice(open, close + 1));
  return inner?.map((text) => item.slice(0, open) + text + item.slice(close + 1));
}
