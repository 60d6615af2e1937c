import { read } from 'node:fs';
import { harnessNamed } from '../agents/harnesses/harnesses.ts';
import { answerHook, type HookAnswer, type HookParts, stop } from '../agents/hook.ts';
import { type LocalCalls, localCalls } from '../agents/local-calls.ts';
import { LARGEST_PAYLOAD } from '../agents/payload.ts';
import { type Harness, Malformed } from '../agents/tool-call.ts';
import { visible } from '../command/display.ts';
import { selfAt } from '../command/self.ts';
import { storeKey } from '../config/key.ts';
import { pathsFor } from '../config/paths.ts';
import { runsHere } from '../config/service.ts';
import { requireAllowedHome, type SystemConfig } from '../config/system.ts';
import { endNow } from '../platform/exit.ts';
import { ownPath } from '../platform/own-path.ts';
import { loadPolicies } from '../policy/load.ts';
import { policyPaths } from '../policy/paths.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { capture, type RawFacts } from '../request/capture.ts';
import { asAgent } from '../request/principal.ts';
import type { Request } from '../request/request.ts';
import { chance, environmentOf, modesOf, openLocal, peopleOf, recognise, systemOf } from '../wiring.ts';
import { processIo } from './io.ts';
import { reported } from './report.ts';

/** Harnesses wait longer than this, and go on when they have waited enough. */
const DEADLINE_MILLISECONDS = 10_000;

/** `gate hook NAME`: one payload from stdin, one answer, whatever happens. Parsed by hand: it runs before every tool call. */
export async function runHook(argv: readonly string[], facts: RawFacts): Promise<never> {
  const late = setTimeout(() => finish(blocked(new Malformed('gate took too long'))), DEADLINE_MILLISECONDS);
  let answer: HookAnswer;
  try {
    const [name, ...more] = argv;
    const harness = harnessNamed(name);
    if (harness === undefined || more.length > 0) {
      throw new Malformed('`gate hook` takes one name: claude, codex, gemini or cursor');
    }
    const bytes = await standardInput();
    const system = await systemOf(facts);
    requireAllowedHome(system, environmentOf(facts));
    answer = await answerHook(bytes, harness, await partsOf(facts, system));
  } catch (error) {
    answer = blocked(error);
  }
  clearTimeout(late);
  return finish(answer);
}

/** The one form of "no" that all harnesses take, for everything that went wrong. */
export function blocked(error: unknown): HookAnswer {
  const { message, hint } = error instanceof Malformed ? { message: error.message, hint: undefined } : reported(error);
  const lines = message.split('\n').map(visible).join('\n');
  return stop(
    `gate: blocked, because gate could not judge this call: ${lines}\n${hint === undefined ? '' : `  ${visible(hint)}\n`}`,
  );
}

export async function finish({ status, stdout, stderr }: HookAnswer): Promise<never> {
  const io = processIo(false);
  if (stdout !== '') io.stdout(stdout);
  if (stderr !== '') io.stderr(stderr);
  return endNow(status);
}

/** In steps, so that the deadline is heard. @throws Malformed when there is more than a payload has */
async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const count = await new Promise<number>((resolve, reject) =>
      read(0, chunk, 0, chunk.length, null, (error, bytes) => (error ? reject(error) : resolve(bytes))),
    );
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    size += count;
    if (size > LARGEST_PAYLOAD) throw new Malformed(`the payload is larger than ${LARGEST_PAYLOAD} bytes`);
  }
}

async function partsOf(facts: RawFacts, system: SystemConfig): Promise<HookParts> {
  const gate = ownPath();
  const { service } = system;
  // A service does not see what a harness would run here; what is handed to gate goes there.
  if (service === undefined || service.kind !== 'socket' || runsHere(service))
    return { gate, judge: localCalls(await localParts(facts, system, gate)) };
  const [{ remoteCalls }, { hookConnection }, { call }] = await Promise.all([
    import('../agents/remote-calls.ts'),
    import('../broker/service.ts'),
    import('../broker/remote-http.ts'),
  ]);
  const environment = environmentOf(facts);
  const post = async (body: object, { agent }: Harness) =>
    call(await hookConnection(service, facts, environment, agent), 'POST', '/v1/calls', body);
  return { gate, judge: remoteCalls({ post, gate, path: environment['PATH'] }) };
}

async function localParts(facts: RawFacts, system: SystemConfig, gate: string): Promise<LocalCalls> {
  const listing = await peopleOf(facts, system);
  let policies: PolicySet | undefined;
  const pathsOf = ({ environment, home }: Request) => pathsFor(environment, home);
  return {
    gate,
    request: (call, harness) =>
      // Nobody sits at the call, and what comes in on its stdin nobody has seen.
      capture(
        { ...facts, cwd: call.cwd, tty: false, stdin: 'pipe' },
        { argv: ['bash', '-c', call.text], ...(call.description === undefined ? {} : { intent: call.description }) },
        chance,
        (identified) => recognise(listing)(asAgent(identified, harness.agent)),
      ).request,
    judging: (request) => ({
      self: selfAt(gate, request.environment, request.cwd),
      policies: async (tools) => {
        policies = await loadPolicies({
          paths: policyPaths(request.environment, request.home, request.cwd),
          cacheDirectory: pathsOf(request).cache,
          ...(await modesOf(system, pathsOf(request))),
          tools,
        });
        return policies;
      },
    }),
    see: (call, { environment, home }) =>
      openLocal(environment, home, listing, () => policies?.documents ?? []).broker.see(call),
    key: (request) => storeKey(pathsOf(request).key, chance.random),
  };
}
