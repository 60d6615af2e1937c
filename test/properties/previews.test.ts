import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asNames } from '../../src/approval/previews/find.ts';
import { changesBetween } from '../../src/approval/previews/object-changes.ts';

const WORDS = [
  ...['.', '/tmp', '!', '(', ')', '{}', ';', '+', 'rm', '-rf', 'sh', '-c', 'id', 'x'],
  ...['-name', '-path', '-newer', '-newermt', '-type', '-perm', '-maxdepth', '-not', '-o', '-prune', '-quit'],
  ...['-delete', '-exec', '-execdir', '-ok', '-okdir', '-fprint', '-fprintf', '-fls', '-printf', '-files0-from'],
];
const TAKES_ONE = /^-(name|path|newer|newermt|type|perm|maxdepth)$/;
const ACTS = /^-(delete|exec|execdir|ok|okdir|fprint0?|fprintf|fls|files0-from)$/;

describe('previews, whatever they are given', () => {
  test('a search that is asked for names instead never removes, writes or starts anything', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }), (words) => {
        const asked = asNames(words);
        if ('why' in asked) return;
        for (let at = 0; at < asked.words.length; at++) {
          const word = asked.words[at] ?? '';
          expect(word).not.toMatch(ACTS);
          if (TAKES_ONE.test(word)) at++;
        }
        expect(asked.words).toContain('-print0');
      }),
      { numRuns: 2000 },
    );
  });

  test('no value of a Secret or ConfigMap is in what an apply would change', () => {
    const mark = 'VALUE-';
    const leaf = fc.string().map((text) => `${mark}${text}`);
    const data = fc.dictionary(fc.string(), fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.string(), leaf)));
    const object = fc.record({
      kind: fc.constantFrom('Secret', 'ConfigMap'),
      metadata: fc.constant({ name: 'one', namespace: 'shop' }),
      data,
      stringData: data,
    });
    fc.assert(
      fc.property(object, object, (before, after) => {
        const changed = changesBetween(JSON.stringify({ ...before, kind: after.kind }), JSON.stringify(after));
        expect(changed).toBeDefined();
        expect(changed?.lines.join('\n')).not.toContain(mark);
      }),
    );
  });
});
