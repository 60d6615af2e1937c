import { errno } from '../errors.ts';
import type { Child, Start } from '../platform/spawn.ts';
import type { Exit, Receipt } from './execution.ts';
import { forwardSignals } from './signals.ts';

/** What execution needs of the outside world, so that it can be told what time it is. */
export interface Machine {
  spawn(start: Start): Promise<Child>;
  now(): number;
}

/**
 * Runs exactly what the receipt says is about to run, with inherited stdio, and reports the raw truth about its end.
 * Nothing of gate's is written to any stream while it runs.
 */
export async function execute(start: Start, _receipt: Receipt, machine: Machine): Promise<Exit> {
  const began = machine.now();
  const signals = forwardSignals();
  try {
    let child: Child;
    try {
      child = await machine.spawn(start);
    } catch (error) {
      return { kind: 'failed', errno: errno(error) || 'UNKNOWN', milliseconds: machine.now() - began };
    }
    signals.to(child);
    const end = await child.ended;
    const milliseconds = Math.max(0, machine.now() - began);
    return 'code' in end
      ? { kind: 'exited', code: end.code, milliseconds }
      : { kind: 'signaled', signal: end.signal, milliseconds };
  } finally {
    signals.stop();
  }
}
