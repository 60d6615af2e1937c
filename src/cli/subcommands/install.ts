import { resolve } from 'node:path';
import { chance } from '../../wiring.ts';
import type { Here, Subcommands } from './subcommand.ts';

/** Putting gate where it is found, and taking it away. */
export const installSubcommands: Subcommands = (here) => {
  const { program, add, io, done, environment, paths, account, facts, home } = here;
  add(program, 'install', 'puts gate, its manual and its completions under a prefix')
    .option('--prefix <directory>', 'where to (default ~/.local, or /usr/local as root)')
    .option('--dry-run', 'say what would be put where')
    .option('--force', "replace files that are in the way and not gate's")
    .option('--json', 'as data')
    .action(async ({ prefix, ...options }) => {
      const { install } = await import('../install.ts');
      const caller = { uid: facts.user.uid, home };
      const about = { prefix: await prefixFor(prefix, here), caller, environment, now: chance.now() };
      done(install({ ...options, ...about }, io));
    });
  add(program, 'uninstall', 'takes away what gate install put there; configuration and record stay')
    .option('--prefix <directory>', 'from where (default: where this gate is installed)')
    .option('--force', 'although hooks of harnesses start it, and will block every command')
    .option('--json', 'as data')
    .action(async ({ prefix, json, force }) => {
      const { ownPrefix, uninstall } = await import('../uninstall.ts');
      const from =
        prefix === undefined ? (ownPrefix() ?? (await prefixFor(undefined, here))) : await prefixFor(prefix, here);
      const around = { environment, home, cwd: facts.cwd ?? '/' };
      done(uninstall({ prefix: from, json, force, paths, here: around }, account(), io));
    });
};

async function prefixFor(given: string | undefined, { facts, home }: Here): Promise<string> {
  if (given !== undefined) return resolve(facts.cwd ?? '/', given);
  return (await import('../../install/layout.ts')).defaultPrefix(facts.user.uid, home);
}
