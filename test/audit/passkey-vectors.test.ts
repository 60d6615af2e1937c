import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { verifyExport } from '../../src/audit/export.ts';
import { hex } from '../../src/audit/leaf.ts';

interface Vector {
  readonly name: string;
  readonly expect: object;
  readonly lines: readonly string[];
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../vectors/audit-passkeys.json', import.meta.url), 'utf8'),
);

async function* each(lines: readonly string[]) {
  yield* lines;
}

describe('AUD-17: the frozen votes by passkey, one of a real browser', () => {
  it.each(vectors)('$name', async ({ lines, expect: expected }) => {
    const verdict = await verifyExport(each(lines), {});
    const { size, root } = verdict.kind === 'sound' ? verdict : { size: 0, root: new Uint8Array() };
    const answer =
      verdict.kind === 'sound' ? { ...verdict, sound: true, size, root: hex(root) } : { ...verdict, sound: false };
    expect(answer).toMatchObject(expected);
  });

  it('the sound one holds by docs/audit-format.md alone, without gate’s code', async () => {
    const events = vectors[0]!.lines.slice(1, -1).map((line) => JSON.parse(line));
    const { log } = JSON.parse(vectors[0]!.lines[0]!);
    const of = (type: string) => events.find((event) => event.type === type);
    const { person, key, origin } = JSON.parse(of('person.enrolled').payload);
    const { request, payload } = of('vote.cast');
    const { digest, vote, voter, at, nonce, evidence, assertion } = JSON.parse(payload);
    expect([evidence, voter, assertion.key]).toEqual(['passkey', person, key]);
    const [authenticator, client, signature] = ['authenticator', 'client', 'signature'].map((name) =>
      Buffer.from(assertion[name], 'base64url'),
    ) as [Buffer, Buffer, Buffer];
    const statement = canonicalize({ v: 1, log, request, digest, vote, voter, at, nonce }) ?? '';
    const sha256 = async (data: Uint8Array | string) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(Buffer.from(data))));
    const challenge = (await sha256(statement)).toString('base64url');
    expect(JSON.parse(client.toString())).toMatchObject({ type: 'webauthn.get', challenge, origin });
    expect(authenticator.subarray(0, 32)).toEqual(await sha256(new URL(origin).hostname));
    expect(authenticator[32]! & 5).toBe(5);
    const [kind, spki] = key.split(' ');
    const over = new Uint8Array(Buffer.concat([authenticator, await sha256(client)]));
    const bytes = new Uint8Array(Buffer.from(spki, 'base64'));
    const ed25519 = kind === 'ed25519';
    const imported = await crypto.subtle.importKey(
      'spki',
      bytes,
      ed25519 ? 'Ed25519' : { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    );
    const how = ed25519 ? 'Ed25519' : { name: 'ECDSA', hash: 'SHA-256' };
    const signed = new Uint8Array(ed25519 ? signature : fixedLength(signature));
    expect(await crypto.subtle.verify(how, imported, signed, over)).toBe(true);
  });
});

/** Two numbers in DER as 32 bytes each. */
function fixedLength(der: Buffer): Buffer {
  const length = der[3]!;
  const numbers = [der.subarray(4, 4 + length), der.subarray(6 + length)];
  return Buffer.concat(numbers.map((number) => Buffer.concat([Buffer.alloc(32), number]).subarray(-32)));
}
