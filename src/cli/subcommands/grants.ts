import type { Subcommands } from './subcommand.ts';

/** Approvals that stand. */
export const grantsSubcommands: Subcommands = ({ program, add, io, done, queue, actor }) => {
  const grants = add(program, 'grants', 'approvals that stand for a while')
    .option('--all', 'ended ones too')
    .option('--json', 'as data')
    .action(async (options) =>
      done(await (await import('../grants.ts')).listGrants((await queue()).queue, options, io)),
    );
  add(grants, 'revoke <id>', 'take one back')
    .requiredOption('-m, --message <text>', 'why')
    .action(async (id, { message }) =>
      done(await (await import('../grants.ts')).revokeGrant((await queue()).queue, id, message, actor(), io)),
    );
};
