import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launch, Tab } from '../kit/browser.ts';
import { AGENT, BOB, HttpsHost, POSSIBLE, waitingId } from '../kit/https-host.ts';
import { Issuer } from '../kit/issuer.ts';

const ORIGIN = 'https://gate.example.com';
const OWN = { host: 'gate.example.com', origin: ORIGIN, 'sec-fetch-site': 'same-origin' };

describe.skipIf(!hasBrowser || !POSSIBLE)(
  'the web inbox beside the API, over TLS (skipped without chromium, or root)',
  () => {
    let issuer: Issuer;
    let host: HttpsHost;
    let browser: Browser;
    beforeAll(async () => {
      issuer = await Issuer.start();
      const names = ['DNS:gate.example.com', 'DNS:localhost', 'IP:127.0.0.1'];
      host = await new HttpsHost(issuer).start({ names, more: `web: { origin: ${ORIGIN} }\n` });
      // The name leads here; who vouches for the certificate the browser is not told.
      browser = await launch([`--host-resolver-rules=MAP gate.example.com:443 127.0.0.1:${host.port}`]);
    });
    afterAll(async () => {
      await browser?.close();
      await host?.[Symbol.asyncDispose]();
      await issuer?.[Symbol.asyncDispose]();
    });

    test('CH-09: somebody without an account here signs in by the issuer, at the request that was linked, and approves it', async () => {
      issuer.person = { sub: 'c', email: 'cara@example.com', email_verified: true };
      const held = host.run(AGENT, ['--', 'rm', '-f', 'nothing'], { where: 'etc' });
      const id = await waitingId(held.out);
      await using cara = await Tab.open(browser, { ignoreHTTPSErrors: true });
      const first = await cara.page.goto(`${ORIGIN}/r/${id}`);
      expect(first?.headers()['strict-transport-security']).toBe('max-age=63072000');
      await cara.page.click('#sign-in-issuer');
      await cara.page.waitForURL(new RegExp(`${ORIGIN}/r/.*${id}$`));
      expect(await cara.page.textContent('.who')).toBe('you are person:cara');
      await cara.page.fill('#code', (await cara.page.textContent('label[for=code] strong')) ?? '');
      while (await cara.page.locator('#unread').isVisible()) await cara.page.mouse.wheel(0, 300);
      await cara.page.click('#approve:not([disabled])');
      await cara.page.locator('text=evidence oidc').waitFor();
      expect((await held.ended).status).toBe(0);
      expect(cara.complaints).toEqual([]);

      // Followed from a page of somebody else, a link still finds the session.
      const page = await cara.context.newPage();
      await page.setContent(`<a id="chat" href="${ORIGIN}/history">look</a>`);
      await page.click('#chat');
      await page.waitForURL(`${ORIGIN}/history`);
      await page.locator('.who').waitFor();
    });

    test('CH-11: a session of the pages is nothing to the API, and what the API takes is nothing to the pages', async () => {
      const link =
        /https:\S+/.exec((await host.person(BOB, ['inbox', '--web'], { where: 'etc' }).ended).screen)?.[0] ?? '';
      expect(new URL(link).origin).toBe(ORIGIN);
      const once = new URL(link).searchParams.get('once') ?? '';
      await using bob = await Tab.open(browser, { ignoreHTTPSErrors: true });
      await bob.page.goto(link);
      await bob.page.click('#sign-in-link');
      await bob.page.waitForURL(`${ORIGIN}/`);
      const [cookie] = await bob.context.cookies();
      const headers = { ...OWN, cookie: `${cookie?.name}=${cookie?.value}` };
      expect((await host.call('GET', '/v1/requests', { headers })).status).toBe(401);
      expect((await host.call('GET', '/v1/requests', { headers, token: cookie?.value ?? '' })).status).toBe(401);
      expect((await host.call('GET', '/history', { headers })).status).toBe(200);
      expect((await host.call('GET', '/history', { headers: OWN, token: cookie?.value ?? '' })).status).toBe(303);
      // The link is spent; another name is nobody's.
      expect((await host.call('GET', `/sign-in/link?once=${once}`, { headers: OWN })).status).toBe(404);
      expect((await host.call('GET', '/history', { headers: { ...headers, host: 'localhost' } })).status).toBe(421);
    });

    test('CH-11: links are for accounts of the machine: no agent and no login from elsewhere gets one', async () => {
      const { status } = await host.run(AGENT, ['inbox', '--web'], { where: 'etc' }).ended;
      expect(status).toBe(77);
      expect((await host.call('POST', '/v1/web-links', {})).status).toBe(401);
    });
  },
);
