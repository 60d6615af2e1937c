import type { Effect } from '../../action.ts';
import { Names } from '../../names.ts';
import { SESSION_SETTINGS } from './functions-table.ts';
import { constant, inner, list, type Node } from './nodes.ts';

/** They say who one is, or switch triggers and row security off. */
const IDENTITY = new Names('role session_authorization session_replication_role row_security');

/** After these the same text is read as other statements, or into other characters. */
const LEXING = new Names('standard_conforming_strings backslash_quote client_encoding names');

/** A safety that was on may now be off, or code is loaded. */
const GUARDS = new Names(
  'default_transaction_read_only transaction_read_only local_preload_libraries default_tablespace temp_tablespaces ' +
    'default_table_access_method exit_on_error',
);

/** What SET and RESET do: most settings last as long as the session and change how things look or how fast they are. */
export function settingEffects(node: Node): readonly Effect[] {
  const name = String(node['name'] ?? '').toLowerCase();
  const kind = String(node['kind']);
  if (kind === 'VAR_RESET_ALL') return ['privilege'];
  if (name === 'transaction' || name === 'session characteristics') return transaction(node);
  if (name.startsWith('transaction snapshot')) return ['read'];
  if (IDENTITY.has(name)) return ['privilege'];
  if (LEXING.has(name)) return kind.includes('RESET') ? ['write'] : encoding(name, node);
  if (name === 'search_path') return searchPath(node);
  if (GUARDS.has(name)) return ['write'];
  return SESSION_SETTINGS.has(name) ? ['read'] : ['write'];
}

function transaction(node: Node): readonly Effect[] {
  for (const item of list(node['args'])) {
    const element = inner(item);
    if (element?.['defname'] === 'transaction_read_only' && constant(element['arg']) === '0') return ['write'];
  }
  return ['read'];
}

/** These two are ASCII where ASCII matters; others could hide a quote inside a character. */
function encoding(name: string, node: Node): readonly Effect[] {
  const value = constant(list(node['args'])[0])?.toLowerCase().replaceAll(/[-_]/g, '');
  if ((name === 'client_encoding' || name === 'names') && (value === 'utf8' || value === 'sqlascii')) return ['read'];
  if (name === 'standard_conforming_strings' && (value === 'on' || value === 'true' || value === '1')) return ['read'];
  return ['write', 'unknown'];
}

/** Builtin names keep their meaning unless `pg_catalog` is put behind a schema that may shadow it. */
function searchPath(node: Node): readonly Effect[] {
  const schemas = list(node['args']).map((schema) => constant(schema) ?? '?');
  return schemas.indexOf('pg_catalog') > 0 || schemas.includes('?') ? ['write', 'unknown'] : ['read'];
}
