import { readFileSync } from 'node:fs';

/** A name for one process that no later process gets: its id, when it started, and in which life of the machine. */

/** This process; undefined where the system does not say enough (no /proc). */
export function thisRunner(): string | undefined {
  return runner(process.pid);
}

/** False only when that process is certainly gone. Of a runner that is no process of this machine nothing is known here. */
export function isAlive(name: string): boolean {
  if (!/^\d+\./.test(name)) return true;
  if (thisRunner() === undefined) return true;
  return runner(Number(name.split('.', 1)[0])) === name;
}

function runner(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The fields after the name, which may hold spaces; the start is field 22 of all.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${pid}.${started}.${boot}`;
  } catch {
    return undefined;
  }
}
