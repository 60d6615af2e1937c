import { GLOB, UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, inputOf } from '../../reading.ts';
import { followed } from './followed.ts';

/** Code that gate does not read: by its file, where one is named, so that people and policies know whose it is. */

/** A program file is run: its path says whose code it is, its digest which. */
export function runsScript(tool: string, path: string, context: ReadContext): Reading {
  const known = !path.includes(UNRESOLVED) && !path.includes(GLOB);
  const full = known ? absolute(path, context.cwd) : undefined;
  return {
    actions: [
      act(tool, tool, ['execute', 'unknown'], {
        resource: { kind: 'script', ...(full?.startsWith('/') && { path: full }) },
      }),
    ],
    inputs: known ? [inputOf('script', path, context.files.read(path))] : [],
    notes: [`${tool} runs a script that gate does not read`],
    settled: true,
  };
}

/** Code on the command line or on stdin: the commands that it names are judged as well. */
export function runsCode(tool: string, code: string, args: readonly string[], notes: readonly string[] = []): Reading {
  return {
    actions: [act(tool, tool, ['execute', 'unknown'])],
    runs: followed(tool, code, args),
    notes: [`${tool} runs code that gate does not read`, ...notes],
    settled: true,
  };
}

/** Code from stdin, when it is there. */
export function runsStdin(tool: string, args: readonly string[], context: ReadContext): Reading {
  const isFed = context.stdin === 'pipe' || context.stdin === 'file';
  const snapshot = isFed ? context.files.stdin() : undefined;
  const code = snapshot?.bytes === undefined ? '' : Buffer.from(snapshot.bytes).toString('utf8');
  const reading = runsCode(tool, code, args);
  return isFed ? { ...reading, inputs: [inputOf('script', '-', snapshot)] } : reading;
}

/** The project's own code, run by one of its build or test tools. */
export function builds(tool: string, operation: string, context: ReadContext): Reading {
  return {
    actions: [
      act(tool, operation, ['execute'], {
        resource: { kind: 'build', ...(context.cwd.startsWith('/') && { path: context.cwd }) },
      }),
    ],
  };
}
