/** Without 0 and O, 1 and I: read aloud or typed from another screen, none is taken for another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Six letters and digits of a digest, `K7F-2QX`: the first 30 bits. For people to compare and type; what a vote is bound
 * to is the whole digest.
 */
export function shortCode(digest: string): string {
  const bits = Number.parseInt(digest.replace(/^sha256:/, '').slice(0, 8), 16);
  const letter = (index: number) => LETTERS[(bits >>> (27 - 5 * index)) & 31]!;
  return `${letter(0)}${letter(1)}${letter(2)}-${letter(3)}${letter(4)}${letter(5)}`;
}

/** Whether what was typed is that code; case and the dash do not matter. */
export function isCode(typed: string, code: string): boolean {
  return typed.trim().toUpperCase().replace('-', '') === code.replace('-', '');
}
