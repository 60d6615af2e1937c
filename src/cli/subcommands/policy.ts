import { chance } from '../../wiring.ts';
import { bundleSubcommands } from './policy-bundle.ts';
import { count, duration, type Subcommands } from './subcommand.ts';

/** What decides. */
export const policySubcommands: Subcommands = (here) => {
  const { program, add, io, done, paths, policies, listing, system, requireLocal } = here;
  const policy = add(program, 'policy', 'what decides');
  add(policy, 'check [files...]', 'are all policies valid? errors name file:line:column').action(async (files) =>
    done(await (await import('../policy.ts')).policyCheck({ paths: policies(), files, system }, io)),
  );
  add(policy, 'test [files...]', 'run the tests that policies carry').action(async (files) =>
    done(await (await import('../policy.ts')).policyTest({ paths: policies(), files }, io)),
  );
  add(policy, 'simulate', 'what would people be asked, by policies as they are now or by others?')
    .option('--since <duration>', 'how far back', duration, 30 * 86_400)
    .option('--policy <directory>', 'policies to try in the place of yours')
    .option('--rule <n>', 'print the nth rule that it proposes, as a policy file', count)
    .option('--json', 'as data')
    .addHelpText('after', SIMULATE_HELP)
    .action(async ({ since, policy: directory, rule, json }) => {
      requireLocal('nothing can be simulated from here');
      const { policySimulate } = await import('../simulate.ts');
      const options = {
        database: paths.database,
        paths: policies(),
        ...(system.bundled && { bundle: await system.bundled() }),
        ...(directory !== undefined && { policy: directory }),
        people: listing().people,
        sinceSeconds: since,
        ...(rule !== undefined && { rule }),
        json,
        now: chance.now(),
      };
      done(await policySimulate(options, io));
    });
  add(policy, 'schema', 'the JSON Schema of a policy file, for editors').action(async () =>
    done(await (await import('../policy.ts')).policySchemaCommand(io)),
  );
  add(policy, 'packs [name]', 'the packs that are shipped; with a name, its text').action(async (name) =>
    done(await (await import('../policy.ts')).policyPacks(name === undefined ? {} : { name }, io)),
  );
  bundleSubcommands(policy, here);
};

const SIMULATE_HELP = `
Everything recorded is decided again, as if nothing were only observed: requests, and tool calls that hooks saw.

Examples:
  gate policy simulate --since 7d                  what a week would have asked, of whom, and by which rules
  gate policy simulate --policy stricter/          the same by the policies of a directory, in the place of yours
  gate policy simulate --rule 1 > pushes.yaml      a rule that would remove questions
`;
