import type { Subcommands } from './subcommand.ts';

/** Who asks, and what proves their votes. */
export const peopleSubcommands: Subcommands = ({ program, add, io, done, paths, system, local, actor }) => {
  add(program, 'whoami', 'who gate thinks is asking, and why')
    .option('--json', 'as data')
    .action(async (options) => {
      const { ignoredWords, peopleFound } = await import('../doctor/people.ts');
      const ignored = ignoredWords(await peopleFound(system, paths));
      const { identified, tty } = actor();
      const me = { identified: { ...identified, why: [...identified.why, ...ignored] }, tty };
      const { directory, enrolment } = local();
      const { whoami } = await import('../whoami.ts');
      done(await whoami(me, { directory, enrolment: await enrolment() }, options, io));
    });

  add(program, 'enroll [kind] [file]', 'enroll what proves your votes: passphrase, totp, or ssh KEYFILE.pub')
    .option('--list', 'what is enrolled')
    .option('--remove <id>', 'take one back')
    .action(async (kind, file, options) => {
      const { directory, enrolment } = local();
      const { enroll } = await import('../enroll.ts');
      const parts = { directory, enrolment: await enrolment(), actor: actor() };
      done(await enroll(parts, { kind, file, ...options }, io));
    });
};
