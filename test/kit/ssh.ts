import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { wireString } from '../../src/approval/factors/wire.ts';

/** SSH keys and signatures of every kind that gate accepts, made without OpenSSH: also those of hardware nobody has here. */

export interface SoftKey {
  readonly type: string;
  /** `TYPE BASE64`. */
  readonly line: string;
  /** Armored, as `ssh-keygen -Y sign` writes it. */
  sign(
    message: string,
    more?: { namespace?: string; hash?: 'sha256' | 'sha512'; touched?: boolean; algorithm?: string },
  ): string;
}

const KINDS = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'ssh-rsa',
  'sk-ssh-ed25519@openssh.com',
  'sk-ecdsa-sha2-nistp256@openssh.com',
] as const;
export const KEY_KINDS: readonly string[] = KINDS;

export function softKey(type: string, bits = 2048): SoftKey {
  const { publicKey, privateKey } = pair(type, bits);
  const blob = Buffer.concat([wireString(type), ...numbers(type, publicKey)]);
  const line = `${type} ${blob.toString('base64')}`;
  return {
    type,
    line,
    sign(message, { namespace = 'vote@gate', hash = 'sha512', touched = true, algorithm } = {}) {
      const digest = createHash(hash).update(message).digest();
      const data = Buffer.concat([Buffer.from('SSHSIG'), ...[namespace, '', hash, digest].map(wireString)]);
      const signature = signed(type, privateKey, data, touched, algorithm);
      const version = Buffer.from([0, 0, 0, 1]);
      const whole = Buffer.concat([
        Buffer.from('SSHSIG'),
        version,
        ...[blob, namespace, '', hash, signature].map(wireString),
      ]);
      return armored(whole);
    },
  };
}

export function armored(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,70}/g) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`;
}

export function unarmored(text: string): Buffer {
  return Buffer.from(text.replace(/-----[^-]+-----|\n/g, ''), 'base64');
}

function pair(type: string, bits: number) {
  if (type.includes('ed25519')) return generateKeyPairSync('ed25519');
  if (type === 'ssh-rsa') return generateKeyPairSync('rsa', { modulusLength: bits });
  const namedCurve =
    { nistp256: 'P-256', nistp384: 'P-384', nistp521: 'P-521' }[/nistp\d+/.exec(type)?.[0] ?? ''] ?? '';
  return generateKeyPairSync('ec', { namedCurve });
}

function numbers(type: string, key: KeyObject): Buffer[] {
  const { x = '', y = '', n = '', e = '' } = key.export({ format: 'jwk' });
  const application = type.startsWith('sk-') ? [wireString('ssh:')] : [];
  if (type === 'ssh-rsa') return [mpint(Buffer.from(e, 'base64url')), mpint(Buffer.from(n, 'base64url'))];
  if (type.includes('ed25519')) return [wireString(Buffer.from(x, 'base64url')), ...application];
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return [wireString(/nistp\d+/.exec(type)?.[0] ?? ''), wireString(point), ...application];
}

function signed(
  type: string,
  key: KeyObject,
  data: Buffer,
  touched: boolean,
  algorithm = type === 'ssh-rsa' ? 'rsa-sha2-512' : type,
): Buffer {
  if (type === 'ssh-rsa') {
    const hash = { 'rsa-sha2-256': 'sha256', 'rsa-sha2-512': 'sha512' }[algorithm] ?? 'sha1';
    return Buffer.concat([wireString(algorithm), wireString(sign(hash, data, key))]);
  }
  const tail = type.startsWith('sk-') ? Buffer.from([touched ? 1 : 0, 0, 0, 0, 7]) : Buffer.alloc(0);
  const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
  const told = tail.length > 0 ? Buffer.concat([sha(Buffer.from('ssh:')), tail, sha(data)]) : data;
  if (type.includes('ed25519')) return Buffer.concat([wireString(algorithm), wireString(sign(null, told, key)), tail]);
  const hash = { nistp256: 'sha256', nistp384: 'sha384', nistp521: 'sha512' }[/nistp\d+/.exec(type)?.[0] ?? ''] ?? '';
  const both = sign(hash, told, { key, dsaEncoding: 'ieee-p1363' });
  const [r, s] = [both.subarray(0, both.length / 2), both.subarray(both.length / 2)];
  return Buffer.concat([wireString(algorithm), wireString(Buffer.concat([mpint(r), mpint(s)])), tail]);
}

function mpint(number: Buffer): Buffer {
  let start = 0;
  while (start < number.length - 1 && number[start] === 0) start++;
  const bytes = number.subarray(start);
  return wireString((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}
