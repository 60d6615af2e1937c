import { libc } from './libc.ts';

const RLIMIT_CORE = 4;

/** A crash of this process, or of one that it starts, leaves no image of its memory (Linux). */
export async function leaveNoCore(): Promise<void> {
  const nothing = new Uint8Array(16);
  (await libc()).call('setrlimit', RLIMIT_CORE, nothing);
}
