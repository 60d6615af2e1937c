import { closeSync } from 'node:fs';
import { type Answer, answerOf } from '../approval/answer.ts';
import type { ApprovalEvents, Submitted } from '../approval/events.ts';
import type { Submission } from '../approval/submission.ts';
import type { Broker, Known } from '../broker/broker.ts';
import type { Command } from '../command/command.ts';
import { flat } from '../command/display.ts';
import { redactedAction } from '../command/redact.ts';
import { GateError } from '../errors.ts';
import { DECISION_KINDS, type Decision, type DirectoryView, stricterView } from '../policy/decision.ts';
import type { Chance } from '../request/capture.ts';
import type { Request } from '../request/request.ts';
import { uuidv7 } from '../request/uuid.ts';
import type { RunAccount } from './accounts.ts';
import type { SubmissionBody } from './api/requests.ts';
import type { Caller } from './caller.ts';
import type { ClientAsking } from './client/asking.ts';
import { KEEP_KEY_MILLISECONDS, type Keyed, type KeyedIds } from './idempotency.ts';
import type { Asking } from './identity/claimed.ts';
import { isInput, unnamed } from './input.ts';
import { ApiError } from './problem.ts';
import { Unstarted } from './unstarted.ts';

/** How a request comes in: who asks the service knows, what is asked the caller says. */
export interface IntakeParts {
  readonly broker: Broker;
  readonly understand: (request: Request, how?: Understanding) => Promise<Command>;
  readonly decide: (request: Request, command: Command) => Promise<Decision>;
  readonly chance: Chance;
  readonly host: string;
  /** Directory of what is held. */
  readonly held: string;
  readonly keyed: KeyedIds;
  readonly runAs: (principal: string) => Pick<RunAccount, 'name'>;
  /** Requests whose id ends so, newest first. */
  readonly endingWith: (tail: string) => Promise<readonly Known[]>;
  /** For those whose commands run where they are. */
  readonly clients?: Pick<ClientAsking, 'takes' | 'ask'>;
}

export interface Understanding {
  /** A tool call that a harness would run itself: nobody sees its standard input. */
  readonly call?: true;
  /** What comes in on standard input, for a command that reads it as code. */
  readonly input?: Uint8Array;
}

/** What the caller hears of it. */
export interface TakenIn {
  /** The id it got; `id` is another one when it joined a request that waits already. */
  readonly asked: string;
  readonly id: string;
  readonly answer: Answer;
  readonly digest: string;
  readonly decision: Decision;
  readonly actions: Command['actions'];
  /** As it is recorded: without secrets. */
  readonly manifest: Command['manifest'];
}

export interface Intake {
  /**
   * @param key the same caller's same submission with it is the same request, for a day, whatever happened to the service meanwhile
   * @throws ApiError CONFLICT when it stands for another submission
   */
  take(asking: Asking, caller: Caller, body: SubmissionBody, key?: string): Promise<TakenIn>;
  /**
   * What was granted at once and has not started yet, for whoever starts it; forgotten after a while. `fresh`: it was looked at this very moment.
   */
  taken(
    id: string,
  ): { readonly submission: Submission; readonly fresh: boolean; readonly input?: Uint8Array } | undefined;
  /** It is on its way, and nobody starts it again. */
  started(id: string): void;
}

/** Within this, nobody had the time to put something else into its place that local mode would notice. */
const FRESH_MILLISECONDS = 1_000;

interface Asked {
  readonly submission: Submission;
  readonly answer: Answer;
  readonly input?: Uint8Array;
}

export function intake(parts: IntakeParts): Intake {
  const { broker, understand, decide, chance, host, keyed } = parts;
  const now = () => chance.now();
  const unstarted = new Unstarted<TakenIn>(now, (id) => broker.forget(id));
  /** By the end of their ids: of two submissions with one key the second waits for the first. */
  const underWay = new Map<string, Promise<unknown>>();

  async function ask(asking: Asking, caller: Caller, body: SubmissionBody, id: string) {
    const request = await ofCall(requestOf(asking, caller, body, { id, at: now(), host }), broker);
    const input = body.input === undefined ? undefined : Buffer.from(body.input, 'base64');
    const command = await understand(request, input === undefined ? {} : { input });
    const decision = await stricter(asking, request, command, decide);
    const place = { mode: 'host', runAs: parts.runAs(request.principal.id).name } as const;
    const submission = { request, command, decision, place };
    // Of a command that read nothing of it as code it is no more than what comes in while it runs.
    const isCode = input !== undefined && isInput(input, command.manifest.stdin.digest);
    if (!isCode) return { submission, answer: await broker.submit(submission) };
    const descriptor = unnamed(input, parts.held, `${id}.sent`);
    try {
      const answer = await broker.submit({ ...submission, command: { ...command, stdin: descriptor } });
      return { submission, answer, input };
    } finally {
      closeSync(descriptor);
    }
  }

  async function fresh(asking: Asking, caller: Caller, body: SubmissionBody, id: string): Promise<TakenIn> {
    const asked: Asked = parts.clients?.takes(caller, body)
      ? await parts.clients.ask(asking, caller, body, id)
      : await ask(asking, caller, body, id);
    const { submission, answer, input } = asked;
    const { request, command, decision } = submission;
    const { digest, manifest, redact } = command;
    const actions = command.actions.map((action) => redactedAction(action, redact));
    const told = { asked: request.id, id: answer.request, answer, digest, decision, actions, manifest };
    if (answer.kind === 'granted' && answer.request === request.id)
      unstarted.keep({
        ...{ id: request.id, submission, at: now(), caller: caller.principal.id, told },
        ...(input === undefined ? {} : { input }),
      });
    return told;
  }

  /** What was said before to the same submission, as it stands now. @throws ApiError CONFLICT */
  async function before(key: Keyed): Promise<TakenIn | undefined> {
    const tail = keyed.tailOf(key);
    const entry = unstarted.endingWith(tail);
    const known = entry === undefined ? await recorded(tail) : undefined;
    const found = entry?.id ?? known?.id;
    if (found === undefined) return undefined;
    if (!keyed.isSame(found, key)) {
      throw new ApiError('CONFLICT', 'this Idempotency-Key was used for another submission', 'use a new one for each');
    }
    return entry?.told ?? (known && again(known, parts));
  }

  async function recorded(tail: string): Promise<Known | undefined> {
    const [newest] = await parts.endingWith(tail);
    if (newest === undefined || newest.view.submittedAt + KEEP_KEY_MILLISECONDS <= now()) return undefined;
    return broker.get(newest.id);
  }

  return {
    async take(asking, caller, body, key) {
      if (key === undefined) return fresh(asking, caller, body, uuidv7(now(), chance.random(16)));
      const { principal, supervised, tty } = asking;
      const asked = JSON.stringify([principal.id, principal.session, supervised, tty, body]);
      const keyOf = { caller: caller.principal.id, key, asked };
      const tail = keyed.tailOf(keyOf);
      const previous = underWay.get(tail) ?? Promise.resolve();
      const taken = previous
        .catch(() => {})
        .then(async () => (await before(keyOf)) ?? fresh(asking, caller, body, keyed.idOf(keyOf, now())));
      underWay.set(tail, taken);
      try {
        return await taken;
      } finally {
        if (underWay.get(tail) === taken) underWay.delete(tail);
      }
    },
    started: (id) => unstarted.remove(id),
    taken(id) {
      const known = unstarted.get(id);
      if (known === undefined) return undefined;
      const { submission, at, input } = known;
      // What it reads its own program from is looked at again in any case: a moment is enough to exchange a file.
      const fresh = now() - at < FRESH_MILLISECONDS && submission.command.inputs.length === 0;
      return { submission, fresh, ...(input === undefined ? {} : { input }) };
    },
  };
}

/** A request that was recorded, told as it was when it came in; its answer is that of now. */
async function again({ id, view }: Known, { broker }: Pick<IntakeParts, 'broker'>): Promise<TakenIn> {
  const events = await broker.record(id);
  const submitted = events.find(({ type }) => type === 'request.submitted')?.payload as Submitted | null | undefined;
  const decided = events.find(({ type }) => type === 'request.decided')?.payload as
    | ApprovalEvents['request.decided']
    | null
    | undefined;
  if (!submitted || !decided)
    throw new ApiError('CONFLICT', 'what this Idempotency-Key stands for is in the log no more');
  const { digest, manifest, actions } = submitted;
  return { asked: id, id, answer: answerOf(id, view), digest, decision: decided, actions, manifest };
}

/**
 * What the agent said of the tool call is its intent, unless it says another here.
 *
 * @throws GateError UNKNOWN_REQUEST when no call of this agent, or of its owner, is recorded there
 */
async function ofCall(request: Request, broker: Pick<Broker, 'seen'>): Promise<Request> {
  if (request.call === undefined) return request;
  const seen = await broker.seen(request.call);
  const ownerOf = ({ id, owner }: Request['principal']) => owner ?? id;
  if (seen === undefined || ownerOf(seen.principal) !== ownerOf(request.principal)) {
    throw new GateError('UNKNOWN_REQUEST', `no tool call of yours is recorded as ${request.call}`, {
      hint: 'run the command without `--call`',
    });
  }
  const { description } = seen;
  if (request.intent !== undefined || description === undefined) return request;
  return Object.freeze({ ...request, intent: flat(description) });
}

const NO_HOME = '/nonexistent';

/** Only what the service observed says who asks; the rest describes the command. */
export function requestOf(
  { principal, supervised, tty }: Asking,
  { uid = -1, account = '' }: Caller,
  body: Pick<SubmissionBody, 'argv' | 'cwd' | 'environment' | 'stdin'> & Partial<SubmissionBody>,
  { id, at, host }: Pick<Request, 'id' | 'at' | 'host'>,
): Request {
  return Object.freeze({
    id,
    at,
    principal,
    argv: Object.freeze(body.argv),
    cwd: body.cwd,
    host,
    user: { uid, name: account.replace(/@.*$/, '') },
    // The command gets a directory of its own; nothing of the caller's is read as theirs.
    home: NO_HOME,
    tty,
    stdin: body.stdin,
    parents: [],
    environment: Object.freeze(body.environment),
    dropped: [],
    ...(body.intent === undefined ? {} : { intent: body.intent }),
    ...(body.ticket === undefined ? {} : { ticket: body.ticket }),
    ...(body.call === undefined ? {} : { call: body.call }),
    ...(body.break_glass ? { breakGlass: true as const } : {}),
    ...(supervised ? { supervised: true as const } : {}),
  });
}

/**
 * A claim may only tighten: who says to be an agent is decided as both, and the stricter answer counts. What they could not have
 * approved for themselves they cannot approve for the agent that they say to be (IPC-09).
 */
export async function stricter(
  { observed }: Asking,
  request: Request,
  command: Command,
  decide: IntakeParts['decide'],
): Promise<Decision> {
  const decision = await decide(request, command);
  if (observed === undefined) return decision;
  const asPerson = await decide({ ...request, principal: observed, supervised: true }, command);
  const chosen = withView(harder(decision, asPerson), stricterView(decision.duties.view, asPerson.duties.view));
  if (asPerson.kind !== 'hold') return chosen;
  const approvers = chosen.duties.approvers.map((block) => ({ ...block, separation: 'owner' as const }));
  return { ...chosen, duties: { ...chosen.duties, approvers } };
}

function withView(decision: Decision, view: DirectoryView | undefined): Decision {
  return view === undefined ? decision : { ...decision, duties: { ...decision.duties, view } };
}

export function harder(one: Decision, other: Decision): Decision {
  return rank(other) > rank(one) ? other : one;
}

function rank({ kind, mode }: Decision): number {
  return mode === 'observe' ? 0 : DECISION_KINDS.indexOf(kind);
}
