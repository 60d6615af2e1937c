import type { Effect } from '../../action.ts';
import { PURE_FUNCTIONS } from './functions-table.ts';

/** Functions whose effect is known; by the beginning of their name. First match counts. */
const KNOWN: readonly (readonly [RegExp, readonly Effect[]])[] = [
  [
    /^(pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile.*|pg_switch_wal|pg_promote|pg_wal_replay_(pause|resume))$/,
    ['write'],
  ],
  [/^(nextval|setval|pg_nextoid)$/, ['write']],
  [/^pg_(try_)?advisory_/, ['write']],
  [
    /^pg_(notify|logical_emit_message|create_restore_point|backup_start|backup_stop|start_backup|stop_backup|export_snapshot)$/,
    ['write'],
  ],
  [/^pg_(create|copy)_(logical|physical)_replication_slot$/, ['write']],
  [/^pg_drop_replication_slot$|^pg_stat_reset|^pg_replication_origin_drop$/, ['destroy']],
  [/^pg_logical_slot_get_/, ['destroy', 'export']],
  [/^pg_logical_slot_peek_/, ['export']],
  [
    /^pg_(read_file|read_binary_file|read_file_old|ls_|stat_file|current_logfile|hba_file_rules|ident_file_mappings|show_all_file_settings)/,
    ['read', 'secret'],
  ],
  [/^lo_(export)$/, ['export', 'write']],
  [/^lo_(unlink)$/, ['destroy']],
  [/^lo_(get|open|lseek|tell|close)|^loread$/, ['read', 'export']],
  [/^lo_|^lowrite$/, ['write']],
  [/^set_config$/, ['write', 'privilege']],
  [/^(dblink|pg_file_|pg_logdir|copy_|plpy|plperl)/, ['execute', 'unknown']],
];

/** What calling a function by this (qualified) name does; `unknown` for a function gate has never heard of. */
export function functionEffects(name: readonly string[]): readonly Effect[] {
  const bare = name.at(-1) ?? '';
  const schema = name.length > 1 ? name[0] : undefined;
  for (const [pattern, effects] of KNOWN) if (pattern.test(bare)) return effects;
  const builtin = schema === undefined || schema === 'pg_catalog';
  return builtin && PURE_FUNCTIONS.has(bare) ? ['read'] : ['unknown'];
}
