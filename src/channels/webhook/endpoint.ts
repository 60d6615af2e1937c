import { createHash } from 'node:crypto';
import type { Cursor, Cursors } from '../../audit/cursors.ts';
import type { Entry, Store } from '../../audit/log.ts';
import type { Stream } from '../../broker/steps.ts';
import type { Webhook } from '../../config/webhooks.ts';
import { GateError } from '../../errors.ts';
import { failedAgain, isHopeless, pauseAfter, verdictOn } from './patience.ts';
import { type Posted, post, type Resolve } from './post.ts';
import { keyOf, messageId, signed } from './sign.ts';

export interface EndpointParts {
  readonly store: Pick<Store<Stream>, 'entries' | 'append'> & Pick<Cursors, 'moveCursor'>;
  /** The name of the log. */
  readonly origin: string;
  /** As the JSON that is sent; undefined for what this one is not sent. */
  readonly message: (entry: Entry, wanted: ReadonlySet<string>) => Promise<string | undefined>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Resolves after that many milliseconds, or when the signal says so. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** One line, without secrets. */
  readonly log: (line: string) => void;
  readonly resolve?: Resolve;
  /** Milliseconds that an attempt may take; ten seconds unless given. */
  readonly patience?: number;
}

const ATTEMPT_MILLISECONDS = 10_000;
/** Events that are read at once. */
const BATCH = 256;
/** A cursor that only passed what nobody wanted is written down this often. */
const NOTE_MILLISECONDS = 5_000;
const TROUBLE_MILLISECONDS = 5_000;

/** Names an endpoint for as long as its address is the same, and keeps what is secret in the address out of the database. */
export function cursorName(url: string): string {
  return `${CURSORS}${createHash('sha256').update(url).digest('hex').slice(0, 32)}`;
}

export const CURSORS = 'webhook:';

/**
 * One receiver of messages, and where it stands: sends one message after the other, in the order of the log, and the next one when the one before was taken.
 */
export class Endpoint {
  readonly hook: Webhook;
  readonly #parts: EndpointParts;
  readonly #wanted: ReadonlySet<string>;
  readonly #over = new AbortController();
  #cursor: Cursor;
  /** Index as it was written down last. */
  #noted: number;
  #notedAt: number;
  #wake: () => void = () => {};
  #news = true;
  /** When the event happened that is being sent. */
  #oldest: number | undefined;
  #delivered = 0;

  constructor(hook: Webhook, { stopped: _, ...cursor }: Cursor, parts: EndpointParts) {
    this.hook = hook;
    this.#cursor = cursor;
    this.#parts = parts;
    this.#wanted = new Set(hook.events);
    this.#noted = cursor.next;
    this.#notedAt = parts.now();
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  /** When the event happened that waits to be taken; undefined when none does. */
  get oldest(): number | undefined {
    return this.#oldest;
  }

  /** Messages that were taken since this process began. */
  get delivered(): number {
    return this.#delivered;
  }

  /** The log may have grown. */
  poke(): void {
    this.#news = true;
    this.#wake();
  }

  /** What is on its way is given up: it is sent again the next time. */
  stop(): void {
    this.#over.abort();
    this.#wake();
  }

  /** Until it is stopped, or the receiver wants no more. Never rejects. */
  async run(): Promise<void> {
    const { signal } = this.#over;
    while (!signal.aborted && this.#cursor.stopped === undefined) {
      try {
        this.#news = false;
        const before = this.#cursor.next;
        await this.#pass();
        await this.#note(signal.aborted);
        if (this.#cursor.next === before) await this.#untilNews();
      } catch (error) {
        this.#parts.log(`webhooks to ${originOf(this.hook)}: ${wordsOf(error)}`);
        await this.#parts.sleep(TROUBLE_MILLISECONDS, signal);
      }
    }
  }

  /** The next few events. */
  async #pass(): Promise<void> {
    for await (const entry of this.#parts.store.entries({ from: this.#cursor.next, limit: BATCH })) {
      const body = await this.#parts.message(entry, this.#wanted);
      if (body !== undefined) {
        this.#oldest = entry.at;
        if (!(await this.#deliver(entry, body))) return;
        this.#oldest = undefined;
      }
      const { failing: _, ...cursor } = this.#cursor;
      this.#cursor = { ...cursor, next: entry.index + 1, ...(body === undefined ? {} : { at: this.#parts.now() }) };
      if (body !== undefined) await this.#note(true);
      if (this.#over.signal.aborted) return;
    }
  }

  /** False when it was not taken, and nothing comes after it now. */
  async #deliver({ index }: Entry, body: string): Promise<boolean> {
    const { now, random, sleep, log } = this.#parts;
    const { signal } = this.#over;
    for (;;) {
      const posted = await this.#post(index, body);
      if (signal.aborted) return false;
      const verdict = verdictOn(posted);
      if (verdict === 'taken') {
        this.#delivered += 1;
        const { failing } = this.#cursor;
        if (failing) log(`webhooks to ${originOf(this.hook)} are taken again, after ${failing.attempts} attempts`);
        return true;
      }
      const failing = failedAgain(this.#cursor.failing, posted, now());
      if (failing.attempts === 1) {
        log(`webhooks to ${originOf(this.hook)} wait: ${failing.why}; event ${index} and what follows is tried again`);
      }
      if (verdict === 'gone') {
        await this.#record('webhook.stopped', index, posted);
        log(
          `webhooks to ${originOf(this.hook)} are stopped: it answers 410; take it out of the file, or read the file again (HUP)`,
        );
        this.#cursor = { ...this.#cursor, failing, stopped: now() };
        await this.#note(true);
        return false;
      }
      this.#cursor = { ...this.#cursor, failing };
      await this.#note(true);
      if (verdict === 'refused' && isHopeless(failing, now())) {
        await this.#record('webhook.skipped', index, posted);
        log(`webhooks to ${originOf(this.hook)} go on without event ${index}: ${failing.why}`);
        return true;
      }
      const [first = 0] = random(1);
      await sleep(pauseAfter(failing, posted, first / 256), signal);
      if (signal.aborted) return false;
    }
  }

  async #post(index: number, body: string): Promise<Posted> {
    const { origin, environment, now, resolve, patience = ATTEMPT_MILLISECONDS } = this.#parts;
    const { url, secrets, ca } = this.hook;
    try {
      const keys = secrets.map((secret) => keyOf(secret, environment));
      return await post({
        url,
        headers: {
          ...signed(messageId(origin, index, url), now(), body, keys),
          'content-type': 'application/json',
          'user-agent': 'gate',
        },
        body,
        ...(ca === undefined ? {} : { ca }),
        timeout: patience,
        now,
        signal: this.#over.signal,
        ...(resolve && { resolve }),
      });
    } catch (error) {
      return { kind: 'failed', why: wordsOf(error) };
    }
  }

  async #record(type: 'webhook.stopped' | 'webhook.skipped', event: number, posted: Posted): Promise<void> {
    const status = posted.kind === 'answered' ? posted.status : 0;
    const payload = { endpoint: originOf(this.hook), event, status };
    await this.#parts.store.append([{ type, request: null, payload }]);
  }

  async #note(now: boolean): Promise<void> {
    if (!now && (this.#cursor.next === this.#noted || this.#parts.now() - this.#notedAt < NOTE_MILLISECONDS)) return;
    await this.#parts.store.moveCursor(this.#cursor);
    this.#noted = this.#cursor.next;
    this.#notedAt = this.#parts.now();
  }

  async #untilNews(): Promise<void> {
    if (this.#news || this.#over.signal.aborted) return;
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    const dirty = this.#cursor.next !== this.#noted;
    if (dirty) await this.#parts.sleep(NOTE_MILLISECONDS, woken.signal);
    else if (!woken.signal.aborted) {
      await new Promise<void>((resolve) => woken.signal.addEventListener('abort', () => resolve(), { once: true }));
    }
    this.#wake = () => {};
  }
}

/** The rest of an address may be a secret. */
export function originOf({ url }: Pick<Webhook, 'url'>): string {
  return new URL(url).origin;
}

function wordsOf(error: unknown): string {
  return error instanceof GateError || error instanceof Error ? error.message : 'it cannot be sent';
}
