import { join } from 'node:path';
import type { Submitted } from '../approval/events.ts';
import type { Queue } from '../broker/broker.ts';
import { clientStages, type Observed } from '../broker/client-stages.ts';
import type { Connection } from '../broker/remote-http.ts';
import { unreportedIn } from '../broker/unreported.ts';
import { recordCommand } from '../command/recording.ts';
import { type Spooled, spool } from '../command/spool.ts';
import { type Paths, pathsFor } from '../config/paths.ts';
import { GateError } from '../errors.ts';
import { spawn } from '../platform/spawn.ts';
import { policyPaths } from '../policy/paths.ts';
import { readRepository } from '../policy/trusted-files.ts';
import type { RawFacts } from '../request/capture.ts';
import type { Request } from '../request/request.ts';
import { chance, environmentOf } from '../wiring.ts';
import { type AtService, takenBefore } from './at-service.ts';
import { VERSION } from './version.ts';

/** A run in client mode: the service decides and records, this process runs the command (docs/decisions/0013-client-mode.md). */
export function atClient(
  connection: Connection,
  queue: Queue,
  facts: RawFacts,
  say: (text: string) => void,
): AtService {
  const paths = pathsFor(environmentOf(facts), environmentOf(facts)['HOME'] || facts.user.home);
  return {
    queue,
    stages: ({ requester, onDecided, onStarting, onStarted }, resumed) =>
      clientStages({
        ...{ connection, queue, requester, onDecided, onStarting, onStarted, spawn },
        now: chance.now,
        random: () => Buffer.from(chance.random(16)).toString('hex'),
        version: VERSION,
        record: observing(paths),
        unreported: unreportedIn(join(paths.state, 'unreported')),
        onKept: (why) => say(`gate: the command has ended, and the record does not say how: ${why}\n`),
        ...(resumed === undefined ? {} : { before: () => takenBefore(queue, resumed) }),
      }),
    async resumed(caller, id) {
      const known = await queue.find(id);
      const events = await queue.record(known.id);
      const submitted = events.find(({ type }) => type === 'request.submitted')?.payload as Submitted | undefined;
      const words = submitted?.argv.filter((word) => typeof word === 'string') ?? [];
      if (submitted === undefined || words.length < submitted.argv.length) {
        throw new GateError(
          'UNKNOWN_REQUEST',
          'the words of this request hold a secret, which the service does not keep',
          {
            hint: 'run the command itself again: it goes on with the request if nothing changed',
          },
        );
      }
      return { ...caller, id: known.id, argv: words, cwd: submitted.cwd };
    },
  };
}

/** Standard input is read once: what was judged first is what the command gets, also after a wait. */
function observing(paths: Paths): (request: Request) => Promise<Observed> {
  let stdin: Spooled | undefined;
  return async (request) => {
    let key: Uint8Array | undefined;
    const recorded = await recordCommand(request, {
      stdin() {
        stdin ??= spool(0, paths.held, request.id);
        return stdin;
      },
      digests: { get: async () => undefined, set: async () => {} },
      key() {
        key ??= chance.random(32);
        return key;
      },
    });
    const { repository, needsWorkTree } = policyPaths(request.environment, request.home, request.cwd);
    return { ...recorded, key, policies: readRepository(repository, needsWorkTree) };
  };
}
