import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeKey } from '../../src/config/key.ts';

const random = (bytes: number) => new Uint8Array(bytes).fill(7);

test('made once, and the same from then on; nothing else is left behind', () => {
  const home = mkdtempSync(join(tmpdir(), 'gate-key-'));
  try {
    const path = join(home, 'state', 'key');
    expect(storeKey(path, random)).toEqual(Buffer.alloc(32, 7));
    expect(storeKey(path, (bytes) => new Uint8Array(bytes))).toEqual(Buffer.alloc(32, 7));
    expect(readdirSync(join(home, 'state'))).toEqual(['key']);
  } finally {
    rmSync(home, { recursive: true });
  }
});

test('"my home cannot be written, and gate says that this is a bug in gate"', () => {
  expect(() => storeKey('/dev/null/gate/key', random)).toThrow(
    expect.objectContaining({ code: 'AUDIT_UNAVAILABLE', message: expect.stringContaining('/dev/null/gate/key') }),
  );
});
