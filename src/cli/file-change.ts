import { lstatSync, mkdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { visible } from '../command/display.ts';
import { errno, GateError } from '../errors.ts';
import { settle } from '../platform/settle.ts';
import { backupsOf, keep, writtenAs } from './file-backup.ts';
import { invalid, put, textAt } from './text-file.ts';
import { unifiedDiff } from './unified-diff.ts';

/**
 * A change to a settings file of somebody's: shown before it is made, made whole or not at all, with the old text kept
 * beside it, and taken back as long as nobody edited the file since.
 *
 *     const change = planned(path, text);
 *     io.stdout(renderChange(change, { color }));
 *     const applied = applyChange(change, chance);
 *     ...
 *     const undone = undoChange(path, chance);
 */
export interface FileChange {
  /** The file as its owner names it. */
  readonly path: string;
  /** Where its bytes lie: at the end of symbolic links. This is written, so that links stay links. */
  readonly target: string;
  /** Undefined: there is no such file. */
  readonly before: string | undefined;
  /** Undefined: the file goes. */
  readonly after: string | undefined;
  /** Of a new file; one that exists keeps its own. */
  readonly mode: number;
  /** Of directories that are made for it; those that exist keep theirs. */
  readonly directoryMode: number;
}

export type Applied =
  /** `backup` holds the old text, or its name says that there was no file. */
  | { readonly kind: 'written'; readonly backup: string }
  | { readonly kind: 'unchanged' }
  /** Somebody else changed the file after it was planned; nothing was written. */
  | { readonly kind: 'outrun' };

export type Undone =
  /** `removed`: there was no file before. */
  | { readonly kind: 'restored'; readonly backup: string; readonly removed: boolean }
  /** The file is not what gate wrote any more; nothing was written. */
  | { readonly kind: 'edited'; readonly backup: string }
  /** No backup is left. */
  | { readonly kind: 'nothing' };

/** What a change takes from outside; `chance` of wiring.ts is one. */
export interface Moment {
  /** Milliseconds since 1970. */
  now(): number;
  random(bytes: number): Uint8Array;
}

/**
 * Reads the file and touches nothing.
 *
 * @param after its whole new text; undefined to remove it
 * @throws GateError CONFIG_INVALID when it cannot be read exactly: no regular file, not UTF-8, longer than 16 MiB
 */
export function planned(
  path: string,
  after: string | undefined,
  { mode = 0o600, directoryMode = 0o700 }: { readonly mode?: number; readonly directoryMode?: number } = {},
): FileChange {
  const target = targetOf(path);
  return { path, target, before: textAt(target)?.text, after, mode, directoryMode };
}

/** Whether applying it would change anything. */
export function changes({ before, after }: Pick<FileChange, 'before' | 'after'>): boolean {
  return before !== after;
}

/**
 * The unified diff, escaped, under a line about a symbolic link if there is one.
 *
 * @param color only on a terminal, and without `NO_COLOR`
 * @returns '' when nothing changes
 */
export function renderChange(change: FileChange, { color }: { readonly color: boolean }): string {
  if (!changes(change)) return '';
  const { path, target } = change;
  const link = isLink(path) ? `${visible(path)} is a link, and what it leads to is written: ${visible(target)}\n` : '';
  return link + unifiedDiff(change, { color });
}

/**
 * Writes the new text in one step: whoever reads the file meanwhile sees all of the old one or all of the new one. Mode
 * and owner of an existing file stay.
 *
 * @throws GateError CONFIG_INVALID when it cannot be written, or belongs to another user
 */
export function applyChange(change: FileChange, moment: Moment): Applied {
  if (!changes(change)) return { kind: 'unchanged' };
  const { path, target, before, after, mode, directoryMode } = change;
  return writing(path, () => {
    const found = textAt(target);
    if (found?.text !== before || targetOf(path) !== target) return { kind: 'outrun' };
    mkdirSync(dirname(target), { recursive: true, mode: directoryMode });
    const backup = keep(path, found, after, moment.now());
    if (after === undefined) rmSync(target);
    else if (!put(target, after, { found, mode }, moment.random)) {
      rmSync(backup, { force: true });
      return { kind: 'outrun' };
    }
    settle(dirname(target));
    return { kind: 'written', backup };
  });
}

/**
 * Puts back what the newest backup holds, if the file is still exactly what gate wrote then. The backup is used up, so
 * that the next call goes one step further back.
 *
 * @throws GateError CONFIG_INVALID when the file or the backup cannot be read or written
 */
export function undoChange(path: string, moment: Moment): Undone {
  const target = targetOf(path);
  return writing(path, () => {
    const found = textAt(target);
    for (const { file: backup, digest, absent } of backupsOf(path)) {
      const old = absent ? undefined : textAt(backup);
      if (writtenAs(found?.text) !== digest) {
        // A change that broke off before the file was written: what it kept is still there.
        if (found?.text === old?.text) continue;
        return { kind: 'edited', backup };
      }
      if (old === undefined) rmSync(target, { force: true });
      else if (!put(target, old.text, { found, mode: old.stats.mode & 0o777 }, moment.random)) {
        return { kind: 'edited', backup };
      }
      rmSync(backup);
      settle(dirname(target));
      return { kind: 'restored', backup, removed: old === undefined };
    }
    return { kind: 'nothing' };
  });
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** The file at the end of all links, also when the last one leads to nothing yet: the file is made there. */
function targetOf(path: string): string {
  let at = resolve(path);
  for (let steps = 0; steps < 40; steps++) {
    const real = realPath(at);
    if (real !== undefined) return real;
    if (!isLink(at)) return join(asFarAsReal(dirname(at)), basename(at));
    at = resolve(dirname(at), readlinkSync(at));
  }
  throw invalid(path, 'is a link that leads nowhere');
}

/** A directory by its real path, as far as it exists. */
function asFarAsReal(directory: string): string {
  return realPath(directory) ?? join(asFarAsReal(dirname(directory)), basename(directory));
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (errno(cause) === 'ENOENT') return undefined;
    throw invalid(path, `cannot be read (${errno(cause)})`, cause);
  }
}

function writing<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof GateError || errno(cause) === '') throw cause;
    throw invalid(path, `cannot be written (${errno(cause)})`, cause);
  }
}
