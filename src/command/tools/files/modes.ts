import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, withDoubt } from '../../reading.ts';
import { setsId } from './copies.ts';
import { OPTIONS } from './options-table.ts';
import { onFiles } from './paths.ts';
import { has, type Known, lastValue, scanLine, spellingsOf } from './scan.ts';

/** chmod: a mode that makes a file run as its owner, or lets everybody write it, is told apart from a plain one. */
export const reader: Reader = { names: ['chmod', 'gchmod'], read };

let known: ReadonlyMap<string, Known> | undefined;

function read(argv: readonly string[], { cwd }: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  known ??= spellingsOf(OPTIONS['chmod'] ?? '||', '-h -H -L -P -N -E -C -i -I|+a -a =a +ai +a#|');
  // `-x`, `-w` and the like are modes that look like options.
  const words = argv.filter((word, index) => index === 0 || !/^-[rwxXst]+$/.test(word));
  const dashed = argv.find((word, index) => index > 0 && /^-[rwxXst]+$/.test(word));
  const line = scanLine(words, 1, known);
  if (has(line, '--help', '--version')) return { actions: [act(tool, tool, ['read'])] };
  const isByReference = lastValue(line, '--reference') !== undefined;
  const [mode, files] =
    dashed !== undefined
      ? [dashed, line.operands]
      : isByReference
        ? [undefined, line.operands]
        : [line.operands[0], line.operands.slice(1)];
  const kind = mode === undefined || mode.includes(UNRESOLVED) || setsId(mode) ? 'setid' : 'file';
  const doubts = line.unknown.map((option) => `option ${option} of chmod is not one gate knows`);
  const open = files.length === 0 || files.some((file) => file.includes(UNRESOLVED));
  const actions = onFiles(tool, ['privilege'], files, cwd, false, kind);
  return { ...withDoubt({ actions }, doubts), ...(open ? { settled: true } : {}) };
}
