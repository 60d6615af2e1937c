import { GateError } from '../../errors.ts';
import type { RunAccount } from '../accounts.ts';
import { type ReaderOptions, type ReaderProcess, startReader } from './reader-process.ts';
import { answerOf, framed, LONGEST_QUESTION, type Question, type Reading } from './reading.ts';

/** Reads commands with the rights that they would run with: a few processes for each account, the first one started when it is needed. */
export interface Readers {
  /**
   * @param requester whose command it is: what one of them asks holds up nobody else for long (AVL-06)
   * @throws GateError what reading it found wrong, or REQUEST_UNREADABLE when it took too long or broke the reader
   */
  read(account: RunAccount, question: Question, requester?: string): Promise<Reading>;
  close(): Promise<void>;
}

export interface ReadersOptions extends ReaderOptions {
  /** Nothing that is honest takes so long. 10 s unless given. */
  readonly mostMilliseconds?: number;
}

export function openReaders(options: ReadersOptions): Readers {
  const pools = new Map<string, Pool>();
  let closed = false;
  return {
    read(account, question, requester = '') {
      if (closed) throw stopping();
      const frame = framed(question);
      if (frame.length > LONGEST_QUESTION) {
        throw new GateError('REQUEST_UNREADABLE', 'the command and its environment are too long to be read');
      }
      const key = `${account.uid}:${account.gid}`;
      const pool = pools.get(key) ?? new Pool(account, options);
      pools.set(key, pool);
      return pool.read(requester, frame);
    },
    async close() {
      closed = true;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

interface Waiting {
  readonly requester: string;
  readonly frame: Buffer;
  resolve(reading: Reading): void;
  reject(error: unknown): void;
}

/** A process, and what it was asked and has not answered. */
interface Reader {
  readonly process: ReaderProcess;
  /** In the order in which it was asked; `elsewhere`: another one was asked too, and this answer is heard by nobody. */
  readonly asked: { readonly waiting: Waiting; elsewhere: boolean }[];
  /** When it answered last, or was asked while it had nothing to do; by `performance.now`. */
  since: number;
  /** Ends it when one question takes too long, or when it was not needed for long. */
  timer: NodeJS.Timeout | undefined;
}

/** Processes for one account. Each of the first so many requesters that ask for something slow blocks one. */
const MOST_READERS = 8;
/** So that a process need not wait for its next question. */
const MOST_ASKED = 16;
const TOP_UP_AT = 4;
/** Longer than this for one question, and the ones behind it are asked elsewhere. */
const STUCK_MILLISECONDS = 200;
const IDLE_MILLISECONDS = 30_000;

class Pool {
  readonly #account: RunAccount;
  readonly #options: ReadersOptions;
  /** By requester; whoever comes first is asked for next, and then comes last. */
  readonly #queues = new Map<string, Waiting[]>();
  readonly #readers = new Set<Reader>();
  #opening: Promise<void> | undefined;
  #look: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(account: RunAccount, options: ReadersOptions) {
    this.#account = account;
    this.#options = options;
  }

  read(requester: string, frame: Buffer): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#queue({ requester, frame, resolve, reject });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#look);
    await this.#opening;
    for (const { asked } of this.#readers) {
      for (const { waiting, elsewhere } of asked) if (!elsewhere) waiting.reject(stopping());
    }
    this.#failAll(stopping());
    await Promise.all(
      [...this.#readers].map(({ process, timer }) => {
        clearTimeout(timer);
        return process.end();
      }),
    );
  }

  #queue(waiting: Waiting, first = false): void {
    const queue = this.#queues.get(waiting.requester) ?? [];
    if (first) queue.unshift(waiting);
    else queue.push(waiting);
    this.#queues.set(waiting.requester, queue);
  }

  #dispatch(): void {
    if (this.#closed) return;
    for (const reader of this.#readers) {
      if (reader.asked.length <= TOP_UP_AT && !isStuck(reader)) this.#ask(reader);
    }
    if (this.#readers.size === 0) this.#open();
    const behind = [...this.#readers].some(({ asked }) => asked.length > 1);
    if (this.#queues.size > 0 || behind) this.#look ??= setTimeout(() => this.#lookAround(), STUCK_MILLISECONDS);
  }

  /** One question of each requester in turn. */
  #ask(reader: Reader): void {
    const blocking = this.#blocking();
    const more: Waiting[] = [];
    for (let going = true; going; ) {
      going = false;
      for (const [requester, queue] of this.#queues) {
        if (reader.asked.length + more.length >= MOST_ASKED) break;
        if (blocking.has(requester)) continue;
        more.push(queue.shift() as Waiting);
        this.#queues.delete(requester);
        if (queue.length > 0) this.#queues.set(requester, queue);
        going = true;
      }
    }
    if (more.length === 0) return;
    const idle = reader.asked.length === 0;
    reader.asked.push(...more.map((waiting) => ({ waiting, elsewhere: false })));
    if (idle) {
      reader.since = performance.now();
      this.#time(reader);
    }
    reader.process.send(more.map(({ frame }) => frame));
  }

  /** Requesters that hold up a process already: they get no second one. */
  #blocking(): ReadonlySet<string> {
    return new Set([...this.#readers].filter(isStuck).map(({ asked }) => asked[0]?.waiting.requester ?? ''));
  }

  #lookAround(): void {
    this.#look = undefined;
    for (const reader of this.#readers) if (isStuck(reader)) this.#takeBack(reader);
    const blocking = this.#blocking();
    const someoneWaits = [...this.#queues.keys()].some((requester) => !blocking.has(requester));
    if (someoneWaits && this.#readers.size < MOST_READERS) this.#open();
    this.#dispatch();
  }

  /** What waits behind its first question is asked elsewhere. */
  #takeBack({ asked }: Reader): void {
    for (const entry of asked.slice(1).reverse()) {
      if (entry.elsewhere) continue;
      entry.elsewhere = true;
      this.#queue(entry.waiting, true);
    }
  }

  #open(): void {
    this.#opening ??= this.#start().then(
      () => {
        this.#opening = undefined;
        this.#dispatch();
      },
      (error) => {
        this.#opening = undefined;
        this.#failAll(error);
      },
    );
  }

  async #start(): Promise<void> {
    const heard = { onAnswer: (_: string) => {}, onEnded: () => {} };
    const process = await startReader(this.#account, this.#options, {
      onAnswer: (text) => heard.onAnswer(text),
      onEnded: () => heard.onEnded(),
    });
    const reader: Reader = { process, asked: [], since: performance.now(), timer: undefined };
    heard.onAnswer = (text) => this.#answered(reader, text);
    heard.onEnded = () => this.#ended(reader);
    this.#readers.add(reader);
    this.#time(reader);
  }

  #answered(reader: Reader, text: string): void {
    const entry = reader.asked.shift();
    reader.since = performance.now();
    this.#time(reader);
    if (entry !== undefined && !entry.elsewhere) {
      try {
        entry.waiting.resolve(answerOf(text));
      } catch (error) {
        entry.waiting.reject(error);
      }
    }
    if (reader.asked.length <= TOP_UP_AT) this.#dispatch();
  }

  /** What was being read then is what ended it; the others are asked again of another one. */
  #ended(reader: Reader): void {
    clearTimeout(reader.timer);
    this.#readers.delete(reader);
    this.#takeBack(reader);
    const [first] = reader.asked;
    if (first !== undefined && !first.elsewhere) {
      first.waiting.reject(
        new GateError('REQUEST_UNREADABLE', 'the command could not be read', {
          hint: 'it took too long, or needs more than a command may: make it smaller',
        }),
      );
    }
    if (this.#queues.size > 0) this.#dispatch();
  }

  #time(reader: Reader): void {
    clearTimeout(reader.timer);
    const { mostMilliseconds = 10_000 } = this.#options;
    const busy = reader.asked.length > 0;
    reader.timer = setTimeout(
      () => {
        // The first one stays: the next command need not wait for its start.
        if (busy || this.#readers.size > 1) void reader.process.end();
      },
      busy ? mostMilliseconds : IDLE_MILLISECONDS,
    );
    if (!busy) reader.timer.unref();
  }

  #failAll(error: unknown): void {
    const queues = [...this.#queues.values()];
    this.#queues.clear();
    for (const { reject } of queues.flat()) reject(error);
  }
}

function isStuck({ asked, since }: Reader): boolean {
  return asked.length > 0 && performance.now() - since >= STUCK_MILLISECONDS;
}

function stopping(): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', 'the service is stopping');
}
