import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { GLOB, UNRESOLVED } from '../../options.ts';
import { absolute, programOf } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fields, fileAt, inputOf, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { disturbed } from '../psql/disturbed.ts';
import { type Arguments, argumentsOf } from './arguments.ts';
import { type Kind, kindsOf } from './dots.ts';
import { dotWords, piecesOf } from './input.ts';
import { judgeStatement } from './statements.ts';

export const reader: Reader = { names: ['sqlite3'], read };

/** How deep `.read` may lead. */
const MAX_INCLUDES = 8;

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const given = argumentsOf(argv);
  if (given.help) return withDoubt({ actions: [act(tool, 'help', ['read'])] }, given.doubts);
  const session = new Session(tool, given, context);
  session.run();
  return withDoubt({ actions: session.actions, inputs: session.inputs, runs: session.runs }, [
    ...given.doubts,
    ...session.doubts,
  ]);
}

/** What one sqlite3 is given to run, on a database that is a file of this machine. */
class Session {
  readonly actions: Action[] = [];
  readonly inputs: Input[] = [];
  readonly runs: Run[] = [];
  readonly doubts: string[] = [];
  readonly #tool: string;
  readonly #given: Arguments;
  readonly #context: ReadContext;
  #cwd: string;
  #database: Resource = {};
  #scope: Scope = {};

  constructor(tool: string, given: Arguments, context: ReadContext) {
    this.#tool = tool;
    this.#given = given;
    this.#context = context;
    this.#cwd = context.cwd;
    this.#open(given.database);
  }

  run(): void {
    const { init, commands, texts, archive } = this.#given;
    const start = init ?? `${this.#context.home}/.sqliterc`;
    if (init !== undefined || this.#context.files.read(start) !== undefined) this.#file(start, 0);
    for (const text of commands) this.#argument(text);
    if (archive !== undefined) this.#archive(archive);
    else if (texts.length === 0) this.#stdin();
    for (const text of texts) this.#argument(text);
    if (this.actions.length === 0) this.#add('open', ['read']);
  }

  /** One argument: a dot command, or SQL. */
  #argument(text: string): void {
    if (text.includes(UNRESOLVED) || text.includes(GLOB)) this.#unseen('part of the SQL is only known when it runs');
    else if (text.startsWith('.')) this.#dot(text.slice(1), 0);
    else this.#text(text, false, 0);
  }

  #text(text: string, lines: boolean, depth: number): void {
    const { pieces, open } = piecesOf(text, lines);
    if (open) this.doubts.push('a quoted text never ends');
    for (const piece of pieces) {
      if ('dot' in piece) {
        this.#dot(piece.dot, depth);
        continue;
      }
      const { tag, effects, table, all, files } = judgeStatement(piece.tokens);
      this.#add(tag, effects, { ...fields({ table }), ...(all ? { all: 'true' } : {}) });
      for (const [path, done] of files) this.#touch(tag, path, done);
    }
  }

  #stdin(): void {
    const { stdin, files } = this.#context;
    if (stdin === 'terminal') {
      this.actions.push(
        act(this.#tool, 'session', ['execute'], { resource: this.#database, scope: this.#scope, opaque: true }),
      );
    } else if (stdin !== 'null' && stdin !== 'closed') {
      const snapshot = files.stdin();
      this.inputs.push(inputOf('sql', '-', snapshot));
      if (snapshot?.bytes === undefined) this.#unseen('the SQL on stdin cannot be seen');
      else this.#text(Buffer.from(snapshot.bytes).toString('utf8'), true, 0);
    }
  }

  #file(path: string, depth: number): void {
    const known = depth <= MAX_INCLUDES && !path.includes(UNRESOLVED) && !disturbed(this.#context, this.actions);
    const place = this.#cwd === this.#context.cwd ? path : absolute(path, this.#cwd);
    const snapshot = known ? this.#context.files.read(place) : undefined;
    this.inputs.push(inputOf('sql', path, snapshot));
    if (snapshot?.bytes === undefined) this.#unseen('the SQL file cannot be read');
    else this.#text(Buffer.from(snapshot.bytes).toString('utf8'), true, depth);
  }

  #dot(line: string, depth: number): void {
    const [name = '', ...words] = dotWords(line);
    const kinds = kindsOf(name.toLowerCase());
    if (kinds.length === 0) this.#add(`.${name}`, ['unknown']);
    for (const kind of kinds) this.#command(kind, `.${name}`, words, line.slice(name.length).trim(), depth);
  }

  #command(kind: Kind, name: string, words: readonly string[], rest: string, depth: number): void {
    const operands = words.filter((word) => !word.startsWith('-'));
    const last = operands.at(-1);
    switch (kind) {
      case 'look': {
        this.#add(name, ['read']);
        return;
      }
      case 'dump': {
        this.#add(name, ['export']);
        return;
      }
      case 'write': {
        this.#add(name, ['write']);
        return;
      }
      case 'file':
        if (last === undefined || /^(off|on|std(out|err))$/.test(last)) {
          this.#add(name, ['read']);
          return;
        }
        {
          this.#touch(name, last, ['write']);
          return;
        }
      case 'pipe':
        if (rest.replace(/^(-\S+\s+)*["']?/, '').startsWith('|')) {
          this.#program(name, rest.replace(/^(-\S+\s+)*["']?\|/, '').replace(/["']$/, ''));
          return;
        }
        if (words.some((word) => /^-[ex]$|^--?(excel|editor)$/.test(word))) {
          this.#add(name, ['execute', 'unknown']);
          return;
        }
        if (last === undefined || last === 'stdout') {
          this.#add(name, ['read']);
          return;
        }
        this.#touch(name, last, ['write']);
        return;
      case 'shell': {
        this.#program(name, rest);
        return;
      }
      case 'read':
        if (last?.startsWith('|')) {
          this.#program(name, `${last.slice(1)}`, true);
          return;
        }
        {
          this.#file(last ?? UNRESOLVED, depth + 1);
          return;
        }
      case 'import': {
        // `--skip 1 file table`: file and table stand last.
        const source = operands.at(-2) ?? '';
        this.#add(name, ['write'], fields({ table: last }));
        if (source.startsWith('|')) {
          this.#program(name, source.slice(1));
          return;
        }
        this.#touch(name, source, namesSecretFile(source) ? ['read', 'secret'] : ['read']);
        return;
      }
      case 'restore':
        this.#add(name, ['destroy']);
        if (last !== undefined) this.#touch(name, last, ['read']);
        return;
      case 'open':
        this.#open(last ?? ':memory:');
        {
          this.#add(name, words.includes('--new') || words.includes('-new') ? ['destroy'] : ['read']);
          return;
        }
      case 'cd':
        this.#cwd = last === undefined ? UNRESOLVED : absolute(last, this.#cwd);
        {
          this.#add(name, ['read']);
          return;
        }
      case 'archive': {
        this.#archive(words);
        return;
      }
      default: {
        this.#add(name, kind === 'load' ? ['execute', 'unknown'] : ['unknown']);
        return;
      }
    }
  }

  /** `.archive` lists with -t, takes files in with -c, -i and -u, puts them out with -x, works on another one with -f. */
  #archive(words: readonly string[]): void {
    const letters = words.filter((word, index) => index === 0 || word.startsWith('-')).join('');
    if (/x|extract|f/.test(letters.replace('list', ''))) this.#add('.archive', ['write', 'unknown']);
    else if (/t|list/.test(letters) && !/[ciur]/.test(letters.replace('list', ''))) this.#add('.archive', ['read']);
    else this.#add('.archive', ['write']);
  }

  /** A shell line that sqlite3 starts; of `.read |program` it also runs what comes out. */
  #program(name: string, line: string, reads = false): void {
    this.#add(name, reads ? ['execute', 'unknown'] : ['execute']);
    this.runs.push({ argv: ['sh', '-c', line], via: `sqlite3 ${name}`, stdin: 'pipe' });
  }

  #touch(operation: string, path: string, effects: readonly Effect[]): void {
    if (path === ':memory:' || path === '') return;
    this.actions.push(act(this.#tool, operation, effects, { resource: fileAt(plainPath(path), this.#cwd) }));
  }

  #open(name: string): void {
    const memory = name === '' || name === ':memory:' || /^file::memory:|[?&]mode=memory(&|$)/.test(name);
    this.#scope = memory ? { reach: 'temporary' } : {};
    this.#database = memory ? { kind: 'database' } : { kind: 'database', path: absolute(plainPath(name), this.#cwd) };
  }

  #add(operation: string, effects: readonly Effect[], more: Resource = {}): void {
    this.actions.push(
      act(this.#tool, operation, effects, { resource: { ...this.#database, ...more }, scope: this.#scope }),
    );
  }

  #unseen(note: string): void {
    this.#add('SQL', ['execute', 'unknown']);
    this.doubts.push(note);
  }
}

/** `file:` URIs name a file with slashes as usual, and options behind a question mark. */
function plainPath(name: string): string {
  if (!name.startsWith('file:')) return name;
  const path = name
    .slice('file:'.length)
    .replace(/[?#].*$/s, '')
    .replace(/^\/\/(localhost)?(?=\/)/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return UNRESOLVED;
  }
}
