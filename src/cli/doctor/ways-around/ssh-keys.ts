import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { type Here, namesIn, textOf, wayAround } from './here.ts';

/** Private keys in `~/.ssh` that nobody is asked about, and connections there that are open already. */
export function sshKeys({ home }: Here): readonly Finding[] {
  const names = namesIn(join(home, '.ssh'));
  const kinds = names.map((path) => ({ path, lock: lockOf(textOf(path) ?? '') }));
  const of = (lock: Lock) => kinds.filter((kind) => kind.lock === lock).map(({ path }) => path);
  const shared = names.filter(isSocket);
  const findings: Finding[] = [];
  const add = (subject: string, paths: readonly string[], what: string, hint: string, level?: Finding['level']) => {
    if (paths.length > 0) findings.push(wayAround({ subject, what, paths, hint, ...(level && { level }) }, home));
  };
  add('ssh-key', of('open'), 'SSH private keys without a passphrase', 'give it a passphrase: ssh-keygen -p -f FILE');
  add(
    'ssh-key-unknown',
    of('unknown'),
    'SSH private keys of which it is not known whether they have a passphrase',
    'give it a passphrase: ssh-keygen -p -f FILE',
    'note',
  );
  add(
    'ssh-shared-connection',
    shared,
    'sockets of SSH connections that may be open already',
    'set `ControlMaster no` where agents work',
  );
  return findings;
}

type Lock = 'open' | 'passphrase' | 'hardware' | 'unknown' | 'no key';

/**
 * How a private key is locked, by the head of its file.
 * OpenSSH's form: PROTOCOL.key of its source; the others: RFC 1421, RFC 5958.
 */
export function lockOf(text: string): Lock {
  const [, kind, body = ''] = /^\s*-----BEGIN ([A-Z ]*)PRIVATE KEY-----([\s\S]*?)(?:-----END|$)/.exec(text) ?? [];
  if (kind === undefined) return 'no key';
  if (kind === 'ENCRYPTED ') return 'passphrase';
  if (kind !== 'OPENSSH ') return /^Proc-Type:.*ENCRYPTED/m.test(body) ? 'passphrase' : 'open';
  const bytes = Buffer.from(body, 'base64');
  const magic = 'openssh-key-v1\0';
  if (bytes.toString('latin1', 0, magic.length) !== magic || bytes.length < magic.length + 4) return 'unknown';
  const length = bytes.readUInt32BE(magic.length);
  const cipher = bytes.toString('latin1', magic.length + 4, magic.length + 4 + length);
  if (cipher === '' || length > 64) return 'unknown';
  if (cipher !== 'none') return 'passphrase';
  // The file names a key in a token, which wants to be touched.
  return bytes.includes('sk-ssh-ed25519@openssh.com') || bytes.includes('sk-ecdsa-sha2-nistp256@openssh.com')
    ? 'hardware'
    : 'open';
}

function isSocket(path: string): boolean {
  try {
    return lstatSync(path).isSocket();
  } catch {
    return false;
  }
}
