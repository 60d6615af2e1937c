import { resolve } from 'node:path';
import { sha256Hex } from '../platform/hash.ts';
import type { Stdin } from '../request/request.ts';
import type { ChildEnvironment } from './environment.ts';
import { UNRESOLVED } from './options.ts';
import type { Snapshot } from './reader.ts';
import type { Program, SightAt } from './sight.ts';
import type { Spooled } from './spool.ts';

/**
 * What of a machine decides what a command means there, and nothing else of it: made by `recording.ts` where the command is to run, understood where it is
 * decided (docs/decisions/0013-client-mode.md). Whoever sends it can make all of it up.
 */
export interface Sent {
  readonly home: string;
  /** The program that the command's name leads to. */
  readonly program: Program;
  readonly environment: {
    /** Those that were looked at. */
    readonly values: Readonly<Record<string, string>>;
    /** Those that are there, and nobody looked at. */
    readonly names: readonly string[];
    /** Those that the caller has and the command does not get. */
    readonly removed: readonly string[];
  };
  /** By absolute path. What is not in it is not there. */
  readonly files: Readonly<Record<string, SentFile>>;
  readonly stdin?: SentFile;
  /** Where paths lead; null: nowhere. */
  readonly paths: Readonly<Record<string, string | null>>;
  readonly surroundings: {
    readonly root?: string;
    readonly temporary: readonly string[];
    readonly paths: Readonly<Record<string, string>>;
    /** Directories by whether a name in them may lead out of them. */
    readonly links: Readonly<Record<string, boolean>>;
    /** Paths by whether git can bring back what is there. */
    readonly restorable: Readonly<Record<string, boolean>>;
  };
}

export interface SentFile {
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  /** Base64; absent when it is larger than what is sent. */
  readonly content?: string;
}

/** Bytes of one file that are sent, and of all of them. */
export const MOST_OF_ONE = 256 * 1024;
export const MOST_OF_ALL = 512 * 1024;

/**
 * A sight that holds what was sent: nothing of the machine that this runs on is looked at.
 *
 * @returns what is wrong with it, in words, when a file's bytes are not those of its digest
 */
export function sightOfSent(sent: Sent): SightAt | { readonly wrong: string } {
  const files = new Map<string, Snapshot>();
  for (const [path, file] of Object.entries(sent.files)) {
    const snapshot = snapshotOf(path, file);
    if (snapshot === undefined) return { wrong: `the bytes of ${JSON.stringify(path)} are not those of its digest` };
    files.set(path, snapshot);
  }
  const paths = new Map(Object.entries(sent.paths));
  const { root, temporary, ...asked } = sent.surroundings;
  const [real, links, restorable] = [asked.paths, asked.links, asked.restorable].map(
    (each) => new Map<string, string | boolean>(Object.entries(each)),
  ) as [Map<string, string>, Map<string, boolean>, Map<string, boolean>];
  return (cwd) => ({
    files: {
      read: (path) => files.get(resolve(cwd, path)),
      realpath: (path) => paths.get(resolve(cwd, path)) ?? undefined,
      stdin: () => undefined,
    },
    surroundings: {
      ...(root !== undefined && isAround(root, cwd) ? { root } : {}),
      temporary: temporary.filter((path) => TEMPORARY.test(path)),
      // What nobody looked at leads nowhere that anybody knows.
      realpath: (path) => real.get(path) ?? '/',
      hasLinks: (directory) => links.get(directory) ?? true,
      restorable: async (path) => restorable.get(path),
    },
    program: async () => sent.program,
  });
}

/** What was on standard input; undefined when it is not what its digest says. */
export function stdinOfSent({ stdin }: Sent): Snapshot | undefined {
  return stdin && snapshotOf('-', stdin);
}

/** The environment as it was sent: what nobody looked at is there and holds what nobody knows. */
export function environmentOfSent({ environment: { values, names, removed } }: Sent): ChildEnvironment {
  const variables: Record<string, string> = Object.create(null);
  for (const name of names) variables[name] = UNRESOLVED;
  for (const [name, value] of Object.entries(values)) variables[name] = value;
  return { level: 'checked', variables, pinned: [], removed: [...removed].sort() };
}

/** Stands for a spooled standard input where there is no descriptor. */
export function spooledOf(snapshot: Snapshot): Spooled {
  return { snapshot, descriptor: -1 };
}

/** Whether a command with this kind of standard input can have one that is read. */
export function isRead(stdin: Stdin): boolean {
  return stdin === 'pipe' || stdin === 'file';
}

const TEMPORARY = /^\/(private\/)?(tmp|var\/tmp|var\/folders|run\/user\/\d+)(\/|$)/;

/** A project is around the command, and is not everything. */
function isAround(root: string, cwd: string): boolean {
  return root.startsWith('/') && root.length > 1 && !root.endsWith('/') && (cwd === root || cwd.startsWith(`${root}/`));
}

function snapshotOf(path: string, { digest, size, content }: SentFile): Snapshot | undefined {
  if (content === undefined) return { path, digest, size };
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length !== size || `sha256:${sha256Hex(bytes)}` !== digest) return undefined;
  return { path, digest, size, bytes };
}
