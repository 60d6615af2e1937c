import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import { EffectTable } from '../../effect-table.ts';
import tree from '../../grammars/bq.json' with { type: 'json' };
import { UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { bareSql } from './bq-sql.ts';

export const reader: Reader = { names: ['bq'], read };

const TREE = tree as unknown as CommandTree;

/** bq's commands; `query` is judged by its SQL. */
const BQ = new EffectTable(`
  read: ls | show | head | get-iam-policy | help | version | info | wait | mkdef
  write: mk | cp | load | insert | update | undelete | cancel | partition
  destroy: rm | truncate
  export: extract
  privilege: add-iam-policy-binding | remove-iam-policy-binding | set-iam-policy | init
  execute: shell
`);

function read(argv: readonly string[], context: ReadContext): Reading {
  const line = parseCommandLine(argv, TREE, 'pflag');
  const [command] = line.path;
  const doubts = line.unknown.map((option) => `option ${option} is not one gate knows`);
  const scope = scopeOf(line);
  const base = { pins: PINS, secrets: line.options.get('proxy_password') ?? [] };
  if (command === undefined) {
    const help = argv.length === 2 && /^--?(help|version|helpshort|helpfull)$/.test(argv[1] ?? '');
    const action = line.stranger === undefined || help ? act('bq', 'help', ['read']) : unknownAction('bq');
    return withDoubt({ ...base, actions: [action] }, help ? [] : doubts);
  }
  for (const name of ['api', 'bigqueryrc', 'discovery_file', 'apilog', 'trace']) {
    if (line.options.has(name)) doubts.push(`--${name} changes where bq looks or writes`);
  }
  const found: readonly Effect[] | undefined = command === 'query' ? query(line, context) : BQ.of(command);
  if (found === undefined) return { ...base, actions: [unknownAction('bq', command, { scope })] };
  const effects = new Set<Effect>(found);
  if (command === 'update' && (line.options.has('source') || line.options.has('iam_role_id'))) effects.add('privilege');
  if (command === 'cp' && (line.options.has('f') || line.options.has('force'))) effects.add('destroy');
  if (command === 'load' && (line.options.has('replace') || line.options.has('replace_data'))) effects.add('destroy');
  const actions: Action[] = [act('bq', command, [...effects], { resource: resourceOf(line, command), scope })];
  const target = line.positionals[1];
  if (command === 'extract' && target !== undefined && !target.startsWith('gs://')) {
    actions.push(act('bq', command, ['write'], { resource: fileAt(target, context.cwd) }));
  }
  return withDoubt({ ...base, actions }, doubts);
}

/** The query's first word: only what can begin nothing but a read is one, and a script of several may do anything. */
function query(line: CommandLine, context: ReadContext): readonly Effect[] {
  // Given more than once, or negated, it is not sure which counts.
  const dry = line.options.get('dry_run');
  if (dry?.length === 1 && /^(true)?$/i.test(dry[0] as string) && !line.options.has('nodry_run')) return ['read'];
  const target =
    line.options.has('destination_table') || line.options.has('schedule') || line.options.has('target_dataset');
  const spelled = line.positionals.join(' ');
  const snapshot = spelled === '' ? context.files.stdin() : undefined;
  const text =
    spelled !== '' ? spelled : snapshot?.bytes === undefined ? undefined : Buffer.from(snapshot.bytes).toString();
  if (text === undefined || text.includes(UNRESOLVED)) return ['unknown'];
  const statement = bareSql(text)?.trim().replace(/;\s*$/, '');
  if (statement === undefined || statement.includes(';')) return ['unknown'];
  const first = /^[(\s]*([a-z]+)/i.exec(statement)?.[1]?.toLowerCase() ?? '';
  if (first === 'select' || first === 'with') {
    // A remote function or an external query runs something elsewhere.
    if (/\bexternal_query\s*\(/i.test(statement)) return ['unknown'];
    return target ? ['write'] : ['read'];
  }
  return Object.hasOwn(STATEMENTS, first) ? (STATEMENTS[first] as readonly Effect[]) : ['unknown'];
}

const STATEMENTS: Readonly<Record<string, readonly Effect[]>> = {
  insert: ['write'],
  update: ['write'],
  merge: ['write'],
  create: ['write'],
  alter: ['write'],
  load: ['write'],
  delete: ['destroy'],
  drop: ['destroy'],
  truncate: ['destroy'],
  grant: ['privilege'],
  revoke: ['privilege'],
  export: ['export'],
  call: ['unknown'],
};

function resourceOf(line: CommandLine, command: string): Resource {
  const [name] = line.positionals;
  if (name === undefined || command === 'query') return {};
  return { kind: line.options.has('d') || line.options.has('dataset') ? 'dataset' : 'table', name };
}

function scopeOf(line: CommandLine): Scope {
  return {
    ...fields({ project: line.options.get('project_id')?.at(-1), region: line.options.get('location')?.at(-1) }),
    reach: 'remote',
  };
}

const PINS: readonly string[] = [
  'BIGQUERYRC',
  'CLOUDSDK_CONFIG',
  'CLOUDSDK_CORE_PROJECT',
  'GOOGLE_APPLICATION_CREDENTIALS',
];
