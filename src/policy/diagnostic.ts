import { GateError } from '../errors.ts';

/** One thing wrong with a policy file, where it is. Lines and columns count from 1; columns count characters. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Lower case, no full stop. */
  readonly message: string;
  readonly hint?: string;
}

const WIDTH = 120;

/**
 *     payments.yaml:7:5: unknown field `decison`
 *        7 |     decison: hold
 *          |     ^ did you mean `decision`?
 */
export function render(diagnostic: Diagnostic, text: string): string {
  const { file, line, column, message, hint } = diagnostic;
  const head = `${printable(file)}:${line}:${column}: ${printable(message)}`;
  const source = text.split(/\r\n|\r|\n/)[line - 1];
  if (source === undefined) return hint ? `${head}\n  ${printable(hint)}` : head;
  // A long line is cut around the caret; a caret outside the window would point at nothing.
  const start = column > WIDTH - 20 ? column - WIDTH / 2 : 0;
  const shown = printable(source.slice(start, start + WIDTH));
  const number = String(line).padStart(4);
  const caret = ' '.repeat(Math.max(0, column - 1 - start));
  return `${head}\n${number} | ${shown}\n     | ${caret}^${hint ? ` ${printable(hint)}` : ''}`;
}

/** One error for all that is wrong with a file. */
export function invalid(diagnostics: readonly Diagnostic[], text: string): GateError {
  return new GateError('POLICY_INVALID', diagnostics.map((one) => render(one, text)).join('\n'), {
    hint: 'nothing runs until the policy is valid; `gate policy check` reads it again',
  });
}

/** Text from a file as one harmless line: what would move the cursor or hide is shown as a code. */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Z}/gu, (character) =>
    character === '\t' ? ' ' : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
