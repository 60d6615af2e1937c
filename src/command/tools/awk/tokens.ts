/** The words of an awk program, as far as gate needs to tell code from text. */
export type Token =
  | { readonly kind: 'name' | 'operator'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number' | 'pattern' | 'newline' };

/** Behind these a slash divides; anywhere else it opens a pattern. */
function endsValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'number' || token.kind === 'string' || token.kind === 'pattern') return true;
  if (token.kind === 'name') return !KEYWORDS.has(token.text);
  return (
    token.kind === 'operator' &&
    (token.text === ')' || token.text === ']' || token.text === '$' || token.text === '++' || token.text === '--')
  );
}

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'while', 'for', 'switch']);

const KEYWORDS: ReadonlySet<string> = new Set(
  'print printf return in if else while do for case default delete exit'.split(' '),
);

const OPERATORS: ReadonlySet<string> = new Set([
  '|&',
  '>>',
  '>=',
  '<=',
  '==',
  '!=',
  '!~',
  '&&',
  '||',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '^=',
  '**',
]);

function operatorAt(program: string, at: number): string {
  const two = program.slice(at, at + 2);
  return OPERATORS.has(two) ? two : (program[at] as string);
}

/**
 * All tokens, or undefined where the text is not awk: an open string or pattern.
 * @param brackets whether a slash inside the brackets of a pattern is part of it: so in gawk and mawk, not in the awk
 *   of BSD and macOS
 */
export function tokensOf(program: string, brackets = true): readonly Token[] | undefined {
  const tokens: Token[] = [];
  /** For each open parenthesis: whether it belongs to `if`, `while` or `for`, behind which a slash opens a pattern. */
  const parentheses: boolean[] = [];
  let afterCondition = false;
  let at = 0;
  while (at < program.length) {
    const character = program[at] as string;
    if (character === ' ' || character === '\t' || character === '\r') {
      at++;
      continue;
    }
    if (character === '\\' && program[at + 1] === '\n') at += 2;
    else if (character === '\n') {
      tokens.push({ kind: 'newline' });
      at++;
    } else if (character === '#') {
      const end = program.indexOf('\n', at);
      at = end < 0 ? program.length : end;
    } else if (character === '"') {
      const end = closing(program, at + 1, '"');
      if (end < 0) return undefined;
      tokens.push({ kind: 'string', text: program.slice(at + 1, end) });
      at = end + 1;
    } else if (character === '/' && (afterCondition || !endsValue(tokens.at(-1)))) {
      const end = patternEnd(program, at + 1, brackets);
      if (end < 0) return undefined;
      tokens.push({ kind: 'pattern' });
      at = end + 1;
    } else if (/[0-9.]/.test(character)) {
      let end = at + 1;
      while (end < program.length && /[0-9a-fA-FxX.]/.test(program[end] as string)) end++;
      tokens.push({ kind: 'number' });
      at = end;
    } else if (/[A-Za-z_]/.test(character)) {
      let end = at + 1;
      while (end < program.length && /[A-Za-z0-9_:]/.test(program[end] as string)) end++;
      tokens.push({ kind: 'name', text: program.slice(at, end).replace(/:+$/, '') });
      while (program[end - 1] === ':') end--;
      at = end;
    } else {
      const operator = operatorAt(program, at);
      const before = tokens.at(-1);
      if (operator === '(') parentheses.push(before?.kind === 'name' && CONDITIONS.has(before.text));
      // Whether a slash behind a bare getline divides is not the same in every awk.
      if (operator.startsWith('/') && before?.kind === 'name' && before.text === 'getline') return undefined;
      tokens.push({ kind: 'operator', text: operator });
      at += operator.length;
      afterCondition = operator === ')' && parentheses.pop() === true;
      continue;
    }
    if (character !== '#' && character !== '\n') afterCondition = false;
  }
  return tokens;
}

function closing(program: string, from: number, quote: string): number {
  for (let at = from; at < program.length; at++) {
    if (program[at] === '\\') at++;
    else if (program[at] === quote) return at;
    else if (program[at] === '\n') return -1;
  }
  return -1;
}

function patternEnd(program: string, from: number, brackets: boolean): number {
  let inClass = false;
  for (let at = from; at < program.length; at++) {
    const character = program[at];
    if (character === '\\') at++;
    else if (character === '\n') return -1;
    else if (inClass) {
      if (character === '/' && !brackets) return at;
      if (character === ']') inClass = false;
    } else if (character === '[') {
      inClass = true;
      if (program[at + 1] === '^') at++;
      if (program[at + 1] === ']') at++;
    } else if (character === '/') return at;
  }
  return -1;
}
