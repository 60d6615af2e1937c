import {
  type CommandNode,
  type CompoundList,
  forEachChild,
  type ParsedScript,
  type PipelineNode,
  parse,
  type Statement,
  type SyntaxNode,
} from 'unbash';
import { UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { bashism } from './bashisms.ts';
import { Findings } from './findings.ts';
import { ScriptNames } from './names.ts';
import { Place } from './place.ts';
import { readRedirections } from './redirections.ts';
import { readSimpleCommand } from './simple-command.ts';
import { spelledBy } from './spelled.ts';
import { type Survey, survey } from './survey.ts';
import type { Dialect, Walk } from './walk.ts';

/** Everything a script would do, in the order of its text. Every branch counts: which one is taken is not known. */
export function readScript(
  source: string,
  dialect: Dialect,
  args: readonly string[] | undefined,
  context: ReadContext,
): Reading {
  const script = parse(source);
  const walker = new Walker(dialect, args, context, survey(script));
  const { findings } = walker;
  for (const doubt of doubtsOfText(source, walker.survey, context)) findings.doubt(doubt);
  walker.script(script);
  const strange = dialect.bash ? undefined : bashism(script, source);
  // Which shell `sh` is, only the machine knows.
  if (strange !== undefined) findings.doubt(`${dialect.shell} may read \`${strange}\` in another way than bash`);
  return findings.reading();
}

/** What makes the whole text doubtful, before its first line is read. */
function doubtsOfText(source: string, found: Survey, context: ReadContext): readonly string[] {
  const doubts = [
    ...found.errors.map((error) => `the shell text does not parse: ${error}`),
    ...found.strange.map((strange) => `the shell text holds ${strange}`),
  ];
  if (/[\0-\x08\x0b-\x1f\x7f]/.test(source)) doubts.push('the shell text holds control characters');
  if (found.arithmetic && hidesCommands(source, context)) doubts.push('arithmetic may run a command hidden in a text');
  return doubts;
}

/** Arithmetic runs `$(...)` inside a subscript even when it arrives as text. */
function hidesCommands(source: string, context: ReadContext): boolean {
  if (/\[[^\]]*(\\?\$\\?\(|\\?`)/.test(source) && /['\\]/.test(source)) return true;
  return Object.values(context.environment).some((value) => /\[.*(\$\(|`)/s.test(value));
}

/** Goes through the structure of a script: lists, pipes, branches, loops, functions, and the words inside words. */
class Walker implements Walk {
  readonly dialect: Dialect;
  readonly context: ReadContext;
  readonly survey: Survey;
  readonly names: ScriptNames;
  readonly place = new Place();
  readonly findings: Findings;

  constructor(dialect: Dialect, args: readonly string[] | undefined, context: ReadContext, found: Survey) {
    this.dialect = dialect;
    this.context = context;
    this.survey = found;
    this.names = new ScriptNames(dialect.bash, args, context, found);
    this.findings = new Findings(dialect.shell);
  }

  script(script: ParsedScript): void {
    for (const statement of script.commands) this.#statement(statement);
  }

  nested(node: SyntaxNode): void {
    if (
      node.type === 'CommandExpansion' ||
      node.type === 'ProcessSubstitution' ||
      node.type === 'ArithmeticCommandExpansion'
    ) {
      const { script } = node;
      if (script === undefined) this.findings.doubt('a substitution that cannot be read');
      else this.place.apart(() => this.script(script));
      return;
    }
    forEachChild(node, (child) => this.nested(child));
  }

  #statement(statement: Statement): void {
    if (statement.background) this.place.apart(() => this.#list(statement.command));
    else this.#list(statement.command);
  }

  #list(node: Statement['command']): void {
    const { context, place } = this;
    const before = place.cwd;
    this.#parts(node);
    // After the list the directory is only certain when `cd` cannot have failed or been skipped.
    if (place.cwd === before || place.cwd === undefined || place.isChained) return;
    if (node.type === 'AndOr' || context.files.realpath(place.cwd) === undefined) place.move(UNRESOLVED);
  }

  #parts(node: Statement['command']): void {
    if (node.type !== 'AndOr') {
      this.#pipeline(node);
      return;
    }
    node.commands.forEach((command, index) => {
      // `cd x && make`: what follows && only runs when everything before it worked, so it is still in order.
      const certain = node.operators.slice(0, index).every((operator) => operator === '&&');
      if (index === 0) this.#pipeline(command);
      else if (certain) this.place.chained(() => this.#pipeline(command));
      else this.place.deeper(() => this.#pipeline(command));
    });
  }

  #pipeline(node: PipelineNode): void {
    if (node.type !== 'Pipeline') {
      this.#command(node);
      return;
    }
    if (node.commands.length === 1) {
      this.#command(node.commands[0] as CommandNode);
      return;
    }
    let bytes: Uint8Array | undefined;
    node.commands.forEach((command, index) => {
      this.place.apart(() => this.#command(command), index === 0 ? this.place.stream : { stdin: 'pipe', bytes });
      bytes = spelledBy(command, bytes, this);
    });
  }

  #command(node: CommandNode | CompoundList): void {
    switch (node.type) {
      case 'Command':
        readSimpleCommand(node, this);
        return;
      case 'Redirected': {
        const stream = readRedirections(node.redirects, this) ?? this.place.stream;
        this.place.fed(stream, () => this.#command(node.command));
        return;
      }
      case 'BraceGroup':
        this.#compound(node.body);
        return;
      case 'CompoundList':
        this.#compound(node);
        return;
      case 'Subshell':
        this.place.apart(() => this.#compound(node.body));
        return;
      case 'Function':
        this.#function(node.name.value, node.body as CommandNode | CompoundList);
        return;
      case 'If':
        this.place.deeper(() => {
          this.#compound(node.clause);
          this.#compound(node.then);
          for (const branch of node.elif) {
            this.#compound(branch.clause);
            this.#compound(branch.then);
          }
          if (node.else) this.#compound(node.else);
        });
        return;
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.nested(word);
        this.place.deeper(() => this.#compound(node.body));
        return;
      case 'ArithmeticFor':
        for (const part of [node.initialize, node.test, node.update]) if (part) this.nested(part);
        this.place.deeper(() => this.#compound(node.body));
        return;
      case 'While':
        this.place.deeper(() => {
          this.#compound(node.clause);
          this.#compound(node.body);
        });
        return;
      case 'Case':
        this.nested(node.word);
        this.place.deeper(() => {
          for (const item of node.items) {
            for (const pattern of item.pattern) this.nested(pattern);
            this.#compound(item.body);
          }
        });
        return;
      case 'TestCommand':
        this.nested(node.expression);
        return;
      case 'ArithmeticCommand':
        if (node.expression) this.nested(node.expression);
        return;
      default:
        this.findings.doubt('a construct gate does not read');
        forEachChild(node, (child) => this.nested(child));
    }
  }

  /** What it does counts where it is defined: it is called with arguments nobody knows yet. */
  #function(name: string, body: CommandNode | CompoundList): void {
    if (this.place.isCertain) this.names.define(name);
    this.names.inBody(name, () => this.place.apart(() => this.#command(body), { stdin: 'pipe' }));
  }

  #compound(list: CompoundList): void {
    for (const statement of list.commands) this.#statement(statement);
  }
}
