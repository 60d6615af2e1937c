import { closeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { z } from 'zod';
import type { Grant, Refusal } from '../approval/answer.ts';
import type { Submission } from '../approval/submission.ts';
import type { Broker } from '../broker/broker.ts';
import type { HeldRequests } from '../broker/held.ts';
import { refusalOf } from '../broker/steps.ts';
import { environmentAt } from '../command/sealed.ts';
import { GateError } from '../errors.ts';
import type { Exit, Receipt } from '../execution/execution.ts';
import { type Decision, type DirectoryView, stricterView } from '../policy/decision.ts';
import type { Request } from '../request/request.ts';
import type { RunAccount } from './accounts.ts';
import { claimsOf } from './api/claims.ts';
import type { Caller } from './caller.ts';
import { callerOf } from './connections.ts';
import { type Asking, claiming } from './identity/claimed.ts';
import { isBarred } from './identity/peer.ts';
import { unnamed } from './input.ts';
import type { Intake, IntakeParts } from './intake.ts';
import type { Limits } from './limits.ts';
import type { RunEnded, ServiceLog } from './log.ts';
import { requireRequester, requireScope } from './may.ts';
import type { Metrics } from './metrics/metrics.ts';
import { ApiError, problemHeaders, problemOf } from './problem.ts';
import { makePrivatePlace, type PrivatePlace } from './run/private-place.ts';
import type { Order, Runner } from './run/runner.ts';

/** Where a granted request becomes a run: the connection that asks for it carries its streams from then on. */
export interface RunDoorParts extends Pick<IntakeParts, 'understand' | 'decide'> {
  readonly broker: Broker;
  readonly held: HeldRequests;
  /** Directory of what is held. */
  readonly heldIn: string;
  readonly intake: Intake;
  readonly runner: Runner;
  /** The account that commands of this principal run under. @throws GateError CONFIG_INVALID when nobody named one */
  readonly runAs: (principal: string) => RunAccount;
  /** Whether commands of this caller run at the caller. */
  readonly atClient: (caller: Caller) => boolean;
  /** Directory for the homes of runs. */
  readonly places: string;
  readonly log: Pick<ServiceLog, 'called' | 'runBegan' | 'runEnded' | 'failed'>;
  readonly metrics: Pick<Metrics, 'called'>;
  readonly limits: Limits;
  /** Runs that can be stopped, by the id of their request. */
  readonly stops: Map<string, AbortController>;
}

export const PROTOCOL = 'gate-run/1';
const ROUTE = '/v1/requests/{id}/run';
const PATH = /^\/v1\/requests\/([0-9a-f-]{36})\/run$/;

const terminal = z.strictObject({
  cols: z.number().int().min(1).max(10_000),
  rows: z.number().int().min(1).max(10_000),
  streams: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])).max(3),
});

export function runDoor(
  parts: RunDoorParts,
): (incoming: IncomingMessage, socket: Socket, head: Buffer) => Promise<void> {
  let places = 0;
  return async (incoming, socket, head) => {
    let becameRun = false;
    const began = performance.now();
    let caller: string | undefined;
    const answered = (status: number) => {
      const call = {
        method: incoming.method ?? 'GET',
        route: ROUTE,
        status,
        milliseconds: performance.now() - began,
        ...(caller === undefined ? {} : { caller }),
      };
      parts.log.called(call);
      parts.metrics.called(call);
    };
    const refused = (status: number, body: string, headers: Headers = JSON_TYPE) => {
      answered(status);
      refuse(socket, status, body, headers);
    };
    try {
      const asking = await askingOf(incoming, parts);
      caller = asking.principal.id;
      const id = PATH.exec(incoming.url ?? '')?.[1];
      if (id === undefined || incoming.headers.upgrade !== PROTOCOL)
        throw new ApiError('NOT_FOUND', 'there is nothing here');
      if (parts.runner.closed) throw new GateError('CHANNEL_UNAVAILABLE', 'the service is stopping');
      const terms = terminalOf(incoming);
      const granted = await submissionOf(asking, id, parts);
      if ('kind' in granted) return refused(409, JSON.stringify(granted));
      const { submission, input } = granted;
      // Everything that can fail before the record says that it starts.
      const account = parts.runAs(submission.request.principal.id);
      // Of several waiters of one request each has its own until one of them starts.
      const place = await makePrivatePlace(parts.places, `${id}-${++places}`, account, parts.runner.empty);
      let left: Promise<void> | undefined;
      const leave = () => (left ??= place.remove());
      const stdin = input && unnamed(input, parts.heldIn, `${id}-${places}.run`);
      try {
        const view = viewAsked(submission.decision);
        if (view !== undefined) requireViews(parts.runner);
        if (view === 'copy') {
          await place.makeView();
          await parts.runner.copy(account, submission.request.cwd, place.view);
        }
        const started = await start(id, submission, account, parts);
        if (started.kind === 'refused') return refused(409, JSON.stringify(started));
        becameRun = true;
        parts.intake.started(id);
        answered(101);
        socket.write(`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${PROTOCOL}\r\n\r\n`);
        if (head.length > 0) socket.unshift(head);
        await run(submission, { receipt: started.receipt, terms, account, place, leave, stdin }, socket, parts);
      } finally {
        if (stdin !== undefined) closeSync(stdin);
        await leave();
      }
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) parts.log.failed('run', error);
      // A connection that became a run's has been told in its own words.
      if (!becameRun) refused(problem.status, JSON.stringify(problem), problemHeaders(error));
    }
  };
}

/** @throws ApiError UNAUTHENTICATED, NOT_YOURS, TOO_MANY */
async function askingOf(incoming: IncomingMessage, { limits, atClient }: RunDoorParts): Promise<Asking> {
  const caller = await callerOf(incoming);
  limits.call(caller);
  if (atClient(caller)) throw new ApiError('NOT_YOURS', 'commands of this caller run at the caller, not here');
  const claims = incoming.headers['gate-claims'];
  const asking = claiming(caller, claimsOf(typeof claims === 'string' ? claims : undefined));
  if (isBarred(asking)) throw new ApiError('NOT_YOURS', asking.barred);
  requireScope(asking, 'run');
  return asking;
}

function terminalOf(incoming: IncomingMessage): z.infer<typeof terminal> | undefined {
  const header = incoming.headers['gate-terminal'];
  if (typeof header !== 'string') return undefined;
  const parsed = terminal.safeParse(attempt(() => JSON.parse(header)));
  if (!parsed.success) throw new ApiError('USAGE', 'Gate-Terminal is not understood');
  return parsed.data;
}

function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** What was granted at once; or what was held, understood and decided again as it is now. */
async function submissionOf(asking: Asking, id: string, parts: RunDoorParts): Promise<Granted | Refusal> {
  const taken = parts.intake.taken(id);
  if (taken !== undefined) {
    const { submission, fresh, input } = taken;
    requireRequester(asking, { principal: submission.request.principal.id });
    const same = async () =>
      (await parts.understand(submission.request, how(input))).digest === submission.command.digest;
    if (fresh || (await same())) return { submission, input };
    throw new ApiError('CONFLICT', 'what would run now is not what was asked', 'ask again');
  }
  const { view } = await parts.broker.get(id);
  requireRequester(asking, view);
  if (view.session !== asking.principal.session) throw new ApiError('NOT_YOURS', 'another session asked for it');
  if (view.state === 'pending' || view.state === 'questioned')
    throw new ApiError('CONFLICT', 'people have not decided yet');
  // Before the request, which goes first: what is read after it belongs to nothing.
  const input = parts.held.stdin(id);
  const request = await heldOr(id, parts);
  if (request === undefined) return refusalOf(await parts.broker.get(id));
  const command = await parts.understand(request, how(input));
  const decision = await parts.decide(request, command);
  // What was shown to those who approved holds, whatever the rules say now.
  const seen = stricterView(decision.duties.view, view.directory);
  const duties = { ...decision.duties, ...(seen === undefined ? {} : { view: seen }) };
  return { submission: { request, command, decision: { ...decision, duties } }, input };
}

interface Granted {
  readonly submission: Submission;
  /** What its command reads as code from its standard input. */
  readonly input: Uint8Array | undefined;
}

function how(input: Uint8Array | undefined): { readonly input?: Uint8Array } {
  return input === undefined ? {} : { input };
}

/** What is held, unless the request started or ended, perhaps just now: then nothing is. */
async function heldOr(id: string, { held, broker }: RunDoorParts): Promise<Request | undefined> {
  try {
    return held.load(id);
  } catch (error) {
    if ((await broker.get(id)).view.state === 'granted') throw error;
    return undefined;
  }
}

async function start(
  id: string,
  submission: Submission,
  account: RunAccount,
  { broker }: RunDoorParts,
): Promise<{ readonly kind: 'started'; readonly receipt: Receipt } | Refusal> {
  if (submission.decision.duties.credentials !== undefined) {
    throw new GateError(
      'CONFIG_INVALID',
      `no issuer is configured for the credentials \`${submission.decision.duties.credentials}\``,
      {
        hint: 'remove `credentials:` from the rule; gate runs nothing without the lease a rule asks for',
      },
    );
  }
  const grant: Grant = { kind: 'granted', request: id, digest: submission.command.digest };
  const answer = await broker.start(submission, grant, undefined, { mode: 'host', runAs: account.name });
  return 'kind' in answer ? answer : { kind: 'started', receipt: answer };
}

/** @throws GateError CONFIG_INVALID */
function requireViews({ holds }: Runner): void {
  if (holds === 'namespace') return;
  throw new GateError(
    'CONFIG_INVALID',
    'a rule gives the command a view of its own of the directory, and the service may not make one',
    {
      hint: 'the service needs CAP_SYS_ADMIN for it, as docs/host-mode.md says',
    },
  );
}

interface Beginning {
  readonly receipt: Receipt;
  readonly terms: z.infer<typeof terminal> | undefined;
  readonly account: RunAccount;
  readonly place: PrivatePlace;
  readonly leave: () => Promise<void>;
  /** A descriptor, at its beginning. */
  readonly stdin: number | undefined;
}

async function run(
  { request, command, decision }: Submission,
  { receipt, terms, account, place, leave, stdin }: Beginning,
  socket: Socket,
  { runner, broker, log, stops }: RunDoorParts,
): Promise<void> {
  let ended = false;
  const { id, principal } = request;
  const stop = new AbortController();
  stops.set(id, stop);
  log.runBegan({ request: id, principal: principal.id, account: account.name, terminal: terms !== undefined });
  try {
    await runner.run(
      {
        id: request.id,
        file: command.executable,
        argv: request.argv,
        cwd: request.cwd,
        environment: environmentAt(command.environment, place, {}),
        runAs: account,
        ...viewOf(viewAsked(decision), place),
        ...(terms === undefined ? {} : { terminal: terms }),
        ...(stdin === undefined ? {} : { stdin }),
        stop: stop.signal,
        // Durable first; and nothing of it is left when the client hears of its end.
        ended: async (exit) => {
          ended = true;
          log.runEnded({ request: id, ...endOf(exit) });
          await Promise.all([broker.finish(receipt, exit), leave()]);
        },
      },
      socket,
    );
  } catch (error) {
    // Recorded as about to run, and it could not be started: the record says that too.
    if (!ended) log.runEnded({ request: id, outcome: 'failed', milliseconds: 0 });
    if (!ended) await broker.finish(receipt, { kind: 'failed', errno: 'ECANCELED', milliseconds: 0 });
    throw error;
  } finally {
    stops.delete(id);
  }
}

/** What is only observed changes nothing. */
function viewAsked({ mode, duties }: Decision): DirectoryView | undefined {
  return mode === 'observe' ? undefined : duties.view;
}

function viewOf(view: DirectoryView | undefined, place: PrivatePlace): Pick<Order, 'view'> {
  if (view === undefined) return {};
  return { view: view === 'copy' ? { copy: place.view } : view };
}

function endOf(exit: Exit): Omit<RunEnded, 'request'> {
  const { kind: outcome, milliseconds } = exit;
  if (exit.kind === 'failed') return { outcome, milliseconds };
  return { outcome, milliseconds, code: exit.kind === 'exited' ? exit.code : exit.signal };
}

type Headers = Readonly<Record<string, string>>;

const JSON_TYPE: Headers = { 'content-type': 'application/json' };

/** Still HTTP: the connection has not become anything else. */
function refuse(socket: Socket, status: number, body: string, headers: Headers): void {
  if (socket.destroyed) return;
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}
