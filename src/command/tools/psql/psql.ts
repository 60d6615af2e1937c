import type { Action, Scope } from '../../action.ts';
import { grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext, Reader, Reading, Snapshot } from '../../reader.ts';
import { act, doubtsOf, fileAt, inputOf, withDoubt } from '../../reading.ts';
import { judgeCommand } from './commands.ts';
import { connectionOf } from './connection.ts';
import { takeApart } from './pieces.ts';
import { loadParser, readSql } from './sql.ts';

export const reader: Reader = { names: ['psql'], prepare: loadParser, read };

const OPTIONS = grammar('getopt', {
  flags:
    '-a/--echo-all -A/--no-align -b/--echo-errors -e/--echo-queries -E/--echo-hidden --csv -H/--html -l/--list -n/--no-readline -q/--quiet ' +
    '-s/--single-step -S/--single-line -t/--tuples-only -x/--expanded -X/--no-psqlrc -w/--no-password -W/--password -V/--version ' +
    '-z/--field-separator-zero -0/--record-separator-zero -1/--single-transaction',
  values:
    '-d/--dbname -F/--field-separator -h/--host -L/--log-file -o/--output -p/--port -R/--record-separator -T/--table-attr -U/--username',
  many: '-c/--command -f/--file -v/--set/--variable -P/--pset',
  optional: '--help -?/--help',
});

/** How deep `\i` may lead. */
const MAX_INCLUDES = 8;

function read(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, OPTIONS);
  const connection = connectionOf(found, context.environment);
  const { scope } = connection;
  const base = { pins: PINS, secrets: connection.secrets };
  if (found.options.has('version') || found.options.has('help')) {
    return withDoubt({ ...base, actions: [act('psql', 'help', ['read'])] }, doubtsOf(found));
  }
  const session = new Session(found, scope, context);
  const doubts = [...doubtsOf(found), ...connection.doubts];
  if ((context.environment['PGOPTIONS'] ?? '') !== '') doubts.push('PGOPTIONS changes the session');
  session.options();
  // -c and -f run in the order they stand; gate needs no order, every one of them counts.
  const code = found.options.has('command') || found.options.has('file');
  for (const text of found.options.get('command') ?? []) session.command(text);
  for (const path of found.options.get('file') ?? []) session.file(path, 0);
  if (found.options.has('list') && !code) session.actions.push(act('psql', '\\l', ['read'], { scope }));
  else if (!code) session.stdin();
  if (session.actions.length === 0) session.actions.push(act('psql', 'connect', ['read'], { scope }));
  if (found.options.has('single-step')) doubts.push('--single-step asks before each statement');
  return withDoubt({ ...base, actions: session.actions, inputs: session.inputs }, [...doubts, ...session.doubts]);
}

/** Variables libpq and psql heed. */
const PINS = [
  'PGHOST',
  'PGPORT',
  'PGDATABASE',
  'PGUSER',
  'PGPASSWORD',
  'PGPASSFILE',
  'PGSERVICE',
  'PGSERVICEFILE',
  'PGSSLMODE',
  'PGSSLROOTCERT',
  'PGSSLCERT',
  'PGSSLKEY',
  'PGTARGETSESSIONATTRS',
  'PGCLIENTENCODING',
  'PGAPPNAME',
  'PGCHANNELBINDING',
  'PGREQUIREAUTH',
] as const;

/** What one psql is given to run: options, commands, files and stdin, each read as psql reads it. */
class Session {
  readonly actions: Action[] = [];
  readonly inputs: Input[] = [];
  readonly doubts: string[] = [];
  #variables: boolean;
  readonly #found: Scan;
  readonly #scope: Scope;
  readonly #context: ReadContext;

  constructor(found: Scan, scope: Scope, context: ReadContext) {
    this.#found = found;
    this.#scope = scope;
    this.#context = context;
    this.#variables = found.options.has('variable');
  }

  /** -o and -L write files; a value that begins with a bar starts a program. */
  options(): void {
    const output = optionValue(this.#found, 'output');
    if (output?.startsWith(UNRESOLVED)) this.doubts.push('where the output goes is only known when it runs');
    if (output?.startsWith('|'))
      this.actions.push(act('psql', '-o', ['execute', 'unknown'], { opaque: true, scope: this.#scope }));
    for (const path of [output?.startsWith('|') ? undefined : output, optionValue(this.#found, 'log-file')]) {
      if (path === undefined) continue;
      this.actions.push(
        act('psql', 'output', ['export', 'write'], {
          scope: this.#scope,
          resource: fileAt(path, this.#context.cwd),
        }),
      );
    }
    for (const pair of this.#found.options.get('variable') ?? []) {
      if (pair.includes('`')) this.doubts.push('a variable holds a backquote');
      if (/^(FETCH_COUNT|HISTFILE|PROMPT[123]|EDITOR)=/.test(pair) && /[`|]/.test(pair))
        this.doubts.push('a variable of psql starts a program');
    }
  }

  /** One -c: either one backslash command, or SQL in which psql replaces nothing. */
  command(text: string): void {
    if (text.includes(UNRESOLVED)) {
      this.#unseen('part of the SQL is only known when it runs');
      return;
    }
    if (/^\s*\\/.test(text)) {
      this.#input(text, 0);
      return;
    }
    this.actions.push(...readSql(text, this.#scope));
  }

  file(path: string, depth: number): void {
    if (path === '-') {
      this.stdin();
      return;
    }
    const snapshot = path.includes(UNRESOLVED) || depth > MAX_INCLUDES ? undefined : this.#context.files.read(path);
    this.#snapshot(snapshot, path, depth, 'the SQL file cannot be read');
  }

  stdin(): void {
    if (this.#context.stdin === 'terminal') {
      this.actions.push(act('psql', 'session', ['execute'], { scope: this.#scope, opaque: true }));
      return;
    }
    if (this.#context.stdin === 'null' || this.#context.stdin === 'closed') return;
    this.#snapshot(this.#context.files.stdin(), '-', 0, 'the SQL comes from stdin and cannot be seen');
  }

  #snapshot(snapshot: Snapshot | undefined, path: string, depth: number, missing: string): void {
    this.inputs.push(inputOf('sql', path, snapshot));
    if (snapshot?.bytes === undefined) {
      this.#unseen(missing);
      return;
    }
    this.#input(Buffer.from(snapshot.bytes).toString('utf8'), depth);
  }

  /** Text as psql reads it from a file or stdin. */
  #input(text: string, depth: number): void {
    const pieces = takeApart(text);
    if (pieces.open) this.doubts.push('a quoted text never ends');
    if (/^\s*copy\b[^;]*\bfrom\s+stdin\b/im.test(pieces.sql)) {
      this.#copyData(pieces.sql);
      return;
    }
    for (const command of pieces.commands) {
      const judged = judgeCommand(command, this.#scope, this.#context);
      this.actions.push(...judged.actions);
      if (judged.sets) this.#variables = true;
      if (judged.doubt) this.doubts.push(judged.doubt);
      if (judged.include !== undefined) this.file(judged.include, depth + 1);
    }
    if (pieces.interpolates && this.#variables) this.doubts.push('psql puts the text of variables into the SQL');
    if (pieces.sql.trim() !== '') this.actions.push(...readSql(pieces.sql, this.#scope));
  }

  /** After `copy ... from stdin` come data lines, which are not SQL. */
  #copyData(sql: string): void {
    this.actions.push(act('psql', 'COPY', ['write', 'unknown'], { scope: this.#scope }));
    const before = sql.slice(0, sql.search(/^\s*copy\b/im));
    if (before.trim() !== '') this.actions.push(...readSql(before, this.#scope));
  }

  #unseen(note: string): void {
    this.actions.push(act('psql', 'SQL', ['execute', 'unknown'], { scope: this.#scope, opaque: true }));
    this.doubts.push(note);
  }
}
