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

declare const Bun: unknown;
