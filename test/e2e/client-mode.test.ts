import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { AGENT, ANN, BOB, type Going, type HowTo, Machine, possible, until } from '../kit/host.ts';

/**
 * Client mode: real accounts, the service and the clients as they are shipped, killed at each step. The transport is the socket, which a service can let
 * clients of client mode use as well.
 */
describe.skipIf(!possible)('client mode (needs root and a mount namespace)', () => {
  const machine = new Machine();
  let count = 0;

  beforeAll(async () => {
    await machine.set();
    machine.configure('config.yaml', (text) => text.replace('user: root', 'user: root, runs: client'));
    machine.configure('serve.yaml', (text) =>
      text.replace('gate.sock }', 'gate.sock, runs: client }').replace(/run_as: .*/, 'lease: 3s'),
    );
    machine.policy(`version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1 }, reason: it removes something }
  - { id: drops, match: { tool: psql, effects: [destroy] }, decision: deny, reason: never }
`);
    await machine.serve();
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  let home: string;
  let work: string;
  let how: HowTo;
  beforeEach(() => {
    home = join(machine.work, `home-${count++}`);
    work = join(home, 'work');
    mkdirSync(work, { recursive: true });
    for (const path of [home, work]) chmodSync(path, 0o777);
    how = { cwd: work, env: { HOME: home } };
  });

  const gate = (uid: number, ...args: string[]) => machine.gate(uid, args, how);
  const json = async (...args: string[]) =>
    JSON.parse((await machine.gate(ANN, [...args, '--json'], { cwd: '/' })).stdout.trim());
  const newest = async () => (await json('list', '--all')).requests[0] as { id: string; state: string; digest: string };
  const start = (...argv: string[]) => machine.start(AGENT, [GATE, '--', ...argv], how);
  /** Asked for, and recorded as waiting. */
  async function asked(going: Going): Promise<string> {
    await until(() => /wait/i.test(going.out.stderr) || going.child.exitCode !== null);
    const { id, state } = await newest();
    expect({ state, said: going.out.stderr }).toMatchObject({ state: 'pending' });
    return id;
  }
  const approve = (id: string) => machine.person(BOB, ['approve', id, '-m', 'ok']);
  async function approved(id: string): Promise<void> {
    const ended = await machine.run(BOB, ['/usr/bin/script', '-qec', `${GATE} approve --yes ${id}`, '/dev/null'], {
      cwd: '/',
    });
    expect(ended.stdout).not.toBe('');
  }
  const unreported = () => {
    try {
      return readdirSync(join(home, '.local/state/gate/unreported'));
    } catch {
      return [];
    }
  };

  test('a command that policy allows runs at the client, as its caller, with its environment', async () => {
    const ended = await machine.gate(AGENT, ['--', 'sh', '-c', 'id -u; echo "$MINE"; cat; exit 7'], {
      ...how,
      env: { ...how.env, MINE: 'my own' },
      input: 'in\n',
    });
    expect(ended).toMatchObject({ status: 7, stdout: `${AGENT}\nmy own\nin\n`, stderr: '' });
    expect(await json('show', (await newest()).id)).toMatchObject({
      state: 'finished',
      run: { mode: 'client', run_as: null },
      outcome: { kind: 'exited', code: 7 },
    });
  });
  void [approve, approved, unreported, start, asked, gate, readFileSync, writeFileSync];
});
