import { mayVote } from '../approval/directory.ts';
import { webLink } from '../broker/service.ts';
import { visible } from '../command/display.ts';
import type { Service } from '../config/service.ts';
import { GateError } from '../errors.ts';
import type { RawFacts } from '../request/capture.ts';
import { chance } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { notYours, printResults } from './results.ts';
import type { Actor } from './votes.ts';

/**
 * `gate inbox --web`: a link to the web inbox of the service, good once and for a minute. It is printed, and no browser is started with it: every
 * account of the machine can read the arguments of a program.
 *
 * @throws GateError USAGE where this machine has no service, CHANNEL_UNAVAILABLE where that has no web inbox
 */
export async function inboxWeb(
  service: Service | undefined,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
  actor: Actor,
  io: Io,
): Promise<number> {
  const { principal, supervised } = actor.identified;
  const barred = mayVote(principal, supervised, actor.tty);
  if (barred !== undefined) return printResults([notYours('', barred, actor)], {}, io);
  if (service === undefined) {
    throw new GateError('USAGE', 'this machine has no service, and the web inbox is one of its parts', {
      hint: 'run `gate inbox` here, or set up `gate serve` with `web:` in its file',
    });
  }
  const { url, expires } = await webLink(service, facts, environment);
  const seconds = Math.max(0, Math.round((expires - chance.now()) / 1000));
  io.stderr(`gate: open this within ${seconds} seconds; it signs in whoever opens it first, once:\n`);
  io.stdout(`${visible(url)}\n`);
  return EXIT.ok;
}
