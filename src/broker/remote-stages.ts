import type { Answer, Refusal } from '../approval/answer.ts';
import type { Submission } from '../approval/submission.ts';
import type { Action } from '../command/action.ts';
import type { Command } from '../command/command.ts';
import type { Manifest } from '../command/manifest.ts';
import { noLease } from '../credentials/lease.ts';
import type { Exit } from '../execution/execution.ts';
import type { Stages } from '../pipeline.ts';
import type { Decision } from '../policy/decision.ts';
import type { Request } from '../request/request.ts';
import type { Queue } from './broker.ts';
import { type Requester, settled } from './gather.ts';
import { type Connection, call } from './remote-http.ts';

/** The pipeline where a service does everything: what it understood and decided comes back, and the run is its own. */
export interface RemoteParts {
  readonly connection: Connection;
  readonly queue: Queue;
  readonly requester: Requester;
  readonly onDecided: (submission: Submission) => void;
  readonly onStarting: (request: string) => void;
  readonly onStarted: (request: string) => void;
  /** Opens the run's connection: started, or why not. */
  readonly open: (id: string) => Promise<Opened | Refusal>;
  /** What was asked before, and is gone on with. */
  readonly before?: () => Promise<TakenIn>;
}

/** A run of the service with this process at its other end. */
export interface Opened {
  readonly kind: 'opened';
  /** Carries streams and signals until the command has ended. */
  pump(): Promise<Exit>;
}

/** What the service answers to a submission. */
export interface TakenIn {
  /** The id it got; `id` is another one when it joined a request that waits already. */
  readonly asked: string;
  readonly id: string;
  readonly answer: Answer;
  readonly digest: string;
  readonly decision: Decision;
  readonly actions: readonly Action[];
  readonly manifest: Manifest;
}

export function remoteStages({ connection, queue, requester, open, before, ...hooks }: RemoteParts): Stages {
  let taken: TakenIn | undefined;
  let opened: Opened | undefined;
  const asked = (): TakenIn => taken as TakenIn;

  async function submitted(request: Request): Promise<TakenIn> {
    const post = async (body: object) =>
      (await call(connection, 'POST', '/v1/requests', body, { key: request.id })) as TakenIn;
    try {
      return await post(bodyOf(request));
    } catch (error) {
      const { needsInput, wholeInput } = await import('./remote-input.ts');
      if (!needsInput(error)) throw error;
      return post({ ...bodyOf(request), input: await wholeInput() });
    }
  }

  return {
    async understand(request) {
      taken = before ? await before() : await submitted(request);
      return commandOf(taken);
    },
    decide: async () => asked().decision,
    async approve(submission) {
      const known = { ...submission, request: { ...submission.request, id: asked().asked } };
      hooks.onDecided(known);
      return settled(queue, asked().answer, known, requester);
    },
    issue: async (grant) => noLease(grant),
    async start(submission, grant) {
      hooks.onStarting(grant.request);
      const answer = await open(grant.request);
      if (answer.kind !== 'opened') return answer;
      opened = answer;
      // The service has made the start durable; its receipt stays there.
      const receipt = { log: '', request: grant.request, index: -1, at: submission.request.at };
      return { kind: 'started', receipt, command: submission.command };
    },
    async execute({ receipt }) {
      hooks.onStarted(receipt.request);
      return (opened as Opened).pump();
    },
    // Recorded where it ran.
    finish: async () => {},
  };
}

export function bodyOf({ argv, cwd, stdin, intent, ticket, call: index, breakGlass }: Request): object {
  return {
    argv,
    cwd,
    stdin,
    ...(intent === undefined ? {} : { intent }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(index === undefined ? {} : { call: index }),
    ...(breakGlass ? { break_glass: true } : {}),
  };
}

/** As much of it as screens need; nothing of it is run here. */
function commandOf({ digest, actions, manifest }: TakenIn): Command {
  return {
    ...{ digest, actions, manifest, inputs: [], secrets: [], pins: [], notes: [] },
    opaque: actions.some(({ opaque }) => opaque),
    executable: manifest.executable.path,
    environment: { level: manifest.environment.level, variables: {}, pinned: [], removed: [] },
    redact: (text) => text,
  };
}
