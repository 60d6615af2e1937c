import { mayVote, OWNERS } from '../approval/directory.ts';
import { visible } from '../command/display.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import type { Actor } from './votes.ts';

/** Who gate thinks is asking, why, what they may approve, and how to correct it. */
export function whoami({ identified, tty }: Actor, options: { json?: boolean }, io: Io): number {
  const { principal, why, supervised } = identified;
  const barred = mayVote(principal, supervised, tty);
  const approves = barred === undefined ? [OWNERS] : [];
  const correct =
    principal.kind === 'person'
      ? 'if an agent runs this command, let it run gate itself: its marker or its process is then seen'
      : 'if you are a person, use a terminal that the agent or pipeline did not start; no option changes who you are';
  if (options.json) {
    const { kind, id, owner = null, known, harness = null, session = null } = principal;
    const body = {
      schema_version: 1,
      kind,
      id,
      owner,
      known,
      harness,
      session,
      why,
      votes: barred === undefined,
      approves,
    };
    io.stdout(jsonLine({ ...body, barred: barred ?? null, correct }));
    return 0;
  }
  io.stdout(
    `${visible(principal.id)} (${principal.kind}, known from ${principal.known === 'os' ? 'the operating system' : 'what it claims'})\n`,
  );
  if (principal.owner) io.stdout(`owner     ${visible(principal.owner)}\n`);
  if (principal.session) io.stdout(`session   ${visible(principal.session)}\n`);
  for (const reason of why) io.stdout(`because   ${visible(reason)}\n`);
  io.stdout(
    `approves  ${barred === undefined ? `as one of ${OWNERS}: what agents and pipelines of yours ask for` : `nothing: ${visible(barred)}`}\n`,
  );
  io.stdout(`correct   ${correct}\n`);
  return 0;
}
