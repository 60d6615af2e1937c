import { GateError } from '../../errors.ts';
import type { RunAccount } from '../accounts.ts';
import { type Berth, begin, leave, openBerth } from './berth.ts';
import { answerOf, framed, LONGEST_ANSWER, LONGEST_QUESTION, type Question, type Reading } from './reading.ts';

/** Reads commands with the rights that they would run with: a process for each account and requester, started when it is first needed. */
export interface Readers {
  /**
   * @param requester whose command it is: what one of them asks holds up nobody else (AVL-06)
   * @throws GateError what reading it found wrong, or REQUEST_UNREADABLE when it took too long or broke the reader
   */
  read(account: RunAccount, question: Question, requester?: string): Promise<Reading>;
  close(): Promise<void>;
}

export interface ReadersOptions {
  /** What starts a starter, and what starts a reader, as command lines. */
  readonly starter: readonly string[];
  readonly reader: readonly string[];
  /** False: no namespaces, even where the kernel would give them. */
  readonly nest?: boolean;
  /** Nothing that is honest takes so long. 10 s unless given. */
  readonly mostMilliseconds?: number;
}

interface Waiting {
  readonly frame: Buffer;
  resolve(reading: Reading): void;
  reject(error: unknown): void;
}

/** Processes that read; beyond these, one that has nothing to do makes room. */
const MOST_READERS = 32;

export function openReaders(options: ReadersOptions): Readers {
  const { mostMilliseconds = 10_000 } = options;
  /** The one that was used last comes last. */
  const readers = new Map<string, Reader>();
  const leaving = new Set<Promise<void>>();
  let closed = false;

  /** @throws GateError CHANNEL_UNAVAILABLE */
  function makeRoom(): void {
    if (readers.size < MOST_READERS) return;
    const [key, idle] = [...readers].find(([, reader]) => reader.idle) ?? [];
    if (key === undefined || idle === undefined) {
      throw new GateError('CHANNEL_UNAVAILABLE', 'the service reads the commands of too many others', {
        hint: 'try again in a moment',
      });
    }
    readers.delete(key);
    const left = idle.close().finally(() => leaving.delete(left));
    leaving.add(left);
  }

  return {
    read(account, question, requester = '') {
      if (closed) throw new GateError('CHANNEL_UNAVAILABLE', 'the service is stopping');
      const key = `${account.uid}:${account.gid}:${requester}`;
      if (!readers.has(key)) makeRoom();
      const reader = readers.get(key) ?? new Reader(account, options, mostMilliseconds);
      readers.delete(key);
      readers.set(key, reader);
      return reader.read(question);
    },
    async close() {
      closed = true;
      await Promise.all([...leaving, ...[...readers.values()].map((reader) => reader.close())]);
    },
  };
}

/** So that it need not wait for the next question. */
const MOST_SENT = 16;

class Reader {
  readonly #account: RunAccount;
  readonly #options: ReadersOptions;
  readonly #most: number;
  /** In the order in which they were asked; the first one is being read, and `#sent` of them are on their way. */
  readonly #waiting: Waiting[] = [];
  #sent = 0;
  #writing: Promise<unknown> = Promise.resolve();
  #berth: Promise<Berth> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Whose time runs. */
  #timed: Waiting | undefined;
  #closed = false;

  constructor(account: RunAccount, options: ReadersOptions, most: number) {
    this.#account = account;
    this.#options = options;
    this.#most = most;
  }

  get idle(): boolean {
    return this.#waiting.length === 0;
  }

  read(question: Question): Promise<Reading> {
    const frame = framed(question);
    if (frame.length > LONGEST_QUESTION) {
      throw new GateError('REQUEST_UNREADABLE', 'the command and its environment are too long to be read');
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ frame, resolve, reject });
      if (this.#sent < MOST_SENT) this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#fail(new GateError('CHANNEL_UNAVAILABLE', 'the service is stopping'));
    const berth = await this.#berth?.catch(() => undefined);
    if (berth !== undefined) await ended(berth);
  }

  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined || this.#closed) return;
    this.#berth ??= this.#open();
    const opened = this.#berth;
    opened.then(
      (berth) => {
        if (this.#berth !== opened || this.#waiting[0] !== first) return;
        if (this.#timed !== first) {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => void ended(berth), this.#most);
          this.#timed = first;
        }
        const more = this.#waiting.slice(this.#sent, MOST_SENT).map(({ frame }) => frame);
        this.#sent += more.length;
        this.#writing = this.#writing.then(() => berth.stdin.write(Buffer.concat(more)));
      },
      (error) => {
        if (this.#berth === opened) this.#berth = undefined;
        this.#fail(error);
      },
    );
  }

  async #open(): Promise<Berth> {
    const { starter, reader, nest = true } = this.#options;
    const berth = await openBerth(starter, nest);
    const { uid, gid, name } = this.#account;
    const own = uid === process.geteuid?.() && gid === process.getegid?.();
    const beginning = await begin(berth, {
      file: reader[0] ?? '',
      argv: reader,
      cwd: '/',
      environment: [],
      ...(own ? {} : { account: { uid, gid } }),
      ...(berth.nested ? {} : { parent: process.pid }),
      umask: 0o077,
    });
    if (beginning.kind !== 'begun') {
      await ended(berth);
      const why = beginning.kind === 'failed' ? beginning.errno : beginning.why;
      throw new GateError('CONFIG_INVALID', `commands cannot be read under the account \`${name}\`: ${why}`, {
        hint: 'the account must be able to execute gate itself',
      });
    }
    void berth.stderr.read(async () => {});
    void this.#listen(berth);
    return berth;
  }

  /** Until it ends: what was being read then is what ended it, and the others are asked again of a new one. */
  async #listen(berth: Berth): Promise<void> {
    let kept = Buffer.alloc(0);
    await berth.stdout
      .read(async (piece) => {
        kept = Buffer.concat([kept, piece]);
        for (;;) {
          const size = kept.length < 4 ? undefined : kept.readUInt32BE();
          if (size !== undefined && size > LONGEST_ANSWER) return ended(berth);
          if (size === undefined || kept.length < 4 + size) return;
          const text = kept.toString('utf8', 4, 4 + size);
          kept = kept.subarray(4 + size);
          this.#take(text);
        }
      })
      .catch(() => {});
    await ended(berth);
    this.#berth = undefined;
    this.#sent = 0;
    this.#writing = Promise.resolve();
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#waiting.shift()?.reject(
      new GateError('REQUEST_UNREADABLE', 'the command could not be read', {
        hint: 'it took too long, or needs more than a command may: make it smaller',
      }),
    );
    this.#next();
  }

  #take(text: string): void {
    clearTimeout(this.#timer);
    const first = this.#waiting.shift();
    this.#sent--;
    try {
      first?.resolve(answerOf(text));
    } catch (error) {
      first?.reject(error);
    }
    this.#next();
  }

  #fail(error: unknown): void {
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** Kills it, and resolves when nothing of it is left. */
async function ended(berth: Berth): Promise<void> {
  if (!berth.over) {
    try {
      process.kill(berth.starter.pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }
  await leave(berth);
}
