import { dirname, join } from 'node:path';
import { standalone } from './runtime.ts';

/** Absolute path under which this gate is started: the executable, or the launcher beside the bundle. */
export function ownPath(): string {
  if (standalone) return process.execPath;
  return join(dirname(process.argv[1] ?? ''), '..', 'bin', 'gate');
}
