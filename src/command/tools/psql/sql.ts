import type { Action, Effect, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { act, unknownAction } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { functionEffects, RUNS_TEXT } from './functions.ts';
import { constant, inner, isNode, list, type Node, names, option, text, unwrap } from './nodes.ts';
import { objectsOf } from './objects.ts';
import { parseSql } from './parser.ts';
import { settingEffects } from './settings.ts';
import { ALTER_TABLE, objectWords, STATEMENTS } from './statements.ts';

/** How deep text may stand inside text: `query_to_xml('select query_to_xml(...)')`. */
const DEEPEST_TEXT = 4;

/** The actions of each statement. Text that PostgreSQL would not parse is not understood. */
export function readSql(sql: string, scope: Scope): readonly Action[] {
  const statements = parseSql(sql);
  if (statements === undefined) return [unknownAction('psql', 'SQL', { scope })];
  return statements.flatMap((statement) => actionsOf(statement, scope));
}

/** True when the text is one `COPY ... FROM STDIN`, after which lines of data come. */
export function copiesFromStdin(sql: string): boolean {
  const statements = parseSql(sql);
  const [kind, node] = unwrap(statements?.at(-1)) ?? [];
  return kind === 'CopyStmt' && node?.['is_from'] === true && !node['is_program'] && node['filename'] === undefined;
}

function actionsOf(statement: unknown, scope: Scope): readonly Action[] {
  const [kind, node] = unwrap(statement) ?? [];
  if (kind === undefined || node === undefined) return [unknownAction('psql', 'SQL', { scope })];
  const effects = new Set<Effect>();
  const tag = judge(kind, node, effects, 0);
  if (effects.size > 1 && !effects.has('unknown')) effects.delete('read');
  const found = [...effects];
  return objectsOf(kind, node).map((resource) => act('psql', tag, found, { resource, scope }));
}

/** Adds what a statement does, and everything inside it that runs with it; returns its command tag. */
function judge(kind: string, node: Node, effects: Set<Effect>, depth: number): string {
  const [words, known] = (Object.hasOwn(STATEMENTS, kind) ? STATEMENTS[kind] : undefined) ?? [kind, 'unknown'];
  if (known !== '') for (const effect of known.split(' ')) effects.add(effect as Effect);
  const tag = special(kind, node, effects, words, depth);
  if (RUNS_NOW.has(kind)) contents(node, effects, depth);
  else if (kind === 'CreateStmt' && node['partbound'] !== undefined) contents(node['partbound'], effects, depth);
  return tag;
}

/** The others keep their expressions for later, or have none. */
const RUNS_NOW = new Names(
  'SelectStmt InsertStmt UpdateStmt DeleteStmt MergeStmt CopyStmt DeclareCursorStmt PrepareStmt IndexStmt ' +
    'AlterTableStmt AlterDomainStmt CreateSchemaStmt ExecuteStmt CallStmt',
);

function special(kind: string, node: Node, effects: Set<Effect>, words: string, depth: number): string {
  const add = (...more: readonly Effect[]): void => {
    for (const effect of more) effects.add(effect);
  };
  switch (kind) {
    case 'DropStmt': {
      const object = objectWords(String(node['removeType']));
      if (/POLICY|USER MAPPING|ROLE/.test(object)) add('privilege');
      return `DROP ${object}`;
    }
    case 'RenameStmt':
      if (node['renameType'] === 'OBJECT_ROLE' || node['renameType'] === 'OBJECT_POLICY') add('privilege');
      return `ALTER ${objectWords(String(node['renameType']))}`;
    case 'AlterObjectSchemaStmt':
    case 'AlterObjectDependsStmt':
      return `ALTER ${objectWords(String(node['objectType']))}`;
    case 'DefineStmt':
      return `CREATE ${objectWords(String(node['kind']))}`;
    case 'CopyStmt':
      add(...copy(node));
      return 'COPY';
    case 'ExplainStmt':
      explain(node, effects, depth);
      return 'EXPLAIN';
    case 'VariableSetStmt':
      effects.delete('read');
      add(...settingEffects(node));
      return String(node['kind']).includes('RESET') ? 'RESET' : 'SET';
    case 'TransactionStmt': {
      const tag = String(node['kind']).replace('TRANS_STMT_', '').replaceAll('_', ' ');
      if (tag.includes('PREPARE')) add('write');
      return tag;
    }
    case 'MergeStmt':
      for (const clause of list(node['mergeWhenClauses']))
        if (inner(clause)?.['commandType'] === 'CMD_DELETE') add('destroy');
      return words;
    case 'AlterTableStmt':
      for (const command of list(node['cmds'])) add(ALTER_TABLE[String(inner(command)?.['subtype'])] ?? 'write');
      return `ALTER ${objectWords(String(node['objtype'] ?? 'OBJECT_TABLE'))}`;
    case 'AlterOwnerStmt':
      return `ALTER ${objectWords(String(node['objectType']))}`;
    case 'GrantStmt':
    case 'GrantRoleStmt':
      return node['is_grant'] === true ? 'GRANT' : 'REVOKE';
    case 'CreateFunctionStmt':
      add(...routine(node));
      return node['is_procedure'] === true ? 'CREATE PROCEDURE' : words;
    case 'AlterFunctionStmt':
      if (text(JSON.stringify(option(node['actions'], 'security') ?? null))?.includes('"boolval":true'))
        add('privilege');
      return words;
    case 'CreateTableAsStmt': {
      // WITH NO DATA plans the query and runs nothing.
      const into = node['into'];
      if (!isNode(into) || into['skipData'] !== true) contents(node['query'], effects, depth);
      return node['objtype'] === 'OBJECT_MATVIEW' ? 'CREATE MATERIALIZED VIEW' : words;
    }
    default:
      return words;
  }
}

/** Languages whose functions can do no more on the server than SQL can. */
const TRUSTED_LANGUAGES = new Names('sql plpgsql pltcl plperl plv8 plrust');

/** A new function runs nothing yet; native code is loaded, and an untrusted language reaches the server's files. */
function routine(node: Node): readonly Effect[] {
  const found: Effect[] = [];
  const language = inner(option(node['options'], 'language'))?.['sval'];
  if (language !== undefined && !TRUSTED_LANGUAGES.has(String(language).toLowerCase())) found.push('execute');
  if (inner(option(node['options'], 'security'))?.['boolval'] === true) found.push('privilege');
  return found;
}

/** Everything below a statement: functions that are called, data-changing CTEs, locks, tables with credentials. */
function contents(node: unknown, effects: Set<Effect>, depth: number): void {
  const stack: unknown[] = [node];
  while (stack.length > 0) {
    const value = stack.pop();
    if (Array.isArray(value)) {
      for (const item of value) stack.push(item);
      continue;
    }
    if (!isNode(value)) continue;
    for (const key in value) {
      const below = value[key];
      if (typeof below !== 'object' || below === null) {
        // Inside an INSERT and the like a table stands without its node's name.
        if (key === 'relname' && SECRET_TABLES.has(String(below))) effects.add('secret');
        continue;
      }
      if (key === 'FuncCall') called(below as Node, effects, depth);
      else if (key === 'A_Expr') operator((below as Node)['name'], effects);
      else if (key === 'useOp' || key === 'operName') operator(below, effects);
      else if (key === 'RangeTableSample') sample(below as Node, effects);
      else if (key === 'intoClause' || key === 'lockingClause') effects.add('write');
      else if (key.endsWith('Stmt') && isKind(key) && key !== 'SelectStmt') {
        judge(key, below as Node, effects, depth);
        continue;
      }
      stack.push(below);
    }
  }
}

/** `InsertStmt` is a statement, `selectStmt` a place where one stands. */
function isKind(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 65 && first <= 90;
}

const SECRET_TABLES = new Names(
  'pg_authid pg_shadow pg_user_mapping pg_user_mappings pg_hba_file_rules pg_ident_file_mappings pg_subscription ' +
    'pg_largeobject pg_file_settings',
);

function called(call: Node, effects: Set<Effect>, depth: number): void {
  const name = names(call['funcname']);
  const bare = name.at(-1) ?? '';
  if (RUNS_TEXT.has(bare) && (name.length === 1 || name[0] === 'pg_catalog')) textRun(bare, call, effects, depth);
  else for (const effect of functionEffects(name)) effects.add(effect);
}

/** Functions that run a text: a literal is read, unless a further argument says it is only data. */
function textRun(name: string, call: Node, effects: Set<Effect>, depth: number): void {
  const args = list(call['args']);
  if (name === 'ts_rewrite' && args.length === 3) {
    effects.add('read');
    return;
  }
  const sql = constant(args[name === 'ts_rewrite' ? 1 : 0]);
  const statements = sql === undefined || depth >= DEEPEST_TEXT ? undefined : parseSql(sql);
  if (statements === undefined) {
    effects.add('unknown');
    return;
  }
  for (const statement of statements) {
    const [kind, node] = unwrap(statement) ?? [];
    if (kind === undefined || node === undefined) effects.add('unknown');
    else judge(kind, node, effects, depth + 1);
  }
}

/** A way of sampling is a function too; these come with the server and its own extensions. */
function sample(node: Node, effects: Set<Effect>): void {
  const name = names(node['method']);
  if (name.length !== 1 || !/^(bernoulli|system|system_rows|system_time)$/.test(name[0] ?? '')) effects.add('unknown');
}

/** An operator of another schema is a function of another schema. */
function operator(written: unknown, effects: Set<Effect>): void {
  const name = names(written);
  if (name.length > 1 && name[0] !== 'pg_catalog') effects.add('unknown');
}

function copy(node: Node): readonly Effect[] {
  const from = node['is_from'] === true;
  if (node['is_program'] === true) return ['execute', from ? 'write' : 'export'];
  if (node['filename'] === undefined) return [from ? 'write' : 'read'];
  // The file is one of the server.
  if (!from) return ['export', 'write'];
  return namesSecretFile(String(node['filename'])) ? ['write', 'secret'] : ['write'];
}

/** Planning already evaluates functions that claim to be immutable; ANALYZE runs all of it. */
function explain(node: Node, effects: Set<Effect>, depth: number): void {
  const analyze = list(node['options']).filter((item) => inner(item)?.['defname'] === 'analyze');
  const off = analyze.length === 1 && ['off', 'false', '0'].includes(value(analyze[0]) ?? '');
  const below = new Set<Effect>();
  const [kind, query] = unwrap(node['query']) ?? [];
  if (kind !== undefined && query !== undefined) judge(kind, query, below, depth);
  if (analyze.length > 0 && !off) for (const effect of below) effects.add(effect);
  // A function gate has never heard of may run while the statement is planned.
  else if (below.has('unknown') && !below.has('execute')) effects.add('unknown');
}

function value(item: unknown): string | undefined {
  const arg = inner(item)?.['arg'];
  const [kind, node] = unwrap(arg) ?? [];
  if (kind === 'String') return text(node?.['sval'])?.toLowerCase();
  if (kind === 'Integer') return String(node?.['ival'] ?? 0);
  if (kind === 'Boolean') return String(node?.['boolval'] ?? false);
  return undefined;
}
