import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, type Page, pages, prose, ROOT } from './pages.ts';

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  const words = heading
    .replaceAll(/`|\*\*|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase();
  return words.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
}

function anchors(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading!));
}

/** Targets of links and pictures that stay inside the project. */
function links(page: Page): readonly string[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^\w+:/.test(target));
}

function problem(page: Page, target: string): string | undefined {
  const [path = '', fragment] = target.split('#', 2);
  const full = path === '' ? join(ROOT, page.path) : normalize(join(ROOT, dirname(page.path), path));
  if (!full.startsWith(ROOT)) return `${target}: outside of the project`;
  if (!existsSync(full)) return `${target}: there is no such file`;
  if (fragment === undefined) return undefined;
  const has = statSync(full).isFile() && anchors(full).includes(fragment);
  return has ? undefined : `${target}: there is no such heading`;
}

describe('links between pages lead somewhere', () => {
  test.each(pages().map((page) => [page.path, page] as const))('%s', (_, page) => {
    expect(links(page).flatMap((target) => problem(page, target) ?? [])).toEqual([]);
  });
});

test('every page that a comment names exists', () => {
  const sources = ['src', 'test', 'scripts', 'bench', 'demo', 'policies'].flatMap(filesUnder);
  const missing = sources
    .filter((path) => /\.(?:ts|mjs|yaml)$/.test(path))
    .flatMap((path) => {
      const named = readFileSync(join(ROOT, path), 'utf8').matchAll(/\bdocs\/[\w/-]+(?:\.[\w-]+)*\.md\b/g);
      return [...named].filter(([name]) => !existsSync(join(ROOT, name))).map(([name]) => `${path}: ${name}`);
    });
  expect(missing).toEqual([]);
});
