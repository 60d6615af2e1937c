import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedEnvironment } from '../../src/command/environment.ts';
import { AGENT, ANN, BOB, HttpsHost, POSSIBLE, robotToken, waitingId } from '../kit/https-host.ts';
import { Issuer } from '../kit/issuer.ts';
import { sayYes } from '../kit/person.ts';

/** CI jobs of another machine: known by what their CI system signs for them, with no secret stored. */
describe.skipIf(!POSSIBLE)('a CI job at a service elsewhere (needs root and a mount namespace)', () => {
  let issuer: Issuer;
  let host: HttpsHost;
  /** What the endpoint of the CI system was asked, and how. */
  const asked: { readonly audience: string | null; readonly authorization: string | undefined }[] = [];

  beforeAll(async () => {
    issuer = await Issuer.start();
    issuer.instead.set('/job-token', (response) => {
      const { req } = response;
      const audience = new URL(req.url ?? '', issuer.url).searchParams.get('audience');
      asked.push({ audience, authorization: req.headers.authorization });
      void signed({ aud: audience ?? '' }).then((value) => response.end(JSON.stringify({ count: 1, value })));
    });
    host = await new HttpsHost(issuer).start();
  });
  afterAll(async () => {
    await host?.[Symbol.asyncDispose]();
    await issuer?.[Symbol.asyncDispose]();
  });

  const signed = (claims: object = {}) =>
    issuer.sign({ aud: 'gate.example.com', repository: 'example/shop', run_id: '7', actor: 'octocat', ...claims });
  const github = () => [
    'GITHUB_ACTIONS=true',
    `ACTIONS_ID_TOKEN_REQUEST_URL=${issuer.url}/job-token?api-version=2.0`,
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN=of-the-runner',
  ];
  const whoami = async (uid: number, env: readonly string[]) =>
    JSON.parse((await host.run(uid, ['whoami', '--json'], { env }).ended).stdout);

  test('of GitHub: a token is asked for at the moment, for the audience that the system’s file names', async () => {
    asked.length = 0;
    expect(await whoami(AGENT, github())).toMatchObject({
      kind: 'pipeline',
      id: 'pipeline:ci/example/shop',
      owner: 'person:ann',
      session: '7',
      by: 'oidc',
      credential: 'the token that GitHub signs for this job',
    });
    expect(asked).toEqual([{ audience: 'gate.example.com', authorization: 'Bearer of-the-runner' }]);
    const failing = [
      ...github().slice(0, 1),
      `ACTIONS_ID_TOKEN_REQUEST_URL=${issuer.url}/none`,
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN=x',
    ];
    const { status, stderr } = await host.run(AGENT, ['list'], { env: failing }).ended;
    expect(status).toBe(69);
    expect(stderr).toContain('id-token: write');
  });

  test('whose CI system has a certificate of its own authority: a variable adds it for that, and for nothing else', async () => {
    // The service stands in for the endpoint: it answers, and what it says is no token.
    const at = [
      `ACTIONS_ID_TOKEN_REQUEST_URL=https://localhost:${host.port}/healthz`,
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN=x',
    ];
    const why = async (env: readonly string[]) =>
      (await host.run(AGENT, ['list'], { env: [...at, ...env] }).ended).stderr;
    expect(await why([])).toContain('certificate');
    expect(await why([`NODE_EXTRA_CA_CERTS=${host.home}/elsewhere/ca.pem`])).toContain('is no signed token');
  });

  test('of GitLab and others: the token in GATE_ID_TOKEN', async () => {
    expect(await whoami(AGENT, [`GATE_ID_TOKEN=${await signed()}`])).toMatchObject({
      id: 'pipeline:ci/example/shop',
      by: 'oidc',
    });
    const late = await issuer.sign({ aud: 'gate.example.com', iat: 1, exp: 2 });
    const expired = await host.run(AGENT, ['list'], { env: [`GATE_ID_TOKEN=${late}`] }).ended;
    expect(expired).toMatchObject({
      status: 77,
      stderr: expect.stringContaining('you came with the token of this job'),
    });
    expect((await host.run(AGENT, ['list'], { env: ['GATE_ID_TOKEN=none'] }).ended).status).toBe(69);
  });

  test('whose runner died is gone on with by another job of the same run, and by no other', async () => {
    const file = join(host.home, 'work', 'x');
    const env = async (claims: object = {}) => [`GATE_ID_TOKEN=${await signed(claims)}`];
    const first = host.run(AGENT, ['--', 'rm', '-f', file], { env: await env() });
    const short = await waitingId(first.out);
    first.child.kill('SIGKILL');
    await first.ended;
    const approval = host.person(BOB, ['approve', short], { where: 'service' });
    await sayYes(approval);
    await approval.ended;
    const resume = async (claims: object) => host.run(AGENT, ['--resume', short], { env: await env(claims) }).ended;
    expect(await resume({ run_id: '8' })).toMatchObject({ status: 77 });
    expect((await resume({ repository: 'example/other' })).status).toBe(77);
    expect(await resume({ run_attempt: '2' })).toMatchObject({ status: 0 });
    expect((await resume({})).status).toBe(76);
  });

  test('GATE_TOKEN comes first, then the job’s own, then the file that the system names', async () => {
    const robot = await robotToken(host);
    const file = join(host.home, 'elsewhere', 'token');
    writeFileSync(file, `${robot}\n`);
    chmodSync(file, 0o640);
    chownSync(file, 0, AGENT);
    host.pointElsewhere(', token: /etc/gate/token');
    try {
      expect(await whoami(AGENT, [`GATE_TOKEN=${robot}`, ...github()])).toMatchObject({
        credential: 'the token in GATE_TOKEN',
      });
      expect(await whoami(AGENT, github())).toMatchObject({ by: 'oidc' });
      expect(await whoami(AGENT, [])).toMatchObject({
        id: 'agent:robot@ann',
        credential: 'the token in /etc/gate/token',
      });
      // Who cannot read the file has nothing to show.
      expect((await host.run(ANN, ['list']).ended).status).toBe(77);
      chmodSync(file, 0o644);
      expect(await host.run(AGENT, ['list']).ended).toMatchObject({
        status: 78,
        stderr: expect.stringContaining('others cannot read'),
      });
      const bad = await host.run(AGENT, ['list'], { env: ['GATE_TOKEN=secret-that-is-none'] }).ended;
      expect(bad.status).toBe(78);
      expect(bad.stderr).not.toContain('secret-that-is-none');
    } finally {
      host.pointElsewhere();
    }
  });

  test('the command gets neither of the two', async () => {
    const env = [`GATE_TOKEN=${await robotToken(host)}`, `GATE_ID_TOKEN=${await signed()}`];
    const { stdout, status } = await host.run(AGENT, ['--', 'env'], { env }).ended;
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/GATE_(?:ID_)?TOKEN|gate_|eyJ/);
    // Nor where the command runs at the client.
    const { variables } = checkedEnvironment({ GATE_TOKEN: 'gate_x', GATE_ID_TOKEN: 'eyJ.x.y', LANG: 'C' }, []);
    expect({ ...variables }).toEqual({ LANG: 'C' });
  });
});
