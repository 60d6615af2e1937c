import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../kit/host.ts';
import { AGENT, BOB, HttpsHost, POSSIBLE, waitingId } from '../kit/https-host.ts';
import { Issuer } from '../kit/issuer.ts';
import { Network } from '../kit/network.ts';
import { sayYes } from '../kit/person.ts';

/** Jobs of a pipeline on runners elsewhere, with a network in between that can be cut. */
describe.skipIf(!POSSIBLE)('client mode over https (needs root and a mount namespace)', () => {
  let issuer: Issuer;
  let host: HttpsHost;
  let network: Network;
  let work: string;

  beforeAll(async () => {
    issuer = await Issuer.start();
    host = await new HttpsHost(issuer).start({ more: 'lease: 2s\n' });
    network = await new Network(() => host.port).start();
    const config = readFileSync(join(host.home, 'elsewhere', 'config.yaml'), 'utf8');
    writeFileSync(join(host.home, 'elsewhere', 'config.yaml'), config.replace(`:${host.port}`, `:${network.port}`));
    work = join(host.home, 'work');
  });
  afterAll(async () => {
    await network?.[Symbol.asyncDispose]();
    await host?.[Symbol.asyncDispose]();
    await issuer?.[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    for (const name of ['x', 'log', 'began', 'end']) rmSync(join(work, name), { force: true });
  });

  const job = (run = '7') =>
    issuer.sign({ aud: 'gate.example.com', repository: 'example/shop', run_id: run, actor: 'octocat' }, {});
  /** A job of that run, on a runner. */
  const runner = async (args: readonly string[], run = '7') =>
    host.run(AGENT, args, { env: [`GATE_ID_TOKEN=${await job(run)}`] });
  const approve = async (id: string) => {
    const approval = host.person(BOB, ['approve', id], { where: 'service' });
    await sayYes(approval);
    await approval.ended;
  };
  const show = async (id: string) =>
    JSON.parse((await host.run(BOB, ['show', id, '--json'], { where: 'service' }).ended).stdout);

  test('a job whose runner is killed is approved, and goes on at another runner', async () => {
    writeFileSync(join(work, 'x'), '');
    const first = await runner(['--', 'rm', '-f', `${work}/x`]);
    const id = await waitingId(first.out);
    first.child.kill('SIGKILL');
    await first.ended;
    await approve(id);
    const other = await runner(['--resume', id], '8');
    expect((await other.ended).status).not.toBe(0);
    expect(existsSync(join(work, 'x'))).toBe(true);
    const second = await runner(['--', 'rm', '-f', `${work}/x`]);
    expect(await second.ended).toMatchObject({ status: 0 });
    expect(existsSync(join(work, 'x'))).toBe(false);
    const record = await show(id);
    expect(record).toMatchObject({
      state: 'finished',
      principal: 'pipeline:ci/example/shop',
      run: { mode: 'client' },
      outcome: { code: 0 },
    });
    expect(record.request.principal).toMatchObject({ known: 'oidc', session: '7', owner: 'person:ann' });
  });

  test('two calls before the command starts and one after it, on one connection', async () => {
    const before = { calls: calls().length, connections: network.connections };
    expect(await (await runner(['--', 'true'])).ended).toMatchObject({ status: 0 });
    await until(() => calls().length >= before.calls + 3);
    expect(calls().slice(before.calls)).toEqual([
      'POST /v1/requests',
      'POST /v1/requests/{id}/start',
      'POST /v1/requests/{id}/finish',
    ]);
    expect(network.connections - before.connections).toBe(1);
  });

  test('a network that is cut while people are asked: the waiter says so, and goes on when it is mended', async () => {
    const going = await runner(['--', 'rm', '-f', `${work}/x`]);
    const id = await waitingId(going.out);
    network.cut();
    await until(() => going.out.stderr.includes('the service is away since'));
    await approve(id);
    network.mend();
    expect((await going.ended).status).toBe(0);
    expect(going.out.stderr).toContain('the service is back');
    expect((await show(id)).state).toBe('finished');
  });

  test('a network that is cut while the command runs: its end is told, once, and the run was lost meanwhile', async () => {
    const script = `touch ${work}/began; while ! test -e ${work}/end; do sleep 0.1; done; exit 5`;
    const going = await runner(['--', 'sh', '-c', script]);
    await until(() => existsSync(join(work, 'began')));
    network.cut();
    const newest = async () =>
      JSON.parse((await host.run(BOB, ['list', '--all', '--json'], { where: 'service' }).ended).stdout).requests[0];
    await until(async () => (await newest()).state === 'unknown');
    writeFileSync(join(work, 'end'), '');
    setTimeout(() => network.mend(), 1000);
    expect(await going.ended).toMatchObject({ status: 5, stderr: '' });
    expect(await newest()).toMatchObject({ state: 'finished' });
    const types = (await show((await newest()).id)).events.map(({ type }: { type: string }) => type);
    expect(types.slice(-3)).toEqual(['run.started', 'run.lost', 'run.finished']);
    expect((await host.run(BOB, ['audit', 'verify'], { where: 'service' }).ended).status).toBe(0);
  });

  test('a start whose answer is cut off is asked for again, and is the same start', async () => {
    // The answer to the first call is let through, that to the second is not.
    const seen = calls().length;
    const going = await runner(['--', 'sh', '-c', `echo ran >> ${work}/log`]);
    await until(() => calls().length > seen);
    network.cut();
    network.mend();
    expect((await going.ended).status).toBe(0);
    expect(readFileSync(join(work, 'log'), 'utf8')).toBe('ran\n');
  });

  /** What the service says of the calls of jobs, in order. */
  function calls(): readonly string[] {
    return [...host.said.matchAll(/"method":"(\w+)","route":"([^"]+)"[^\n]*pipeline:ci/g)].map(
      ([, method, route]) => `${method} ${route}`,
    );
  }
});
