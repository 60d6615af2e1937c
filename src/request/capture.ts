import { GateError } from '../errors.ts';
import { type Ancestor, type Identified, identify } from './principal.ts';
import type { Request, Stdin } from './request.ts';
import { uuidv7 } from './uuid.ts';

/** What the platform says about this process, unchecked. */
export interface RawFacts {
  /** Arguments of gate, without the program, as the kernel holds them. */
  readonly argv: readonly Uint8Array[];
  /** `NAME=value` entries as the kernel holds them, each ended by a NUL. */
  readonly environment: Uint8Array;
  readonly cwd: string | undefined;
  readonly host: string;
  readonly user: { readonly uid: number; readonly name: string; readonly home: string };
  readonly tty: boolean;
  readonly stdin: Stdin;
  readonly ancestors: readonly Ancestor[];
}

/** What gate reads from the options in front of `--`. */
export interface Asked {
  readonly argv: readonly string[];
  readonly intent?: string;
  readonly ticket?: string;
  readonly breakGlass?: boolean;
  readonly call?: number;
}

/** Time and randomness are passed in. */
export interface Chance {
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** Longest `--intent` and `--ticket`, in characters: they are shown whole. */
const LONGEST_WORDS = 2000;

/**
 * Exact text of gate's own arguments.
 * @throws GateError REQUEST_UNREADABLE when an argument is not UTF-8: it could not be carried unaltered
 */
export function exactArguments(raw: readonly Uint8Array[]): string[] {
  return raw.map((bytes, index) => {
    const exact = exactText(bytes);
    if (exact === undefined) {
      throw new GateError('REQUEST_UNREADABLE', `argument ${index + 1} is not valid UTF-8`, {
        hint: 'gate passes arguments on unaltered or not at all; rename the file or pass it through a list file',
      });
    }
    return exact;
  });
}

/** First value of each name wins, as for most programs; what is not UTF-8 is dropped and named. */
export function exactEnvironment(raw: Uint8Array): { environment: Record<string, string>; dropped: string[] } {
  const environment: Record<string, string> = Object.create(null);
  const dropped: string[] = [];
  // Nearly always all of it is UTF-8; only otherwise is each entry looked at by itself.
  const whole = exactText(raw);
  const exact = whole !== undefined;
  for (const entry of (whole ?? lenient.decode(raw)).split('\0')) {
    const equals = entry.indexOf('=', 1);
    if (equals < 0) continue;
    const name = entry.slice(0, equals);
    if (name in environment || (!exact && entry.includes('\uFFFD'))) dropped.push(name);
    else environment[name] = entry.slice(equals + 1);
  }
  return { environment, dropped };
}

/**
 * The one capture. Everything later works on the frozen value; nothing is read from the process again.
 *
 * @param recognise gives the caller the names of the directory
 * @throws GateError REQUEST_UNREADABLE for a deleted working directory
 */
export function capture(
  facts: RawFacts,
  asked: Asked,
  chance: Chance,
  recognise: (identified: Identified) => Identified = (identified) => identified,
): { request: Request; identified: Identified } {
  const { environment, dropped } = exactEnvironment(facts.environment);
  if (facts.cwd === undefined) {
    throw new GateError('REQUEST_UNREADABLE', 'the current directory no longer exists', {
      hint: 'change to a directory that exists and ask again',
    });
  }
  const identified = recognise(identify(facts.user.name, facts.host, environment, facts.ancestors));
  const at = chance.now();
  const request: Request = {
    id: uuidv7(at, chance.random(16)),
    at,
    principal: Object.freeze(identified.principal),
    argv: Object.freeze([...asked.argv]),
    cwd: facts.cwd,
    host: facts.host,
    user: { uid: facts.user.uid, name: facts.user.name },
    home: environment['HOME'] || facts.user.home,
    tty: facts.tty,
    stdin: facts.stdin,
    parents: facts.ancestors.map(({ pid, name }) => ({ pid, name })),
    environment: Object.freeze(environment),
    dropped,
    ...words('intent', asked.intent),
    ...words('ticket', asked.ticket),
    ...(asked.call === undefined ? {} : { call: asked.call }),
    ...(asked.breakGlass ? { breakGlass: true } : {}),
    ...(identified.supervised ? { supervised: true } : {}),
    ...(identified.job ? { job: identified.job } : {}),
  };
  return { request: Object.freeze(request), identified };
}

function words<Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } {
  if (value === undefined) return {};
  if (value.length > LONGEST_WORDS) {
    throw new GateError('USAGE', `--${name} is longer than ${LONGEST_WORDS} characters`, {
      hint: 'say it shorter: people read it whole before they decide',
    });
  }
  return { [name]: value } as { [key in Name]?: string };
}

const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Undefined when the bytes are not UTF-8. */
function exactText(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
