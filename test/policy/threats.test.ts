import { describe, expect, test } from 'vitest';
import { noFiles } from '../../src/command/files.ts';
import { understand } from '../../src/command/understand.ts';
import { decide } from '../../src/policy/decide.ts';
import type { Decision } from '../../src/policy/decision.ts';
import { effort } from '../kit/effort.ts';
import { agent, only, policies, type Texts, unused } from './build.ts';

/** Known ways around a policy, by their number in the catalogue of attacks. */

async function ask(argv: readonly string[], texts: Texts = {}): Promise<Decision> {
  const context = { environment: {}, cwd: '/w', home: '/h', stdin: 'null', files: noFiles } as const;
  const understanding = await understand(argv, context);
  return decide({ ...agent, argv }, understanding, await policies(texts), unused);
}

const noDelete = only(
  '- { id: no-delete, match: { tool: kubectl, operation: delete }, decision: deny }\n- { id: no-rm, match: { tool: rm }, decision: deny }',
  'packs: []\ndefault: allow',
);

describe('POL-03: newlines, anchors and flags do not hide a verb', () => {
  test.each([
    [['kubectl', '--cache-dir=/tmp/x\ny', 'delete', 'pods']],
    [['kubectl', 'delete', 'ns', 'prod # kubectl get']],
    [['kubectl', 'delete', 'ns', 'prod\nkubectl get']],
    [['rm', 'x']],
  ])('%j is denied, and again when asked again', async (argv) => {
    for (const _ of [1, 2, 3]) expect((await ask(argv, { user: noDelete })).kind).toBe('deny');
  });
});

describe('POL-04: what the requester writes cannot make deciding slow', () => {
  const big = 128 * 1024;
  test.each<[string, string[]]>([
    ['one long word', ['kubectl', 'get', 'a'.repeat(big)]],
    ['many words', ['kubectl', 'get', ...Array.from({ length: big / 2 }, () => 'a')]],
    ['a long program name', ['*'.repeat(big)]],
    ['a long shell line', ['sh', '-c', `${'a '.repeat(big / 2)}!`]],
  ])('%s', async (_, argv) => {
    const set = await policies({});
    const context = { environment: {}, cwd: '/w', home: '/h', stdin: 'null', files: noFiles } as const;
    const understanding = await understand(argv, context);
    let kind: string | undefined;
    const took = await effort(() => {
      ({ kind } = decide({ ...agent, argv }, understanding, set, unused));
    });
    // Generous: what this guards against takes seconds.
    expect(took).toBeLessThan(500);
    expect(kind).not.toBe('allow');
  });
});

describe('POL-12: precedence', () => {
  const allow = '- { id: a, match: { tool: kubectl }, decision: allow }';
  const deny = '- { id: d, match: { tool: kubectl, operation: delete }, decision: deny }';
  test.each([
    [allow, deny],
    [deny, allow],
  ])('deny beats allow in either order', async (one, two) => {
    expect((await ask(['kubectl', 'delete', 'pod', 'x'], { user: only(`${one}\n${two}`) })).kind).toBe('deny');
  });
  test('a command that no rule names does not run by itself', async () => {
    expect((await ask(['nobody-knows-this'])).kind).toBe('hold');
  });
});

describe('BYP-05: what a repository brings can only tighten', () => {
  test.each(['default: allow', 'packs: []', 'except: [baseline/destroy]', 'mode: observe'])(
    '%s is an error',
    async (line) => {
      await expect(ask(['rm', 'x'], { repository: `version: 1\n${line}\n` })).rejects.toThrow(
        /not allowed in a repository/,
      );
    },
  );
});
