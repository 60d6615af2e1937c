/**
 * Ends this process at once, without the runtime's farewell: Bun's would close the database, which as its last
 * connection checkpoints and removes the -wal, five syncs for nothing (docs/decisions/0003-sqlite.md). Everything
 * that matters is durable by then, and all output was written synchronously. Node does not close it anyway.
 */
export async function endNow(status: number): Promise<never> {
  if (typeof Bun !== 'undefined' && process.platform === 'linux') {
    const { dlopen } = await import('bun:ffi');
    dlopen('libc.so.6', { _exit: { args: ['i32'], returns: 'void' } }).symbols._exit(status);
  }
  process.exit(status);
}

/** Dies of a signal, or returns when that is not possible. */
export async function dieOf(signal: number): Promise<void> {
  if (typeof Bun !== 'undefined' && process.platform === 'linux') {
    // Bun keeps its handler of a signal that was once listened to, so the default is put back by hand.
    const { dlopen } = await import('bun:ffi');
    const { symbols } = dlopen('libc.so.6', {
      signal: { args: ['i32', 'ptr'], returns: 'ptr' },
      kill: { args: ['i32', 'i32'], returns: 'i32' },
    });
    symbols.signal(signal, null);
    symbols.kill(process.pid, signal);
    return;
  }
  for (const [name, number] of Object.entries(process.getBuiltinModule('node:os').constants.signals)) {
    if (number === signal) process.removeAllListeners(name);
  }
  try {
    process.kill(process.pid, signal);
  } catch {
    // The status says the same.
  }
}

declare const Bun: unknown;
