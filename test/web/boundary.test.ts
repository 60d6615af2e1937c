import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ORIGIN } from '../kit/passkey.ts';
import { type Browser, PEOPLE, WebDesk } from '../kit/web.ts';

let desk: WebDesk;
let bob: Browser;
beforeEach(async () => {
  desk = new WebDesk();
  bob = await desk.signedIn('person:bob');
});
afterEach(() => desk[Symbol.dispose]());

const size = async () => (await desk.store.head()).size;
const OWN = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };

describe('CH-07: links that act', () => {
  test('there are none: every page that is read changes nothing, in a session or without one', async () => {
    const id = await desk.ask();
    const before = await size();
    const paths = ['/', '/history', '/grants', '/account', `/r/${id}`, `/r/${id.slice(-8)}`, '/changes', '/sign-in'];
    const acts = ['approve', 'deny', 'question', 'answer', 'withdraw', 'revoke', 'review', 'statement'];
    const forms = [...acts.map((act) => `/r/${id}/${act}`), '/sign-out', '/account/remove', '/account/passkey'];
    for (const browser of [bob, desk.browser()]) {
      for (const path of [...paths, ...forms]) {
        const { headers } = await browser.get(`${path}?approve=1&token=x`);
        expect(headers.get('referrer-policy')).toBe('same-origin');
        expect(headers.get('cache-control')).toBe('no-store');
      }
    }
    expect(await size()).toBe(before);
    expect((await bob.get('/')).status).toBe(200);
    // And nothing else than the two ways of asking is answered.
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      expect((await bob.ask(method, `/r/${id}/approve`, OWN)).status).toBe(405);
    }
  });

  test('looking at a link of a sign-in does not use it up; using it does', async () => {
    const url = new URL(desk.inbox.link('person:ann').url);
    expect(url.origin).toBe(ORIGIN);
    const ann = desk.browser();
    const path = `${url.pathname}${url.search}`;
    for (let time = 0; time < 3; time++) expect((await ann.get(path)).text).toContain('sign in as person:ann?');
    const once = url.searchParams.get('once') ?? '';
    expect((await ann.post('/sign-in/link', { once })).status).toBe(303);
    expect((await desk.browser().post('/sign-in/link', { once })).status).toBe(404);
    expect((await desk.browser().get(path)).status).toBe(404);
  });

  test('a link is good for a minute, for its person, and while they exist', async () => {
    const once = () => new URL(desk.inbox.link('person:ann').url).searchParams.get('once') ?? '';
    const late = once();
    desk.pass(61);
    expect((await desk.browser().post('/sign-in/link', { once: late })).status).toBe(404);
    const gone = once();
    desk.people = { ...PEOPLE, people: PEOPLE.people.filter(({ name }) => name !== 'ann') };
    const browser = desk.browser();
    expect((await browser.post('/sign-in/link', { once: gone })).status).toBe(403);
    expect(browser.cookies.size).toBe(0);
  });
});

describe('CH-08: requests of other pages', () => {
  const forged: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: '' }],
    ['an opaque origin', { origin: 'null' }],
    ['the same host on another port', { origin: `${ORIGIN}:8443` }],
    ['the same host without TLS', { origin: ORIGIN.replace('https', 'http') }],
    ['an origin that begins like ours', { origin: `${ORIGIN}.evil.example` }],
    ['another site, by the browser’s word', { 'sec-fetch-site': 'cross-site' }],
    ['another page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['nobody, by the browser’s word', { 'sec-fetch-site': 'none' }],
  ];
  test.each(forged)('with %s change nothing', async (_, headers) => {
    const id = await desk.ask();
    const sent = await bob.form(`/r/${id}`, `/r/${id}/approve`);
    const before = await size();
    const shown = Object.fromEntries(Object.entries({ ...OWN, ...headers }).filter(([, value]) => value !== ''));
    const body = new URLSearchParams(sent).toString();
    for (const path of [`/r/${id}/approve`, '/sign-out', '/sign-in/link', '/sign-in/issuer'])
      expect((await bob.ask('POST', path, shown, body)).status).toBe(403);
    expect(await size()).toBe(before);
    expect((await bob.get('/')).status).toBe(200);
  });

  test('without the token of the session, or with that of another, change nothing', async () => {
    const id = await desk.ask();
    const other = await (await desk.signedIn('person:bob')).form(`/r/${id}`, `/r/${id}/approve`);
    const sent = await bob.form(`/r/${id}`, `/r/${id}/approve`);
    for (const token of ['', 'x', other['token'] ?? '', `${sent['token']}x`]) {
      expect((await bob.post(`/r/${id}/approve`, { ...sent, token })).status).toBeGreaterThanOrEqual(400);
    }
    expect((await desk.broker.get(id)).view.votes).toEqual([]);
  });

  test('in any other form than ours, with a field twice, or too long, change nothing', async () => {
    const id = await desk.ask();
    const body = new URLSearchParams(await bob.form(`/r/${id}`, `/r/${id}/deny`)).toString();
    const post = async (type: string, text: string) =>
      (await bob.ask('POST', `/r/${id}/deny`, { ...OWN, 'content-type': type }, text)).status;
    expect(await post('text/plain', `${body}&text=no`)).toBe(415);
    expect(await post('multipart/form-data; boundary=x', body)).toBe(415);
    expect(await post('application/json', JSON.stringify({ text: 'no' }))).toBe(415);
    expect(await post(OWN['content-type'], `${body}&text=no&text=yes`)).toBe(400);
    expect(await post(OWN['content-type'], `${body}&text=${'x'.repeat(70_000)}`)).toBe(413);
    expect((await desk.broker.get(id)).view.votes).toEqual([]);
  });

  test('no answer may be framed, guessed at, kept, or read by others', async () => {
    const id = await desk.ask();
    for (const path of ['/', `/r/${id}`, '/sign-in', '/nowhere', '/account', '/changes']) {
      const { headers } = await bob.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "trusted-types 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=63072000',
      });
    }
  });
});

describe('CH-10: other names and other callers', () => {
  test.each(['evil.example', 'gate.example.com.evil.example', '127.0.0.1:8444', 'gate.example.com:8443', ''])(
    'under the name %j there is nothing',
    async (host) => {
      for (const path of ['/', '/sign-in', '/icon.svg']) expect((await bob.get(path, { host })).status).toBe(421);
    },
  );

  test('nothing is there for whoever has no session, by whatever else they show', async () => {
    const id = await desk.ask();
    const stranger = desk.browser();
    for (const headers of [{}, { authorization: 'Bearer gate_0000000000_x' }, { cookie: '__Host-gate=x' }]) {
      const page = await stranger.get(`/r/${id}`, headers);
      expect(page.status).toBe(303);
      expect(page.text).toBe('');
      const sent = { token: 'x', digest: 'x', seen: 'x', nonce: 'x' };
      expect((await stranger.post(`/r/${id}/approve`, sent, headers)).status).toBe(403);
    }
    expect((await stranger.get('/changes')).status).toBe(403);
    expect((await stranger.send('/sign-in/passkey', {})).status).toBe(400);
  });
});

describe('CH-09: sessions', () => {
  test('are new at every sign-in, and the one before is over', async () => {
    const [before] = bob.cookies.values();
    const once = new URL(desk.inbox.link('person:ann').url).searchParams.get('once') ?? '';
    expect((await bob.get(`/sign-in/link?once=${once}`)).text).toContain('You are signed in as person:bob');
    await bob.post('/sign-in/link', { once });
    const [after] = bob.cookies.values();
    expect(after).not.toBe(before);
    expect((await bob.get('/')).text).toContain('person:ann');
    expect((await desk.browser().get('/', { cookie: `__Host-gate=${before}` })).status).toBe(303);
  });

  test('that somebody else put there are none: one that is unknown, or two of them', async () => {
    const [own] = bob.cookies.values();
    const fixed = 'A'.repeat(43);
    expect((await desk.browser().get('/', { cookie: `__Host-gate=${fixed}` })).status).toBe(303);
    expect((await desk.browser().get('/', { cookie: `__Host-gate=${fixed}; __Host-gate=${own}` })).status).toBe(303);
    const browser = desk.browser();
    browser.cookies.set('__Host-gate', fixed);
    const once = new URL(desk.inbox.link('person:ann').url).searchParams.get('once') ?? '';
    await browser.post('/sign-in/link', { once });
    expect(browser.cookies.get('__Host-gate')).not.toBe(fixed);
  });

  test('end after twelve hours, by signing out, and when the person leaves', async () => {
    const [cookie] = bob.cookies.values();
    const stolen = { cookie: `__Host-gate=${cookie}` };
    expect((await desk.browser().get('/', stolen)).status).toBe(200);
    const { token = '' } = await bob.form('/account', '/sign-out');
    expect((await bob.post('/sign-out', { token })).status).toBe(303);
    expect((await desk.browser().get('/', stolen)).status).toBe(303);
    const ann = await desk.signedIn('person:ann');
    desk.people = { ...PEOPLE, people: PEOPLE.people.filter(({ name }) => name !== 'ann') };
    expect((await ann.get('/')).status).toBe(403);
    desk.people = PEOPLE;
    expect((await ann.get('/')).status).toBe(303);
    const late = await desk.signedIn('person:bob');
    desk.pass(12 * 3600 + 1);
    expect((await late.get('/')).status).toBe(303);
  });

  test('are for this host alone, over TLS, and no script reads them', async () => {
    const once = new URL(desk.inbox.link('person:ann').url).searchParams.get('once') ?? '';
    const { headers } = await desk.browser().post('/sign-in/link', { once });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-gate=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  });

  test('lead on to a request by its id, and to nothing else', async () => {
    const id = await desk.ask();
    const stranger = desk.browser();
    expect((await stranger.get(`/r/${id}`)).headers.get('location')).toBe(`/sign-in?to=${id}`);
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '../x']) {
      const { text } = await stranger.get(`/sign-in?to=${encodeURIComponent(to)}`);
      expect(text).not.toContain('evil');
      expect(text).toContain('name="to" value=""');
    }
    for (const path of ['//evil.example/', '/r/..%2f..', '/\\evil.example']) {
      const { headers, status } = await stranger.get(path);
      expect([303, 404]).toContain(status);
      expect(headers.get('location') ?? '/sign-in').toMatch(/^\/sign-in/);
    }
  });

  test('a link in a chat leads to the page although the cookie stays behind', async () => {
    const id = await desk.ask();
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const { status, text } = await desk.browser().get(`/r/${id}`, followed);
    expect(status).toBe(200);
    expect(text).toContain(`content="0;url=/r/${id}"`);
    expect(text).not.toContain('kubectl');
  });
});

describe('APP-05: what is not theirs', () => {
  test('is not there, where nobody wrote who decides', async () => {
    const id = await desk.ask();
    desk.people = undefined;
    expect((await bob.get(`/r/${id}`)).status).toBe(404);
    expect((await bob.get('/')).text).toContain('nothing waits');
    expect((await bob.get('/r/00000000-0000-7000-8000-000000000000')).status).toBe(404);
    const ann = await desk.signedIn('person:ann');
    expect((await ann.get(`/r/${id}`)).status).toBe(200);
  });
});
