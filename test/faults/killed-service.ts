import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LogReader } from '../../src/store/reader.ts';
import { GATE } from '../kit/gate.ts';
import { AGENT, ANN, BOB, type Ended, Machine, until } from '../kit/host.ts';

/** Of the service, once it listens: time for several requests from their beginning to their end. */
const LONGEST_LIFE_MS = 1_500;

const VOTER = fileURLToPath(new URL('voter.mjs', import.meta.url));

/** The last line of `--json`: how it ended for the one who asked. */
interface Told {
  readonly event: string;
  readonly request: string | null;
  readonly ran: boolean;
  readonly reason: string;
  readonly status: number;
}

/** One who asked, and what it was told each time that it asked or went on. */
export interface Asked {
  readonly number: number;
  readonly kind: 'allowed' | 'held';
  readonly told: readonly Told[];
}

export interface Vote {
  readonly id: string;
  readonly nonce: string;
  readonly vote: 'approve' | 'deny';
  readonly by: string;
  readonly status: number;
  readonly kind: string;
}

/** The record of one request, oldest first. */
export type Story = readonly { readonly type: string; readonly payload: Record<string, unknown> }[];

export interface Outcome {
  readonly kills: number;
  readonly asked: readonly Asked[];
  readonly votes: readonly Vote[];
  /** By id of the request. */
  readonly stories: ReadonlyMap<string, Story>;
  /** Ids of the requests for what was asked under a number: one, unless it was asked before the service knew. */
  readonly idsOf: (number: number) => readonly string[];
  /** How often the command that was asked under a number ran. */
  readonly ran: (number: number) => number;
  readonly verified: Ended;
  /** What is left in the directory of private places, and how many processes of its commands. */
  readonly left: { readonly places: readonly string[]; readonly processes: number };
}

const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1, separation: none } }
`;

/**
 * Kills the service with KILL again and again while accounts ask, vote and run, and starts it anew each time. Every command leaves a line in a
 * file of its own each time it runs.
 */
export async function killedService(points: number, seed: number): Promise<Outcome> {
  const random = randomOf(seed);
  await using machine = await new Machine().set();
  machine.policy(POLICY);
  await machine.serve();
  const marker = (number: number) => join(machine.work, `m${number}`);

  const votes: Vote[] = [];
  const voters = [ANN, BOB].map((uid) => {
    const going = machine.start(uid, [process.execPath, VOTER, machine.socket, uid === ANN ? 'ann' : 'bob'], {
      open: true,
    });
    return going;
  });

  let over = false;
  let next = 0;
  const asked: Asked[] = [];
  const asking = [
    ['allowed', AGENT],
    ['allowed', BOB],
    ['held', AGENT],
    ['held', AGENT],
    ['held', ANN],
  ] as const;
  const askers = asking.map(async ([kind, uid]) => {
    while (!over) {
      const number = next++;
      const told: Told[] = [];
      let id: string | undefined;
      asked.push({ number, kind, told });
      const script = `echo ran >> ${marker(number)}${kind === 'held' ? `; rm -f ${marker(number)}.none` : ''}`;
      for (;;) {
        const what = id === undefined ? ['--', '/bin/sh', '-c', script] : ['--resume', id];
        const lines = linesOf(await machine.run(uid, [GATE, '--json', ...what]));
        told.push(lines.at(-1) as Told);
        id ??= lines.findLast(({ request }) => request !== null)?.request ?? undefined;
        // What was to run at once is asked for once: it may have run. What waits for people goes on as often as it must.
        if (kind === 'allowed' || told.at(-1)?.reason !== 'channel_unavailable') break;
        await sleep(20);
      }
    }
  });

  let kills = 0;
  for (; kills < points; kills++) {
    await sleep(Math.floor(random() * LONGEST_LIFE_MS));
    await machine.end('SIGKILL');
    await machine.serve();
  }
  over = true;
  await Promise.all(askers);
  for (const { child } of voters) child.stdin?.end();
  for (const { stdout } of await Promise.all(voters.map(({ ended }) => ended)))
    votes.push(
      ...stdout
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Vote),
    );
  await machine.end();
  await until(() => machine.commands().length === 0);

  const stories = storiesIn(join(machine.state, 'audit.db'));
  const numbers = new Map<number, string[]>();
  for (const [id, story] of stories) {
    const number = Number(/work\/m(\d+)/.exec(JSON.stringify(story[0]?.payload))?.[1] ?? -1);
    numbers.set(number, [...(numbers.get(number) ?? []), id]);
  }
  const ran = new Map(asked.map(({ number }) => [number, linesIn(marker(number))]));
  return {
    kills,
    asked,
    votes,
    stories,
    idsOf: (number) => numbers.get(number) ?? [],
    ran: (number) => ran.get(number) ?? 0,
    // Outside of the machine, where no service is configured.
    verified: await auditVerify(machine),
    left: { places: readdirSync(machine.runs), processes: machine.commands().length },
  };
}

/** Everything that is wrong, in sentences: nothing, when the service kept its word. */
export function faultsIn({ asked, votes, stories, idsOf, ran, verified, left }: Outcome): readonly string[] {
  const faults: string[] = [];
  const wrong = (what: string) => faults.push(what);
  const has = (story: Story, type: string) => story.filter((event) => event.type === type).length;

  for (const { number, kind, told } of asked) {
    const mine = idsOf(number).map((id) => stories.get(id) ?? []);
    const starts = mine.reduce((sum, story) => sum + has(story, 'run.started'), 0);
    const words = `${kind} ${number} (${idsOf(number)}; told ${told.map(({ reason, ran }) => `${reason}${ran ? '!' : ''}`)})`;
    if (ran(number) > starts) wrong(`${words} ran ${ran(number)} times and was recorded as started ${starts} times`);
    if (starts > 1) wrong(`${words} started ${starts} times`);
    for (const story of mine) {
      if (has(story, 'run.started') === 0) continue;
      if (story.at(-1)?.type === 'run.started') wrong(`${words} has no end`);
      const before = story.slice(
        0,
        story.findIndex(({ type }) => type === 'run.started'),
      );
      if (kind === 'held' && has(before, 'request.granted') === 0) wrong(`${words} started without a grant`);
      if (has(story, 'run.finished') === 1 && ran(number) !== 1)
        wrong(`${words} finished, and ran ${ran(number)} times`);
    }
    const last = told.at(-1);
    const ended = mine.map((story) => story.at(-1)?.type);
    const wasRight = (): boolean => {
      switch (last?.reason) {
        case 'exited':
          return last.ran && last.status === 0 && ran(number) === 1 && ended.includes('run.finished');
        case 'person':
        // Asked again, because the answer to the first time was lost: the no to that one stands.
        case 'cooling_down':
          return starts === 0 && ended.includes('request.denied');
        // It went on with what it had asked itself, and its own start is the one whose end it did not see.
        case 'ran_elsewhere':
          return starts === 1 && told.length > 1;
        case 'channel_unavailable':
          // "Ran" is said as soon as it may have begun.
          return last.ran || starts === 0;
        default:
          return false;
      }
    };
    if (!wasRight()) wrong(`${words} ran ${ran(number)} times, and the record says ${ended}`);
  }

  const recorded = new Set(
    [...stories].flatMap(([id, story]) =>
      story
        .filter(({ type }) => type === 'vote.cast')
        .map(({ payload: { nonce, voter, vote } }) => `${id} ${voter} ${vote} ${nonce}`),
    ),
  );
  for (const { id, by, vote, nonce, status, kind } of votes) {
    const there = recorded.has(`${id} person:${by} ${vote} ${nonce}`);
    if (status < 300 && kind === 'recorded' && !there) wrong(`a vote of ${by} on ${id} was answered and is lost`);
    if (status >= 500) wrong(`a vote of ${by} on ${id} was answered with ${status}`);
  }
  if (verified.status !== 0) wrong(`the record does not verify: ${verified.stdout}${verified.stderr}`);
  if (left.places.length > 0) wrong(`private places are left: ${left.places}`);
  if (left.processes > 0) wrong(`${left.processes} processes are left`);
  return faults;
}

/** How many of each kind, for a person who wants to know whether the service was killed at different places. */
export function countsIn({ kills, asked, votes, stories }: Outcome): object {
  const types: Record<string, number> = {};
  for (const { type } of [...stories.values()].flat()) types[type] = (types[type] ?? 0) + 1;
  const ends: Record<string, number> = {};
  for (const { told } of asked) {
    const { reason = 'none', ran } = told.at(-1) ?? {};
    const end = ran ? `${reason}, ran` : reason;
    ends[end] = (ends[end] ?? 0) + 1;
  }
  const again = asked.filter(({ told }) => told.length > 1).length;
  return { kills, asked: asked.length, again, votes: votes.length, types, ends };
}

/** The lines of `--json`; nothing else stands on standard error. */
function linesOf({ stderr, status }: Ended): readonly Told[] {
  try {
    return stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Told);
  } catch {
    throw new Error(`gate ended with ${status} and said: ${stderr}`);
  }
}

function storiesIn(path: string): Map<string, Story> {
  const stories = new Map<string, { type: string; payload: Record<string, unknown> }[]>();
  const reader = new LogReader(path);
  for (const { request, type, payload } of reader.entries()) {
    if (request === null) continue;
    const story = stories.get(request) ?? [];
    story.push({ type, payload: JSON.parse(Buffer.from(payload ?? []).toString()) });
    stories.set(request, story);
  }
  reader.close();
  return stories;
}

function auditVerify(machine: Machine): Promise<Ended> {
  const env = { PATH: '/usr/bin:/bin', GATE_HOME: machine.state };
  return new Promise((resolve) => {
    execFile(GATE, ['audit', 'verify'], { env }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), signal: null, stdout, stderr }),
    );
  });
}

function linesIn(path: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}

/** Mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
