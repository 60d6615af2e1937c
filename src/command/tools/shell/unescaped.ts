const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/** What `printf` and `echo -e` make of backslashes; undefined for a form that programs disagree on. */
export function unescaped(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  let clear = true;
  const made = text.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|0?([0-7]{1,3})|([\s\S]))/g,
    (_, hex?: string, octal?: string, letter?: string) => {
      const code =
        hex !== undefined ? Number.parseInt(hex, 16) : octal !== undefined ? Number.parseInt(octal, 8) : undefined;
      // Bytes beyond ASCII may be parts of a character.
      if (code !== undefined) {
        if (code > 126) clear = false;
        return String.fromCharCode(code);
      }
      const plain = LETTERS[letter ?? ''];
      if (plain === undefined) clear = false;
      return plain ?? '';
    },
  );
  return clear && !/\\$/.test(text.replaceAll('\\\\', '')) ? made : undefined;
}
