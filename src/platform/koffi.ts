import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * libc under Node, through koffi. The addon alone, from beside this part of gate.js, where the build puts it; the package
 * where the source itself runs.
 */
export function loadLibc() {
  return loadKoffi().load(process.platform === 'darwin' ? 'libSystem.B.dylib' : 'libc.so.6');
}

export function loadKoffi(): typeof import('koffi').default {
  const require = createRequire(import.meta.url);
  const beside = fileURLToPath(new URL('koffi.node', import.meta.url));
  return require(existsSync(beside) ? beside : 'koffi');
}
