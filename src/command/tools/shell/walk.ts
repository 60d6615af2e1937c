import {
  type Command,
  type CommandNode,
  type CompoundList,
  forEachChild,
  type ParsedScript,
  type PipelineNode,
  parse,
  type Redirection,
  type Statement,
  type SyntaxNode,
  type Word,
} from 'unbash';
import type { Stdin } from '../../../request/request.ts';
import type { Action } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { absolute, programOf } from '../../paths.ts';
import type { Input, ReadContext, Reading, Run } from '../../reader.ts';
import { act, unknownAction } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { bashism } from './bashisms.ts';
import { HARMLESS, READS_CODE, TAKES_NAMES } from './builtins.ts';
import { spelledOutput } from './spelled.ts';
import { type Survey, survey } from './survey.ts';
import { expand, type Names, valueOfWord } from './words.ts';

export interface Dialect {
  readonly shell: string;
  readonly bash: boolean;
}

interface Stream {
  readonly stdin: Stdin;
  readonly bytes?: Uint8Array | undefined;
}

/** Everything a script would do, in the order of its text. Every branch counts: which one is taken is not known. */
export function readScript(
  source: string,
  dialect: Dialect,
  args: readonly string[] | undefined,
  context: ReadContext,
): Reading {
  const script = parse(source);
  const walker = new Walker(dialect, args, context, survey(script), source);
  walker.script(script);
  const strange = dialect.bash ? undefined : bashism(script, source);
  if (strange !== undefined) walker.foreign(strange);
  return walker.reading();
}

class Walker implements Names {
  readonly #actions: Action[] = [];
  readonly #runs: Run[] = [];
  readonly #inputs: Input[] = [];
  readonly #notes = new Set<string>();
  readonly #known = new Map<string, string>();
  readonly #set = new Map<string, string>();
  readonly #defined = new Set<string>();
  #cwd: string | undefined;
  #stream: Stream | undefined;
  /** 0 while a statement certainly runs, in order; deeper inside branches, loops, functions and pipes. */
  #depth = 0;
  /** Above 0 behind `&&`. */
  #chain = 0;
  readonly bash: boolean;
  readonly #args: readonly string[] | undefined;
  #inFunction = false;
  /** The functions whose bodies are being read. */
  readonly #bodies = new Set<string>();
  readonly home: string | undefined;

  readonly #dialect: Dialect;
  readonly #context: ReadContext;
  readonly #survey: Survey;

  constructor(
    dialect: Dialect,
    args: readonly string[] | undefined,
    context: ReadContext,
    found: Survey,
    source: string,
  ) {
    this.#dialect = dialect;
    this.#context = context;
    this.#survey = found;
    this.bash = dialect.bash;
    this.#args = found.movesArguments || found.unbounded ? undefined : args;
    this.home = found.assigned.has('HOME') || context.home === '' ? undefined : context.home;
    for (const error of found.errors) this.#doubt(`the shell text does not parse: ${error}`);
    for (const strange of found.strange) this.#doubt(`the shell text holds ${strange}`);
    if (/[\0-\x08\x0b-\x1f\x7f]/.test(source)) this.#doubt('the shell text holds control characters');
    if (found.arithmetic && hidesCommands(source, context))
      this.#doubt('arithmetic may run a command hidden in a text');
  }

  get arguments(): readonly string[] | undefined {
    return this.#inFunction ? undefined : this.#args;
  }

  lookup(name: string): string | undefined {
    if (/^[1-9]\d*$/.test(name)) return this.arguments && (this.arguments[Number(name) - 1] ?? '');
    if (this.#survey.unbounded || this.#survey.assigned.has('IFS')) return undefined;
    if (this.#survey.assigned.has(name)) return this.#known.get(name);
    if (name === 'HOME') return this.home;
    return Object.hasOwn(this.#context.environment, name) ? this.#context.environment[name] : undefined;
  }

  script(script: ParsedScript): void {
    for (const statement of script.commands) this.#statement(statement);
  }

  reading(): Reading {
    const actions = this.#actions;
    if (this.#notes.size > 0) actions.push(unknownAction(this.#dialect.shell));
    if (actions.length === 0 && this.#runs.length === 0)
      actions.push(act(this.#dialect.shell, this.#dialect.shell, ['read']));
    return { actions, runs: this.#runs, inputs: this.#inputs, notes: [...this.#notes], settled: true };
  }

  /** Which shell `sh` is, only the machine knows. */
  foreign(construct: string): void {
    this.#doubt(`${this.#dialect.shell} may read \`${construct}\` in another way than bash`);
  }

  #doubt(note: string): void {
    this.#notes.add(note);
  }

  #statement(statement: Statement): void {
    if (statement.background) this.#inside(() => this.#list(statement.command));
    else this.#list(statement.command);
  }

  /** Behind `&&`: in order, but perhaps not at all. */
  #chained(body: () => void): void {
    this.#chain++;
    body();
    this.#chain--;
  }

  #list(node: Statement['command']): void {
    const before = this.#cwd;
    this.#parts(node);
    // After the list the directory is only certain when `cd` cannot have failed or been skipped.
    if (this.#cwd === before || this.#cwd === undefined || this.#chain > 0) return;
    if (node.type === 'AndOr' || this.#context.files.realpath(this.#cwd) === undefined) this.#cwd = UNRESOLVED;
  }

  #parts(node: Statement['command']): void {
    if (node.type !== 'AndOr') {
      this.#pipeline(node);
      return;
    }
    node.commands.forEach((command, index) => {
      // `cd x && make`: what follows && only runs when everything before it worked, so it is still in order.
      const certain = index === 0 || node.operators.slice(0, index).every((operator) => operator === '&&');
      if (index === 0) this.#pipeline(command);
      else if (certain) this.#chained(() => this.#pipeline(command));
      else this.#deeper(() => this.#pipeline(command));
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
      const stream: Stream | undefined = index === 0 ? this.#stream : { stdin: 'pipe', bytes };
      this.#inside(() => this.#command(command), stream);
      bytes = command.type === 'Command' ? this.#spelled(command, bytes) : undefined;
    });
  }

  #command(node: CommandNode | CompoundList): void {
    switch (node.type) {
      case 'Command':
        this.#simple(node);
        return;
      case 'Redirected': {
        const stream = this.#redirections(node.redirects);
        this.#inside(() => this.#command(node.command), stream ?? this.#stream, false);
        return;
      }
      case 'BraceGroup':
        this.#compound(node.body);
        return;
      case 'CompoundList':
        this.#compound(node);
        return;
      case 'Subshell':
        this.#inside(() => this.#compound(node.body));
        return;
      case 'Function':
        if (this.#depth + this.#chain === 0 && !this.#survey.unsets && !this.#survey.unbounded)
          this.#defined.add(node.name.value);
        // What it does counts where it is defined: it is called with arguments nobody knows yet.
        this.#function(node.name.value, node.body as CommandNode | CompoundList);
        return;
      case 'If':
        this.#deeper(() => {
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
        for (const word of node.wordlist ?? []) this.#nested(word);
        this.#deeper(() => this.#compound(node.body));
        return;
      case 'ArithmeticFor':
        for (const part of [node.initialize, node.test, node.update]) if (part) this.#nested(part);
        this.#deeper(() => this.#compound(node.body));
        return;
      case 'While':
        this.#deeper(() => {
          this.#compound(node.clause);
          this.#compound(node.body);
        });
        return;
      case 'Case':
        this.#nested(node.word);
        this.#deeper(() => {
          for (const item of node.items) {
            for (const pattern of item.pattern) this.#nested(pattern);
            this.#compound(item.body);
          }
        });
        return;
      case 'TestCommand':
        this.#nested(node.expression);
        return;
      case 'ArithmeticCommand':
        if (node.expression) this.#nested(node.expression);
        return;
      default:
        this.#doubt('a construct gate does not read');
        forEachChild(node, (child) => this.#nested(child));
    }
  }

  #function(name: string, body: CommandNode | CompoundList): void {
    const before = this.#inFunction;
    const inner = !this.#bodies.has(name);
    this.#bodies.add(name);
    this.#inFunction = true;
    this.#inside(() => this.#command(body), { stdin: 'pipe' });
    this.#inFunction = before;
    if (inner) this.#bodies.delete(name);
  }

  #compound(list: CompoundList): void {
    for (const statement of list.commands) this.#statement(statement);
  }

  #deeper(body: () => void): void {
    this.#depth++;
    const cwd = this.#cwd;
    body();
    if (this.#cwd !== cwd) this.#cwd = UNRESOLVED;
    this.#depth--;
  }

  /** A subshell: its directory ends with it. */
  #inside(body: () => void, stream: Stream | undefined = this.#stream, separate = true): void {
    const before = { cwd: this.#cwd, stream: this.#stream };
    this.#stream = stream;
    if (separate) this.#depth++;
    body();
    if (separate) {
      this.#depth--;
      this.#cwd = before.cwd;
    }
    this.#stream = before.stream;
  }

  /** Commands inside words: `$(...)`, backticks, `<(...)`. */
  #nested(node: SyntaxNode): void {
    if (
      node.type === 'CommandExpansion' ||
      node.type === 'ProcessSubstitution' ||
      node.type === 'ArithmeticCommandExpansion'
    ) {
      const { script } = node;
      if (script === undefined) {
        this.#doubt('a substitution that cannot be read');
        return;
      }
      this.#inside(() => this.script(script));
      return;
    }
    forEachChild(node, (child) => this.#nested(child));
  }

  #simple(node: Command): void {
    for (const part of [...node.prefix, ...node.suffix]) this.#nested(part);
    if (node.name) this.#nested(node.name);
    const stream = this.#redirections(node.redirects);
    const prefix: Record<string, string> = {};
    for (const part of node.prefix) {
      if (part.type === 'Assignment')
        prefix[part.name] = part.value.type === 'Word' ? this.#assigned(part.value, part.append) : UNRESOLVED;
    }
    if (node.name === undefined) {
      for (const [name, value] of Object.entries(prefix)) this.#assign(name, value);
      return;
    }
    const name = expand(node.name, this);
    const words = [...name.words];
    let open = name.open;
    for (const arg of node.args) {
      if (arg.type === 'Assignment') {
        words.push(arg.text.includes('$') || arg.text.includes('`') ? `${arg.name}=${UNRESOLVED}` : arg.text);
        continue;
      }
      const more = expand(arg, this);
      words.push(...more.words);
      open ||= more.open;
    }
    const program = words[0];
    if (program === undefined || program === '' || program.includes(UNRESOLVED) || name.open) {
      this.#doubt('the name of a command is only known when it runs');
      return;
    }
    this.#called(node, program, words, open, prefix, stream ?? this.#stream);
  }

  #called(
    node: Command,
    program: string,
    words: readonly string[],
    open: boolean,
    prefix: Readonly<Record<string, string>>,
    stream: Stream | undefined,
  ): void {
    if (this.#bodies.has(program)) this.#doubt('a function calls itself');
    if (this.#defined.has(program)) return;
    if (HARMLESS.has(program)) {
      this.#builtin(node, program, words, prefix);
      return;
    }
    if (program === 'exec' && words.length === 1) return;
    if (program === 'eval' || program === 'trap') {
      this.#text(program, words, open, prefix);
      return;
    }
    if (program === 'source' || program === '.') {
      this.#source(words, open);
      return;
    }
    if (program === 'alias' && words.slice(1).every((word) => !word.includes('=') && !word.includes(UNRESOLVED)))
      return;
    if (program === 'alias' || program === 'bind' || program === 'enable' || program === 'coproc') {
      this.#doubt(`${program} changes what later words mean`);
      return;
    }
    if (program === 'unalias') return;
    if (this.#dialect.shell === 'zsh' && words.some((word) => word.startsWith('='))) this.#doubt('zsh expands =name');
    const environment = { ...Object.fromEntries(this.#set), ...prefix };
    this.#runs.push({
      argv: words,
      via: `${this.#dialect.shell} -c`,
      ...(Object.keys(environment).length > 0 ? { environment } : {}),
      ...(this.#cwd === undefined ? {} : { cwd: this.#cwd }),
      ...(stream ? { stdin: stream.stdin } : {}),
      ...(stream?.bytes && !open ? { stdinBytes: stream.bytes } : {}),
      ...(open ? { open } : {}),
    });
  }

  #builtin(node: Command, program: string, words: readonly string[], prefix: Readonly<Record<string, string>>): void {
    if (TAKES_NAMES.has(program)) {
      const checked = program === 'printf' ? words.filter((_, index) => words[index - 1] === '-v') : words.slice(1);
      const inTest = program === 'test' || program === '[';
      for (const word of checked) {
        if (/[$`]/.test(word) && (inTest || !/^[A-Za-z_]\w*=/.test(word)))
          this.#doubt(`${program} evaluates a text that may run a command`);
      }
    }
    for (const [name, value] of Object.entries(prefix)) this.#set.set(name, value);
    if (program === 'cd' || program === 'pushd')
      this.#chdir(words.slice(1).filter((word) => !/^-[LPe@n]+$/.test(word)));
    if (program === 'popd') this.#cwd = UNRESOLVED;
    for (const arg of node.args) {
      if (arg.type === 'Assignment')
        this.#assign(arg.name, arg.value.type === 'Word' ? this.#assigned(arg.value, arg.append) : UNRESOLVED);
    }
    if (program === 'hash' && words.some((word) => word.startsWith('-') && word.includes('p')))
      this.#doubt('hash changes what names run');
    if (/^(mapfile|readarray)$/.test(program) && words.some((word) => /^-[a-zA-Z]*C/.test(word)))
      this.#doubt(`${program} calls back`);
    if (program === 'history' || program === 'fc') this.#doubt(`${program} may run or write what was typed before`);
    const secret = words.find(
      (word, index) => index > 0 && program !== 'echo' && program !== 'printf' && namesSecretFile(word),
    );
    if (secret !== undefined && (program === 'read' || program === 'mapfile')) {
      this.#actions.push(act(program, program, ['read', 'secret'], { resource: { kind: 'file', path: secret } }));
    }
    if (program === 'ulimit' || program === 'umask' || program === 'cd' || words.length === 0) return;
    this.#actions.push(act(program, program, ['read']));
  }

  #chdir(operands: readonly string[]): void {
    const to =
      operands.length === 0 ? (this.home ?? UNRESOLVED) : operands.length === 1 ? (operands[0] as string) : UNRESOLVED;
    const from = this.#cwd ?? this.#context.cwd;
    if (to.includes(UNRESOLVED) || to === '-' || this.#survey.assigned.has('CDPATH')) this.#cwd = UNRESOLVED;
    else if (to.startsWith('/')) this.#cwd = to;
    else this.#cwd = from.startsWith('/') ? absolute(to, from) : UNRESOLVED;
  }

  /** `eval 'text'` and `trap 'text' EXIT`: more source, when it is spelled out. */
  #text(program: string, words: readonly string[], open: boolean, prefix: Readonly<Record<string, string>>): void {
    const args = words.slice(1).filter((word, index) => !(index === 0 && word === '--'));
    if (program === 'trap' && (args.length < 2 || args[0] === '-' || args[0] === '')) return;
    const source = program === 'trap' ? (args[0] as string) : args.join(' ');
    if (open || source.includes(UNRESOLVED) || Object.keys(prefix).length > 0) {
      this.#doubt(`${program} runs a text that is only known later`);
      return;
    }
    this.#runs.push({
      argv: [this.#dialect.shell, '-c', source],
      via: program,
      ...(this.#set.size > 0 ? { environment: Object.fromEntries(this.#set) } : {}),
      ...(this.#cwd === undefined ? {} : { cwd: this.#cwd }),
      ...(this.#stream ? { stdin: this.#stream.stdin } : {}),
    });
    // Its functions and variables stay behind, where later lines may use them.
    if (/\(\s*\)|\bfunction\b|\balias\b/.test(source)) this.#doubt(`${program} defines names that later words may use`);
  }

  #source(words: readonly string[], open: boolean): void {
    const file = words[1];
    if (file === undefined || open || file.includes(UNRESOLVED)) {
      this.#doubt('a sourced file is only known when it runs');
      return;
    }
    this.#runs.push({
      argv: [this.#dialect.shell, file, ...words.slice(2)],
      via: 'source',
      ...(this.#cwd === undefined ? {} : { cwd: this.#cwd }),
    });
    this.#doubt('a sourced file can change what later words mean');
  }

  #assigned(word: Word, append: boolean | undefined): string {
    return append ? UNRESOLVED : valueOfWord(word, this);
  }

  #assign(name: string, value: string): void {
    // Only a name with one assignment in the whole text, in a place that certainly runs, keeps its value.
    const certain =
      this.#depth + this.#chain === 0 && this.#survey.assigned.get(name) === 1 && !value.includes(UNRESOLVED);
    if (certain) this.#known.set(name, value);
    this.#set.set(name, certain ? value : UNRESOLVED);
  }

  #redirections(redirects: readonly Redirection[]): Stream | undefined {
    let stream: Stream | undefined;
    for (const redirect of redirects) {
      this.#nested(redirect);
      if (redirect.operator === '<<' || redirect.operator === '<<-') stream = this.#hereDocument(redirect);
      else if (redirect.operator === '<<<') {
        const text = redirect.target ? valueOfWord(redirect.target, this) : UNRESOLVED;
        stream = { stdin: 'pipe', bytes: text.includes(UNRESOLVED) ? undefined : Buffer.from(`${text}\n`) };
      } else {
        const target = redirect.type === 'Redirect' ? redirect.target : undefined;
        const input = this.#redirect(redirect.operator, target ? valueOfWord(target, this) : UNRESOLVED);
        if (
          input &&
          (redirect.descriptor === undefined ||
            (redirect.descriptor.type === 'FileDescriptor' && redirect.descriptor.value === 0))
        )
          stream = input;
      }
    }
    return stream;
  }

  #hereDocument(redirect: Extract<Redirection, { type: 'HereDoc' }>): Stream {
    let text = redirect.body.text;
    if (redirect.delimiter && !redirect.delimiter.quoted && redirect.body.parts) {
      text = '';
      for (const part of redirect.body.parts) {
        if (part.type === 'Literal') text += part.value;
        else if (part.type === 'SimpleExpansion') text += this.lookup(part.text.slice(1)) ?? UNRESOLVED;
        else text += UNRESOLVED;
      }
    } else if (redirect.delimiter && !redirect.delimiter.quoted && text.includes('\\')) text = UNRESOLVED;
    if (redirect.operator === '<<-') text = text.replace(/^\t+/gm, '');
    return { stdin: 'pipe', bytes: text.includes(UNRESOLVED) ? undefined : Buffer.from(text) };
  }

  /** A redirection to or from a file; the stream it gives when it is input. */
  #redirect(operator: string, target: string): Stream | undefined {
    if ((operator === '>&' || operator === '<&') && /^(\d+-?|-)$/.test(target)) return undefined;
    if (/^\/dev\/(tcp|udp)\//.test(target)) {
      this.#actions.push(
        act(this.#dialect.shell, this.#dialect.shell, ['export', 'unknown'], { scope: { host: target.split('/')[3] } }),
      );
      return undefined;
    }
    if (/^\/dev\/(null|stdout|stderr|tty|zero|fd\/\d+)$/.test(target))
      return operator === '<' ? { stdin: 'null' } : undefined;
    const cwd = this.#cwd ?? this.#context.cwd;
    const path = absolute(target, cwd);
    const resource = { kind: 'file', path };
    if (operator === '<' || operator === '<&') {
      if (namesSecretFile(target))
        this.#actions.push(act(this.#dialect.shell, 'redirect', ['read', 'secret'], { resource }));
      else this.#actions.push(act(this.#dialect.shell, 'redirect', ['read'], { resource }));
      return this.#inputFile(target);
    }
    const appends = operator === '>>' || operator === '&>>' || operator === '<>';
    const loses = !appends && (/^\/dev\//.test(target) || this.#context.files.realpath(path) !== undefined);
    this.#actions.push(act(this.#dialect.shell, 'redirect', loses ? ['write', 'destroy'] : ['write'], { resource }));
    return undefined;
  }

  #inputFile(target: string): Stream {
    if (target.includes(UNRESOLVED) || this.#cwd !== undefined) return { stdin: 'file' };
    const snapshot = this.#context.files.read(target);
    if (snapshot === undefined) return { stdin: 'file' };
    this.#inputs.push({ role: 'stdin', path: target, digest: snapshot.digest });
    return { stdin: 'file', bytes: snapshot.bytes };
  }

  /** The bytes a command certainly prints. */
  #spelled(node: Command, stdin: Uint8Array | undefined): Uint8Array | undefined {
    if (
      node.redirects.some(
        (redirect) => redirect.operator !== '<<' && redirect.operator !== '<<<' && redirect.operator !== '<<-',
      )
    )
      return undefined;
    const words: string[] = [];
    for (const word of [node.name, ...node.args]) {
      if (word === undefined || word.type !== 'Word') return undefined;
      const { words: more, open } = expand(word, this);
      if (open || more.some((text) => text.includes(UNRESOLVED))) return undefined;
      words.push(...more);
    }
    const document = node.redirects.length === 1 ? this.#redirections(node.redirects)?.bytes : undefined;
    return this.#defined.size > 0 || this.#survey.functions.size > 0
      ? undefined
      : spelledOutput(words, document ?? stdin);
  }
}

/** Arithmetic runs `$(...)` inside a subscript even when it arrives as text. */
function hidesCommands(source: string, context: ReadContext): boolean {
  if (/\[[^\]]*(\\?\$\\?\(|\\?`)/.test(source) && /['\\]/.test(source)) return true;
  return Object.values(context.environment).some((value) => /\[.*(\$\(|`)/s.test(value));
}

/** True for a program whose stdin is code. */
export function takesCode(program: string): boolean {
  return READS_CODE.has(programOf(program).base);
}
