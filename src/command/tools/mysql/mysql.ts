import type { Action, Effect, Resource } from '../../action.ts';
import { Names } from '../../names.ts';
import { optionValue, type Scan, scan } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { type Connection, connectionOf } from './connection.ts';
import { grammarOf, plainArguments } from './options.ts';
import { Session } from './session.ts';

export const reader: Reader = {
  names: (
    'mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlshow mysqlbinlog mysqlslap mysqlanalyze mysqloptimize ' +
    'mysqlrepair mariadb mariadb-dump mariadb-admin mariadb-import mariadb-check mariadb-show mariadb-binlog mariadb-slap ' +
    'mariadb-analyze mariadb-optimize mariadb-repair mariadbcheck mycli mysqlsh'
  ).split(' '),
  read,
};

const PINS = ['MYSQL_HOST', 'MYSQL_TCP_PORT', 'MYSQL_UNIX_PORT', 'MYSQL_PWD'];

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const program = tool === 'mariadb' ? 'mysql' : tool.replace(/^mariadb-?/, 'mysql');
  const args = plainArguments(argv);
  if (tool === 'mycli' || tool === 'mysqlsh') return other(tool, args);
  const by = grammarOf(/^mysql(analyze|optimize|repair)$/.test(program) ? 'mysqlcheck' : program);
  const found = scan(args, 1, by);
  if (found.options.has('help') || found.options.has('version') || found.options.has('print-defaults'))
    return withDoubt({ actions: [act(tool, 'help', ['read'])] }, doubtsOf(found));
  const connection = connectionOf(found, program === 'mysql' ? found.positionals[0] : undefined, context);
  const base = { pins: PINS, secrets: connection.secrets };
  const doubts = [...doubtsOf(found), ...connection.doubts];
  if (program === 'mysql') {
    const session = client(tool, found, connection, context);
    const { actions, runs } = session;
    return withDoubt({ ...base, actions, runs, inputs: [...connection.inputs, ...session.inputs] }, [
      ...doubts,
      ...session.doubts,
    ]);
  }
  const actions = tools(tool, program, found, connection, context);
  return withDoubt({ ...base, actions, inputs: connection.inputs }, doubts);
}

function client(tool: string, found: Scan, connection: Connection, context: ReadContext): Session {
  const session = new Session(tool, connection.scope, context);
  const pager = optionValue(found, 'pager');
  if (pager !== undefined && pager !== '') session.program('pager', pager);
  const tee = optionValue(found, 'tee');
  if (tee !== undefined && tee !== '') session.writes('tee', tee);
  for (const sql of found.options.get('init-command') ?? []) session.script(sql);
  const texts = found.options.get('execute');
  // Of several the last counts; all of them are read.
  for (const text of texts ?? []) session.script(text);
  if (found.options.has('delimiter')) session.doubts.push('another delimiter splits the statements elsewhere');
  if (texts === undefined) session.stdin();
  if (session.actions.length === 0) session.actions.push(act(tool, 'connect', ['read'], { scope: connection.scope }));
  return session;
}

/** The programs beside the client. */
function tools(
  tool: string,
  program: string,
  found: Scan,
  { scope }: Connection,
  context: ReadContext,
): readonly Action[] {
  const has = (name: string): boolean => found.options.has(name);
  const at = (operation: string, effects: readonly Effect[], resource: Resource = {}): Action =>
    act(tool, operation, effects, { scope, resource });
  const written = (path: string | undefined): readonly Action[] =>
    path === undefined ? [] : [act(tool, 'output', ['write'], { resource: fileAt(path, context.cwd) })];
  const [first] = found.positionals;
  switch (program) {
    case 'mysqldump': {
      const every = has('all-databases');
      const resource = every ? { kind: 'database', all: 'true' } : { kind: 'database', ...fields({ name: first }) };
      // The database `mysql` holds the hashes of all passwords.
      const secret = found.positionals.includes('mysql') ? (['secret'] as const) : [];
      const effects: Effect[] = has('delete-master-logs') ? ['export', 'destroy'] : ['export', ...secret];
      return [at(tool, effects, resource), ...written(optionValue(found, 'result-file') ?? optionValue(found, 'tab'))];
    }
    case 'mysqlimport':
      return [
        at(tool, has('delete') ? ['write', 'destroy'] : ['write'], { kind: 'database', ...fields({ name: first }) }),
      ];
    case 'mysqlcheck':
    case 'mysqlanalyze':
    case 'mysqloptimize':
    case 'mysqlrepair': {
      const changes = ['repair', 'optimize', 'analyze', 'auto-repair', 'fix-db-names', 'fix-table-names'].some(has);
      return [at(tool, changes || program !== 'mysqlcheck' ? ['write'] : ['read'])];
    }
    case 'mysqlshow':
      return [at(tool, ['read'])];
    case 'mysqlbinlog': {
      const remote = has('read-from-remote-server');
      const effects: Effect[] = remote ? ['export'] : ['read'];
      const source = remote || first === undefined ? {} : { resource: fileAt(first, context.cwd), scope: {} };
      return [{ ...at(tool, effects), ...source }, ...written(optionValue(found, 'result-file'))];
    }
    case 'mysqladmin':
      return admin(tool, found.positionals, at);
    default:
      return [unknownAction(tool, tool, { scope })];
  }
}

/** Verbs of mysqladmin; those that take something are followed by it. */
const ADMIN: readonly (readonly [verbs: Names, effects: readonly Effect[], operands: number])[] = [
  [new Names('ping status extended-status version variables processlist'), ['read'], 0],
  [new Names('drop'), ['destroy'], 1],
  [new Names('create kill'), ['write'], 1],
  [new Names('password old-password'), ['privilege'], 1],
  [
    new Names(`debug reload refresh shutdown start-slave stop-slave start-replica stop-replica start-all-slaves
stop-all-slaves flush-all-statistics flush-all-status flush-client-statistics flush-hosts flush-index-statistics
flush-logs flush-privileges flush-binary-log flush-engine-log flush-error-log flush-general-log flush-relay-log
flush-slow-log flush-ssl flush-status flush-table-statistics flush-tables flush-threads flush-user-statistics
flush-user-resources`),
    ['write'],
    0,
  ],
];

function admin(
  tool: string,
  words: readonly string[],
  at: (operation: string, effects: readonly Effect[], resource?: Resource) => Action,
): readonly Action[] {
  const actions: Action[] = [];
  for (let index = 0; index < words.length; index++) {
    const verb = words[index] as string;
    const row = ADMIN.find(([verbs]) => verbs.has(verb));
    const operand = row !== undefined && row[2] > 0 ? words[++index] : undefined;
    const database = verb === 'create' || verb === 'drop' ? { kind: 'database', ...fields({ name: operand }) } : {};
    actions.push(at(verb, row?.[1] ?? ['unknown'], database));
  }
  return actions.length === 0 ? [at(tool, ['read'])] : actions;
}

/** Shells of their own, with languages of their own. */
function other(tool: string, args: readonly string[]): Reading {
  const help = args.length === 2 && /^(--help|--version|-V|-\?)$/.test(args[1] as string);
  return {
    actions: [
      act(tool, help ? 'help' : 'session', help ? ['read'] : ['execute', 'unknown'], { scope: { reach: 'remote' } }),
    ],
  };
}
