import { answerOf, granted, refused } from '../approval/answer.ts';
import type { Directory } from '../approval/directory.ts';
import type { Proofs } from '../approval/evidence.ts';
import { mayEnd } from '../approval/states.ts';
import { record } from '../approval/submission.ts';
import type { SeenCall } from '../audit/calls.ts';
import type { Draft, Store, Stored } from '../audit/log.ts';
import { GateError } from '../errors.ts';
import type { Exit } from '../execution/execution.ts';
import { type Decision, runsAtOnce } from '../policy/decision.ts';
import type { Answering, AnsweringParts } from './answering.ts';
import type { Broker, KnownStanding, RecordedEvent } from './broker.ts';
import { untilChanged } from './changed.ts';
import { documentDrafts, type RecordedDocument } from './documents.ts';
import type { HeldRequests } from './held.ts';
import type { LiveDirectory } from './live-directory.ts';
import { start } from './start.ts';
import { busy, type Change, draft, isRequest, MOST_CONFLICTS, parsed, refusalOf, Steps, type Stream } from './steps.ts';
import type { SubmitParts } from './submit.ts';
import type { Wake } from './wake.ts';
import { watchLog } from './watch.ts';

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
  readonly documents: (decision: Decision) => readonly RecordedDocument[];
  readonly unwatched: SubmitParts['unwatched'];
}

/** The real broker, on a store. Every method reads, decides by a pure function, and appends what it decided on. */
export function localBroker(parts: LocalParts): Broker {
  const { store, directory, held, wake, now } = parts;
  const steps = new Steps(parts);
  /** Allowed requests between `submit` and `start`: recorded together with their start, in one commit. */
  const unrecorded = new Map<string, readonly Draft[]>();

  return {
    ...whenPeopleAct({ ...parts, steps }),

    async submit(submission) {
      const { decision, request } = submission;
      const before = await documentDrafts(store, parts.documents(decision));
      if (decision.kind === 'hold' && !runsAtOnce(decision)) {
        const { submitHeld } = await import('./submit.ts');
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
      const { MOST_WAITING, WAITING } = await import('./submit.ts');
      const room = { principal: submitted.principal.id, states: WAITING, most: MOST_WAITING };
      const result = await store.append(drafts, { request: request.id, version: -1, room });
      if (result.kind === 'appended') return { kind: 'pending', request: request.id, reason: 'pending' };
      held.remove(request.id);
      const text = `${MOST_WAITING} requests of ${submitted.principal.id} wait already`;
      const denied = { reason: 'too_many_open', text } as const;
      await steps.append([...drafts, draft(request.id, { type: 'request.denied', payload: denied })], request.id, -1);
      return refused(request.id, denied.reason, { text });
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

    watch: (onNews) => watchLog(onNews, { wake, size: async () => (await store.head()).size }),

    async deny(id, reason) {
      await steps.take(id, ({ state }) =>
        state === 'pending' ? [{ type: 'request.denied', payload: { reason } }] : 'ended',
      );
      return refused(id, reason);
    },

    async start(submission, grant, credentials, running) {
      if (!unrecorded.has(grant.request)) await directory.refresh();
      return start(
        { submission, grant, credentials, running, unrecorded: unrecorded.get(grant.request) },
        { store, steps, directory, wake, now, pid: parts.pid, runner: parts.runner() },
      );
    },

    forget: (id) => void unrecorded.delete(id),

    async spoil(id, changes) {
      const { known } = await steps.take(id, ({ state }) =>
        state === 'granted' ? [{ type: 'request.changed', payload: { differences: changes } }] : 'ended',
      );
      return refusalOf(known);
    },

    async finish(receipt, exit) {
      const { request: id } = receipt;
      for (let version = receipt.index, tries = 0; ; tries++) {
        if ((await store.append([draft(id, ending(exit))], { request: id, version })).kind === 'appended') break;
        // While it ran somebody asked for it to stop: its end follows on that.
        const known = await steps.current(id);
        if (!known.view.stopping || !mayEnd(known.view) || tries >= MOST_CONFLICTS) throw busy(id);
        version = known.version;
      }
      // Allowed at once: nothing was held, and nobody else has ever heard of it.
      if (!unrecorded.delete(receipt.request)) await steps.over(receipt.request);
    },

    async tell(id, runner, exit) {
      for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
        const { view, version } = await steps.current(id);
        if (view.mode !== 'client' || view.runner !== runner) return 'not its runner';
        if (!mayEnd(view)) return 'known';
        const told = await store.append([draft(id, ending(exit))], { request: id, version });
        if (told.kind !== 'appended') continue;
        unrecorded.delete(id);
        await steps.over(id);
        return 'recorded';
      }
      throw busy(id);
    },

    async find(id) {
      return steps.settle(await theOne(id, store, isRequest, 'request', '`gate list --all`'));
    },

    async see(call) {
      const before = await documentDrafts(store, parts.documents(call.decision));
      const result = await store.append([...before, { type: 'call.seen', request: null, payload: call }]);
      const index = result.kind === 'appended' ? result.entries.at(-1)?.index : undefined;
      if (index === undefined) throw new GateError('INTERNAL', 'a tool call was refused by the store');
      return index;
    },

    async seen(index) {
      for await (const entry of store.entries({ from: index, limit: 1 })) {
        if (entry.index === index && entry.type === 'call.seen' && entry.payload)
          return parsed(entry.payload, index) as SeenCall;
      }
      return undefined;
    },

    async record(id) {
      const events: RecordedEvent[] = [];
      for await (const { index, at, type, payload } of store.entries({ request: id })) {
        events.push({ index, at, type, payload: payload && parsed(payload, index) });
      }
      return events;
    },

    async list(filter) {
      for (;;) {
        const found = (await store.requests({ ...filter, kind: 'request' })).filter(isRequest);
        const known = await Promise.all(found.map((each) => steps.settle(each)));
        const open = filter.open ? known.filter(({ view }) => view.open) : known;
        // Some ended by being looked at: others take their places, so that nobody takes a short list for the last one.
        if (open.length === known.length || filter.limit === undefined) return open;
      }
    },

    async standings(filter) {
      const { settledStandings } = await import('./standings.ts');
      return settledStandings(store, filter, now());
    },

    async revokeStanding(id, words) {
      await directory.refresh();
      const known = await theOne(id, store, isStanding, 'standing grant', '`gate grants --all`');
      const [{ redacted }, { revokeStanding }] = await Promise.all([
        import('./answering.ts'),
        import('./standings.ts'),
      ]);
      const received = await revokeStanding(known.id, await redacted(words), { store, directory });
      await wake.poke(known.id);
      return received;
    },
  };
}

/** Loaded when somebody does something to a request: a run that is allowed never gets there. */
function whenPeopleAct(parts: AnsweringParts): Answering {
  let loaded: Promise<Answering> | undefined;
  const there = () => (loaded ??= import('./answering.ts').then(({ answering }) => answering(parts)));
  return {
    asked: async (id) => (await there()).asked(id),
    proofAsked: async (id, person) => (await there()).proofAsked(id, person),
    statement: async (id, ballot) => (await there()).statement(id, ballot),
    vote: async (id, ballot) => (await there()).vote(id, ballot),
    ask: async (id, words) => (await there()).ask(id, words),
    reply: async (id, answered) => (await there()).reply(id, answered),
    review: async (id, words) => (await there()).review(id, words),
    preview: async (id, seen) => (await there()).preview(id, seen),
    withdraw: async (id, words) => (await there()).withdraw(id, words),
    revoke: async (id, words) => (await there()).revoke(id, words),
    stop: async (id, words) => (await there()).stop(id, words),
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

function ending(exit: Exit): Change {
  if (exit.kind === 'failed') {
    return { type: 'run.failed', payload: { errno: exit.errno, milliseconds: exit.milliseconds } };
  }
  return { type: 'run.finished', payload: exit };
}
