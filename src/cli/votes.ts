import { answerOf } from '../approval/answer.ts';
import { mayVote } from '../approval/directory.ts';
import type { Known, Queue, Receiving } from '../broker/broker.ts';
import { waitForAnswer } from '../broker/wait.ts';
import { shownArgv, visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import type { Identified } from '../request/principal.ts';
import { chance } from '../wiring.ts';
import { attachment } from './attachment.ts';
import { EXIT, statusOfRefusal } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { leftOf, type Patience } from './patience.ts';
import { answerWith, grantedBy, pendingText, refusalLine, resumeWith } from './report.ts';
import { summary } from './requests.ts';
import { foundOr, notYours, printResults, type Result, resultOf } from './results.ts';

/** What people and requesters do to a request from the command line. Exit: 0 recorded, 77 not yours, 76 already ended. */

export interface Actor {
  readonly identified: Identified;
  /** Whether a controlling terminal can be opened. */
  readonly tty: boolean;
}

/** No, to each of them; the one who asked reads why. A no needs no proof, and no reading to the end. */
export async function deny(
  broker: Queue,
  ids: readonly string[],
  { digest, message, json = false }: { readonly digest?: string; readonly message: string; readonly json?: boolean },
  actor: Actor,
  io: Io,
): Promise<number> {
  if (digest !== undefined && ids.length > 1) {
    throw new GateError('USAGE', '--digest is for one request', { hint: 'deny them one after the other' });
  }
  const results: Result[] = [];
  for (const id of new Set(ids)) {
    // Of several, one that nobody knows takes nothing away from the others.
    const known = ids.length === 1 ? await broker.find(id) : await foundOr(broker, id);
    results.push('outcome' in known ? known : await denyOne(broker, known, { digest, message }, actor, io));
  }
  return printResults(results, { json }, io);
}

async function denyOne(
  broker: Queue,
  known: Known,
  { digest, message }: { readonly digest: string | undefined; readonly message: string },
  actor: Actor,
  io: Io,
): Promise<Result> {
  const barred = mayVote(actor.identified.principal, actor.identified.supervised, actor.tty);
  if (barred !== undefined) return notYours(known.id, barred, actor);
  if (digest !== undefined && !matches(digest, known.view.digest)) throw wrongDigest(known.id, digest);
  if (known.view.open) io.stderr(`gate: ${known.id.slice(-8)}: ${shownArgv(known.view.argv).join('\n  ')}\n`);
  const received = await broker.vote(known.id, {
    vote: 'deny',
    voter: actor.identified.principal.id,
    proof: { kind: 'os' },
    digest: known.view.digest,
    at: chance.now(),
    nonce: Buffer.from(chance.random(16)).toString('hex'),
    text: message,
  });
  return resultOf(received, actor, ({ view }) =>
    view.state === 'denied' ? 'denied' : 'recorded; more people are asked',
  );
}

export function wrongDigest(id: string, digest: string): GateError {
  return new GateError('USAGE', `the digest of ${id} is not \`${digest}\``, {
    hint: 'it is another request, or it was asked anew: look at it again with `gate show`',
  });
}

export async function ask(broker: Queue, id: string, text: string, actor: Actor, io: Io): Promise<number> {
  const known = await broker.find(id);
  const barred = mayVote(actor.identified.principal, actor.identified.supervised, actor.tty);
  if (barred !== undefined) return printResults([notYours(known.id, barred, actor)], {}, io);
  const received = await broker.ask(known.id, { by: actor.identified.principal.id, text });
  return said(received, io, actor, () => 'asked; the clock of the request stands still until it is answered');
}

/** By the one who asked, or the person behind it; with a file when words are not enough. */
export async function reply(
  broker: Queue,
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

/** Of a run under break-glass, afterwards, by somebody who could have approved it. */
export async function review(
  broker: Queue,
  id: string,
  { text, justified }: { readonly text: string; readonly justified: boolean },
  actor: Actor,
  io: Io,
): Promise<number> {
  const known = await broker.find(id);
  const barred = mayVote(actor.identified.principal, actor.identified.supervised, actor.tty);
  if (barred !== undefined) return printResults([notYours(known.id, barred, actor)], {}, io);
  if (known.view.broken === undefined) {
    throw new GateError('USAGE', `${known.id} was not run under break-glass`, { hint: 'only such a run is reviewed' });
  }
  const { review: before } = known.view;
  if (before) {
    const words = `${visible(before.by)} reviewed it at ${new Date(before.at).toISOString()}: ${before.verdict}`;
    io.stderr(`gate: too late, nothing was recorded: ${words}\n`);
    return EXIT.ended;
  }
  const verdict = justified ? 'justified' : 'not_justified';
  const received = await broker.review(known.id, { by: actor.identified.principal.id, verdict, text });
  return said(received, io, actor, () => `reviewed: ${justified ? 'justified' : 'not justified'}`);
}

const TAKEN_BACK = {
  withdraw: 'withdrawn',
  revoke: 'revoked; it will not start',
  stop: 'its runner is told to stop it',
} as const;

/** `gate cancel`: the request; `gate revoke`: a grant that has not started. */
export async function takeBack(
  broker: Queue,
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
  broker: Queue,
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
export function matches(given: string, digest: string): boolean {
  const hex = given.replace(/^sha256:/, '').toLowerCase();
  return hex.length >= 12 && digest.replace(/^sha256:/, '').startsWith(hex);
}

function said(received: Receiving, io: Io, actor: Actor, words: (known: Known) => string): number {
  return printResults([resultOf(received, actor, words)], {}, io);
}
