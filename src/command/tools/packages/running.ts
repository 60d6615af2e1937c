import { absolute } from '../../paths.ts';
import type { ReadContext, Reading, Run } from '../../reader.ts';
import { act, inputOf } from '../../reading.ts';
import { placesOutside } from './places.ts';
import { runnerOf } from './runners.ts';
import { reachesOut } from './scripts.ts';
import type { Line } from './words.ts';

/** Scripts of the project, and commands that a package manager starts. */

/** `npm run NAME`: the project's own script, unless its name says that it reaches out. */
export function script(tool: string, verb: string, line: Line, directory: string, context: ReadContext): Reading {
  const { inner } = line;
  const [name] = inner;
  if (name === undefined) return { actions: [act(tool, verb, ['read'])] };
  if (tool === 'bun' && /(^|\/)[\w.@-]+\.(js|ts|jsx|tsx|mjs|cjs|mts|cts)$/.test(name))
    return scriptFile(tool, name, directory, context);
  const names =
    tool === 'mise' ? [name, ...inner.flatMap((word, at) => (inner[at - 1] === ':::' ? [word] : []))] : [name];
  // `yarn workspace PACKAGE SCRIPT`
  if (verb === 'workspace') names.push(...inner.slice(1, 3));
  const away = names.find(reachesOut);
  if (away !== undefined || name.includes('\0')) {
    return {
      actions: [act(tool, verb, ['execute', 'unknown'], { resource: { kind: 'build', name } })],
      notes: [`by its name ${name} reaches beyond the project`],
    };
  }
  const places = [
    directory,
    ...placesOutside(inner.slice(1), context.cwd, context.home).filter((place) => place !== directory),
  ];
  return {
    actions: places.map((path) => act(tool, verb || 'run', ['execute'], { resource: { kind: 'build', name, path } })),
  };
}

function scriptFile(tool: string, path: string, directory: string, context: ReadContext): Reading {
  const full = absolute(path, directory);
  return {
    actions: [act(tool, 'run', ['execute', 'unknown'], { resource: { kind: 'script', path: full } })],
    inputs: [inputOf('script', path, context.files.read(path))],
  };
}

/** `uv run CMD`, `npm exec -- CMD`: the environment is made ready, then the command runs. */
export function running(
  tool: string,
  own: string,
  verb: string,
  line: Line,
  directory: string,
  context: ReadContext,
): Reading {
  let command = line.inner;
  // Of uv's commands some take a value here; for `run` it is the file that comes next either way.
  const script = line.options.get('--script') ?? line.options.get('-s');
  const module = line.options.get('-m') ?? line.options.get('--module');
  if (own === 'uv' && module !== undefined) command = ['python3', '-m', module.at(-1) as string, ...command];
  else if (own === 'uv' && script !== undefined) command = ['python3', ...script.filter(Boolean), ...command];
  else if (own === 'uv' && /\.pyw?$/.test(command[0] ?? '')) command = ['python3', ...command];
  else if (own === 'rustup' || own === 'conda') command = own === 'rustup' ? command.slice(1) : command;
  if (command.length === 0)
    return {
      actions: [act(tool, verb, ['execute', 'unknown'])],
      notes: [`${tool} ${verb} runs something gate does not see`],
    };
  if (own === 'npm') {
    const named = runnerOf('npx', ['npx', ...command]);
    if (named !== undefined) return named;
  }
  const run: Run = { argv: command, via: `${tool} ${verb}`, ...(directory === context.cwd ? {} : { cwd: directory }) };
  return { actions: [act(tool, verb, ['execute'], { resource: { kind: 'build', path: directory } })], runs: [run] };
}
