import type { KeyObject } from 'node:crypto';
import { nodeCrypto } from '../../platform/crypto.ts';
import type { SshKey } from './ssh-key.ts';
import { Wire } from './wire.ts';

/** The beginning of a SubjectPublicKeyInfo for each curve; the point follows. */
const SPKI = {
  ed25519: '302a300506032b6570032100',
  nistp256: '3059301306072a8648ce3d020106082a8648ce3d030107034200',
  nistp384: '3076301006072a8648ce3d020106052b81040022036200',
  nistp521: '30819b301006072a8648ce3d020106052b8104002303818600',
} as const;
const CURVES = {
  nistp256: { bytes: 32, hash: 'sha256' },
  nistp384: { bytes: 48, hash: 'sha384' },
  nistp521: { bytes: 66, hash: 'sha512' },
} as const;
type Curve = keyof typeof CURVES;

const SMALLEST_RSA_BITS = 2048;
/** Somebody was there and touched it. */
const USER_PRESENT = 0x01;

/** Why `signature` is not this key's over `data`; undefined when it is. */
export function isSignedBy(key: SshKey, data: Uint8Array, signature: Uint8Array): string | undefined {
  try {
    const wire = new Wire(signature);
    const algorithm = wire.text();
    const body = wire.string();
    const blob = new Wire(key.blob);
    blob.string();
    switch (key.type) {
      case 'ssh-ed25519':
        wire.end();
        return algorithm === key.type ? answer(ed25519(blob, data, body)) : OTHER;
      case 'ecdsa-sha2-nistp256':
      case 'ecdsa-sha2-nistp384':
      case 'ecdsa-sha2-nistp521':
        wire.end();
        return algorithm === key.type ? answer(ecdsa(blob, data, body)) : OTHER;
      case 'ssh-rsa':
        wire.end();
        return rsa(blob, data, body, algorithm);
      case 'sk-ssh-ed25519@openssh.com':
      case 'sk-ecdsa-sha2-nistp256@openssh.com': {
        if (algorithm !== key.type) return OTHER;
        const flags = wire.byte();
        const counter = wire.take(4);
        wire.end();
        const verify = key.type === 'sk-ssh-ed25519@openssh.com' ? ed25519 : ecdsa;
        // The key signs the application it belongs to, what it saw of its user, and the digest of the data.
        const [checked, application] = deferred(blob, verify, body);
        const { hash } = nodeCrypto();
        const told = [
          hash('sha256', application, 'buffer'),
          Buffer.from([flags]),
          counter,
          hash('sha256', data, 'buffer'),
        ];
        if (!checked(Buffer.concat(told))) return WRONG;
        return (flags & USER_PRESENT) === 0 ? 'nobody touched the key' : undefined;
      }
    }
  } catch (error) {
    // What is not even a key or signature makes node:crypto throw as well; either way it proves nothing.
    return error instanceof RangeError ? 'the signature is damaged' : WRONG;
  }
}

const WRONG = 'the signature does not fit';
const OTHER = 'the signature is of another kind than the key';

type Verify = (key: KeyObject, data: Uint8Array) => boolean;

function answer(holds: boolean): string | undefined {
  return holds ? undefined : WRONG;
}

function ed25519(blob: Wire, data: Uint8Array, signature: Buffer): boolean {
  const verify = ed25519With(signature);
  const key = ed25519Key(blob);
  blob.end();
  return verify(key, data);
}

function ecdsa(blob: Wire, data: Uint8Array, signature: Buffer): boolean {
  const [key, curve] = ecKey(blob);
  blob.end();
  return ecdsaWith(signature, curve)(key, data);
}

/** Of a key in hardware: the check of what it signed, and the application that stands behind its numbers. */
function deferred(
  blob: Wire,
  kind: typeof ed25519 | typeof ecdsa,
  signature: Buffer,
): [check: (data: Uint8Array) => boolean, application: Buffer] {
  let check: (data: Uint8Array) => boolean;
  if (kind === ed25519) {
    const key = ed25519Key(blob);
    check = (data) => ed25519With(signature)(key, data);
  } else {
    const [key, curve] = ecKey(blob);
    check = (data) => ecdsaWith(signature, curve)(key, data);
  }
  const application = blob.string();
  blob.end();
  return [check, application];
}

function ed25519Key(blob: Wire): KeyObject {
  const point = blob.string();
  if (point.length !== 32) throw new RangeError('the key has another length');
  return publicKey(SPKI.ed25519, point);
}

function ed25519With(signature: Buffer): Verify {
  if (signature.length !== 64) throw new RangeError('the signature has another length');
  return (key, data) => nodeCrypto().verify(null, data, key, signature);
}

function ecKey(blob: Wire): [KeyObject, Curve] {
  const name = blob.text();
  if (!Object.hasOwn(CURVES, name)) throw new RangeError('the curve is not known');
  const curve = name as Curve;
  const point = blob.string();
  if (point.length !== 1 + 2 * CURVES[curve].bytes || point[0] !== 4)
    throw new RangeError('the key has another length');
  return [publicKey(SPKI[curve], point), curve];
}

function ecdsaWith(signature: Buffer, curve: Curve): Verify {
  const { bytes, hash } = CURVES[curve];
  const numbers = new Wire(signature);
  const [r, s] = [numbers.positive(), numbers.positive()];
  numbers.end();
  if (r.length > bytes || s.length > bytes) throw new RangeError('the signature has another length');
  const padded = [r, s].map((number) => Buffer.concat([Buffer.alloc(bytes - number.length), number]));
  const whole = Buffer.concat(padded);
  return (key, data) => nodeCrypto().verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, whole);
}

function rsa(blob: Wire, data: Uint8Array, signature: Buffer, algorithm: string): string | undefined {
  const [e, n] = [blob.positive(), blob.positive()];
  blob.end();
  // `ssh-rsa` as algorithm is SHA-1.
  const hash = ({ 'rsa-sha2-256': 'sha256', 'rsa-sha2-512': 'sha512' } as const)[algorithm];
  if (hash === undefined) return OTHER;
  if (8 * n.length < SMALLEST_RSA_BITS) return 'the key is too short';
  if (signature.length > n.length) return WRONG;
  const key = nodeCrypto().createPublicKey({
    key: { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') },
    format: 'jwk',
  });
  const padded = Buffer.concat([Buffer.alloc(n.length - signature.length), signature]);
  return answer(nodeCrypto().verify(hash, data, key, padded));
}

function publicKey(head: string, point: Buffer): KeyObject {
  const der = Buffer.concat([Buffer.from(head, 'hex'), point]);
  return nodeCrypto().createPublicKey({ key: der, format: 'der', type: 'spki' });
}
