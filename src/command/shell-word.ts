/** One word of bash and zsh that is exactly this text; control characters are spelled, so that the line can be shown. */
export function shellWord(word: string): string {
  if (/^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/.test(word)) return word;
  if (!/[\x01-\x08\x0b-\x1f\x7f]/.test(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  const spelled = word.replace(/[\x01-\x08\x0b-\x1f\x7f\\']/g, (char) =>
    char === '\\' || char === "'" ? `\\${char}` : `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `$'${spelled}'`;
}
