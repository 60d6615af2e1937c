import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embedded, schema, texts } from '../../scripts/embed-packs.ts';
import { PACK_NAMES } from '../../src/policy/packs/packs.ts';
import { parse } from '../../src/policy/parse.ts';
import { runPolicyTest } from '../../src/policy/run-tests.ts';
import { policies } from './build.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

describe('what is generated is current (node scripts/embed-packs.ts)', () => {
  test('the packs in the program', () => {
    expect(read('src/policy/packs/embedded.ts')).toBe(embedded());
    expect(read('src/policy/packs/embedded-texts.ts')).toBe(texts());
  });
  test('the JSON Schema', () => {
    expect(read('policies/policy.schema.json')).toBe(schema());
  });
});

const packs = readdirSync(new URL('policies/', root)).filter((name) => name.endsWith('.yaml'));
const snippets = [...read('docs/policy.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text], index) => ({
  name: `snippet ${index + 1} of docs/policy.md`,
  text: text!,
}));

describe.each([...packs.map((name) => ({ name, text: read(`policies/${name}`) })), ...snippets])(
  '$name',
  ({ name, text }) => {
    const { policy } = parse(text, { file: 'policy', layer: 'user', packs: PACK_NAMES });

    test('is understood', () => {
      expect(policy.version).toBe(1);
    });
    // A pack is laid over the baseline: alone, it says nothing about work in the project or about people.
    const pack = name.endsWith('.yaml') ? name.replace('.yaml', '') : undefined;
    const user = pack === undefined ? text : `version: 1\npacks: [baseline, ${pack}]\n`;
    test.each((policy.tests ?? []).map((one) => [one.command ?? String(one.argv), one] as const))(
      '%s',
      async (_, one) => {
        expect((await runPolicyTest(one, await policies({ user }))).failure).toBeUndefined();
      },
    );
  },
);

test('a pack holds nothing and denies nothing: people without a directory can always go on', () => {
  for (const name of packs) {
    const { policy } = parse(read(`policies/${name}`), { file: name, layer: 'user', packs: PACK_NAMES });
    for (const { decision } of policy.rules ?? []) expect(['allow', 'confirm']).toContain(decision);
    expect(policy.tests?.length).toBeGreaterThan(2);
  }
});
