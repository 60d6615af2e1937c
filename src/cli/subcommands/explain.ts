import { createReadStream } from 'node:fs';
import { GateError } from '../../errors.ts';
import { capture } from '../../request/capture.ts';
import { chance, modesOf, recognise, whyUnwatched } from '../../wiring.ts';
import type { Subcommands } from './subcommand.ts';

/** What a command means, and the shapes of what gate prints. */
export const explainSubcommands: Subcommands = ({
  program,
  add,
  io,
  done,
  command,
  facts,
  paths,
  system,
  listing,
  policies,
  environment,
  requireLocal,
}) => {
  add(program, 'explain', 'what gate understands and would decide, and why; runs nothing')
    .usage('[--json] -- COMMAND [ARG...]\n       gate explain --batch < rows.jsonl')
    .option('--json', 'as data')
    .option(
      '--batch',
      'one JSON row per line in, one answer per line out; reads nothing of this machine but its policies',
    )
    .action(async ({ json = false, batch }) => {
      const { explainBatch, explainCommand, explainElsewhere } = await import('../explain.ts');
      if (batch) requireLocal('nothing can be explained in batches from here');
      const where = { paths: policies(), cacheDirectory: paths.cache, ...(await modesOf(system, paths)) };
      if (batch) return done(await explainBatch({ ...where, input: createReadStream('', { fd: 0 }) }, io));
      if (command === undefined || command.length === 0) {
        throw new GateError('USAGE', 'no command to explain', {
          hint: 'for example: gate explain -- kubectl get pods',
        });
      }
      const { service } = system;
      if (service?.kind === 'socket') {
        const [{ connectionTo }, { call }] = await Promise.all([
          import('../../broker/service.ts'),
          import('../../broker/remote-http.ts'),
        ]);
        const ask = async (body: object) =>
          call(await connectionTo(service, facts, environment), 'POST', '/v1/explanations', body);
        const asked = { argv: command, cwd: facts.cwd ?? '/', stdin: facts.stdin };
        return done(await explainElsewhere(asked, json, ask, io));
      }
      const { request } = capture(facts, { argv: command }, chance, recognise(listing()));
      const unwatched = await whyUnwatched(request, listing());
      return done(await explainCommand({ ...where, request, json, unwatched }, io));
    });

  add(program, 'schema [name]', 'the JSON Schemas of what gate prints as JSON').action(async (name) =>
    done((await import('../schemas.ts')).printSchema(name, io)),
  );
};
