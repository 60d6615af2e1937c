import { isWord, stepAt, type Token } from '../mysql/tokens.ts';
import { DIALECT } from './statements.ts';

/** What sqlite3 makes of its input: statements, and lines that begin with a dot. */
export type Piece = { readonly tokens: readonly Token[] } | { readonly dot: string };

export interface Input {
  readonly pieces: readonly Piece[];
  readonly open: boolean;
}

/** Total. `lines`: the text comes from a file or stdin, where a dot begins a command at the start of a line. */
export function piecesOf(given: string, lines: boolean): Input {
  const text = given.replaceAll('\r\n', '\n');
  const pieces: Piece[] = [];
  let tokens: Token[] = [];
  let at = 0;
  let lineStart = true;
  const flush = (): void => {
    if (tokens.length > 0) pieces.push({ tokens });
    tokens = [];
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (lines && lineStart && tokens.length === 0 && (char === '.' || char === '#')) {
      const line = text.indexOf('\n', at);
      const end = line < 0 ? text.length : line;
      if (char === '.') pieces.push({ dot: text.slice(at + 1, end).trim() });
      at = end;
      continue;
    }
    const step = stepAt(text, at, DIALECT);
    if (step === 'open') {
      flush();
      return { pieces, open: true };
    }
    const end = 'token' in step ? step.token.end : step.to;
    lineStart = text[end - 1] === '\n';
    at = end;
    if (!('token' in step)) continue;
    if (step.token.kind === 'symbol' && step.token.text === ';' && !insideTrigger(tokens)) flush();
    else tokens.push(step.token);
  }
  flush();
  return { pieces, open: false };
}

/** The statements in a trigger end with semicolons of their own; the trigger ends with END. */
function insideTrigger(tokens: readonly Token[]): boolean {
  if (!isWord(tokens[0], 'CREATE') || !tokens.slice(1, 3).some((token) => isWord(token, 'TRIGGER'))) return false;
  return !isWord(tokens.at(-1), 'END');
}

/** The words of a dot command; quotes as sqlite3 reads them. */
export function dotWords(line: string): readonly string[] {
  const words: string[] = [];
  const argument = /'([^']*)'|"((?:[^"\\]|\\.)*)"|(\S+)/gs;
  for (let match = argument.exec(line); match !== null && words.length < 64; match = argument.exec(line)) {
    const [, single, double, bare] = match;
    words.push(single ?? double?.replace(/\\(.)/gs, '$1') ?? bare ?? '');
  }
  return words;
}
