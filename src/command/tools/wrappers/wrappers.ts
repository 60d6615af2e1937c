import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unseen } from '../../reading.ts';
import { su } from './logins.ts';
import {
  debuggers,
  direnv,
  entr,
  loader,
  nixShell,
  perf,
  runParts,
  sops,
  startStopDaemon,
  watchers,
  withSecrets,
} from './others.ts';
import { parallel } from './parallel.ts';
import { screen, tmux } from './sessions.ts';
import { script, watch } from './shell-lines.ts';
import { readThrough } from './through.ts';
import { WRAPPERS } from './wrappers-table.ts';

/** Programs that run another program: seen through with their own option grammar. */
export const reader: Reader = { names: [], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const wrapper = Object.hasOwn(WRAPPERS, tool) ? WRAPPERS[tool] : undefined;
  if (wrapper !== undefined) return readThrough(tool, argv, wrapper, context);
  switch (tool) {
    case 'su':
      return su(argv);
    case 'watch':
    case 'gwatch':
      return watch(argv);
    case 'script':
      return script(argv, context);
    case 'parallel':
    case 'sem':
      return parallel(argv);
    case 'busybox':
    case 'toybox':
      return multicall(tool, argv);
    case 'tmux':
      return tmux(argv);
    case 'screen':
      return screen(argv);
    case 'sops':
      return sops(argv);
    case 'direnv':
      return direnv(argv, context);
    case 'start-stop-daemon':
      return startStopDaemon(argv);
    case 'run-parts':
      return runParts(argv, context);
    case 'perf':
      return perf(argv, context);
    case 'gdb':
    case 'lldb':
      return debuggers(tool, argv);
    case 'ld.so':
    case 'ld-linux-x86-64.so.2':
    case 'ld-linux-aarch64.so.1':
    case 'ld-linux.so.2':
      return loader(tool, argv);
    case 'nix-shell':
      return nixShell(argv);
    case 'entr':
      return entr(argv);
    case 'watchexec':
    case 'nodemon':
      return watchers(tool, argv);
    case 'aws-vault':
    case 'chamber':
    case 'aws-okta':
    case 'saml2aws':
    case 'summon':
    case 'envchain':
    case 'infisical':
    case 'teller':
      return withSecrets(tool, argv);
    default:
      return unseen(tool, `${tool} runs another command in a way gate does not see through`);
  }
}

/** busybox carries its own tools under their usual names. */
function multicall(tool: string, argv: readonly string[]): Reading {
  const name = argv[1];
  if (name === undefined || /^--?(list|help|list-full)$/.test(name)) return { actions: [act(tool, tool, ['read'])] };
  if (name.startsWith('-') || name.includes('/')) return unseen(tool, `${tool} with ${name} is not understood`);
  return { actions: [], runs: [{ argv: argv.slice(1), via: tool }] };
}
