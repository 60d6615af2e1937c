import { optionValue, type Scan, UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, doubtsOf, unseen, withDoubt } from '../../reading.ts';
import { splitEnvString } from './env-string.ts';

/** `env` alone prints the environment; `-S` splits a string into more arguments; otherwise undefined. */
export function readEnv(argv: readonly string[], found: Scan, context: ReadContext): Reading | undefined {
  const text = optionValue(found, 'split-string');
  if (text !== undefined) {
    const words = splitEnvString(text, context.environment);
    if (words === undefined || text.includes(UNRESOLVED) || doubtsOf(found).length > 0)
      return unseen('env', 'the string given to env -S is not understood');
    const others: string[] = [];
    for (const [name, values] of found.options) {
      if (name === 'split-string') continue;
      for (const value of values) others.push(value === '' ? `--${name}` : `--${name}=${value}`);
    }
    return { actions: [], runs: [{ argv: ['env', ...others, ...words, ...argv.slice(found.end)], via: 'env -S' }] };
  }
  if (argv.slice(found.end).every((word) => word.includes('='))) {
    return withDoubt(
      { actions: [act('env', 'env', ['read', 'secret'])], notes: ['prints the environment'] },
      doubtsOf(found),
    );
  }
  return undefined;
}

/** The names that `-i` and `-u` take out of the environment. */
export function removedByEnv(found: Scan, context: ReadContext): Readonly<Record<string, undefined>> {
  const names = found.options.has('ignore-environment') ? Object.keys(context.environment) : [];
  return Object.fromEntries([...names, ...(found.options.get('unset') ?? [])].map((name) => [name, undefined]));
}
