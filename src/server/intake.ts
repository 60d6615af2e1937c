import type { Answer } from '../approval/answer.ts';
import type { Submission } from '../approval/submission.ts';
import type { Broker } from '../broker/broker.ts';
import type { Command } from '../command/command.ts';
import { redactedAction } from '../command/redact.ts';
import { DECISION_KINDS, type Decision } from '../policy/decision.ts';
import type { Chance } from '../request/capture.ts';
import type { Request } from '../request/request.ts';
import { uuidv7 } from '../request/uuid.ts';
import type { SubmissionBody } from './api/requests.ts';
import type { Caller } from './caller.ts';
import type { Asking } from './identity/claimed.ts';

/** How a request comes in: who asks the service knows, what is asked the caller says. */
export interface IntakeParts {
  readonly broker: Broker;
  readonly understand: (request: Request) => Promise<Command>;
  readonly decide: (request: Request, command: Command) => Promise<Decision>;
  readonly chance: Chance;
  readonly host: string;
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
  take(asking: Asking, caller: Caller, body: SubmissionBody): Promise<TakenIn>;
  /**
   * What was granted at once and has not started yet, for whoever starts it; forgotten after a while. `fresh`: it was looked at this very moment.
   */
  taken(id: string): { readonly submission: Submission; readonly fresh: boolean } | undefined;
}

/** A grant that nobody starts is worth nothing soon; the log has never heard of it. */
const KEEP_MILLISECONDS = 60_000;
/** Within this, nobody had the time to put something else into its place that local mode would notice. */
const FRESH_MILLISECONDS = 1_000;
const MOST_KEPT = 10_000;

export function intake({ broker, understand, decide, chance, host }: IntakeParts): Intake {
  const kept = new Map<string, { readonly submission: Submission; readonly at: number }>();

  function keep(id: string, submission: Submission): void {
    const now = chance.now();
    for (const [old, { at }] of kept) if (at + KEEP_MILLISECONDS < now || kept.size >= MOST_KEPT) kept.delete(old);
    kept.set(id, { submission, at: now });
  }

  return {
    async take(asking, caller, body) {
      const request = requestOf(asking, caller, body, { chance, host });
      const command = await understand(request);
      const decision = await stricter(asking, request, command, decide);
      const submission = { request, command, decision };
      const answer = await broker.submit(submission);
      if (answer.kind === 'granted' && answer.request === request.id) keep(request.id, submission);
      const { digest, manifest, redact } = command;
      const actions = command.actions.map((action) => redactedAction(action, redact));
      return { asked: request.id, id: answer.request, answer, digest, decision, actions, manifest };
    },
    taken(id) {
      const known = kept.get(id);
      const age = known === undefined ? KEEP_MILLISECONDS : chance.now() - known.at;
      if (known === undefined || age >= KEEP_MILLISECONDS || age < 0) return undefined;
      return { submission: known.submission, fresh: age < FRESH_MILLISECONDS };
    },
  };
}

const NO_HOME = '/nonexistent';

/** Only what the service observed says who asks; the rest describes the command. */
function requestOf(
  { principal, supervised, tty }: Asking,
  { uid = -1, account = '' }: Caller,
  body: SubmissionBody,
  { chance, host }: Pick<IntakeParts, 'chance' | 'host'>,
): Request {
  const at = chance.now();
  return Object.freeze({
    id: uuidv7(at, chance.random(16)),
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
async function stricter(
  { observed }: Asking,
  request: Request,
  command: Command,
  decide: IntakeParts['decide'],
): Promise<Decision> {
  const decision = await decide(request, command);
  if (observed === undefined) return decision;
  const asPerson = await decide({ ...request, principal: observed, supervised: true }, command);
  const chosen = rank(asPerson) > rank(decision) ? asPerson : decision;
  if (asPerson.kind !== 'hold') return chosen;
  const approvers = chosen.duties.approvers.map((block) => ({ ...block, separation: 'owner' as const }));
  return { ...chosen, duties: { ...chosen.duties, approvers } };
}

function rank({ kind, mode }: Decision): number {
  return mode === 'observe' ? 0 : DECISION_KINDS.indexOf(kind);
}
