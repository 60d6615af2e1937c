import * as acts from '../approval/acts.ts';
import { answerOf, granted, refused } from '../approval/answer.ts';
import type { Directory } from '../approval/directory.ts';
import type { Proofs } from '../approval/evidence.ts';
import { askedPeople, count, evidenceAsked } from '../approval/quorum.ts';
import { record } from '../approval/submission.ts';
import type { Draft, Store, Stored } from '../audit/log.ts';
import { withoutSecrets } from '../command/redact.ts';
import { GateError } from '../errors.ts';
import type { Exit } from '../execution/execution.ts';
import { runsAtOnce } from '../policy/decision.ts';
import type { Broker, KnownStanding, RecordedEvent } from './broker.ts';
import { untilChanged } from './changed.ts';
import type { HeldRequests } from './held.ts';
import type { LiveDirectory } from './live-directory.ts';
import { revokeStanding, settledStandings } from './standings.ts';
import { start } from './start.ts';
import { type Change, draft, isRequest, parsed, refusalOf, Steps, type Stream } from './steps.ts';
import { submitHeld } from './submit.ts';
import type { Wake } from './wake.ts';
import { watchLog } from './watch.ts';

/** A policy document that took part in a decision, stored once per digest. */
export interface RecordedDocument {
  readonly digest: string;
  readonly layer: string;
  readonly name: string;
  text(): string | Promise<string>;
}

export interface LocalParts {
  readonly store: Store<Stream>;
  readonly directory: Directory & Pick<LiveDirectory, 'refresh'>;
  readonly proofs: Proofs;
  readonly held: HeldRequests;
  readonly wake: Wake;
  readonly now: () => number;
  readonly newId: () => string;
  readonly pid: number;
  /** This process's name for ever, and whether another's still runs. */
  readonly runner: () => string | undefined;
  readonly isAlive: (runner: string) => boolean;
  /** The documents behind the digests of a decision. */
  readonly documents: () => readonly RecordedDocument[];
}

/** The real broker, on a store. Every method reads, decides by a pure function, and appends what it decided on. */
export function localBroker(parts: LocalParts): Broker {
  const { store, directory, held, wake, now } = parts;
  const steps = new Steps(parts);
  const statement: Broker['statement'] = async (request, { digest, vote, voter, at, nonce, standing }) => {
    const { log } = await store.head();
    return { v: 1, log, request, digest, vote, voter, at, nonce, ...(standing && { standing }) };
  };
  /** Allowed requests between `submit` and `start`: recorded together with their start, in one commit. */
  const unrecorded = new Map<string, readonly Draft[]>();

  return {
    async submit(submission) {
      const { decision, request } = submission;
      const before = await documentDrafts(parts);
      if (decision.kind === 'hold' && !runsAtOnce(decision)) {
        const answer = await submitHeld(submission, before, { ...parts, steps });
        await wake.poke(request.id);
        return answer;
      }
      const submitted = record(submission);
      const drafts = [
        ...before,
        draft(request.id, { type: 'request.submitted', payload: submitted }),
        draft(request.id, { type: 'request.decided', payload: decision }),
      ];
      if (runsAtOnce(decision)) {
        unrecorded.set(request.id, drafts);
        return granted(request.id, submitted.digest);
      }
      if (decision.kind === 'deny') {
        await steps.append(drafts, request.id, -1);
        return refused(request.id, decision.refusal ?? 'rule');
      }
      held.save(request, submission.command.stdin);
      await steps.append(drafts, request.id, -1);
      return { kind: 'pending', request: request.id, reason: 'pending' };
    },

    async confirm(id, word) {
      const { known } = await steps.take(id, ({ state, decision }) =>
        state === 'pending' && decision === 'confirm' ? [{ type: 'request.confirmed', payload: { word } }] : 'ended',
      );
      return answerOf(known.id, known.view);
    },

    get: (id) => steps.current(id),
    changed: (id, seen, signal) =>
      untilChanged({ id, seen, signal }, { current: (of) => steps.current(of), wake, now }),

    stdin: async (id) => held.stdin(id),

    async asked(id) {
      await directory.refresh();
      const { view } = await steps.current(id);
      const asked = acts.askedOf(view);
      const counted = count(asked, view.votes, directory);
      const missing = counted.kind === 'waiting' ? counted.missing : [];
      return { people: askedPeople(asked, directory), missing };
    },

    async proofAsked(id, person) {
      await directory.refresh();
      const { view } = await steps.current(id);
      const wanted = evidenceAsked(acts.askedOf(view), person, directory);
      return { wanted, able: wanted === 'os' ? [] : await parts.proofs.able(person) };
    },

    watch: (onNews) => watchLog(onNews, { wake, size: async () => (await store.head()).size }),

    statement,

    async vote(id, ballot) {
      const { vote, voter, proof, digest, at, nonce, standing } = ballot;
      const words = ballot.text === undefined ? {} : { text: await withoutSecrets(ballot.text) };
      const cast = { vote, voter, digest, at, nonce, ...words, ...(standing && { standing }) };
      await directory.refresh();
      // What could not count with the best proof is not worth checking one for.
      const known = await steps.current(id);
      const best = acts.castVote(known.view, { ...cast, evidence: 'passkey' }, directory, now());
      if (best === 'ended') return { kind: 'ended', known };
      if ('notYours' in best) return { kind: 'not_yours', why: best.notYours, known };
      const proven = await parts.proofs.verify(await statement(id, ballot), proof);
      if (proven.kind === 'rejected') {
        const { why } = proven;
        const received = await steps.take(id, (view) => acts.rejectVote(view, { voter, evidence: proof.kind, why }));
        return received.kind === 'ended' ? received : { kind: 'not_yours', why, known: received.known };
      }
      const { evidence, signature } = proven;
      return steps.take(id, (view) =>
        acts.castVote(view, { ...cast, evidence, ...(signature && { signature }) }, directory, now()),
      );
    },

    async ask(id, words) {
      const said = await redacted(words);
      await directory.refresh();
      return steps.take(id, (view) => acts.askBack(view, said, directory));
    },

    async reply(id, { by, text, file }) {
      await directory.refresh();
      const said = { by, text: await withoutSecrets(text) };
      const attached = file && { file: { ...file, text: await withoutSecrets(file.text) } };
      return steps.take(id, (view) => acts.answerBack(view, { ...said, ...attached }, directory, now()));
    },

    async review(id, { by, verdict, text }) {
      const said = { by, verdict, text: await withoutSecrets(text) };
      await directory.refresh();
      return steps.take(id, (view) => acts.review(view, said, directory));
    },

    async preview(id, { by, previews }) {
      await directory.refresh();
      const clean = async (lines: readonly string[]) => Promise.all(lines.map(withoutSecrets));
      const seen = await Promise.all(previews.map(async (each) => ({ ...each, lines: await clean(each.lines) })));
      return steps.take(id, (view) => acts.showPreview(view, { by, previews: seen }, directory));
    },

    async withdraw(id, words) {
      const said = await redacted(words);
      return steps.take(id, (view) => acts.withdraw(view, said));
    },

    async revoke(id, words) {
      const said = await redacted(words);
      await directory.refresh();
      return steps.take(id, (view) => acts.revoke(view, said, directory));
    },

    async deny(id, reason) {
      await steps.take(id, ({ state }) =>
        state === 'pending' ? [{ type: 'request.denied', payload: { reason } }] : 'ended',
      );
      return refused(id, reason);
    },

    async start(submission, grant, credentials) {
      if (!unrecorded.has(grant.request)) await directory.refresh();
      return start(
        { submission, grant, credentials, unrecorded: unrecorded.get(grant.request) },
        { store, steps, directory, wake, now, pid: parts.pid, runner: parts.runner() },
      );
    },

    async spoil(id, changes) {
      const { known } = await steps.take(id, ({ state }) =>
        state === 'granted' ? [{ type: 'request.changed', payload: { differences: changes } }] : 'ended',
      );
      return refusalOf(known);
    },

    async finish(receipt, exit) {
      await steps.append([draft(receipt.request, ending(exit))], receipt.request, receipt.index);
      // Allowed at once: nothing was held, and nobody else has ever heard of it.
      if (!unrecorded.delete(receipt.request)) await steps.over(receipt.request);
    },

    async find(id) {
      return steps.settle(await theOne(id, store, isRequest, 'request', '`gate list --all`'));
    },

    async record(id) {
      const events: RecordedEvent[] = [];
      for await (const { index, at, type, payload } of store.entries({ request: id })) {
        events.push({ index, at, type, payload: payload && parsed(payload, index) });
      }
      return events;
    },

    async list(filter) {
      const found = (await store.requests({ ...filter, kind: 'request' })).filter(isRequest);
      const known = await Promise.all(found.map((each) => steps.settle(each)));
      return filter.open ? known.filter(({ view }) => view.open) : known;
    },

    standings: (filter) => settledStandings(store, filter, now()),

    async revokeStanding(id, words) {
      await directory.refresh();
      const known = await theOne(id, store, isStanding, 'standing grant', '`gate grants --all`');
      const received = await revokeStanding(known.id, await redacted(words), { store, directory });
      await wake.poke(known.id);
      return received;
    },
  };
}

/** People type the end of an id. */
async function theOne<What extends Stored<Stream>>(
  id: string,
  store: Store<Stream>,
  is: (stored: Stored<Stream>) => stored is What,
  what: string,
  where: string,
): Promise<What> {
  const matches = (await store.find(id.trim().toLowerCase())).filter(is);
  const [match] = matches;
  if (match && matches.length === 1) return match;
  throw match
    ? new GateError('UNKNOWN_REQUEST', `several ${what}s end with \`${id}\``, { hint: 'give more of the id' })
    : new GateError('UNKNOWN_REQUEST', `no ${what} has the id \`${id}\``, { hint: `see ${where} for the ids` });
}

function isStanding(stored: Stored<Stream>): stored is KnownStanding {
  return stored.view.kind === 'standing';
}

async function redacted({ by, text }: acts.Words): Promise<acts.Words> {
  return text === undefined ? { by } : { by, text: await withoutSecrets(text) };
}

async function documentDrafts({ store, documents }: LocalParts): Promise<Draft[]> {
  const all = documents();
  const missing = new Set(await store.unrecorded(all.map(({ digest }) => digest)));
  const drafts: Draft[] = [];
  for (const { digest, layer, name, text } of all) {
    if (!missing.has(digest)) continue;
    drafts.push({ type: 'policy.recorded', request: null, payload: { digest, layer, name, text: await text() } });
  }
  return drafts;
}

function ending(exit: Exit): Change {
  if (exit.kind === 'failed') {
    return { type: 'run.failed', payload: { errno: exit.errno, milliseconds: exit.milliseconds } };
  }
  return { type: 'run.finished', payload: exit };
}
