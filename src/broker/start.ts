import { askedOf, mayBreak } from '../approval/acts.ts';
import { type Grant, type Refusal, refused } from '../approval/answer.ts';
import type { Directory } from '../approval/directory.ts';
import type { Submitted } from '../approval/events.ts';
import { count } from '../approval/quorum.ts';
import { uncovered } from '../approval/standing.ts';
import type { Submission } from '../approval/submission.ts';
import type { Draft, Start, Store } from '../audit/log.ts';
import { differences } from '../command/differences.ts';
import { GateError } from '../errors.ts';
import type { Receipt } from '../execution/execution.ts';
import { runsAtOnce } from '../policy/decision.ts';
import type { Known, Running } from './broker.ts';
import { busy, type Change, draft, MOST_CONFLICTS, parsed, refusalOf, type Steps, type Stream } from './steps.ts';

export interface Starting {
  readonly submission: Submission;
  readonly grant: Grant;
  readonly credentials: string | undefined;
  /** What `submit` left unrecorded because nobody had to be asked: it goes into the same commit. */
  readonly unrecorded: readonly Draft[] | undefined;
  readonly running: Running | undefined;
}

export interface StartParts {
  readonly store: Store<Stream>;
  readonly steps: Steps;
  readonly directory: Directory;
  readonly wake: { poke(request: string): Promise<void> };
  readonly now: () => number;
  readonly pid: number;
  readonly runner: string | undefined;
}

/** Makes "about to run" durable, once per grant; or says, durably too, why it must not run. */
export async function start(starting: Starting, parts: StartParts): Promise<Receipt | Refusal> {
  const { submission, grant, credentials, unrecorded, running } = starting;
  const runner = running?.mode === 'client' ? running.runner : parts.runner;
  const started = draft(grant.request, {
    type: 'run.started',
    payload: {
      digest: submission.command.digest,
      pid: parts.pid,
      mode: running?.mode ?? 'local',
      ...(running?.mode === 'host' ? { run_as: running.runAs } : {}),
      ...(runner === undefined ? {} : { runner }),
      ...(credentials === undefined ? {} : { credentials }),
    },
  });
  const starts = startsOf(submission, parts.now());
  return unrecorded
    ? startFresh(grant.request, [...unrecorded, started], starts, parts)
    : startGranted(submission, grant.request, started, starts, parts);
}

async function startFresh(
  id: string,
  drafts: readonly Draft[],
  starts: readonly Start[],
  { store, steps }: StartParts,
): Promise<Receipt | Refusal> {
  const result = await store.append(drafts, { request: id, version: -1 }, starts);
  if (result.kind === 'appended') return result.receipt;
  if (result.kind === 'conflict') throw new GateError('INTERNAL', `request ${id} exists already`);
  await steps.append([...drafts.slice(0, -1), draft(id, overLimit(result.rule))], id, -1);
  return refused(id, 'limit', { text: result.rule });
}

async function startGranted(
  submission: Submission,
  id: string,
  started: Draft,
  starts: readonly Start[],
  parts: StartParts,
): Promise<Receipt | Refusal> {
  const { store, steps, wake } = parts;
  for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
    const known = await steps.current(id);
    const expect = { request: id, version: known.version };
    let against = await objection(known, submission, parts);
    if (against === 'elsewhere') return refused(id, 'ran_elsewhere');
    if (!against) {
      const result = await store.append([started], expect, starts);
      if (result.kind === 'appended') {
        await wake.poke(id);
        return result.receipt;
      }
      if (result.kind === 'conflict') continue;
      against = overLimit(result.rule);
    }
    if ((await store.append([draft(id, against)], expect)).kind !== 'appended') continue;
    await steps.over(id);
    return refusalOf(await steps.current(id));
  }
  throw busy(id);
}

/** What stands against starting a granted request now; policy was decided again, and the stricter answer wins. */
async function objection(
  { id, view }: Known,
  { request, command, decision }: Submission,
  { store, directory, now }: StartParts,
): Promise<Change | 'elsewhere' | undefined> {
  if (view.state !== 'granted') return 'elsewhere';
  if (view.principal !== request.principal.id || view.session !== request.principal.session) return 'elsewhere';
  if (view.digest !== command.digest) {
    const before = await submittedOf(store, id);
    return changed(differences(before.manifest, command.manifest));
  }
  if (runsAtOnce(decision)) return undefined;
  if (decision.kind === 'deny') return { type: 'request.denied', payload: { reason: decision.refusal ?? 'rule' } };
  if (decision.kind === 'confirm' && view.confirmed) return undefined;
  const asked = { ...askedOf(view), approvers: decision.duties.approvers };
  if (view.broken)
    return mayBreak(asked, directory) ? undefined : changed(['the policy: it may not be broken any more']);
  if (view.standing !== undefined) {
    const standing = (await store.request(view.standing))?.view;
    const { session, shape, effects } = view;
    const covered = { ...asked, ...(session === undefined ? {} : { session }), shape: shape.digest, effects };
    const why =
      standing?.kind === 'standing' ? uncovered(standing, covered, directory, now()) : 'the standing grant is gone';
    return why === undefined ? undefined : changed([why]);
  }
  if (count(asked, view.votes, directory).kind === 'granted') return undefined;
  return changed(['the policy: it now asks for more than was given']);
}

/** Only observed: nothing is held back, so nothing counts. */
function startsOf({ decision }: Submission, now: number): readonly Start[] {
  if (decision.mode === 'observe') return [];
  return decision.duties.limits.map(({ rule, key, count: most, windowSeconds }) => ({
    rule,
    key,
    most,
    since: now - windowSeconds * 1000,
  }));
}

function changed(what: readonly string[]): Change {
  return { type: 'request.changed', payload: { differences: what } };
}

function overLimit(rule: string): Change {
  return { type: 'request.denied', payload: { reason: 'limit', text: rule } };
}

async function submittedOf(store: Store<Stream>, id: string): Promise<Submitted> {
  for await (const { payload, index } of store.entries({ request: id, limit: 1 })) {
    if (payload) return parsed(payload, index) as Submitted;
  }
  throw new GateError('AUDIT_CORRUPT', `the record of request ${id} has no beginning`);
}
