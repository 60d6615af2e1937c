import { answerOf } from '../approval/answer.ts';
import { mayVote } from '../approval/directory.ts';
import type { Broker, Known, Receiving } from '../broker/broker.ts';
import { waitForAnswer } from '../broker/wait.ts';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import type { Identified } from '../request/principal.ts';
import { chance } from '../wiring.ts';
import { attachment } from './attachment.ts';
import { EXIT, statusOfRefusal } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { leftOf, type Patience } from './patience.ts';
import { answerWith, grantedBy, pendingText, refusalLine, resumeWith } from './report.ts';
import { recordText, summary } from './requests.ts';

/** What people and requesters do to a request from the command line. Exit: 0 recorded, 77 not yours, 76 already ended. */

export interface Actor {
  readonly identified: Identified;
  /** Whether a controlling terminal can be opened. */
  readonly tty: boolean;
}

export interface Voting {
  readonly vote: 'approve' | 'deny';
  readonly digest?: string;
  readonly message?: string;
}

export async function vote(broker: Broker, id: string, voting: Voting, actor: Actor, io: Io): Promise<number> {
  const known = await broker.find(id);
  const barred = mayVote(actor.identified.principal, actor.identified.supervised, actor.tty);
  if (barred !== undefined) return notYours(io, barred, actor);
  if (voting.digest !== undefined && !matches(voting.digest, known.view.digest)) {
    throw new GateError('USAGE', `the digest of ${known.id} is not \`${voting.digest}\``, {
      hint: 'it is another request, or it was asked anew: look at it again with `gate show`',
    });
  }
  if (known.view.open) io.stderr(recordText(known, await broker.record(known.id)));
  const { principal } = actor.identified;
  const ballot = {
    vote: voting.vote,
    voter: principal.id,
    proof: { kind: 'os' as const },
    digest: known.view.digest,
    at: chance.now(),
    nonce: Buffer.from(chance.random(16)).toString('hex'),
    ...(voting.message === undefined ? {} : { text: voting.message }),
  };
  const received = await broker.vote(known.id, ballot);
  return said(received, io, actor, ({ view }) =>
    view.state === 'granted' ? grantedBy(view) : view.state === 'denied' ? 'denied' : 'recorded; more people are asked',
  );
}

export async function ask(broker: Broker, id: string, text: string, actor: Actor, io: Io): Promise<number> {
  const known = await broker.find(id);
  const barred = mayVote(actor.identified.principal, actor.identified.supervised, actor.tty);
  if (barred !== undefined) return notYours(io, barred, actor);
  const received = await broker.ask(known.id, { by: actor.identified.principal.id, text });
  return said(received, io, actor, () => 'asked; the clock of the request stands still until it is answered');
}

/** By the one who asked, or the person behind it; with a file when words are not enough. */
export async function reply(
  broker: Broker,
  id: string,
  { text, file }: { readonly text: string; readonly file?: string },
  actor: Actor,
  io: Io,
): Promise<number> {
  const known = await broker.find(id);
  const attached = file === undefined ? {} : { file: attachment(file) };
  const received = await broker.reply(known.id, { by: actor.identified.principal.id, text, ...attached });
  return said(received, io, actor, ({ view }) =>
    view.state === 'granted' ? `answered; ${grantedBy(view)}` : 'answered; the request waits for people again',
  );
}

const TAKEN_BACK = { withdraw: 'withdrawn', revoke: 'revoked; it will not start' } as const;

/** `gate cancel`: the request; `gate revoke`: a grant that has not started. */
export async function takeBack(
  broker: Broker,
  id: string,
  { how, text }: { readonly how: keyof typeof TAKEN_BACK; readonly text?: string },
  actor: Actor,
  io: Io,
): Promise<number> {
  const known = await broker.find(id);
  const words = { by: actor.identified.principal.id, ...(text === undefined ? {} : { text }) };
  return said(await broker[how](known.id, words), io, actor, () => TAKEN_BACK[how]);
}

/** Somebody ran it: not a refusal, for whoever only waits. */
const OVER: ReadonlySet<string> = new Set(['started', 'finished', 'failed', 'unknown']);

/** Exit: 0 granted or finished, 75 still open, 76 or 77 as it ended. */
export async function wait(
  broker: Broker,
  id: string,
  options: { patience: Patience; json?: boolean },
  io: Io,
): Promise<number> {
  const { id: whole } = await broker.find(id);
  await waitForAnswer(broker, whole, {
    timeout: leftOf(options.patience, performance.now()),
    endOnQuestion: true,
    onChange: () => {},
    signal: new AbortController().signal,
  });
  const known = await broker.get(whole);
  const answer = answerOf(known.id, known.view);
  if (options.json) {
    const answerIt = answer.kind === 'pending' && answer.reason === 'question' && { answer_with: answerWith(whole) };
    io.stdout(jsonLine({ schema_version: 1, ...summary(known), ...answerIt }));
  } else if (answer.kind === 'pending') io.stderr(pendingText(answer));
  else if (answer.kind === 'granted') io.stderr(`gate: granted, ${grantedBy(known.view)}\n  ${resumeWith(whole)}\n`);
  else io.stderr(`gate: ${OVER.has(known.view.state) ? known.view.state : refusalLine(answer)}\n`);
  const { state } = known.view;
  if (state === 'granted' || state === 'finished') return EXIT.ok;
  if (state === 'pending' || state === 'questioned' || state === 'started') return EXIT.pending;
  return answer.kind === 'refused' ? statusOfRefusal(answer.reason) : EXIT.pending;
}

/** A whole digest, or its beginning as screens show it: at least 12 hex digits. */
function matches(given: string, digest: string): boolean {
  const hex = given.replace(/^sha256:/, '').toLowerCase();
  return hex.length >= 12 && digest.replace(/^sha256:/, '').startsWith(hex);
}

function said(received: Receiving, io: Io, actor: Actor, words: (known: Known) => string): number {
  if (received.kind === 'recorded') {
    io.stderr(`gate: ${words(received.known)}\n`);
    return EXIT.ok;
  }
  if (received.kind === 'not_yours') return notYours(io, received.why, actor);
  const { view, id } = received.known;
  const answer = answerOf(id, view);
  const how = answer.kind === 'refused' ? refusalLine(answer) : `it is ${view.state}`;
  const when = view.endedAt === undefined ? '' : ` at ${new Date(view.endedAt).toISOString()}`;
  io.stderr(`gate: too late, nothing was recorded: ${how}${when}\n`);
  return EXIT.ended;
}

/** Says who gate thinks is asking and why, so that a mistake can be seen and mended. */
function notYours(io: Io, why: string, { identified }: Actor): number {
  io.stderr(
    `gate: not recorded: ${visible(why)}\n  you are ${visible(identified.principal.id)}: ${identified.why.map(visible).join('; ')}\n`,
  );
  return EXIT.refused;
}
