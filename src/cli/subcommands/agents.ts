import { GateError } from '../../errors.ts';
import type { Subcommands } from './subcommand.ts';

/** What harnesses of agents call. */
export const agentsSubcommands: Subcommands = ({ program, add }) => {
  add(program, 'hook <name>', 'answers the hook of claude, codex, gemini or cursor: one payload on stdin')
    .addHelpText(
      'after',
      '\nHarnesses call it before each tool call; `gate init NAME` puts it into their settings. It exits with 0 and an answer, or with 2\nand a text on stderr: the command is then not run. It never waits for people.\n\nExample:\n  gate hook claude < payload.json\n',
    )
    .action(() => {
      throw new GateError('INTERNAL', '`gate hook` is answered before subcommands are');
    });
};
