import { diskFiles, diskFilesElsewhere } from './files.ts';
import { type DigestCache, digestFile, resolveExecutable } from './pin.ts';
import type { Files } from './reader.ts';
import type { Surroundings } from './worktree/surroundings.ts';
import { surroundingsOf } from './worktree/work-tree.ts';

/** Everything that is looked at on a machine to know what a command means there and what would run. */
export interface Sight {
  readonly files: Files;
  readonly surroundings: Surroundings;
  /**
   * The program that a name leads to.
   * @param path the PATH the command gets
   * @throws GateError COMMAND_NOT_FOUND, COMMAND_NOT_EXECUTABLE
   */
  program(name: string, path: string): Promise<Program>;
}

export interface Program {
  /** As found: absolute, through PATH or from the name given. */
  readonly path: string;
  /** `sha256:` of its content. */
  readonly digest: string;
}

/** @param temporary the caller's own `TMPDIR`, when it has one */
export type SightAt = (cwd: string, home: string, temporary: string | undefined) => Sight;

/** At this machine, for a command that another process will run. */
export function hereForAnother(digests: DigestCache): SightAt {
  return (cwd, home, temporary) => ({ ...here(digests)(cwd, home, temporary), files: diskFilesElsewhere(cwd) });
}

/** At this machine. */
export function here(digests: DigestCache): SightAt {
  return (cwd, home, temporary) => ({
    files: diskFiles(cwd),
    surroundings: surroundingsOf(cwd, home, temporary),
    async program(name, path) {
      const found = resolveExecutable(name, path, cwd);
      return { path: found.path, digest: await digestFile(found.realpath, digests) };
    },
  });
}
