import { answerOf } from '../approval/answer.ts';
import type { Submission } from '../approval/submission.ts';
import type { Listing } from '../broker/live-directory.ts';
import { flat } from '../command/display.ts';
import { shellWord } from '../command/shell-word.ts';
import { runsHere } from '../config/service.ts';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { ownPath } from '../platform/own-path.ts';
import { type Asked, capture, type RawFacts } from '../request/capture.ts';
import type { Principal, Request } from '../request/request.ts';
import { chance, localStages, openLocal, peopleOf, type RunHooks, recognise, whatIsGone } from '../wiring.ts';
import { openEvents } from './events.ts';
import { interruptible } from './interrupt.ts';
import { type Io, processIo } from './io.ts';
import { patienceOf } from './patience.ts';
import { printError, reported, unrecorded } from './report.ts';
import { announceDecision, requesterAt } from './requester.ts';
import { endProcess, runRequest, tell } from './run.ts';
import { parseRunOptions, type RunOptions } from './run-options.ts';

/** `gate [options] -- COMMAND`: from the command line to the end of this process. */
export async function runCommandLine(argv: readonly string[], facts: RawFacts, system: SystemConfig): Promise<never> {
  const io = processIo(false);
  // Known before the rest is understood, so that a mistake in the rest is data too.
  const end = argv.indexOf('--');
  let json = (end < 0 ? argv : argv.slice(0, end)).includes('--json');
  let events = openEvents(undefined, json, io);
  let started: string | undefined;
  try {
    const options = parseRunOptions(argv);
    json = options.json;
    events = openEvents(options.events, json, io);
    const { wait } = options;
    // A hook wrote the line: `gate` may be nothing, or another, where the agent runs it.
    const gate = options.call === undefined ? 'gate' : shellWord(ownPath());
    const listing = await peopleOf(facts, system);
    const captured = capture(facts, askedBy(options), chance, recognise(listing)).request;
    const service =
      system.service &&
      (await (await import('./at-service.ts')).atService(system.service, facts, (text) => json || io.stderr(text)));
    // In client mode a hook has judged by what is here, and recorded here.
    const callIsHere = system.service === undefined || runsHere(system.service);
    const caller = callIsHere ? await withCall(captured, listing) : captured;
    const request =
      options.resume === undefined ? caller : await (service?.resumed ?? resumed)(caller, options.resume, listing);
    const interrupted = interruptible(facts.tty);
    if (!json) await warnOfBundle(system, io);
    let submitted: Submission | undefined;
    const again = options.resume === undefined ? undefined : request.id;
    const queue = () => service?.queue ?? openLocal(request.environment, request.home, listing).broker;
    const requester = requesterAt({
      options,
      gate,
      patience: patienceOf(options.timeoutSeconds, caller),
      atTerminal: caller.tty && !caller.supervised,
      events,
      io,
      interrupted,
      reply: (id, text) => queue().reply(id, { by: caller.principal.id, text }),
    });
    const hooks: RunHooks = {
      requester,
      onDecided: (submission) => {
        submitted = submission;
        announceDecision(submission, events, io, json);
      },
      onStarting: interrupted.stop,
      onStarted: (id) => {
        interrupted.started();
        started = id;
        events.emit({ event: 'started', request: id });
      },
    };
    const stages = service?.stages(hooks, again) ?? localStages(request, again, system, listing, hooks);
    const parts = { io, events, json, wait, gate, submitted: () => submitted };
    if (options.resume !== undefined && !service) {
      const { broker } = openLocal(request.environment, request.home, listing);
      const known = await broker.get(request.id);
      const answer = answerOf(known.id, known.view);
      if (answer.kind === 'refused') return await endProcess(await tell(answer, parts));
      const gone = answer.kind === 'granted' ? whatIsGone(request) : undefined;
      if (gone !== undefined) return await endProcess(await tell(await broker.spoil(known.id, [gone]), parts));
    }
    return await endProcess(await runRequest(request, stages, parts));
  } catch (error) {
    const report = started === undefined ? reported(error) : unrecorded(error);
    if (!json) printError(io, report);
    const { status, reason, message, hint } = report;
    const ran = started !== undefined;
    const words = { message, ...(hint ? { hint } : {}) };
    events.emit({ event: 'failed', request: started ?? null, ran, reason, status, ...words });
    return process.exit(status);
  }
}

/** The policies in force are not those that somebody wanted to be: one line. */
async function warnOfBundle({ bundled }: SystemConfig, io: Io): Promise<void> {
  const { problem } = (await bundled?.()) ?? {};
  if (problem !== undefined) io.stderr(`gate: ${problem}\n`);
}

function askedBy({ intent, ticket, command, breakGlass, call }: RunOptions): Asked {
  const words = { ...(intent === undefined ? {} : { intent }), ...(ticket === undefined ? {} : { ticket }) };
  return { argv: command, ...words, ...(call === undefined ? {} : { call }), breakGlass };
}

/** What the agent said of the tool call is its intent, unless it says another here. */
async function withCall(request: Request, listing: Listing): Promise<Request> {
  if (request.call === undefined) return request;
  const seen = await openLocal(request.environment, request.home, listing).broker.seen(request.call);
  const ownerOf = ({ id, owner }: Principal) => owner ?? id;
  if (seen === undefined || ownerOf(seen.principal) !== ownerOf(request.principal)) {
    throw new GateError('UNKNOWN_REQUEST', `no tool call of yours is recorded as ${request.call}`, {
      hint: 'run the command without `--call`',
    });
  }
  const { description } = seen;
  return request.intent === undefined && description !== undefined
    ? Object.freeze({ ...request, intent: flat(description) })
    : request;
}

/** The request that waits under an id: only for the principal and session that made it. */
async function resumed(caller: Request, id: string, listing: Listing): Promise<Request> {
  const { broker, held } = openLocal(caller.environment, caller.home, listing);
  const known = await broker.find(id);
  if (known.view.principal !== caller.principal.id || known.view.session !== caller.principal.session) {
    throw new GateError('UNKNOWN_REQUEST', `no request of ${caller.principal.id} has the id \`${id}\``, {
      hint: 'only the one who asked can run what was approved',
    });
  }
  try {
    return held.load(known.id);
  } catch (error) {
    const { view } = await broker.get(known.id);
    if (['pending', 'questioned', 'granted'].includes(view.state)) throw error;
    // Started or ended, perhaps just now: nothing is held any more, and the state says why.
    return { ...caller, id: known.id };
  }
}
