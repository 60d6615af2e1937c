import { UNRESOLVED } from '../../options.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What an awk program does beside printing. */
export interface Program {
  /** Files of `print > "file"`; undefined stands for one whose name is computed. */
  readonly writes: readonly (string | undefined)[];
  /** Files of `getline < "file"`. */
  readonly reads: readonly (string | undefined)[];
  /** Command lines of `system()`, `| "command"` and `"command" | getline`; undefined stands for a computed one. */
  readonly runs: readonly (string | undefined)[];
  /** It looks at the environment. */
  readonly environment: boolean;
  /** It changes the list of files it reads. */
  readonly chooses: boolean;
  readonly doubt?: string;
}

const NONE: Program = { writes: [], reads: [], runs: [], environment: false, chooses: false };

/** Reads a program without running it: one pass over its tokens. */
export function readProgram(text: string): Program {
  if (text.includes(UNRESOLVED)) return { ...NONE, doubt: 'part of the awk program is only known when it runs' };
  const tokens = tokensOf(text);
  if (tokens === undefined) return { ...NONE, doubt: 'the awk program is not understood' };
  const first = readTokens(tokens);
  if (!/\[[^\]\n]*\//.test(text)) return first;
  // Not every awk ends a pattern at the same slash. One that cannot read the program does not run it.
  const others = tokensOf(text, false);
  if (others === undefined) return first;
  const second = readTokens(others);
  const doubt = first.doubt ?? second.doubt;
  return {
    writes: [...first.writes, ...second.writes],
    reads: [...first.reads, ...second.reads],
    runs: [...first.runs, ...second.runs],
    environment: first.environment || second.environment,
    chooses: first.chooses || second.chooses,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function readTokens(tokens: readonly Token[]): Program {
  const writes: (string | undefined)[] = [];
  const reads: (string | undefined)[] = [];
  const runs: (string | undefined)[] = [];
  let environment = false;
  let chooses = false;
  let doubt: string | undefined;
  /** Inside the words of a print, and how deep in parentheses it began: only there is `>` a redirection. */
  let printing = -1;
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'newline') {
      // A line that ends in one of these goes on.
      const before = tokens[at - 1];
      if (!(before?.kind === 'operator' && /^(,|&&|\|\|)$/.test(before.text))) printing = -1;
    } else if (token.kind === 'name') {
      const { text: name } = token;
      if (name === 'print' || name === 'printf') printing = depth;
      else if (name === 'system') runs.push(literalCall(tokens, at + 1));
      else if (name === 'getline' && isOperator(tokens[at + 1], '<')) reads.push(literalAt(tokens, at + 2));
      else if (name === 'getline' && tokens[at + 1]?.kind === 'name' && isOperator(tokens[at + 2], '<'))
        reads.push(literalAt(tokens, at + 3));
      else if (name === 'ENVIRON') environment ||= !namesPlainVariable(tokens, at);
      else if (name === 'ARGV' || name === 'ARGC') chooses ||= isAssigned(tokens, at);
      else if (/^(SYMTAB|FUNCTAB)$/.test(name)) doubt ??= 'the awk program reaches its variables by name';
    } else if (token.kind === 'operator') {
      const { text: operator } = token;
      if (operator === '(' || operator === '[') depth++;
      else if (operator === ')' || operator === ']') depth--;
      else if (operator === ';' || operator === '{' || operator === '}') printing = -1;
      else if (operator === '@') doubt ??= 'the awk program loads or calls what gate does not see';
      else if (operator === '|' || operator === '|&') runs.push(...piped(tokens, at));
      else if ((operator === '>' || operator === '>>') && printing === depth) {
        writes.push(literalAt(tokens, at + 1));
        printing = -1;
      }
    }
  }
  const result = { writes, reads, runs, environment, chooses };
  return doubt === undefined ? result : { ...result, doubt };
}

function isOperator(token: Token | undefined, text: string): boolean {
  return token?.kind === 'operator' && token.text === text;
}

/** `print | "cmd"` writes to a command, `"cmd" | getline` reads from one. */
function piped(tokens: readonly Token[], at: number): (string | undefined)[] {
  const next = tokens[at + 1];
  if (next?.kind === 'name' && next.text === 'getline') {
    const before = tokens[at - 1];
    const joined = endsOperand(tokens[at - 2]);
    return [before?.kind === 'string' && !joined ? unescaped(before.text) : undefined];
  }
  return [literalAt(tokens, at + 1)];
}

function endsOperand(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'newline') return false;
  if (token.kind !== 'operator')
    return !(token.kind === 'name' && /^(while|if|do|else|return|print)$/.test(token.text));
  return token.text === ')' || token.text === ']';
}

/** The text when one string stands alone there; undefined when it is computed. */
function literalAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  if (token?.kind === 'operator' && token.text === '(') {
    const inside = tokens[at + 1];
    return inside?.kind === 'string' && isOperator(tokens[at + 2], ')') ? unescaped(inside.text) : undefined;
  }
  if (token?.kind !== 'string') return undefined;
  const next = tokens[at + 1];
  const ends =
    next === undefined ||
    next.kind === 'newline' ||
    (next.kind === 'operator' && /^([;})]|>|&&|\|\||[<>]=?|==|!=|,)$/.test(next.text));
  return ends ? unescaped(token.text) : undefined;
}

function literalCall(tokens: readonly Token[], at: number): string | undefined {
  return isOperator(tokens[at], '(') ? literalAt(tokens, at) : undefined;
}

/** `ENVIRON["HOME"]`: one variable, whose name does not sound like a secret. */
function namesPlainVariable(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at + 2];
  if (!isOperator(tokens[at + 1], '[') || name?.kind !== 'string' || !isOperator(tokens[at + 3], ']')) return false;
  return !/token|key|secret|pass|cred|auth|session|cookie/i.test(name.text);
}

function isAssigned(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  if (isOperator(tokens[next], '[')) {
    while (next < tokens.length && !isOperator(tokens[next], ']')) next++;
    next++;
  }
  const token = tokens[next];
  return token?.kind === 'operator' && /^([-+*/%^]?=|\+\+|--)$/.test(token.text);
}

function unescaped(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  return /\\[^"\\/nt]/.test(text)
    ? undefined
    : text.replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one === 't' ? '\t' : one));
}
