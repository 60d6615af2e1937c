import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GateError } from '../../src/errors.ts';
import { readBundle } from '../../src/policy/bundle/bundle.ts';
import { bundleOf, denying, newKey } from '../policy/bundle-parts.ts';

const key = newKey('acme');
const good = bundleOf({ 'directory.yaml': 'version: 1\n', 'policies/a.yaml': denying('touch') }, [key]);

/** Whatever the bytes: the bundle that was signed, or the one closed error. */
async function heldOrRefused(bytes: Uint8Array): Promise<void> {
  try {
    const { digest, members } = await readBundle(bytes, 'x', [key]);
    const signed = await readBundle(good, 'x', [key]);
    expect(digest).toBe(signed.digest);
    expect(members).toEqual(signed.members);
  } catch (error) {
    expect(error).toBeInstanceOf(GateError);
    expect((error as GateError).code).toBe('POLICY_INVALID');
  }
}

test('bytes of strangers are refused with the closed error', async () => {
  const json = fc.json({ maxDepth: 5 }).map((text) => Buffer.from(`${text}\n`));
  const shaped = fc
    .record({ members: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.anything())), note: fc.string() })
    .map((value) => Buffer.from(`${JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? 0 : each))}\n`));
  await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), json, shaped), heldOrRefused), {
    numRuns: 2000,
  });
});

test('a bundle that was changed anywhere is the same one, or none', async () => {
  const change = fc.record({
    at: fc.nat(good.length),
    cut: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.string({ maxLength: 8 }).map((text) => Buffer.from(text)),
    ),
  });
  const changed = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    let bytes: Uint8Array = good;
    for (const { at, cut, put } of changes)
      bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
    return bytes;
  });
  await fc.assert(fc.asyncProperty(changed, heldOrRefused), { numRuns: 3000 });
});
