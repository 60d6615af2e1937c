import * as acts from '../approval/acts.ts';
import { answerOf, granted, refused } from '../approval/answer.ts';
import type { Directory } from '../approval/directory.ts';
import type { Submitted } from '../approval/events.ts';
import { unreachable } from '../approval/quorum.ts';
import type { View } from '../approval/states.ts';
import { record } from '../approval/submission.ts';
import type { Draft, Store } from '../audit/log.ts';
import { withoutSecrets } from '../command/redact.ts';
import { GateError } from '../errors.ts';
import type { Exit } from '../execution/execution.ts';
import { runsAtOnce } from '../policy/decision.ts';
import type { Broker, Known, RecordedEvent } from './broker.ts';
import { untilChanged } from './changed.ts';
import type { HeldRequests } from './held.ts';
import { start } from './start.ts';
import { type Change, draft, parsed, refusalOf, Steps } from './steps.ts';
import type { Wake } from './wake.ts';

/** A policy document that took part in a decision, stored once per digest. */
export interface RecordedDocument {
  readonly digest: string;
  readonly layer: string;
  readonly name: string;
  text(): string | Promise<string>;
}

export interface LocalParts {
  readonly store: Store<View>;
  readonly directory: Directory;
  readonly held: HeldRequests;
  readonly wake: Wake;
  readonly now: () => number;
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
  /** Allowed requests between `submit` and `start`: recorded together with their start, in one commit. */
  const unrecorded = new Map<string, readonly Draft[]>();

  return {
    async submit(submission) {
      const { decision, request } = submission;
      const submitted = record(submission);
      const drafts = [
        ...(await documentDrafts(parts)),
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
      if (decision.kind === 'hold') {
        const attached = await attachable(submitted, store, steps);
        if (attached) return answerOf(attached.id, attached.view);
        if (nobodyFor(submitted, decision.duties.approvers, directory)) {
          drafts.push(draft(request.id, { type: 'request.denied', payload: { reason: 'nobody_can_approve' } }));
          await steps.append(drafts, request.id, -1);
          return refused(request.id, 'nobody_can_approve');
        }
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

    async vote(id, { vote, voter, evidence, digest, text }) {
      const words = text === undefined ? {} : { text: await withoutSecrets(text) };
      return steps.take(id, (view) =>
        acts.castVote(view, { vote, voter, evidence, digest: digest ?? view.digest, ...words }, directory),
      );
    },

    async ask(id, words) {
      const said = await redacted(words);
      return steps.take(id, (view) => acts.askBack(view, said, directory));
    },

    async reply(id, words) {
      const said = await redacted(words);
      return steps.take(id, (view) => acts.answerBack(view, said, directory));
    },

    async withdraw(id, words) {
      const said = await redacted(words);
      return steps.take(id, (view) => acts.withdraw(view, said));
    },

    async revoke(id, words) {
      const said = await redacted(words);
      return steps.take(id, (view) => acts.revoke(view, said, directory));
    },

    async deny(id, reason) {
      await steps.take(id, ({ state }) =>
        state === 'pending' ? [{ type: 'request.denied', payload: { reason } }] : 'ended',
      );
      return refused(id, reason);
    },

    start: (submission, grant, credentials) =>
      start(
        { submission, grant, credentials, unrecorded: unrecorded.get(grant.request) },
        { store, steps, directory, wake, now, pid: parts.pid, runner: parts.runner() },
      ),

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
      const matches = await store.find(id.trim().toLowerCase());
      const [match] = matches;
      if (match && matches.length === 1) return steps.settle(match);
      throw match
        ? new GateError('UNKNOWN_REQUEST', `several requests end with \`${id}\``, { hint: 'give more of the id' })
        : new GateError('UNKNOWN_REQUEST', `no request has the id \`${id}\``, {
            hint: 'see `gate list --all` for the ids',
          });
    },

    async record(id) {
      const events: RecordedEvent[] = [];
      for await (const { index, at, type, payload } of store.entries({ request: id })) {
        events.push({ index, at, type, payload: payload && parsed(payload, index) });
      }
      return events;
    },

    async list(filter) {
      const known = await Promise.all((await store.requests(filter)).map((each) => steps.settle(each)));
      return filter.open ? known.filter(({ view }) => view.open) : known;
    },
  };
}

/** An identical request that still waits, or whose grant nobody used. */
async function attachable(submitted: Submitted, store: Store<View>, steps: Steps): Promise<Known | undefined> {
  const { principal, digest } = submitted;
  const candidates = await store.requests({ open: true, principal: principal.id, digest, limit: 20 });
  for (const candidate of candidates) {
    const known = await steps.settle(candidate);
    const { state, decision, session } = known.view;
    const usable = ['pending', 'questioned', 'granted'].includes(state) && decision === 'hold';
    if (usable && session === principal.session) return known;
  }
  return undefined;
}

/** Whether a block can never be met: better said at once than after an hour. */
function nobodyFor({ principal, digest }: Submitted, approvers: View['approvers'], directory: Directory): boolean {
  const owner = principal.owner === undefined ? {} : { owner: principal.owner };
  return (
    approvers.length === 0 ||
    unreachable({ principal: principal.id, ...owner, digest, approvers }, directory).length > 0
  );
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
