import type { Command } from 'commander';
import { pathsFor } from '../../config/paths.ts';
import { chance } from '../../wiring.ts';
import { count, duration, type Here } from './subcommand.ts';

/** Signed policy bundles (docs/policy-bundles.md). */
export function bundleSubcommands(policy: Command, { add, io, done, facts, system, environment }: Here): void {
  const bundle = add(policy, 'bundle', 'one signed file of policies, packs and people');
  const commands = () => import('../policy-bundle.ts');
  add(bundle, 'build <directory>', 'check and test its policies, and make a signed bundle of them')
    .requiredOption('-o, --output <file>', 'where it goes')
    .requiredOption('--key <file...>', 'what signs it: one or more signing keys')
    .option('--name <name>', 'what it is called; else as the directory')
    .option('--version <n>', 'higher than the one before; else one more than that of the file it replaces', count)
    .option('--expires <duration>', 'how long it may come into force, such as 90d; else for ever', duration)
    .option('--json', 'as data')
    .addHelpText('after', BUILD_HELP)
    .action(async (directory, options) => done(await (await commands()).buildBundle(directory, options, chance, io)));
  add(bundle, 'verify <file>', 'is it sound, signed by a key of these, and could it come into force now?')
    .requiredOption('--key <key...>', 'public keys, or files that hold one each')
    .option('--name <name>', 'and it is called so')
    .option('--json', 'as data')
    .action(async (file, options) => done(await (await commands()).verifyBundle(file, options, chance.now(), io)));
  add(bundle, 'show <file>', 'what it says: its signed note, or one member')
    .option('--member <name>', 'the text of this one, such as policies/prod.yaml')
    .option('--json', 'as data')
    .action(async (file, options) => done(await (await commands()).showBundle(file, options, io)));
  add(bundle, 'keygen <name>', 'a new key: the secret half into a file, the public half on stdout')
    .requiredOption('-o, --output <file>', 'where the secret half goes; it must not be there yet')
    .option('--json', 'as data')
    .action(async (name, options) => done(await (await commands()).bundleKeygen(name, options, chance, io)));
  add(bundle, 'fetch', 'take the one that /etc/gate/config.yaml names, and keep it: in force from then on')
    .option('--json', 'as data')
    .action(async (options) => {
      const [{ fetchBundle }, { offeredFrom }] = await Promise.all([commands(), import('../policy-bundle-fetch.ts')]);
      const keeping = { paths: pathsFor({}, facts.user.home), now: chance.now };
      const offered = offeredFrom(system, facts, environment);
      done(await fetchBundle(system.bundle, options, keeping, offered, io));
    });
}

const BUILD_HELP = `
Examples:
  gate policy bundle keygen acme-2026 -o signing.key                       once
  gate policy bundle build policies/ -o acme.json --name acme --key signing.key
  gate policy bundle build policies/ -o acme.json --name acme --key old.key new.key   while keys change
  gate policy bundle verify acme.json --key acme-2026+1a2b3c4d+AQ...
`;
