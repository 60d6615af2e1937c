import { recognise } from '../../wiring.ts';
import type { Subcommands } from './subcommand.ts';

/** Whether everything is in order. */
export const doctorSubcommands: Subcommands = ({
  program,
  add,
  io,
  done,
  facts,
  environment,
  paths,
  system,
  listing,
  policies,
  account,
}) => {
  add(program, 'doctor', 'what this mode holds and what not, and whether everything is in order')
    .option('--json', 'as data')
    .action(async (options) => {
      const { doctor } = await import('../doctor.ts');
      const { peopleFound } = await import('../doctor-people.ts');
      const people = await peopleFound(system, paths);
      const identified = people.state === 'invalid' ? account() : recognise(listing())(account());
      const who = { identified, tty: facts.tty };
      const parts = { actor: who, environment, paths, policies: policies(), people, executable: process.execPath };
      done(await doctor(parts, options, io));
    });
};
