import type { Action, Effect } from '../../action.ts';
import type { Run } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';

/** More files than this are one action without a path: any file may be among them. */
export const MAX_FILES = 64;

/** Where writing leaves nothing behind. */
const NOWHERE = /^(-|\/dev\/(null|stdout|stderr|stdin|tty|zero|full|fd\/\d+)|\/proc\/self\/fd\/\d+)$/;

/** A device holds whole file systems: writing to one overwrites what is there. */
const DEVICE = /^\/dev\/(?!shm\/|mqueue\/|fd\/|pts\/|tcp\/|udp\/)./;

export function writesNothing(path: string): boolean {
  return NOWHERE.test(path);
}

export function isDevice(path: string): boolean {
  return DEVICE.test(path);
}

/** One action per file; `effects` are what happens to each. Reading a file of credentials reveals them. */
export function onFiles(
  tool: string,
  effects: readonly Effect[],
  paths: readonly string[],
  cwd: string,
  reveals = effects.includes('read'),
  kind = 'file',
): Action[] {
  if (paths.length === 0) return [act(tool, tool, effects)];
  if (paths.length > MAX_FILES) {
    return [act(tool, tool, reveals && paths.some(namesSecretFile) ? withSecret(effects) : effects)];
  }
  const changes = effects.includes('write');
  // The shell names a pattern twice, so that a reader who counts sees that there may be several.
  paths = paths.filter((path, index) => index === 0 || path !== paths[index - 1]);
  return paths.map((path) =>
    act(
      tool,
      tool,
      changes && DEVICE.test(path) ? ['destroy'] : reveals && namesSecretFile(path) ? withSecret(effects) : effects,
      {
        resource: path === '-' ? {} : kind === 'file' ? fileAt(path, cwd) : { ...fileAt(path, cwd), kind },
      },
    ),
  );
}

/** A file that a program writes, or nothing when it is a place that keeps nothing. */
export function written(tool: string, path: string, cwd: string): Action[] {
  if (NOWHERE.test(path)) return [];
  return [act(tool, tool, [DEVICE.test(path) ? 'destroy' : 'write'], { resource: fileAt(path, cwd) })];
}

export function withSecret(effects: readonly Effect[]): readonly Effect[] {
  return effects.includes('secret') ? effects : [...effects, 'secret'];
}

/** A command line that a program hands to the shell. */
export function shellRun(line: string, via: string): Run {
  return { argv: ['sh', '-c', line], via };
}
