import type { Action } from '../../command/action.ts';
import type { Look } from '../../platform/look.ts';
import {
  argumentsOf,
  bytes,
  counted,
  type Finding,
  found,
  number,
  outputOf,
  type Previewer,
  some,
  unknown,
} from './finding.ts';
import { databaseFor } from './postgres-access.ts';
import { changingStatements } from './sql-texts.ts';

/**
 * What a database would lose or change: sizes, estimates and dependants out of its catalogue, and plans that are made and
 * not run. One transaction that may only read; no row is ever read, so none can be shown.
 */
export const preview: Previewer = async (actions, subject, look, access) => {
  // The name of a host means something on the machine where it is used.
  if (!/^(.*\/)?psql$/.test(argumentsOf(subject)[0] ?? '')) return unknown('psql is started by another command');
  const { host, port, database: name } = actions[0]?.scope ?? {};
  const elsewhere = actions.some(
    ({ scope }) => scope['host'] !== host || scope['port'] !== port || scope['database'] !== name,
  );
  if (elsewhere) return unknown('it changes more than one database');
  const database = databaseFor(actions[0]?.scope ?? {}, look, access);
  if ('why' in database) return unknown(database.why);
  const query: Query = async (sql) => {
    const ran = await look.run('psql', [...OPTIONS, ...[...BEFORE, sql, 'ROLLBACK'].flatMap((text) => ['-c', text])], {
      cwd: look.home,
      environment: { ...ENVIRONMENT, ...database.environment },
    });
    const output = outputOf(ran, 'psql');
    return 'why' in output ? output : parsed(output.text);
  };
  const objects = actions.filter(({ operation }) => /^(DROP|TRUNCATE)\b/.test(operation));
  const [dropped, planned] = [await dropsOf(objects, query), await plansOf(actions, subject, look, query)];
  const parts = [...dropped, ...planned];
  const rest = actions.length - objects.length - actions.filter(({ operation }) => PLANNED.has(operation)).length;
  const lines = [
    ...parts.flatMap((part) => part.lines),
    ...(rest > 0 ? ['other statements in it have no preview'] : []),
  ];
  const known = parts.filter(({ kind }) => kind === 'found');
  if (known.length === 0) return parts.length === 0 ? { kind: 'none', lines: [] } : unknown(...lines);
  return found(known.map(({ headline }) => headline).join('; '), [...lines, `looked at in ${database.as}`]);
};

type Query = (sql: string) => Promise<{ readonly value: unknown } | { readonly why: string }>;

/** Never asks for a password, reads no start-up file, stops at the first mistake. */
const OPTIONS = ['-X', '-w', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'];

/** Said again inside, where nothing of a service file can have the last word. */
const BEFORE = [
  'SET default_transaction_read_only = on',
  'BEGIN TRANSACTION READ ONLY',
  `SET LOCAL statement_timeout = '2500ms'`,
  `SET LOCAL lock_timeout = '500ms'`,
  'SET LOCAL standard_conforming_strings = on',
];

const ENVIRONMENT = {
  PSQLRC: '/dev/null',
  PSQL_PAGER: 'cat',
  PSQL_HISTORY: '/dev/null',
  PGOPTIONS: '-c default_transaction_read_only=on -c statement_timeout=2500 -c lock_timeout=500',
  PGAPPNAME: 'gate preview',
  PGCONNECT_TIMEOUT: '2',
  PGCLIENTENCODING: 'UTF8',
};

function parsed(text: string): { readonly value: unknown } | { readonly why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { why: 'the answer of psql is not understood' };
  }
}

/** A text in SQL, with standard strings. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const KINDS: ReadonlySet<string> = new Set([
  'table',
  'view',
  'materialized view',
  'index',
  'sequence',
  'foreign table',
]);

async function dropsOf(actions: readonly Action[], query: Query): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { operation, resource } of actions.slice(0, MOST_OBJECTS)) {
    const { kind = 'table', name, schema } = resource;
    if (name === undefined) findings.push(unknown(`what ${operation} is about is not told by its words`));
    else if (kind === 'schema') findings.push(schemaOf(name, await query(SCHEMA(name))));
    else if (kind === 'database') findings.push(databaseOf(name, await query(DATABASE(name))));
    else if (KINDS.has(kind))
      findings.push(
        relationOf(kind, schema === undefined ? name : `${schema}.${name}`, await query(RELATION(name, schema))),
      );
    else findings.push(unknown(`${operation} has no preview`));
  }
  const more = actions.length - MOST_OBJECTS;
  return more > 0 ? [...findings, unknown(`${counted(more, 'more object')} not looked at`)] : findings;
}

const MOST_OBJECTS = 8;

/** Size, estimated rows, and everything that hangs on a relation: views of views too. */
function RELATION(name: string, schema: string | undefined): string {
  const where =
    schema === undefined ? `format('%I', ${literal(name)})` : `format('%I.%I', ${literal(schema)}, ${literal(name)})`;
  return `WITH RECURSIVE rel(oid) AS (
    SELECT to_regclass(${where})::oid
    UNION SELECT r.ev_class FROM rel JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = rel.oid
      JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  ), dependants(name) AS (
    SELECT DISTINCT pg_describe_object('pg_class'::regclass, rel.oid, 0) FROM rel WHERE rel.oid <> to_regclass(${where})::oid
    UNION SELECT pg_describe_object(d.classid, d.objid, d.objsubid) FROM rel JOIN pg_depend d
      ON d.refclassid = 'pg_class'::regclass AND d.refobjid = rel.oid AND d.deptype = 'n' AND d.classid <> 'pg_rewrite'::regclass
    UNION SELECT 'partition or child ' || inhrelid::regclass::text FROM rel JOIN pg_inherits ON inhparent = rel.oid
  ) SELECT json_build_object('there', c.oid IS NOT NULL, 'rows', c.reltuples, 'bytes', pg_total_relation_size(c.oid),
      'dependants', (SELECT coalesce(json_agg(name ORDER BY name), '[]') FROM dependants))
    FROM (SELECT to_regclass(${where})::oid AS found) f LEFT JOIN pg_class c ON c.oid = f.found`;
}

function SCHEMA(name: string): string {
  return `SELECT json_build_object('there', EXISTS (SELECT FROM pg_namespace WHERE nspname = ${literal(name)}),
    'relations', (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ${literal(name)} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')),
    'routines', (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = ${literal(name)}),
    'bytes', (SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ${literal(name)} AND c.relkind IN ('r', 'm')),
    'names', (SELECT coalesce(json_agg(x.relname), '[]') FROM (SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ${literal(name)} AND c.relkind IN ('r', 'p') ORDER BY pg_total_relation_size(c.oid) DESC LIMIT 20) x))`;
}

function DATABASE(name: string): string {
  return `SELECT json_build_object('there', count(*) > 0, 'bytes', max(pg_database_size(oid)),
    'sessions', (SELECT count(*) FROM pg_stat_activity WHERE datname = ${literal(name)})) FROM pg_database WHERE datname = ${literal(name)}`;
}

interface Relation {
  readonly there: boolean;
  readonly rows: number;
  readonly bytes: number;
  readonly dependants: readonly string[];
}

function relationOf(kind: string, name: string, answer: Awaited<ReturnType<Query>>): Finding {
  if ('why' in answer) return unknown(answer.why);
  const { there, rows, bytes: size, dependants } = answer.value as Relation;
  if (!there)
    return found(`${name}: nothing`, [`${kind} ${name}: is not there now, or not visible to this credential`]);
  const estimate = rows < 0 ? 'rows never counted' : `about ${counted(rows, 'row')}`;
  const hanging =
    dependants.length > 0
      ? [`${counted(dependants.length, 'dependant')}:`, ...some(dependants, 'dependants')]
      : ['nothing depends on it'];
  return found(`${name}: ${estimate}, ${bytes(size)}, ${counted(dependants.length, 'dependant')}`, [
    `${kind} ${name}: ${estimate}, ${bytes(size)}`,
    ...hanging,
  ]);
}

function schemaOf(name: string, answer: Awaited<ReturnType<Query>>): Finding {
  if ('why' in answer) return unknown(answer.why);
  const {
    there,
    relations,
    routines,
    bytes: size,
    names,
  } = answer.value as {
    there: boolean;
    relations: number;
    routines: number;
    bytes: number;
    names: readonly string[];
  };
  if (!there) return found(`schema ${name}: nothing`, [`schema ${name}: is not there now`]);
  return found(`schema ${name}: ${counted(relations, 'relation')}, ${bytes(size)}`, [
    `schema ${name}: ${counted(relations, 'relation')}, ${counted(routines, 'routine')}, ${bytes(size)}`,
    ...some(names, 'tables'),
  ]);
}

function databaseOf(name: string, answer: Awaited<ReturnType<Query>>): Finding {
  if ('why' in answer) return unknown(answer.why);
  const { there, bytes: size, sessions } = answer.value as { there: boolean; bytes: number; sessions: number };
  if (!there) return found(`database ${name}: nothing`, [`database ${name}: is not there now`]);
  return found(`database ${name}: ${bytes(size)}`, [
    `database ${name}: ${bytes(size)}, ${counted(sessions, 'session')} open`,
  ]);
}

const PLANNED: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
const MOST_PLANS = 5;

/** How many rows the planner expects, of each statement that changes some. */
async function plansOf(
  actions: readonly Action[],
  subject: Parameters<Previewer>[1],
  look: Look,
  query: Query,
): Promise<readonly Finding[]> {
  const changing = actions.filter(({ operation }) => PLANNED.has(operation));
  if (changing.length === 0) return [];
  const strange = subject.actions.some(({ effects }) =>
    effects.some((effect) => effect === 'unknown' || effect === 'execute'),
  );
  // The planner may call what it is told never to change anything.
  if (strange) return [unknown('it calls what gate does not know, so it is not even planned')];
  const statements = await changingStatements(subject, look);
  if ('why' in statements) return [unknown(statements.why)];
  const findings: Finding[] = [];
  for (const [index, { tag, text }] of statements.all.slice(0, MOST_PLANS).entries()) {
    const table = changing[index]?.resource['name'];
    const name = `${tag}${table === undefined ? '' : ` of ${table}`}`;
    const answer = await query(`EXPLAIN (FORMAT JSON) ${text}`);
    if ('why' in answer) {
      findings.push(unknown(`${name}: ${answer.why}`), ...(await wholeTable(changing[index], query)));
      continue;
    }
    const rows = rowsOf(answer.value);
    findings.push(
      rows === undefined
        ? unknown(`${name}: the plan is not understood`)
        : found(`about ${counted(rows, 'row')}`, [
            `${name}: about ${number(rows)} rows by the planner, nothing was run`,
          ]),
    );
  }
  const more = statements.all.length - MOST_PLANS;
  return more > 0 ? [...findings, unknown(`${counted(more, 'more statement')} not looked at`)] : findings;
}

/** Where a plan may not be made, what there is at most. */
async function wholeTable(action: Action | undefined, query: Query): Promise<readonly Finding[]> {
  const { name, schema } = action?.resource ?? {};
  if (name === undefined || action?.operation === 'INSERT') return [];
  const answer = await query(RELATION(name, schema));
  if ('why' in answer) return [];
  const { there, rows, bytes: size } = answer.value as Relation;
  if (!there) return [];
  const all = `${rows < 0 ? 'rows never counted' : `about ${counted(rows, 'row')} in all`}, ${bytes(size)}`;
  return [found(`${name}: ${all}`, [`table ${name}: ${all}`])];
}

interface Plan {
  readonly 'Node Type'?: string;
  readonly 'Plan Rows'?: number;
  readonly Plans?: readonly (Plan & { readonly 'Parent Relationship'?: string })[];
}

/** A node that changes a table says 0 itself: what comes into it counts. */
function rowsOf(value: unknown): number | undefined {
  const plan = (value as readonly { readonly Plan?: Plan }[])[0]?.Plan;
  if (plan === undefined) return undefined;
  const into =
    plan['Node Type'] === 'ModifyTable'
      ? (plan.Plans ?? []).filter(
          (each) => each['Parent Relationship'] === 'Outer' || each['Parent Relationship'] === 'Member',
        )
      : [plan];
  return into.reduce((sum, each) => sum + (each['Plan Rows'] ?? 0), 0);
}
