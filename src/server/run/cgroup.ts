import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PREFIX = 'gate-run-';
/** The kernel kills at once; a process that is busy inside it may take a moment to be gone. */
const LOOKS = 400;
const LOOK_MILLISECONDS = 5;

/** A group of the kernel's (cgroup v2) for one command and all that it starts: what is in it cannot leave. */
export function makeCgroup(parent: string, name: string): string {
  const path = join(parent, `${PREFIX}${name}`);
  mkdirSync(path);
  return path;
}

/** Kills everything in it and removes it. False: something is still there after two seconds. */
export async function endCgroup(path: string): Promise<boolean> {
  for (let look = 0; look < LOOKS; look++) {
    try {
      if (isEmpty(path)) {
        rmdirSync(path);
        return true;
      }
      writeFileSync(join(path, 'cgroup.kill'), '1');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
      if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
    }
    await sleep(LOOK_MILLISECONDS);
  }
  return false;
}

/** Ends what an earlier life of the service left. */
export async function sweepCgroups(parent: string): Promise<void> {
  const left = readdirSync(parent).filter((name) => name.startsWith(PREFIX));
  await Promise.all(left.map((name) => endCgroup(join(parent, name))));
}

function isEmpty(path: string): boolean {
  return readFileSync(join(path, 'cgroup.events'), 'latin1').includes('populated 0');
}
