import { readdirSync, readFileSync } from 'node:fs';

/** Processes of the machine whose command line holds this. */
export function withWords(words: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').includes(words);
      } catch {
        return false;
      }
    })
    .map(Number);
}

export function childrenOf(parent: number | undefined): number[] {
  return withWords('').filter((pid) => field(pid, 'PPid') === parent);
}

/** A zombie is none. */
export function isAlive(pid: number): boolean {
  return !Number.isNaN(field(pid, 'VmRSS'));
}

/** Bytes of memory that are its own or shared, and there. */
export function memoryOf(pid: number | undefined): number {
  return field(pid ?? -1, 'VmRSS') * 1024;
}

function field(pid: number, name: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);
  } catch {
    return Number.NaN;
  }
}

let count = 0;

/** A number of seconds that is nobody else's, for `sleep`: longer than any test. */
export function ownSeconds(): string {
  return `${900 + count++}.${process.pid}${Date.now() % 1_000_000}`;
}
