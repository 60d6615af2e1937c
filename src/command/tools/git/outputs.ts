import type { Action } from '../../action.ts';
import type { CommandLine } from '../../command-tree.ts';
import { act, fileAt } from '../../reading.ts';

/** Files that a command of git writes because an option names them, beside what it does. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  archive: ['output'],
  'format-patch': ['output', 'output-directory'],
  bugreport: ['output-directory'],
  diagnose: ['output-directory'],
  'fast-export': ['export-marks'],
  'fast-import': ['export-marks', 'export-pack-edges'],
  'index-pack': ['o'],
  'read-tree': ['index-output'],
  'lfs checkout': ['to'],
};

/** Commands that show differences take `--output=FILE`. */
const SHOWS =
  /^(diff|log|show|whatchanged|reflog|stash show|stash list|diff-tree|diff-index|diff-files|range-diff|rev-list|shortlog|reflog show)$/;

export function outputs(path: string, line: CommandLine, directory: string): readonly Action[] {
  const names = WRITES[path] ?? (SHOWS.test(path) ? ['output'] : []);
  const files = names.flatMap((name) => line.options.get(name) ?? []).filter((file) => file !== '' && file !== '-');
  if (path === 'bundle create') files.push(...line.positionals.slice(0, 1).filter((file) => file !== '-'));
  return files.map((file) => act('git', path, ['write'], { resource: fileAt(file, directory) }));
}
