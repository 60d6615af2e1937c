import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { People } from '../../src/approval/people.ts';
import { logins } from '../../src/server/identity/login.ts';
import { webIssuer } from '../../src/server/identity/web-login.ts';
import { Issuer } from '../kit/issuer.ts';
import { ORIGIN } from '../kit/passkey.ts';
import { random } from '../kit/queue.ts';
import { type Browser, PEOPLE, WebDesk } from '../kit/web.ts';

const LISTED: People = {
  ...PEOPLE,
  people: PEOPLE.people.map((each) => ({ ...each, email: [`${each.name}@example.com`] })),
};
const BOB = { sub: 'b1', email: 'bob@example.com', email_verified: true };

let issuer: Issuer;
let desk: WebDesk;
beforeEach(async () => {
  issuer = await Issuer.start();
  issuer.person = BOB;
  const side = logins({
    login: { issuer: issuer.url, clientId: 'gate', claim: 'email', lasts: 3600 },
    tokens: {
      login: async () => {
        throw new Error('a session of the pages is no token of the API');
      },
    },
    people: async () => LISTED,
    ...{ now: () => Date.now(), random },
  });
  desk = new WebDesk({ issuer: webIssuer(side) });
});
afterEach(async () => {
  desk[Symbol.dispose]();
  await issuer[Symbol.asyncDispose]();
});

/** Where the issuer's page is, as the browser is told. */
async function begun(browser: Browser, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, text } = await browser.post('/sign-in/issuer', fields);
  expect(status).toBe(200);
  return /content="0;url=([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

/** The person agrees there, and the browser is sent back: from another site. */
async function back(address: string): Promise<string> {
  const { headers } = await fetch(address, { redirect: 'manual' });
  const url = new URL(headers.get('location') ?? '');
  expect(url.origin).toBe(ORIGIN);
  return `${url.pathname}${url.search}`;
}

const FOLLOWED = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };

describe('CH-09: signing in by the issuer', () => {
  test('opens a session of that person, whose votes are `oidc`, and leads to the request that was opened', async () => {
    const id = await desk.ask();
    const bob = desk.browser();
    const address = await begun(bob, { to: id });
    const asked = new URL(address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', client_id: 'gate', scope: 'openid email' },
      redirect_uri: `${ORIGIN}/sign-in/callback`,
    });
    const done = await bob.get(await back(address), FOLLOWED);
    expect(done.text).toContain(`content="0;url=/r/${id}"`);
    expect([...bob.cookies.keys()]).toEqual(['__Host-gate']);
    await bob.fill(`/r/${id}`, `/r/${id}/approve`);
    expect((await desk.broker.get(id)).view.votes).toMatchObject([{ voter: 'person:bob', evidence: 'oidc' }]);
  });

  test('is for the browser that began it, once, and with its state', async () => {
    const bob = desk.browser();
    const path = await back(await begun(bob));
    expect((await desk.browser().get(path, FOLLOWED)).status).toBe(403);
    const other = desk.browser();
    await begun(other);
    expect((await other.get(path, FOLLOWED)).status).toBe(403);
    expect((await bob.get(path, FOLLOWED)).status).toBe(200);
    expect((await bob.get(path, FOLLOWED)).status).toBe(403);
    for (const change of [/state=[^&]*/, /code=[^&]*/]) {
      const browser = desk.browser();
      const wrong = (await back(await begun(browser))).replace(change, (found) => `${found.slice(0, -4)}AAAA`);
      expect((await browser.get(wrong, FOLLOWED)).status).toBe(403);
      expect(browser.cookies.has('__Host-gate')).toBe(false);
    }
  });

  test('is refused for strangers, unverified addresses, tokens of another login, and a no', async () => {
    const refused = async () => {
      const browser = desk.browser();
      const { status } = await browser.get(await back(await begun(browser)), FOLLOWED);
      expect(browser.cookies.has('__Host-gate')).toBe(false);
      return status;
    };
    issuer.person = { ...BOB, email: 'mallory@example.com' };
    expect(await refused()).toBe(403);
    issuer.person = { ...BOB, email_verified: false };
    expect(await refused()).toBe(403);
    issuer.person = BOB;
    issuer.keepsNonce = false;
    expect(await refused()).toBe(403);
    issuer.keepsNonce = true;
    issuer.person = undefined;
    expect(await refused()).toBe(403);
    issuer.person = BOB;
    desk.pass(601);
    const late = desk.browser();
    const path = await back(await begun(late));
    desk.pass(601);
    expect((await late.get(path, FOLLOWED)).status).toBe(403);
  });

  test('says that it cannot, when the issuer is away', async () => {
    issuer.instead.set('/.well-known/openid-configuration', (response) => response.writeHead(500).end());
    expect((await desk.browser().post('/sign-in/issuer', {})).status).toBe(503);
  });
});
