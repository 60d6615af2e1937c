import { dirname, join } from 'node:path';
import { standalone } from './runtime.ts';

/** Absolute path under which this gate is started: the executable, or the launcher beside the bundle. */
export function ownPath(): string {
  if (standalone) return process.execPath;
  const folder = dirname(process.argv[1] ?? '');
  // `lib/gate/gate.js` when it was installed, else `dist/gate.js`.
  return join(folder, folder.endsWith('/lib/gate') ? '../..' : '..', 'bin', 'gate');
}
