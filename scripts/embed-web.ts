import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts the style and the script of the web inbox into the program. The result is checked in, and a test fails when it is not current. Run it
 * after every change to one of them, and `npm run format` after that:
 *
 *     node scripts/embed-web.ts
 */
const root = new URL('../src/channels/web/', import.meta.url);
const text = (name: string) => JSON.stringify(readFileSync(new URL(`static/${name}`, root), 'utf8'));

writeFileSync(
  new URL('static-texts.ts', root),
  `// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the script has templates of its own.
// Made by scripts/embed-web.ts.

/** static/inbox.css */
export const STYLE = ${text('inbox.css')};

/** static/inbox.js */
export const SCRIPT = ${text('inbox.js')};
`,
);
