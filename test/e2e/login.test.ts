import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import type { People } from '../../src/approval/people.ts';
import { projected } from '../../src/approval/projection.ts';
import type { Stream } from '../../src/broker/steps.ts';
import { tokens } from '../../src/broker/tokens.ts';
import { type LoginOptions, type LoginService, login } from '../../src/cli/login/login.ts';
import { keepSession, keptSession, type Session } from '../../src/config/session-file.ts';
import type { Claimed } from '../../src/server/caller.ts';
import { type Logins, logins } from '../../src/server/identity/login.ts';
import { isBarred } from '../../src/server/identity/peer.ts';
import { tokenCallers } from '../../src/server/identity/token.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { Issuer } from '../kit/issuer.ts';

const PEOPLE: People = {
  source: 'config.yaml',
  people: [
    { name: 'alice', os: ['alice'], sshKeys: [], email: ['alice@example.com'] },
    { name: 'bob', os: ['bob'], sshKeys: [], email: ['bob@example.com', 'subject-7'] },
  ],
  groups: [{ name: 'operators', members: ['bob'] }],
  agents: [],
};
const ALICE: JWTPayload = { sub: 'a1', email: 'Alice@example.com', email_verified: true };
const AT_DESK: Claimed = { tty: true };

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Place {
  readonly issuer: Issuer;
  readonly clock: { now: number };
  readonly logins: Logins;
  readonly directory: string;
  readonly store: SqliteStore<Stream>;
  callerWith(token: string): ReturnType<ReturnType<typeof tokenCallers>['callerWith']>;
}

/** A service with a log of its own, and an issuer. */
async function place(claim = 'email'): Promise<Place> {
  const issuer = await Issuer.start();
  const directory = mkdtempSync(join(tmpdir(), 'gate-login-'));
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const store = new SqliteStore<Stream>({ path: join(directory, 'log', 'audit.db'), project: projected, now, random });
  closing.push(
    () => rmSync(directory, { recursive: true }),
    () => store.close(),
    () => issuer[Symbol.asyncDispose](),
  );
  const people = async () => PEOPLE;
  const lasting = { usual: 60, longest: 60 };
  return {
    ...{ issuer, clock, directory, store },
    logins: logins({
      login: { issuer: issuer.url, clientId: 'gate', claim, lasts: 12 * 3600 },
      tokens: tokens({ store, people, lasting, now, random }),
      ...{ people, now, random },
    }),
    callerWith: (token) => tokenCallers({ store, now }).callerWith(token, undefined, PEOPLE),
  };
}

/** What the API does between the two sides. */
function serviceOf({ logins: side }: Place, claimed = AT_DESK): LoginService {
  return {
    name: 'https://gate.example.com',
    begin: async () => side.begin(),
    async finish(idToken, purpose) {
      const done = await side.finish(idToken, purpose, claimed);
      if (isBarred(done)) return { kind: 'refused', why: done.barred };
      if (done.kind === 'refused') return done;
      return { kind: 'in', token: done.token, person: done.issued.principal.id, expires: done.issued.expires };
    },
  };
}

const atDesk = {
  identified: { principal: { kind: 'person', id: 'person:alice', known: 'os' }, why: [], supervised: false },
  tty: true,
} as const;

async function run(at: Place, more: Partial<LoginOptions> = {}, actor: Parameters<typeof login>[1] = atDesk) {
  let said = '';
  const options: LoginOptions = {
    ...{ purpose: 'answer', device: false, file: join(at.directory, 'session.json') },
    open: (address) => void at.issuer.browse(address).catch(() => {}),
    signal: AbortSignal.timeout(20_000),
    ...more,
  };
  const stderr = (text: string) => {
    said += text;
  };
  const io = { stdout: () => {}, stderr, stderrIsTerminal: false };
  const status = await login(serviceOf(at), actor, options, io);
  return { status, said };
}

const kept = (at: Place, now = at.clock.now) =>
  keptSession(join(at.directory, 'session.json'), 'https://gate.example.com', now);

describe('gate login in a browser', () => {
  test('gives a session that reads and votes, in a file that nobody else can read', async () => {
    const at = await place();
    at.issuer.person = ALICE;
    const { status, said } = await run(at);
    expect(said).toContain('you are person:alice until');
    expect(status).toBe(0);
    expect(statSync(join(at.directory, 'session.json')).mode & 0o777).toBe(0o600);
    const session = kept(at);
    expect(session).toMatchObject({ person: 'person:alice', purpose: 'answer' });
    expect(await at.callerWith(session?.token ?? '')).toEqual({
      principal: { kind: 'person', id: 'person:alice', known: 'oidc' },
      by: 'login',
      token: session?.token.slice(5, 15),
      scopes: new Set(['read', 'vote']),
    });
    expect(said).not.toContain(session?.token.slice(16));
    at.clock.now += 12 * 3_600_000;
    expect(await at.callerWith(session?.token ?? '')).toHaveProperty('barred');
    expect(kept(at)).toBeUndefined();
  });

  test('to ask gives one that runs commands, and neither reads nor votes (CH-11)', async () => {
    const at = await place();
    at.issuer.person = { sub: 'b', email: 'bob@example.com', email_verified: true };
    expect(await run(at, { purpose: 'ask' })).toMatchObject({ status: 0 });
    expect(await at.callerWith(kept(at)?.token ?? '')).toMatchObject({ scopes: new Set(['run']) });
  });

  test('is refused by the person: 77', async () => {
    const at = await place();
    expect(await run(at)).toMatchObject({ status: 77, said: expect.stringContaining('was told no') });
    expect(kept(at)).toBeUndefined();
  });

  test('waits for its own answer: what comes without its state, elsewhere or for another host changes nothing (CH-09)', async () => {
    const at = await place();
    at.issuer.person = ALICE;
    const answers: number[] = [];
    const send = (address: URL, host?: string, method = 'GET') =>
      new Promise<void>((resolve) => {
        const headers = host === undefined ? {} : { host };
        const request = get(address, { method, headers, agent: false }, (response) => {
          answers.push(response.statusCode ?? 0);
          response.resume().on('end', resolve);
        });
        request.end();
      });
    const done = await run(at, {
      open: async (address) => {
        const url = new URL(address);
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        const state = url.searchParams.get('state') ?? '';
        const with_ = (query: string) => new URL(`${back.pathname}?${query}`, back);
        await send(with_('code=stolen&state=guess'));
        await send(with_('code=stolen'));
        await send(with_(`code=stolen&state=${state}&state=x`));
        await send(new URL(`/other?code=stolen&state=${state}`, back));
        await send(with_(`code=stolen&state=${state}`), 'evil.example.com');
        await send(with_(`code=stolen&state=${state}`), undefined, 'POST');
        await at.issuer.browse(address);
      },
    });
    expect(answers).toEqual([400, 400, 400, 400, 400, 400]);
    expect(done.status).toBe(0);
  });

  test('takes no answer of another login, and no code that another verifier asked for', async () => {
    const at = await place();
    at.issuer.person = ALICE;
    const stolen = await run(at, {
      open: (address) => {
        const url = new URL(address);
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        back.searchParams.set('code', 'of-another-login');
        fetch(back).catch(() => {});
      },
    }).catch((error: unknown) => error);
    expect(stolen).toMatchObject({ code: 'CHANNEL_UNAVAILABLE', message: expect.stringContaining('invalid_grant') });
    at.issuer.keepsNonce = false;
    await expect(run(at)).rejects.toMatchObject({ code: 'CHANNEL_UNAVAILABLE' });
    expect(kept(at)).toBeUndefined();
  });

  test('is broken off without leaving anything behind: 76', async () => {
    const at = await place();
    const stop = new AbortController();
    let back = '';
    const open = (address: string) => {
      back = new URL(address).searchParams.get('redirect_uri') ?? '';
      stop.abort();
    };
    expect(await run(at, { open, signal: stop.signal })).toMatchObject({ status: 76 });
    await expect(fetch(back)).rejects.toThrow();
  });

  test('sends nobody to an address that is none of a web page', async () => {
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'http://elsewhere.example.com/', '']) {
      const at = await place();
      at.issuer.discovery = { authorization_endpoint: address };
      const opened: string[] = [];
      await expect(run(at, { open: (each) => opened.push(each) })).rejects.toMatchObject({
        code: 'CHANNEL_UNAVAILABLE',
      });
      expect(opened).toEqual([]);
    }
  });

  test('of an issuer that is away or another one is an error: 69, and nothing is kept', async () => {
    const at = await place();
    at.issuer.discovery = { issuer: 'https://other.example.com' };
    await expect(run(at)).rejects.toMatchObject({ code: 'CHANNEL_UNAVAILABLE' });
    await at.issuer[Symbol.asyncDispose]();
    await expect(run(at)).rejects.toMatchObject({
      code: 'CHANNEL_UNAVAILABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    closing.pop();
  });
});

describe('gate login by a device', () => {
  test('asks until the person has typed the code', async () => {
    const at = await place();
    const asked = () => at.issuer.asked.filter((path) => path === '/token').length;
    const watch = setInterval(() => {
      if (asked() >= 1) at.issuer.person = ALICE;
    }, 20);
    const { status, said } = await run(at, { device: true });
    clearInterval(watch);
    expect(said).toContain('WDJB-MJHT');
    expect(said).toContain(`${at.issuer.url}/go`);
    expect(status).toBe(0);
    expect(asked()).toBeGreaterThanOrEqual(2);
    expect(kept(at)).toMatchObject({ person: 'person:alice' });
  });

  test.each([
    ['access_denied', 77],
    ['expired_token', 76],
  ])('ends with %s: %i', async (error, status) => {
    const at = await place();
    at.issuer.instead.set('/token', (response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error }));
    });
    expect(await run(at, { device: true })).toMatchObject({ status });
  });

  test('shows what the issuer says without letting it move the cursor', async () => {
    const at = await place();
    at.issuer.instead.set('/device', (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const code = 'A\u001b[2J\u202eB';
      const uri = `${at.issuer.url}/go`;
      response.end(
        JSON.stringify({ device_code: 'd', user_code: code, verification_uri: uri, expires_in: 1, interval: 1 }),
      );
    });
    const { said } = await run(at, { device: true });
    expect(said).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('whoever logs in', () => {
  const AGENT = { kind: 'agent', id: 'agent:claude-code@alice', owner: 'person:alice', known: 'claimed' } as const;
  test.each([
    ['an agent (SELF-05)', { ...atDesk, identified: { principal: AGENT, why: [], supervised: true } }],
    ['a person under an agent or gate', { ...atDesk, identified: { ...atDesk.identified, supervised: true } }],
    ['nobody at a terminal', { ...atDesk, tty: false }],
  ])('is not %s: 77, and the issuer is not even asked', async (_, actor) => {
    const at = await place();
    at.issuer.person = ALICE;
    expect(await run(at, {}, actor)).toMatchObject({ status: 77 });
    expect(at.issuer.asked).toEqual([]);
  });

  test.each<[string, Claimed]>([
    ['an agent', { kind: 'agent', tty: true }],
    ['a pipeline', { kind: 'pipeline', tty: true }],
    ['supervised', { supervised: true, tty: true }],
    ['without a terminal', { tty: false }],
  ])('and says to be %s is refused by the service too', async (_, claimed) => {
    const at = await place();
    const token = await at.issuer.sign({ ...ALICE, aud: 'gate' });
    expect(await at.logins.finish(token, 'answer', claimed)).toHaveProperty('barred');
    expect(await at.logins.finish(token, 'answer', AT_DESK)).toHaveProperty('token');
  });
});

describe('the word of the issuer', () => {
  const finish = async (at: Place, claims: JWTPayload, header = {}, signed = Date.now()) =>
    at.logins.finish(await at.issuer.sign({ aud: 'gate', ...claims }, header, signed), 'answer', AT_DESK);
  const refused = (why: string) => ({ barred: `the token of the login is refused: ${why}` });

  test.each<[string, JWTPayload, string]>([
    ['for another client', { ...ALICE, aud: 'other' }, 'it is for another service'],
    ['for two', { ...ALICE, aud: ['gate', 'other'] }, 'it is for others than this service too'],
    ['made for another client', { ...ALICE, azp: 'other' }, 'it was made for another client'],
    ['without an address', { sub: 'a' }, 'it has no `email`'],
    [
      'with an address nobody verified',
      { ...ALICE, email_verified: false },
      'its `email` is not verified by the issuer',
    ],
    ['that says so in text', { ...ALICE, email_verified: 'true' }, 'its `email` is not verified by the issuer'],
    ['that does not say', { ...ALICE, email_verified: undefined }, 'its `email` is not verified by the issuer'],
    ['of a nonce nobody gave out', { ...ALICE, nonce: 'x' }, 'it is of another login'],
    ['of a nonce that is no text', { ...ALICE, nonce: null }, 'it is of another login'],
  ])('%s is refused', async (_, claims, why) => {
    const at = await place();
    expect(await finish(at, claims)).toEqual(refused(why));
  });

  test('about a stranger, or two people, is nobody', async () => {
    const at = await place();
    expect(await finish(at, { ...ALICE, email: 'mallory@example.com' })).toHaveProperty('barred');
    expect(await finish(at, { ...ALICE, email: ['alice@example.com'] as never })).toHaveProperty('barred');
  });

  test('counts once, and a few minutes', async () => {
    const at = await place();
    const token = await at.issuer.sign({ ...ALICE, aud: 'gate' });
    const both = await Promise.all([1, 2].map(() => at.logins.finish(token, 'answer', AT_DESK)));
    expect(both.filter((done) => 'token' in done)).toHaveLength(1);
    expect(await at.logins.finish(token, 'answer', AT_DESK)).toEqual(refused('it was used already'));
    expect(await finish(at, ALICE, {}, Date.now() - 5 * 60_000 - 2_000)).toEqual(refused('it is too old for a login'));
  });

  test('of a nonce counts for that login only, and ten minutes', async () => {
    const at = await place();
    const { nonce } = at.logins.begin();
    expect(await finish(at, { ...ALICE, nonce })).toHaveProperty('token');
    expect(await finish(at, { ...ALICE, nonce, jti: 'again' })).toEqual(refused('it is of another login'));
    const late = at.logins.begin().nonce;
    at.clock.now += 10 * 60_000;
    expect(await finish(at, { ...ALICE, nonce: late }, {}, at.clock.now)).toEqual(refused('it is of another login'));
  });

  test('may be looked for by another claim that the directory lists', async () => {
    const at = await place('sub');
    expect(await finish(at, { sub: 'subject-7' })).toMatchObject({ issued: { principal: { id: 'person:bob' } } });
    expect(await finish(at, { sub: 'SUBJECT-7' })).toHaveProperty('barred');
  });

  test('of thousands of logins that nobody finishes leaves no more than a thousand', async () => {
    const at = await place();
    const first = at.logins.begin().nonce;
    for (let count = 0; count < 1_000; count++) at.logins.begin();
    expect(await finish(at, { ...ALICE, nonce: first })).toEqual(refused('it is of another login'));
    expect(await finish(at, { ...ALICE, nonce: at.logins.begin().nonce })).toHaveProperty('token');
  });
});

describe('the file of the session', () => {
  const session: Session = {
    version: 1,
    service: 'https://gate.example.com',
    token: `gate_${'0'.repeat(10)}_${'0'.repeat(72)}`,
    person: 'person:alice',
    purpose: 'answer',
    expires: 2_000_000_000_000,
  };
  const SERVICE = session.service;

  function file(): string {
    const directory = mkdtempSync(join(tmpdir(), 'gate-session-'));
    closing.push(() => rmSync(directory, { recursive: true }));
    return join(directory, 'deep', 'session.json');
  }

  test('is for one service, until its end', () => {
    const path = file();
    expect(keptSession(path, SERVICE, 0)).toBeUndefined();
    keepSession(path, session, random);
    keepSession(path, session, random);
    expect(keptSession(path, SERVICE, session.expires - 1)).toEqual(session);
    expect(keptSession(path, SERVICE, session.expires)).toBeUndefined();
    expect(keptSession(path, 'https://evil.example.com', 0)).toBeUndefined();
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  });

  test('is refused when others can read it, when it is a link, or holds anything else', () => {
    const path = file();
    keepSession(path, session, random);
    for (const mode of [0o640, 0o604, 0o620]) {
      chmodSync(path, mode);
      expect(() => keptSession(path, SERVICE, 0)).toThrow('only you can read');
    }
    chmodSync(path, 0o600);
    symlinkSync(path, `${path}.link`);
    expect(() => keptSession(`${path}.link`, SERVICE, 0)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    for (const text of ['', '{', 'null', '[]', readFileSync(path, 'utf8').replace('gate_', 'x_'), '{"version":2}']) {
      writeFileSync(path, text);
      expect(() => keptSession(path, SERVICE, 0)).toThrow('holds no session');
    }
  });
});
