import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { source } from './kit.ts';

const HERE = new URL('./', import.meta.url);

/** Ids at the beginning of the tests' names, with the file they stand in. */
function tested(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of readdirSync(HERE).filter((name) => name.endsWith('.test.ts'))) {
    const text = readFileSync(new URL(file, HERE), 'utf8');
    // The name follows `test(` or, for a table, stands behind its rows.
    for (const [, ids = ''] of text.matchAll(/^ {2}(?:test|\]\)|\}\))?\(?['"`]((?:[A-Z]+-\d\d )+)/gm)) {
      for (const id of ids.trim().split(' ')) found.set(id, (found.get(id) ?? new Set()).add(file));
    }
  }
  return found;
}

interface Row {
  readonly id: string;
  readonly state: string;
}

function rows(): readonly Row[] {
  return [...source('docs/known-bypasses.md').matchAll(/^\| ([A-Z]+-\d\d) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, id = '', , state = '']) => ({ id, state }),
  );
}

describe('docs/known-bypasses.md', () => {
  test('every entry appears once, with a sentence and one of three answers', () => {
    const all = rows();
    const families = {
      BYP: 7,
      POL: 15,
      ENV: 15,
      CFG: 23,
      TOC: 13,
      UI: 14,
      APP: 13,
      CH: 14,
      SELF: 13,
      CRED: 17,
      AUD: 17,
      AVL: 11,
      PROC: 13,
      IPC: 9,
      RT: 6,
    };
    const wanted = Object.entries(families).flatMap(([family, count]) =>
      Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(all.map(({ id }) => id).sort()).toEqual(wanted.sort());
    for (const { id, state } of all) {
      expect({ id, state }).toEqual({
        id,
        state: expect.stringMatching(/^(held: `[a-z-]+\.test\.ts`|waits for: .+|cannot: .+)$/),
      });
    }
  });

  test('what is called held has a test of that name in that file, and every such test is listed', () => {
    const found = tested();
    const held = rows().flatMap(({ id, state }) => {
      const file = /^held: `(.+)`$/.exec(state)?.[1];
      return file === undefined ? [] : [{ id, file }];
    });
    for (const { id, file } of held)
      expect({ id, file, there: found.get(id)?.has(file) }).toEqual({ id, file, there: true });
    expect([...found.keys()].sort()).toEqual(held.map(({ id }) => id).sort());
  });

  test('what host mode holds has a test of that name in that file, and every such test is listed', () => {
    const listed = [
      ...source('docs/known-bypasses.md').matchAll(/^\| ([A-Z]+-\d\d) \| [^|]+ `host\/(.+\.test\.ts)` \|$/gm),
    ];
    const tests = new Map<string, Set<string>>();
    const host = new URL('host/', HERE);
    for (const file of readdirSync(host).filter((name) => name.endsWith('.test.ts')))
      for (const [, ids = ''] of readFileSync(new URL(file, host), 'utf8').matchAll(/\(\s*['"`]((?:[A-Z]+-\d\d )+)/g))
        for (const id of ids.trim().split(' ')) tests.set(id, (tests.get(id) ?? new Set()).add(file));
    for (const [, id = '', file = ''] of listed)
      expect({ id, file, there: tests.get(id)?.has(file) }).toEqual({ id, file, there: true });
    expect(listed.map(([, id]) => id).sort()).toEqual([...tests.keys()].sort());
  });
});
