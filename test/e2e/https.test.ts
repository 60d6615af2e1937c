import { type Socket, connect as tcp } from 'node:net';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/server/api/routes.ts';
import type { Certified } from '../kit/authority.ts';
import { AGENT, ANN, BOB, HttpsHost, POSSIBLE, robotToken, waitingId } from '../kit/https-host.ts';
import { Issuer } from '../kit/issuer.ts';
import { rubbedOut, sayYes } from '../kit/person.ts';

/** All that answers to somebody who is not known. */
const OPEN = ['GET /healthz', 'GET /readyz', 'GET /v1/login', 'POST /v1/login'];

/** The service over TLS, called from another machine, by whoever a token, a CI system or a certificate says. */
describe.skipIf(!POSSIBLE)('the service over https (needs root and a mount namespace)', () => {
  let issuer: Issuer;
  let host: HttpsHost;
  let robot = '';

  beforeAll(async () => {
    issuer = await Issuer.start();
    host = await new HttpsHost(issuer).start({
      clients: [
        '{ san: "URI:spiffe://example.com/deploy", agent: deploy, owner: ann }',
        '{ san: "DNS:nightly.example.com", pipeline: nightly, owner: bob }',
        '{ san: "DNS:gone.example.com", agent: gone, owner: nobody }',
      ],
    });
    robot = await robotToken(host);
  });
  afterAll(async () => {
    await host?.[Symbol.asyncDispose]();
    await issuer?.[Symbol.asyncDispose]();
  });

  const who = async (calling: Parameters<HttpsHost['call']>[2]) => {
    const { status, body } = await host.call('GET', '/v1/whoami', calling);
    return status === 200 ? [body.by, body.principal.id] : status;
  };
  const job = (claims: object = {}, header: object = {}) =>
    issuer.sign(
      { aud: 'gate.example.com', repository: 'example/shop', run_id: '7', actor: 'octocat', ...claims },
      { ...header },
    );

  test('CH-10 answers whoever asks for its health, and nobody unknown anything else', async () => {
    expect(await host.call('GET', '/healthz')).toMatchObject({ status: 200, body: { alive: true } });
    const open = ROUTES.filter(({ who }) => who.includes('anybody')).map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual(OPEN);
    for (const { method, path } of ROUTES.filter(({ who }) => !who.includes('anybody'))) {
      const body = method === 'GET' ? {} : { body: {} };
      const asked = await host.call(method, path.replaceAll(/\{\w+\}/g, '019b76da-a800-7000-8000-000000000000'), body);
      const { status } = asked;
      expect({ path, status, body: asked.body }).toMatchObject({
        path,
        status: 401,
        body: { code: 'UNAUTHENTICATED' },
      });
      expect(asked.headers['www-authenticate']).toBe('Bearer realm="gate"');
    }
    const evil = await host.call('GET', '/healthz', { headers: { host: 'evil.example.com' } });
    expect(evil).toMatchObject({ status: 421, body: { code: 'MISDIRECTED' } });
    expect((await host.call('GET', '/healthz', { headers: { host: `127.0.0.1:${host.port}` } })).status).toBe(200);
  });

  test('knows an agent by its token, and says the same of every token that is not good', async () => {
    expect(await who({ token: robot })).toEqual(['token', 'agent:robot@ann']);
    const last = robot.endsWith('0') ? '1' : '0';
    const wrong = [`${robot.slice(0, -1)}${last}`, robot.replace(/_.{10}_/, '_0123456789_'), 'gate_', 'x', 'a.b.c'];
    const answers = await Promise.all(wrong.map((token) => host.call('GET', '/v1/whoami', { token })));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401 });
    for (const authorization of [['Bearer ', robot].join(''), `Basic ${robot}`]) {
      const twice = { authorization: [authorization, `Bearer ${robot}`] };
      expect((await host.call('GET', '/v1/whoami', { headers: twice })).status).toBe(401);
    }
    await until(() => host.said.includes('nobody known, from 127.0.0.1'));
    expect(host.said).not.toContain(robot.slice(16, 60));
  });

  test('knows a job by the token that its CI system signed, and no other', async () => {
    expect(await who({ token: await job() })).toEqual(['oidc', 'pipeline:ci/example/shop']);
    const now = Math.floor(Date.now() / 1000);
    const [head = '', claims = ''] = (await job()).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const wrong = {
      'another audience': await job({ aud: 'other.example.com' }),
      'several audiences': await job({ aud: ['gate.example.com', 'other.example.com'] }),
      expired: await job({ iat: now - 700, exp: now - 100 }),
      'another repository': await job({ repository: 'example/other' }),
      'somebody unknown': await job({ actor: 'mallory' }),
      'no signature': none,
      'no signature, and a third part': `${none}AAAA`,
      'another key': `${head}.${claims}.${'A'.repeat(342)}`,
      'a key nobody has': await job({}, { kid: 'other' }),
    };
    for (const [what, token] of Object.entries(wrong))
      expect({ what, is: await who({ token }) }).toEqual({ what, is: 401 });
  });

  test('knows an agent or a pipeline by its certificate, where an entry names it', async () => {
    const shown = (certificate: Certified) => who({ certificate });
    const issue = (name: string, more = {}) => host.clients.issue([name], { usage: 'clientAuth', ...more });
    expect(await shown(issue('URI:spiffe://example.com/deploy'))).toEqual(['certificate', 'agent:deploy@ann']);
    expect(await shown(issue('DNS:nightly.example.com'))).toEqual(['certificate', 'pipeline:certificate/nightly']);
    // Nobody's: it says who holds it, and no entry says whom that is here.
    expect(await shown(issue('DNS:other.example.com'))).toBe(401);
    expect(await shown(issue('DNS:gone.example.com'))).toBe(401);
    expect(await who({ certificate: issue('DNS:other.example.com'), token: robot })).toEqual([
      'token',
      'agent:robot@ann',
    ]);
    // A token that is not good is nobody's, whatever the certificate.
    expect(await who({ certificate: issue('DNS:nightly.example.com'), token: 'gate_x' })).toBe(401);
    for (const certificate of [
      host.authority.issue(['DNS:nightly.example.com'], { usage: 'clientAuth' }),
      issue('DNS:nightly.example.com', { days: -1 }),
      issue('DNS:nightly.example.com', { usage: 'serverAuth' }),
    ]) {
      await expect(shown(certificate)).rejects.toThrow();
    }
  });

  test('CH-11 no token does what it is not for', async () => {
    const read = await host.person(BOB, ['token', 'create', '--agent', 'reader', '--owner', 'ann', '--read'], {
      where: 'service',
    }).ended;
    const reader = /gate_[0-9a-f]{10}_[0-9a-f]{72}/.exec(read.screen)?.[0] ?? '';
    const id = '019b76da-a800-7000-8000-000000000000';
    const ballot = {
      vote: 'approve',
      digest: `sha256:${'0'.repeat(64)}`,
      at: Date.now(),
      nonce: '0'.repeat(32),
      proof: { kind: 'os' },
    };
    const calls = {
      submit: ['POST', '/v1/requests', { argv: ['true'], cwd: '/', stdin: 'null' }],
      list: ['GET', '/v1/requests'],
      watch: ['GET', '/v1/tokens'],
      vote: ['POST', `/v1/requests/${id}/votes`, ballot],
      token: ['POST', '/v1/tokens', { kind: 'agent', name: 'x', owner: 'ann', scope: 'run' }],
    } as const;
    const table = async (token: string) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(calls).map(async ([name, [method, path, body]]) => [
            name,
            (await host.call(method, path, { token, ...(body && { body }) })).status,
          ]),
        ),
      );
    // What it asks for is heard, and is no whole submission.
    expect(await table(robot)).toEqual({ submit: 400, list: 200, watch: 403, vote: 403, token: 403 });
    expect(await table(reader)).toEqual({ submit: 403, list: 200, watch: 403, vote: 403, token: 403 });
    expect(await table(await job())).toEqual({ submit: 400, list: 200, watch: 403, vote: 403, token: 403 });
  });

  test('an agent elsewhere asks with its token, and a person approves', async () => {
    const env = [`GATE_TOKEN=${robot}`];
    const held = host.run(AGENT, ['--', 'rm', '-f', `${host.home}/work/x`], { env });
    const id = await waitingId(held.out);
    const listed = await host.run(AGENT, ['list', '--json'], { env }).ended;
    expect(JSON.parse(listed.stdout).requests[0]).toMatchObject({ principal: 'agent:robot@ann' });
    const approval = host.person(BOB, ['approve', id], { where: 'service' });
    await sayYes(approval);
    expect(rubbedOut((await approval.ended).screen)).toContain('approved by person:bob');
    expect(await held.ended).toMatchObject({ status: 0 });
  });

  test('IPC-06 who has nothing to show is told what to do, and nothing is sent to a service that is not trusted', async () => {
    const nobody = await host.run(ANN, ['list']).ended;
    expect(nobody.status).toBe(77);
    expect(nobody.stderr).toContain('gate login');
    const env = [
      `GATE_TOKEN=${robot}`,
      'NODE_TLS_REJECT_UNAUTHORIZED=0',
      `NODE_EXTRA_CA_CERTS=${host.home}/elsewhere/ca.pem`,
      `SSL_CERT_FILE=${host.home}/elsewhere/ca.pem`,
    ];
    host.pointElsewhere('', '127.0.0.1');
    expect((await host.run(AGENT, ['list'], { env }).ended).status).toBe(0);
    try {
      host.trustNobodyElsewhere();
      const distrusted = await host.run(AGENT, ['list'], { env }).ended;
      expect(distrusted.status).toBe(69);
      expect(distrusted.stderr).toContain('its certificate does not hold');
    } finally {
      host.pointElsewhere();
    }
  });

  test('a token that is taken back is good for nothing at once, and what waits by it hears so', async () => {
    const token = await robotToken(host, 'waiter');
    const held = host.run(AGENT, ['--', 'rm', '-f', `${host.home}/work/w`], { env: [`GATE_TOKEN=${token}`] });
    await waitingId(held.out);
    const revoked = host.person(BOB, ['token', 'revoke', token.slice(5, 15)], { where: 'service' });
    expect((await revoked.ended).status).toBe(0);
    expect((await host.call('GET', '/v1/whoami', { token })).status).toBe(401);
    expect(await held.ended).toMatchObject({ status: 77, stderr: expect.stringContaining('does not know who calls') });
  });

  test('APP-05 what one agent asked another cannot see or end, whatever it knows of it', async () => {
    const other = await robotToken(host, 'other');
    const held = host.run(AGENT, ['--no-wait', '--', 'rm', '-f', `${host.home}/work/o`], {
      env: [`GATE_TOKEN=${robot}`],
    });
    const id = (await held.ended).stdout.trim();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await host.call('GET', `/v1/requests/${id}`, { token: robot })).status).toBe(200);
    const tries = [
      ['GET', ''],
      ['GET', '/record'],
      ['GET', '/changes'],
      ['POST', '/withdrawal', {}],
      ['POST', '/answers', { text: 'x' }],
      ['POST', '/revocation', {}],
    ] as const;
    for (const [method, what, body] of tries) {
      const { status } = await host.call(method, `/v1/requests/${id}${what}`, { token: other, ...(body && { body }) });
      expect({ what, status }).toEqual({ what, status: 404 });
    }
    expect((await host.call('GET', '/v1/requests', { token: other })).body.requests).toEqual([]);
    await host.run(AGENT, ['cancel', id], { env: [`GATE_TOKEN=${robot}`] }).ended;
  });

  test('on the unix socket the kernel alone says who calls; and who exists is read as it is now', async () => {
    const local = async (uid: number, ...more: readonly string[]) => {
      const curl = [
        '/usr/bin/curl',
        '-s',
        '--unix-socket',
        `${host.home}/run/gate.sock`,
        ...more,
        'http://gate/v1/whoami',
      ];
      return JSON.parse((await host.run(uid, curl, { where: 'service', program: true }).ended).stdout);
    };
    expect(await local(AGENT, '-H', `Authorization: Bearer ${robot}`)).toMatchObject({
      by: 'peer',
      principal: { id: 'agent:deploy@ann' },
    });
    host.directory({ owner: 'bob' });
    await until(async () => (await local(AGENT)).principal.id === 'agent:deploy@bob');
    host.directory();
  });

  test('a renewed certificate is shown after HUP, without a restart; one that does not fit leaves the old one', async () => {
    const names = () =>
      new Promise<string | undefined>((resolve) => {
        const socket = connect({ port: host.port, host: '127.0.0.1', servername: 'localhost', ca: host.authority.pem });
        socket.on('secureConnect', () => {
          resolve(socket.getPeerCertificate().subjectaltname);
          socket.destroy();
        });
      });
    const check = async () => (await host.run(0, ['serve', '--check'], { where: 'service' }).ended).stderr;
    const before = await names();
    expect(await check()).not.toMatch(/is not that of|expires in/);
    const soon = host.authority.issue(['DNS:localhost', 'IP:127.0.0.1', 'DNS:soon.example.com'], { days: 5 });
    host.certify({ ...soon, key: host.authority.issue(['DNS:x']).key });
    expect(await check()).toContain('is not that of the certificate');
    host.tell('SIGHUP');
    await until(() => host.said.includes('is not that of the certificate'));
    expect(await names()).toBe(before);
    host.certify(soon);
    expect(await check()).toMatch(/expires in \d days/);
    host.tell('SIGHUP');
    await until(async () => (await names())?.includes('soon.example.com') === true);
  });

  test('IPC-07 a connection that does not say what it wants is ended, and nobody takes them all', async () => {
    const ended = (socket: Socket) =>
      new Promise<string>((resolve) => {
        socket.on('error', () => {});
        socket.on('close', () => resolve('ended'));
      });
    const many = Array.from({ length: 300 }, () => tcp(host.port, '127.0.0.1'));
    let refused = 0;
    for (const socket of many) void ended(socket).then(() => (refused += 1));
    await until(() => refused >= 300 - 256);
    expect(refused).toBeLessThan(100);
    const [silent] = many.filter((each) => !each.destroyed);
    const waiting = silent && ended(silent);
    for (const socket of many) if (socket !== silent) socket.destroy();
    // One is silent before the handshake, one after it, one in the middle of a head.
    const tls = () => connect({ port: host.port, host: '127.0.0.1', servername: 'localhost', ca: host.authority.pem });
    await until(async () => (await host.call('GET', '/healthz').catch(() => undefined))?.status === 200);
    const [mute, slow] = [tls(), tls()];
    slow.write('GET /healthz HTTP/1.1\r\nHost: loc');
    expect(await Promise.all([waiting, ended(mute), ended(slow)])).toEqual(['ended', 'ended', 'ended']);
    expect((await host.call('GET', '/healthz')).status).toBe(200);
  });

  test('speaks TLS 1.2 and later, and nothing older', async () => {
    const protocol = (maxVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
      new Promise<string>((resolve) => {
        const socket = connect({
          port: host.port,
          host: '127.0.0.1',
          servername: 'localhost',
          ca: host.authority.pem,
          minVersion: 'TLSv1',
          maxVersion,
          ciphers: 'DEFAULT:@SECLEVEL=0',
        });
        socket.on('secureConnect', () => {
          resolve(socket.getProtocol() ?? '');
          socket.destroy();
        });
        socket.on('error', () => resolve('none'));
      });
    expect([await protocol('TLSv1.1'), await protocol('TLSv1.2'), await protocol('TLSv1.3')]).toEqual([
      'none',
      'TLSv1.2',
      'TLSv1.3',
    ]);
  });

  // The last one: this address has to wait afterwards.
  test('an address that shows one wrong token after the other has to wait, and none of them is in the log', async () => {
    const wrong = (index: number) => `gate_${String(index).padStart(10, '0')}_${'ab'.repeat(36)}`;
    const seen: number[] = [];
    for (let index = 0; index < 60 && !seen.includes(429); index++) {
      seen.push((await host.call('GET', '/v1/whoami', { token: wrong(index) })).status);
    }
    expect(new Set(seen)).toEqual(new Set([401, 429]));
    const { status, headers, body } = await host.call('GET', '/v1/whoami', { token: robot });
    expect({ status, body }).toMatchObject({ status: 429, body: { code: 'TOO_MANY' } });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await host.call('GET', '/healthz')).status).toBe(200);
    await until(async () => (await host.call('GET', '/v1/whoami', { token: robot })).status === 200);
    expect(host.said).not.toContain('ab'.repeat(36));
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about');
}
