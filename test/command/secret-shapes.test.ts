import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newToken } from '../../src/broker/token-text.ts';
import { locateSecrets } from '../../src/command/secret-shapes.ts';

test('a token of gate is a secret wherever it stands, all but the id that names it', async () => {
  const { text, id } = newToken((bytes) => new Uint8Array(randomBytes(bytes)));
  for (const before of ['', 'x=', 'https://h/?q=']) {
    const from = before.length + `gate_${id}_`.length;
    expect(await locateSecrets(before + text)).toContainEqual([from, before.length + text.length]);
  }
});
