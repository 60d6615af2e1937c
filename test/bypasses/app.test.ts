import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { HOLD_ALL, onlyRequest } from './kit.ts';

describe('APP: an approval is used once, for what was approved', () => {
  test('APP-01 of twenty that resume one grant at once exactly one runs', async () => {
    using gate = new Gate(HOLD_ALL);
    await gate.agent(['--no-wait', '--', 'mkdir', 'once']);
    const { id } = await onlyRequest(gate);
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    const all = await Promise.all(Array.from({ length: 20 }, () => gate.agent(['--resume', id])));
    const statuses = all.map(({ status }) => status).sort();
    expect(statuses).toEqual([0, ...Array.from({ length: 19 }, () => 76)]);
    const shown = JSON.parse((await gate.agent(['show', id, '--json'])).stdout);
    expect(shown.events.filter(({ type }: { type: string }) => type === 'run.started')).toHaveLength(1);
  });

  test('APP-02 after a denial, a withdrawal or a revocation nothing runs, whoever votes again', async () => {
    using gate = new Gate(HOLD_ALL);
    for (const [name, end] of [
      ['denied', (id: string) => gate.person(['deny', id, '-m', 'no'])],
      ['withdrawn', (id: string) => gate.agent(['cancel', id])],
    ] as const) {
      const id = (await gate.agent(['--no-wait', '--', 'touch', name])).stdout.trim();
      expect((await end(id)).status).toBe(0);
      expect((await gate.person(['approve', id])).status).toBe(76);
      expect((await gate.agent(['--resume', id])).status).toBeGreaterThanOrEqual(76);
    }
    const id = (await gate.agent(['--no-wait', '--', 'touch', 'revoked'])).stdout.trim();
    expect((await gate.person(['approve', id])).status).toBe(0);
    expect((await gate.person(['revoke', id])).status).toBe(0);
    expect(await gate.agent(['--resume', id])).toMatchObject({ status: 76 });
    for (const name of ['denied', 'withdrawn', 'revoked']) {
      expect(await gate.agent(['audit', 'export'])).toMatchObject({
        stdout: expect.not.stringContaining('run.started'),
      });
      expect(() => process.getBuiltinModule('node:fs').statSync(`${gate.home}/${name}`)).toThrow('ENOENT');
    }
  });

  test('APP-03 a vote after the deadline comes too late, also when no timer ran', async () => {
    using gate = new Gate(HOLD_ALL.replace('count: 1', 'count: 1, expires: 1s'));
    await gate.agent(['--no-wait', '--', 'touch', 'x']);
    const { id } = await onlyRequest(gate);
    await expect.poll(() => waited(id), { timeout: 10_000 }).toBe(true);
    expect(await gate.person(['approve', id])).toMatchObject({
      status: 76,
      screen: expect.stringContaining('expired'),
    });
    expect(await gate.agent(['--resume', id])).toMatchObject({ status: 76 });
  });

  test('APP-05 ids have no order to guess, and knowing one gives nothing', async () => {
    using gate = new Gate(HOLD_ALL);
    const ids = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        (await gate.agent(['--no-wait', '--', 'touch', `${index}`])).stdout.trim(),
      ),
    );
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids.map((id) => id.slice(-8))).size).toBe(ids.length);
    for (const action of [
      ['approve', ids[0]!],
      ['deny', ids[0]!, '-m', 'x'],
      ['revoke', ids[0]!],
    ]) {
      expect((await gate.agent(action)).status).not.toBe(0);
    }
    const other = { CLAUDECODE: '', GEMINI_CLI: '1' };
    expect((await gate.agent(['--resume', ids[0]!], { env: other })).status).toBe(64);
    expect(await onlyOpen(gate, ids[0]!)).toBe('pending');
  });

  test('APP-06 what changed after the approval does not start', async () => {
    using gate = new Gate(HOLD_ALL);
    const { writeFileSync } = process.getBuiltinModule('node:fs');
    const script = `${gate.home}/job.sh`;
    writeFileSync(script, 'touch mark-1\n');
    await gate.agent(['--no-wait', '--', 'sh', script]);
    const { id } = await onlyRequest(gate);
    await gate.person(['approve', id]);
    writeFileSync(script, 'touch mark-2\n');
    expect(await gate.agent(['--resume', id])).toMatchObject({
      status: 76,
      stderr: expect.stringContaining('not what was approved'),
    });
  });

  test('APP-10 a gate that dies while it waits has run nothing, and no answer is no yes', async () => {
    using gate = new Gate(HOLD_ALL);
    const child = spawn(GATE, ['--', 'touch', 'mark'], {
      cwd: gate.home,
      env: gate.environment({ CLAUDECODE: '1' }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(child.stderr!, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await gate.agent(['--timeout', '1s', '--', 'touch', 'mark2'])).toMatchObject({ status: 75 });
    expect(() => process.getBuiltinModule('node:fs').statSync(`${gate.home}/mark`)).toThrow('ENOENT');
  });
});

const began = new Map<string, number>();

/** True once more than the second that the request had is over. */
function waited(id: string): boolean {
  const since = began.get(id) ?? Date.now();
  began.set(id, since);
  return Date.now() - since > 1500;
}

async function onlyOpen(gate: Gate, wanted: string): Promise<string | undefined> {
  const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
  return requests.find(({ id }: { id: string }) => id === wanted)?.state;
}
