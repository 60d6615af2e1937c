import { Argument, type Command } from 'commander';
import { chance } from '../../wiring.ts';
import type { CiSystem } from '../init-ci.ts';
import type { Here } from './subcommand.ts';

/** A step of a pipeline. */
export function initCi(init: Command, { add, io, done, environment }: Here): void {
  add(init, 'ci', 'the step for a pipeline; with --write also the file that it uses')
    .addArgument(new Argument('<system>', 'whose pipeline').choices(SYSTEMS))
    .option('--write [file]', 'show what would change in that file, and write it; the old one is kept beside it')
    .option('--undo [file]', 'put back what was there before')
    .addHelpText('after', EXAMPLES)
    .action(async (system, options) => {
      const { initCi: bring } = await import('../init-ci.ts');
      const color = process.stderr.isTTY === true && !environment['NO_COLOR'];
      done(bring(system, options, { moment: chance, color }, io));
    });
}

const SYSTEMS: readonly CiSystem[] = ['github', 'gitlab'];

const EXAMPLES = `
Examples:
  gate init ci github                  print the step
  gate init ci github --write          and write .github/actions/gate/action.yml
  gate init ci gitlab --write ci/gate.yml
  gate init ci gitlab --undo ci/gate.yml
`;
