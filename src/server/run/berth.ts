import { closeSync, openSync } from 'node:fs';
import { errno } from '../../errors.ts';
import { type Channel, openChannel } from '../../platform/channel.ts';
import { type Libc, libc } from '../../platform/libc.ts';
import { type Child, type Start, spawner } from '../../platform/spawn.ts';
import { type Beginning, beginningOf, type Job } from './job.ts';

/**
 * Where one command will run: its pipes, the starter that becomes it, and, where the service may make one, a namespace of
 * processes that ends with everything in it.
 */
export interface Berth {
  readonly starter: Child;
  /** The starter, or the command that it became, has ended: its number may be somebody else's. */
  readonly over: boolean;
  /** True: it is in a namespace of its own. */
  readonly nested: boolean;
  /** Ours: what the command reads, and what it writes. */
  readonly stdin: Channel;
  readonly stdout: Channel;
  readonly stderr: Channel;
  readonly job: Channel;
  /** What the starter tells. */
  readonly told: Channel;
  /** Ends every process in the namespace, and resolves when the last one is gone. Where there is none: nothing. */
  clear(): Promise<void>;
}

/**
 * @param starter what starts a starter, as a command line; the word `nested` is added where it is in a namespace
 * @param nest whether to try a namespace; where the kernel refuses one, there is none
 */
export async function openBerth(starter: readonly string[], nest: boolean): Promise<Berth> {
  const [c, spawn] = await Promise.all([libc(), spawner()]);
  const theirs: number[] = [];
  const ours: number[] = [];
  const own = openSync('/proc/self/ns/pid', 'r');
  const nothing = openSync('/dev/null', 'r+');
  try {
    const [forIn, writeIn] = pipe(c, theirs, ours, 'read');
    const [forOut, readOut] = pipe(c, theirs, ours, 'write');
    const [forErr, readErr] = pipe(c, theirs, ours, 'write');
    const [forJob, writeJob] = pipe(c, theirs, ours, 'read');
    const [forTold, readTold] = pipe(c, theirs, ours, 'write');
    const [forHold, hold] = pipe(c, theirs, ours, 'read');
    const all = [forIn, forOut, forErr, forJob, forTold];
    // What this thread starts between these two calls lands in the namespace: no `await` in between.
    const nested = nest && unshared(c);
    let keeper: Child | undefined;
    let child: Child;
    try {
      if (nested) keeper = spawn(keeperOn(forHold, nothing));
      child = spawn(command(nested ? [...starter, 'nested'] : starter, all));
    } finally {
      if (nested) c.call('setns', own, CLONE_NEWPID);
    }
    const [stdin, stdout, stderr, job, told] = await Promise.all([
      openChannel(writeIn, 'writes'),
      openChannel(readOut, 'reads'),
      openChannel(readErr, 'reads'),
      openChannel(writeJob, 'writes'),
      openChannel(readTold, 'reads'),
    ]);
    let held = true;
    let over = false;
    void child.ended.then(() => {
      over = true;
    });
    return {
      starter: child,
      get over() {
        return over;
      },
      nested,
      stdin,
      stdout,
      stderr,
      job,
      told,
      async clear() {
        if (held) closeSync(hold);
        held = false;
        await keeper?.ended;
      },
    };
  } catch (error) {
    for (const descriptor of ours) closeSync(descriptor);
    throw error;
  } finally {
    for (const descriptor of [own, nothing, ...theirs]) closeSync(descriptor);
  }
}

/** Hands the job over, and waits for what becomes of it. */
export async function begin(berth: Berth, job: Job): Promise<Beginning> {
  await berth.job.write(Buffer.from(JSON.stringify(job)));
  berth.job.close();
  let text = '';
  await berth.told.read(async (piece) => {
    text += Buffer.from(piece).toString('utf8');
  });
  berth.told.close();
  return beginningOf(text);
}

/** A starter that is not needed. */
export async function leave(berth: Berth): Promise<void> {
  const channels: readonly Channel[] = [berth.job, berth.told, berth.stdin, berth.stdout, berth.stderr];
  for (const channel of channels) channel.close();
  await Promise.all([berth.clear(), berth.starter.ended]);
}

const CLONE_NEWPID = 0x20000000;
const O_CLOEXEC = 0o2000000;

function unshared(c: Libc): boolean {
  try {
    c.call('unshare', CLONE_NEWPID);
    return true;
  } catch (error) {
    if (errno(error) === 'EPERM' || errno(error) === 'EINVAL') return false;
    throw error;
  }
}

/**
 * The first process of the namespace: with its end the kernel kills all others, whatever they did to get away. It waits for one that reads from a pipe
 * which the service alone has open: so it ends with the service, however that ends. Orphans become its children, and because it
 * waits, none stays as a zombie. It must not read itself: the end of an orphan would interrupt that.
 */
function keeperOn(hold: number, nothing: number): Start {
  const script = "trap '' HUP INT TERM; exec 3<&0; (read end <&3) & while kill -0 $! 2>&-; do wait $!; done";
  return command(['/bin/sh', '-c', script], [hold, nothing, nothing]);
}

function command([file = '', ...rest]: readonly string[], descriptors: readonly number[]): Start {
  return { file, argv: [file, ...rest], cwd: '/', environment: {}, descriptors };
}

/** A new pipe: their end, and ours. */
function pipe(c: Libc, theirs: number[], ours: number[], they: 'read' | 'write'): readonly [number, number] {
  const ends = new Int32Array(2);
  c.call('pipe2', new Uint8Array(ends.buffer), O_CLOEXEC);
  const [readEnd = -1, writeEnd = -1] = ends;
  const [their, our] = they === 'read' ? [readEnd, writeEnd] : [writeEnd, readEnd];
  theirs.push(their);
  ours.push(our);
  return [their, our];
}
