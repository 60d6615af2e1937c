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
    .option('--attest', 'send a forbidden, a harmless and a broken call through every installed hook')
    .option('--expect <file>', 'compare with what should be: an earlier --json, or a part of one')
    .addHelpText(
      'after',
      '\nIt ends with 0, with 78 when something is wrong or not as expected, and with 74 when the log cannot be used.\n\nExamples:\n  gate doctor\n  gate doctor --attest\n  gate doctor --json > baseline.json\n  gate doctor --expect baseline.json\n',
    )
    .action(async (options) => {
      const { doctor } = await import('../doctor/doctor.ts');
      const { peopleFound } = await import('../doctor/people.ts');
      const people = await peopleFound(system, paths);
      const identified = people.state === 'invalid' ? account() : recognise(listing())(account());
      const who = { identified, tty: facts.tty };
      const machine = { environment, home, uid: facts.user.uid, executable: ownPath(), cwd: facts.cwd ?? '/' };
      const { service } = system;
      const ready = async () => {
        const { serviceIsReady } = await import('../../broker/service.ts');
        if (service !== undefined) await serviceIsReady(service, facts, environment);
      };
      const chosen = service === undefined ? {} : { service, ready };
      done(
        await doctor(
          { actor: who, paths, system, policies: policies(), people, chance, ...machine, ...chosen },
          options,
          io,
        ),
      );
    });
};
