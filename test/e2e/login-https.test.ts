import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANN, BOB, CARA, HttpsHost, POSSIBLE, robotToken, waitingId } from '../kit/https-host.ts';
import { Issuer } from '../kit/issuer.ts';
import { rubbedOut, sayYes } from '../kit/person.ts';

/** People of another machine log in with the account of their organisation, and answer from there. */
describe.skipIf(!POSSIBLE)('gate login at a service elsewhere (needs root and a mount namespace)', () => {
  let issuer: Issuer;
  let host: HttpsHost;
  let robot = '';

  beforeAll(async () => {
    issuer = await Issuer.start();
    host = await new HttpsHost(issuer).start({
      rules: [
        '{ id: touches, match: { tool: touch }, decision: hold, approvers: { from: [sre], count: 1, evidence: channel }, reason: it touches }',
        '{ id: moves, match: { tool: mv }, decision: hold, approvers: { from: [sre], count: 1, evidence: signed }, reason: it moves }',
      ],
    });
    robot = await robotToken(host);
  });
  afterAll(async () => {
    await host?.[Symbol.asyncDispose]();
    await issuer?.[Symbol.asyncDispose]();
  });

  const says = (name: string) => ({ sub: name, email: `${name}@example.com`, email_verified: true });
  async function login(uid: number, name: string, more: readonly string[] = []) {
    issuer.person = says(name);
    const session = host.person(uid, ['login', ...more]);
    await session.sees(/log in here:\s+(\S+)\r?\n/);
    await issuer.browse(/log in here:\s+(\S+)/.exec(session.screen())?.[1] ?? '');
    return session.ended;
  }
  const sessionOf = (name: string, purpose = 'answer') =>
    join(host.home, 'homes', name, '.local', 'state', 'gate', `session-${purpose}.json`);
  const tokenOf = (name: string) => JSON.parse(readFileSync(sessionOf(name), 'utf8')).token as string;
  const env = () => [`GATE_TOKEN=${robot}`];

  test('by a browser: the session lies in a file of the person’s own, and says who they are', async () => {
    expect(await login(CARA, 'cara')).toMatchObject({
      status: 0,
      screen: expect.stringContaining('you are person:cara until'),
    });
    const { mode, uid } = statSync(sessionOf('cara'));
    expect([mode & 0o777, uid]).toEqual([0o600, CARA]);
    expect(JSON.parse((await host.person(CARA, ['whoami', '--json']).ended).screen)).toMatchObject({
      id: 'person:cara',
      known: 'oidc',
      votes: true,
      by: 'login',
      scopes: ['read', 'vote'],
    });
    expect((await host.run(CARA, ['whoami']).ended).stdout).toContain('the session of person:cara, from `gate login`');
    // Good for answering alone (CH-11).
    const refused = await host.run(CARA, ['--', 'true']).ended;
    expect(refused).toMatchObject({ status: 77, stderr: expect.stringContaining('may not do this here') });
  });

  test('a vote of that session has the evidence of a channel, and of nothing stronger', async () => {
    await login(CARA, 'cara');
    const held = host.run(ANN, ['--', 'touch', join(host.home, 'work', 'a')], { env: env() });
    const id = await waitingId(held.out);
    const approval = host.person(CARA, ['approve', id]);
    await sayYes(approval);
    expect(rubbedOut((await approval.ended).screen)).toContain('approved by person:cara');
    expect(await held.ended).toMatchObject({ status: 0 });
    const record = JSON.parse((await host.run(CARA, ['show', id, '--json']).ended).stdout);
    expect(record.votes).toMatchObject([{ voter: 'person:cara', evidence: 'oidc' }]);

    const other = host.run(ANN, ['--', 'mv', join(host.home, 'work', 'a'), join(host.home, 'work', 'b')], {
      env: env(),
    });
    const strict = await waitingId(other.out);
    const known = (await host.call('GET', `/v1/requests/${strict}`, { token: tokenOf('cara') })).body;
    const ballot = { vote: 'approve', digest: known.view.digest, at: Date.now(), nonce: '1'.repeat(32) };
    const cast = (proof: object, token = tokenOf('cara')) =>
      host.call('POST', `/v1/requests/${strict}/votes`, { token, body: { ...ballot, proof } });
    expect((await cast({ kind: 'os' })).body).toMatchObject({ kind: 'not_yours' });
    // What the connection proves is in no body.
    expect(await cast({ kind: 'oidc' })).toMatchObject({ status: 400 });
    expect(await cast({ kind: 'os' }, robot)).toMatchObject({ status: 403 });
    await host.run(ANN, ['cancel', strict], { env: env() }).ended;
    await other.ended;
  });

  test('by a code on another device; an operator makes tokens and takes sessions back from there', async () => {
    issuer.person = says('bob');
    const session = host.person(BOB, ['login', '--device']);
    await session.sees('WDJB-MJHT');
    expect(await session.ended).toMatchObject({
      status: 0,
      screen: expect.stringContaining('you are person:bob until'),
    });
    const made = await host.person(BOB, ['token', 'create', '--pipeline', 'nightly', '--owner', 'ann', '--for', '1d'])
      .ended;
    expect(made.screen).toContain('pipeline:token/nightly');
    await login(CARA, 'cara');
    const { tokens } = JSON.parse((await host.run(BOB, ['token', 'list', '--json']).ended).stdout);
    const caras = tokens.find(({ principal }: { principal: string }) => principal === 'person:cara');
    expect((await host.person(BOB, ['token', 'revoke', caras.id]).ended).status).toBe(0);
    const after = await host.run(CARA, ['list']).ended;
    expect(after).toMatchObject({ status: 77, stderr: expect.stringContaining('does not know who calls') });
    expect((await host.run(CARA, ['token', 'list']).ended).status).toBe(77);
  });

  test('to run commands, beside the session that answers', async () => {
    expect(await login(ANN, 'ann', ['--run'])).toMatchObject({ status: 0 });
    expect(await host.run(ANN, ['--', 'sh', '-c', 'echo it ran; exit 3']).ended).toMatchObject({
      status: 3,
      stdout: 'it ran\n',
    });
    // An agent in the account of a person is not the person.
    const agent = await host.run(ANN, ['whoami', '--json'], { env: ['CLAUDECODE=1'] }).ended;
    expect(JSON.parse(agent.stdout)).toMatchObject({
      kind: 'agent',
      id: 'agent:claude-code@ann@login',
      owner: 'person:ann',
    });
  });

  test('is for people of the directory, in person (SELF-05)', async () => {
    issuer.person = says('mallory');
    expect(await login(ANN, 'mallory')).toMatchObject({ status: 77 });
    const agent = host.person(ANN, ['login'], { env: ['CLAUDECODE=1'] });
    expect(await agent.ended).toMatchObject({ status: 77, screen: expect.stringContaining('is not a person') });
    const bare = await host.run(ANN, ['login']).ended;
    expect(bare).toMatchObject({ status: 77, stderr: expect.stringContaining('no controlling terminal') });
    expect((await host.run(BOB, ['login'], { where: 'service' }).ended).status).toBe(64);
    const idToken = await issuer.sign({ ...says('ann'), aud: 'gate' });
    const finish = (claims: object, token = idToken) =>
      host.call('POST', '/v1/login', { claims, body: { id_token: token, purpose: 'answer' } });
    expect(await finish({ tty: true, kind: 'agent' })).toMatchObject({ status: 403 });
    expect(await finish({ tty: false })).toMatchObject({ status: 403 });
    expect(await finish({ tty: true }, await issuer.sign({ ...says('ann'), aud: 'other' }))).toMatchObject({
      status: 403,
    });
    expect(await finish({ tty: true })).toMatchObject({ status: 201, body: { person: 'person:ann' } });
    expect(await finish({ tty: true })).toMatchObject({ status: 403 });
  });

  test('ends with `gate logout`, at the service too; and when the person leaves the directory', async () => {
    await login(CARA, 'cara');
    const token = tokenOf('cara');
    expect((await host.call('GET', '/v1/whoami', { token })).status).toBe(200);
    expect(await host.run(CARA, ['logout']).ended).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('no longer person:cara'),
    });
    expect((await host.call('GET', '/v1/whoami', { token })).status).toBe(401);
    expect((await host.run(CARA, ['logout']).ended).stderr).toContain('nobody was logged in');
    await login(CARA, 'cara');
    expect((await host.call('GET', '/v1/whoami', { token: tokenOf('cara') })).status).toBe(200);
    host.directory({ without: 'cara' });
    expect((await host.call('GET', '/v1/whoami', { token: tokenOf('cara') })).status).toBe(401);
    host.directory();
    expect((await host.call('GET', '/v1/whoami', { token: tokenOf('cara') })).status).toBe(200);
  });
});
