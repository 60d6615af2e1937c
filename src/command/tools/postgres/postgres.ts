import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { type Grammar, grammar, optionValue, type Scan, scan } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { type Connection, connectionOf, PINS } from '../psql/connection.ts';
import { cluster } from './clusters.ts';
import { OPTIONS } from './options-table.ts';

export const reader: Reader = {
  names: Object.keys(OPTIONS).concat(
    'postgres postmaster pg_upgrade pg_test_fsync pg_test_timing pgcli pg_lsclusters pg_ctlcluster pg_createcluster pg_dropcluster pg_conftool'.split(
      ' ',
    ),
  ),
  read,
};

const grammars = new Map<string, Grammar>();

function grammarOf(program: string): Grammar {
  let found = grammars.get(program);
  if (found === undefined) {
    found = grammar('getopt', OPTIONS[program] ?? {});
    grammars.set(program, found);
  }
  return found;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const program = programOf(argv[0] ?? '').base;
  if (!Object.hasOwn(OPTIONS, program)) return cluster(program, argv);
  const found = scan(argv, 1, grammarOf(program));
  if (found.options.has('help') || found.options.has('version')) {
    return withDoubt({ actions: [act(program, 'help', ['read'])] }, doubtsOf(found));
  }
  const job = new Job(program, found, context);
  const actions = job.actions();
  return withDoubt({ actions, pins: PINS, secrets: job.connection.secrets, inputs: job.connection.inputs }, [
    ...doubtsOf(found),
    ...job.connection.doubts,
    ...job.doubts,
  ]);
}

/** They work on files of this machine and connect to nothing. */
const OFFLINE = new Names(
  'initdb pg_archivecleanup pg_checksums pg_config pg_controldata pg_ctl pg_resetwal ' + 'pg_verifybackup pg_waldump',
);

/** One run of a program of PostgreSQL that has options only. */
class Job {
  readonly connection: Connection;
  readonly doubts: string[] = [];
  readonly #program: string;
  readonly #found: Scan;
  readonly #context: ReadContext;

  constructor(program: string, found: Scan, context: ReadContext) {
    this.#program = program;
    this.#found = found;
    this.#context = context;
    // The first operand names a database, except where it names a role, a file or a directory.
    const database = new Names('createuser dropuser pg_restore').has(program) ? undefined : found.positionals[0];
    this.connection = OFFLINE.has(program)
      ? { scope: { reach: 'machine' }, secrets: [], doubts: [], inputs: [] }
      : connectionOf(
          {
            database: optionValue(found, 'dbname') ?? optionValue(found, 'database') ?? database,
            host: optionValue(found, 'host'),
            port: optionValue(found, 'port'),
            user: optionValue(found, 'username'),
          },
          context,
        );
  }

  actions(): readonly Action[] {
    const has = (name: string): boolean => this.#found.options.has(name);
    const [first] = this.#found.positionals;
    switch (this.#program) {
      case 'pg_dump':
        return [this.#at(['export'], this.#database()), ...this.#written('file')];
      case 'pg_dumpall':
        // Roles come with their passwords' hashes; when nothing else does, that is what it is for.
        return [
          this.#at(
            (has('globals-only') || has('roles-only')) && !has('no-role-passwords') ? ['export', 'secret'] : ['export'],
          ),
          ...this.#written('file'),
        ];
      case 'pg_restore':
        return this.#restore();
      case 'createdb':
        return [this.#at(['write'], { kind: 'database', ...fields({ name: first }) })];
      case 'dropdb':
        return [this.#at(['destroy'], { kind: 'database', ...fields({ name: first }) })];
      case 'createuser':
        return [this.#at(['privilege'], { kind: 'role', ...fields({ name: first }) })];
      case 'dropuser':
        return [this.#at(['privilege', 'destroy'], { kind: 'role', ...fields({ name: first }) })];
      case 'vacuumdb':
      case 'reindexdb':
      case 'clusterdb':
        return [this.#at(['write'], this.#database())];
      case 'vacuumlo':
        return [this.#at(has('dry-run') ? ['read'] : ['destroy'], this.#database())];
      case 'pg_isready':
      case 'oid2name':
        return [this.#at(['read'])];
      case 'pg_amcheck':
        return [this.#at(has('install-missing') ? ['write'] : ['read'])];
      case 'pg_basebackup':
        return [this.#at(['export']), ...this.#written('pgdata'), ...this.#written('waldir')];
      case 'pg_receivewal':
      case 'pg_recvlogical':
        if (has('drop-slot')) return [this.#at(['destroy'])];
        if (has('create-slot') && !has('start')) return [this.#at(['write'])];
        return [this.#at(['export', 'write']), ...this.#written('directory'), ...this.#written('file')];
      case 'pg_rewind':
        return [this.#file('target-pgdata', undefined, has('dry-run') ? ['read'] : ['destroy'])];
      case 'pgbench':
        return [this.#bench()];
      default:
        return this.#offline();
    }
  }

  #offline(): readonly Action[] {
    const has = (name: string): boolean => this.#found.options.has(name);
    const [first, second] = this.#found.positionals;
    switch (this.#program) {
      case 'initdb':
        return [this.#file('pgdata', first, has('show') ? ['read'] : ['write'])];
      case 'pg_controldata':
      case 'pg_waldump':
      case 'pg_verifybackup':
        return [this.#file('pgdata', first, ['read'])];
      case 'pg_config':
        return [act(this.#program, this.#program, ['read'])];
      case 'pg_checksums':
        return [this.#file('pgdata', first, has('enable') || has('disable') ? ['write'] : ['read'])];
      case 'pg_resetwal':
        return [this.#file('pgdata', first, has('dry-run') ? ['read'] : ['destroy'])];
      case 'pg_archivecleanup':
        return [this.#file('', first, has('n') ? ['read'] : ['destroy'])];
      case 'pg_ctl':
        return this.#control(first, second);
      default:
        return [unknownAction(this.#program)];
    }
  }

  /** Into a database it writes, and with `--clean` drops first; otherwise it prints what the archive holds. */
  #restore(): readonly Action[] {
    const [archive] = this.#found.positionals;
    const from = archive === undefined ? [] : [act('pg_restore', 'archive', ['read'], this.#resource(archive))];
    const has = (name: string): boolean => this.#found.options.has(name);
    if (has('list') || !has('dbname')) {
      return from.length === 0 && !has('file')
        ? [act('pg_restore', 'pg_restore', ['read'])]
        : [...from, ...this.#written('file')];
    }
    const drops = has('clean');
    return [...from, this.#at(drops ? ['write', 'destroy'] : ['write'], this.#database())];
  }

  /** Filling drops the tables of that name first; a run empties the history unless it is told not to clean up. */
  #bench(): Action {
    const has = (name: string): boolean => this.#found.options.has(name);
    if (has('show-script') || this.#found.options.get('builtin')?.includes('list')) return this.#at(['read']);
    if (has('file')) return this.#at(['write', 'execute', 'unknown']);
    if (has('initialize') || has('init-steps') || !has('no-vacuum')) return this.#at(['destroy']);
    return this.#at(has('select-only') ? ['read'] : ['write']);
  }

  #control(verb: string | undefined, operand: string | undefined): readonly Action[] {
    // Another program than the installed server, or options of the server that may name one.
    if (this.#found.options.has('p') || this.#found.options.has('options'))
      this.doubts.push('the server is started with a program or options of its own');
    const effects: Effect[] = verb === 'status' ? ['read'] : CONTROL.has(verb ?? '') ? ['write'] : ['unknown'];
    const log = optionValue(this.#found, 'log');
    const place = verb === 'kill' ? fields({ kind: 'process', name: operand }) : this.#data('pgdata', undefined);
    return [
      act('pg_ctl', verb ?? 'pg_ctl', effects, { scope: { reach: 'machine' }, resource: place }),
      ...(log === undefined ? [] : [act('pg_ctl', 'log', ['write'], this.#resource(log))]),
    ];
  }

  #database(): Resource {
    return this.#found.options.has('all')
      ? { kind: 'database', all: 'true' }
      : { kind: 'database', ...fields({ name: this.connection.scope['database'] }) };
  }

  /** An action over the connection. */
  #at(effects: readonly Effect[], resource: Resource = {}): Action {
    return act(this.#program, this.#program, effects, { scope: this.connection.scope, resource });
  }

  /** The file or directory that an option names, written on this machine. */
  #written(name: string): readonly Action[] {
    const path = optionValue(this.#found, name);
    return path === undefined || path === '-' ? [] : [act(this.#program, 'output', ['write'], this.#resource(path))];
  }

  /** An action on a data directory: an option, an operand or PGDATA. */
  #file(name: string, operand: string | undefined, effects: readonly Effect[]): Action {
    const resource = this.#data(name, operand);
    const scope: Scope = resource['path'] === undefined ? { reach: 'machine' } : {};
    return act(this.#program, this.#program, effects, { resource, scope });
  }

  #data(name: string, operand: string | undefined): Resource {
    const path = optionValue(this.#found, name) ?? operand ?? this.#context.environment['PGDATA'];
    return path === undefined ? { kind: 'directory' } : { ...fileAt(path, this.#context.cwd), kind: 'directory' };
  }

  #resource(path: string): { readonly resource: Resource } {
    return { resource: fileAt(path, this.#context.cwd) };
  }
}

const CONTROL = new Names('init initdb start stop restart reload promote logrotate kill');
