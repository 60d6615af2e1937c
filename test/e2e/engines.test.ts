import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GithubStandIn } from '../kit/github-stand-in.ts';
import { until } from '../kit/host.ts';
import { AGENT, BOB, HttpsHost, POSSIBLE } from '../kit/https-host.ts';
import { Issuer } from '../kit/issuer.ts';
import { sayYes } from '../kit/person.ts';
import { SECRET } from '../kit/receiver.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A program of an example, beside the service. */
class Beside {
  readonly child: ChildProcess;
  said = '';
  constructor(script: string, env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [script], { env: { PATH: '/usr/bin:/bin', HOOK_SECRET: SECRET, ...env } });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (data) => (this.said += data));
  }
  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill();
    await ended;
  }
}

/** The files of docs/workflow-engines.md against the service that is shipped, over TLS; the engines are stand-ins. */
describe.skipIf(!POSSIBLE)('the examples of workflow engines (need root and a mount namespace)', () => {
  const place = mkdtempSync(join(tmpdir(), 'gate-engines-'));
  const begun: Beside[] = [];
  const told: Record<string, unknown>[] = [];
  let issuer: Issuer;
  let github: GithubStandIn;
  let host: HttpsHost;
  let temporal: Beside;
  let deployments: Beside;
  let refuse = 0;
  const people = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    if (refuse > 0) {
      refuse -= 1;
      return void outgoing.writeHead(503).end();
    }
    told.push(JSON.parse(Buffer.concat(chunks).toString()));
    outgoing.writeHead(204).end();
  });

  /** Ports that nobody else has, for programs that begin later than the service that calls them. */
  const freePort = async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  };

  beforeAll(async () => {
    issuer = await Issuer.start();
    github = await GithubStandIn.open();
    await new Promise<void>((resolve) => people.listen(0, '127.0.0.1', resolve));
    const [at, atDeployments] = [await freePort(), await freePort()];
    host = new HttpsHost(issuer);
    writeFileSync(join(host.home, 'hook.key'), `${SECRET}\n`, { mode: 0o600 });
    const hook = (port: number, path: string) =>
      `  - { url: "http://127.0.0.1:${port}${path}", secret: { file: ${host.home}/hook.key }, events: [request.*] }\n`;
    await host.start({
      rules: [
        '{ id: relayed, match: { tool: touch }, decision: hold, approvers: { from: [sre], count: 1, relays: [temporal] } }',
      ],
      more: `webhooks:\n${hook(at, '/')}${hook(atDeployments, '/gate')}`,
    });
    const made = await host.person(BOB, ['token', 'create', '--relay', 'temporal', '--people', 'ann,cara'], {
      where: 'service',
    }).ended;
    temporal = new Beside(file('../kit/temporal-stand-in.mjs'), {
      PORT: String(at),
      GATE_URL: `https://localhost:${host.port}`,
      NODE_EXTRA_CA_CERTS: host.authority.certificate,
      GATE_RELAY_TOKEN: /gate_[0-9a-f]{10}_[0-9a-f]{72}/.exec(made.screen)?.[0] ?? '',
      TEMPORAL_UI: 'https://temporal.example.com/namespaces/default',
      TELL_URL: `http://127.0.0.1:${(people.address() as AddressInfo).port}/`,
    });
    writeFileSync(join(place, 'app.pem'), github.key, { mode: 0o600 });
    deployments = new Beside(file('../../docs/examples/github-deployment/server.mjs'), {
      PORT: String(atDeployments),
      GITHUB_API: github.url,
      GITHUB_APP: '4711',
      GITHUB_KEY: join(place, 'app.pem'),
      GITHUB_SECRET: github.secret,
      PIPELINES: 'pipeline:ci/',
      RULE: 'removes',
      STATE: join(place, 'state.json'),
    });
    begun.push(temporal, deployments);
    await until(() => temporal.said.includes('"port"') && deployments.said.includes('listens'));
  });
  afterAll(async () => {
    for (const each of begun) await each.end();
    await host?.[Symbol.asyncDispose]();
    await github?.[Symbol.asyncDispose]();
    await issuer?.[Symbol.asyncDispose]();
    await new Promise((resolve) => people.close(resolve));
    rmSync(place, { recursive: true, force: true });
  });

  const state = async (id: string) =>
    JSON.parse((await host.run(BOB, ['show', id, '--json'], { where: 'service' }).ended).stdout) as {
      state: string;
      votes: { voter: string; evidence: string; relay?: { name: string; run: string } }[];
    };

  describe('Temporal', () => {
    let names = 0;
    /** The agent asks, and somebody is told. */
    const held = async (program = 'touch') => {
      const { stdout } = await host.run(AGENT, ['--no-wait', '--', program, `t-${names++}`], { where: 'service' })
        .ended;
      const id = stdout.trim();
      await until(() => told.some((each) => each['id'] === id));
      return id;
    };
    const signal = (id: string, given: object) =>
      temporal.child.stdin?.write(`${JSON.stringify({ id: `gate-${id}`, name: 'decided', given })}\n`);
    const result = async (id: string) => {
      const line = () => temporal.said.split('\n').find((each) => each.includes(`"gate-${id}"`));
      await until(() => line() !== undefined);
      return (JSON.parse(line() ?? '') as { result: string }).result;
    };

    test('a person says yes in the workflow, and the command runs', async () => {
      refuse = 2;
      const id = await held();
      expect(told.at(-1)).toMatchObject({
        id,
        title: expect.stringContaining('touch'),
        command: [`touch t-${names - 1}`],
      });
      signal(id, { person: 'ann', vote: 'approve', text: 'seen' });
      expect(await result(id)).toBe('granted');
      expect((await host.run(AGENT, ['--resume', id], { where: 'service' }).ended).status).toBe(0);
      const shown = await state(id);
      expect(shown).toMatchObject({ state: 'finished', votes: [{ voter: 'person:ann', evidence: 'relay' }] });
      expect(shown.votes[0]?.relay).toMatchObject({
        name: 'temporal',
        run: `https://temporal.example.com/namespaces/default/workflows/gate-${id}`,
      });
    });

    test('a no ends it; a yes where the rule does not take it says how to answer; who answers elsewhere ends the workflow', async () => {
      const no = await held();
      signal(no, { person: 'cara', vote: 'deny', text: 'not today' });
      expect(await result(no)).toBe('denied');
      const strict = await held('rm');
      signal(strict, { person: 'ann', vote: 'approve' });
      expect(await result(strict)).toMatch(
        /^not taken: rule removes does not take votes through temporal; ann answers in person/,
      );
      const elsewhere = await held();
      await host.person(BOB, ['deny', elsewhere, '-m', 'no'], { where: 'service' }).ended;
      expect(await result(elsewhere)).toBe('denied');
    });
  });

  describe('a deployment protection rule of GitHub', () => {
    const receiver = () => `http://127.0.0.1:${/listens at (\d+)/.exec(deployments.said)?.[1]}/`;
    /** A job of a run, on a machine of its own, known by the token that its CI system signs. */
    const job = async (run: string, ...argv: string[]) => {
      const claims = { aud: 'gate.example.com', repository: 'example/shop', run_id: run, actor: 'octocat' };
      return host.run(AGENT, argv, { env: [`GATE_ID_TOKEN=${await issuer.sign(claims)}`] }).ended;
    };
    const ask = async (run: string) => {
      writeFileSync(join(host.home, 'work', `of-run-${run}`), '');
      const { status, stdout, stderr } = await job(run, '--no-wait', '--', 'rm', '-f', `of-run-${run}`);
      expect({ status, stderr }).toMatchObject({ status: 75 });
      return stdout.trim();
    };

    test('a deployment waits for people, and is approved when they have approved; whichever comes first, and whatever fails meanwhile', async () => {
      const id = await ask('101');
      expect(await github.deploy(receiver(), 'example/shop', '101')).toBe(204);
      github.failures = 1;
      const session = host.person(BOB, ['approve', id], { where: 'service' });
      await sayYes(session);
      await session.ended;
      await until(() => github.reviews.length === 1);
      expect(github.reviews).toEqual([{ run: '101', state: 'approved', comment: 'approved in gate by person:bob' }]);
      // The second job.
      expect(await job('101', '--resume', id)).toMatchObject({ status: 0 });
      expect(existsSync(join(host.home, 'work', 'of-run-101'))).toBe(false);

      const denied = await ask('102');
      await host.person(BOB, ['deny', denied, '-m', 'not on a Friday'], { where: 'service' }).ended;
      await until(async () => (await state(denied)).state === 'denied');
      expect(await github.deploy(receiver(), 'example/shop', '102', 'another secret')).toBe(401);
      await until(async () => {
        await github.deploy(receiver(), 'example/shop', '102');
        return github.reviews.length > 1;
      });
      expect(github.reviews[1]).toEqual({
        run: '102',
        state: 'rejected',
        comment: 'denied in gate by person:bob: not on a Friday',
      });
    });
  });
});
