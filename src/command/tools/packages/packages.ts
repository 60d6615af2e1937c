import { dirname } from 'node:path/posix';
import type { Effect } from '../../action.ts';
import { absolute, programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';
import { changesAnyway, hazardsOf, isSettled } from './hazards.ts';
import { meaning } from './meaning.ts';
import { runnerOf } from './runners.ts';
import { script } from './running.ts';
import { reachesOut } from './scripts.ts';
import type { Work } from './verbs-table.ts';
import { type Line, lineOf } from './words.ts';

/** Package managers: what the verb amounts to, where it works, and the commands it starts. */
export const reader: Reader = { names: [], read };

/** Other names of the same tool. */
const SAME: Readonly<Record<string, string>> = {
  pip3: 'pip',
  pip2: 'pip',
  yum: 'dnf',
  dnf5: 'dnf',
  microdnf: 'dnf',
  tdnf: 'dnf',
  mamba: 'conda',
  micromamba: 'conda',
  bundler: 'bundle',
  'apt-fast': 'apt-get',
  nala: 'apt',
  aptitude: 'apt',
  'nix-env': 'nix-env',
};

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const runner = runnerOf(tool, argv);
  if (runner !== undefined) return runner;
  const own = Object.hasOwn(SAME, tool) ? (SAME[tool] as string) : tool;
  const line = lineOf(own, argv);
  if (asksForHelp(line, argv)) return { actions: [act(tool, line.verb || 'help', ['read'])] };
  const directory = directoryOf(own, line, context);
  if (line.work === undefined) return withoutVerb(tool, line, directory, context);
  const work = workIn(own, line);
  const doubts = [...hazardsOf(own, work, line.options)];
  if (work === 'read') {
    const strange = isSettled(own, line.verb)
      ? line.unknown.filter((option) => option !== '(unresolved)')
      : line.unknown;
    doubts.push(...strange.map((option) => `option ${option} is not one gate knows`));
  }
  if (line.unknown.includes('(unresolved)') && work !== 'build' && work !== 'read')
    doubts.push('a word is only known when it runs');
  const reading = meaning(tool, own, work, line, directory, context);
  return withDoubt(reading, doubts);
}

function asksForHelp({ words, options, work }: Line, argv: readonly string[]): boolean {
  if (options.has('--help') || argv.length === 1) return argv.length > 1 || work === undefined;
  if (words.length > 0)
    return (words[0] === 'help' || words[0] === 'version') && words.length === 1 && options.size === 0;
  return argv.length === 2 && /^(--version|-V|-h|-v|-version)$/.test(argv[1] as string);
}

/** Where the tool works: here, or where an option sends it. */
function directoryOf(tool: string, { options }: Line, context: ReadContext): string {
  const given = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = options.get(name)?.at(-1);
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  const file = given('--manifest-path', '--gemfile', '--lockfile-path');
  if (file !== undefined) return absolute(dirname(file), context.cwd);
  const folder =
    given('--directory', '--cwd', '--dir', '--working-dir', '--project-dir', '--cd') ??
    (tool === 'npm' ? given('--prefix', '-C') : undefined) ??
    (/^(pnpm|cargo|go|poetry|mise)$/.test(tool) ? given('-C') : undefined) ??
    (tool === 'composer' ? given('-d') : undefined) ??
    (tool === 'uv' || tool === 'poetry' ? given('--project', '-P') : undefined);
  return folder === undefined ? context.cwd : absolute(folder, context.cwd);
}

/** What options change in it. */
function workIn(tool: string, line: Line): Work {
  const { options, work, verb, operands } = line;
  const on = (...names: readonly string[]): boolean => names.some((name) => options.has(name));
  const global = on('-g', '--global') || ['global', 'user'].includes(options.get('--location')?.at(-1) ?? '');
  if (changesAnyway(tool, verb, options)) return 'machine';
  if (/^(npm|pnpm|bun|yarn)$/.test(tool) && global) {
    if (work === 'build') return 'machine';
    if (work === 'drop') return 'remove';
  }
  if (/^(apt|apt-get|dnf|zypper|conda|brew|apk)$/.test(tool) && (work === 'machine' || work === 'remove')) {
    if (
      on('-s', '--simulate', '--dry-run', '--just-print', '--no-act', '--recon', '--assumeno', '--print-uris', '-D') &&
      !(tool === 'brew' && on('-s') && !on('--dry-run'))
    ) {
      return tool === 'brew' && !on('--dry-run', '-n') ? (work as Work) : 'read';
    }
  }
  if (work === 'publish' && on('--dry-run', '-n')) return 'build';
  if (tool === 'go' && verb === 'install' && operands.some((word) => word.includes('@'))) return 'machine';
  if (tool === 'go' && verb === 'run' && (operands[0]?.includes('@') || operands[0] === '-')) return 'outside';
  if (tool === 'go' && verb === 'clean' && on('-cache', '-modcache', '-fuzzcache')) return 'machine';
  if (tool === 'cargo' && verb === 'owner' && on('--list', '-l')) return 'read';
  if (tool === 'dotnet' && verb === 'publish') return 'build';
  if (tool === 'cargo' && /^(make|xtask|dev|task)$/.test(verb) && operands.some(reachesOut)) return 'outside';
  if (tool === 'poetry' && verb === 'config' && /^(pypi-token|http-basic)\./.test(operands[0] ?? '')) return 'rights';
  if (tool === 'uv' && verb === 'version' && operands.length > 0) return 'edit';
  return work as Work;
}
/** A word that is no verb: a script of the project for some tools, nothing gate knows for the others. */
function withoutVerb(tool: string, line: Line, directory: string, context: ReadContext): Reading {
  if (line.inner.length > 0) return script(tool, 'run', line, directory, context);
  if (tool === 'mise' && line.words.length > 0)
    return script(tool, 'run', { ...line, inner: line.words }, directory, context);
  if (line.words.length === 0) return withOptionsOnly(tool, line);
  return {
    actions: [unknownAction(tool, line.words.slice(0, 2).join(' '))],
    notes: [`${tool} ${line.words[0]} is not a command gate knows`],
  };
}

/** Without a verb: help, or an option that stands for one and that gate does not know. */
function withOptionsOnly(tool: string, { options }: Line): Reading {
  const strange = [...options.keys()].filter(
    (option) => !/^(--?(version|help|quiet|verbose|no-color|list)|-[hqvV])$/.test(option),
  );
  const effects: readonly Effect[] = strange.length > 0 && tool === 'bun' ? ['execute'] : ['read'];
  return withDoubt(
    { actions: [act(tool, 'help', effects)] },
    strange.map((option) => `option ${option} without a command is not understood`),
  );
}
