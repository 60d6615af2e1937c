import { join } from 'node:path/posix';
import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import TREE from '../../grammars/gh.json' with { type: 'json' };
import { absolute } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { folderOf } from '../git/remotes.ts';
import { api } from './api.ts';
import { COMMANDS, LOCAL } from './effects-table.ts';

/** GitHub's command line. */
export const reader: Reader = { names: ['gh'], read };

const tree = TREE as unknown as CommandTree;

const PINS = [
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'GH_HOST',
  'GH_REPO',
  'GH_CONFIG_DIR',
  'GH_ENTERPRISE_TOKEN',
  'GITHUB_ENTERPRISE_TOKEN',
  'HTTPS_PROXY',
  'https_proxy',
];

function read(argv: readonly string[], context: ReadContext): Reading {
  const line = parseCommandLine(argv, tree, 'pflag');
  const path = line.path.join(' ');
  const base = {
    pins: PINS,
    secrets: line.options.get('body') && path.startsWith('secret') ? (line.options.get('body') ?? []) : [],
  };
  const helps = argv.includes('--help') && !argv.slice(0, argv.indexOf('--help')).includes('--');
  const doubts = line.unknown
    .filter((option) => option !== '--help' && option !== '-h')
    .map((option) => `option ${option} is not one gate knows`);
  if (helps || path === 'help' || path === 'version' || (path === '' && line.stranger === undefined)) {
    return withDoubt({ ...base, actions: [act('gh', path || 'help', ['read'])] }, path === 'help' ? [] : doubts);
  }
  const scope = scopeOf(line, context);
  if (path === 'api') {
    return withDoubt({ ...base, actions: [api('gh', line, scope, doubts)] }, doubts);
  }
  const effects = COMMANDS.of(path);
  if (effects === undefined && path !== '' && line.stranger === undefined && line.positionals.length === 0) {
    return withDoubt({ ...base, actions: [act('gh', path, ['read'])] }, doubts);
  }
  if (effects === undefined || (line.stranger !== undefined && line.path.length < 3)) {
    const name = [path, line.stranger].filter(Boolean).join(' ') || 'gh';
    return {
      ...base,
      actions: [unknownAction('gh', name, { scope })],
      notes: ['this is no command of gh: an alias or an extension'],
    };
  }
  const raised = raise(path, line, effects);
  // Whatever option a word turns out to be, these commands only read.
  const settled = effects.length === 1 && effects[0] === 'read' && !/^(auth status|config get)$/.test(path);
  const sure = settled ? doubts.filter((doubt) => !doubt.includes('(unresolved)')) : doubts;
  return withDoubt({ ...base, actions: actionsOf(path, line, raised, scope, context), settled }, sure);
}

function scopeOf(line: CommandLine, context: ReadContext): Scope {
  const repository = line.options.get('repo')?.at(-1) ?? context.environment['GH_REPO'];
  const host = line.options.get('hostname')?.at(-1) ?? context.environment['GH_HOST'];
  return fields({ repository, host, account: line.options.get('org')?.at(-1), reach: 'remote' });
}

/** What options add to what the command does. */
function raise(path: string, { options, positionals }: CommandLine, base: readonly Effect[]): readonly Effect[] {
  const on = (name: string): boolean => options.has(name) && options.get(name)?.at(-1) !== 'false';
  switch (path) {
    case 'auth status':
      return on('show-token') ? ['read', 'secret'] : base;
    case 'config get':
      return positionals.some((key) => /token/i.test(key)) ? ['read', 'secret'] : base;
    case 'repo edit':
      return options.has('visibility') ? ['write', 'privilege'] : base;
    case 'repo sync':
    case 'pr checkout':
    case 'co':
      return on('force') ? ['write', 'destroy'] : base;
    case 'pr close':
      return on('delete-branch') ? ['write', 'destroy'] : base;
    case 'pr merge':
      return on('admin') ? ['write', 'privilege'] : base;
    case 'issue develop':
      return on('list') ? ['read'] : base;
    case 'repo set-default':
      return on('view') ? ['read'] : base;
    case 'alias delete':
      return on('all') ? ['destroy'] : base;
    case 'extension upgrade':
      return on('dry-run') ? ['read'] : base;
    case 'codespace ssh':
      return on('config') ? ['read'] : base;
    default:
      return base;
  }
}

function actionsOf(
  path: string,
  line: CommandLine,
  effects: readonly Effect[],
  scope: Scope,
  context: ReadContext,
): readonly Action[] {
  const { positionals, options } = line;
  const [group = ''] = line.path;
  const resource: Resource = fields({ kind: group, name: positionals[0] });
  const fetched = act('gh', path, ['read'], { resource, scope });
  const here = (to: string): Action => act('gh', path, effects, { resource: fileAt(to, context.cwd) });
  switch (path) {
    case 'pr checkout':
    case 'co':
      return [act('gh', path, effects, { resource: { kind: 'repository', path: context.cwd } }), fetched];
    case 'repo clone':
    case 'gist clone':
      return [
        act('gh', path, effects, {
          resource: {
            kind: 'repository',
            path: absolute(positionals[1] ?? folderOf(positionals[0] ?? '.'), context.cwd),
          },
        }),
        fetched,
      ];
    case 'run download':
    case 'release download':
      return [here(options.get('output')?.at(-1) ?? options.get('dir')?.at(-1) ?? '.'), fetched];
    case 'attestation download':
      return [here('.'), fetched];
    case 'repo set-default':
      return [act('gh', path, effects, { resource: { kind: 'repository', path: context.cwd } })];
  }
  if (path.startsWith('extension ') && !effects.includes('read'))
    return [act('gh', path, effects, { resource, scope: { reach: 'machine' } })];
  if (LOCAL.test(path)) {
    const file = fileAt(join(context.home, '.config/gh/config.yml'), context.cwd);
    return [act('gh', path, effects, { resource: effects.includes('read') ? { kind: group } : file })];
  }
  return [act('gh', path, effects, { resource, scope })];
}
