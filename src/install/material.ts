import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GateError } from '../errors.ts';
import { sha256Hasher, sha256Hex } from '../platform/hash.ts';
import { standalone } from '../platform/runtime.ts';
import { launcher } from './launcher.ts';
import { LAYOUT } from './layout.ts';

/** One file to be put under a prefix. */
export interface Material {
  /** Under the prefix. */
  readonly path: string;
  readonly mode: 0o644 | 0o755;
  readonly content: { readonly file: string } | { readonly text: string };
}

export interface Texts {
  readonly manual: string;
  readonly completions: Readonly<Record<keyof typeof LAYOUT.completions, string>>;
  /** By file name: the licence of gate and the notices of what it contains. */
  readonly documents: Readonly<Record<string, string>>;
}

/** The program that runs, and what belongs to it: nothing is looked for elsewhere. The executable is the last one. */
export function materials(texts: Texts): readonly Material[] {
  const text = (path: string, content: string): Material => ({ path, mode: 0o644, content: { text: content } });
  return [
    text(LAYOUT.manual, texts.manual),
    ...Object.entries(LAYOUT.completions).map(([shell, path]) =>
      text(path, texts.completions[shell as keyof Texts['completions']]),
    ),
    ...Object.entries(texts.documents).map(([name, content]) => text(join(LAYOUT.documents, name), content)),
    ...program(),
  ];
}

/** Where the running program lies: the executable, or `gate.js`. */
export function ownFile(): string {
  return realpathSync(standalone ? process.execPath : process.argv[1]!);
}

function program(): readonly Material[] {
  const own = ownFile();
  if (standalone) return [{ path: LAYOUT.executable, mode: 0o755, content: { file: own } }];
  const library = (name: string): Material => {
    return { path: join(LAYOUT.library, name), mode: 0o644, content: { file: join(dirname(own), name) } };
  };
  const parts = readdirSync(join(dirname(own), 'parts')).sort();
  return [
    ...parts.map((name) => library(join('parts', name))),
    library('gate.js'),
    { path: LAYOUT.executable, mode: 0o755, content: { text: launcher(process.execPath) } },
  ];
}

const CHUNK = 1024 * 1024;

/** SHA-256 as hex of what is to be installed, handing its bytes on as they come. */
export function readMaterial({ content }: Pick<Material, 'content'>, take: (bytes: Uint8Array) => void): string {
  if ('text' in content) {
    take(Buffer.from(content.text));
    return sha256Hex(content.text);
  }
  return readWhole(content.file, take);
}

/** @throws GateError CANNOT_WRITE when it is no regular file; what the system says otherwise */
export function readWhole(file: string, take: (bytes: Uint8Array) => void): string {
  // O_NONBLOCK: opening a fifo without it would wait for a writer.
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    if (!fstatSync(descriptor).isFile()) throw new GateError('CANNOT_WRITE', `\`${file}\` is not a regular file`);
    const hasher = sha256Hasher();
    const buffer = Buffer.alloc(CHUNK);
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      const bytes = buffer.subarray(0, length);
      hasher.update(bytes);
      take(bytes);
    }
    return Buffer.from(hasher.digest()).toString('hex');
  } finally {
    closeSync(descriptor);
  }
}
