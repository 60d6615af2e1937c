import type { Refusal } from '../approval/answer.ts';
import type { Recorded } from '../command/recording.ts';
import { noLease } from '../credentials/lease.ts';
import { GateError } from '../errors.ts';
import { execute } from '../execution/execute.ts';
import type { Exit, Receipt } from '../execution/execution.ts';
import type { Stages } from '../pipeline.ts';
import type { Child, Start } from '../platform/spawn.ts';
import type { PolicyFile } from '../policy/trusted-files.ts';
import type { Request } from '../request/request.ts';
import { BRIEFLY, untilBack } from './away.ts';
import type { Queue } from './broker.ts';
import { type ClientRun, clientRun } from './client-run.ts';
import { type Requester, settled } from './gather.ts';
import { type Connection, call } from './remote-http.ts';
import { bodyOf, type RemoteParts, type TakenIn } from './remote-stages.ts';
import type { Unreported } from './unreported.ts';

/**
 * The pipeline where a service decides and records, and the command runs here (docs/decisions/0013-client-mode.md): two calls before it starts, one after.
 */
export interface ClientParts extends Pick<RemoteParts, 'onDecided' | 'onStarting' | 'onStarted' | 'before'> {
  readonly connection: Connection;
  readonly queue: Queue;
  readonly requester: Requester;
  /** Looks at the command as it is now. */
  readonly record: (request: Request) => Promise<Observed>;
  readonly spawn: (start: Start) => Promise<Child>;
  readonly now: () => number;
  /** 128 random bits, hexadecimal. */
  readonly random: () => string;
  readonly version: string;
  readonly unreported: Unreported;
  readonly onKept: (why: string) => void;
}

export interface Observed extends Recorded {
  /** What its secrets are hidden with, where there are any. */
  readonly key: Uint8Array | undefined;
  /** Of the repository around it. */
  readonly policies: readonly PolicyFile[];
}

interface StartedThere {
  readonly kind: 'started';
  readonly receipt: Receipt;
  readonly digest: string;
  readonly lease: { readonly lasts: number; readonly renews: number };
}

/** The service knows for a second what it has just understood. */
const FRESH = 500;
const MOST_SUBMISSIONS = 3;

export function clientStages(parts: ClientParts): Stages {
  const { connection, queue, requester, before, version } = parts;
  let asking: Request | undefined;
  let mine: Observed | undefined;
  let taken: TakenIn | undefined;
  let takenAt = 0;
  let running: ClientRun | undefined;
  const here = (): Observed => mine as Observed;
  const asked = (): TakenIn => taken as TakenIn;

  const post = (path: string, body: object) => untilBack(() => call(connection, 'POST', path, body), { most: BRIEFLY });

  async function submit(request: Request): Promise<void> {
    const body = wholeOf(request, here(), version);
    // The same one again, should the answer not come, is the same request.
    const once = () => call(connection, 'POST', '/v1/requests', body, { key: request.id });
    taken = (await untilBack(once, { most: BRIEFLY })) as TakenIn;
    takenAt = performance.now();
  }

  return {
    async understand(request) {
      asking = request;
      mine = await parts.record(request);
      await parts.unreported.deliver(connection);
      if (before === undefined) await submit(request);
      else taken = await before();
      const { digest, manifest, actions } = asked();
      return { ...here().command, digest, manifest, actions };
    },
    decide: async () => asked().decision,
    async approve(submission) {
      const known = { ...submission, request: { ...submission.request, id: asked().asked } };
      parts.onDecided(known);
      return settled(queue, asked().answer, known, requester);
    },
    issue: async (grant) => noLease(grant),
    async start(submission, grant) {
      const { request } = submission;
      // People took their time: everything is captured again, and decided again there.
      const atOnce = before === undefined && grant.request === asked().asked && asked().answer.kind === 'granted';
      if (!atOnce) mine = await parts.record(request);
      parts.onStarting(grant.request);
      const runner = parts.random();
      const started = await startOnce(request, grant.request, runner, atOnce);
      if (started.kind !== 'started') return started;
      running = clientRun({ ...parts, service: connection, id: started.receipt.request, runner, lease: started.lease });
      await requireSame(started);
      return { kind: 'started', receipt: started.receipt, command: here().command };
    },
    execute({ receipt, command }, lease) {
      parts.onStarted(receipt.request);
      const { argv, cwd } = asking as Request;
      const environment = Object.assign(Object.create(null), command.environment.variables, lease.environment);
      const stdin = command.stdin === undefined ? {} : { stdin: command.stdin };
      return execute({ file: command.executable, argv, cwd, environment, ...stdin }, receipt, {
        now: parts.now,
        async spawn(start) {
          const child = await parts.spawn(start);
          running?.runs(child);
          return child;
        },
      });
    },
    finish: (_, exit) => (running as ClientRun).ended(exit),
  };

  async function startOnce(
    request: Request,
    id: string,
    runner: string,
    atOnce: boolean,
  ): Promise<StartedThere | Refusal> {
    let path = `/v1/requests/${id}/start`;
    for (let tries = 1; ; tries++) {
      const { digest } = asked();
      const fresh = atOnce && performance.now() - takenAt < FRESH;
      const body = { runner, digest, ...(fresh ? {} : { again: wholeOf(request, here(), version) }) };
      try {
        return (await post(path, body)) as StartedThere | Refusal;
      } catch (error) {
        if (!atOnce || tries === MOST_SUBMISSIONS || !(error instanceof GateError)) throw error;
        // Not fresh any more: everything is said again.
        if (error.code === 'USAGE') takenAt = Number.NEGATIVE_INFINITY;
        // The service was restarted in between; its log has never heard of the request, and nothing has started.
        else if (error.code === 'UNKNOWN_REQUEST') {
          await submit(request);
          const { answer } = asked();
          if (answer.kind === 'refused') return answer;
          if (answer.kind === 'pending') throw error;
          path = `/v1/requests/${answer.request}/start`;
        } else throw error;
      }
    }
  }

  /** What the service made durable is what is about to run here; else it does not run, and the record says so. */
  async function requireSame({ digest }: StartedThere): Promise<void> {
    const { command, key } = here();
    const same = digest === asked().digest && (key !== undefined || digest === command.digest);
    if (same) return;
    const exit: Exit = { kind: 'failed', errno: 'ECANCELED', milliseconds: 0 };
    await running?.ended(exit);
    throw new GateError('INTERNAL', 'the service started something else than what would run here', {
      hint: 'nothing was run; is the service the same version of gate?',
    });
  }
}

/** Everything that the service needs to understand it by itself. */
function wholeOf(request: Request, { sent, command, key, policies }: Observed, version: string): object {
  return {
    ...bodyOf(request),
    // A tool call is recorded on this machine; in the service's log the number would be that of something else.
    call: undefined,
    client: {
      version,
      host: request.host,
      sent,
      policies: policies.map(({ path, bytes }) => ({ path, content: bytes.toString('base64') })),
      manifest: command.manifest,
      actions: command.actions,
      ...(key === undefined ? {} : { key: Buffer.from(key).toString('hex') }),
    },
  };
}
