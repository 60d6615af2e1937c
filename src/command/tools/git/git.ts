import type { Effect } from '../../action.ts';
import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import TREE from '../../grammars/git.json' with { type: 'json' };
import { Names } from '../../names.ts';
import { type Grammar, grammar, scan } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubted, unknownAction } from '../../reading.ts';
import { actionsOf, addressesOf, readsSecret } from './actions.ts';
import { config } from './config.ts';
import { isHarmlessKey } from './config-keys.ts';
import { COMMANDS, REMOTE_WRITES } from './effects-table.ts';
import { isPartOf, optionDoubts, SETTLED, wordsFor } from './grammar.ts';
import { innerCommands } from './inner.ts';
import { JUDGES } from './judged.ts';
import { outputs } from './outputs.ts';
import { passwordIn, runsTransport } from './remotes.ts';
import { repositoryConfig } from './repository-config.ts';

export const reader: Reader = { names: ['git'], read };

const tree = TREE as unknown as CommandTree;
/** The tree's options of git itself; they stand before the command. */
let own: Grammar | undefined;

function read(argv: readonly string[], context: ReadContext): Reading {
  own ??= grammar('getopt', { flags: tree.flags ?? '', many: tree.values ?? '', optional: tree.optional ?? '' });
  const before = scan(argv, 1, own, true);
  const doubts = optionDoubts(before.unknown);
  const runs: string[] = [];
  for (const setting of before.options.get('c') ?? []) {
    const equals = setting.indexOf('=');
    const key = equals < 0 ? setting : setting.slice(0, equals);
    if (!isHarmlessKey(key, equals < 0 ? 'true' : setting.slice(equals + 1)))
      runs.push(`-c ${key} can decide what runs`);
  }
  for (const setting of before.options.get('config-env') ?? []) {
    if (!isHarmlessKey(setting.split('=')[0] ?? '', undefined)) runs.push('--config-env can decide what runs');
  }
  if (before.options.get('exec-path')?.some((path) => path !== ''))
    runs.push('--exec-path decides which programs git runs');

  const directory = directoryOf(before.options, context);
  const command = argv[before.end];
  if (command === undefined || before.options.has('help') || before.options.has('version')) {
    return settle({ actions: [act('git', command === undefined ? 'git' : 'help', ['read'])] }, doubts, runs);
  }
  const node = Object.hasOwn(tree.commands ?? {}, command) ? tree.commands?.[command] : undefined;
  if (node === undefined || typeof node === 'string') {
    const note = 'this is no command of git: an alias of the repository, or a program named git-...';
    return settle(
      {
        actions: [unknownAction('git', command, { resource: { kind: 'repository', path: directory } })],
        notes: [note],
      },
      doubts,
      runs,
    );
  }
  if (argv[before.end + 1] === '--help' || (argv[before.end + 1] === '-h' && argv.length === before.end + 2)) {
    return settle({ actions: [act('git', command, ['read'])] }, doubts, runs);
  }
  const line = parseCommandLine(wordsFor(command, argv, before.end + 1), node, 'getopt', 0);
  const whole: CommandLine = { ...line, path: [command, ...line.path] };
  if (line.unknown.join() === '--help' && line.positionals.length === 0 && line.options.size === 0) {
    return settle({ actions: [act('git', whole.path.join(' '), ['read'])] }, doubts, runs);
  }
  const repository = WITHOUT_REPOSITORY.has(command) ? undefined : repositoryConfig(directory, context);
  for (const key of repository?.hazards ?? []) runs.push(`the repository's own configuration sets ${key}`);
  const settled = SETTLED.has(command);
  const strange = line.unknown.filter((option) => !isPartOf(node, option) && !(settled && option === '(unresolved)'));
  doubts.push(...optionDoubts(strange));
  const reading = meaning(whole, directory, context, doubts, runs, repository?.remotes);
  const bound = { ...reading, ...(settled && { settled }) };
  // Where it goes, or what it starts, is in that file: what was approved must not find another one.
  const decides =
    repository !== undefined && (REMOTE_WRITES.has(whole.path.join(' ')) || repository.hazards.length > 0);
  return settle(decides ? { ...bound, inputs: [...(reading.inputs ?? []), repository.input] } : bound, doubts, runs);
}

/** Commands that make a repository, or need none. */
const WITHOUT_REPOSITORY = new Names('clone init init-db version help');

/** Where git works: `-C` adds up, `--work-tree` and `--git-dir` name it. */
function directoryOf(options: ReadonlyMap<string, readonly string[]>, context: ReadContext): string {
  let directory = context.cwd;
  for (const path of options.get('C') ?? []) directory = absolute(path, directory);
  const tree = options.get('work-tree')?.at(-1);
  if (tree !== undefined) return absolute(tree, directory);
  const repository = options.get('git-dir')?.at(-1);
  return repository === undefined ? directory : absolute(repository.replace(/\/?\.git\/?$/, '') || '.', directory);
}

function meaning(
  line: CommandLine,
  directory: string,
  context: ReadContext,
  doubts: string[],
  runs: string[],
  remotes: ReadonlyMap<string, string> | undefined,
): Reading {
  const path = line.path.join(' ');
  if (line.path[0] === 'config') return { actions: [config(line, directory, context)], secrets: [] };
  const base = COMMANDS.of(path);
  if (base === undefined || (line.stranger !== undefined && line.path.length === 1)) {
    const named = [path, line.stranger].filter(Boolean).join(' ');
    return { actions: [unknownAction('git', named, { resource: { kind: 'repository', path: directory } })] };
  }
  const judged = JUDGES[path]?.(line, base);
  if (judged?.doubts) doubts.push(...judged.doubts);
  let effects: readonly Effect[] = judged?.effects ?? base;
  if (line.positionals.length > 0 && isGroup(line.path)) effects = ['unknown'];
  const inner = innerCommands(path, line, directory, context);
  doubts.push(...inner.doubts);
  runs.push(...inner.unseen);
  const addresses = addressesOf(path, line);
  for (const address of addresses)
    if (runsTransport(address)) runs.push(`${address.split('::')[0]}:: hands the address to a program`);
  const named = [...line.positionals, ...[...line.options.values()].flat()];
  if (effects.length === 1 && effects[0] === 'read' && named.some(readsSecret)) effects = ['read', 'secret'];
  const actions = actionsOf(path, line, effects, judged, directory, addresses[0], remotes);
  return {
    actions: [...actions, ...outputs(path, line, directory)],
    runs: inner.runs,
    secrets: addresses.flatMap((address) => passwordIn(address) ?? []),
    pins: PINS,
  };
}

/** True for a command that others follow: a word after it that is none of them is not understood. */
function isGroup(path: readonly string[]): boolean {
  const [command = ''] = path;
  if (command === 'reflog') return false;
  let node: CommandTree | string | undefined = tree;
  for (const name of path) node = typeof node === 'object' ? node.commands?.[name] : undefined;
  return typeof node === 'object' && node.commands !== undefined;
}

/** Variables git heeds beside the ones that never reach it. */
const PINS = [
  'GIT_AUTHOR_NAME',
  'GIT_AUTHOR_EMAIL',
  'GIT_COMMITTER_NAME',
  'GIT_COMMITTER_EMAIL',
  'GIT_SSH_COMMAND',
  'GIT_EDITOR',
  'GIT_PAGER',
  'HTTPS_PROXY',
  'https_proxy',
];

/** Doubts make every action unknown; what starts a program that is not seen is execution as well. */
function settle(reading: Reading, doubts: readonly string[], runs: readonly string[]): Reading {
  if (doubts.length === 0 && runs.length === 0) return reading;
  const actions = reading.actions.map((action) => {
    const more =
      runs.length > 0 && !action.effects.includes('execute')
        ? { ...action, effects: [...action.effects, 'execute' as const] }
        : action;
    return doubted(more);
  });
  return { ...reading, actions, notes: [...(reading.notes ?? []), ...doubts, ...runs] };
}
