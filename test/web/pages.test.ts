import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { escaped, html } from '../../src/channels/web/html.ts';
import { SCRIPT, STYLE } from '../../src/channels/web/static-texts.ts';
import { WebDesk } from '../kit/web.ts';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '</code></dd></dl><form action=/r/x/approve>',
  'javascript:alert(1)',
  'https://evil.example/click',
  '\u202egnp.exe',
  '\u0430pp',
  '\u200b\u2066\u061c',
  '\x1b[2J\x00\x07',
  '&lt;b&gt;&#60;',
  '{{7*7}} %3Cscript%3E `x`',
  `${'a'.repeat(100_000)}`,
];

/** Every tag of a page but those of gate's own. */
const tagsIn = (text: string) => [...text.matchAll(/<([a-z!/][^>]*)>/gi)].map(([, tag]) => tag ?? '');

describe('CH-08: whatever a requester says', () => {
  test('is text on every page, in printable ASCII, and no tag of a page comes from it', async () => {
    using desk = new WebDesk();
    const bob = await desk.signedIn('person:bob');
    const plain = await desk.ask({ argv: ['kubectl', 'label', 'pod', 'web-0'] });
    const usual = tagsIn((await bob.get(`/r/${plain}`)).text).map((tag) => tag.split(/\s/)[0]);
    for (const hostile of HOSTILE) {
      const id = await desk.ask({
        argv: ['kubectl', 'label', 'pod', hostile],
        name: hostile,
        intent: hostile.slice(0, 2000),
        principal: {
          kind: 'agent',
          id: 'agent:deploy@ann',
          owner: 'person:ann',
          known: 'os',
          session: hostile.slice(0, 100),
        },
      });
      await bob.fill(`/r/${id}`, `/r/${id}/question`, { text: hostile.slice(0, 2000).replaceAll('\0', '') });
      for (const path of ['/', `/r/${id}`, '/history', '/grants', '/account']) {
        const { status, text, headers } = await bob.get(path);
        expect(status).toBe(200);
        expect(text, path).toMatch(/^[\x20-\x7e\n]*$/);
        const tags = tagsIn(text);
        expect(tags.filter((tag) => /\son\w+=|javascript:|evil\.example|<|alert/i.test(tag))).toEqual([]);
        expect(
          tags
            .map((tag) => tag.split(/\s/)[0])
            .filter(
              (tag) =>
                !usual.includes(tag) &&
                !/^(?:\/?(?:ul|li|nav|span|strong|em|p|a|select|option|textarea|noscript|label|form|section|h[12]|dl|dt|dd|div|code|input|button|kbd))$/.test(
                  tag ?? '',
                ),
            ),
        ).toEqual([]);
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      }
      await desk.broker.withdraw(id, { by: 'person:ann' });
    }
  });

  test('is shown whole, however long', async () => {
    using desk = new WebDesk();
    const bob = await desk.signedIn('person:bob');
    const long = Array.from({ length: 4000 }, (_, index) => `word-${index}`);
    const id = await desk.ask({ argv: ['kubectl', 'label', 'pod', ...long], name: 'x' });
    const { text } = await bob.get(`/r/${id}`);
    for (const word of [long[0], long[1999], long[3999]]) expect(text).toContain(`${word} `);
    // What is decided with stands below all of it.
    expect(text.indexOf('id="decide"')).toBeGreaterThan(text.indexOf('word-3999'));
  });
});

describe('markup', () => {
  test('comes from templates alone, also inside others and in lists', () => {
    const bad = `<b>"&'\u202e\n`;
    const { text } = html`<p title="${bad}">${bad}${html`<i>${[bad, html`<u>${1}</u>`]}</i>`}${undefined}${false}</p>`;
    const safe = '&lt;b&gt;&quot;&amp;&#39;\\u{202e}\n';
    expect(text).toBe(`<p title="${safe}">${safe}<i>${safe}<u>1</u></i></p>`);
    expect(escaped('\u{1f600}')).toBe('\\u{1f600}');
  });
});

test('the style and the script in the program are those of the project: run scripts/embed-web.ts', () => {
  const text = (name: string) =>
    readFileSync(new URL(`../../src/channels/web/static/${name}`, import.meta.url), 'utf8');
  expect(STYLE).toBe(text('inbox.css'));
  expect(SCRIPT).toBe(text('inbox.js'));
});
