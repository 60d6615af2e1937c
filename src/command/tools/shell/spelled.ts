/** The bytes that `echo`, `printf` or `cat` certainly print for these words; undefined when shells differ or it is not certain. */
export function spelledOutput(words: readonly string[], stdin: Uint8Array | undefined): Uint8Array | undefined {
  const [program, ...args] = words;
  if (program === 'echo') {
    const bare = args[0] === '-n' || args[0] === '-e' ? args.slice(1) : args;
    // Some shells interpret backslashes, some print an option as text.
    if (bare.some((word) => word.includes('\\')) || bare[0]?.startsWith('-')) return undefined;
    return args[0] === '-e' ? undefined : Buffer.from(bare.join(' ') + (args[0] === '-n' ? '' : '\n'));
  }
  if (program === 'printf') {
    const [format = '', ...values] = args;
    if (format === '%s' || format === '%s\\n')
      return Buffer.from(values.map((value) => value + (format === '%s' ? '' : '\n')).join(''));
    if (values.length > 0 || format.startsWith('-')) return undefined;
    const text = format.replaceAll('\\n', '\n');
    return /[%\\]/.test(text) ? undefined : Buffer.from(text);
  }
  if (program === 'cat' && (args.length === 0 || (args.length === 1 && args[0] === '-'))) return stdin;
  return undefined;
}
