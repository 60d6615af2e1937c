import { type Directory, mayVote, OWNERS } from '../approval/directory.ts';
import type { Enrolment } from '../broker/enrolment.ts';
import { visible } from '../command/display.ts';
import { factorWords } from './enroll.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import type { Actor } from './votes.ts';

/** Who gate thinks is asking, why, what they may approve, and how to correct it. */
export async function whoami(
  { identified, tty }: Actor,
  { directory, enrolment }: { readonly directory: Directory; readonly enrolment: Pick<Enrolment, 'list'> },
  options: { json?: boolean },
  io: Io,
): Promise<number> {
  const { principal, why, supervised } = identified;
  const evidence = principal.kind === 'person' ? directory.strongest(principal.id) : undefined;
  const unlisted = 'the configuration does not name this account, and it names everybody who votes';
  const barred = mayVote(principal, supervised, tty) ?? (evidence === undefined ? unlisted : undefined);
  const enrolled = principal.kind === 'person' ? await enrolment.list(principal.id) : [];
  const groups = directory.groupsOf(principal.id);
  const approves = barred === undefined ? [OWNERS, ...groups] : [];
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
      groups,
      votes: barred === undefined,
      approves,
      evidence: evidence ?? null,
      enrolled: enrolled.map(({ id: factorId, factor, key = null, kept }) => ({
        id: factorId,
        factor,
        key,
        usable: kept,
      })),
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
  if (groups.length > 0) io.stdout(`groups    ${visible(groups.join(', '))}\n`);
  io.stdout(`approves  ${barred === undefined ? approvesWords(groups) : `nothing: ${visible(barred)}`}\n`);
  for (const each of enrolled) io.stdout(`enrolled  ${each.id}  ${factorWords(each)}\n`);
  if (barred === undefined && evidence !== 'os') io.stdout(`evidence  ${evidence} at most\n`);
  io.stdout(`correct   ${correct}\n`);
  return 0;
}

function approvesWords(groups: readonly string[]): string {
  const also = groups.length === 0 ? '' : `; as one of ${visible(groups.join(', '))}: what asks these groups`;
  return `as one of ${OWNERS}: what agents and pipelines of yours ask for${also}`;
}
