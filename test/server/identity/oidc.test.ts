import { createHmac } from 'node:crypto';
import { base64url, CompactEncrypt, exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import type { People } from '../../../src/approval/people.ts';
import { type PipelineIssuer, templateOf } from '../../../src/config/oidc-schema.ts';
import type { Caller } from '../../../src/server/caller.ts';
import { pipelineCallers, pipelineOf } from '../../../src/server/identity/oidc.ts';
import type { Barred } from '../../../src/server/identity/peer.ts';
import { Issuer } from '../../kit/issuer.ts';
import { GITHUB, GITLAB } from './fixtures/claims.ts';

const PEOPLE: People = {
  source: 'config.yaml',
  people: [{ name: 'alice', os: ['alice'], sshKeys: [] }],
  groups: [],
  agents: [],
};
const AUDIENCE = 'gate.example.com';
const template = (text: string) => templateOf(text) ?? { literals: [''], claims: [] };

function configured(issuer: string, more: Partial<PipelineIssuer> = {}): PipelineIssuer {
  return {
    issuer,
    audience: AUDIENCE,
    pipeline: template('github/{repository}'),
    session: template('{run_id}'),
    owner: { claim: 'actor', people: { octocat: 'alice' } },
    when: [
      { claim: 'repository', patterns: ['example/shop'] },
      { claim: 'ref', patterns: ['refs/heads/main', 'refs/tags/v*'] },
    ],
    ...more,
  };
}

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

interface Place {
  readonly issuer: Issuer;
  readonly clock: { now: number };
  call(token: string): Promise<Caller | Barred>;
}

async function place(alg = 'RS256', more: Partial<PipelineIssuer> = {}): Promise<Place> {
  const issuer = await Issuer.start(alg);
  open.push(issuer);
  const clock = { now: Date.now() };
  const callers = pipelineCallers({ issuers: [configured(issuer.url, more)], now: () => clock.now });
  return { issuer, clock, call: (token) => callers.callerWith(token, PEOPLE) };
}

const CLAIMS: JWTPayload = { ...GITHUB, aud: AUDIENCE };
const barred = (why: string | RegExp) => ({
  barred: typeof why === 'string' ? `the token of the pipeline is refused: ${why}` : expect.stringMatching(why),
});

describe('a job of GitHub Actions', () => {
  test('is its repository, of the person who started it, in the session of its run', async () => {
    const { issuer, call } = await place();
    expect(await call(await issuer.sign(CLAIMS))).toEqual({
      principal: {
        kind: 'pipeline',
        id: 'pipeline:github/example/shop',
        owner: 'person:alice',
        known: 'oidc',
        session: '9876543210',
      },
      by: 'oidc',
      scopes: new Set(['run']),
    });
  });

  test('is the same in another attempt and another job of the run, and another in another run', async () => {
    const { issuer, call } = await place();
    const again = { ...CLAIMS, run_attempt: '3', jti: 'another', sub: 'repo:example/shop:environment:prod' };
    expect(await call(await issuer.sign(again))).toEqual(await call(await issuer.sign(CLAIMS)));
    const other = await call(await issuer.sign({ ...CLAIMS, run_id: '1' }));
    expect(other).toMatchObject({ principal: { id: 'pipeline:github/example/shop', session: '1' } });
  });

  test.each([
    ['another repository', { repository: 'example/shop2' }, 'its `repository` is not one that `when` lets in'],
    ['a fork', { repository: 'mallory/shop' }, 'its `repository` is not one that `when` lets in'],
    ['a prefix of it', { repository: 'example/sho' }, 'its `repository` is not one that `when` lets in'],
    ['another branch', { ref: 'refs/heads/main2' }, 'its `ref` is not one that `when` lets in'],
    ['a branch named like a tag', { ref: 'refs/heads/refs/tags/v1' }, 'its `ref` is not one that `when` lets in'],
    ['no branch', { ref: undefined }, 'its `ref` is not one that `when` lets in'],
    ['a list of branches', { ref: ['refs/heads/main'] }, 'its `ref` is not one that `when` lets in'],
    ['somebody nobody knows', { actor: 'mallory' }, 'its `actor` is nobody’s in `owner.people`'],
    ['somebody called like a method', { actor: 'constructor' }, 'its `actor` is nobody’s in `owner.people`'],
    ['nobody', { actor: undefined }, 'its `actor` is nobody’s in `owner.people`'],
    ['no run', { run_id: undefined }, 'the claims that name the run are not all there'],
    ['a run with an @', { run_id: 'a@b' }, 'the claims that name the run are not all there'],
  ])('from %s is nobody', async (_, claims, why) => {
    const { issuer, call } = await place();
    expect(await call(await issuer.sign({ ...CLAIMS, ...claims } as JWTPayload))).toEqual(barred(why));
  });

  test('from a tag that fits is let in', async () => {
    const { issuer, call } = await place();
    expect(await call(await issuer.sign({ ...CLAIMS, ref: 'refs/tags/v1.2' }))).toHaveProperty('principal');
  });

  test('whose owner left the directory is nobody', async () => {
    const { issuer } = await place();
    const callers = pipelineCallers({ issuers: [configured(issuer.url)], now: Date.now });
    const token = await issuer.sign(CLAIMS);
    expect(await callers.callerWith(token, { ...PEOPLE, people: [] })).toEqual(
      barred('its owner alice is not in the directory'),
    );
    expect(await callers.callerWith(token, undefined)).toEqual(barred('its owner alice is not in the directory'));
  });
});

describe('a job of GitLab', () => {
  test('is its project, and a retried job is the same', async () => {
    const { issuer, call } = await place('RS256', {
      pipeline: template('gitlab/{project_path}'),
      session: template('{pipeline_id}'),
      owner: { claim: 'user_login', people: { 'sample-user': 'alice' } },
      when: [
        { claim: 'project_path', patterns: ['example/*'] },
        { claim: 'ref_protected', patterns: ['true'] },
        { claim: 'runner_id', patterns: ['1'] },
      ],
    });
    const principal = { id: 'pipeline:gitlab/example/group/shop', owner: 'person:alice', session: '574' };
    const claims = { ...GITLAB, aud: [AUDIENCE] };
    expect(await call(await issuer.sign(claims))).toMatchObject({ principal });
    expect(await call(await issuer.sign({ ...claims, job_id: '303' }))).toMatchObject({ principal });
    expect(await call(await issuer.sign({ ...claims, ref_protected: 'false' }))).toHaveProperty('barred');
  });
});

describe('several entries of one issuer', () => {
  test('each have their audience and conditions; the first that fits counts', async () => {
    const issuer = await Issuer.start();
    open.push(issuer);
    const when = (repository: string) => [{ claim: 'repository', patterns: [repository] }];
    const issuers = [
      configured(issuer.url, { when: when('example/shop'), pipeline: template('github/{repository}:deploy') }),
      configured(issuer.url, { when: when('example/docs') }),
      configured(issuer.url, { when: when('example/other'), audience: 'other' }),
    ];
    const callers = pipelineCallers({ issuers, now: Date.now });
    const call = async (claims: JWTPayload) => callers.callerWith(await issuer.sign({ ...CLAIMS, ...claims }), PEOPLE);
    expect(await call({})).toMatchObject({ principal: { id: 'pipeline:github/example/shop:deploy' } });
    expect(await call({ repository: 'example/docs' })).toMatchObject({
      principal: { id: 'pipeline:github/example/docs' },
    });
    expect(await call({ repository: 'example/other' })).toHaveProperty('barred');
    expect(await call({ repository: 'example/other', aud: 'other' })).toHaveProperty('principal');
    expect(await call({ aud: 'other' })).toHaveProperty('barred');
  });
});

describe('the name of a pipeline', () => {
  const CHARACTERS = ['a', ':', '/'];
  const longer = (texts: readonly string[]) => texts.flatMap((text) => CHARACTERS.map((one) => text + one));
  const values = [CHARACTERS, longer(CHARACTERS), longer(longer(CHARACTERS))].flat();

  test.each(['x/{a}/{b}', 'x/{a}::{b}', 'x/{a}:a:{b}', 'x/{a}:{b}/'])('%s is another for other claims', (text) => {
    const owner = { claim: 'who', people: { o: 'alice' } };
    const wanted = configured('i', { pipeline: template(text), when: [], owner });
    const named = values.flatMap((a) =>
      values.flatMap((b) => {
        const caller = pipelineOf({ a, b, who: 'o', run_id: '1' }, wanted, PEOPLE);
        return 'barred' in caller ? [] : [caller.principal.id];
      }),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(new Set(named).size).toBe(named.length);
  });

  test.each(['a b', 'a\nb', 'a@b', 'ä', '', 'x'.repeat(257), '\u0000'])('never holds %j', (value) => {
    const when: PipelineIssuer['when'] = [];
    const found = pipelineOf({ ...GITHUB, repository: value }, configured('i', { when }), PEOPLE);
    expect(found).toEqual({ barred: 'the claims that name the pipeline are not all there, or not plain' });
  });
});

describe('every way to sign that is allowed', () => {
  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('%s', async (alg) => {
    const { issuer, call } = await place(alg);
    expect(await call(await issuer.sign(CLAIMS))).toHaveProperty('principal');
  });

  test.each(['RS384', 'RS512', 'ES384', 'ES512'])('and not %s', async (alg) => {
    const { issuer, call } = await place(alg);
    expect(await call(await issuer.sign(CLAIMS))).toEqual(barred('it is signed in a way that is not allowed'));
  });
});

/** A token put together by hand. */
const forged = (header: object | string, claims: object | string, signature = 'AAAA') =>
  [header, claims]
    .map((part) => base64url.encode(typeof part === 'string' ? part : JSON.stringify(part)))
    .concat(signature)
    .join('.');

describe('a hostile token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const full = (issuer: Issuer): JWTPayload => ({ ...CLAIMS, iss: issuer.url, iat: now(), exp: now() + 600 });

  test('without a signature', async () => {
    const { issuer, call } = await place();
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      expect(await call(forged({ alg, typ: 'JWT' }, full(issuer), ''))).toEqual(barred(/three parts in base64url/));
      expect(await call(forged({ alg, typ: 'JWT' }, full(issuer)))).toEqual(
        barred('it is signed in a way that is not allowed'),
      );
    }
  });

  test('signed with the public key as if it were a secret', async () => {
    const { issuer, call } = await place();
    const { jwk } = issuer.newest;
    const pem = await exportSPKI((await importJWK(jwk, 'RS256')) as never);
    for (const secret of [pem, pem.trim(), JSON.stringify(jwk), jwk.n ?? '']) {
      const start = forged({ alg: 'HS256', kid: jwk.kid, typ: 'JWT' }, full(issuer)).split('.').slice(0, 2).join('.');
      const mac = createHmac('sha256', secret).update(start).digest('base64url');
      expect(await call(`${start}.${mac}`)).toEqual(barred('it is signed in a way that is not allowed'));
    }
  });

  test('with a key of its own: in the header, or at an address in it that is never asked', async () => {
    const { issuer, call } = await place();
    const mine = await Issuer.start();
    open.push(mine);
    const { key, jwk } = mine.newest;
    for (const more of [
      { jwk },
      { jku: `${mine.url}/keys` },
      { x5u: `${mine.url}/cert` },
      { x5c: ['MIIB'] },
      { jwk, jku: `${mine.url}/keys`, x5u: `${mine.url}/cert` },
    ]) {
      const token = await new SignJWT(full(issuer))
        .setProtectedHeader({ alg: 'RS256', kid: issuer.newest.jwk.kid ?? '', typ: 'JWT', ...more })
        .sign(key);
      expect(await call(token)).toEqual(barred('its signature does not hold'));
    }
    expect(mine.asked).toEqual([]);
    // With its own issuer, which is not configured.
    expect(await call(await mine.sign(CLAIMS))).toEqual(barred('its issuer is not one that is configured'));
    expect(mine.asked).toEqual([]);
  });

  test('that names no key, or that of somebody else', async () => {
    const { issuer, call } = await place();
    expect(await call(await issuer.sign(CLAIMS, { kid: 'nonesuch' }))).toEqual(barred(/has no such key$/));
    // One key alone needs no name.
    expect(await call(await issuer.sign(CLAIMS, { kid: undefined }))).toHaveProperty('principal');
    const ec = await place('ES256');
    expect(await ec.call(await issuer.sign({ ...CLAIMS, iss: ec.issuer.url }))).toHaveProperty('barred');
  });

  test.each([
    ['for another service', { aud: 'https://github.com/example' }, 'it is for another service'],
    ['for nobody', { aud: undefined }, 'it is for another service'],
    ['for us and others', { aud: [AUDIENCE, 'other'] }, 'it is for others than this service too'],
    ['for a longer name', { aud: `${AUDIENCE}.evil` }, 'it is for another service'],
    ['of nobody', { sub: undefined }, 'its `sub` is not in order'],
    ['without end', { exp: undefined }, 'its `exp` is not in order'],
    ['with an end that is text', { exp: '9999999999' }, 'its `exp` is not in order'],
    ['without beginning', { iat: undefined }, 'its `iat` is not in order'],
    [
      'of another issuer',
      { iss: 'https://token.actions.githubusercontent.com' },
      'its issuer is not one that is configured',
    ],
    ['of two issuers', { iss: ['a', 'b'] }, 'its issuer is not one that is configured'],
    ['of no issuer', { iss: undefined }, 'its issuer is not one that is configured'],
  ])('%s', async (_, claims, why) => {
    const { issuer, call } = await place();
    expect(await call(await issuer.sign({ ...CLAIMS, ...claims } as JWTPayload))).toEqual(barred(why));
  });

  test('of an issuer that is spelled otherwise', async () => {
    const { issuer, call } = await place();
    for (const iss of [`${issuer.url}/`, issuer.url.toUpperCase(), `${issuer.url}#`, ` ${issuer.url}`, '__proto__']) {
      expect(await call(await issuer.sign({ ...CLAIMS, iss }))).toEqual(
        barred('its issuer is not one that is configured'),
      );
    }
  });

  test('whose clock is not ours: a minute is forgiven, no more', async () => {
    const { issuer, clock, call } = await place();
    const at = Math.floor(clock.now / 1000) * 1000;
    const token = await issuer.sign({ ...CLAIMS, nbf: at / 1000 }, {}, at);
    const when = async (seconds: number) => {
      clock.now = at + seconds * 1000;
      return call(token);
    };
    expect(await when(0)).toHaveProperty('principal');
    expect(await when(659)).toHaveProperty('principal');
    expect(await when(660)).toEqual(barred('it has expired'));
    expect(await when(-60)).toHaveProperty('principal');
    expect(await when(-61)).toEqual(barred('it is not good yet'));
    const future = await issuer.sign(CLAIMS, {}, at + 61_000);
    clock.now = at;
    expect(await call(future)).toEqual(barred('it is from the future'));
  });

  test('that is huge, empty, cut, encrypted, or of another form', async () => {
    const { issuer, call } = await place();
    const token = await issuer.sign(CLAIMS);
    expect(await call(await issuer.sign({ ...CLAIMS, junk: 'x'.repeat(16_384) }))).toEqual(
      barred('it is longer than 16384 characters'),
    );
    const { publicKey } = await generateKeyPair('RSA-OAEP');
    const jwe = await new CompactEncrypt(new TextEncoder().encode(token))
      .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' })
      .encrypt(publicKey);
    for (const text of ['', '.', '..', 'a.b.c', token.slice(0, -10), `${token}.`, `${token}=`, ` ${token}`, jwe]) {
      expect(await call(text)).toHaveProperty('barred');
    }
    // Every byte of it counts.
    const [header = '', claims = '', signature = ''] = token.split('.');
    const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    for (const at of [0, 5, 40]) {
      expect(await call([flip(header, at), claims, signature].join('.'))).toHaveProperty('barred');
      expect(await call([header, flip(claims, at), signature].join('.'))).toHaveProperty('barred');
      expect(await call([header, claims, flip(signature, at)].join('.'))).toHaveProperty('barred');
    }
  });

  test.each([
    ['a nested one', { cty: 'JWT' }],
    ['a critical extension', { crit: ['exp'], exp: 1 }],
    ['an unencoded payload', { crit: ['b64'], b64: false }],
    ['another type', { typ: 'at+jwt' }],
    ['another type', { typ: 'dpop+jwt' }],
    ['a logout', { typ: 'logout+jwt' }],
    ['compression', { zip: 'DEF' }],
  ])('whose header says %s', async (_, more) => {
    const { issuer, call } = await place();
    const { alg, kid } = issuer.newest.jwk;
    expect(await call(forged({ alg, kid, typ: 'JWT', ...more }, full(issuer)))).toEqual(
      barred('its header is not that of a signed token'),
    );
  });

  test('with a claim given twice, though it is well signed', async () => {
    const { issuer, call } = await place();
    const { key, jwk } = issuer.newest;
    const signed = async (claims: string) => {
      const { CompactSign } = await import('jose');
      return new CompactSign(new TextEncoder().encode(claims))
        .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '', typ: 'JWT' })
        .sign(key);
    };
    const plain = JSON.stringify(full(issuer));
    expect(await call(await signed(plain))).toHaveProperty('principal');
    for (const twice of [
      plain.replace('{', '{"repository":"mallory/shop",'),
      plain.replace('{', '{"repositor\\u0079":"mallory/shop",'),
      plain.replace('{', '{"more":{"a":1,"a":2},'),
      plain.replace('{', '{"more":[{"a":[{}],"b":"}","a":2}],'),
      plain.replace('{', '{"__proto__":{"repository":"x"},'),
      `[${plain}]`,
      `${plain} x`,
    ]) {
      expect(await call(await signed(twice))).toEqual(barred('its parts are no plain JSON objects'));
    }
    const nested = plain.replace('{', '{"more":{"repository":1,"b":["repository","repository"]},"other":{"b":1},');
    expect(await call(await signed(nested))).toHaveProperty('principal');
  });
});

describe('the keys of the issuer', () => {
  test('are asked for once, and again after ten minutes, so that a key taken out is good no more', async () => {
    const { issuer, clock, call } = await place();
    const token = await issuer.sign({ ...CLAIMS, exp: Math.floor(clock.now / 1000) + 3600 });
    await Promise.all([call(token), call(token), call(token)]);
    await call(token);
    expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
    await issuer.rotate();
    issuer.forget('key-1');
    clock.now += 10 * 60_000 - 1;
    expect(await call(token)).toHaveProperty('principal');
    clock.now += 1;
    expect(await call(token)).toEqual(barred(/has no such key$/));
  });

  test('are asked for again when a token names a new one, but at most twice a minute', async () => {
    const { issuer, clock, call } = await place();
    await call(await issuer.sign(CLAIMS));
    await issuer.rotate();
    const fresh = await issuer.sign(CLAIMS);
    for (let count = 0; count < 50; count++) await call(await issuer.sign(CLAIMS, { kid: `guess-${count}` }));
    expect(issuer.asked).toHaveLength(2);
    clock.now += 30_000;
    expect(await call(fresh)).toHaveProperty('principal');
    expect(issuer.asked).toHaveLength(4);
    expect(await call(await issuer.sign(CLAIMS, { kid: 'guess' }))).toEqual(barred(/has no such key$/));
    expect(issuer.asked).toHaveLength(4);
  });

  test('that are known go on while the issuer is away, for a day; a new one is refused', async () => {
    const { issuer, clock, call } = await place();
    const lasting = { exp: Math.floor(clock.now / 1000) + 10 * 86_400 };
    const token = await issuer.sign({ ...CLAIMS, ...lasting });
    await call(token);
    await issuer.rotate();
    const fresh = await issuer.sign({ ...CLAIMS, ...lasting });
    issuer.instead.set('/keys', (response) => {
      response.statusCode = 503;
      response.end();
    });
    clock.now += 23 * 3_600_000;
    expect(await call(token)).toHaveProperty('principal');
    expect(await call(fresh)).toEqual(barred(/has no such key$/));
    clock.now += 3_600_000;
    expect(await call(token)).toEqual(barred(/cannot be had: it answered 503$/));
    issuer.instead.clear();
    clock.now += 30_000;
    expect(await call(fresh)).toHaveProperty('principal');
  });

  const cases: [string, (issuer: Issuer, other: Issuer) => void, RegExp][] = [
    [
      'are of another issuer',
      (issuer) => (issuer.discovery = { issuer: 'https://other.example.com' }),
      /another issuer/,
    ],
    ['are nowhere', (issuer) => (issuer.discovery = { jwks_uri: undefined }), /names no keys/],
    ['are in a file', (issuer) => (issuer.discovery = { jwks_uri: 'file:///etc/passwd' }), /names no keys/],
    ['are at a plain address', (issuer) => (issuer.discovery = { jwks_uri: 'http://10.0.0.1/keys' }), /names no keys/],
    [
      'are said to be elsewhere by a redirect',
      (issuer, other) => {
        issuer.instead.set('/keys', (response) => {
          response.writeHead(302, { location: `${other.url}/keys` });
          response.end();
        });
      },
      /it answered 302/,
    ],
    [
      'are more than anybody needs',
      (issuer) => {
        issuer.instead.set('/keys', (response) =>
          response.end(JSON.stringify({ keys: Array(101).fill({ kty: 'RSA' }) })),
        );
      },
      /more than 100 keys/,
    ],
    [
      'never end',
      (issuer) => {
        issuer.instead.set('/keys', (response) => {
          response.on('error', () => {});
          const more = () => {
            while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20)));
          };
          response.on('drain', more);
          more();
        });
      },
      /larger than 262144 bytes/,
    ],
    [
      'are no JSON',
      (issuer) => void issuer.instead.set('/keys', (response) => response.end('<html>')),
      /cannot be had/,
    ],
    [
      'are no keys',
      (issuer) => void issuer.instead.set('/keys', (response) => response.end('{"keys":7}')),
      /no set of keys/,
    ],
  ];
  test.each(cases)('that %s are not taken', async (_, spoil, why) => {
    const { issuer, call } = await place();
    const other = await Issuer.start();
    open.push(other);
    spoil(issuer, other);
    expect(await call(await issuer.sign(CLAIMS))).toEqual(barred(why));
    expect(other.asked).toEqual([]);
  });

  test('of a server that is not there are not had, and it is not asked at every call', async () => {
    const { issuer, call } = await place();
    const token = await issuer.sign(CLAIMS);
    await open.pop()?.[Symbol.asyncDispose]();
    expect(await call(token)).toEqual(barred(/cannot be had: ECONNREFUSED/));
    expect(await call(token)).toEqual(barred(/cannot be had/));
  });
});
