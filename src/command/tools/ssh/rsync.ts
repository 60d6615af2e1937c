import type { Action, Effect, Scope } from '../../action.ts';
import table from '../../grammars/rsync.json' with { type: 'json' };
import { grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { GRAMMARS, settingsOf } from './client.ts';
import { copied, sideOf } from './copies.ts';

export const reader: Reader = { names: ['rsync', 'rsync-ssl'], read };

/** `--no-OPTION` stands in the help for every flag; `--daemon` and `--server` are left out of it. */
const GRAMMAR = grammar('getopt', {
  flags: `${table.flags} ${negated(table.flags)} --daemon --server --sender`,
  many: table.values,
});

function negated(flags: string): string {
  const names = flags
    .split(' ')
    .flatMap((flag) => flag.split('/'))
    .filter((name) => !name.startsWith('--no-'));
  return names.map((name) => `--no-${name.replace(/^-+/, '')}`).join(' ');
}

/** Options that remove what the other side does not have, or what was copied. */
const REMOVES: readonly string[] = [
  'del',
  'delete',
  'delete-before',
  'delete-during',
  'delete-delay',
  'delete-after',
  'delete-excluded',
  'delete-missing-args',
  'force',
];

function read(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMAR);
  const { options, positionals } = found;
  const doubts = [...doubtsOf(found)];
  const runs: Run[] = [];
  if (options.has('daemon') || options.has('server')) return { actions: [unknownAction('rsync')] };
  if (positionals.length === 0) {
    const asked = options.has('help') || options.has('version') || argv.length === 1;
    return withDoubt({ actions: [asked ? act('rsync', 'rsync', ['read']) : unknownAction('rsync')] }, doubts);
  }
  const to = positionals.at(-1) as string;
  const from = positionals.slice(0, -1);
  if (options.has('no-list-only')) doubts.push('--list-only is taken back');
  const actions: Action[] = [];
  const removes = REMOVES.some((option) => options.has(option));
  const more: Effect[] = removes ? ['destroy'] : [];
  if (from.length === 0 || options.has('list-only')) {
    const side = sideOf(from[0] ?? to);
    actions.push(
      act(
        'rsync',
        'list',
        ['read'],
        side === undefined
          ? { resource: fileAt(from[0] ?? to, context.cwd) }
          : { scope: fields({ host: side.host, user: side.user }) },
      ),
    );
  } else if (options.has('dry-run')) {
    // rsync lets ~/.popt give its options other meanings, so a dry run is judged as the write it would try out.
    const side = sideOf(to) ?? from.map(sideOf).find((one) => one !== undefined);
    const scope: Scope = side === undefined ? {} : fields({ host: side.host, user: side.user });
    const resource = sideOf(to) === undefined ? { resource: fileAt(to, context.cwd) } : {};
    actions.push(act('rsync', 'dry-run', ['write'], { scope, ...resource }));
  } else {
    actions.push(...copied('rsync', from, to, more, fields({ port: optionValue(found, 'port') }), context));
    if (options.has('remove-source-files')) actions.push(...sourcesRemoved(from, context));
  }
  shells(found, positionals, actions, runs, doubts);
  for (const option of ['log-file', 'write-batch', 'only-write-batch']) {
    for (const name of options.get(option) ?? [])
      actions.push(act('rsync', 'rsync', ['write'], { resource: fileAt(name, context.cwd) }));
  }
  if (options.has('read-batch')) doubts.push('what it does is in the batch');
  return { ...withDoubt({ actions, pins: PINS }, doubts), runs };
}

function sourcesRemoved(from: readonly string[], context: ReadContext): readonly Action[] {
  return from.slice(0, 64).map((one) => {
    const side = sideOf(one);
    return act(
      'rsync',
      'rsync',
      ['destroy'],
      side === undefined
        ? { resource: fileAt(one, context.cwd) }
        : { scope: fields({ host: side.host, user: side.user }) },
    );
  });
}

/** The programs that connect the two sides: `-e` on this one, `--rsync-path` on the other. */
function shells(found: Scan, positionals: readonly string[], actions: Action[], runs: Run[], doubts: string[]): void {
  const remote = positionals.some((one) => sideOf(one) !== undefined);
  const shell = optionValue(found, 'rsh');
  if (shell !== undefined && remote) {
    const words = shell.trim().split(/\s+/);
    const ssh = words[0] === 'ssh' || words[0] === '/usr/bin/ssh';
    const settings = ssh ? scan(words, 1, GRAMMARS.of('ssh')) : undefined;
    const { lines, doubts: unclear } = settings === undefined ? { lines: [], doubts: [] } : settingsOf([settings]);
    if (settings === undefined || lines.length > 0 || shell.includes(UNRESOLVED) || /["'\\]/.test(shell)) {
      actions.push(act('rsync', 'rsh', ['execute', 'unknown']));
      runs.push({ argv: ['sh', '-c', shell], via: 'rsync -e', open: true });
    } else doubts.push(...doubtsOf(settings), ...unclear);
  }
  const server = optionValue(found, 'rsync-path');
  if (server !== undefined && !/^[\w./-]*rsync$/.test(server)) {
    actions.push(act('rsync', 'rsync-path', ['execute']));
    runs.push({
      argv: ['sh', '-c', server.replace(/(^|[\s;&|])([\w./-]*rsync)\s*$/, '$1true')],
      via: 'rsync --rsync-path',
      elsewhere: true,
    });
  }
  for (const option of found.options.get('remote-option') ?? []) {
    if (!/^--?(no-)?(perms|owner|group|times|fake-super|log-file=.*|super)$/.test(option))
      doubts.push(`the other side gets the option ${option}`);
  }
}

const PINS: readonly string[] = ['RSYNC_RSH', 'RSYNC_PROXY', 'RSYNC_PASSWORD', 'RSYNC_CONNECT_PROG', 'SSH_AUTH_SOCK'];
