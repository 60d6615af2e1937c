import { answerOf, type Grant, granted, type Refusal, refused } from '../approval/answer.ts';
import type { Directory } from '../approval/directory.ts';
import type { ApprovalEvents, CastVote, Submitted } from '../approval/events.ts';
import { accepts, count, isAsked, isRequester, notAsked, unreachable } from '../approval/quorum.ts';
import { due, type View } from '../approval/states.ts';
import { record, type Submission } from '../approval/submission.ts';
import type { Draft, Start, Store } from '../audit/log.ts';
import { differences } from '../command/differences.ts';
import { GateError } from '../errors.ts';
import type { ExecutionEvents } from '../execution/events.ts';
import type { Exit, Receipt } from '../execution/execution.ts';
import { runsAtOnce } from '../policy/decision.ts';
import type { Broker, Known, Receiving, RecordedEvent } from './broker.ts';
import type { HeldRequests } from './held.ts';
import type { Wake } from './wake.ts';

/** A policy document that took part in a decision, stored once per digest. */
export interface RecordedDocument {
  readonly digest: string;
  readonly layer: string;
  readonly name: string;
  text(): string;
}

export interface LocalParts {
  readonly store: Store<View>;
  readonly directory: Directory;
  readonly held: HeldRequests;
  readonly wake: Wake;
  readonly now: () => number;
  readonly pid: number;
  /** The documents behind the digests of a decision. */
  readonly documents: () => readonly RecordedDocument[];
}

type Events = ApprovalEvents & ExecutionEvents;
type Change = {
  readonly [Type in keyof Events]: { readonly type: Type; readonly payload: Events[Type] };
}[keyof Events];

/** Why a step was not appended: somebody else was faster more often than is plausible. */
const MOST_CONFLICTS = 50;

const NOT_THE_REQUESTER = 'only the one who asked, or the person behind it, can do that';

/** The real broker, on a store. Every method reads, decides by a pure function, and appends what it decided on. */
export function localBroker(parts: LocalParts): Broker {
  const { store, directory, held, wake, now } = parts;
  /** Allowed requests between `submit` and `start`: recorded together with their start, in one commit. */
  const unrecorded = new Map<string, readonly Draft[]>();

  return {
    async submit(submission) {
      const { decision, request } = submission;
      const submitted = record(submission);
      const drafts = [
        ...(await documentDrafts()),
        draft(request.id, { type: 'request.submitted', payload: submitted }),
        draft(request.id, { type: 'request.decided', payload: decision }),
      ];
      if (runsAtOnce(decision)) {
        unrecorded.set(request.id, drafts);
        return granted(request.id, submitted.digest);
      }
      if (decision.kind === 'deny') {
        await append(drafts, request.id, -1);
        return refused(request.id, decision.refusal ?? 'rule');
      }
      if (decision.kind === 'hold') {
        const attached = await attachable(submitted);
        if (attached) return answerOf(attached.id, attached.view);
        const asked = { ...requester(submitted), digest: submitted.digest, approvers: decision.duties.approvers };
        if (decision.duties.approvers.length === 0 || unreachable(asked, directory).length > 0) {
          drafts.push(draft(request.id, { type: 'request.denied', payload: { reason: 'nobody_can_approve' } }));
          await append(drafts, request.id, -1);
          return refused(request.id, 'nobody_can_approve');
        }
      }
      held.save(request, submission.command.stdin);
      await append(drafts, request.id, -1);
      return { kind: 'pending', request: request.id, reason: 'pending' };
    },

    async confirm(id, word) {
      const result = await step(id, (view) =>
        view.state === 'pending' && view.decision === 'confirm'
          ? [{ type: 'request.confirmed', payload: { word } }]
          : 'ended',
      );
      return answerOf(result.known.id, result.known.view);
    },

    get: (id) => current(id),

    async changed(id, seen, signal) {
      let look = () => {};
      const stop = await wake.listen(id, () => look());
      await new Promise<void>((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined;
        const finish = () => {
          stop();
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          resolve();
        };
        look = () => {
          current(id).then(
            (known) => {
              if (known.version !== seen) return finish();
              // Timers only wake up, and never for longer than an hour: the deadline itself is in the view.
              if (known.view.deadline === undefined) return;
              clearTimeout(timer);
              timer = setTimeout(look, Math.min(Math.max(known.view.deadline - now(), 0) + 1, 3_600_000));
            },
            (error: unknown) => {
              finish();
              reject(error as Error);
            },
          );
        };
        if (signal.aborted) return finish();
        signal.addEventListener('abort', finish);
        look();
      });
    },

    vote: (id, ballot) =>
      step(id, (view) => {
        if (view.state !== 'pending' && view.state !== 'questioned') return 'ended';
        const vote: CastVote = {
          vote: ballot.vote,
          voter: ballot.voter,
          evidence: ballot.evidence,
          digest: ballot.digest ?? view.digest,
          ...(ballot.text === undefined ? {} : { text: ballot.text }),
        };
        const acceptance = accepts(askedOf(view), vote, directory);
        if (acceptance.kind === 'rejected') return { notYours: acceptance.why };
        return [{ type: 'vote.cast', payload: vote }, ...settled(view, vote)];
      }),

    ask: (id, { by, text = '' }) =>
      step(id, (view) => {
        if (view.state !== 'pending') return 'ended';
        if (!isAsked(askedOf(view), by, directory)) return { notYours: notAsked(askedOf(view)) };
        return [{ type: 'question.asked', payload: { by, text } }];
      }),

    reply: (id, { by, text = '' }) =>
      step(id, (view) => {
        if (view.state !== 'questioned') return 'ended';
        if (!isRequester(view, by)) return { notYours: NOT_THE_REQUESTER };
        return [{ type: 'question.answered', payload: { by, text } }, ...overdue(view)];
      }),

    withdraw: (id, words) =>
      step(id, (view) => {
        if (!['pending', 'questioned', 'granted'].includes(view.state)) return 'ended';
        return isRequester(view, words.by)
          ? [{ type: 'request.withdrawn', payload: words }]
          : { notYours: NOT_THE_REQUESTER };
      }),

    revoke: (id, words) =>
      step(id, (view) => {
        if (view.state !== 'granted') return 'ended';
        const may = isRequester(view, words.by) || isAsked(askedOf(view), words.by, directory);
        return may ? [{ type: 'grant.revoked', payload: words }] : { notYours: notAsked(askedOf(view)) };
      }),

    async deny(id, reason) {
      await step(id, (view) =>
        view.state === 'pending' ? [{ type: 'request.denied', payload: { reason } }] : 'ended',
      );
      return refused(id, reason);
    },

    start: (submission, grant, credentials) => start(submission, grant, credentials),

    async spoil(id, changes) {
      const { known } = await step(id, (view) =>
        view.state === 'granted' ? [{ type: 'request.changed', payload: { differences: changes } }] : 'ended',
      );
      return stands(known);
    },

    async finish(receipt, exit) {
      await append([draft(receipt.request, ending(exit))], receipt.request, receipt.index);
      // Allowed at once: nothing was held, and nobody else has ever heard of it.
      if (unrecorded.delete(receipt.request)) return;
      held.remove(receipt.request);
      await wake.poke(receipt.request);
    },

    async find(id) {
      const matches = await store.find(id.trim().toLowerCase());
      const [match] = matches;
      if (!match || matches.length > 1) {
        throw new GateError(
          'UNKNOWN_REQUEST',
          match ? `several requests end with \`${id}\`` : `no request has the id \`${id}\``,
          {
            hint: match ? 'give more of the id' : 'see `gate list --all` for the ids',
          },
        );
      }
      return settle(match);
    },

    async record(id) {
      const events: RecordedEvent[] = [];
      for await (const { index, at, type, payload } of store.entries({ request: id })) {
        events.push({ index, at, type, payload: payload && parsed(payload, index) });
      }
      return events;
    },

    async list(filter) {
      const all = await store.requests(filter);
      const settledNow = await Promise.all(all.map(settle));
      return filter.open ? settledNow.filter((known) => known.view.open) : settledNow;
    },
  };

  async function start(
    submission: Submission,
    grant: Grant,
    credentials: string | undefined,
  ): Promise<Receipt | Refusal> {
    const { command, decision } = submission;
    const id = grant.request;
    const started: Change = {
      type: 'run.started',
      payload: { digest: command.digest, pid: parts.pid, ...(credentials === undefined ? {} : { credentials }) },
    };
    // Only observed: nothing is held back, so nothing counts.
    const limits = decision.mode === 'observe' ? [] : decision.duties.limits;
    const starts = limits.map(
      ({ rule, key, count: most, windowSeconds }): Start => ({ rule, key, most, since: now() - windowSeconds * 1000 }),
    );
    const fresh = unrecorded.get(id);
    if (fresh) {
      const result = await store.append([...fresh, draft(id, started)], { request: id, version: -1 }, starts);
      if (result.kind === 'appended') return result.receipt;
      if (result.kind === 'conflict') throw new GateError('INTERNAL', `request ${id} exists already`);
      const denied = draft(id, { type: 'request.denied', payload: { reason: 'limit', text: result.rule } });
      await append([...fresh, denied], id, -1);
      return refused(id, 'limit', { text: result.rule });
    }
    for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
      const known = await current(id);
      const refusal = await startRefusal(known, submission);
      if (refusal === 'elsewhere') return refused(id, 'ran_elsewhere');
      if (refusal) {
        const result = await store.append([draft(id, refusal)], { request: id, version: known.version });
        if (result.kind !== 'appended') continue;
        return over(id);
      }
      const result = await store.append([draft(id, started)], { request: id, version: known.version }, starts);
      if (result.kind === 'appended') {
        await wake.poke(id);
        return result.receipt;
      }
      if (result.kind === 'limit') {
        const denied = draft(id, { type: 'request.denied', payload: { reason: 'limit', text: result.rule } });
        const said = await store.append([denied], { request: id, version: known.version });
        if (said.kind === 'appended') return over(id);
      }
    }
    throw busy(id);
  }

  /** Refused at the start: nothing is held for it any more, and nobody need wait for it. */
  async function over(id: string): Promise<Refusal> {
    held.remove(id);
    await wake.poke(id);
    return stands(await read(id));
  }

  /** What stands against starting a granted request now; policy is decided again, and the stricter answer wins. */
  async function startRefusal(
    { id, view }: Known,
    { request, command, decision }: Submission,
  ): Promise<Change | 'elsewhere' | undefined> {
    if (view.state !== 'granted') return 'elsewhere';
    if (view.principal !== request.principal.id || view.session !== request.principal.session) return 'elsewhere';
    if (view.digest !== command.digest) {
      const before = await submittedOf(id);
      return { type: 'request.changed', payload: { differences: differences(before.manifest, command.manifest) } };
    }
    if (runsAtOnce(decision)) return undefined;
    if (decision.kind === 'deny') return { type: 'request.denied', payload: { reason: decision.refusal ?? 'rule' } };
    if (decision.kind === 'confirm' && view.confirmed) return undefined;
    const asked = { ...askedOf(view), approvers: decision.duties.approvers };
    if (count(asked, view.votes, directory).kind === 'granted') return undefined;
    return { type: 'request.changed', payload: { differences: ['the policy: it now asks for more than was given'] } };
  }

  async function submittedOf(id: string): Promise<Submitted> {
    for await (const entry of store.entries({ request: id, limit: 1 })) {
      if (entry.payload) return parsed(entry.payload, entry.index) as Submitted;
    }
    throw new GateError('AUDIT_CORRUPT', `the record of request ${id} has no beginning`);
  }

  /** What a vote brings about: nothing yet, the grant, or the denial. */
  function settled(view: View, vote: CastVote): readonly Change[] {
    const result = count(askedOf(view), [...view.votes, vote], directory);
    if (result.kind === 'denied') {
      const { by, text } = result;
      return [{ type: 'request.denied', payload: { reason: 'person', by, ...(text === undefined ? {} : { text }) } }];
    }
    // While a question is open the vote counts, and the grant waits for the answer.
    if (result.kind === 'waiting' || view.state === 'questioned') return [];
    const acknowledged = !directory.configured;
    return [{ type: 'request.granted', payload: { digest: view.digest, voters: result.voters, acknowledged } }];
  }

  /** Votes that came in while the question was open are counted when it is answered. */
  function overdue(view: View): readonly Change[] {
    const last = view.votes.at(-1);
    return last ? settled({ ...view, state: 'pending', votes: view.votes.slice(0, -1) }, last) : [];
  }

  /** Reads, decides, appends on that version; on a conflict, again. */
  async function step(
    id: string,
    decide: (view: View) => readonly Change[] | 'ended' | { notYours: string },
  ): Promise<Receiving> {
    for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
      const known = await current(id);
      const changes = decide(known.view);
      if (changes === 'ended') return { kind: 'ended', known };
      if ('notYours' in changes) return { kind: 'not_yours', why: changes.notYours, known };
      const drafts = changes.map((change) => draft(id, change));
      const result = await store.append(drafts, { request: id, version: known.version });
      if (result.kind !== 'appended') continue;
      const after = await read(id);
      if (!after.view.open) held.remove(id);
      await wake.poke(id);
      return { kind: 'recorded', known: after };
    }
    throw busy(id);
  }

  /** The request as it stands, after what time alone brought about. */
  async function current(id: string): Promise<Known> {
    return settle(await read(id));
  }

  async function read(id: string): Promise<Known> {
    const known = await store.request(id);
    if (!known) throw new GateError('UNKNOWN_REQUEST', `no request has the id \`${id}\``);
    return known;
  }

  async function settle(known: Known): Promise<Known> {
    const type = due(known.view, now());
    if (!type) return known;
    const result = await store.append([draft(known.id, { type, payload: {} })], {
      request: known.id,
      version: known.version,
    });
    if (result.kind === 'appended') {
      held.remove(known.id);
      await wake.poke(known.id);
    }
    return read(known.id);
  }

  /** An identical request that still waits, or whose grant nobody used. */
  async function attachable(submitted: Submitted): Promise<Known | undefined> {
    const { principal, digest } = submitted;
    const candidates = await store.requests({ open: true, principal: principal.id, digest, limit: 20 });
    for (const candidate of candidates) {
      const known = await settle(candidate);
      const usable = ['pending', 'questioned', 'granted'].includes(known.view.state) && known.view.decision === 'hold';
      if (usable && known.view.session === principal.session) return known;
    }
    return undefined;
  }

  async function documentDrafts(): Promise<Draft[]> {
    const documents = parts.documents();
    const missing = new Set(await store.unrecorded(documents.map((document) => document.digest)));
    return documents
      .filter((document) => missing.has(document.digest))
      .map((document) => ({
        type: 'policy.recorded',
        request: null,
        payload: { digest: document.digest, layer: document.layer, name: document.name, text: document.text() },
      }));
  }

  async function append(drafts: readonly Draft[], id: string, version: number): Promise<void> {
    const result = await store.append(drafts, { request: id, version });
    if (result.kind !== 'appended') throw busy(id);
  }
}

/** A payload that no gate wrote spoils its own request, and no other. */
function parsed(payload: Uint8Array, index: number): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString());
  } catch (cause) {
    throw new GateError('AUDIT_CORRUPT', `event ${index} of the audit log cannot be read`, {
      hint: 'run `gate audit verify`',
      cause,
    });
  }
}

function draft(request: string, change: Change): Draft {
  return { type: change.type, request, payload: change.payload };
}

function ending(exit: Exit): Change {
  if (exit.kind === 'failed') {
    return { type: 'run.failed', payload: { errno: exit.errno, milliseconds: exit.milliseconds } };
  }
  return { type: 'run.finished', payload: exit };
}

function askedOf(view: View) {
  return {
    principal: view.principal,
    ...(view.owner === undefined ? {} : { owner: view.owner }),
    digest: view.digest,
    approvers: view.approvers,
  };
}

function requester({ principal }: Submitted) {
  return { principal: principal.id, ...(principal.owner === undefined ? {} : { owner: principal.owner }) };
}

/** The refusal that a request which just ended amounts to. */
function stands(known: Known): Refusal {
  const answer = answerOf(known.id, known.view);
  return answer.kind === 'refused' ? answer : refused(known.id, 'ran_elsewhere');
}

function busy(id: string): GateError {
  return new GateError('AUDIT_UNAVAILABLE', `request ${id} keeps changing under gate`, { hint: 'ask again' });
}
