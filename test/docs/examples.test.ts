import { describe, expect, test } from 'vitest';
import { filesUnder, page } from './pages.ts';

/** What docs/workflow-engines.md shows are the files that `test/e2e/engines.test.ts` runs. */
describe('docs/workflow-engines.md', () => {
  const { text } = page('docs/workflow-engines.md');
  const shown = [...text.matchAll(/^\[`(examples\/[^`]+)`\]\(\1\)\n\n```\w+\n([\s\S]*?)```$/gm)];

  test('shows every file of the examples', () => {
    expect(shown.map(([, path]) => `docs/${path}`).sort()).toEqual(filesUnder('docs/examples'));
  });

  test.each(shown.map(([, path = '', code = '']) => [path, code]))('%s is as it lies there', (path, code) => {
    expect(code).toBe(page(`docs/${path}`).text);
  });
});
