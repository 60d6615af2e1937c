import { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errno, GateError } from '../errors.ts';
import { isAlive, thisRunner } from '../platform/runner.ts';
import { settle } from '../platform/settle.ts';
import { blocked } from './directories.ts';
import { type Material, readMaterial } from './material.ts';

/** A file written whole and durably beside its place, to be put there in one step. */
export interface Draft {
  readonly draft: string;
  readonly target: string;
}

/**
 * @param digest `sha256:` of what must be in it
 * @throws GateError CANNOT_WRITE; then nothing is left
 */
export function draftOf(material: Pick<Material, 'mode' | 'content'>, target: string, digest: string): Draft {
  sweep(target);
  const draft = `${draftName(target)}${thisRunner() ?? process.pid}`;
  try {
    // `wx` follows no link.
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      const written = readMaterial(material, (bytes) => {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      });
      if (`sha256:${written}` !== digest)
        throw new GateError('CANNOT_WRITE', `what belongs to \`${target}\` changed meanwhile`);
      // Whatever the umask is.
      fchmodSync(descriptor, material.mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return { draft, target };
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause instanceof GateError
      ? cause
      : blocked(target, `cannot be written (${errno(cause) || String(cause)})`, cause);
  }
}

/** A link that lies there is replaced itself. Whoever runs the old file goes on running it. */
export function place({ draft, target }: Draft): void {
  try {
    renameSync(draft, target);
    settle(dirname(target));
  } catch (cause) {
    throw blocked(target, `cannot be put in place (${errno(cause)})`, cause);
  }
}

export function discard(drafts: readonly Draft[]): void {
  for (const { draft } of drafts) rmSync(draft, { force: true });
}

/** What an installation left that was killed. */
function sweep(target: string): void {
  const beginning = basename(draftName(target));
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(beginning)) continue;
    if (!isAlive(name.slice(beginning.length))) rmSync(join(dirname(target), name), { force: true });
  }
}

function draftName(target: string): string {
  return join(dirname(target), `.${basename(target)}.gate-draft-`);
}
