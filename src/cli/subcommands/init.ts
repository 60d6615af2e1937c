import type { Command } from 'commander';
import { initCi } from './init-ci.ts';
import { initHarnesses } from './init-harness.ts';
import { initService } from './init-service.ts';
import { initTeam } from './init-team.ts';
import type { Here, Subcommands } from './subcommand.ts';

/** One kind of `gate init`: declares `gate init WORD`. */
export type Kind = (init: Command, here: Here) => void;

const KINDS: readonly Kind[] = [initHarnesses, initTeam, initCi, initService];

/** Sets something up, by a change to a file that is shown first and can be taken back. */
export const initSubcommands: Subcommands = (here) => {
  const init = here.add(
    here.program,
    'init',
    'set something up: shows what it would change in which file, and can take it back',
  );
  for (const declare of KINDS) declare(init, here);
};
