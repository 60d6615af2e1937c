import { closeSync, openSync, readSync } from 'node:fs';
import { resolveExecutable } from '../command/pin.ts';
import { shellWord } from '../command/shell-word.ts';
import { soleCommand } from '../command/tools/shell/sole-command.ts';
import { GateError } from '../errors.ts';
import type { ToolCall } from './tool-call.ts';

/** A tool call handed to gate: the line that a harness runs in its place. */
export interface Handing {
  /** Absolute path of this gate. */
  readonly gate: string;
  /** Index of the event that has the call. */
  readonly index: number;
  /** PATH that the line will have. */
  readonly path: string | undefined;
}

/** The same text for the same shell, or the one command it is, after gate's own words. */
export function handedOver(call: ToolCall, { gate, index, path }: Handing): string {
  const wait = call.timeoutMilliseconds === undefined ? [] : ['--timeout', `${waitSeconds(call.timeoutMilliseconds)}s`];
  return `${[gate, '--call', String(index), ...wait].map(shellWord).join(' ')} -- ${rewrittenCommand(call, path)}`;
}

/** What stands after `--`. Exported for the test that runs ten thousand of them. */
export function rewrittenCommand({ text, cwd }: Pick<ToolCall, 'text' | 'cwd'>, path: string | undefined): string {
  const sole = soleCommand(text);
  if (sole !== undefined && isProgram(sole[0] ?? '', path, cwd)) return sole.map(shellWord).join(' ');
  return `bash -c ${shellWord(text)}`;
}

/** A file that the kernel executes: what is none, a shell runs in ways of its own. */
function isProgram(name: string, path: string | undefined, cwd: string): boolean {
  try {
    const start = Buffer.alloc(4);
    const file = openSync(resolveExecutable(name, path, cwd).realpath, 'r');
    try {
      const read = readSync(file, start, 0, 4, 0);
      return read >= 2 && (start.toString('latin1', 0, 2) === '#!' || EXECUTABLES.includes(start.toString('hex')));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof GateError || (error instanceof Error && 'code' in error)) return false;
    throw error;
  }
}

/** ELF, and Mach-O in its forms. */
const EXECUTABLES = ['7f454c46', 'cffaedfe', 'cafebabe', 'feedfacf'];

/** Less than the call may take: gate ends with an id before it is killed without one. */
function waitSeconds(milliseconds: number): number {
  return Math.max(1, Math.min(600, Math.floor((milliseconds - Math.min(3000, milliseconds / 2)) / 1000)));
}
