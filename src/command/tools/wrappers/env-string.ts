/**
 * Splits the text of `env -S` as coreutils does, as far as it is plain: words, single and double quotes, `\_` and
 * `\t` style escapes outside them, `${NAME}`. Anything else is undefined, so the caller treats it as not understood.
 */
export function splitEnvString(
  text: string,
  environment: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === ' ' || char === '\t') {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= '';
    if (char === "'" || char === '"') {
      const end = text.indexOf(char, at + 1);
      if (end < 0) return undefined;
      const inside = text.slice(at + 1, end);
      if (/[\\$]/.test(inside)) return undefined;
      word += inside;
      at = end;
    } else if (char === '$') {
      const name = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}/.exec(text.slice(at));
      if (name === null) return undefined;
      word += environment[name[1] as string] ?? '';
      at += name[0].length - 1;
    } else if (char === '\\' || char === '#' || char === '\n' || char === '\r' || char === '\v' || char === '\f') {
      return undefined;
    } else word += char;
  }
  if (word !== undefined) words.push(word);
  return words;
}
