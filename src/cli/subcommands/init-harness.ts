import type { Command } from 'commander';
import type { HarnessName } from '../../agents/settings/harness-settings.ts';
import { GateError } from '../../errors.ts';
import { chance } from '../../wiring.ts';
import type { Kind } from './init.ts';
import type { Here } from './subcommand.ts';

const EXAMPLES = `
Without a word after it: which agents are on this machine, and whether gate stands in front of them.

Examples:
  gate init
  gate init claude --dry-run      only show what would change
  gate init claude                show it, ask, write it; what was there stays beside it
  gate init claude --undo
`;

/** Gate's hook in the settings of agents' harnesses. */
export const initHarnesses: Kind = (init, here) => {
  const { io, done, environment, home, facts } = here;
  init.addHelpText('after', EXAMPLES);
  // A word of its own, so that options of other words stay theirs.
  init
    .command('agents [word]', { isDefault: true, hidden: true })
    .copyInheritedSettings(init)
    .option('--json', 'as data')
    .action(async (word, options) => {
      if (word !== undefined) {
        throw new GateError('USAGE', `nothing that is called \`${word}\` can be set up`, {
          hint: '`gate init --help` lists what can',
        });
      }
      const { listHarnesses } = await import('../init-list.ts');
      done(listHarnesses({ environment, home, cwd: facts.cwd ?? '/' }, options, io));
    });
  harness(init, here, 'claude', 'the hook in the settings of Claude Code').option(
    '--no-second-prompt',
    'Claude Code does not ask again for what gate hands to itself',
  );
  harness(init, here, 'codex', 'the hook in the settings of Codex; you then trust it there');
  harness(init, here, 'gemini', 'the hook in the settings of Gemini CLI');
  harness(init, here, 'cursor', 'the hooks in the settings of Cursor');
};

function harness(init: Command, here: Here, name: HarnessName, what: string): Command {
  const { add, io, done, environment, home, facts, paths, actor } = here;
  return add(init, name, what)
    .option('--gate <path>', 'the gate that it calls (default: the one that runs now, where it is installed)')
    .option('--project', 'in the settings of this repository instead of yours')
    .option('--undo', 'take it out again')
    .option('--yes', 'write it without asking')
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--json', 'as data')
    .action(async (options) => {
      const [{ initHarness }, { lookOn }] = await Promise.all([
        import('../init-harness.ts'),
        import('../../channels/terminal/look.ts'),
      ]);
      const parts = {
        ...{ actor: actor(), environment, home, cwd: facts.cwd ?? '/', uid: facts.user.uid, state: paths.state },
        ...{ moment: chance, color: lookOn(1, environment).color },
      };
      done(await initHarness(parts, name, options, io));
    });
}
