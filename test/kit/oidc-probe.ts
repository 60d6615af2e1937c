/**
 * What the service and its client do with tokens, under whichever runtime runs this: one line of JSON. The executable is
 * Bun; the tests beside it run under Node.
 */

import { browserLogin } from '../../src/cli/login/browser.ts';
import { deviceLogin } from '../../src/cli/login/device.ts';
import { templateOf } from '../../src/config/oidc-schema.ts';
import { issuerKeys } from '../../src/server/identity/issuer-keys.ts';
import { verified } from '../../src/server/identity/jwt.ts';
import { pipelineCallers } from '../../src/server/identity/oidc.ts';
import { Issuer } from './issuer.ts';

const template = templateOf('ci/{sub}') ?? { literals: [''], claims: [] };
const people = { source: '', people: [{ name: 'alice', os: [], sshKeys: [] }], groups: [], agents: [] };
const seen: Record<string, unknown> = {};

for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS512']) {
  await using issuer = await Issuer.start(alg);
  const owner = { claim: 'who', people: { a: 'alice' } };
  const wanted = { issuer: issuer.url, audience: 'gate', pipeline: template, owner, when: [] };
  const callers = pipelineCallers({ issuers: [wanted], now: Date.now });
  const call = async (token: string) => {
    const caller = await callers.callerWith(token, people);
    return 'barred' in caller ? caller.barred : caller.principal.id;
  };
  const token = await issuer.sign({ aud: 'gate', who: 'a' });
  seen[alg] = [await call(token), await call(`${token.slice(0, -8)}AAAAAAAA`)];
}

{
  await using issuer = await Issuer.start();
  const fails = async (path: string, answer: (typeof issuer)['instead'] extends Map<string, infer A> ? A : never) => {
    issuer.instead.set(path, answer);
    const keys = issuerKeys({ issuer: issuer.url, now: Date.now });
    const token = await issuer.sign({ aud: 'gate' });
    const found = await verified(token, { keysOf: () => keys, audience: () => ['gate'], now: Date.now });
    issuer.instead.clear();
    return 'refused' in found ? found.refused.replace(issuer.url, 'ISSUER') : 'verified';
  };
  seen['redirect'] = await fails('/keys', (response) => response.writeHead(302, { location: '/other' }).end());
  seen['large'] = await fails('/keys', (response) => response.end(' '.repeat(300_000)));
  seen['html'] = (await fails('/keys', (response) => response.end('<html>'))).replace(/: .*$/, '');
  issuer.person = { email: 'a@example.com' };
  const who = { issuer: issuer.url, clientId: 'gate', nonce: 'n1' };
  const signal = AbortSignal.timeout(20_000);
  const browser = await browserLogin(who, (address) => void issuer.browse(address), signal);
  seen['browser'] = browser.kind;
  seen['device'] = (await deviceLogin(who, () => {}, signal)).kind;
  issuer.person = undefined;
  seen['denied'] = (await browserLogin(who, (address) => void issuer.browse(address), signal)).kind;
}

process.stdout.write(`${JSON.stringify(seen)}\n`);
process.exit(0);
