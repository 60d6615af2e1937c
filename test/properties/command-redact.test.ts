import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Text } from '../../src/command/manifest.ts';
import { findSecrets, redactor } from '../../src/command/redact.ts';

const kept = (text: Text): readonly string[] =>
  typeof text === 'string' ? [text] : text.filter((part) => typeof part === 'string');
const secret = fc.stringMatching(/^[A-Za-z0-9_+=.!-]{4,40}$/);

test('no secret survives, wherever it stands and however often', () => {
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 4 }),
      fc.array(fc.string(), { maxLength: 6 }),
      (secrets, around) => {
        const text = around.map((piece, index) => piece + (secrets[index % secrets.length] ?? '')).join('');
        const redact = redactor(secrets, () => 'h');
        for (const part of kept(redact(text))) for (const value of secrets) expect(part).not.toContain(value);
      },
    ),
    { numRuns: 1000 },
  );
});

test('text without a secret comes back as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(redactor([], () => 'h')(text)).toBe(text);
    }),
  );
});

test('a secret announced by its form is found in every form', async () => {
  const forms = [
    (value: string) => ['x', `postgres://app:${value}@db/shop`],
    (value: string) => ['x', `password=${value}`],
    (value: string) => ['x', '--password', value],
    (value: string) => ['x', `--api-key=${value}`],
    (value: string) => ['x', `Authorization: Bearer ${value}`],
  ];
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9]{8,30}$/), fc.constantFrom(...forms), async (value, form) => {
      const texts = form(value);
      const redact = redactor(await findSecrets(texts), () => 'h');
      for (const text of texts) expect(kept(redact(text)).join(' ')).not.toContain(value);
    }),
  );
});
