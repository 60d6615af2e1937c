import {
  type Assignment,
  type CommandNode,
  type CompoundList,
  type ParsedScript,
  type PipelineNode,
  parse,
  type Statement,
  type SyntaxNode,
} from 'unbash';
import { UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { assignedByArithmetic, assignedIn } from './assigned.ts';
import { bashism } from './bashisms.ts';
import { readBranches, readLoop } from './branches.ts';
import { forEachPart } from './children.ts';
import { Findings } from './findings.ts';
import { Functions, holdsCommand } from './functions.ts';
import { outputOf } from './outputs.ts';
import { Place, type Stream } from './place.ts';
import { readRedirections } from './redirections.ts';
import { readSimpleCommand } from './simple-command.ts';
import { spelledBy } from './spelled.ts';
import { type Survey, survey } from './survey.ts';
import { type State, Variables } from './variables.ts';
import type { Dialect, Walk } from './walk.ts';
import { appendsToPath, valueOfAssignment } from './words.ts';

/** Everything a script would do, in the order of its text. Every branch counts: which one is taken is not known. */
export function readScript(
  source: string,
  dialect: Dialect,
  args: readonly string[] | undefined,
  context: ReadContext,
): Reading {
  const walker = new Walker(dialect, args, context);
  walker.whole(source);
  return walker.findings.reading();
}

/** More simple commands than this, loops and functions spelled out, are not followed. */
const MOST_STEPS = 2000;
const MOST_INSIDE = 8;
/** Rounds of loops and calls of functions that are read one by one, over the whole script. */
const MOST_ROUNDS = 128;
const MOST_CALLS = 256;

/** Goes through the structure of a script: lists, pipes, branches, loops, functions, and the words inside words. */
class Walker implements Walk {
  readonly dialect: Dialect;
  readonly context: ReadContext;
  readonly bash: boolean;
  readonly variables: Variables;
  readonly functions = new Functions();
  readonly aliases = new Map<string, string>();
  readonly options = new Set<string>();
  readonly place = new Place();
  readonly findings: Findings;
  loops = 0;
  decodes = false;
  rounds = MOST_ROUNDS;
  #source = '';
  #inside = 0;
  #steps = 0;
  #calls = 0;

  constructor(dialect: Dialect, args: readonly string[] | undefined, context: ReadContext) {
    this.dialect = dialect;
    this.bash = dialect.bash;
    this.context = context;
    this.variables = new Variables(args, context, () => (this.cwd.startsWith('/') ? this.cwd : undefined));
    this.findings = new Findings(dialect.shell);
  }

  get cwd(): string {
    return this.place.cwd ?? this.context.cwd;
  }

  doubt(note: string): void {
    this.findings.doubt(note);
  }

  whole(source: string): void {
    this.inline(source);
    // A function nobody calls here may be called from elsewhere, with anything.
    for (const body of this.functions.uncalled()) {
      this.variables.forgetAll();
      this.variables.setArgs(undefined);
      this.#body(body, { stdin: 'pipe' });
    }
  }

  /** Reads a text in place, as `eval` does. False when it cannot be. */
  inline(source: string): boolean {
    if (this.#inside >= MOST_INSIDE) return false;
    const script = parse(source);
    const found = survey(script);
    for (const doubt of doubtsOfText(source, found, this.context)) this.doubt(doubt);
    const strange = this.dialect.bash ? undefined : bashism(script, source);
    // Which shell `sh` is, only the machine knows.
    if (strange !== undefined) this.doubt(`${this.dialect.shell} may read \`${strange}\` in another way than bash`);
    this.#inside++;
    this.#from(source, () => this.script(script));
    this.#inside--;
    return true;
  }

  parsed(source: string): ParsedScript {
    return parse(source);
  }

  script(script: ParsedScript): void {
    for (const statement of script.commands) this.#statement(statement);
  }

  textOf(node: Pick<SyntaxNode, 'pos' | 'end'>): string {
    return this.#source.slice(node.pos, node.end);
  }

  output(script: ParsedScript): string | undefined {
    return outputOf(script, this);
  }

  nested(node: SyntaxNode): void {
    switch (node.type) {
      case 'CommandExpansion':
      case 'ProcessSubstitution':
      case 'ArithmeticCommandExpansion': {
        const { script } = node;
        if (script === undefined) this.doubt('a substitution that cannot be read');
        else this.apart(() => this.#from(script.source ?? this.#source, () => this.script(script)));
        return;
      }
      case 'ArithmeticBinary':
      case 'ArithmeticUnary':
        for (const name of assignedByArithmetic(node)) this.variables.assign(name, UNRESOLVED);
        break;
      case 'ParameterExpansion':
        if (node.operation?.type === 'Default' && node.operation.operator.includes('='))
          this.variables.assign(node.parameter, UNRESOLVED);
        break;
      case 'Word':
        if (node.parts === undefined) return;
        break;
      default:
    }
    forEachPart(node, this);
  }

  assign(node: Assignment): void {
    if (!appendsToPath(node)) this.variables.assign(node.name, valueOfAssignment(node, this));
  }

  /** A subshell: what it assigns and where it goes ends with it. */
  apart(read: () => void, stream?: Stream): void {
    const state = this.variables.save();
    this.place.apart(read, stream);
    this.variables.restore(state);
  }

  call(name: string, args: readonly string[], stream: Stream | undefined): void {
    const bodies = this.functions.bodiesOf(name);
    if (
      bodies.some((body) => this.functions.isActive(body)) ||
      this.functions.depth >= MOST_INSIDE ||
      ++this.#calls > MOST_CALLS
    ) {
      this.doubt('a function calls itself');
      return;
    }
    const read = bodies.map((body) => () => {
      const before = this.variables.args;
      this.variables.setArgs(args);
      this.variables.enter();
      this.#body(body, stream);
      this.variables.leave();
      this.variables.setArgs(before);
      // Where it went back early, nobody knows.
      if (holdsCommand(body, 'return')) {
        const { names, everything } = assignedIn(body, (called) => this.functions.bodiesOf(called));
        this.variables.forget(names, everything);
      }
    });
    if (read.length === 1 && !this.functions.isPerhaps(name)) read[0]?.();
    else readBranches(read, true, this);
  }

  #body(body: CommandNode | CompoundList, stream: Stream | undefined): void {
    const read = (): void => this.#from(this.functions.sourceOf(body) ?? this.#source, () => this.command(body));
    this.functions.inside(body, stream === undefined ? read : () => this.place.fed(stream, read));
  }

  #from(source: string, read: () => void): void {
    const before = this.#source;
    this.#source = source;
    read();
    this.#source = before;
  }

  #statement(statement: Statement): void {
    if (statement.background) this.apart(() => this.#list(statement.command));
    else this.#list(statement.command);
  }

  #list(node: Statement['command']): void {
    const { place } = this;
    const before = place.cwd;
    const first = this.#parts(node);
    // After the list the directory is only certain when `cd` cannot have failed or been skipped.
    if (place.cwd === before || place.cwd === undefined || place.isChained) return;
    if (node.type === 'AndOr' && place.cwd !== first) place.move(UNRESOLVED);
    else if (!this.#arrives(node, place.cwd)) place.move(UNRESOLVED);
  }

  /** `cd` there cannot have failed, or nothing would run after it. */
  #arrives(node: Statement['command'], cwd: string): boolean {
    if (isAbove(cwd, this.context.cwd) || this.context.files.realpath(cwd) !== undefined) return true;
    if (node.type !== 'AndOr') return this.options.has('errexit');
    return node.operators[0] === '||' && node.commands.length === 2 && leaves(node.commands[1]);
  }

  /** The directory after the first of them. */
  #parts(node: Statement['command']): string | undefined {
    if (node.type !== 'AndOr') {
      this.#pipeline(node);
      return this.place.cwd;
    }
    let first: string | undefined;
    // What holds before each part that may not run: any of it may hold afterwards.
    const skipped: State[] = [];
    node.commands.forEach((command, index) => {
      if (index === 0) {
        this.#pipeline(command);
        first = this.place.cwd;
        return;
      }
      // `cd x && make`: what follows && only runs when everything before it worked, so it is still in order.
      const inOrder = node.operators.slice(0, index).every((operator) => operator === '&&');
      if (!inOrder) for (const state of skipped.splice(0)) this.variables.merge(state);
      skipped.push(this.variables.save());
      if (inOrder) this.place.chained(() => this.#pipeline(command));
      else this.place.deeper(() => this.#pipeline(command));
    });
    for (const state of skipped) this.variables.merge(state);
    return first;
  }

  #pipeline(node: PipelineNode): void {
    if (node.type !== 'Pipeline') {
      this.command(node);
      return;
    }
    if (node.commands.length === 1) {
      this.command(node.commands[0] as CommandNode);
      return;
    }
    let bytes: Uint8Array | undefined;
    node.commands.forEach((command, index) => {
      const stream: Stream | undefined = index === 0 ? this.place.stream : { stdin: 'pipe', bytes };
      this.apart(() => this.command(command), stream);
      if (index < node.commands.length - 1)
        bytes = spelledBy(command, index === 0 ? this.place.stream?.bytes : bytes, this);
    });
    // Some shells run the last part themselves.
    if (/^(zsh|ksh|mksh)$/.test(this.dialect.shell) || this.options.has('lastpipe')) {
      const { names, everything } = assignedIn(node, (name) => this.functions.bodiesOf(name));
      this.variables.forget(names, everything);
    }
  }

  command(node: CommandNode | CompoundList): void {
    switch (node.type) {
      case 'Command':
        if (++this.#steps > MOST_STEPS) this.doubt(`more than ${MOST_STEPS} commands`);
        else readSimpleCommand(node, this);
        return;
      case 'Redirected': {
        const stream = readRedirections(node.redirects, this);
        if (stream === undefined) this.command(node.command);
        else this.place.fed(stream, () => this.command(node.command));
        return;
      }
      case 'BraceGroup':
        this.#compound(node.body);
        return;
      case 'CompoundList':
        this.#compound(node);
        return;
      case 'Subshell':
        this.apart(() => this.#compound(node.body));
        return;
      case 'Function':
        this.functions.define(node.name.value, node.body, this.place.isCertain, this.#source);
        return;
      case 'If':
        this.#if(node);
        return;
      case 'For':
      case 'Select':
      case 'ArithmeticFor':
      case 'While':
        readLoop(node, (list) => this.#compound(list), this);
        return;
      case 'Case':
        this.nested(node.word);
        for (const item of node.items) for (const pattern of item.pattern) this.nested(pattern);
        readBranches(
          node.items.map((item) => () => this.#compound(item.body)),
          true,
          this,
        );
        return;
      case 'TestCommand':
        this.nested(node.expression);
        return;
      case 'ArithmeticCommand':
        if (node.expression) this.nested(node.expression);
        return;
      case 'Coproc':
        this.variables.assign(node.name?.value ?? 'COPROC', UNRESOLVED);
        this.apart(() => this.command(node.body), { stdin: 'pipe' });
        return;
      default:
        this.doubt('a construct gate does not read');
        forEachPart(node, this);
    }
  }

  #if(node: Extract<CommandNode, { type: 'If' }>): void {
    this.place.deeper(() => {
      this.#compound(node.clause);
      const last = node.else;
      const rest = node.elif.map((branch) => () => {
        this.#compound(branch.clause);
        this.#compound(branch.then);
      });
      readBranches(
        [() => this.#compound(node.then), ...rest, ...(last ? [() => this.#compound(last)] : [])],
        last === undefined || rest.length > 0,
        this,
      );
    });
  }

  #compound(list: CompoundList): void {
    for (const statement of list.commands) this.#statement(statement);
  }
}

/** What makes the whole text doubtful, before its first line is read. */
function doubtsOfText(source: string, found: Survey, context: ReadContext): readonly string[] {
  const doubts = [
    ...found.errors.map((error) => `the shell text does not parse: ${error}`),
    ...found.strange.map((strange) => `the shell text holds ${strange}`),
  ];
  if (/[\0-\x08\x0b-\x1f\x7f]/.test(source)) doubts.push('the shell text holds control characters');
  // Arithmetic runs `$(...)` inside a subscript even when it arrives as text.
  if (found.arithmetic && (found.hidesCommands || holdsSubscripts(context)))
    doubts.push('arithmetic may run a command hidden in a text');
  return doubts;
}

function holdsSubscripts({ environment }: ReadContext): boolean {
  for (const name in environment) if (/\[[\s\S]*(\$\(|`)/.test(environment[name] as string)) return true;
  return false;
}

/** The directory certainly exists: the command starts in it, or below it; or a pattern has found it. */
function isAbove(directory: string, cwd: string): boolean {
  return directory === '/' || directory === cwd || cwd.startsWith(`${directory}/`);
}

/** `exit`, `return`, or a group that ends with it. */
function leaves(node: PipelineNode | undefined): boolean {
  if (node?.type === 'Command') return node.name?.text === 'exit' || node.name?.text === 'return';
  if (node?.type !== 'BraceGroup') return false;
  const last = node.body.commands.at(-1)?.command;
  return last?.type === 'Command' && leaves(last);
}
