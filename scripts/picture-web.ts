import { fileURLToPath } from 'node:url';
import { launch } from '../test/kit/browser.ts';
import { BOB } from '../test/kit/host.ts';
import { WebMachine } from '../test/kit/web-machine.ts';

/**
 * Takes docs/pictures/web-list.png, web-request.png and web-phone.png of the real web inbox, in a real browser. Needs root and chromium. Run it by
 * hand after the pages have changed:
 *
 *     node scripts/picture-web.ts
 */

await using at = await new WebMachine().start();
const browser = await launch();
try {
  await at.asks(['touch', '/srv/shop/maintenance'], ['-m', 'the shop is closed for an hour']);
  await at.asks(['touch', '/srv/archive/2026.done'], ['-m', 'exports of this year']);
  const { id } = await at.asks(
    ['rm', '-rf', '/srv/exports/2025', '/srv/exports/2024'],
    ['-m', 'they were moved to the archive'],
  );
  const target = (name: string) => fileURLToPath(new URL(`../docs/pictures/${name}.png`, import.meta.url));
  for (const [suffix, viewport, colorScheme] of [
    ['', { width: 900, height: 520 }, 'light'],
    ['phone', { width: 390, height: 780 }, 'dark'],
  ] as const) {
    await using bob = await at.signedIn(browser, BOB, { viewport, colorScheme });
    await bob.page.locator('.list li').nth(2).waitFor();
    if (suffix === '') await bob.page.screenshot({ path: target('web-list') });
    await bob.page.goto(`${at.origin}/r/${id}`);
    await bob.page.locator('#card').waitFor();
    // Buttons come half a second after the page.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await bob.page.screenshot({ path: target(suffix === '' ? 'web-request' : 'web-phone'), fullPage: suffix === '' });
  }
} finally {
  await browser.close();
}
