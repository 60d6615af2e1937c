import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, ANN, BOB, Machine, possible, until } from '../../kit/host.ts';

/** What one account does to the service, and what another one gets meanwhile. */
describe.skipIf(!possible)('AVL in host mode: one account does not deny the others (needs root)', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await new Machine().set();
    machine.configure(
      'serve.yaml',
      (text) => `${text}limits: { calls: { per_second: 50, burst: 100 }, streams: 16 }\n`,
    );
    await machine.serve();
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  /** An attack that goes on until it is told to end; it says `ready` when it is under way. */
  const meanwhile = async (script: string, then: () => Promise<void>) => {
    const until_ = "process.stdin.on('end', () => process.exit(0)).resume();";
    const going = machine.startAttack(AGENT, `${until_}\n${script}`, { open: true });
    try {
      await until(() => going.out.stdout.includes('"ready"') || going.child.exitCode !== null);
      expect(going.out).toMatchObject({ stdout: expect.stringContaining('"ready"') });
      await then();
      expect(going.child.exitCode).toBe(null);
    } finally {
      going.child.stdin?.end();
      await going.ended;
    }
    return going.out.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const othersAreServed = async () => {
    expect((await machine.gate(ANN, ['--', 'echo', 'served'])).stdout).toBe('served\n');
    expect((await machine.gate(BOB, ['list'])).status).toBe(0);
    const { stdout } = await machine.gate(ANN, ['--no-wait', '--', 'rm', `x${Math.random()}`]);
    expect(stdout).toMatch(/^[0-9a-f-]{36}\n$/);
  };

  test('AVL-06 what takes long to understand holds up only who asked for it', async () => {
    const long = join(machine.work, 'long');
    writeFileSync(long, 'echo x\n');
    truncateSync(long, 64e9);
    const script = `void Promise.all([1, 2, 3].map(() => ask(['/bin/sh', ${JSON.stringify(long)}]))).then(() => tell('over')); setTimeout(() => tell('ready'), 300);`;
    const told = await meanwhile(script, othersAreServed);
    // They were at it all the time.
    expect(told).toEqual(['ready']);
  });

  test('AVL-06 connections that say nothing, too little, or nothing more', async () => {
    const script = `
      import { connect } from 'node:net';
      const starts = ['', 'GET /v1/whoami HTTP/1.1\\r\\nX: ', 'POST /v1/requests HTTP/1.1\\r\\nHost: gate\\r\\nContent-Type: application/json\\r\\nContent-Length: 1000000\\r\\n\\r\\n{',
        'GET /v1/requests/01a1ff92-62ec-7b26-ba1a-6b461f0694d3/run HTTP/1.1\\r\\nHost: gate\\r\\nConnection: Upgrade\\r\\n'];
      let open = 0, most = 0, closed = 0;
      const all = Array.from({ length: 1200 }, (_, n) => {
        const socket = connect(process.env.SOCKET, () => { open++; most = Math.max(most, open); socket.write(starts[n % 4]); });
        return socket.on('error', () => {}).on('close', () => { closed++; });
      });
      // One byte more now and then.
      setInterval(() => { for (const socket of all) if (!socket.destroyed) socket.write('a'); }, 200);
      const look = setInterval(() => { if (open + closed >= 1200 && closed > 600) { clearInterval(look); tell('ready'); } }, 50);`;
    await meanwhile(script, othersAreServed);
  });

  test('AVL-06 streams of events, and calls as fast as they go', async () => {
    const { stdout } = await machine.gate(AGENT, ['--no-wait', '--', 'rm', 'stream']);
    const id = stdout.trim();
    const script = `
      import { request } from 'node:http';
      const open = () => new Promise((resolve) => request({ socketPath: process.env.SOCKET, agent: false, path: '/v1/requests/${id}/changes?seen=-1', headers: { 'gate-claims': '{"tty":true}' } }, (response) => { resolve(response.statusCode); response.resume(); }).on('error', () => resolve(0)).end());
      tell({ streams: (await Promise.all(Array.from({ length: 40 }, open))).filter((status) => status === 429).length > 0 });
      let refused = 0;
      const call_ = async () => { for (;;) if ((await call('GET', '/v1/whoami')).status === 429 && ++refused === 50) tell('ready'); };
      for (let n = 0; n < 16; n++) void call_();`;
    const told = await meanwhile(script, othersAreServed);
    expect(told[0]).toEqual({ streams: true });
  });

  test('AVL-06 requests that wait: so many, and no more', async () => {
    // Whoever is put off, as after the calls above, asks again.
    const script = `
      for (let n = 0; n < 30; ) {
        const { status, body } = await ask(['rm', 'many' + n]);
        if (status === 429) await new Promise((resolve) => setTimeout(resolve, 200));
        else n++, tell(body.answer.kind);
      }`;
    const told = await machine.attack(AGENT, script);
    expect(told.filter((kind) => kind === 'pending').length).toBeLessThanOrEqual(20);
    expect(told.at(-1)).toBe('refused');
    await othersAreServed();
  });

  test('AVL-06 a command that multiplies comes to an end', async () => {
    const { stdout } = await machine.gate(AGENT, [
      '--',
      '/bin/bash',
      '-c',
      'ulimit -Hu; ulimit -u unlimited; ulimit -Hu',
    ]);
    const [limit, still] = stdout.split('\n').map(Number);
    expect(limit).toBeLessThanOrEqual(8192);
    expect(still).toBe(limit);
  });
});
