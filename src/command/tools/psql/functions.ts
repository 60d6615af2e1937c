import type { Effect } from '../../action.ts';
import { Names } from '../../names.ts';
import { EXTENSIONS, EXTENSIONS_VOLATILE, INFORMATION, STEADY } from './functions-table.ts';

/**
 * What the functions do that PostgreSQL's catalogue marks volatile, and those of extensions that reach files or other
 * servers. The catalogue says only "volatile"; whether that is a clock or a shutdown is a judgement, made here for every
 * one of them. A volatile function that stands in no list is unknown.
 */
const JUDGED: readonly (readonly [effects: readonly Effect[], names: Names])[] = [
  [
    ['read'],
    new Names(`amvalidate array_sample array_shuffle clock_timestamp current_query currtid2 currval gen_random_uuid
lastval lo_get loread lo_lseek lo_lseek64 lo_tell lo_tell64 lo_close lo_open pg_available_wal_summaries pg_blocking_pids
pg_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system
pg_current_logfile pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
pg_database_collation_actual_version pg_database_size pg_get_aios pg_get_backend_memory_contexts pg_get_loaded_modules
pg_get_multixact_members pg_get_sequence_data pg_get_shmem_allocations pg_get_shmem_allocations_numa pg_get_wait_events
pg_get_wal_replay_pause_state pg_get_wal_resource_managers pg_get_wal_summarizer_state pg_indexes_size pg_is_in_recovery
pg_is_wal_replay_paused pg_isolation_test_session_is_blocked pg_jit_available pg_last_committed_xact
pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_lock_status pg_ls_archive_statusdir
pg_ls_dir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir pg_ls_tmpdir
pg_ls_waldir pg_notification_queue_usage pg_partition_ancestors pg_partition_tree pg_prepared_xact pg_relation_size
pg_replication_origin_progress pg_replication_origin_session_is_setup pg_replication_origin_session_progress
pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_show_replication_origin_status pg_sleep pg_sleep_for
pg_sleep_until pg_stat_clear_snapshot pg_stat_file pg_stat_force_next_flush pg_stat_get_backend_io
pg_stat_get_backend_wal pg_stat_get_io pg_stat_get_recovery_prefetch pg_stat_get_xact_blocks_fetched
pg_stat_get_xact_blocks_hit pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time
pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted
pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated pg_stat_get_xact_tuples_inserted
pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned pg_stat_get_xact_tuples_updated
pg_stat_have_stats pg_table_size pg_tablespace_size pg_total_relation_size pg_wal_summary_contents
pg_xact_commit_timestamp pg_xact_commit_timestamp_origin pg_xact_status random random_normal setseed timeofday
txid_status uuidv4 uuidv7 dblink_get_connections dblink_is_busy dblink_error_message dblink_get_pkey
dblink_disconnect pg_logdir_ls`),
  ],
  // Passwords and keys stand in these files, and a path may name any file of the server.
  [
    ['read', 'secret'],
    new Names('pg_read_file pg_read_file_old pg_read_binary_file pg_hba_file_rules pg_ident_file_mappings'),
  ],
  [['read', 'secret'], new Names('pg_show_all_file_settings pg_file_read')],
  [['read', 'export'], new Names('pg_logical_slot_peek_changes pg_logical_slot_peek_binary_changes')],
  // What a slot hands out with `get` is gone from it.
  [['export', 'destroy'], new Names('pg_logical_slot_get_changes pg_logical_slot_get_binary_changes')],
  [['export', 'write'], new Names('lo_export')],
  [['write', 'secret'], new Names('lo_import')],
  [['write', 'privilege'], new Names('set_config')],
  [
    ['destroy'],
    new Names(`lo_unlink lo_truncate lo_truncate64 pg_drop_replication_slot pg_replication_origin_drop pg_stat_reset
pg_stat_reset_backend_stats pg_stat_reset_replication_slot pg_stat_reset_shared pg_stat_reset_single_function_counters
pg_stat_reset_single_table_counters pg_stat_reset_slru pg_stat_reset_subscription_stats pg_clear_attribute_stats
pg_clear_relation_stats pg_file_unlink pg_stat_statements_reset pg_truncate_visibility_map heap_force_kill`),
  ],
  [
    ['write'],
    new Names(`brin_desummarize_range brin_summarize_new_values brin_summarize_range gin_clean_pending_list lo_creat
lo_create lo_from_bytea lo_put lowrite nextval setval pg_nextoid pg_advisory_lock pg_advisory_lock_shared
pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared pg_advisory_xact_lock pg_advisory_xact_lock_shared
pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared
pg_backup_start pg_backup_stop pg_start_backup pg_stop_backup pg_cancel_backend pg_terminate_backend pg_notify
pg_copy_logical_replication_slot pg_copy_physical_replication_slot pg_create_logical_replication_slot
pg_create_physical_replication_slot pg_create_restore_point pg_export_snapshot pg_import_system_collations
pg_log_backend_memory_contexts pg_log_standby_snapshot pg_logical_emit_message pg_promote pg_reload_conf
pg_replication_origin_advance pg_replication_origin_create pg_replication_origin_session_reset
pg_replication_origin_session_setup pg_replication_origin_xact_reset pg_replication_origin_xact_setup
pg_replication_slot_advance pg_restore_attribute_stats pg_restore_relation_stats pg_rotate_logfile
pg_rotate_logfile_old pg_switch_wal pg_switch_xlog pg_sync_replication_slots pg_wal_replay_pause pg_wal_replay_resume
pg_file_write pg_file_rename pg_file_sync heap_force_freeze`),
  ],
  // They run text on another server.
  [
    ['execute'],
    new Names(`dblink dblink_connect dblink_connect_u dblink_open dblink_fetch dblink_close dblink_exec
dblink_send_query dblink_get_result dblink_cancel_query`),
  ],
];

/** They run the SQL text they are given; a literal can be read, anything else cannot. */
export const RUNS_TEXT = new Names(
  'query_to_xml query_to_xmlschema query_to_xml_and_xmlschema ts_stat ts_rewrite crosstab crosstab2 crosstab3 crosstab4',
);

/** `delete('x')` is more likely somebody's own function than hstore's. */
const TOO_PLAIN = new Names('delete index sort connectby crosstab crosstab2 crosstab3 crosstab4');

const READ: readonly Effect[] = ['read'];
const UNKNOWN: readonly Effect[] = ['unknown'];

/** What calling a function by this (qualified) name does; `unknown` for a function gate has never heard of. */
export function functionEffects(name: readonly string[]): readonly Effect[] {
  const bare = name.at(-1) ?? '';
  const schema = name.length > 1 ? name.at(-2) : undefined;
  const builtin = schema === undefined || schema === 'pg_catalog';
  if (schema === 'information_schema') return INFORMATION.has(bare) ? READ : UNKNOWN;
  if (builtin && STEADY.has(bare)) return READ;
  for (const [effects, names] of JUDGED) {
    if (!names.has(bare)) continue;
    // A function of that name in another schema may do what this one does, or anything.
    return builtin || !effects.includes('read') ? effects : UNKNOWN;
  }
  const installed = schema === undefined || schema === 'public' || schema === 'extensions';
  if (!installed || TOO_PLAIN.has(bare)) return UNKNOWN;
  return EXTENSIONS.has(bare) || (EXTENSIONS_VOLATILE.has(bare) && bare !== 'set_limit') ? READ : UNKNOWN;
}
