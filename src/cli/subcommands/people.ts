import type { Subcommands } from './subcommand.ts';

/** Who asks, and what proves their votes. */
export const peopleSubcommands: Subcommands = ({ program, add, io, done, ...here }) => {
  const { paths, system, facts, environment, local, actor } = here;
  add(program, 'whoami', 'who gate thinks is asking, and why')
    .option('--json', 'as data')
    .action(async (options) => {
      if (system.service?.kind === 'https') {
        const { whoamiElsewhere } = await import('../whoami-elsewhere.ts');
        return done(await whoamiElsewhere(system.service, facts, environment, options, io));
      }
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
      const { enroll } = await import('../enroll.ts');
      const { service } = system;
      const wanted = { kind, file, ...options };
      if (service !== undefined) {
        const { enrollingAt } = await import('../enroll-at-service.ts');
        return done(await enroll(await enrollingAt(service, facts, environment), wanted, io));
      }
      const { directory, enrolment } = local();
      done(await enroll({ directory, enrolment: await enrolment(), actor: actor() }, wanted, io));
    });

  const at = { service: system.service, facts, environment };
  add(program, 'login', 'say who you are to a service elsewhere: with your organisation’s account, in a browser')
    .option('--device', 'without a browser on this machine: a code is typed on any other')
    .option('--run', 'to run commands; without it, to read and to answer')
    .addHelpText(
      'after',
      '\nExamples:\n  gate login\n  gate login --device\n  gate login --run && gate -- kubectl get pods',
    )
    .action(async (options) => done(await (await import('../login/at-service.ts')).logIn(at, options, actor(), io)));
  add(program, 'logout', 'end what `gate login` began, here and at the service').action(async () =>
    done(await (await import('../login/at-service.ts')).logOut(at, io)),
  );
};
