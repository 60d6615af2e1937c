/** One line of redis-cli's input as words; undefined when its quotes do not close. */
export function splitLine(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] as string)) {
      at++;
      continue;
    }
    let word = '';
    while (at < line.length && !/\s/.test(line[at] as string)) {
      const quote = line[at] as string;
      if (quote !== '"' && quote !== "'") {
        word += quote;
        at++;
        continue;
      }
      const end = closing(line, at + 1, quote);
      // After a closing quote comes a space or the end.
      if (end < 0 || (line[end + 1] !== undefined && !/\s/.test(line[end + 1] as string))) return undefined;
      const inside = line.slice(at + 1, end);
      word += quote === '"' ? inside.replace(/\\(?:x([0-9a-f]{2})|(.))/gi, unescaped) : inside.replaceAll("\\'", "'");
      at = end + 1;
    }
    words.push(word);
  }
  return words;
}

function closing(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\' && (quote === '"' || line[at + 1] === "'")) at++;
    else if (line[at] === quote) return at;
  }
  return -1;
}

function unescaped(_: string, hex: string | undefined, char: string | undefined): string {
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  return char === 'n' ? '\n' : char === 'r' ? '\r' : char === 't' ? '\t' : (char ?? '');
}
