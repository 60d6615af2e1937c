import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unseen } from '../../reading.ts';
import { ssh, su } from './logins.ts';
import { parallel, script, watch } from './shell-lines.ts';
import { readThrough } from './through.ts';
import { WRAPPERS } from './wrappers-table.ts';

/** Programs that run another program: seen through with their own option grammar. */
export const reader: Reader = { names: [], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  switch (tool) {
    case 'su':
      return su(argv);
    case 'ssh':
      return ssh(argv);
    case 'watch':
      return watch(argv);
    case 'script':
      return script(argv);
    case 'parallel':
      return parallel(argv);
    case 'busybox':
    case 'toybox':
      return multicall(tool, argv);
  }
  const wrapper = Object.hasOwn(WRAPPERS, tool) ? WRAPPERS[tool] : undefined;
  return wrapper === undefined
    ? unseen(tool, `${tool} runs another command in a way gate does not see through`)
    : readThrough(tool, argv, wrapper, context);
}

/** busybox carries its own tools under their usual names. */
function multicall(tool: string, argv: readonly string[]): Reading {
  const name = argv[1];
  if (name === undefined || /^--?(list|help|list-full)$/.test(name)) return { actions: [act(tool, tool, ['read'])] };
  if (name.startsWith('-') || name.includes('/')) return unseen(tool, `${tool} with ${name} is not understood`);
  return { actions: [], runs: [{ argv: argv.slice(1), via: tool }] };
}
