import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { resolveExecutable } from './pin.ts';
import type { Self } from './reader.ts';

/** Which words of a command line mean gate itself: a name counts by the file it leads to. @param gate absolute path of this gate */
export function selfAt(gate: string, environment: Readonly<Record<string, string>>, cwd: string): Self {
  const own = realpathSync(gate);
  const name = basename(gate);
  return {
    environment,
    is(program) {
      if (basename(program) !== name) return false;
      try {
        return resolveExecutable(program, environment['PATH'], cwd).realpath === own;
      } catch {
        return false;
      }
    },
  };
}
