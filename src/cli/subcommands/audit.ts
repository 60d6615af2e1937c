import { count, type Subcommands } from './subcommand.ts';

/** The log. */
export const auditSubcommands: Subcommands = ({ program, add, io, done, paths }) => {
  const audit = add(program, 'audit', 'the log');
  const log = () => ({ path: paths.database });
  add(audit, 'tail', 'the newest events')
    .option('-n, --count <n>', 'how many', count)
    .option('-f, --follow', 'go on as they come')
    .option('--json', 'as data')
    .action(async (options) => done(await (await import('../audit.ts')).auditTail(log(), options, io)));
  add(audit, 'show <what>', 'one event by index, or all of a request by id')
    .option('--json', 'as data')
    .action(async (what, { json }) => done(await (await import('../audit.ts')).auditShow(log(), { what, json }, io)));
  add(audit, 'export', 'events as JSON lines that verify anywhere')
    .option('--from <index>', 'first', count)
    .option('--to <index>', 'last', count)
    .action(async (options) => done(await (await import('../audit.ts')).auditExport(log(), options, io)));
  add(audit, 'verify [file]', 'recompute everything; the log, a database or an export')
    .option('--json', 'as data')
    .action(async (file, { json }) =>
      done(
        await (await import('../audit.ts')).auditVerify(log(), { ...(file === undefined ? {} : { file }), json }, io),
      ),
    );
};
