import { ownPath } from '../../platform/own-path.ts';
import { chance, recognise } from '../../wiring.ts';
import type { Subcommands } from './subcommand.ts';

/** Whether everything is in order. */
export const doctorSubcommands: Subcommands = ({
  program,
  add,
  io,
  done,
  facts,
  environment,
  home,
  paths,
  system,
  listing,
  policies,
  account,
}) => {
  add(program, 'doctor', 'what this mode holds and what not, and whether everything is in order')
    .option('--json', 'as data')
    .action(async (options) => {
      const { doctor } = await import('../doctor/doctor.ts');
      const { peopleFound } = await import('../doctor/people.ts');
      const people = await peopleFound(system, paths);
      const identified = people.state === 'invalid' ? account() : recognise(listing())(account());
      const who = { identified, tty: facts.tty };
      const machine = { environment, home, uid: facts.user.uid, executable: ownPath(), now: chance.now() };
      done(await doctor({ actor: who, paths, policies: policies(), people, ...machine }, options, io));
    });
};
