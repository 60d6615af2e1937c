import type { Action, Effect } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fileAt, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { OPTIONS } from './options-table.ts';
import { isDevice, onFiles, writesNothing, written } from './paths.ts';
import { has, type Known, type Line, lastValue, scanLine, spellingsOf } from './scan.ts';

/** Programs that carry files from one place to another: cp, mv, install, dd, ditto. */
export const reader: Reader = { names: ['cp', 'mv', 'gcp', 'gmv', 'install', 'ginstall', 'ditto', 'dd'], read };

/** BSD spellings beside the GNU ones. */
const MORE: Readonly<Record<string, string>> = {
  cp: '-c -X -N -S||',
  mv: '-h||',
  install: '-U -M -l||',
  ditto:
    '-v -V -X -c -x -k -z -j --rsrc --norsrc --extattr --noextattr --qtn --noqtn --acl --noacl --sequesterRsrc --keepParent --nocache|--arch --bom --password|',
};

const grammars = new Map<string, ReadonlyMap<string, Known>>();

function grammarOf(tool: string): ReadonlyMap<string, Known> {
  let known = grammars.get(tool);
  if (known === undefined) {
    known = spellingsOf(OPTIONS[tool] ?? '||', MORE[tool] ?? '||');
    grammars.set(tool, known);
  }
  return known;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const base = programOf(argv[0] ?? '').base;
  const tool = /^g(cp|mv|install)$/.test(base) ? base.slice(1) : base;
  if (tool === 'dd') return readDd(argv, context);
  const line = scanLine(argv, 1, grammarOf(tool));
  if (has(line, '--help', '--version')) return { actions: [act(tool, tool, ['read'])] };
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  const program = lastValue(line, '--strip-program');
  if (program !== undefined) doubts.push(`install runs ${program}`);
  const known = toTarget(tool, line, context);
  // An unquoted word may fall apart, and a piece of it may name another target: only a doubt that is told is settled.
  const unknown = line.operands.filter((operand) => operand.includes(UNRESOLVED));
  const open =
    line.operands.length === 0 ||
    (unknown.length > 0 &&
      unknown.every((operand) => operand.startsWith(UNRESOLVED) || operand === line.operands.at(-1)));
  return { ...withDoubt({ actions: known }, doubts), ...(open ? { settled: true } : {}) };
}

/**
 * What is written, and what is taken away. A file that mv moves still exists under its new name, so that is a `write`
 * on both and not a `destroy`; moved to /dev/null it is gone.
 */
function toTarget(tool: string, line: Line, { cwd }: ReadContext): readonly Action[] {
  const directory = lastValue(line, '--target-directory');
  if (tool === 'install' && has(line, '--directory')) return onFiles(tool, effectsOf(line), line.operands, cwd, false);
  const target = directory ?? line.operands.at(-1);
  const sources = directory === undefined ? line.operands.slice(0, -1) : line.operands;
  if (target === undefined) return [act(tool, tool, ['write'])];
  const lands = writesNothing(target);
  const secret = sources.some((source) => namesSecretFile(source));
  const actions: Action[] = [];
  const effects: Effect[] = [...effectsOf(line), ...(secret && tool !== 'mv' ? (['secret'] as const) : [])];
  if (tool === 'mv') {
    const gone: Effect = lands && target !== '-' ? 'destroy' : 'write';
    actions.push(...onFiles(tool, [gone], sources.length === 0 ? [] : sources, cwd, false));
  }
  if (lands) {
    if (tool !== 'mv') actions.push(act(tool, tool, secret ? ['read', 'secret'] : ['read']));
  } else {
    actions.push(act(tool, tool, isDevice(target) ? ['destroy'] : effects, { resource: fileAt(target, cwd) }));
    // A word that may turn out to be `--target-directory=...` sends everything elsewhere.
    if (sources.some((source) => source.startsWith(UNRESOLVED))) actions.push(act(tool, tool, effects));
  }
  return actions;
}

function effectsOf(line: Line): Effect[] {
  const mode = lastValue(line, '--mode');
  const owns = lastValue(line, '--owner') !== undefined || lastValue(line, '--group') !== undefined;
  return owns || (mode !== undefined && setsId(mode)) ? ['write', 'privilege'] : ['write'];
}

/** A mode that gives away more than the owner's own access: set-id, sticky, or writable by everybody. */
export function setsId(mode: string): boolean {
  const octal = /^[-+=]?0*([0-7]{1,5})$/.exec(mode)?.[1];
  if (octal !== undefined) {
    const bits = Number.parseInt(octal, 8);
    return (bits & 0o7000) !== 0 || (bits & 0o002) !== 0;
  }
  return mode.split(',').some((part) => {
    const match = /^([ugoa]*)([-+=][rwxXstugo]*(?:[-+=][rwxXstugo]*)*)$/.exec(part);
    if (match === null) return true;
    const [, who = '', change = ''] = match;
    const given = change.replace(/-[rwxXstugo]*/g, '');
    if (/[st]/.test(given)) return true;
    // Without a letter for whom, umask decides, which leaves out everybody else in nearly every setup.
    return /[oa]/.test(who) && /w/.test(given);
  });
}

const DD_OPERAND =
  /^(if|of|bs|ibs|obs|cbs|count|skip|iseek|seek|oseek|conv|iflag|oflag|status|files|fillchar|speed|msgfmt|progress)=/;

function readDd(argv: readonly string[], { cwd }: ReadContext): Reading {
  const words = argv.slice(1);
  if (words.some((word) => word === '--help' || word === '--version')) return { actions: [act('dd', 'dd', ['read'])] };
  const doubts = words
    .filter((word) => !DD_OPERAND.test(word) && word !== '--')
    .map((word) => `${word} is no operand of dd that gate knows`);
  const last = (name: string): string | undefined =>
    words.findLast((word) => word.startsWith(name))?.slice(name.length);
  const input = last('if=');
  const output = last('of=');
  const actions: Action[] = [];
  const secret = input !== undefined && namesSecretFile(input);
  if (output === undefined || writesNothing(output)) {
    actions.push(...onFiles('dd', ['read'], input === undefined ? [] : [input], cwd));
  } else {
    actions.push(...written('dd', output, cwd));
    if (secret) actions.push(act('dd', 'dd', ['secret'], { resource: fileAt(input, cwd) }));
    // A raw device holds every file on it.
    else if (input !== undefined && isDevice(input) && !/^\/dev\/(zero|urandom|random|null)$/.test(input)) {
      actions.push(act('dd', 'dd', ['export'], { resource: fileAt(input, cwd) }));
    }
  }
  return withDoubt({ actions }, doubts);
}
