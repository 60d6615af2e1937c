import type { Action, Effect, Scope } from '../../action.ts';
import { GLOB, type Grammar, grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, inputOf, withDoubt } from '../../reading.ts';
import { statementsOf } from './chains.ts';
import { connectionOf } from './connection.ts';
import { judgeStatement } from './methods.ts';
import { optionsOf, PROGRAMS } from './options-table.ts';
import { OPTIONS } from './shell-table.ts';
import { toolActions } from './tools.ts';

export const reader: Reader = { names: ['mongosh', 'mongo', ...PROGRAMS], read };

const SHELL = grammar('pflag', OPTIONS);

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const shell = tool === 'mongosh' || tool === 'mongo';
  const by = shell ? SHELL : grammarOf(tool);
  const found = scan(shell ? separated(argv) : argv, 1, by);
  if (found.options.has('help') || found.options.has('version') || found.options.has('buildInfo'))
    return withDoubt({ actions: [act(tool, 'help', ['read'])] }, doubtsOf(found));
  const [first] = found.positionals;
  // mongosh takes scripts as operands too; the other programs a connection string or a file.
  const address = first !== undefined && (shell ? !/\.(m?js)$/.test(first) : first.includes('://')) ? first : undefined;
  const connection = connectionOf(found, address);
  const base = { secrets: connection.secrets };
  const doubts = [...doubtsOf(found), ...connection.doubts];
  if (!shell) {
    if (found.options.has('config')) doubts.push('a file holds further settings');
    return withDoubt({ ...base, actions: toolActions(tool, found, connection.scope, context) }, doubts);
  }
  const session = new Session(tool, found, connection.scope, context);
  session.run(address === undefined ? found.positionals : found.positionals.slice(1));
  return withDoubt({ ...base, actions: session.actions, inputs: session.inputs }, [...doubts, ...session.doubts]);
}

const grammars = new Map<string, Grammar>();

function grammarOf(tool: string): Grammar {
  let found = grammars.get(tool);
  if (found === undefined) {
    found = grammar('pflag', optionsOf(tool));
    grammars.set(tool, found);
  }
  return found;
}

/** mongosh never takes what looks like an option for a value: `-p --eval x` asks for the password. */
function separated(argv: readonly string[]): readonly string[] {
  return argv.map((arg, index) => {
    const next = argv[index + 1];
    const bare = index > 0 && !arg.includes('=') && SHELL.options.get(arg)?.takes === 'value';
    return bare && (next === undefined || /^-[-A-Za-z]/.test(next)) ? `${arg}=` : arg;
  });
}

/** What one mongosh is given to run. */
class Session {
  readonly actions: Action[] = [];
  readonly inputs: Input[] = [];
  readonly doubts: string[] = [];
  readonly #tool: string;
  readonly #found: Scan;
  readonly #context: ReadContext;
  #scope: Scope;

  constructor(tool: string, found: Scan, scope: Scope, context: ReadContext) {
    this.#tool = tool;
    this.#found = found;
    this.#scope = scope;
    this.#context = context;
  }

  run(operands: readonly string[]): void {
    const has = (name: string): boolean => this.#found.options.has(name);
    for (const name of ['csfleLibraryPath', 'cryptSharedLibPath', 'browser'])
      if (has(name) && optionValue(this.#found, name) !== 'false') this.doubts.push(`--${name} may run a program`);
    const start = `${this.#context.home}/.mongoshrc.js`;
    if (!has('norc') && this.#context.files.read(start) !== undefined) this.#file(start);
    const texts = this.#found.options.get('eval') ?? [];
    const files = [...(this.#found.options.get('file') ?? []), ...operands];
    for (const text of texts) this.#code(text);
    for (const path of files) this.#file(path);
    const session = has('shell') || (texts.length === 0 && files.length === 0);
    if (session) this.#stdin();
    if (this.actions.length === 0) this.#add('connect', ['read']);
  }

  #code(text: string): void {
    const statements = text.includes(UNRESOLVED) || text.includes(GLOB) ? undefined : statementsOf(text);
    if (statements === undefined) {
      this.#add('eval', ['execute', 'unknown']);
      return;
    }
    for (const statement of statements) {
      const { operation, effects, database, collection, all } = judgeStatement(statement);
      const resource = fields({
        kind: collection === undefined ? undefined : 'collection',
        name: collection,
        database,
        all: all ? 'true' : undefined,
      });
      if ('line' in statement && database !== undefined) this.#scope = { ...this.#scope, database };
      this.actions.push(
        act(this.#tool, operation, effects.includes('unknown') ? ['execute', 'unknown'] : effects, {
          scope: this.#scope,
          resource,
        }),
      );
    }
  }

  #file(path: string): void {
    const known = !path.includes(UNRESOLVED) && this.#context.changed !== true;
    const snapshot = known ? this.#context.files.read(path) : undefined;
    this.inputs.push(inputOf('script', path, snapshot));
    if (snapshot?.bytes !== undefined) this.#code(Buffer.from(snapshot.bytes).toString('utf8'));
    else {
      const { resource } = { resource: { ...fileAt(path, this.#context.cwd), kind: 'script' } };
      this.actions.push(act(this.#tool, 'script', ['execute', 'unknown'], { resource, scope: this.#scope }));
    }
  }

  #stdin(): void {
    const { stdin, files } = this.#context;
    if (stdin === 'null' || stdin === 'closed') return;
    if (stdin === 'terminal') {
      this.actions.push(act(this.#tool, 'session', ['execute'], { scope: this.#scope, opaque: true }));
      return;
    }
    const snapshot = files.stdin();
    this.inputs.push(inputOf('script', '-', snapshot));
    if (snapshot?.bytes === undefined) this.#add('session', ['execute', 'unknown']);
    else this.#code(Buffer.from(snapshot.bytes).toString('utf8'));
  }

  #add(operation: string, effects: readonly Effect[]): void {
    this.actions.push(act(this.#tool, operation, effects, { scope: this.#scope }));
  }
}
