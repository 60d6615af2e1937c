import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { act, fields, unknownAction } from '../../reading.ts';
import { functionEffects } from './functions.ts';
import { ALTER_TABLE, objectWords, STATEMENTS } from './statements.ts';

type Parse = (sql: string) => { readonly stmts?: readonly { readonly stmt?: unknown }[] };
let parse: Parse | undefined;

/** Loads PostgreSQL's own parser; called once, before the first psql command is read. */
export async function loadParser(): Promise<void> {
  if (parse !== undefined) return;
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  parse = parseSync as Parse;
}

/** One action per statement. Text that PostgreSQL would not parse is not understood. */
export function readSql(sql: string, scope: Scope): readonly Action[] {
  if (parse === undefined || isTangled(sql)) return [unknownAction('psql', 'SQL', { scope })];
  try {
    const { stmts = [] } = parse(sql);
    return stmts.map(({ stmt }) => statement(stmt, scope));
  } catch {
    return [unknownAction('psql', 'SQL', { scope })];
  }
}

/** The parser takes time by the square of the depth of comments inside comments. */
function isTangled(sql: string): boolean {
  return (sql.match(/\/\*/g)?.length ?? 0) > MOST_COMMENTS;
}

const MOST_COMMENTS = 500;

type Node = Readonly<Record<string, unknown>>;

function statement(stmt: unknown, scope: Scope): Action {
  const [kind, node] = Object.entries(isNode(stmt) ? stmt : {})[0] ?? [];
  if (kind === undefined || !isNode(node)) return unknownAction('psql', 'SQL', { scope });
  const effects = new Set<Effect>();
  const tag = judge(kind, node, effects);
  if (effects.size > 1 && !effects.has('unknown')) effects.delete('read');
  const resource = resourceOf(kind, node);
  return act('psql', tag, [...effects], { resource, scope, opaque: effects.has('execute') });
}

/** Adds what a statement does, and everything inside it; returns its command tag. */
function judge(kind: string, node: Node, effects: Set<Effect>): string {
  const [words, known] = STATEMENTS[kind] ?? [undefined, undefined];
  let tag = words;
  const add = (list: string): void => {
    for (const effect of list.split(' ')) effects.add(effect as Effect);
  };
  if (known !== undefined) add(known);
  switch (kind) {
    case 'DropStmt': {
      const object = objectWords(String(node['removeType']));
      tag = `DROP ${object}`;
      add(/POLICY|USER MAPPING|SERVER|ROLE/.test(object) ? 'destroy privilege' : 'destroy');
      break;
    }
    case 'RenameStmt':
      tag = `ALTER ${objectWords(String(node['renameType']))}`;
      add(node['renameType'] === 'OBJECT_ROLE' || node['renameType'] === 'OBJECT_POLICY' ? 'write privilege' : 'write');
      break;
    case 'AlterObjectSchemaStmt':
    case 'AlterObjectDependsStmt':
      tag = `ALTER ${objectWords(String(node['objectType']))}`;
      add('write');
      break;
    case 'DefineStmt':
      tag = `CREATE ${objectWords(String(node['kind']))}`;
      add('write');
      break;
    case 'CopyStmt':
      tag = copy(node, effects);
      break;
    case 'ExplainStmt':
      explain(node, effects);
      return 'EXPLAIN';
    case 'VariableSetStmt':
      tag = settings(node, effects);
      break;
    case 'TransactionStmt':
      tag = String(node['kind']).replace('TRANS_STMT_', '').replaceAll('_', ' ');
      if (/PREPARED|PREPARE/.test(tag)) add('write');
      else if (tag === 'COMMIT' || tag === 'ROLLBACK' || tag === 'BEGIN' || tag === 'START') add('read');
      break;
    case 'AlterTableStmt':
      for (const command of list(node['cmds'])) {
        const subtype = String((inner(command)?.['subtype'] as string | undefined) ?? '');
        effects.add(ALTER_TABLE[subtype] ?? 'write');
      }
      tag = `ALTER ${objectWords(String(node['objtype'] ?? 'OBJECT_TABLE'))}`;
      break;
    case 'GrantStmt':
    case 'GrantRoleStmt':
      tag = node['is_grant'] === true ? 'GRANT' : 'REVOKE';
      break;
    case 'DeclareCursorStmt':
    case 'PrepareStmt':
      tag = kind === 'PrepareStmt' ? 'PREPARE' : 'DECLARE CURSOR';
      add('read');
      break;
    default:
      if (known === undefined) {
        tag = kind
          .replace(/Stmt$/, '')
          .replace(/([a-z])([A-Z])/g, '$1 $2')
          .toUpperCase();
        add(/^(Create|Alter|Define)/.test(kind) ? 'write' : 'unknown');
      }
  }
  contents(node, effects);
  return tag ?? kind;
}

/** Everything below a statement: functions that are called, data-changing CTEs, locks, tables with credentials. */
function contents(node: unknown, effects: Set<Effect>): void {
  const stack: unknown[] = [node];
  while (stack.length > 0) {
    const value = stack.pop();
    if (Array.isArray(value)) {
      for (const item of value) stack.push(item);
      continue;
    }
    if (!isNode(value)) continue;
    for (const [key, below] of Object.entries(value)) {
      if (typeof below !== 'object' || below === null) {
        // Inside an INSERT and the like a table stands without its node's name.
        if (key === 'relname' && SECRET_TABLES.test(String(below))) effects.add('secret');
        continue;
      }
      if (key === 'FuncCall') called(below as Node, effects);
      else if (key === 'A_Expr') operator(below as Node, effects);
      else if (key === 'intoClause') effects.add('write');
      else if (key === 'lockingClause') effects.add('write');
      else if (/Stmt$/.test(key) && key !== 'SelectStmt') judge(key, below as Node, effects);
      stack.push(below);
    }
  }
}

const SECRET_TABLES =
  /^(pg_authid|pg_shadow|pg_user_mapping|pg_user_mappings|pg_hba_file_rules|pg_subscription|pg_largeobject)$/;

function called(call: Node, effects: Set<Effect>): void {
  for (const effect of functionEffects(names(call['funcname']))) effects.add(effect);
}

/** An operator of another schema is a function of another schema. */
function operator(expression: Node, effects: Set<Effect>): void {
  const name = names(expression['name']);
  if (name.length > 1 && name[0] !== 'pg_catalog') effects.add('unknown');
}

function copy(node: Node, effects: Set<Effect>): string {
  const from = node['is_from'] === true;
  if (node['is_program'] === true) {
    effects.add('execute').add(from ? 'write' : 'export');
    return 'COPY';
  }
  if (from) effects.add('write');
  else if (node['filename'] !== undefined) effects.add('export').add('write');
  else effects.add('read');
  if (from && node['filename'] !== undefined) effects.add('secret');
  return 'COPY';
}

/** Planning already evaluates functions that claim to be immutable; ANALYZE runs all of it. */
function explain(node: Node, effects: Set<Effect>): void {
  const analyze = list(node['options']).filter((option) => inner(option)?.['defname'] === 'analyze');
  const runs = analyze.length > 1 || (analyze.length === 1 && !/"sval":"(off|false)"/.test(JSON.stringify(analyze[0])));
  const below = new Set<Effect>();
  const [kind, query] = Object.entries(isNode(node['query']) ? node['query'] : {})[0] ?? [];
  if (kind !== undefined && isNode(query)) judge(kind, query, below);
  if (runs) for (const effect of below) effects.add(effect);
  else if (below.has('unknown')) effects.add('unknown');
}

/** Settings of the session that change how fast or how it prints, not what anything means. */
const HARMLESS_SETTING =
  /^(statement_timeout|lock_timeout|idle_.*timeout|timezone|datestyle|intervalstyle|extra_float_digits|work_mem|maintenance_work_mem|enable_.*|application_name|client_min_messages|bytea_output|jit.*|random_page_cost|seq_page_cost|max_parallel.*|parallel_.*|min_parallel.*|debug_parallel_query|force_parallel_mode|transaction_isolation)$/;

function settings(node: Node, effects: Set<Effect>): string {
  const name = String(node['name'] ?? '').toLowerCase();
  const reset = String(node['kind']).includes('RESET');
  if (/^(role|session_authorization|session_replication_role)$/.test(name) || node['kind'] === 'VAR_RESET_ALL')
    effects.add('privilege');
  else if (
    /^(standard_conforming_strings|backslash_quote|search_path|client_encoding|default_transaction_read_only|transaction_read_only)$/.test(
      name,
    )
  )
    effects.add('write').add('unknown');
  else effects.add(HARMLESS_SETTING.test(name) ? 'read' : 'write');
  return reset ? 'RESET' : 'SET';
}

/** The object a statement is about, where it names exactly one. */
function resourceOf(kind: string, node: Node): Resource {
  if (kind === 'SelectStmt')
    return relation(list(node['fromClause']).length === 1 ? list(node['fromClause'])[0] : undefined);
  if (kind === 'DropStmt') {
    const objects = list(node['objects']);
    const type = objectWords(String(node['removeType'])).toLowerCase();
    const name =
      objects.length === 1
        ? names((objects[0] as Node)['List'] ? ((objects[0] as Node)['List'] as Node)['items'] : [objects[0]])
        : [];
    return name.length === 0 ? { kind: type } : qualified(type, name);
  }
  if (kind === 'TruncateStmt')
    return list(node['relations']).length === 1 ? relation(list(node['relations'])[0]) : { kind: 'table' };
  if (kind === 'DropdbStmt' || kind === 'CreatedbStmt') return fields({ kind: 'database', name: text(node['dbname']) });
  if (kind === 'CreateRoleStmt') return fields({ kind: 'role', name: text(node['role']) });
  if (kind === 'CreateTableAsStmt' && isNode(node['into'])) return relation({ RangeVar: node['into']['rel'] });
  return isNode(node['relation']) ? relation({ RangeVar: node['relation'] }) : {};
}

function relation(value: unknown): Resource {
  const range = isNode(value) ? value['RangeVar'] : undefined;
  if (!isNode(range)) return {};
  const name = text(range['relname']);
  const schema = text(range['schemaname']);
  return { kind: 'table', ...(name === undefined ? {} : { name }), ...(schema === undefined ? {} : { schema }) };
}

function qualified(kind: string, name: readonly string[]): Resource {
  return fields({ kind, name: name.at(-1), schema: name.at(-2) });
}

function names(value: unknown): readonly string[] {
  return list(value).flatMap((item) => {
    const string = isNode(item) && isNode(item['String']) ? text(item['String']['sval']) : undefined;
    return string === undefined ? [] : [string];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inner(value: unknown): Node | undefined {
  const first = isNode(value) ? Object.values(value)[0] : undefined;
  return isNode(first) ? first : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
