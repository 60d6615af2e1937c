import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import type { Directory } from './approval/directory.ts';
import { strongestKept } from './approval/factors/factor.ts';
import { type People, recognised } from './approval/people.ts';
import { PROJECTION_FORM, projected } from './approval/projection.ts';
import type { Submission } from './approval/submission.ts';
import type { Store } from './audit/log.ts';
import type { Away } from './broker/away.ts';
import type { Broker, Queue } from './broker/broker.ts';
import type { RecordedDocument } from './broker/documents.ts';
import type { Enrolment } from './broker/enrolment.ts';
import { gather, type Requester, resume } from './broker/gather.ts';
import { type HeldRequests, heldRequests } from './broker/held.ts';
import { type Listing, type LiveDirectory, liveDirectory } from './broker/live-directory.ts';
import { localBroker } from './broker/local.ts';
import type { Stream } from './broker/steps.ts';
import type { TokenParts, Tokens } from './broker/tokens.ts';
import { wakeIn } from './broker/wake.ts';
import { checkedEnvironment } from './command/environment.ts';
import { resolveExecutable } from './command/pin.ts';
import { prepareCommand } from './command/prepare.ts';
import { type Spooled, spool } from './command/spool.ts';
import { type FactorFiles, factorFiles } from './config/factor-files.ts';
import { storeKey } from './config/key.ts';
import { loadModes, type Modes } from './config/mode.ts';
import { type Paths, pathsFor } from './config/paths.ts';
import { loadPeople } from './config/people.ts';
import { type SystemConfig, systemConfig, withBundle } from './config/system.ts';
import { noLease } from './credentials/lease.ts';
import { GateError } from './errors.ts';
import { execute } from './execution/execute.ts';
import type { Stages } from './pipeline.ts';
import { currentPlatform } from './platform/current.ts';
import { isAlive, thisRunner } from './platform/runner.ts';
import { spawn } from './platform/spawn.ts';
import { decide, limitsOf } from './policy/decide.ts';
import type { Decision, EvidenceLevel } from './policy/decision.ts';
import { runsAtOnce } from './policy/decision.ts';
import { loadPolicies } from './policy/load.ts';
import { policyPaths } from './policy/paths.ts';
import type { PolicySet } from './policy/policy-set.ts';
import { prepareConditions } from './policy/prepare.ts';
import { type Chance, exactEnvironment, type RawFacts } from './request/capture.ts';
import type { Identified } from './request/principal.ts';
import type { Request } from './request/request.ts';
import { uuidv7 } from './request/uuid.ts';
import { SqliteStore } from './store/sqlite.ts';

/** The only file that knows every part. Nothing here decides anything. */

export const chance: Chance = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
};

/** This process as the platform sees it, and gate's own arguments as the kernel holds them. */
export async function processFacts(): Promise<RawFacts> {
  const platform = await currentPlatform();
  return {
    argv: platform.rawArguments(),
    environment: platform.rawEnvironment(),
    cwd: currentDirectory(),
    host: platform.host(),
    user: platform.user(),
    tty: platform.hasTerminal(),
    stdin: platform.stdin(),
    ancestors: platform.ancestors(),
  };
}

function currentDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** What the machine's owner configured; where it is kept once understood no variable can move. */
export async function systemOf(facts: RawFacts): Promise<SystemConfig> {
  const paths = pathsFor({}, facts.user.home);
  const config = await systemConfig(undefined, paths.cache);
  // A service decides by its own.
  return config.service === undefined ? withBundle(config, { paths, now: chance.now }) : config;
}

/** Who exists, now and whenever it matters. @throws GateError CONFIG_INVALID */
export async function peopleOf(facts: RawFacts, system: SystemConfig): Promise<Listing> {
  const environment = environmentOf(facts);
  const paths = pathsFor(environment, environment['HOME'] || facts.user.home);
  const people = await loadPeople(system, paths);
  return {
    people,
    reload: async () => loadPeople(await systemOf(facts), paths),
    pipelines: async () => (await import('./config/pipelines.ts')).loadPipelines(system, paths),
  };
}

/** The caller under the names of the directory, for `capture` and `identify`. */
export function recognise({ people }: { readonly people: People | undefined }) {
  return (identified: Identified): Identified => recognised(identified, people);
}

/** The documents behind the digests of a decision. */
type Documents = (decision: Decision) => readonly RecordedDocument[];

/** Everything a subcommand needs: who asks, where things are, and the broker. */
export interface Local {
  readonly paths: Paths;
  readonly store: Store<Stream>;
  readonly broker: Broker;
  readonly directory: LiveDirectory;
  /** What people prove themselves with. */
  enrolment(): Promise<Enrolment>;
  /** Those of this log: they are good at a service whose log it is. */
  tokens(lasting?: TokenParts['lasting']): Promise<Tokens>;
  readonly held: HeldRequests;
}

/**
 * @param home where the user's own directories are, unless variables say otherwise
 * @param listing who exists
 * @param documents what a decision was made by, for the record
 */
export function openLocal(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
  listing: Listing,
  documents: Documents = () => [],
): Local {
  return openAt(pathsFor(environment, home), listing, documents);
}

/**
 * The same where the places are known.
 * @param grouped for a process that appends for many at once
 * @param around what else hears of the store's work
 */
export function openAt(
  paths: Paths,
  listing: Listing,
  documents: Documents = () => [],
  grouped = false,
  around: (store: Store<Stream>) => Store<Stream> = (same) => same,
  alive: (runner: string) => boolean = isAlive,
): Local {
  const own = new SqliteStore<Stream>({
    path: paths.database,
    project: projected,
    form: PROJECTION_FORM,
    now: chance.now,
    random: chance.random,
    grouped,
  });
  const store = around(own);
  const held = heldRequests(paths.held);
  const files = factorFiles(paths.factors, chance.random);
  const directory = directoryOn(files, listing);
  const proofs = { files, store, keysOf: directory.keysOf, now: chance.now };
  const broker = localBroker({
    store,
    directory,
    proofs: {
      able: async (person) => (await import('./broker/proofs.ts')).storedProofs(proofs).able(person),
      verify: async (vote, proof) => (await import('./broker/proofs.ts')).storedProofs(proofs).verify(vote, proof),
    },
    held,
    wake: wakeIn(paths.wait, process, chance.random),
    now: chance.now,
    newId: () => uuidv7(chance.now(), chance.random(16)),
    pid: process.pid,
    runner: thisRunner,
    isAlive: alive,
    documents,
    unwatched: (request) => whyUnwatched(request, listing),
  });
  const enrolment = async () => (await import('./broker/enrolment.ts')).enrolment(proofs);
  const tokens: Local['tokens'] = async (lasting = LASTING) =>
    (await import('./broker/tokens.ts')).tokens({
      ...{ store, now: chance.now, random: chance.random },
      people: listing.reload,
      lasting,
    });
  return { paths, store, broker, directory, enrolment, tokens, held };
}

/** Seconds that tokens are good, where no service says otherwise. */
const LASTING = { usual: 30 * 86_400, longest: 365 * 86_400 };

function noOwnView(view: string): GateError {
  return new GateError(
    'CONFIG_INVALID',
    `a rule says \`view: ${view}\`, and only a service can give a command its own view of the directory`,
    {
      hint: 'run it through the service of this machine (host mode), or take `view` out of the rule',
    },
  );
}

/** Why nobody could answer a request out of a CI job here; undefined where somebody may. */
export async function whyUnwatched(request: Request, listing: Listing): Promise<string | undefined> {
  if (request.job === undefined) return undefined;
  const [{ unwatched }, { inContainer }] = await Promise.all([
    import('./approval/watched.ts'),
    import('./platform/container.ts'),
  ]);
  return unwatched(request, await listing.pipelines(), inContainer(request.environment));
}

/** Who may answer, with what each could prove here. */
export function directoryFor(paths: Pick<Paths, 'factors'>, people: People | undefined): Directory {
  return directoryOn(factorFiles(paths.factors, chance.random), { people, reload: async () => people });
}

function directoryOn(files: FactorFiles, listing: Pick<Listing, 'people' | 'reload' | 'reached'>) {
  return liveDirectory(listing, (person) => strongestOf(files, person));
}

/** A file that cannot be read proves nothing; whoever votes by it is told why. */
function strongestOf(files: FactorFiles, person: string): EvidenceLevel {
  try {
    return strongestKept(files.read(person).factors);
  } catch (error) {
    if (error instanceof GateError) return 'os';
    throw error;
  }
}

/** The queue of this machine, wherever it is. */
export interface OpenQueue {
  readonly queue: Queue;
  /** The same, opened again after something went wrong. @throws GateError AUDIT_UNAVAILABLE when it is gone */
  again(): Queue;
}

/**
 * What waits, and the means to answer it: at the service when the system's file names one, else in this account's own record.
 * @param away hears of it when somebody waits and the service is away
 *
 * @throws GateError CHANNEL_UNAVAILABLE, CONFIG_INVALID
 */
export async function openQueue(
  facts: RawFacts,
  system: SystemConfig,
  listing: () => Listing,
  away?: Away,
): Promise<OpenQueue> {
  const environment = environmentOf(facts);
  if (system.service !== undefined) {
    const { openService } = await import('./broker/service.ts');
    const queue = await openService(system.service, facts, environment, away);
    return { queue, again: () => queue };
  }
  const open = () => openLocal(environment, environment['HOME'] || facts.user.home, listing());
  const { broker, paths } = open();
  const again = () => {
    if (existsSync(paths.database)) return open().broker;
    throw new GateError('AUDIT_UNAVAILABLE', `the audit log \`${paths.database}\` is gone`);
  };
  return { queue: broker, again };
}

/** The environment of this process, for paths: the same bytes that a request captures. */
export function environmentOf(facts: RawFacts): Readonly<Record<string, string>> {
  return exactEnvironment(facts.environment).environment;
}

export interface RunHooks {
  readonly requester: Requester;
  readonly onDecided: (submission: Submission) => void;
  readonly onStarting: (request: string) => void;
  /** Right before the command exists: from here on the streams are its own. */
  readonly onStarted: (request: string) => void;
}

/** The stages of local mode: the whole pipeline inside this process. */
export function localStages(
  request: Request,
  resumed: string | undefined,
  system: SystemConfig,
  listing: Listing,
  hooks: RunHooks,
): Stages {
  const paths = pathsFor(request.environment, request.home);
  let policies: PolicySet | undefined;
  let opened: Local | undefined;
  const documents = () => policies?.documents ?? [];
  const local = () => (opened ??= openLocal(request.environment, request.home, listing, documents));
  let stdin: Spooled | undefined;

  const understand: Stages['understand'] = (asked) =>
    prepareCommand(asked, {
      // Read once: what was judged first is what the command gets, also after a wait.
      stdin: () => (stdin ??= resumed === undefined ? spool(0, paths.held, asked.id) : respool(paths, resumed)),
      digests: {
        get: (key) => local().store.cachedDigest(key),
        set: (key, digest) => local().store.cacheDigest(key, digest),
      },
      key: () => storeKey(paths.key, chance.random),
    });

  const decideNow: Stages['decide'] = async (asked, command) => {
    policies = await loadPolicies({
      paths: policyPaths(asked.environment, asked.home, asked.cwd),
      cacheDirectory: paths.cache,
      ...(await modesOf(system, paths)),
      tools: [...new Set(command.actions.map((action) => action.tool))],
    });
    await prepareConditions(policies, command);
    const used = new Map<string, number>();
    for (const limit of limitsOf(asked, command, policies)) {
      const since = chance.now() - limit.windowSeconds * 1000;
      used.set(`${limit.rule}\0${limit.key}`, await local().store.starts(limit.rule, limit.key, since));
    }
    return decide(asked, command, policies, (limit) => used.get(`${limit.rule}\0${limit.key}`) ?? 0);
  };

  const stages: Stages = {
    understand,
    decide: decideNow,
    approve(submission) {
      hooks.onDecided(submission);
      const { broker } = local();
      if (resumed === undefined) return gather(broker, submission, hooks.requester);
      return resume(broker, resumed, submission, hooks.requester);
    },
    issue: async (grant, submission) => {
      const { credentials, view } = submission.decision.duties;
      if (view !== undefined && submission.decision.mode === 'enforce') throw noOwnView(view);
      if (credentials === undefined) return noLease(grant);
      throw new GateError('CONFIG_INVALID', `no issuer is configured for the credentials \`${credentials}\``, {
        hint: 'remove `credentials:` from the rule; gate runs nothing without the lease a rule asks for',
      });
    },
    async start(submission, grant, lease) {
      const immediate = resumed === undefined && runsAtOnce(submission.decision);
      // People took their time: everything is captured and decided again, and the stricter answer wins.
      const now = immediate ? submission : await again(submission.request);
      if (typeof now === 'string') return local().broker.spoil(grant.request, [now]);
      hooks.onStarting(grant.request);
      const receipt = await local().broker.start(now, grant, lease.issuer);
      return 'kind' in receipt ? receipt : { kind: 'started', receipt, command: now.command };
    },
    execute({ receipt, command }, lease) {
      hooks.onStarted(receipt.request);
      const environment = Object.assign(Object.create(null), command.environment.variables, lease.environment);
      return execute(
        {
          file: command.executable,
          argv: request.argv,
          cwd: request.cwd,
          environment,
          ...(command.stdin === undefined ? {} : { stdin: command.stdin }),
        },
        receipt,
        { spawn, now: chance.now },
      );
    },
    finish: (receipt, exit) => local().broker.finish(receipt, exit),
  };

  /** Everything as it is now; or what is not there any more, in one sentence. */
  async function again(asked: Request): Promise<Submission | string> {
    const gone = whatIsGone(asked);
    if (gone !== undefined) return gone;
    const command = await understand(asked);
    return { request: asked, command, decision: await decideNow(asked, command) };
  }

  return stages;
}

/** What a request that was granted cannot be started without and that is there no more, in one sentence. */
export function whatIsGone({ argv, cwd, environment }: Request): string | undefined {
  if (!statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) return 'the current directory no longer exists';
  try {
    resolveExecutable(argv[0] ?? '', checkedEnvironment(environment, []).variables['PATH'], cwd);
    return undefined;
  } catch (error) {
    if (error instanceof GateError) return `the program: ${error.message}`;
    throw error;
  }
}

/** Whether policies are enforced or only observed, by both configuration files. @throws GateError CONFIG_INVALID */
export function modesOf(system: SystemConfig, paths: Pick<Paths, 'config' | 'cache'>): Promise<Modes> {
  return loadModes(system, paths);
}

function respool(paths: Paths, id: string): Spooled {
  const source = openSync(heldRequests(paths.held).stdinPath(id), 'r');
  try {
    return spool(source, paths.held, id);
  } finally {
    closeSync(source);
  }
}
