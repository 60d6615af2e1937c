import { type Refusal, refused } from '../../approval/answer.ts';
import type { Submission } from '../../approval/submission.ts';
import type { Known } from '../../broker/broker.ts';
import { GateError } from '../../errors.ts';
import type { Exit, Receipt } from '../../execution/execution.ts';
import type { SubmissionBody } from '../api/requests.ts';
import type { Caller } from '../caller.ts';
import type { Asking } from '../identity/claimed.ts';
import type { Intake, IntakeParts } from '../intake.ts';
import { requireRequester } from '../may.ts';
import { ApiError } from '../problem.ts';
import type { ClientAsking } from './asking.ts';
import type { Leases } from './leases.ts';

/** Commands that run at a client (docs/decisions/0013-client-mode.md). */
export interface ClientRuns {
  /** Compares once more, decides once more, and makes the start durable: for one runner. */
  start(asking: Asking, caller: Caller, id: string, body: StartBody): Promise<Started | Refusal>;
  /** A runner is there: resolves when it should be heard of again. */
  renew(known: Known, runner: string): Promise<Renewed>;
  /** It is to stop: its runner hears of it now. */
  stop(id: string): void;
  /** How it ended, as the runner saw it. */
  finish(known: Known, runner: string, exit: Exit): Promise<'recorded' | 'known'>;
}

export interface StartBody {
  readonly digest: string;
  /** 128 random bits, hexadecimal: the runner's name for this one run. */
  readonly runner: string;
  /** Everything as it is now; left out right after the answer that granted it. */
  readonly again?: SubmissionBody;
}

export interface Started {
  readonly kind: 'started';
  readonly receipt: Receipt;
  /** As the record has it. */
  readonly digest: string;
  /** Milliseconds. */
  readonly lease: { readonly lasts: number; readonly renews: number };
}

export interface Renewed {
  /** `over`: the service takes it for ended. */
  readonly next: 'again' | 'stop' | 'over';
  /** Milliseconds. */
  readonly lasts: number;
}

export interface ClientRunParts extends Pick<IntakeParts, 'broker' | 'chance'> {
  readonly intake: Pick<Intake, 'taken' | 'started'>;
  readonly asking: Pick<ClientAsking, 'understood' | 'requireAtClient'>;
  readonly leases: Leases;
}

export function clientRuns(parts: ClientRunParts): ClientRuns {
  const { broker, chance, intake, leases } = parts;

  return {
    async start(asking, caller, id, { digest, runner: drawn, again }) {
      parts.asking.requireAtClient(caller);
      const runner = `client:${drawn}`;
      const known = await found(id, parts);
      if (known !== undefined) requireTheirs(asking, known);
      const before = known && begunBy(runner, known);
      if (before !== undefined) return begun(id, runner, before);
      if (known?.view.state === 'pending' || known?.view.state === 'questioned')
        throw new ApiError('CONFLICT', 'people have not decided yet');
      if (known !== undefined && known.view.state !== 'granted') return refused(id, 'ran_elsewhere');

      const submission = await toStart(asking, caller, id, { digest, again }, parts);
      requireNoCredentials(submission);
      const grant = { kind: 'granted' as const, request: id, digest: submission.command.digest };
      const answer = await broker.start(submission, grant, undefined, { mode: 'client', runner });
      intake.started(id);
      return 'kind' in answer ? answer : begun(id, runner, { receipt: answer, digest: submission.command.digest });
    },

    async renew({ id, view }, drawn) {
      const runner = `client:${drawn}`;
      if (view.runner !== runner) throw new ApiError('NOT_YOURS', 'another runner has it');
      const { lasts } = leases;
      if (view.state !== 'started') return { next: 'over', lasts };
      // Asked for before a restart of the service, of which the leases know nothing.
      if (view.stopping) leases.began(id, runner);
      if (view.stopping) leases.stop(id);
      return { next: await leases.renew(id, runner), lasts };
    },

    stop: (id) => leases.stop(id),

    async finish({ id }, drawn, exit) {
      const told = await broker.tell(id, `client:${drawn}`, exit);
      if (told === 'not its runner') throw new ApiError('NOT_YOURS', 'another runner has it');
      leases.ended(id);
      return told;
    },
  };

  function begun(id: string, runner: string, { receipt, digest }: Pick<Started, 'receipt' | 'digest'>): Started {
    leases.began(id, runner);
    return { kind: 'started', receipt, digest, lease: { lasts: leases.lasts, renews: leases.renews } };
  }

  /** The same runner asks again because it did not hear the answer: it has not run it. */
  function begunBy(runner: string, { id, view, version }: Known): Pick<Started, 'receipt' | 'digest'> | undefined {
    if (view.state !== 'started' || view.runner !== runner) return undefined;
    const receipt = { log: '', request: id, index: version, at: view.startedAt ?? chance.now() };
    return { receipt, digest: view.digest };
  }
}

/** What was granted this very moment; else everything as it is now. */
async function toStart(
  asking: Asking,
  caller: Caller,
  id: string,
  { digest, again }: { readonly digest: string; readonly again: SubmissionBody | undefined },
  parts: ClientRunParts,
): Promise<Submission> {
  const taken = parts.intake.taken(id);
  if (taken !== undefined) requireRequester(asking, { principal: taken.submission.request.principal.id });
  if (taken?.fresh && taken.submission.command.digest === digest) return taken.submission;
  if (again === undefined) {
    throw new ApiError('CONFLICT', 'what would run has to be looked at again', 'say all of it in `again`');
  }
  const now = await parts.asking.understood(asking, caller, again, id);
  // What the log knows is compared there, and the difference recorded.
  if (taken !== undefined && taken.submission.command.digest !== now.command.digest)
    throw new ApiError('CONFLICT', 'what would run now is not what was asked', 'ask again');
  return now;
}

/** Undefined: the log has never heard of it. */
async function found(id: string, { broker }: ClientRunParts): Promise<Known | undefined> {
  try {
    return await broker.get(id);
  } catch (error) {
    if (error instanceof GateError && error.code === 'UNKNOWN_REQUEST') return undefined;
    throw error;
  }
}

/** @throws ApiError NOT_YOURS */
function requireTheirs(asking: Asking, { view }: Known): void {
  requireRequester(asking, view);
  if (view.session !== asking.principal.session) throw new ApiError('NOT_YOURS', 'another session asked for it');
}

/** @throws GateError CONFIG_INVALID */
function requireNoCredentials({ decision }: Submission): void {
  const { credentials, view } = decision.duties;
  if (view !== undefined) {
    throw new GateError('CONFIG_INVALID', `a rule says \`view: ${view}\`, and this command runs at its client`, {
      hint: 'only a command that the service runs can be given its own view of the directory',
    });
  }
  if (credentials === undefined) return;
  throw new GateError('CONFIG_INVALID', `no issuer is configured for the credentials \`${credentials}\``, {
    hint: 'remove `credentials:` from the rule; gate runs nothing without the lease a rule asks for',
  });
}
