import { Option } from 'commander';
import type { Subcommands } from './subcommand.ts';

/** For the steps of pipelines. */
export const ciSubcommands: Subcommands = ({ program, add, io, done, paths }) => {
  const ci = add(program, 'ci', 'for the steps of pipelines');
  add(ci, 'report', 'what became of a step, and the record for its artifacts')
    .requiredOption('--events <file>', 'what `gate --events FILE` wrote')
    .addOption(
      new Option('--format <format>', 'how it is printed: annotations for GitHub, or text')
        .choices(['github', 'text'])
        .default('text'),
    )
    .option('--summary <file>', 'append it as Markdown')
    .option('--outputs <file>', 'append request, decision, reason, status and ran as NAME=VALUE')
    .option('--record <file>', 'export the whole log to that file')
    .addHelpText('after', EXAMPLE)
    .action(async (options) => {
      const { ciReport } = await import('../ci-report.ts');
      done(await ciReport({ database: paths.database, ...options }, io));
    });
};

const EXAMPLE = `
Example:
  gate --events events.jsonl -- make deploy
  gate ci report --events events.jsonl --record record.jsonl
`;
