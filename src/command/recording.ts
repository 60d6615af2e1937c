import { resolve } from 'node:path';
import type { Request } from '../request/request.ts';
import type { Command } from './command.ts';
import { checkedEnvironment, withPins } from './environment.ts';
import { type Looking, lookAt, pinned, secretsIn } from './prepare.ts';
import type { Files, Snapshot } from './reader.ts';
import { namesSecret } from './redact.ts';
import {
  environmentOfSent,
  MOST_OF_ALL,
  MOST_OF_ONE,
  type Sent,
  type SentFile,
  sightOfSent,
  stdinOfSent,
} from './sent.ts';
import { here, type Program, type Sight } from './sight.ts';
import type { Spooled } from './spool.ts';
import { WatchedEnvironment } from './watched.ts';
import type { Surroundings } from './worktree/surroundings.ts';

export interface Recording extends Required<Pick<Looking, 'stdin' | 'digests'>> {
  /** A key for this one time: 32 bytes; asked for only when there is a secret to hide. */
  readonly key: () => Uint8Array;
}

/** A command as it is understood from what is sent of this machine, ready to run here. */
export interface Recorded {
  readonly sent: Sent;
  readonly command: Command;
}

/**
 * Understands a command twice: once to see what is looked at, and again from exactly that. So whoever gets it understands the same, and
 * nothing is sent that nobody looked at.
 *
 * @throws GateError COMMAND_NOT_FOUND, COMMAND_NOT_EXECUTABLE, REQUEST_UNREADABLE
 */
export async function recordCommand(request: Request, { stdin, digests, key }: Recording): Promise<Recorded> {
  const { cwd, home, environment: raw } = request;
  const built = checkedEnvironment(raw, []);
  const watched = new WatchedEnvironment(built.variables);
  const eye = new Eye(here(digests)(cwd, home, raw['TMPDIR']), cwd);
  let spooled: Spooled | undefined;
  const read = () => {
    spooled ??= stdin();
    return spooled;
  };
  const first = await lookAt(request, {
    stdin: read,
    digests,
    sight: () => eye.sight,
    built: { ...built, variables: watched.variables },
  });
  // What comes later sees the whole of a file only when it is sent.
  const values: Record<string, string> = {};
  const pins = withPins(built, first.understanding.pins).pinned;
  const spelled = secretsIn(request, pins, built.variables);
  for (const name of watched.seen) {
    const value = built.variables[name];
    if (value !== undefined && !namesSecret(name)) values[name] = value;
  }
  for (const name of [...pins, ...spelled]) values[name] = built.variables[name] ?? '';
  const names = Object.keys(built.variables).filter((name) => !Object.hasOwn(values, name));
  const sent: Sent = { ...eye.sent(spooled?.snapshot), home, environment: { values, names, removed: built.removed } };

  const seen = sightOfSent(sent);
  if ('wrong' in seen) throw new Error(seen.wrong);
  const onInput = stdinOfSent(sent);
  const sentBuilt = environmentOfSent(sent);
  const looked = await lookAt(request, {
    stdin: () => ({ ...read(), ...(onInput === undefined ? {} : { snapshot: onInput }) }),
    digests,
    sight: seen,
    built: sentBuilt,
  });
  const command = pinned(request, looked, { built: sentBuilt, key });
  // It gets everything it would have had.
  const environment = { ...command.environment, variables: built.variables };
  return { sent, command: { ...command, environment } };
}

/** A sight that remembers what was looked at, and what was seen. */
class Eye {
  readonly sight: Sight;
  readonly #files = new Map<string, Snapshot>();
  readonly #paths = new Map<string, string | null>();
  readonly #around: Surroundings;
  readonly #real = new Map<string, string>();
  readonly #links = new Map<string, boolean>();
  readonly #restorable = new Map<string, boolean>();
  #program: Program | undefined;

  constructor(sight: Sight, cwd: string) {
    this.#around = sight.surroundings;
    this.sight = {
      files: this.#filesOf(sight.files, cwd),
      surroundings: this.#surroundingsOf(sight.surroundings),
      program: async (name, path) => {
        this.#program = await sight.program(name, path);
        return this.#program;
      },
    };
  }

  /** The smallest files first, so that a large one takes no room from others. */
  sent(stdin: Snapshot | undefined): Omit<Sent, 'home' | 'environment'> {
    let room = MOST_OF_ALL;
    const taken = (snapshot: Snapshot): SentFile => {
      const { digest, size, bytes } = snapshot;
      if (bytes === undefined || size > MOST_OF_ONE || size > room) return { digest, size };
      room -= size;
      return { digest, size, content: Buffer.from(bytes).toString('base64') };
    };
    const input = stdin && taken(stdin);
    const files = [...this.#files].sort(([, one], [, other]) => one.size - other.size);
    const { root, temporary } = this.#around;
    return {
      program: this.#program as Program,
      files: Object.fromEntries(files.map(([path, snapshot]) => [path, taken(snapshot)])),
      ...(input === undefined ? {} : { stdin: input }),
      paths: Object.fromEntries(this.#paths),
      surroundings: {
        ...(root === undefined ? {} : { root }),
        temporary,
        paths: Object.fromEntries(this.#real),
        links: Object.fromEntries(this.#links),
        restorable: Object.fromEntries(this.#restorable),
      },
    };
  }

  #filesOf(files: Files, cwd: string): Files {
    return {
      read: (path) => {
        const snapshot = files.read(path);
        if (snapshot !== undefined) this.#files.set(resolve(cwd, path), snapshot);
        return snapshot;
      },
      realpath: (path) => {
        const real = files.realpath(path);
        this.#paths.set(resolve(cwd, path), real ?? null);
        return real;
      },
      stdin: () => files.stdin(),
    };
  }

  #surroundingsOf(around: Surroundings): Surroundings {
    const remembered =
      <Value>(memory: Map<string, Value>, look: (path: string) => Value) =>
      (path: string): Value => {
        const value = look(path);
        memory.set(path, value);
        return value;
      };
    return {
      ...around,
      realpath: remembered(this.#real, around.realpath),
      hasLinks: remembered(this.#links, around.hasLinks),
      restorable: async (path) => {
        const can = await around.restorable(path);
        if (can !== undefined) this.#restorable.set(path, can);
        return can;
      },
    };
  }
}
