import type { Duplex } from 'node:stream';
import { GateError } from '../../errors.ts';
import type { Exit } from '../../execution/execution.ts';
import { libc } from '../../platform/libc.ts';
import { openTerminalPair } from '../../platform/terminal.ts';
import { type Berth, begin, leave, openBerth } from './berth.ts';
import { endCgroup, makeCgroup, sweepCgroups } from './cgroup.ts';
import { TOO_LARGE } from './copy.ts';
import type { Job } from './job.ts';
import { type Line, openLine } from './line.ts';
import { attach } from './streams.ts';

/** The account a command runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** What to run for a client, and how. */
export interface Order {
  /** Of this run, for what is named after it. */
  readonly id: string;
  /** Absolute; nothing is searched, nothing is added to the environment. */
  readonly file: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly runAs: Account;
  /** A terminal of its own on these streams; 0 is among them. Without: pipes. */
  readonly terminal?: { readonly cols: number; readonly rows: number; readonly streams: readonly (0 | 1 | 2)[] };
  /** How it sees the directory it runs in: unwritable, or a copy that is there. Absent: as it is. */
  readonly view?: Job['view'];
  /** What the command reads in place of the client's stdin: a descriptor at its beginning. It stays the caller's. */
  readonly stdin?: number;
  /** Of files it makes; 077 unless given: what a command with credentials writes is for its account alone. */
  readonly umask?: number;
  /** Aborted: ended, by TERM, then by KILL. */
  readonly stop?: AbortSignal;
  /**
   * Called when the command and all it started are gone, before the client is told: the place to make its end durable. What it throws is
   * told the client in place of the exit.
   */
  readonly ended: (exit: Exit) => Promise<void>;
}

export interface Runner {
  /**
   * What ends with a command. `namespace`: every process it started, also when the service itself is killed; `cgroup`: every process it started;
   * `group`: those that stayed in its process group.
   */
  readonly holds: 'namespace' | 'cgroup' | 'group';
  /** How many commands run, and how many starters wait for one. */
  readonly running: number;
  readonly spare: number;
  /**
   * Runs it with the client at the other end of the connection, and resolves with how it ended once nothing of it is left; what it wrote may
   * still be on its way then.
   * @throws GateError when it could not be fenced in, and so was not started
   */
  run(order: Order, connection: Duplex): Promise<Exit>;
  /**
   * Empties directories with the rights of an account, whatever it put into them.
   * @throws GateError INTERNAL when something is left
   */
  empty(account: Account, directories: readonly string[]): Promise<void>;
  /** True: nothing is started any more. */
  readonly closed: boolean;
  /**
   * Copies a directory with the rights of an account into one of its own that is empty.
   * @throws GateError REQUEST_UNREADABLE when it cannot be copied, or is too large for it
   */
  copy(account: Account, from: string, to: string): Promise<void>;
  /** Ends every command, by TERM, then by KILL, and whatever waits. */
  close(): Promise<void>;
  /** Kills what `close` still waits for. */
  hasten(): void;
}

export interface RunnerOptions {
  /** What starts a starter, as a command line: gate itself. */
  readonly starter: readonly string[];
  /** What empties directories, as a command line that they follow: gate itself. */
  readonly emptier: readonly string[];
  /** What copies a directory, likewise. */
  readonly copier: readonly string[];
  /** How many starters wait for their command; each is a process of 30 MB, most of it shared. 2 unless given. */
  readonly spare?: number;
  /** A directory of the cgroup v2 tree that the service may make groups in. */
  readonly cgroup?: string;
  /** False: no namespaces, even where the kernel would give them. */
  readonly nest?: boolean;
  readonly now: () => number;
}

const HANGUP_MILLISECONDS = 2000;
/** How long a command that is told to end has for it. */
const STOP_MILLISECONDS = 10_000;
const REFILL_MILLISECONDS = 30;
/** How long what a command left behind may go on writing after its end. */
const GRACE_MILLISECONDS = 250;
const SIGHUP = 1;
const SIGKILL = 9;
const SIGTERM = 15;
const SIGCONT = 18;

/** @throws GateError CONFIG_INVALID when the cgroup cannot be used */
export async function openRunner(options: RunnerOptions): Promise<Runner> {
  const { starter, spare = 2, cgroup, now } = options;
  const { call } = await libc();
  const own = { uid: process.geteuid?.() ?? -1, gid: process.getegid?.() ?? -1 };
  if (cgroup !== undefined) await usable(cgroup);
  const first = await openBerth(starter, options.nest ?? true);
  const { nested } = first;
  const waiting: Berth[] = [first];
  const running = new Set<{ readonly over: Promise<unknown>; end(): void }>();
  const hurry = new AbortController();
  let filling: Promise<void> = Promise.resolve();
  let refill: NodeJS.Timeout | undefined;
  let closed = false;

  const runner: Runner = {
    holds: nested ? 'namespace' : cgroup === undefined ? 'group' : 'cgroup',
    get running() {
      return running.size;
    },
    get closed() {
      return closed;
    },
    get spare() {
      return waiting.length;
    },
    async run(order, connection) {
      if (closed) throw new GateError('CHANNEL_UNAVAILABLE', 'the service is stopping');
      const line = openLine(connection);
      const stop = new AbortController();
      const over = run(order, line, stop.signal);
      const entry = { over: over.catch(() => {}), end: () => stop.abort() };
      running.add(entry);
      try {
        return await over;
      } catch (error) {
        line.fail(error instanceof GateError ? error.message : 'the service failed');
        throw error;
      } finally {
        running.delete(entry);
      }
    },
    async empty(account, directories) {
      const end = await alone(account, [...options.emptier, ...directories]);
      if (end !== 0) throw new GateError('INTERNAL', 'what a run left behind could not be removed');
    },
    async copy(account, from, to) {
      const end = await alone(account, [...options.copier, from, to]);
      if (end === 0) return;
      const large = end === TOO_LARGE;
      throw new GateError('REQUEST_UNREADABLE', `the directory cannot be copied${large ? ': it is too large' : ''}`, {
        hint: large
          ? 'the rule gives a private copy of it; run it in a smaller directory, or let the rule say `view: read-only`'
          : 'whoever runs this gate finds more in its log',
      });
    },
    hasten: () => hurry.abort(),
    async close() {
      closed = true;
      clearTimeout(refill);
      for (const { end } of running) end();
      await Promise.all([...running].map(({ over }) => over));
      await filling;
      await Promise.all(waiting.splice(0).map(leave));
    },
  };
  if (spare === 0) await Promise.all(waiting.splice(0).map(leave));
  return runner;

  /** Runs a part of gate's own with the rights of an account, and nothing else. @returns its status, -1 when it had none */
  async function alone(account: Account, argv: readonly string[]): Promise<number> {
    const berth = await take();
    try {
      const parent = nested ? {} : { parent: process.pid };
      const file = argv[0] ?? '';
      const begun = await begin(berth, { file, argv, cwd: '/', environment: [], ...parent, account, umask: 0o077 });
      const end = await berth.starter.ended;
      return begun.kind === 'begun' && 'code' in end ? end.code : -1;
    } finally {
      refillIn(REFILL_MILLISECONDS);
      await leave(berth);
    }
  }

  /** One that waits, or a new one. */
  async function take(): Promise<Berth> {
    let berth = waiting.shift();
    // One that was killed meanwhile is no use.
    for (; berth?.over; berth = waiting.shift()) await leave(berth);
    return berth ?? (await openBerth(starter, nested));
  }

  /** Not at once: starting a starter costs what would delay the command that has just begun, and its end. */
  function refillIn(milliseconds: number): void {
    if (closed) return;
    refill ??= setTimeout(() => {
      refill = undefined;
      filling = filling.then(fill);
    }, milliseconds);
  }

  async function fill(): Promise<void> {
    try {
      while (!closed && waiting.length < spare) waiting.push(await openBerth(starter, nested));
    } catch {
      // The next command starts its own, and is told why that is not possible.
    }
  }

  async function run(order: Order, line: Line, stopping: AbortSignal): Promise<Exit> {
    if (order.runAs.uid === 0 || order.runAs.gid === 0) {
      throw new GateError('CONFIG_INVALID', 'a command is not run as root', {
        hint: 'name an account of its own under `run_as`',
      });
    }
    const group = cgroup === undefined ? undefined : makeCgroup(cgroup, order.id);
    try {
      const berth = await take();
      const held: Held = { berth, group, id: order.id };
      try {
        return await live(order, line, held, stopping);
      } finally {
        await clear(held);
      }
    } finally {
      if (group !== undefined) await endCgroup(group);
    }
  }

  async function live(order: Order, line: Line, held: Held, stopping: AbortSignal): Promise<Exit> {
    const began = now();
    const since = () => Math.max(0, now() - began);
    const { berth } = held;
    const { terminal } = order;
    const pair = terminal === undefined ? undefined : await openTerminalPair(terminal.cols, terminal.rows);
    const send = (number: number) => signal(held, number);
    const streams = await attach({ berth, pair, order, line, signal: send });
    const beginning = await begin(berth, jobOf(order, held, pair?.path));
    refillIn(REFILL_MILLISECONDS);
    if (beginning.kind !== 'begun') {
      streams.stop();
      await clear(held);
      if (beginning.kind === 'broken') {
        throw new GateError('INTERNAL', `the command could not be fenced in: ${beginning.why}`);
      }
      const exit: Exit = { kind: 'failed', errno: beginning.errno, milliseconds: since() };
      await order.ended(exit);
      line.finish(exit);
      return exit;
    }

    line.send({ kind: 'started' });
    streams.start();
    let timer: NodeJS.Timeout | undefined;
    const endBy = (number: number, grace: number) => {
      if (berth.over || timer !== undefined) return;
      send(number);
      // One that is stopped hears nothing.
      send(SIGCONT);
      timer = setTimeout(() => void clear(held), hurry.signal.aborted ? 0 : grace);
    };
    const hastened = () => {
      if (!berth.over) void clear(held);
    };
    hurry.signal.addEventListener('abort', hastened);
    line.onGone(() => {
      streams.abandon();
      endBy(SIGHUP, HANGUP_MILLISECONDS);
    });
    for (const each of [stopping, order.stop]) {
      if (each?.aborted) endBy(SIGTERM, STOP_MILLISECONDS);
      each?.addEventListener('abort', () => endBy(SIGTERM, STOP_MILLISECONDS), { once: true });
    }

    const end = await berth.starter.ended;
    hurry.signal.removeEventListener('abort', hastened);
    const milliseconds = since();
    await streams.quiet(GRACE_MILLISECONDS);
    clearTimeout(timer);
    await clear(held);
    const exit: Exit =
      'code' in end
        ? { kind: 'exited', code: end.code, milliseconds }
        : { kind: 'signaled', signal: end.signal, milliseconds };
    await order.ended(exit);
    // A client that reads slowly holds up nothing but itself.
    void streams.delivered(nested || held.group !== undefined).then(
      () => line.finish(exit),
      () => line.fail('the output of the command could not be read to its end'),
    );
    return exit;
  }

  function jobOf(order: Order, { group }: Held, path: string | undefined): Job {
    const { file, argv, cwd, runAs, terminal, view, umask = 0o077 } = order;
    return {
      file,
      argv,
      cwd,
      environment: Object.entries(order.environment).map(([name, value]) => `${name}=${value}`),
      ...(runAs.uid === own.uid && runAs.gid === own.gid ? {} : { account: runAs }),
      ...(nested ? {} : { parent: process.pid }),
      ...(terminal === undefined || path === undefined ? {} : { terminal: { path, streams: terminal.streams } }),
      ...(view === undefined ? {} : { view }),
      ...(group === undefined ? {} : { cgroup: group }),
      umask,
    };
  }

  /** To the whole group of the command, as a terminal would. */
  function signal({ berth }: Held, number: number): void {
    if (berth.over) return;
    try {
      call('kill', -berth.starter.pid, number);
    } catch {
      // Nothing of it is left.
    }
  }

  /** Kills all of it, and resolves when nothing is left, as far as this service holds it. */
  async function clear({ berth, group, id }: Held): Promise<void> {
    const { pid } = berth.starter;
    // Once it has ended the number may be somebody else's; its group has it as long as anybody is in there.
    const whom = berth.over ? (nested || group !== undefined ? [] : [-pid]) : [-pid, pid];
    for (const each of whom) {
      try {
        call('kill', each, SIGKILL);
      } catch {
        // Nothing of it is left, or it has no group yet.
      }
    }
    await Promise.all([berth.clear(), berth.starter.ended]);
    if (group !== undefined && !(await endCgroup(group))) {
      throw new GateError('INTERNAL', `processes of the run ${id} do not end`);
    }
  }
}

/** A command, and what ends all of it. */
interface Held {
  readonly berth: Berth;
  readonly group: string | undefined;
  readonly id: string;
}

async function usable(cgroup: string): Promise<void> {
  try {
    await sweepCgroups(cgroup);
    await endCgroup(makeCgroup(cgroup, `trial-${process.pid}`));
  } catch (cause) {
    throw new GateError('CONFIG_INVALID', `no groups can be made in the cgroup ${cgroup}`, {
      hint: 'let the unit say `Delegate=yes`, or leave the cgroup out',
      cause,
    });
  }
}
