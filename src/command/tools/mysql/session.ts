import type { Action, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { GLOB, UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext, Run } from '../../reader.ts';
import { act, fileAt, inputOf } from '../../reading.ts';
import { disturbed } from '../psql/disturbed.ts';
import { scriptOf } from './client.ts';
import { readStatement } from './statements.ts';

/** How deep `source` may lead. */
const MAX_INCLUDES = 8;

/** Commands of the client that only look, or set how results look. */
const LOOKS = new Names(
  'clear ego exit go help nopager notee nowarning print prompt quit rehash status use charset warnings delimiter ' +
    'resetconnection query_attributes ssl_session_data_print costs sandbox',
);

/** What one mysql is given to run. */
export class Session {
  readonly actions: Action[] = [];
  readonly inputs: Input[] = [];
  readonly runs: Run[] = [];
  readonly doubts: string[] = [];
  readonly #tool: string;
  readonly #context: ReadContext;
  #scope: Scope;

  constructor(tool: string, scope: Scope, context: ReadContext) {
    this.#tool = tool;
    this.#scope = scope;
    this.#context = context;
  }

  script(text: string, depth = 0): void {
    if (text.includes(UNRESOLVED) || text.includes(GLOB)) {
      this.#unseen('part of the SQL is only known when it runs');
      return;
    }
    // Client and server disagree about which of these end a comment.
    if (/[\0-\x08\x0e-\x1f\x7f]/.test(text)) this.doubts.push('the SQL holds control characters');
    const { pieces, open } = scriptOf(text);
    if (open) this.doubts.push('a quoted text or comment never ends');
    for (const piece of pieces) {
      if ('tokens' in piece) this.actions.push(readStatement(this.#tool, piece.tokens, this.#scope, piece.perhaps));
      else this.#command(piece.command, piece.argument, depth);
    }
  }

  stdin(): void {
    const { stdin, files } = this.#context;
    if (stdin === 'terminal')
      this.actions.push(act(this.#tool, 'session', ['execute'], { scope: this.#scope, opaque: true }));
    else if (stdin !== 'null' && stdin !== 'closed') this.#file('-', files.stdin()?.bytes, 0);
  }

  /** A shell line the client starts. */
  program(operation: string, line: string): void {
    this.actions.push(act(this.#tool, operation, ['execute'], { scope: this.#scope }));
    this.runs.push({ argv: ['sh', '-c', line], via: this.#tool, stdin: 'pipe' });
  }

  writes(operation: string, path: string): void {
    this.actions.push(act(this.#tool, operation, ['write'], { resource: fileAt(path, this.#context.cwd) }));
  }

  #command(command: string, argument: string, depth: number): void {
    switch (command) {
      case 'system':
        this.program('system', argument);
        return;
      case 'pager':
        if (argument !== '') this.program('pager', argument);
        return;
      case 'tee':
        if (argument !== '') this.writes('tee', argument);
        return;
      case 'source': {
        const known = depth < MAX_INCLUDES && !disturbed(this.#context, this.actions);
        const bytes = known ? this.#context.files.read(argument)?.bytes : undefined;
        this.#file(argument, bytes, depth + 1);
        return;
      }
      case 'use':
        this.#scope = { ...this.#scope, database: argument.replace(/^[`"']|[`"';]+$/g, '') };
        this.actions.push(act(this.#tool, 'USE', ['read'], { scope: this.#scope }));
        return;
      default:
        this.actions.push(
          act(this.#tool, command, LOOKS.has(command) ? ['read'] : ['execute', 'unknown'], { scope: this.#scope }),
        );
    }
  }

  #file(path: string, bytes: Uint8Array | undefined, depth: number): void {
    const snapshot = path === '-' ? this.#context.files.stdin() : this.#context.files.read(path);
    this.inputs.push(inputOf('sql', path, bytes && snapshot));
    if (bytes === undefined)
      this.#unseen(path === '-' ? 'the SQL on stdin cannot be seen' : 'the SQL file cannot be read');
    else this.script(Buffer.from(bytes).toString('utf8'), depth);
  }

  #unseen(note: string): void {
    this.actions.push(act(this.#tool, 'SQL', ['execute', 'unknown'], { scope: this.#scope }));
    this.doubts.push(note);
  }
}
