import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { ApiError } from './problem.ts';

/**
 * What the service says about itself while it runs. Nothing comes in but by the fields named here: no body, no header, no argument of a
 * command, no variable and no message of an error has a way into it.
 */
export interface ServiceLog {
  /** A sentence of the service's own, without a word of a requester's. */
  said(sentence: string): void;
  called(call: Called): void;
  runBegan(run: RunBegan): void;
  runEnded(run: RunEnded): void;
  /** Something that should not happen. Of an error its kind and where it was thrown are told, never its message. */
  failed(where: string, error: unknown, about?: { readonly request?: string }): void;
  /** From now on. */
  setLevel(level: Level): void;
  /** Everything said so far is written, or nobody takes it. */
  close(): Promise<void>;
}

export interface Called {
  readonly method: string;
  /** The pattern, never the path: ids and queries are the caller's. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Permanent name; absent: not known. */
  readonly caller?: string;
}

export interface RunBegan {
  readonly request: string;
  readonly principal: string;
  /** The account it runs under. */
  readonly account: string;
  readonly terminal: boolean;
}

export interface RunEnded {
  readonly request: string;
  readonly outcome: 'exited' | 'signaled' | 'failed';
  /** Exit code, or number of the signal. */
  readonly code?: number;
  readonly milliseconds: number;
}

export type Level = 'debug' | 'info' | 'warn' | 'error';

export interface LogOptions {
  readonly level: Level;
  readonly format: 'json' | 'text';
  /** 2 unless given; any other but 1 is closed in the end. */
  readonly descriptor?: number;
}

type Write = (level: Level, fields: Readonly<Record<string, unknown>>, text: string) => void;

/** What no route was found for, or was refused before one was looked for. */
export const UNKNOWN_ROUTE = 'none';

/** What looks in to see whether the service is alive is said only where everything is. */
const LOOKS: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);
/** A log that nobody reads is forgotten beyond this, and never holds up the service. */
const MOST_WAITING = 4 * 1024 * 1024;
const LONGEST_NAME = 256;

export async function openLog({ level, format, descriptor = 2 }: LogOptions): Promise<ServiceLog> {
  const { destination, pino, stdTimeFunctions } = await import('pino');
  const out = destination({ dest: descriptor, sync: false, maxLength: MOST_WAITING });
  // A reader that has gone away is no reason to stop.
  out.on('error', () => {});
  const lines = pino(
    {
      base: null,
      level,
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    out,
  );
  const write: Write =
    format === 'json'
      ? (at, fields, text) => lines[at](fields, text)
      : (at, fields, text) => {
          if (lines.isLevelEnabled(at)) out.write(`gate: ${plain(fields, text)}\n`);
        };
  return {
    ...logOn(write),
    setLevel(next) {
      lines.level = next;
    },
    close: () =>
      new Promise((resolve) => {
        const late = setTimeout(resolve, FAREWELL_MILLISECONDS);
        out.once('close', () => {
          clearTimeout(late);
          resolve();
        });
        out.end();
      }),
  };
}

const FAREWELL_MILLISECONDS = 1000;

/** The same on anything that takes lines. */
export function logOn(write: Write): Omit<ServiceLog, 'close' | 'setLevel'> {
  return {
    said: (sentence) => write('info', { event: 'service' }, visible(sentence)),
    called({ method, route, status, milliseconds, caller }) {
      const level = status >= 500 ? 'error' : LOOKS.has(route) ? 'debug' : 'info';
      const ms = Math.round(milliseconds * 10) / 10;
      write(level, { event: 'call', method, route, status, ms, ...named('caller', caller) }, 'a call');
    },
    runBegan: ({ request, principal, account, terminal }) =>
      write(
        'info',
        { event: 'run.began', request, ...named('principal', principal), account, terminal },
        'a run began',
      ),
    runEnded: ({ request, outcome, code, milliseconds: ms }) =>
      write(
        'info',
        { event: 'run.ended', request, outcome, ...(code === undefined ? {} : { code }), ms },
        'a run ended',
      ),
    failed: (where, error, { request } = {}) =>
      write(
        'error',
        { event: 'fault', where, ...kindOf(error), ...(request === undefined ? {} : { request }) },
        'something went wrong',
      ),
  };
}

/** A caller has a part in some names: what an agent says to be. */
function named(field: string, name: string | undefined): Readonly<Record<string, string>> {
  return name === undefined ? {} : { [field]: visible(name).slice(0, LONGEST_NAME) };
}

function kindOf(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof GateError || error instanceof ApiError) return { code: error.code };
  if (!(error instanceof Error)) return { kind: typeof error };
  const { errno, code } = error as NodeJS.ErrnoException;
  const system =
    typeof errno === 'number' && typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? { errno: code } : {};
  return { kind: /^\w{1,64}$/.test(error.name) ? error.name : 'Error', ...system, at: placesOf(error) };
}

const MOST_PLACES = 8;

/** Functions and their lines. A message may have lines of its own that look like these: only what follows it is read. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  const found = stack.indexOf(message);
  const frames = found < 0 ? '' : stack.slice(found + message.length);
  return frames
    .split('\n')
    .map((line) => /^\s+at (.{1,200})$/.exec(line)?.[1])
    .filter((line) => line !== undefined)
    .slice(0, MOST_PLACES);
}

/** For people at a terminal: `CALL 200 3ms person:ann`. */
function plain({ event, ...fields }: Readonly<Record<string, unknown>>, text: string): string {
  if (event === 'service') return text;
  const told = Object.entries(fields).map(
    ([name, value]) => `${name}=${Array.isArray(value) ? value.join(' < ') : value}`,
  );
  return [event, ...told].join(' ');
}
