import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledPackages } from '../../scripts/bundled.ts';
import { embedded } from '../../scripts/embed-notices.ts';
import { DOCUMENTS } from '../../src/install/embedded-notices.ts';

const packages = bundledPackages();
const root = new URL('../../', import.meta.url);

test('the notices in the program are those of what is built into it (node scripts/embed-notices.ts)', () => {
  expect(readFileSync(new URL('src/install/embedded-notices.ts', root), 'utf8')).toBe(embedded());
});

test('every package that is built in is named with its licence, and its own text stands there', () => {
  const text = DOCUMENTS['THIRD-PARTY.txt']!;
  expect(packages.length).toBeGreaterThan(30);
  for (const { name, version, licence, texts } of packages) {
    expect(text).toContain(`  ${name} ${version}: ${licence}\n`);
    for (const each of texts) expect(text).toContain(each.trim().replaceAll('\r\n', '\n'));
  }
  expect(DOCUMENTS['LICENSE']).toBe(readFileSync(new URL('LICENSE', root), 'utf8'));
});

test('nothing that is built in has a licence that nobody has looked at', () => {
  const licences = new Set(packages.map(({ licence }) => licence));
  expect([...licences].sort()).toEqual(['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);
});
