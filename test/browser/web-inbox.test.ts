import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launch, Tab } from '../kit/browser.ts';
import { GATE } from '../kit/gate.ts';
import { AGENT, ANN, BOB, possible } from '../kit/host.ts';
import { WebMachine } from '../kit/web-machine.ts';

let at: WebMachine;
let browser: Browser;

/** Reads the card to its end, as somebody with a wheel does. */
async function read(page: Page): Promise<void> {
  const hint = page.locator('#unread');
  for (let turns = 0; turns < 4000 && (await hint.isVisible()); turns++) await page.mouse.wheel(0, 500);
  await page.locator('#approve:not([disabled]), #with-passkey:not([disabled])').first().waitFor();
}

async function typeCode(page: Page): Promise<void> {
  const code = page.locator('#code');
  if ((await code.count()) > 0) await code.fill((await page.textContent('label[for=code] strong')) ?? '');
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SHOTS = process.env['GATE_SCREENSHOTS'];

/** What a checker for accessibility finds wrong, in words. Its script comes past the page's policy, as a person's tool would. */
async function flaws(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axe });
  const found = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe.skipIf(!hasBrowser || !possible)('the web inbox in a browser (skipped without chromium, or root)', () => {
  beforeAll(async () => {
    [at, browser] = [await new WebMachine().start(), await launch()];
  });
  afterAll(async () => {
    await browser?.close();
    await at?.[Symbol.asyncDispose]();
  });
  const file = (name: string) => join(at.machine.work, name);

  test('a link from a terminal signs its person in, once', async () => {
    const link = await at.link(BOB);
    await using tab = await Tab.open(browser);
    await tab.page.goto(link);
    expect(await tab.text()).toContain('sign in as person:bob?');
    await tab.page.click('#sign-in-link');
    await tab.page.waitForURL(`${at.origin}/`);
    expect(await tab.page.textContent('.who')).toBe('you are person:bob');
    expect(tab.complaints).toEqual([]);
    await using other = await Tab.open(browser);
    expect((await other.page.goto(link))?.status()).toBe(404);
    await other.page.goto(`${at.origin}/`);
    expect(other.page.url()).toBe(`${at.origin}/sign-in`);
  });

  test('what waits appears by itself; approved with its code it runs, and denied it does not', async () => {
    await using bob = await at.signedIn(browser, BOB);
    const { run, id } = await at.asks(['touch', file('made')]);
    await bob.page.locator(`a[href$="${id}"]`).click();
    await read(bob.page);
    await bob.page.click('#approve');
    expect((await run.ended).status).toBe(0);
    expect(existsSync(file('made'))).toBe(true);
    expect(await bob.text()).toContain('recorded: granted');
    await bob.page.click('text=waiting');
    const second = await at.asks(['rm', file('made')]);
    await bob.page.locator(`a[href$="${second.id}"]`).click();
    await bob.page.fill('#why-no', 'it is still needed');
    await bob.page.click('#deny');
    const ended = await second.run.ended;
    expect(ended.status).toBe(77);
    expect(ended.stderr).toContain('it is still needed');
    expect(existsSync(file('made'))).toBe(true);
    await bob.page.click('text=history');
    expect(await bob.text()).toContain('it is still needed');
    expect(bob.complaints).toEqual([]);
  });

  test('a question goes back to the person behind the agent, and what was asked meanwhile closes the page of others', async () => {
    await using bob = await at.signedIn(browser, BOB);
    await using ann = await at.signedIn(browser, ANN);
    const { run, id } = await at.asks(['rm', file('nothing')]);
    await ann.page.goto(`${at.origin}/r/${id}`);
    await read(ann.page);
    await bob.page.goto(`${at.origin}/r/${id}`);
    await bob.page.fill('#what', 'why now?');
    await bob.page.click('#ask');
    await bob.page.locator('text=recorded').waitFor();
    await ann.page.locator('#news').waitFor();
    expect(await ann.page.textContent('#news')).toContain('This request has changed');
    expect(await ann.page.locator('#approve').isDisabled()).toBe(true);
    await ann.page.reload();
    await ann.page.fill('#reply', 'the disk is full');
    await ann.page.click('#answer');
    await bob.page.locator('#news').waitFor();
    await bob.page.reload();
    expect(await bob.text()).toContain('the disk is full');
    await read(bob.page);
    await typeCode(bob.page);
    await bob.page.click('#approve');
    // An agent does not wait for what it was asked: it comes back.
    expect((await run.ended).status).toBe(75);
    await bob.page.locator('text=recorded: granted').waitFor();
    const resumed = await at.machine.gate(AGENT, ['--resume', id]);
    expect(resumed.stderr).toContain('No such file');
    expect([...bob.complaints, ...ann.complaints]).toEqual([]);
  });

  test('a passkey is added, signs a vote that its rule asks for, and signs in; without its person it does nothing', async () => {
    await using bob = await at.signedIn(browser, BOB);
    const key = await bob.authenticator();
    await bob.page.click('text=account');
    await bob.page.fill('#passkey-name', 'desk');
    await bob.page.click('#add-passkey');
    await bob.page.locator('text=the passkey was added').waitFor();
    expect(await bob.text()).toContain('desk, added');
    await bob.page.click('text=waiting');
    expect(await bob.text()).toContain('A passkey was added to your account');

    const { run, id } = await at.asks(['mkdir', file('signed')]);
    await bob.page.goto(`${at.origin}/r/${id}`);
    await read(bob.page);
    await typeCode(bob.page);
    await bob.knows(key, false);
    await bob.page.click('#with-passkey');
    await bob.page.locator('#news', { hasText: 'The passkey was not shown' }).waitFor();
    expect(existsSync(file('signed'))).toBe(false);
    await bob.knows(key, true);
    await bob.page.reload();
    await read(bob.page);
    await typeCode(bob.page);
    await bob.page.click('#with-passkey');
    expect((await run.ended).status).toBe(0);
    expect(existsSync(file('signed'))).toBe(true);
    await bob.page.locator('text=recorded: granted').waitFor();

    // By the record alone, and nobody of the service.
    const verified = spawnSync(GATE, ['audit', 'verify', '--json'], {
      encoding: 'utf8',
      env: { GATE_HOME: at.machine.state, PATH: '/usr/bin:/bin' },
    });
    expect(JSON.parse(verified.stdout)).toMatchObject({ sound: true, signed: 1 });

    await bob.page.click('text=account');
    await bob.page.click('#sign-out');
    await bob.page.click('#sign-in-passkey');
    await bob.page.waitForURL(`${at.origin}/`);
    expect(await bob.page.textContent('.who')).toBe('you are person:bob');
    const again = await at.asks(['touch', file('by-session')]);
    await bob.page.goto(`${at.origin}/r/${again.id}`);
    await read(bob.page);
    await bob.page.click('#approve');
    await bob.page.locator('text=evidence web').waitFor();
    expect((await again.run.ended).status).toBe(0);

    await bob.page.click('text=account');
    await bob.page.locator('form.remove button').click();
    await bob.page.locator('text=taken back').waitFor();
    expect(await bob.text()).toContain('Nothing is enrolled yet');
    expect(bob.complaints).toEqual([]);
  });

  test('keys alone: from the list to the vote', async () => {
    await using bob = await at.signedIn(browser, BOB);
    const { keyboard } = bob.page;
    const { run, id } = await at.asks(['rm', '-f', file('by-keys')]);
    await bob.page.locator(`a[href$="${id}"]`).waitFor();
    await keyboard.press('?');
    await bob.page.locator('#help[open]').waitFor();
    await keyboard.press('Escape');
    await keyboard.press('j');
    await keyboard.press('Enter');
    await bob.page.waitForURL(new RegExp(`/r/.*${id}$`));
    // Enter alone, and letters, decide nothing.
    for (const key of ['Enter', 'y', 'Enter']) await keyboard.press(key);
    const focused = () => bob.page.evaluate('document.activeElement.id');
    // Deaf until the card was read, and for half a second more.
    for (let turns = 0; turns < 200 && (await focused()) !== 'code'; turns++) {
      await keyboard.press('a');
      await bob.page.waitForTimeout(20);
    }
    expect(await focused()).toBe('code');
    expect(run.child.exitCode).toBe(null);
    await keyboard.type((await bob.page.textContent('label[for=code] strong')) ?? '');
    await keyboard.press('Enter');
    expect((await run.ended).status).toBe(0);
    await bob.page.locator('text=recorded: granted').waitFor();
    await keyboard.press('q');
    await bob.page.waitForURL(`${at.origin}/`);
    expect(bob.complaints).toEqual([]);
  });

  test('CH-08: a hostile command is text, all of it, and takes reading to its end', async () => {
    await using bob = await at.signedIn(browser, BOB, { viewport: { width: 390, height: 844 } });
    const words = [
      '<img src=x onerror=alert(1)>',
      '</code><script>alert(2)</script>',
      '\u202e\u2066fdp.exe',
      '"><form action=/>',
    ];
    const long = Array.from({ length: 100 }, (_, line) => `${line} ${'<b>x'.repeat(250)}`);
    const { run, id } = await at.asks(['rm', '-f', ...words, ...long], ['-m', '<iframe src=//evil.example>\u202e']);
    bob.page.on('dialog', () => bob.complaints.push('a dialog'));
    await bob.page.goto(`${at.origin}/r/${id}`);
    expect(await bob.page.locator('main :is(img, script, iframe, b, style, object)').count()).toBe(0);
    expect(await bob.page.locator('#card a').count()).toBe(0);
    const text = await bob.text();
    for (const shown of [
      '<img src=x onerror=alert(1)>',
      '\\u{202e}\\u{2066}fdp.exe',
      '<iframe src=//evil.example>\\u{202e}',
    ])
      expect(text).toContain(shown);
    expect(text).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
    // Nothing is wider than the screen, so nothing is out of sight at the side.
    expect(await bob.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await bob.page.keyboard.press('End');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await bob.page.locator('#approve').isDisabled()).toBe(true);
    await bob.page.keyboard.press('Home');
    await read(bob.page);
    await typeCode(bob.page);
    await bob.page.click('#approve');
    expect((await run.ended).stderr).toContain('File name too long');
    expect(bob.complaints).toEqual([]);
  });

  test('CH-08, CH-10: pages of others neither send forms nor frame pages', async () => {
    await using bob = await at.signedIn(browser, BOB);
    const { run, id } = await at.asks(['touch', file('forged')]);
    const before = await bob.page.goto(`${at.origin}/r/${id}`);
    expect(before?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    const fields = (await bob.page.$$eval('#approve-form input', (inputs) =>
      inputs.map((input) => (input as unknown as { outerHTML: string }).outerHTML),
    )) as string[];
    const evil = createServer((request, response): void => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/frame') return void response.end(`<iframe src="${at.origin}/r/${id}"></iframe>`);
      response.end(`<form method=post action="${at.origin}/r/${id}/approve">${fields.join('')}</form><script>
        fetch('${at.origin}/r/${id}/approve', { method: 'POST', credentials: 'include', mode: 'no-cors', body: new URLSearchParams(new FormData(document.forms[0])) })
          .catch(() => {}).finally(() => document.forms[0].submit())</script>`);
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', () => resolve()));
    const { port } = evil.address() as { port: number };
    try {
      // Another site; and another port of this very host, where the cookie comes along.
      for (const host of ['127.0.0.1', 'localhost']) {
        const tab = await bob.context.newPage();
        await tab.goto(`http://${host}:${port}/form`);
        await tab.waitForURL(`${at.origin}/r/${id}/approve`);
        expect(await tab.locator('main').textContent()).toMatch(/did not come from a page of gate/);
        await tab.goto(`http://${host}:${port}/frame`);
        const frame = tab.frames()[1];
        await frame?.waitForLoadState().catch(() => {});
        expect(await frame?.locator('#card').count()).toBe(0);
        await tab.close();
      }
    } finally {
      evil.close();
      evil.closeAllConnections();
    }
    expect(run.child.exitCode).toBe(null);
    expect(existsSync(file('forged'))).toBe(false);
    await bob.page.fill('#why-no', 'forged');
    await bob.page.click('#deny');
    expect((await run.ended).status).toBe(77);
  });

  test('CH-09: a session that was signed out is good for nobody who kept its cookie', async () => {
    await using bob = await at.signedIn(browser, BOB);
    const cookies = await bob.context.cookies();
    expect(cookies).toMatchObject([{ name: '__Host-gate', httpOnly: true, secure: true, sameSite: 'Strict' }]);
    await using thief = await Tab.open(browser);
    await thief.context.addCookies(cookies);
    await thief.page.goto(`${at.origin}/`);
    expect(thief.page.url()).toBe(`${at.origin}/`);
    await bob.page.click('text=account');
    await bob.page.click('#sign-out');
    await bob.page.waitForURL(`${at.origin}/sign-in`);
    await thief.page.goto(`${at.origin}/history`);
    expect(thief.page.url()).toBe(`${at.origin}/sign-in`);
  });

  test('without scripts it is read, approved and denied as well', async () => {
    await using bob = await at.signedIn(browser, BOB, { javaScriptEnabled: false });
    const { run, id } = await at.asks(['rm', '-f', file('plain')]);
    await bob.page.goto(`${at.origin}/r/${id}`);
    await typeCode(bob.page);
    await bob.page.click('#approve');
    await bob.page.locator('text=recorded: granted').waitFor();
    expect((await run.ended).status).toBe(0);
    const second = await at.asks(['touch', file('plain')]);
    await bob.page.goto(`${at.origin}/`);
    await bob.page.click(`a[href$="${second.id}"]`);
    await bob.page.fill('#why-no', 'no');
    await bob.page.click('#deny');
    expect((await second.run.ended).status).toBe(77);
    expect(bob.complaints).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'everybody can use it, by a checker’s word, and on a phone: %s',
    async (colorScheme) => {
      const { run, id } = await at.asks(['rm', '-rf', file('for-pictures')]);
      const first = await Tab.open(browser, { colorScheme, bypassCSP: true });
      await first.page.goto(`${at.origin}/sign-in`);
      expect(await flaws(first.page)).toEqual([]);
      await first.context.close();
      for (const viewport of [
        { width: 1200, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await using bob = await at.signedIn(browser, BOB, { viewport, colorScheme, bypassCSP: true });
        for (const [name, path] of [
          ['list', '/'],
          ['request', `/r/${id}`],
          ['history', '/history'],
          ['grants', '/grants'],
          ['account', '/account'],
        ]) {
          await bob.page.goto(`${at.origin}${path}`);
          await new Promise((resolve) => setTimeout(resolve, 600));
          if (SHOTS !== undefined) {
            mkdirSync(SHOTS, { recursive: true });
            await bob.page.screenshot({
              path: join(SHOTS, `${name}-${viewport.width}-${colorScheme}.png`),
              fullPage: true,
            });
          }
          expect(await bob.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name).toBe(true);
          expect(await flaws(bob.page), name).toEqual([]);
        }
      }
      run.child.kill('SIGTERM');
      await run.ended;
    },
  );
});
