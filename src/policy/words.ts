/**
 * A command as written in a policy test, as words: quotes and backslashes as a shell takes them, and nothing else. What a
 * shell would do more with is refused, because a test must not look like one command and be another.
 */
export type Split = { readonly words: readonly string[] } | { readonly error: string };

export function splitWords(text: string): Split {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return { error: 'a single quote is not closed' };
      word = (word ?? '') + text.slice(at + 1, end);
      at = end;
    } else if (character === '"') {
      word ??= '';
      for (at++; text[at] !== '"'; at++) {
        if (at >= text.length) return { error: 'a double quote is not closed' };
        if (text[at] === '$' || text[at] === '`') return { error: expanded(text[at]!) };
        if (text[at] === '\\' && '"\\$`'.includes(text[at + 1] ?? '')) at++;
        word += text[at] ?? '';
      }
    } else if (character === '\\') {
      if (at + 1 >= text.length) return { error: 'the last backslash escapes nothing' };
      word = (word ?? '') + text[++at];
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (SPECIAL.includes(character)) {
      return { error: expanded(character) };
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  return words.length === 0 ? { error: 'the command is empty' } : { words };
}

const SPECIAL = '|&;<>()$`*?[#~{';

function expanded(character: string): string {
  return `a shell would do something with \`${character}\`: quote it, write \`argv:\`, or test bash -c '...'`;
}
