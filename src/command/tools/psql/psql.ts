import { posix } from 'node:path';
import type { Action, Scope } from '../../action.ts';
import { GLOB, grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading, Run, Snapshot } from '../../reader.ts';
import { act, doubtsOf, fileAt, inputOf, withDoubt } from '../../reading.ts';
import { judgeCommand } from './commands.ts';
import { OPTIONS } from './commands-table.ts';
import { type Connection, connectionOf, PINS } from './connection.ts';
import { disturbed } from './disturbed.ts';
import { loadParser } from './parser.ts';
import { takeApart, UNKNOWN } from './pieces.ts';
import { copiesFromStdin, readSql } from './sql.ts';

export const reader: Reader = { names: ['psql'], prepare, read };

const GRAMMAR = grammar('getopt', OPTIONS);

/** How deep `\i` may lead. */
const MAX_INCLUDES = 8;

/** The parser is loaded for SQL only: `psql -l` and `psql -c '\d'` have none. */
function prepare(argv: readonly string[], context: ReadContext): Promise<void> | undefined {
  const { options } = scan(argv, 1, GRAMMAR);
  if (options.has('version') || options.has('help')) return undefined;
  const commands = options.get('command');
  if (options.has('file') || commands?.some((text) => !/^\s*\\[^c]/.test(text))) return loadParser();
  if (commands === undefined && !options.has('list') && context.stdin !== 'terminal' && context.stdin !== 'null')
    return loadParser();
  return options.has('no-psqlrc') || context.files.read(startFile(context)) === undefined ? undefined : loadParser();
}

function startFile({ environment, home }: ReadContext): string {
  return environment['PSQLRC'] ?? `${home}/.psqlrc`;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMAR);
  const operands = [...found.positionals];
  const database = optionValue(found, 'dbname') ?? operands.shift();
  const user = optionValue(found, 'username') ?? operands.shift();
  const connection = connectionOf(
    { database, user, host: optionValue(found, 'host'), port: optionValue(found, 'port') },
    context,
  );
  const { scope, secrets } = connection;
  if (found.options.has('version') || found.options.has('help')) {
    return withDoubt({ pins: PINS, secrets, actions: [act('psql', 'help', ['read'])] }, doubtsOf(found));
  }
  const session = new Session(found, connection, context);
  const doubts = [...doubtsOf(found), ...connection.doubts];
  if (operands.length > 0) doubts.push('psql ignores some of these operands');
  if ((context.environment['PGOPTIONS'] ?? '') !== '') doubts.push('PGOPTIONS changes the session');
  session.options();
  if (!found.options.has('no-psqlrc')) session.start(startFile(context));
  // -c and -f run in the order they stand; gate needs no order, every one of them counts.
  const code = found.options.has('command') || found.options.has('file');
  for (const text of found.options.get('command') ?? []) session.command(text);
  for (const path of found.options.get('file') ?? []) session.file(path, 0);
  if (found.options.has('list') && !code) session.actions.push(act('psql', '\\l', ['read'], { scope }));
  else if (!code) session.stdin(0);
  if (session.actions.length === 0) session.actions.push(act('psql', 'connect', ['read'], { scope }));
  if (found.options.has('single-step')) doubts.push('--single-step asks before each statement');
  return withDoubt(
    { pins: PINS, secrets: session.secrets, actions: session.actions, inputs: session.inputs, runs: session.runs },
    [...doubts, ...session.doubts],
  );
}

/** What one psql is given to run: options, commands, files and stdin, each read as psql reads it. */
class Session {
  readonly actions: Action[] = [];
  readonly inputs: Input[];
  readonly runs: Run[] = [];
  readonly doubts: string[] = [];
  readonly secrets: string[];
  readonly #variables = new Map<string, string>();
  /** Some variable was set to what cannot be seen. */
  #dynamic = false;
  readonly #found: Scan;
  #scope: Scope;
  #cwd: string;
  readonly #context: ReadContext;

  constructor(found: Scan, connection: Connection, context: ReadContext) {
    this.#found = found;
    this.#scope = connection.scope;
    this.#cwd = context.cwd;
    this.#context = context;
    this.inputs = [...connection.inputs];
    this.secrets = [...connection.secrets];
  }

  /** -o and -L write files; a value that begins with a bar starts a program. */
  options(): void {
    const output = optionValue(this.#found, 'output');
    if (output?.startsWith(UNRESOLVED)) this.doubts.push('where the output goes is only known when it runs');
    const program = output?.startsWith('|') ? output.slice(1) : undefined;
    if (program !== undefined) {
      this.actions.push(act('psql', '-o', ['execute'], { scope: this.#scope }));
      this.runs.push({ argv: ['sh', '-c', program], via: 'psql -o', stdin: 'pipe' });
    }
    for (const path of [program === undefined ? output : undefined, optionValue(this.#found, 'log-file')]) {
      if (path === undefined || path === '') continue;
      this.actions.push(act('psql', 'output', ['write'], { resource: fileAt(path, this.#cwd) }));
    }
    for (const pair of [...(this.#found.options.get('set') ?? []), ...(this.#found.options.get('variable') ?? [])]) {
      const equals = pair.indexOf('=');
      this.#variables.set(equals < 0 ? pair : pair.slice(0, equals), equals < 0 ? '' : pair.slice(equals + 1));
      if (pair.includes(UNRESOLVED)) this.#dynamic = true;
      if (/^(EDITOR|PAGER|PROMPT[123])=/.test(pair) && /[`|]/.test(pair))
        this.doubts.push('a variable of psql starts a program');
    }
  }

  /** The file psql reads before anything else. */
  start(path: string): void {
    const snapshot = this.#context.files.read(path);
    if (snapshot !== undefined) this.#snapshot(snapshot, path, 0, 'the start-up file of psql cannot be read');
  }

  /** One -c: either one backslash command, or SQL in which psql replaces nothing. */
  command(text: string): void {
    if (text.includes(UNRESOLVED) || text.includes(GLOB)) this.#unseen('part of the SQL is only known when it runs');
    else if (/^\s*\\/.test(text)) this.#input(text, undefined, 0);
    else this.actions.push(...readSql(text, this.#scope));
  }

  file(path: string, depth: number): void {
    if (path === '-') {
      this.stdin(depth);
      return;
    }
    const unseen = path.includes(UNRESOLVED) || depth > MAX_INCLUDES || disturbed(this.#context, this.actions);
    // A path that is only known from the place psql was started in stays as it was given.
    const place = this.#cwd === this.#context.cwd ? path : absolute(path, this.#cwd);
    const snapshot = unseen ? undefined : this.#context.files.read(place);
    this.#snapshot(snapshot, path, depth, 'the SQL file cannot be read');
  }

  stdin(depth: number): void {
    const { stdin, files } = this.#context;
    if (stdin === 'terminal') {
      this.actions.push(act('psql', 'session', ['execute'], { scope: this.#scope, opaque: true }));
      return;
    }
    if (stdin === 'null' || stdin === 'closed') return;
    this.#snapshot(files.stdin(), '-', depth, 'the SQL comes from stdin and cannot be seen');
  }

  #snapshot(snapshot: Snapshot | undefined, path: string, depth: number, missing: string): void {
    this.inputs.push(inputOf('sql', path, snapshot));
    if (snapshot?.bytes === undefined) {
      this.#unseen(missing);
      return;
    }
    this.#input(Buffer.from(snapshot.bytes).toString('utf8'), path, depth);
  }

  /** Text as psql reads it from a file or stdin. */
  #input(text: string, file: string | undefined, depth: number): void {
    // A backslash command may set a variable anywhere before it is used.
    if (/\\(gset|prompt|getenv|set\s)/.test(text)) this.#dynamic = true;
    const pieces = takeApart(text, { variable: (name) => this.#variable(name), copies: copiesFromStdin });
    if (pieces.open) this.doubts.push('a quoted text never ends');
    if (pieces.interpolates) this.doubts.push('psql puts the text of variables into the SQL');
    if (pieces.lively) this.doubts.push('lines of data would be read as commands if the COPY before them failed');
    for (const piece of pieces.items) {
      if ('sql' in piece) this.actions.push(...readSql(piece.sql, this.#scope));
      else this.#command(piece.command, file, depth);
    }
  }

  #command(command: string, file: string | undefined, depth: number): void {
    const judged = judgeCommand(command, { scope: this.#scope, cwd: this.#cwd });
    this.actions.push(...judged.actions);
    this.runs.push(...(judged.runs ?? []));
    if (judged.sets) this.#dynamic = true;
    if (judged.cd !== undefined)
      this.#cwd = judged.cd.startsWith(UNRESOLVED) ? UNRESOLVED : absolute(judged.cd, this.#cwd);
    if (judged.connects !== undefined) this.#connect(judged.connects);
    if (judged.include === undefined) return;
    const { path, beside } = judged.include;
    this.file(beside && file !== undefined ? posix.join(posix.dirname(file), path) : path, depth + 1);
  }

  /** `\c database user host port`, each of which may be `-` or left out, or a connection string. */
  #connect(words: readonly string[]): void {
    const [database, user, host, port] = words.map((word) => (word === '-' ? undefined : word));
    const old = this.#scope;
    if (words.some((word) => word.startsWith('-reuse'))) this.doubts.push('the connection is not understood');
    const next = connectionOf(
      {
        database: database ?? old['database'],
        user: user ?? old['user'],
        host: host ?? old['host'],
        port: port ?? old['port'],
      },
      this.#context,
    );
    this.#scope = next.scope;
    this.secrets.push(...next.secrets);
    this.doubts.push(...next.doubts);
  }

  #variable(name: string): string | undefined {
    if (this.#dynamic) return UNKNOWN;
    // psql has variables of its own, all in capitals.
    return this.#variables.get(name) ?? (/^[A-Z][A-Z_]+$/.test(name) ? UNKNOWN : undefined);
  }

  #unseen(note: string): void {
    this.actions.push(act('psql', 'SQL', ['execute', 'unknown'], { scope: this.#scope }));
    this.doubts.push(note);
  }
}
