import { count, duration, type Subcommands } from './subcommand.ts';

/** What waits, and answering it. */
export const requestsSubcommands: Subcommands = ({
  program,
  add,
  io,
  done,
  environment,
  facts,
  system,
  queue,
  actor,
  looking,
}) => {
  add(program, 'list', 'what waits for people')
    .option('--all', 'ended ones too')
    .option('--limit <n>', 'at most this many', count)
    .option('--json', 'as data')
    .action(async (options) =>
      done(await (await import('../list.ts')).list((await queue()).queue, { ...options, environment }, io)),
    );
  add(program, 'show <id>', 'the whole record of a request')
    .option('--json', 'as data')
    .action(async (id, options) =>
      done(
        await (await import('../requests.ts')).show(
          (await queue()).queue,
          id,
          { ...options, environment, looking },
          actor(),
          io,
        ),
      ),
    );
  add(program, 'inbox', 'what waits, live: read, approve, deny, ask back (people only, at a terminal)')
    .option('--plain', 'line by line, for screen readers and simple terminals')
    .option('--bell', 'ring when something new waits')
    .option('--notify', 'desktop notification when something new waits, where the terminal can')
    .option('--web', 'a link to the web inbox of the service, good once and for a minute')
    .action(async ({ web, ...options }) => {
      if (web) {
        const { inboxWeb } = await import('../inbox-web.ts');
        return done(await inboxWeb(system.service, facts, environment, actor(), io));
      }
      done(await (await import('../inbox.ts')).inbox(await queue(), environment, { ...options, looking }, actor(), io));
    });
  add(program, 'approve <ids...>', 'let it run, once (people only, at a terminal); several are shown as a table')
    .option('--digest <sha256>', 'only if this is its digest, or the beginning of it; then nothing is asked')
    .option('--for <duration>', 'and the same without asking for that long', duration)
    .option('-m, --message <text>', 'why')
    .option('--json', 'the results as data')
    .action(async (ids, options) => {
      const { approve } = await import('../approve.ts');
      done(await approve((await queue()).queue, ids, { ...options, environment, looking }, actor(), io));
    });
  add(program, 'deny <ids...>', 'do not let it run')
    .requiredOption('-m, --message <text>', 'why: the one who asked reads it')
    .option('--digest <sha256>', 'only if this is its digest, or the beginning of it')
    .option('--json', 'the results as data')
    .action(async (ids, options) =>
      done(await (await import('../votes.ts')).deny((await queue()).queue, ids, options, actor(), io)),
    );
  add(program, 'review <id>', 'look at a run under break-glass, afterwards')
    .requiredOption('-m, --message <text>', 'what you found')
    .option('--not-justified', 'it should not have been run')
    .action(async (id, { message, notJustified = false }) =>
      done(
        await (await import('../votes.ts')).review(
          (await queue()).queue,
          id,
          { text: message, justified: !notJustified },
          actor(),
          io,
        ),
      ),
    );
  add(program, 'question <id>', 'ask back; the clock of the request stands still')
    .requiredOption('-m, --message <text>', 'the question')
    .action(async (id, { message }) =>
      done(await (await import('../votes.ts')).ask((await queue()).queue, id, message, actor(), io)),
    );
  add(program, 'answer <id>', 'answer a question about your request')
    .requiredOption('-m, --message <text>', 'the answer')
    .option('--file <file>', 'a text file that belongs to it, 64 KiB at most')
    .action(async (id, { message, file }) => {
      const words = { text: message, ...(file === undefined ? {} : { file }) };
      done(await (await import('../votes.ts')).reply((await queue()).queue, id, words, actor(), io));
    });
  add(program, 'wait <id>', 'wait until it is decided')
    .option('--timeout <duration>', 'how long (default: 10m, or what the calling agent allows)', duration)
    .option('--json', 'as data')
    .action(async (id, { timeout, json }) => {
      const { patienceOf } = await import('../patience.ts');
      const patience = patienceOf(timeout, { principal: actor().identified.principal, environment });
      const { awayOn } = await import('../away.ts');
      const away = awayOn((text) => json || io.stderr(text));
      done(await (await import('../votes.ts')).wait((await queue(away)).queue, id, { patience, json }, io));
    });
  add(program, 'stop <id>', 'stop a command that runs at a service or a client of one')
    .option('-m, --message <text>', 'why')
    .action(async (id, { message }) =>
      done(
        await (await import('../votes.ts')).takeBack(
          (await queue()).queue,
          id,
          { how: 'stop', text: message },
          actor(),
          io,
        ),
      ),
    );
  add(program, 'cancel <id>', 'withdraw your request')
    .option('-m, --message <text>', 'why')
    .action(async (id, { message }) =>
      done(
        await (await import('../votes.ts')).takeBack(
          (await queue()).queue,
          id,
          { how: 'withdraw', text: message },
          actor(),
          io,
        ),
      ),
    );
  add(program, 'revoke <id>', 'take back a grant that has not started')
    .option('-m, --message <text>', 'why')
    .action(async (id, { message }) =>
      done(
        await (await import('../votes.ts')).takeBack(
          (await queue()).queue,
          id,
          { how: 'revoke', text: message },
          actor(),
          io,
        ),
      ),
    );
};
