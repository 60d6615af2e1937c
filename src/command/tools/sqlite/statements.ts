import type { Effect } from '../../action.ts';
import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { callEffects, type Functions } from '../mysql/calls.ts';
import { isSymbol, isWord, type Token } from '../mysql/tokens.ts';
import { FUNCTIONS, KEYWORDS } from './words-table.ts';

export const DIALECT = { mysql: false } as const;

/** Tables that are functions: of the shell, and of builds that have them. */
const TABLES = new Names(
  'FSDIR GENERATE_SERIES DBSTAT JSON_EACH JSON_TREE COMPLETION BYTECODE TABLES_USED SQLITE_STMT',
);

const SQLITE: Functions = {
  builtin: { has: (name) => FUNCTIONS.has(name) || TABLES.has(name) || name.startsWith('PRAGMA_') },
  keywords: KEYWORDS,
  judged: {
    LOAD_EXTENSION: ['execute', 'unknown'],
    EDIT: ['execute', 'unknown'],
    WRITEFILE: ['write'],
    READFILE: ['read'],
    FTS3_TOKENIZER: ['execute', 'unknown'],
    // It runs the text it is given.
    SHA3_QUERY: ['unknown'],
    ZIPFILE: ['write'],
  },
};

const BY_VERB: Readonly<Record<string, Effect>> = {
  SELECT: 'read',
  VALUES: 'read',
  EXPLAIN: 'read',
  BEGIN: 'read',
  COMMIT: 'read',
  END: 'read',
  ROLLBACK: 'read',
  SAVEPOINT: 'read',
  RELEASE: 'read',
  DETACH: 'read',
  INSERT: 'write',
  REPLACE: 'write',
  UPDATE: 'write',
  CREATE: 'write',
  VACUUM: 'write',
  REINDEX: 'write',
  ANALYZE: 'write',
  ATTACH: 'write',
  DELETE: 'destroy',
  DROP: 'destroy',
};

/** They print, or last as long as the connection, with a value or without. */
const PRAGMAS = new Names(`analysis_limit automatic_index busy_timeout cache_size cache_spill case_sensitive_like
cell_size_check checkpoint_fullfsync collation_list compile_options count_changes data_version database_list
defer_foreign_keys empty_result_callbacks foreign_key_check foreign_key_list foreign_keys freelist_count
full_column_names fullfsync function_list hard_heap_limit ignore_check_constraints index_info index_list index_xinfo
integrity_check legacy_alter_table locking_mode mmap_size module_list page_count pragma_list query_only quick_check
read_uncommitted recursive_triggers reverse_unordered_selects short_column_names shrink_memory soft_heap_limit
synchronous table_info table_list table_xinfo temp_store threads trusted_schema wal_autocheckpoint max_page_count
journal_size_limit`);

/** They print when asked without a value, and change the file with one. */
const STORED = new Names(`application_id auto_vacuum default_cache_size encoding journal_mode page_size schema_version
secure_delete user_version writable_schema temp_store_directory`);

/** They change the file in any case. */
const ACTING = new Names('incremental_vacuum optimize wal_checkpoint');

export interface Judged {
  readonly tag: string;
  readonly effects: readonly Effect[];
  readonly table?: string;
  readonly all?: boolean;
  /** Files beside the database that it names, and what happens to them. */
  readonly files: readonly (readonly [path: string, effects: readonly Effect[]])[];
}

/** What one statement does. */
export function judgeStatement(tokens: readonly Token[]): Judged {
  const effects = new Set<Effect>();
  const files: [string, readonly Effect[]][] = [];
  const [first, second] = tokens;
  const verb = first?.kind === 'word' ? first.text : '';
  const main = verb === 'WITH' ? mainVerb(tokens) : verb;
  if (verb === 'PRAGMA') effects.add(pragma(tokens));
  else if (main === 'ALTER') effects.add(tokens.some((token) => isWord(token, 'DROP')) ? 'destroy' : 'write');
  else effects.add(Object.hasOwn(BY_VERB, main) ? (BY_VERB[main] as Effect) : 'unknown');
  // What CREATE and EXPLAIN hold does not run now; a table made from a query is an exception.
  const query = main === 'CREATE' ? tokens.findIndex((token) => isWord(token, 'SELECT')) : 0;
  const runs = main === 'CREATE' ? tokens.slice(0, 4).some((token) => isWord(token, 'TABLE')) && query > 0 : true;
  if (runs && main !== 'EXPLAIN' && main !== 'PRAGMA') callEffects(tokens.slice(query), SQLITE, effects);
  namedFiles(main, tokens, files);
  if (effects.size > 1 && !effects.has('unknown')) effects.delete('read');
  const kind = /^(CREATE|DROP|ALTER)$/.test(main)
    ? tokens.slice(1, 5).find((token) => isWord(token, ...KINDS))
    : undefined;
  const tag = kind === undefined ? main || 'SQL' : `${main} ${kind.text}`;
  const table = tableOf(tokens);
  const all =
    (main === 'DELETE' || main === 'UPDATE') &&
    !tokens.some((token) => isWord(token, 'WHERE', 'LIMIT')) &&
    second !== undefined;
  return { tag, effects: [...effects], files, ...(table === undefined ? {} : { table }), all };
}

const KINDS = ['TABLE', 'INDEX', 'VIEW', 'TRIGGER'];

function mainVerb(tokens: readonly Token[]): string {
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    else if (depth === 0 && isWord(token, 'SELECT', 'VALUES', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE'))
      return token.text;
  }
  return 'WITH';
}

function pragma(tokens: readonly Token[]): Effect {
  // `PRAGMA schema.name = value`
  const at = isSymbol(tokens[2], '.') ? 3 : 1;
  const name = tokens[at]?.text.toLowerCase() ?? '';
  if (PRAGMAS.has(name)) return 'read';
  if (STORED.has(name)) return tokens.length > at + 1 ? 'write' : 'read';
  return ACTING.has(name) ? 'write' : 'unknown';
}

/** `ATTACH 'file'`, `VACUUM INTO 'file'`, and the two functions of the shell that read and write files. */
function namedFiles(verb: string, tokens: readonly Token[], files: [string, readonly Effect[]][]): void {
  // A name that is worked out (`'a' || b`) is not known.
  const name = (at: number, ...ends: readonly string[]): string => {
    const token = tokens[at];
    const end = tokens[at + 1]?.text ?? '';
    const literal = token?.kind === 'string' || (verb === 'ATTACH' && token?.kind === 'name');
    return literal && ends.includes(end) ? token.text : UNRESOLVED;
  };
  if (verb === 'ATTACH') files.push([name(isWord(tokens[1], 'DATABASE') ? 2 : 1, 'AS'), ['write']]);
  tokens.forEach((token, at) => {
    if (verb === 'VACUUM' && isWord(token, 'INTO')) files.push([name(at + 1, ''), ['write']]);
    if (isWord(token, 'WRITEFILE')) files.push([name(at + 2, ','), ['write']]);
    if (!isWord(token, 'READFILE')) return;
    const path = name(at + 2, ')');
    files.push([path, namesSecretFile(path) ? ['read', 'secret'] : ['read']]);
  });
}

function tableOf(tokens: readonly Token[]): string | undefined {
  const place = tokens.findIndex((token, index) => index < 6 && isWord(token, 'FROM', 'INTO', 'TABLE', 'UPDATE'));
  if (place < 0) return undefined;
  let at = place + 1;
  while (isWord(tokens[at], 'IF', 'NOT', 'EXISTS', 'OR', 'REPLACE', 'ABORT', 'FAIL', 'IGNORE')) at++;
  if (isSymbol(tokens[at + 1], '.')) at += 2;
  const token = tokens[at];
  if (token === undefined || token.kind === 'symbol' || token.kind === 'number') return undefined;
  return token.kind === 'word' ? token.raw : token.text;
}
