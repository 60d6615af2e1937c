import { sourceError } from './source-error.ts';

/**
 * Every JSON value of a text: one, or several one after the other, as command line tools print the pages of a list.
 *
 * @throws GateError CONFIG_INVALID
 */
export function jsonTexts(text: string, file: string): readonly unknown[] {
  const whole = text.replace(/^\ufeff/, '');
  try {
    return [JSON.parse(whole)];
  } catch {
    return pieces(whole, file).map(({ at, piece }) => {
      try {
        return JSON.parse(piece) as unknown;
      } catch (cause) {
        const line = whole.slice(0, at).split('\n').length;
        throw sourceError(file, [{ place: `${line}`, text: 'from here on it is no JSON' }], cause);
      }
    });
  }
}

interface Piece {
  readonly at: number;
  readonly piece: string;
}

/** Objects and arrays that stand on the outermost level; what is between them is a piece too, and then no JSON. */
function pieces(text: string, file: string): readonly Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) {
      found.push({ at: from, piece: text.slice(from, at + 1) });
      from = at + 1;
    }
  }
  const rest = text.slice(from);
  if (rest.trim() !== '') found.push({ at: from, piece: rest });
  if (found.length === 0) throw sourceError(file, [{ place: '1', text: 'the file is empty' }]);
  return found;
}
