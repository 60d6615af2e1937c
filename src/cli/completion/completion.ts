import { outline } from '../outline.ts';
import { VERSION } from '../version.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export type Shell = keyof typeof SHELLS;

/** What a shell reads to complete `gate`: made from the declarations of the subcommands. */
export function completionText(shell: Shell): string {
  return SHELLS[shell](outline(), VERSION);
}
