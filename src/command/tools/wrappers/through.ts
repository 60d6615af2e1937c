import type { Action, Scope } from '../../action.ts';
import { optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reading, Run } from '../../reader.ts';
import { act, doubtsOf, fields, unknownAction, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { readEnv, removedByEnv } from './env.ts';
import type { Wrapper } from './wrappers-table.ts';

/** What the wrapper does by itself, and the command behind its own words; words it may read in another way are a doubt. */
export function readThrough(tool: string, argv: readonly string[], wrapper: Wrapper, context: ReadContext): Reading {
  const found = scan(argv, 1, wrapper.options, true);
  const whole =
    tool === 'env' ? readEnv(argv, found, context) : tool === 'command' ? readLookup(argv, found) : undefined;
  if (whole !== undefined) return whole;
  const doubts = [...doubtsOf(found)];
  if (tool === 'command' && looksUp(found)) doubts.push('command is asked about several words at once');

  const assigned = wrapper.assignments
    ? readAssignments(tool, argv, found.end)
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
  const cwd = optionValue(found, 'chdir');
  const run: Run = {
    argv: command,
    via: [tool, ...argv.slice(1, at)].join(' ').slice(0, 200),
    ...(Object.keys(environment).length > 0 ? { environment } : {}),
    ...(cwd !== undefined && context.cwd !== '' ? { cwd } : {}),
    ...(wrapper.open ? extend(command, found) : {}),
  };
  const actions = ownActions(tool, wrapper, found, scope);
  if (doubts.length === 0) return { actions, runs: [run] };
  return { actions: [...actions, unknownAction(tool)], runs: [run], notes: doubts };
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
function ownActions(tool: string, wrapper: Wrapper, found: Scan, scope: Scope): readonly Action[] {
  const actions = wrapper.effects ? [act(tool, tool, wrapper.effects, { scope })] : [];
  const list = optionValue(found, 'arg-file');
  if (list !== undefined && namesSecretFile(list)) {
    actions.push(act(tool, tool, ['read', 'secret'], { resource: { kind: 'file', path: list } }));
  }
  const output = tool === 'time' ? optionValue(found, 'output') : undefined;
  if (output !== undefined) actions.push(act(tool, tool, ['write'], { resource: { kind: 'file', path: output } }));
  return actions;
}

/** With nothing to run: prints something, opens a shell, or is not understood. */
function withoutCommand(tool: string, argv: readonly string[], found: Scan, wrapper: Wrapper, scope: Scope): Reading {
  if (argv.length === 2 && /^(--help|--version|-V)$/.test(argv[1] as string))
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

/** What xargs makes of the command's words: more at their end, or text in the place of a placeholder. */
function extend(command: readonly string[], found: Scan): Partial<Run> {
  const place =
    optionValue(found, 'I') ?? (found.options.has('replace') ? optionValue(found, 'replace') || '{}' : undefined);
  // With a placeholder the command keeps its shape: the text lands inside the words that hold it.
  if (place !== undefined && command.length > 0) {
    const argv = command.map((word) => word.replaceAll(place, UNRESOLVED));
    return argv[0] === command[0] ? { argv, stdin: 'null' } : { argv, open: true };
  }
  return { open: true, stdin: 'null' };
}

function scopeOf(tool: string, found: Scan): Scope {
  if (tool === 'chroot') return {};
  const user = optionValue(found, 'user') ?? optionValue(found, 'u');
  const group = optionValue(found, 'group');
  return fields({ user: tool === 'sudo' || tool === 'doas' ? (user ?? 'root') : user, group });
}
