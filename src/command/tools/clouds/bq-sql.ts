/**
 * GoogleSQL with its comments taken out and its strings emptied, in one pass: what is left holds a statement's end only
 * where there is one. Undefined when a string or comment does not end, which bq would read in another way.
 */
export function bareSql(text: string): string | undefined {
  let bare = '';
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '#' || text.startsWith('--', at)) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) return undefined;
      bare += ' ';
      at = end + 2;
    } else if (char === "'" || char === '"' || char === '`') {
      const triple = char.repeat(3);
      const quote = char !== '`' && text.startsWith(triple, at) ? triple : char;
      const end = endOfString(text, at + quote.length, quote);
      if (end < 0) return undefined;
      bare += `${char}${char}`;
      at = end;
    } else {
      bare += char;
      at++;
    }
  }
  return bare;
}

function endOfString(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}
