import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { runsScript } from './scripts.ts';

/**
 * A program named by a path outside the system's directories: whatever its name, it is the file at that path. Its
 * directory decides whose code it is.
 */
export const reader: Reader = { names: [], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const path = argv[0] as string;
  const reading = runsScript(programOf(path).base || '?', path, context);
  return { ...reading, notes: ['the program is named by a path outside the system directories'] };
}
