import { duration, type Subcommands } from './subcommand.ts';

/** Who may call the service from elsewhere. */
export const tokenSubcommands: Subcommands = ({ program, add, io, done, facts, system, environment, local, actor }) => {
  /** Those of the service that this machine's owner chose, else of this account's own record. */
  const tokens = async () => {
    if (system.service === undefined) return local().tokens();
    const [{ connectionTo }, { remoteTokens }] = await Promise.all([
      import('../../broker/service.ts'),
      import('../../broker/remote-tokens.ts'),
    ]);
    return remoteTokens(await connectionTo(system.service, facts, environment));
  };

  const token = add(program, 'token', 'tokens by which agents and pipelines call the service from elsewhere');
  add(token, 'create', 'make one, and show it once; for people of the group `operators`')
    .option('--agent <name>', 'for the agent of this name')
    .option('--pipeline <name>', 'for the pipeline of this name')
    .option('--relay <name>', 'for the workflow engine that rules call so under `relays`')
    .option('--people <names>', 'with --relay: the people whose votes it may convey, with commas between')
    .option('--owner <person>', 'with --agent or --pipeline: who answers for it')
    .option('--for <duration>', 'how long it is good (30d)', duration)
    .option('--read', 'it reads the record, and asks for nothing')
    .option('--from <network...>', 'good from these addresses only, such as 10.0.0.0/8')
    .option('--json', 'as data')
    .addHelpText(
      'after',
      '\nExamples:\n  gate token create --agent deploy-bot --owner alice --for 7d\n' +
        '  gate token create --pipeline nightly --owner bob --from 10.20.0.0/16 > token\n' +
        '  gate token create --relay n8n --people alice,bob --from 10.30.0.5 > token',
    )
    .action(async (options) =>
      done(await (await import('../token.ts')).issueToken(await tokens(), options, actor(), io)),
    );
  add(token, 'list', 'those that are out, newest first')
    .option('--json', 'as data')
    .action(async (options) => done(await (await import('../token.ts')).listTokens(await tokens(), options, io)));
  add(token, 'revoke <id>', 'take one back: it is good for nothing from then on').action(async (id) =>
    done(await (await import('../token.ts')).revokeToken(await tokens(), id, actor(), io)),
  );
};
