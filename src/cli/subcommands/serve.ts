import type { Subcommands } from './subcommand.ts';

/** One broker for many accounts. */
export const serveSubcommands: Subcommands = ({ program, add, io, done, facts }) => {
  add(program, 'serve', 'the service: one queue, one record, for all accounts of this machine')
    .option('--check', 'only say whether it could start')
    .option('--config <file>', 'its file (default /etc/gate/serve.yaml)')
    .action(async (options) =>
      done(await (await import('../serve.ts')).runService({ ...options, host: facts.host }, io)),
    );
};
