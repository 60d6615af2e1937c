import type { Answer, Grant, Pending, Refusal } from './approval/answer.ts';
import type { Submission } from './approval/submission.ts';
import type { Command } from './command/command.ts';
import type { Lease } from './credentials/lease.ts';
import type { Exit, Receipt } from './execution/execution.ts';
import type { Decision } from './policy/decision.ts';
import type { Request } from './request/request.ts';

/** What each stage does, from left to right; `wiring.ts` builds them. */
export interface Stages {
  /** argv -> meaning, then pinned: real binary, inputs, target. */
  understand(request: Request): Promise<Command>;
  decide(request: Request, command: Command): Promise<Decision>;
  /** People, or the rule itself. Everything that is not an immediate yes is in the log when this returns. */
  approve(submission: Submission): Promise<Answer>;
  /** Credentials that live as long as the run. */
  issue(grant: Grant, submission: Submission): Promise<Lease>;
  /** Captures and decides again after a wait, compares with what was granted, and makes "about to run" durable. */
  start(submission: Submission, grant: Grant, lease: Lease): Promise<Started | Refusal>;
  execute(started: Started, lease: Lease): Promise<Exit>;
  /** Durable too: how it ended. */
  finish(receipt: Receipt, exit: Exit): Promise<void>;
}

/** Permission to execute once: only `start` makes one, and `execute` needs it. */
export interface Started {
  readonly kind: 'started';
  readonly receipt: Receipt;
  readonly command: Command;
}

export type Outcome = { readonly kind: 'ran'; readonly request: string; readonly exit: Exit } | Refusal | Pending;

/** The whole story. No stage can be skipped: each needs what the one before it made. */
export async function run(request: Request, stage: Stages): Promise<Outcome> {
  const command = await stage.understand(request);
  const decision = await stage.decide(request, command);

  const submission = { request, command, decision };
  const answer = await stage.approve(submission);
  if (answer.kind !== 'granted') return answer;

  await using lease = await stage.issue(answer, submission);
  const started = await stage.start(submission, answer, lease);
  if (started.kind !== 'started') return started;

  const exit = await stage.execute(started, lease);
  await stage.finish(started.receipt, exit);
  return { kind: 'ran', request: answer.request, exit };
}
