import type { Action } from '../../action.ts';
import { GLOB } from '../../options.ts';
import { absolute, programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fileAt, withDoubt } from '../../reading.ts';
import { OPTIONS } from './options-table.ts';
import { shellRun, written } from './paths.ts';
import { has, type Known, type Line, lastValue, scanLine, spellingsOf } from './scan.ts';

/**
 * Programs that make files whose names they choose themselves: the pieces of a file, temporary ones, and
 * those a patch names.
 */
export const reader: Reader = { names: ['split', 'gsplit', 'csplit', 'mktemp', 'gmktemp', 'patch', 'gpatch'], read };

const MORE: Readonly<Record<string, string>> = {
  split: '-d -x -e -u|-a -b -C -l -n -t -p|--numeric-suffixes --hex-suffixes',
  csplit: '-k -s -z -q|-b -f -n|',
  mktemp: '-t -u -q -d|-p|--tmpdir',
  patch:
    '--ignore-whitespace --context --ed --normal --unified --forward --reverse --remove-empty-files --set-time --batch --force --quiet --silent --backup --binary --posix -b -c -C -E -f -l -N -n -R -s -t -T -u -v -Z|-B -d -D -F -g -i -o -p -r -V -x -Y -z --directory --strip --input --fuzz --output --reject-file|',
};

const grammars = new Map<string, ReadonlyMap<string, Known>>();

function read(argv: readonly string[], { cwd, environment }: ReadContext): Reading {
  const base = programOf(argv[0] ?? '').base;
  const tool = base.startsWith('g') ? base.slice(1) : base;
  let known = grammars.get(tool);
  if (known === undefined) {
    known = spellingsOf(OPTIONS[tool] ?? '||', MORE[tool] ?? '||');
    grammars.set(tool, known);
  }
  const line = scanLine(argv, 1, known, { numbers: tool === 'split' });
  if (has(line, '--help', '--version')) return { actions: [act(tool, tool, ['read'])] };
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  if (tool === 'patch') return readPatch(line, doubts, cwd);
  const runs: Run[] = [];
  const filter = lastValue(line, '--filter');
  const actions: Action[] = [];
  if (filter !== undefined) {
    // The pieces go to the command and not to files.
    actions.push(act(tool, tool, ['execute']));
    runs.push(shellRun(filter, 'split --filter'));
  }
  if (tool === 'mktemp' && has(line, '-u', '--dry-run'))
    return withDoubt({ actions: [act(tool, tool, ['read'])] }, doubts);
  if (filter === undefined) actions.push(act(tool, tool, ['write'], { resource: fileAt(placeOf(tool), cwd) }));
  return { ...withDoubt({ actions }, doubts), ...(runs.length > 0 ? { runs } : {}) };

  function placeOf(name: string): string {
    if (name === 'split') return `${line.operands[1] ?? 'x'}${GLOB}`;
    if (name === 'csplit') return `${lastValue(line, '-f') ?? lastValue(line, '--prefix') ?? 'xx'}${GLOB}`;
    const template = line.operands[0]?.replace(/X{3,}/, GLOB);
    const directory = lastValue(line, '-p') || lastValue(line, '--tmpdir');
    const inTemporary = template === undefined || has(line, '-t', '-p', '--tmpdir');
    const temporary = environment['TMPDIR'] || '/tmp';
    return inTemporary ? `${directory || temporary}/${template ?? GLOB}` : template;
  }
}

/** A patch writes the files that it names itself, in one directory; those outside of it patch refuses. */
function readPatch(line: Line, doubts: string[], cwd: string): Reading {
  const value = (short: string, long: string): string | undefined => lastValue(line, short) ?? lastValue(line, long);
  const directory = absolute(value('-d', '--directory') ?? '.', cwd);
  const isDry = has(line, '--dry-run', '-C', '--check');
  // An ed script is handed to ed, which takes commands.
  if (has(line, '-e', '--ed')) doubts.push('patch runs ed on the patch');
  const file = value('-o', '--output') ?? line.operands[0];
  const effect = isDry ? 'read' : 'write';
  const rejects = value('-r', '--reject-file');
  const actions = [act('patch', 'patch', [effect], { resource: fileAt(file ?? '.', directory) })];
  if (rejects !== undefined && !isDry) actions.push(...written('patch', rejects, directory));
  return withDoubt({ actions }, doubts);
}
