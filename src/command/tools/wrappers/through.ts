import type { Action, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reading, Run } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { readEnv, removedByEnv } from './env.ts';
import { optionsOf, type Wrapper } from './wrappers-table.ts';
import { fed } from './xargs.ts';

/** What the wrapper does by itself, and the command behind its own words; words it may read in another way are a doubt. */
export function readThrough(tool: string, argv: readonly string[], wrapper: Wrapper, context: ReadContext): Reading {
  const found = scanned(tool, argv, wrapper);
  const whole =
    tool === 'env' ? readEnv(argv, found, context) : tool === 'command' ? readLookup(argv, found) : undefined;
  if (whole !== undefined) return whole;
  const doubts = [...doubtsOf(found), ...doubtful(tool, found, wrapper)];
  if (tool === 'command' && looksUp(found)) doubts.push('command is asked about several words at once');

  // `env -` is `env -i`.
  const bareDash = tool === 'env' && argv[found.end] === '-' && found.dash === undefined ? 1 : 0;
  const assigned = wrapper.assignments
    ? readAssignments(tool, argv, found.end + bareDash)
    : { environment: {}, doubts: [], end: found.end };
  doubts.push(...assigned.doubts);
  const at = assigned.end + (wrapper.skip ?? 0);
  if (argv.slice(assigned.end, at).some((operand) => operand.startsWith('-') || operand.startsWith(UNRESOLVED))) {
    doubts.push(`the operands of ${tool} are not understood`);
  }
  const scope = scopeOf(tool, found);
  const command = commandOf(tool, argv.slice(at), found);
  if (command.length === 0) return withDoubt(withoutCommand(tool, argv, found, wrapper, scope), doubts);

  const environment = { ...(tool === 'env' ? removedByEnv(found, context) : {}), ...assigned.environment };
  const cwd = wrapper.directory === undefined ? undefined : optionValue(found, wrapper.directory);
  const run: Run = {
    argv: command,
    via: [tool, ...argv.slice(1, at)].join(' ').slice(0, 200),
    ...(isElsewhere(found, wrapper) ? { elsewhere: true } : {}),
    ...(Object.keys(environment).length > 0 ? { environment } : {}),
    ...(cwd !== undefined && context.cwd !== '' ? { cwd: cwd === '' ? UNRESOLVED : absolute(cwd, context.cwd) } : {}),
  };
  const started: Pick<Reading, 'inputs'> & { readonly runs: readonly Run[] } = wrapper.open
    ? fed(run, found, context)
    : { runs: wrapper.areLines ? command.map((line) => ({ ...run, argv: ['sh', '-c', line] })) : [run] };
  const runs = [...linesOf(tool, found, wrapper), ...started.runs];
  const actions = ownActions(tool, wrapper, found, scope, context);
  const inputs = started.inputs ?? [];
  if (doubts.length === 0) return { actions, runs, inputs };
  return { actions: [...actions, unknownAction(tool)], runs, inputs, notes: doubts };
}

/** The wrapper's own options, up to the first word that is none. */
function scanned(tool: string, argv: readonly string[], wrapper: Wrapper): Scan {
  const by = optionsOf(tool, wrapper);
  if (wrapper.pairs === undefined && !wrapper.anyLong) return scan(argv, 1, by, true);
  const pairs = new Names(wrapper.pairs ?? '');
  // Two words of an option are made one, and options nobody lists are dropped, each leaving the count as it is.
  const options = new Map<string, string[]>();
  const unknown: string[] = [];
  let at = 1;
  while (at < argv.length) {
    const word = argv[at] as string;
    const long = wrapper.anyLong ? /^--([a-z][a-z0-9.-]*)(?:=([\s\S]*))?$/.exec(word) : null;
    if (long !== null) {
      options.set(long[1] as string, [long[2] ?? '']);
      at++;
    } else if (pairs.has(word)) at += 3;
    else {
      const one = scan(argv, at, by, true);
      for (const [name, values] of one.options) options.set(name, [...values]);
      unknown.push(...one.unknown);
      const next = argv.findIndex((other, index) => index > at && index < one.end && pairs.has(other));
      if (next < 0) return { ...one, options, unknown, end: one.end };
      at = next;
    }
  }
  return { options, positionals: [], unknown, repeated: [], end: Math.min(at, argv.length), dash: undefined };
}

/** Options that make the wrapper do more than run the command. */
function doubtful(tool: string, found: Scan, { doubts = '' }: Wrapper): readonly string[] {
  if (doubts === '') return [];
  if (doubts === '*') return [`${tool} sets variables that gate does not see`];
  return doubts
    .split(' ')
    .filter((name) => found.options.has(name))
    .map((name) => `option ${name} of ${tool} can change what runs`);
}

function isElsewhere(found: Scan, { elsewhere }: Wrapper): boolean {
  return elsewhere === true || (elsewhere?.split(' ').some((name) => found.options.has(name)) ?? false);
}

/** The values of options that are lines for a shell. */
function linesOf(tool: string, found: Scan, { lines = '' }: Wrapper): readonly Run[] {
  if (lines === '') return [];
  return lines
    .split(' ')
    .flatMap((name) => found.options.get(name) ?? [])
    .map((line) => ({ argv: ['sh', '-c', line], via: tool }));
}

/** `command -v NAME` says where a program is. */
function readLookup(argv: readonly string[], found: Scan): Reading | undefined {
  if (!looksUp(found) || argv.length !== found.end + 1) return undefined;
  return { actions: [act('command', 'command', ['read'])], settled: true };
}

function looksUp(found: Scan): boolean {
  return found.options.has('v') || found.options.has('V');
}

interface Assignments {
  readonly environment: Readonly<Record<string, string>>;
  readonly doubts: readonly string[];
  /** Index of the first word that assigns nothing. */
  readonly end: number;
}

function readAssignments(tool: string, argv: readonly string[], from: number): Assignments {
  const environment: Record<string, string> = {};
  const doubts: string[] = [];
  let at = from;
  for (; at < argv.length; at++) {
    const word = argv[at] as string;
    const pair = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(word);
    if (pair !== null) environment[pair[1] as string] = pair[2] as string;
    else if (tool === 'env' && word.includes('=')) doubts.push('an odd name is set in the environment');
    else break;
  }
  return { environment, doubts, end: at };
}

/** What the wrapper does beside running the command. */
function ownActions(
  tool: string,
  wrapper: Wrapper,
  found: Scan,
  scope: Scope,
  context: ReadContext,
): readonly Action[] {
  const actions = wrapper.effects ? [act(tool, tool, wrapper.effects, { scope })] : [];
  const list = optionValue(found, 'arg-file');
  if (list !== undefined && namesSecretFile(list)) {
    actions.push(act(tool, tool, ['read', 'secret'], { resource: { kind: 'file', path: list } }));
  }
  for (const name of (wrapper.writes ?? '').split(' ')) {
    for (const path of found.options.get(name) ?? []) {
      if (path === '/dev/null' || path === '/dev/stderr' || path === '-' || path === '') continue;
      // strace and time hand it to a shell.
      if (/^[|!]/.test(path)) actions.push(act(tool, tool, ['execute', 'unknown']));
      else actions.push(act(tool, tool, ['write'], { resource: fileAt(path, context.cwd) }));
    }
  }
  return actions;
}

/** With nothing to run: prints something, opens a shell, or is not understood. */
function withoutCommand(tool: string, argv: readonly string[], found: Scan, wrapper: Wrapper, scope: Scope): Reading {
  if (argv.length === 2 && /^(--help|--version|-V|-h)$/.test(argv[1] as string) && found.unknown.length === 0)
    return { actions: [act(tool, tool, ['read'])] };
  if (
    tool === 'sudo' &&
    ['list', 'validate', 'version', 'help', 'reset-timestamp', 'remove-timestamp'].some((name) =>
      found.options.has(name),
    )
  ) {
    return { actions: [act(tool, tool, ['read'], { scope })] };
  }
  const bare = wrapper.bare ?? 'unknown';
  return {
    actions: [
      act(tool, tool, wrapper.effects && bare !== 'read' ? [...wrapper.effects, bare] : [bare], {
        scope,
        opaque: bare === 'execute',
      }),
    ],
    notes: bare === 'execute' ? [`${tool} opens a shell`] : [],
  };
}

/** The command's words, where they are not simply what follows. */
function commandOf(tool: string, rest: readonly string[], found: Scan): readonly string[] {
  const line = optionValue(found, 'command');
  if (line !== undefined) return ['sh', '-c', line];
  if (tool === 'flock' && rest[0] === '-c') return ['sh', '-c', ...rest.slice(1)];
  // With -s or -i sudo quotes every word for the shell that runs them; with -e they are files.
  const forShell = found.options.has('shell') || found.options.has('login');
  return tool === 'sudo' && found.options.has('edit') && !forShell ? [] : rest;
}

function scopeOf(tool: string, found: Scan): Scope {
  if (tool === 'chroot') return {};
  const user = optionValue(found, 'user') ?? optionValue(found, 'u');
  const group = optionValue(found, 'group');
  return fields({ user: tool === 'sudo' || tool === 'doas' ? (user ?? 'root') : user, group });
}
