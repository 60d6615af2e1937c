/** `node:crypto`, loaded when something is signed or proven and never by a run: see `hash.ts` for what it costs. */
export function nodeCrypto(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto') as typeof import('node:crypto');
}
