import type { Command } from 'commander';
import { directoryFor } from '../../wiring.ts';
import type { Kind } from './init.ts';

const EXAMPLES = `
Examples:
  gate init team --csv team.csv                       what would change; a person at a terminal is asked
  gate init team --csv team.csv --slack export/ --github members.json --write
  gate init team --slack users.json --slack usergroups.json --group sre=@oncall,alice@example.com
  gate init team --check                              does every rule find its people?
  gate init team --undo

Columns of the CSV: id, name, email, os, host, slack, teams, github, ssh_keys, groups; several in a cell stand apart by \`;\`.
It reads files and nothing else. docs/people.md says how to make them.
`;

/** Who the people are. */
export const initTeam: Kind = (
  init,
  { add, io, done, paths, system, facts, environment, listing, policies, account },
) => {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  add(init, 'team', 'people and groups of config.yaml, from a CSV, a Slack export or lists of GitHub')
    .option('--csv <file>', 'a table with a header; may be given again, as the others', several)
    .option(
      '--slack <path>',
      'an export (its directory, or users.json), or what users.list and usergroups.list answer',
      several,
    )
    .option('--github <file>', 'what `gh api` answers: members, teams, users, keys, SAML identities', several)
    .option(
      '--group <name=who>',
      'a group of these: @NAME of the files, ids, e-mail addresses; then only groups given so',
      several,
    )
    .option('--system', 'the file of the whole machine, /etc/gate/config.yaml')
    .option('--write', 'write it without asking (people only, at a terminal)')
    .option('--undo', 'put back what the file was before')
    .option('--check', 'change nothing: does every rule find the people it asks for?')
    .option('--json', 'as data')
    .addHelpText('after', EXAMPLES)
    .action(async (_, command: Command) => {
      const [{ initTeam: bring }, { loadModes }, { loadPolicies }, { lookOn }] = await Promise.all([
        import('../init-team.ts'),
        import('../../config/mode.ts'),
        import('../../policy/load.ts'),
        import('../../channels/terminal/look.ts'),
      ]);
      const { columns, color } = lookOn(1, environment);
      const parts = {
        actor: { identified: account(), tty: facts.tty },
        ...{ paths, system, host: facts.host, account: `${facts.user.name}@${facts.host}` },
        people: () => listing().people,
        policies: async () =>
          loadPolicies({ paths: policies(), tools: 'all' as const, ...(await loadModes(system, paths)) }),
        directoryOf: (people: ReturnType<typeof listing>['people']) => directoryFor(paths, people),
        screen: { terminal: Number.isFinite(columns), color },
      };
      // `--json` is an option of `gate init` too, which then takes it.
      done(await bring(parts, command.optsWithGlobals(), io));
    });
};
