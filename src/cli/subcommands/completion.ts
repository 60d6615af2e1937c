import { Argument, Option } from 'commander';
import { GateError } from '../../errors.ts';
import { WORD_LISTS } from '../completion/values.ts';
import type { Subcommands } from './subcommand.ts';

/** What shells read to complete a line of gate. */
export const completionSubcommands: Subcommands = ({ program, add, io, done, paths, local }) => {
  add(program, 'completion', 'prints what your shell needs to complete gate; `gate install` puts it in place')
    .addArgument(new Argument('[shell]', 'whose completion').choices(['bash', 'zsh', 'fish']))
    .addOption(new Option('--words <list>', 'what the completions ask for').choices(WORD_LISTS).hideHelp())
    .action(async (shell, { words }) => {
      if (words !== undefined) {
        const { printWords } = await import('../completion/words.ts');
        return done(await printWords(words, { local, database: paths.database }, io));
      }
      if (shell === undefined) {
        throw new GateError('USAGE', 'no shell is named', { hint: 'gate completion bash, zsh or fish' });
      }
      const { completionText } = await import('../completion/completion.ts');
      io.stdout(completionText(shell));
      done(0);
    });
};
