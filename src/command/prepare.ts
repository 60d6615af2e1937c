import { hmacHex } from '../platform/hash.ts';
import type { Request } from '../request/request.ts';
import type { Scope } from './action.ts';
import type { Command, Understanding } from './command.ts';
import { type ChildEnvironment, checkedEnvironment, withPins } from './environment.ts';
import { buildManifest, digestManifest, type Text } from './manifest.ts';
import type { DigestCache } from './pin.ts';
import type { Self } from './reader.ts';
import { findSecrets, namesSecret, redactor } from './redact.ts';
import { PRIVATE, type Sealing, sealedEnvironment } from './sealed.ts';
import { here, type SightAt } from './sight.ts';
import type { Spooled } from './spool.ts';
import { understand } from './understand.ts';
import { unwatched } from './watched.ts';

export interface Preparing extends Looking {
  /** The store's key, loaded only when there is a secret to hide. */
  readonly key: () => Uint8Array;
}

export interface Looking {
  /** Reads stdin to its end, once; called only when the command reads it as code. Absent: nobody sees what comes in. */
  readonly stdin?: () => Spooled;
  /** How this gate is named in an environment, where what is given to it is decided there. */
  readonly self?: (environment: Readonly<Record<string, string>>) => Self;
  readonly digests: DigestCache;
  /** The environment is built from nothing, for this account. Absent: it is the caller's, filtered. */
  readonly sealing?: Sealing;
  /** Where it is looked, when that is not the disk of this machine. */
  readonly sight?: SightAt;
  /** The environment is built already, and is this. */
  readonly built?: ChildEnvironment;
}

/** What the files said, and everything that was read of them. It holds secrets of the command line, and no content of a file. */
export interface Looked {
  readonly executable: { readonly path: string; readonly digest: string };
  /** `secrets` are all of them, also those that no option grammar knows. */
  readonly understanding: Understanding;
  readonly spooled?: Spooled;
}

/** What is looked at is only the command; who asks, and why, is not in it. */
export type Subject = Pick<Request, 'argv' | 'cwd' | 'home' | 'environment' | 'stdin' | 'intent' | 'ticket'>;

/**
 * The whole command stage: what it means, then what exactly would run. Reads files, executes nothing.
 * @throws GateError COMMAND_NOT_FOUND, COMMAND_NOT_EXECUTABLE, REQUEST_UNREADABLE
 */
export async function prepareCommand(request: Request, preparing: Preparing): Promise<Command> {
  return pinned(request, await lookAt(request, preparing), preparing);
}

/**
 * The part that reads files: with the rights of this process, and of nobody else.
 * @throws as `prepareCommand`
 */
export async function lookAt(subject: Subject, looking: Looking): Promise<Looked> {
  const { argv, cwd, home, environment: raw } = subject;
  let spooled: Spooled | undefined;
  let unreadable: unknown;
  const stdin = () => {
    if (subject.stdin !== 'pipe' && subject.stdin !== 'file') return undefined;
    try {
      spooled ??= looking.stdin?.();
    } catch (error) {
      unreadable = error;
      throw error;
    }
    return spooled?.snapshot;
  };
  // What the command will see decides what it means; what is taken out cannot change it.
  const built = looking.built ?? builtFor(raw, looking.sealing);
  const seen = built.variables;
  const sight = (looking.sight ?? here(looking.digests))(cwd, home, raw['TMPDIR']);
  const executable = await sight.program(argv[0] ?? '', seen['PATH'] ?? '');
  // Sealed, it sees no file of the caller's home, so nor does whoever understands it.
  const context = {
    environment: seen,
    cwd,
    home: looking.sealing === undefined ? home : PRIVATE.home,
    stdin: subject.stdin,
    files: { ...sight.files, stdin },
    surroundings: sight.surroundings,
    ...(looking.self && { self: looking.self(seen) }),
  };
  const understanding = await understand(argv, context);
  // To whoever understands commands it is one more doubt; but part of it may be read already, and what is left is another command.
  if (unreadable !== undefined) throw unreadable;
  const environment = withPins(built, understanding.pins);
  const secrets = [
    ...understanding.secrets,
    ...(await findSecrets(texts(subject, environment.pinned), unwatched(environment.variables))),
  ];
  return {
    executable,
    understanding: { ...understanding, secrets },
    ...(spooled === undefined ? {} : { spooled }),
  };
}

/** What would run, out of what was looked at. Reads no file. */
export function pinned(
  { argv, cwd, environment: raw, stdin }: Subject,
  { executable, understanding, spooled }: Looked,
  { sealing, built, key }: Pick<Preparing, 'sealing' | 'built' | 'key'>,
): Command {
  const environment = withPins(built ?? builtFor(raw, sealing), understanding.pins);
  const redact = redacting(understanding.secrets, key);
  const manifest = buildManifest({
    argv: argv.map(redact),
    executable,
    cwd,
    environment: {
      level: environment.level,
      pinned: Object.fromEntries(environment.pinned.map((name) => [name, redact(environment.variables[name] ?? '')])),
      removed: environment.removed,
    },
    inputs: understanding.inputs.map(({ role, path: from, digest }) => ({ role, path: from, digest: digest ?? null })),
    stdin: { kind: stdin, digest: spooled?.snapshot.digest ?? null },
    target: targets(understanding),
  });
  return {
    ...understanding,
    manifest,
    digest: digestManifest(manifest),
    executable: executable.path,
    environment,
    redact,
    ...(spooled === undefined ? {} : { stdin: spooled.descriptor }),
  };
}

function builtFor(raw: Request['environment'], sealing: Sealing | undefined): ChildEnvironment {
  return sealing === undefined ? checkedEnvironment(raw, []) : sealedEnvironment(raw, sealing, []);
}

/** Everything of the request that is recorded or shown, for the search for secrets that no option grammar knows. */
function texts({ argv, intent, ticket, environment }: Subject, pinned: readonly string[]): string[] {
  const values = pinned.filter((name) => !PLACES.has(name)).map((name) => environment[name] ?? '');
  return [...argv, intent ?? '', ticket ?? '', ...values];
}

/**
 * Names of variables that hold a secret by their name, and whose value stands somewhere in the words of the request: `findSecrets` takes them out by
 * these values.
 */
export function secretsIn(
  subject: Subject,
  pinned: readonly string[],
  variables: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const spelled = texts(subject, pinned);
  const found = new Set<string>();
  for (const [name, value] of Object.entries(variables)) {
    if (value !== '' && namesSecret(name) && spelled.some((text) => text.includes(value))) found.add(name);
  }
  return found;
}

/** Always pinned, and always only directories. */
const PLACES: ReadonlySet<string> = new Set(['PATH', 'HOME']);

/** @param key the store's key, asked for only when there is a secret to hide */
export function redacting(secrets: readonly string[], key: () => Uint8Array): (text: string) => Text {
  if (secrets.length === 0) return (text) => text;
  const bytes = key();
  return redactor(secrets, (secret) => hmacHex(bytes, secret));
}

function targets({ actions }: Understanding): Scope[] {
  const seen = new Map<string, Scope>();
  for (const { scope } of actions) {
    if (Object.keys(scope).length > 0) seen.set(JSON.stringify(scope), scope);
  }
  return [...seen.values()];
}
