import { chance, systemMode } from '../../wiring.ts';
import { duration, type Subcommands } from './subcommand.ts';

/** What decides. */
export const policySubcommands: Subcommands = ({ program, add, io, done, paths, system, policies }) => {
  const policy = add(program, 'policy', 'what decides');
  add(policy, 'check [files...]', 'are all policies valid? errors name file:line:column').action(async (files) =>
    done(await (await import('../policy.ts')).policyCheck({ paths: policies(), files }, io)),
  );
  add(policy, 'test [files...]', 'run the tests that policies carry').action(async (files) =>
    done(await (await import('../policy.ts')).policyTest({ paths: policies(), files }, io)),
  );
  add(policy, 'simulate', 'what would another policy have said to the recorded requests?')
    .option('--since <duration>', 'how far back', duration, 30 * 86_400)
    .option('--policy <directory>', 'policies to try in the place of yours')
    .option('--json', 'as data')
    .action(async ({ since, policy: directory, json }) => {
      const { policySimulate } = await import('../simulate.ts');
      const options = {
        database: paths.database,
        paths: policies(),
        ...(directory !== undefined && { policy: directory }),
        ...systemMode(system),
        sinceSeconds: since,
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
};
