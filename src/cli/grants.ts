import type { KnownStanding, Queue } from '../broker/broker.ts';
import { displayText, flat, visible } from '../command/display.ts';
import { spoken } from '../policy/duration.ts';
import { chance } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { notYours, printResult } from './results.ts';
import type { Actor } from './votes.ts';

/** `gate grants`: what was approved for a while, how often it was used, and taking it back. */

export async function listGrants(broker: Queue, options: { all?: boolean; json?: boolean }, io: Io): Promise<number> {
  const known = await broker.standings({ ...(options.all ? {} : { open: true }), limit: 100 });
  if (options.json) {
    io.stdout(jsonLine({ schema_version: 1, grants: known.map(row) }));
    return EXIT.ok;
  }
  if (known.length === 0) {
    io.stderr(options.all ? 'no approval ever stood\n' : 'no approval stands; `gate grants --all` shows what did\n');
    return EXIT.ok;
  }
  for (const each of known) io.stdout(text(each));
  return EXIT.ok;
}

/** By those who gave it, could have, or got it. */
export async function revokeGrant(broker: Queue, id: string, message: string, actor: Actor, io: Io): Promise<number> {
  const received = await broker.revokeStanding(id, { by: actor.identified.principal.id, text: message });
  const { known } = received;
  if (received.kind === 'not_yours') {
    printResult(notYours(known.id, received.why, actor), io);
    return EXIT.refused;
  }
  if (received.kind === 'ended') {
    io.stderr(`gate: too late, nothing was recorded: ${stateOf(known)}\n`);
    return EXIT.ended;
  }
  io.stderr('gate: revoked; the same asks again from now on\n');
  return EXIT.ok;
}

function row({ id, view }: KnownStanding) {
  const { grant, state, uses, grantedAt, usedAt, revoked } = view;
  return {
    id,
    state,
    request: grant.request,
    principal: grant.principal,
    session: grant.session ?? null,
    argv: grant.shape.argv.map((word) => (word === null ? null : flat(word))),
    exact: grant.shape.exact,
    shape: grant.shape.digest,
    by: grant.votes.map(({ voter }) => voter),
    granted_at: iso(grantedAt),
    until: iso(grant.until),
    uses,
    used_at: usedAt === undefined ? null : iso(usedAt),
    revoked: revoked === undefined ? null : { by: revoked.by, text: revoked.text ?? null, at: iso(revoked.at) },
  };
}

function text(known: KnownStanding): string {
  const { grant, uses } = known.view;
  const argv = grant.shape.argv.map((word) => (word === null ? '<any name>' : displayText(word))).join(' ');
  const by = grant.votes.map(({ voter }) => visible(voter)).join(', ');
  const session = grant.session === undefined ? '' : `, session ${visible(grant.session)}`;
  const used = uses === 1 ? 'used once' : `used ${uses} times`;
  return (
    `${known.id.slice(-8)}  ${stateOf(known)}  ${argv}\n` +
    `          for ${visible(grant.principal)}${session}; by ${by}; ${used}\n`
  );
}

function stateOf({ view }: KnownStanding): string {
  const { state, grant, revoked } = view;
  if (state === 'standing') return `ends in ${spoken(Math.max(0, Math.ceil((grant.until - chance.now()) / 1000)))}`;
  if (revoked)
    return `revoked by ${visible(revoked.by)} at ${iso(revoked.at)}${revoked.text ? `: ${visible(revoked.text)}` : ''}`;
  return `expired at ${iso(grant.until)}`;
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
