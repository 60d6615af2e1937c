import { chance } from '../../wiring.ts';
import { count, duration, type Subcommands } from './subcommand.ts';

/** The log. */
export const auditSubcommands: Subcommands = ({ program, add, io, done, environment, paths, elsewhere }) => {
  const audit = add(program, 'audit', 'the log');
  const log = () => ({ path: paths.database, ...(elsewhere && { elsewhere }) });
  add(audit, 'tail', 'the newest events')
    .option('-n, --count <n>', 'how many', count)
    .option('-f, --follow', 'go on as they come')
    .option('--json', 'as data')
    .action(async (options) => done(await (await import('../audit.ts')).auditTail(log(), options, io)));
  add(audit, 'show <what>', 'one event by index, or all of a request by id')
    .option('--json', 'as data')
    .action(async (what, { json }) => done(await (await import('../audit.ts')).auditShow(log(), { what, json }, io)));
  add(audit, 'session [id]', 'what an agent ran, what was stopped, what it tried next; without an id, the sessions')
    .option('--since <duration>', 'how far back the list goes', duration, 7 * 86_400)
    .option('--json', 'as data')
    .addHelpText('after', SESSION_HELP)
    .action(async (id, { since, json }) => {
      const { auditSession } = await import('../audit-session.ts');
      const options = {
        database: paths.database,
        ...(elsewhere && { elsewhere }),
        ...(id === undefined ? {} : { id }),
        sinceSeconds: since,
        json,
        color: process.stdout.isTTY === true && !environment['NO_COLOR'],
        now: chance.now(),
      };
      done(await auditSession(options, io));
    });
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

const SESSION_HELP = `
An id may be cut short: the session that begins with it is meant.

Examples:
  gate audit session              the sessions of the last seven days
  gate audit session 5f0c2a1e     one of them, command by command
  gate audit session 5f0c2a1e --json | jq '.lines[] | select(.after)'
`;
