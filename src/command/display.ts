import type { Text } from './manifest.ts';

// PLACEHOLDER to be replaced by its author.
export function visible(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);
}
export function displayArgv(argv: readonly Text[]): string {
  return argv.map((a) => visible(typeof a === 'string' ? a : '[secret]')).join(' ');
}
