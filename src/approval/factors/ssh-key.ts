/** Public keys as OpenSSH writes them on one line: `TYPE BASE64 [COMMENT]`. Pure, and needs no cryptography. */

/** What signatures are accepted from; DSA and certificates are not. */
export const SSH_KEY_TYPES = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'ssh-rsa',
  'sk-ssh-ed25519@openssh.com',
  'sk-ecdsa-sha2-nistp256@openssh.com',
] as const;

export type SshKeyType = (typeof SSH_KEY_TYPES)[number];

export interface SshKey {
  readonly type: SshKeyType;
  /** The key on the wire: its type again, then its numbers. */
  readonly blob: Uint8Array;
  /** `TYPE BASE64` without a comment: equal for equal keys. */
  readonly line: string;
  readonly comment: string;
}

/** Undefined for anything that is not exactly one key of a type that gate knows. */
export function sshKey(text: string): SshKey | undefined {
  const [, type = '', base64 = '', comment = ''] =
    /^(\S+) +([A-Za-z0-9+/]+={0,2})(?: +([^\r\n]*))?$/.exec(text.trim()) ?? [];
  const known = SSH_KEY_TYPES.find((each) => each === type);
  const blob = Buffer.from(base64, 'base64');
  if (known === undefined || blob.toString('base64') !== base64) return undefined;
  return wireType(blob) === type ? { type: known, blob, line: `${type} ${base64}`, comment } : undefined;
}

/** The key of that blob, as `sshKey` gives it. */
export function sshKeyOf(blob: Uint8Array): SshKey | undefined {
  return sshKey(`${wireType(blob) ?? ''} ${Buffer.from(blob).toString('base64')}`);
}

function wireType(blob: Uint8Array): string | undefined {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  if (bytes.length < 4) return undefined;
  const length = bytes.readUInt32BE(0);
  return length > bytes.length - 4 ? undefined : bytes.toString('latin1', 4, 4 + length);
}
