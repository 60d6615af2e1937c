import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { GATE, type Gate } from '../test/kit/gate.ts';
import { atTerminal } from '../test/kit/person.ts';
import { type Bench, environment } from './kit/context.ts';
import { least, median, quantile } from './kit/stats.ts';
import { type Cell, ms, type Table } from './kit/table.ts';

const ECHO = ['/usr/bin/echo', '/bin/echo'].find(existsSync) ?? '/usr/bin/echo';
const HELD = `version: 1
packs: [baseline]
rules:
  - id: ask
    match: { tool: echo }
    decision: hold
    approvers: { from: [owners], count: 1 }
`;
/** Prints when it starts and when the approval has ended, without starting anything else for that. */
const TIMED = 'echo "before=$EPOCHREALTIME"; "$@"; echo "after=$EPOCHREALTIME"';

interface Round {
  /** The command on its own: from its start to its first byte here. */
  readonly bare: number;
  /** The approving process, from its start to its end. */
  readonly approve: number;
  readonly voteToByte: number;
  readonly voteToStart: number;
  readonly endToByte: number;
  readonly startToByte: number;
}

export const approval: Bench = {
  name: 'approval',
  about: 'from a vote to the first byte that the held command writes',
  async run(context) {
    const alone = context.home(HELD);
    const busy = context.home(HELD);
    await fillQueue(busy);
    const rounds: { alone: Round[]; busy: Round[] } = { alone: [], busy: [] };
    const many = context.quick ? 5 : 100;
    for (let done = -2; done < many; done++) {
      const both = { alone: await one(alone), busy: await one(busy) };
      if (done < 0) continue;
      rounds.alone.push(both.alone);
      rounds.busy.push(both.busy);
    }
    return [table(rounds.alone, 0), table(rounds.busy, OTHERS), await waiting(busy, context.quick ? 5 : 60)];
  },
};

/** Requests that wait beside the measured one, and agents who ask for them: one agent alone may not have that many. */
const OTHERS = 200;
const AGENTS = ['CURSOR_AGENT', 'GEMINI_CLI', 'QWEN_CODE', 'OPENCODE', 'GOOSE_TERMINAL', 'CLINE_ACTIVE', 'CRUSH'];
const MORE_AGENTS = ['AUGMENT_AGENT', 'ANTIGRAVITY_AGENT', 'COPILOT_CLI', 'CODEX_CI', 'AMP_CURRENT_THREAD_ID'];

async function fillQueue(gate: Gate): Promise<void> {
  const agents = [...AGENTS, ...MORE_AGENTS];
  for (let index = 0; index < OTHERS; index++) {
    const env = { CLAUDECODE: '', [agents[index % agents.length]!]: '1' };
    await gate.ask(['-m', 'one of many', '--', ECHO, `other ${index}`], { env });
  }
}

function table(rounds: readonly Round[], others: number): Table {
  const line = (name: string, samples: readonly number[]): Cell[] => [
    name,
    ms(median(samples)),
    ms(quantile(samples, 0.99)),
    ms(least(samples)),
  ];
  return {
    title: `From approval to output, ${others} other requests waiting, ${rounds.length} rounds: an agent waits for \`echo\`, a person approves at a terminal`,
    columns: ['', 'p50', 'p99', 'min'],
    rows: [
      line(
        'vote -> first byte',
        rounds.map((round) => round.voteToByte),
      ),
      line(
        'echo alone: start -> first byte',
        rounds.map((round) => round.bare),
      ),
      line(
        'vote -> first byte, beyond echo alone',
        rounds.map((round) => round.voteToByte - round.bare),
      ),
      line(
        '  of that: vote -> start of the run recorded',
        rounds.map((round) => round.voteToStart),
      ),
      line(
        'gate approve: start -> end',
        rounds.map((round) => round.approve),
      ),
      line(
        'gate approve: start -> first byte',
        rounds.map((round) => round.startToByte),
      ),
      line(
        'gate approve: end -> first byte',
        rounds.map((round) => round.endToByte),
      ),
    ],
    notes: [
      'vote: the time `at` of the vote in the log, taken just before it is made durable and cut to whole milliseconds,',
      'so the true figures are up to 1 ms (and one commit) smaller; first byte: when it is read here from the pipe;',
      'negative: the byte was there before the approving process had ended. Its start and end need bash 5, else -',
    ],
  };
}

/** What a gate costs that waits, from its second second on. Figures of the kernel: /proc, so Linux only. */
async function waiting(gate: Gate, seconds: number): Promise<Table> {
  const waiter = gate.start(['--timeout', '1h', '--', ECHO, 'never']);
  await waiter.says('waits as');
  const pid = waiter.process.pid!;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const before = processorMilliseconds(pid);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const used = processorMilliseconds(pid) - before;
  const { rss, peak } = memory(pid);
  waiter.process.kill('SIGKILL');
  await waiter.ended;
  return {
    title: `A gate that waits, over ${seconds} s, with ${OTHERS} other requests waiting`,
    columns: ['', 'figure'],
    rows: [
      ['resident memory', `${rss.toFixed(1)} MiB`],
      ['most resident memory so far', `${peak.toFixed(1)} MiB`],
      ['processor time', `${used.toFixed(1)} ms`],
      ['of one processor', `${((used / seconds / 1000) * 100).toFixed(3)} %`],
    ],
    notes: ['two thirds of the memory is the executable itself, shared by all gates of the machine'],
  };
}

/** Time on a processor of all threads, in nanoseconds in the kernel's own file. */
function processorMilliseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const spent = threads.map((id) => Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]));
  return spent.reduce((sum, each) => sum + each, 0) / 1e6;
}

function memory(pid: number): { rss: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { rss: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}

async function one(gate: Gate): Promise<Round> {
  const bare = await bareStart(gate);
  let first = Number.NaN;
  const waiting = gate.start(['--', ECHO, 'ready']);
  waiting.process.stdout!.once('data', () => {
    first = now();
  });
  await waiting.says(/waits as \S+/);
  const id = /waits as (?:request )?([0-9a-f-]+)/.exec(waiting.stderr())?.[1];
  if (id === undefined) throw new Error(`no id in what gate says: ${waiting.stderr()}`);
  // With its digest nothing is asked: a person's reading is not what is measured.
  const { digest } = await gate.record(id);
  const approve = [GATE, 'approve', id, '--digest', String(digest)];
  const person = atTerminal(['/bin/bash', '-c', TIMED, 'bash', ...approve], {
    cwd: gate.home,
    env: { GATE_HOME: gate.home },
  });
  const [ran, seen] = await Promise.all([waiting.ended, person.ended]);
  if (ran.status !== 0 || ran.stdout !== 'ready\n') {
    throw new Error(`the held command ended with ${ran.status}: ${ran.stderr}\n${seen.screen}`);
  }
  const shown = await gate.agent(['audit', 'show', id, '--json']);
  const at = new Map(
    shown.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; at: number })
      .map(({ type, at }) => [type, at]),
  );
  const vote = at.get('vote.cast') ?? Number.NaN;
  const started = at.get('run.started') ?? Number.NaN;
  const before = clock(seen.screen, 'before');
  const after = clock(seen.screen, 'after');
  return {
    bare,
    approve: after - before,
    voteToByte: first - vote,
    voteToStart: started - vote,
    endToByte: first - after,
    startToByte: first - before,
  };
}

function bareStart(gate: Gate): Promise<number> {
  return new Promise((resolve, reject) => {
    const since = now();
    const child = spawn(ECHO, ['ready'], { env: environment(gate), stdio: ['ignore', 'pipe', 'ignore'] });
    let first = Number.NaN;
    child.stdout.once('data', () => {
      first = now();
    });
    child.on('error', reject);
    child.on('close', () => resolve(first - since));
  });
}

/** The clock that the log and the shell read, with the precision of the other one. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function clock(screen: string, name: string): number {
  const seconds = new RegExp(`${name}=(\\d+[.,]\\d+)`).exec(screen)?.[1];
  return Number(seconds?.replace(',', '.') ?? Number.NaN) * 1000;
}
