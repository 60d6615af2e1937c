import { nodeCrypto } from '../../platform/crypto.ts';
import { type SshKey, sshKeyOf } from './ssh-key.ts';
import { isSignedBy } from './ssh-verify.ts';
import { Wire, wireString } from './wire.ts';

/**
 * Signatures of `ssh-keygen -Y sign` (OpenSSH's PROTOCOL.sshsig). Strict: there is one way to write a signature, every
 * field is bound by it or compared, and what gate does not know is refused.
 */
export interface SshSig {
  readonly key: SshKey;
  readonly namespace: string;
  readonly hash: 'sha256' | 'sha512';
  /** Algorithm and numbers, still packed. */
  readonly signature: Uint8Array;
  readonly reserved: Uint8Array;
}

const MAGIC = 'SSHSIG';
const BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';
const ARMOR = new RegExp(`^${BEGIN}\n((?:[A-Za-z0-9+/]{1,76}={0,2}\n)+)${END}\n?$`);
/** The largest key that is signed with has 16384 bits. */
const LONGEST = 16 * 1024;

/** Undefined for anything that is not exactly one such signature. */
export function parseSshSig(armored: string): SshSig | undefined {
  if (armored.length > LONGEST) return undefined;
  const base64 = ARMOR.exec(armored)?.[1]?.replaceAll('\n', '');
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (base64 === undefined || bytes.toString('base64') !== base64) return undefined;
  try {
    const wire = new Wire(bytes);
    if (wire.take(MAGIC.length).toString('latin1') !== MAGIC || wire.number() !== 1) return undefined;
    const key = sshKeyOf(wire.string());
    const namespace = wire.text();
    const reserved = wire.string();
    const hash = wire.text();
    const signature = wire.string();
    wire.end();
    if (key === undefined || (hash !== 'sha256' && hash !== 'sha512')) return undefined;
    return { key, namespace, reserved, hash, signature };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Why this is no signature of `message` by `key` (`TYPE BASE64`) in that namespace; undefined when it is one. A key in
 * hardware must have been touched.
 */
export function sshSigFault(
  armored: string,
  { message, key, namespace }: { readonly message: string; readonly key: string; readonly namespace: string },
): string | undefined {
  const sig = parseSshSig(armored);
  if (sig === undefined) return 'it is no SSH signature';
  if (sig.key.line !== key) return 'it was made with another key';
  if (sig.namespace !== namespace) return 'it was made for another purpose';
  const digest = nodeCrypto().createHash(sig.hash).update(message).digest();
  const signed = Buffer.concat([
    Buffer.from(MAGIC),
    ...[sig.namespace, sig.reserved, sig.hash, digest].map(wireString),
  ]);
  return isSignedBy(sig.key, signed, sig.signature);
}
