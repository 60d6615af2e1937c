import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, ANN, BOB, HttpsHost, POSSIBLE } from '../kit/https-host.ts';
import { Issuer } from '../kit/issuer.ts';
import { sayYes } from '../kit/person.ts';

const TOKEN = /gate_[0-9a-f]{10}_[0-9a-f]{72}/;
const RUN = 'https://n8n.example.com/execution/7';

/** A workflow engine with a token of a relay, over TLS, against the service that is shipped. Bob operates it; the agent is ann's. */
describe.skipIf(!POSSIBLE)('a relay (needs root and a mount namespace)', () => {
  let issuer: Issuer;
  let host: HttpsHost;
  let relay = '';
  let robot = '';

  const create = async (...args: string[]) =>
    (await host.person(BOB, ['token', 'create', ...args], { where: 'service' }).ended).screen;
  beforeAll(async () => {
    issuer = await Issuer.start();
    const rule = (id: string, tool: string, approvers: string) =>
      `{ id: ${id}, match: { tool: ${tool} }, decision: hold, approvers: { from: [sre], ${approvers} }, reason: it is watched }`;
    host = await new HttpsHost(issuer).start({
      rules: [
        rule('relayed', 'touch', 'count: 1, relays: [n8n]'),
        rule('two', 'mkdir', 'count: 2, separation: none, relays: [n8n]'),
        rule('strict', 'rmdir', 'count: 1, evidence: channel, relays: [n8n]'),
      ],
    });
    relay = TOKEN.exec(await create('--relay', 'n8n', '--people', 'ann,cara'))?.[0] ?? '';
    robot = TOKEN.exec(await create('--agent', 'robot', '--owner', 'ann'))?.[0] ?? '';
  });
  afterAll(async () => {
    await host?.[Symbol.asyncDispose]();
    await issuer?.[Symbol.asyncDispose]();
  });

  let names = 0;
  /** Something of the agent's that waits. */
  const asked = async (program: string) => {
    const { stdout } = await host.run(AGENT, ['--no-wait', '--', program, `x-${names++}`], { where: 'service' }).ended;
    const id = stdout.trim();
    const { body } = await host.call('GET', `/v1/relay/requests/${id}`, { token: relay });
    return { id, digest: body.digest as string };
  };
  const nonce = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
  const convey = (on: { id: string; digest: string }, more: object = {}, token = relay) =>
    host.call('POST', `/v1/relay/requests/${on.id}/votes`, {
      token,
      body: { person: 'ann', vote: 'approve', digest: on.digest, at: Date.now(), nonce: nonce(), run: RUN, ...more },
    });

  test('conveys the yes of a person whom it speaks for, where the rule names it: the command runs, and the record says how', async () => {
    const request = await asked('touch');
    const vote = { nonce: nonce(), text: 'seen in the form' };
    expect(await convey(request, vote)).toMatchObject({ status: 200, body: { id: request.id, state: 'granted' } });
    // Whoever did not hear the answer says it again.
    expect(await convey(request, vote)).toMatchObject({ status: 200, body: { state: 'granted' } });
    const done = await host.run(AGENT, ['--resume', request.id], { where: 'service' }).ended;
    expect(done).toMatchObject({ status: 0 });
    expect(await convey(request, vote)).toMatchObject({ status: 200, body: { state: 'finished' } });
    expect(await convey(request)).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', title: 'it is finished already' },
    });
    const { screen } = await host.person(ANN, ['show', request.id], { where: 'service' }).ended;
    expect(screen.replaceAll(/\s+/g, ' ')).toContain(`person:ann: approve, evidence relay n8n (${RUN})`);
  });

  test('speaks for nobody else, about nothing else, and not of long ago', async () => {
    const request = await asked('touch');
    expect(await convey(request, { person: 'bob' })).toMatchObject({
      status: 403,
      body: { title: 'n8n does not speak for person:bob' },
    });
    expect(await convey(request, { person: 'nobody' })).toMatchObject({ status: 403 });
    expect(await convey({ ...request, digest: `sha256:${'0'.repeat(64)}` })).toMatchObject({ status: 409 });
    expect(await convey(request, { at: Date.now() - 3600_000 })).toMatchObject({
      status: 403,
      body: { title: expect.stringContaining('ten minutes') },
    });
    for (const wrong of [
      { run: 'javascript:alert(1)' },
      { voter: 'person:bob' },
      { proof: { kind: 'os' } },
      { nonce: 'x' },
      { standing: {} },
    ]) {
      expect(await convey(request, wrong)).toMatchObject({ status: 400, body: { code: 'USAGE' } });
    }
    expect(await convey({ ...request, id: crypto.randomUUID() })).toMatchObject({ status: 404 });
    expect(await convey(request, { person: 'person:cara' })).toMatchObject({ status: 200, body: { state: 'granted' } });
  });

  test('gives nothing where the rule does not name it, or wants more, and says how the person answers; a no is a no', async () => {
    for (const [program, why] of [
      ['rm', 'rule removes does not take votes through n8n'],
      ['rmdir', 'it asks for evidence `channel` or stronger, and relay is weaker'],
    ] as const) {
      const request = await asked(program);
      const refused = await convey(request);
      expect(refused).toMatchObject({ status: 403, body: { code: 'NOT_YOURS', title: why } });
      expect(refused.body.hint).toBe(`ann answers in person: gate approve ${request.id.slice(-8)}, or gate inbox`);
      expect(await convey(request, { vote: 'deny', text: 'no' })).toMatchObject({
        status: 200,
        body: { state: 'denied' },
      });
    }
  });

  test('asks back in the name of a person', async () => {
    const { id } = await asked('touch');
    const body = { person: 'ann', text: 'which one?', run: RUN };
    expect(await host.call('POST', `/v1/relay/requests/${id}/questions`, { token: relay, body })).toMatchObject({
      status: 200,
      body: { state: 'questioned' },
    });
  });

  test('is one vote, and none beside that of whoever made it', async () => {
    const request = await asked('mkdir');
    expect(await convey(request)).toMatchObject({ body: { state: 'pending' } });
    expect(await convey(request, { person: 'cara' })).toMatchObject({ body: { state: 'pending' } });
    const approve = async (uid: number) => {
      const session = host.person(uid, ['approve', request.id], { where: 'service' });
      await sayYes(session);
      expect(await session.ended).toMatchObject({ status: 0 });
      return (await host.call('GET', `/v1/relay/requests/${request.id}`, { token: relay })).body.state;
    };
    expect(await approve(BOB)).toBe('pending');
    expect(await approve(ANN)).toBe('granted');
  });

  test('SELF-06 approves nothing that its maker asked for', async () => {
    const session = host.person(BOB, ['--no-wait', '--', 'touch', 'of-bob'], { where: 'service' });
    const { screen } = await session.ended;
    const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(screen)?.[0] ?? '';
    const { body } = await host.call('GET', `/v1/relay/requests/${id}`, { token: relay });
    expect(await convey({ id, digest: body.digest })).toMatchObject({
      status: 403,
      body: { title: 'person:bob made the token of n8n, and is behind this request' },
    });
  });

  test('CH-11 does nothing but that; and nobody else does that', async () => {
    const request = await asked('touch');
    const ballot = { vote: 'approve', digest: request.digest, at: Date.now(), nonce: nonce(), proof: { kind: 'os' } };
    const others = [
      ['POST', '/v1/requests', { argv: ['true'], cwd: '/', stdin: 'null' }],
      ['POST', `/v1/requests/${request.id}/votes`, ballot],
      ['POST', `/v1/requests/${request.id}/questions`, { text: 'x' }],
      ['POST', `/v1/requests/${request.id}/withdrawal`, {}],
      ['GET', `/v1/requests/${request.id}`, undefined],
      ['GET', `/v1/requests/${request.id}/record`, undefined],
      ['GET', '/v1/changes', undefined],
      ['GET', '/v1/tokens', undefined],
      ['POST', '/v1/tokens', { kind: 'agent', name: 'x', owner: 'ann', scope: 'run' }],
      ['GET', '/v1/metrics', undefined],
    ] as const;
    for (const [method, path, body] of others) {
      const { status } = await host.call(method, path, { token: relay, ...(body && { body }) });
      expect([path, status === 403 || status === 404 || status === 401]).toEqual([path, true]);
    }
    expect((await host.call('GET', '/v1/requests', { token: relay })).body.requests).toEqual([]);
    expect(await convey(request, {}, robot)).toMatchObject({ status: 403 });
    expect(await convey(request)).toMatchObject({ status: 200 });
  });

  test('is made by operators, for others than themselves, and ends when it is taken back', async () => {
    expect(await create('--relay', 'n8n', '--people', 'ann,bob')).toContain('your own vote you give yourself');
    expect(await create('--relay', 'n8n', '--people', 'ann,mallory')).toContain(
      'nobody in the directory is called `mallory`',
    );
    expect(await create('--relay', 'n8n')).toContain('whose token?');
    const screen = await create('--relay', 'other', '--people', 'ann');
    const other = TOKEN.exec(screen)?.[0] ?? '';
    const request = await asked('touch');
    expect(await convey(request, {}, other)).toMatchObject({
      status: 403,
      body: { title: 'rule relayed does not take votes through other' },
    });
    const id = other.slice(5, 15);
    expect(await host.person(BOB, ['token', 'revoke', id], { where: 'service' }).ended).toMatchObject({ status: 0 });
    expect(await convey(request, {}, other)).toMatchObject({ status: 401 });
  });
});
