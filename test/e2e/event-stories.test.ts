import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { page } from '../docs/pages.ts';
import { Gate } from '../kit/gate.ts';
import { sitDown } from '../kit/people.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

/**
 * Each story of a request as its lines of events, whole: `test/vectors/events` holds them with ids, digests, times and names
 * replaced. `UPDATE_VECTORS=1` writes what is printed now, to be read before it is committed.
 */

const TOUCH = ['--', 'touch', 'marker'] as const;

type Story = (gate: Gate) => Promise<string>;

const STORIES: Readonly<Record<string, readonly [policy: string, Story]>> = {
  allow: [ALLOW, (gate) => told(gate, TOUCH)],
  killed: [ALLOW, (gate) => told(gate, ['--', 'sh', '-c', 'kill -KILL $$'])],
  deny: ['version: 1\npacks: []\ndefault: deny\n', (gate) => told(gate, TOUCH)],
  'hold-grant': [
    holdTouch(),
    async (gate) => {
      const waiter = await waiting(gate);
      await gate.person(['approve', await only(gate)]);
      return (await waiter.ended).stderr;
    },
  ],
  'hold-deny': [
    holdTouch(),
    async (gate) => {
      const waiter = await waiting(gate);
      await gate.person(['deny', await only(gate), '-m', 'not on a Friday']);
      return (await waiter.ended).stderr;
    },
  ],
  'hold-question-answer-grant': [
    holdTouch(),
    async (gate) => {
      const first = await waiting(gate);
      const id = await only(gate);
      await gate.person(['question', id, '-m', 'which ticket?']);
      const asked = (await first.ended).stderr;
      await gate.agent(['answer', id, '-m', 'OPS-7']);
      const second = await waiting(gate);
      await gate.person(['approve', id]);
      return asked + (await second.ended).stderr;
    },
  ],
  'grant-not-used-yet': [
    holdTouch(),
    async (gate) => {
      await gate.person(['approve', await gate.ask(TOUCH)]);
      return told(gate, TOUCH);
    },
  ],
  'pending-at-the-timeout': [holdTouch(), (gate) => told(gate, ['--timeout', '1s', ...TOUCH])],
  expiry: [holdTouch({ approvers: 'expires: 1s' }), (gate) => told(gate, TOUCH)],
  withdrawn: [
    holdTouch(),
    async (gate) => {
      const waiter = await waiting(gate);
      await gate.agent(['cancel', await only(gate), '-m', 'found another way']);
      return (await waiter.ended).stderr;
    },
  ],
  changed: [
    holdTouch(),
    async (gate) => {
      await gate.person(['approve', await gate.ask(TOUCH)]);
      const id = await only(gate);
      gate.policy(holdTouch().replace('count: 1', 'count: 2'));
      return told(gate, ['--resume', id]);
    },
  ],
  'cooling-down': [
    holdTouch(),
    async (gate) => {
      await gate.person(['deny', await gate.ask(TOUCH), '-m', 'no']);
      return told(gate, TOUCH);
    },
  ],
  'too-many-open': [
    holdTouch(),
    async (gate) => {
      for (let index = 0; index < 20; index++) await gate.ask(['--', 'touch', `${index}`]);
      return told(gate, TOUCH);
    },
  ],
  'break-glass': [
    `${ALLOW}rules:\n  - { id: ask, match: { tool: touch }, decision: hold, approvers: { from: [sre], count: 1, break_glass: [oncall] } }\n`,
    async (gate) => {
      sitDown(gate, 'ann', { oncall: ['ann'], sre: ['bob'] });
      const { screen } = await gate.person(['--json', '--break-glass', '-m', 'the site is down', ...TOUCH]);
      return screen.replaceAll('\r\n', '\n');
    },
  ],
  'standing-grant-used': [
    holdTouch(),
    async (gate) => {
      const id = await gate.ask(TOUCH);
      await gate.person(['approve', id, '--for', '15m']);
      await gate.agent(['--resume', id]);
      return told(gate, TOUCH);
    },
  ],
  'no-break-glass': [holdTouch(), (gate) => told(gate, ['--break-glass', '-m', 'the site is down', ...TOUCH])],
};

test.each(Object.entries(STORIES))('the lines of the story %s', async (name, [policy, story]) => {
  using gate = new Gate(policy);
  const lines = (await story(gate)).trimEnd().split('\n');
  for (const line of lines) SCHEMAS.events.parse(JSON.parse(line));
  for (const line of lines) expect(undocumented(JSON.parse(line)), line).toEqual([]);
  const shown = normal(lines).replaceAll(gate.home, 'HOME');
  const file = new URL(`../vectors/events/${name}.jsonl`, import.meta.url);
  if (process.env['UPDATE_VECTORS']) {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, shown);
  }
  expect(shown).toBe(readFileSync(file, 'utf8'));
});

/** Members that docs/events.md does not name for this line. */
function undocumented(line: Record<string, unknown>): readonly string[] {
  const { text } = page('docs/events.md');
  const rows = text.split('\n').filter((row) => row.startsWith('| `'));
  const row = rows.find((each) => each.startsWith(`| \`${String(line['event'])}\``)) ?? '';
  const members = row.includes('the same') ? (rows.find((each) => each.startsWith('| `refused`')) ?? '') : row;
  return Object.keys(line).filter(
    (key) => !['schema_version', 'event'].includes(key) && !members.includes(`\`${key}\``),
  );
}

/** What differs from run to run, by what it is; each id by the order in which it comes. */
function normal(lines: readonly string[]): string {
  const ids: string[] = [];
  const numbered = (id: string) => {
    const end = id.slice(-8);
    if (!ids.includes(end)) ids.push(end);
    return ids.indexOf(end) + 1;
  };
  return lines
    .map((line) =>
      line
        .replace(/sha256:[0-9a-f]{64}/g, 'DIGEST')
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => `ID-${numbered(id)}`)
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
        .replace(/\b[0-9a-f]{8}\b/g, (id) => `SHORT-${numbered(id)}`)
        .replace(/(person:|claude-code@)[\w.-]+@[\w.-]+/g, '$1USER@HOST'),
    )
    .join('\n')
    .concat('\n');
}

async function told(gate: Gate, args: readonly string[]): Promise<string> {
  return (await gate.agent(['--json', ...args])).stderr;
}

async function waiting(gate: Gate) {
  const waiter = gate.start(['--json', ...TOUCH]);
  await waiter.says('"waiting"');
  return waiter;
}

async function only(gate: Gate): Promise<string> {
  const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
  return requests[0].id;
}
