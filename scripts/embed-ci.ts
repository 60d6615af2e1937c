import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts the steps for CI systems into the program, for `gate init ci`. The result is checked in, and a test fails when it
 * is not current. Run it after every change to one of them, and `npm run format` after that:
 *
 *     node scripts/embed-ci.ts
 */
const root = new URL('..', import.meta.url);
const text = (name: string) => JSON.stringify(readFileSync(new URL(name, root), 'utf8'));

writeFileSync(
  new URL('src/cli/ci-embedded.ts', root),
  `// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are those of CI systems.
// Made by scripts/embed-ci.ts.

/** action.yml */
export const GITHUB_ACTION = ${text('action.yml')};

/** ci/gitlab.yml */
export const GITLAB_TEMPLATE = ${text('ci/gitlab.yml')};
`,
);
