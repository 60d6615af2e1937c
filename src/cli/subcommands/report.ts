import { chance, modesOf } from '../../wiring.ts';
import { duration, type Subcommands } from './subcommand.ts';

/** Figures from the record. */
export const reportSubcommands: Subcommands = ({
  program,
  add,
  io,
  done,
  environment,
  paths,
  system,
  policies,
  elsewhere,
}) => {
  const report = add(program, 'report', 'figures from the record');
  add(report, 'approvals', 'are people asked too often, and how fast do they answer?')
    .option('--since <duration>', 'how far back', duration, 30 * 86_400)
    .option('--json', 'as data')
    .action(async ({ since, json }) => {
      const { reportApprovals } = await import('../report-approvals.ts');
      const options = {
        database: paths.database,
        ...(elsewhere && { elsewhere }),
        paths: policies(),
        ...(await modesOf(system, paths)),
        sinceSeconds: since,
        json,
        color: process.stdout.isTTY === true && !environment['NO_COLOR'],
        now: chance.now(),
      };
      done(await reportApprovals(options, io));
    });
};
