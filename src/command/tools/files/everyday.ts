import type { Action, Effect, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { CHANGING } from './changing-programs.ts';
import { NETWORK } from './network-programs.ts';
import { OPTIONS } from './options-table.ts';
import { onFiles, shellRun, withSecret, written } from './paths.ts';
import type { Program } from './program.ts';
import { READING } from './reading-programs.ts';
import { type Known, type Line, type Meaning, scanLine, spellingsOf } from './scan.ts';

/** The everyday programs that a row of a table describes. */
export const reader: Reader = { names: [], read };

const READ: readonly Effect[] = ['read'];
const NOWHERE: Scope = Object.freeze({});

/** GNU programs as macOS has them. */
const WITH_PREFIX = new Names(
  'gls gcat ghead gtail gwc ggrep gegrep gfgrep gsort guniq gcut gtr gstat gdu gdf greadlink grealpath gbasename gdirname gtouch gmkdir grm ' +
    'grmdir gln gtee gtruncate gshred gseq gnproc gbase64 gmd5sum gsha1sum gsha256sum gsha512sum gnl gpaste gjoin gcomm gshuf gtac gwhoami guname gsleep gexpr gnumfmt gchown gchgrp',
);

/** Any file system maker: its operand loses what it held. */
const MAKES_FILE_SYSTEM: Program = {
  effects: ['destroy'],
  kind: 'device',
  reach: 'machine',
  settled: true,
  only: { read: '-V --version -h --help' },
};

function programNamed(tool: string): Program | undefined {
  if (Object.hasOwn(READING, tool)) return READING[tool];
  if (Object.hasOwn(CHANGING, tool)) return CHANGING[tool];
  if (Object.hasOwn(NETWORK, tool)) return NETWORK[tool];
  return tool === 'mkfs' || tool.startsWith('mkfs.') ? MAKES_FILE_SYSTEM : undefined;
}

interface Prepared {
  readonly program: Program;
  readonly known: ReadonlyMap<string, Known>;
}

const prepared = new Map<string, Prepared>();

/** The grammar of a program with the judgements of its row on it: made once, when it first comes by. */
function prepare(tool: string): Prepared | undefined {
  const made = prepared.get(tool);
  if (made !== undefined) return made;
  const program = programNamed(tool);
  if (program === undefined) return undefined;
  const like = program.like ?? tool;
  const inherited = like === tool ? '' : (programNamed(like)?.more ?? '');
  const known = spellingsOf(OPTIONS[like] ?? '--help --version||', inherited, program.more ?? '');
  const judge = (list: string | undefined, meaning: Meaning, takes: Known['takes']): void => {
    for (const spelling of (list ?? '').split(' ')) {
      if (spelling === '') continue;
      const option = known.get(spelling);
      if (option !== undefined && (takes === 'nothing' || option.takes !== 'nothing')) option.meaning = meaning;
      else known.set(spelling, { spellings: [spelling], takes, meaning });
    }
  };
  judge(program.reads, { does: 'reads' }, 'value');
  judge(program.patterns, { does: 'pattern' }, 'nothing');
  for (const [effect, list] of Object.entries(program.adds ?? {}))
    judge(list, { does: 'adds', effects: [effect] }, 'nothing');
  for (const [effect, list] of Object.entries(program.only ?? {}))
    judge(list, { does: 'only', effects: [effect] }, 'nothing');
  judge(program.writes, { does: 'writes' }, 'value');
  judge(program.runs, { does: 'runs' }, 'value');
  judge(program.doubts, { does: 'doubt' }, 'nothing');
  const result = { program, known };
  prepared.set(tool, result);
  return result;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const { base } = programOf(argv[0] ?? '');
  const tool = WITH_PREFIX.has(base) ? base.slice(1) : base;
  const found = prepare(tool);
  if (found === undefined) return { actions: [unknownAction(tool)], settled: true };
  const { program, known } = found;
  const line = scanLine(argv, 1, known, { numbers: program.numbers === true });
  if (asksForHelp(line)) return { actions: [act(tool, tool, READ)] };
  return new Everyday(tool, program, line, context).reading();
}

function asksForHelp(line: Line): boolean {
  return line.options.some(
    ({ option }) =>
      option.meaning === undefined &&
      option.takes === 'nothing' &&
      (option.spellings.includes('--help') || option.spellings.includes('--version')),
  );
}

class Everyday {
  readonly #actions: Action[] = [];
  readonly #runs: Run[] = [];
  readonly #doubts: string[] = [];

  readonly tool: string;
  readonly program: Program;
  readonly line: Line;
  readonly context: ReadContext;

  constructor(tool: string, program: Program, line: Line, context: ReadContext) {
    this.tool = tool;
    this.program = program;
    this.line = line;
    this.context = context;
  }

  reading(): Reading {
    const { program, line, tool } = this;
    const { effects, hasPattern } = this.#options();
    const settled = program.settled === true;
    if (!settled) {
      for (const option of line.unknown) this.#doubts.push(`option ${option} of ${tool} is not one gate knows`);
      if (line.unclear && this.#canDoMore())
        this.#doubts.push(`a word of ${tool} that is only known when it runs may be an option`);
    }
    this.#operands(effects, hasPattern);
    const reading = {
      actions: this.#actions,
      ...(this.#runs.length > 0 ? { runs: this.#runs } : {}),
    };
    const isKnown = settled || !this.#canDoMore();
    return { ...withDoubt(reading, this.#doubts), ...(isKnown && this.#isOpenEnough() ? { settled: true } : {}) };
  }

  /** An option that does more than the program does by itself. */
  #canDoMore(): boolean {
    const { program } = this;
    return Boolean(program.writes || program.runs || program.doubts || program.adds || program.beyond);
  }

  /** More operands change nothing, unless the files are known one by one: what is added would then go unseen. */
  #isOpenEnough(): boolean {
    const { program, line } = this;
    if ((program.effects ?? READ).every((effect) => effect === 'read')) return true;
    return line.operands.length === 0 || line.operands.some((operand) => operand.includes(UNRESOLVED));
  }

  #options(): { effects: readonly Effect[]; hasPattern: boolean } {
    const { program, line, tool, context } = this;
    let effects: Effect[] = [
      ...(line.operands.length === 0 && program.bare ? program.bare : (program.effects ?? READ)),
    ];
    let only: readonly string[] | undefined;
    const added: string[] = [];
    let hasPattern = false;
    for (const { option, value } of line.options) {
      const { meaning } = option;
      if (meaning === undefined) continue;
      if (meaning.does === 'writes') this.#actions.push(...written(tool, value, context.cwd));
      else if (meaning.does === 'reads') {
        if (program.operands === 'pattern')
          hasPattern ||= option.spellings.includes('-f') || option.spellings.includes('--file');
        this.#reads(value);
      } else if (meaning.does === 'runs') {
        this.#actions.push(act(tool, tool, ['execute']));
        this.#runs.push(shellRun(value, `${tool} ${option.spellings[0]}`));
      } else if (meaning.does === 'pattern') hasPattern = true;
      else if (meaning.does === 'adds') added.push(...meaning.effects);
      else if (meaning.does === 'only') only = meaning.effects;
      else this.#doubts.push(`${tool} with ${option.spellings[0]} does what gate does not read`);
    }
    if (only !== undefined) effects = [...only] as Effect[];
    if (added.length > 0) {
      effects = [...new Set([...effects.filter((effect) => effect !== 'read'), ...(added as Effect[])])];
    }
    return { effects, hasPattern };
  }

  #reads(path: string): void {
    const { tool, context } = this;
    if (path === '-' || path === '') return;
    if (namesSecretFile(path)) this.#actions.push(...onFiles(tool, READ, [path], context.cwd));
  }

  #operands(effects: readonly Effect[], hasPattern: boolean): void {
    const { program, line, tool, context } = this;
    let { operands } = line;
    const scope = this.#scope();
    if (program.carries && this.#isUnknownOutside()) {
      this.#doubts.push(`${tool} sends a name that is only known when it runs`);
    }
    if (program.beyond !== undefined && program.most !== undefined && operands.length > program.most) {
      if (program.beyond === 'writes-last') {
        this.#actions.push(...written(tool, operands.at(-1) as string, context.cwd));
        operands = operands.slice(0, -1);
      } else effects = program.beyond;
    }
    if (program.operands === 'pattern' && !hasPattern) operands = operands.slice(1);
    if (program.operands === 'rest') operands = operands.slice(1);
    if (program.operands === 'last') {
      // A target can also be named by an option, and then every operand is only read.
      const target = line.options.find(({ option }) => option.spellings.includes('--target-directory'))?.value;
      // A word that may turn out to be such an option sends the link elsewhere.
      if (operands.slice(0, -1).some((word) => word.includes(UNRESOLVED))) this.#actions.push(act(tool, tool, effects));
      operands = target === undefined ? operands.slice(-1) : [target];
    }
    if (program.operands === undefined || program.operands === 'none') {
      this.#named(effects, operands, scope);
      return;
    }
    if (operands.length === 0 && (program.here || this.#isRecursive())) operands = ['.'];
    const reads = effects.every((effect) => effect === 'read');
    const kept = reads ? operands : operands.filter((path) => path === '-' || !writesNowhere(path));
    if (operands.length > 0 && kept.length === 0) {
      if (this.#actions.length === 0) this.#actions.push(act(tool, tool, READ));
      return;
    }
    for (const action of onFiles(tool, effects, kept, context.cwd, reads && program.names !== true)) {
      this.#actions.push(action);
    }
  }

  #isRecursive(): boolean {
    if (this.program.operands !== 'pattern') return false;
    return (
      this.tool === 'rgrep' ||
      this.line.options.some(({ option }) =>
        /^-(r|R|-recursive|-dereference-recursive)$/.test(option.spellings[0] ?? ''),
      )
    );
  }

  /** What is not a file: a user, a process, a device. */
  #named(effects: readonly Effect[], operands: readonly string[], scope: Scope): void {
    const { program, tool } = this;
    if (program.kind === undefined || operands.length === 0 || operands.length > 16) {
      const secret =
        program.settled !== true && effects.includes('read') && operands.find((path) => namesSecretFile(path));
      const all = secret ? withSecret(effects) : effects;
      if (this.#actions.length === 0 || scope['host'] !== undefined || all.some((effect) => effect !== 'read')) {
        this.#actions.push(
          act(tool, tool, all, { scope, ...(program.kind ? { resource: { kind: program.kind } } : {}) }),
        );
      }
      return;
    }
    const { kind } = program;
    for (const name of operands) {
      const resource = kind === 'device' && name.startsWith('/') ? { kind, name, path: name } : { kind, name };
      this.#actions.push(act(tool, tool, effects, { scope, resource }));
    }
  }

  /** A word that leaves this machine holds text that only the shell will know. */
  #isUnknownOutside(): boolean {
    const { operands, options } = this.line;
    return (
      operands.some((word) => word.includes(UNRESOLVED)) || options.some(({ value }) => value.includes(UNRESOLVED))
    );
  }

  #scope(): Scope {
    const { program, line } = this;
    const host =
      program.host === 'first' ? line.operands[0] : program.host === 'last' ? line.operands.at(-1) : undefined;
    if (host !== undefined) return { host };
    return program.reach === undefined ? NOWHERE : { reach: program.reach };
  }
}

function writesNowhere(path: string): boolean {
  return /^\/dev\/(null|stdout|stderr|tty|fd\/\d+)$/.test(path);
}
