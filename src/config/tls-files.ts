import { createPrivateKey, X509Certificate } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { errno, GateError } from '../errors.ts';
import type { Https } from './serve.ts';

/** What the service shows to who connects over TLS, as it lies in files (effect). */
export interface TlsFiles {
  /** PEM; the service's own certificate first. */
  readonly certificate: string;
  readonly key: string;
  /** Of the authorities that may say who a client is. */
  readonly clientCa?: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Whether the certificate is for this host: a name or an address, without a port. */
  isFor(host: string): boolean;
}

const SOON_MILLISECONDS = 14 * 86_400_000;
const LARGEST = 1024 * 1024;

/**
 * Reads the files and holds them against each other.
 *
 * @param account uid of the service
 * @throws GateError CONFIG_INVALID: one cannot be read, others could read or have written the key, they do not belong together, or
 *   the certificate is not good now
 */
export function readTls(
  { certificate, key, clientCa }: Https,
  now: number,
  account = process.geteuid?.() ?? 0,
): TlsFiles {
  const chain = text(certificate, 'public', account);
  const secret = text(key, 'secret', account);
  const own = certificateIn(chain, certificate);
  if (!own.checkPrivateKey(keyIn(secret, key))) {
    throw invalid(`the key \`${key}\` is not that of the certificate \`${certificate}\``);
  }
  const [from, expires] = [Date.parse(own.validFrom), Date.parse(own.validTo)];
  if (!(from <= now)) throw invalid(`the certificate \`${certificate}\` is good from ${own.validFrom} only`);
  if (!(expires > now)) throw invalid(`the certificate \`${certificate}\` expired at ${own.validTo}`);
  const authorities = clientCa === undefined ? undefined : text(clientCa, 'public', account);
  if (clientCa !== undefined) certificateIn(authorities ?? '', clientCa);
  return {
    ...{ certificate: chain, key: secret, expires },
    ...(authorities === undefined ? {} : { clientCa: authorities }),
    isFor: (host) => isCovered(own, host),
  };
}

/** What whoever keeps it should know, in sentences. */
export function tlsWarnings({ expires }: Pick<TlsFiles, 'expires'>, now: number): readonly string[] {
  if (expires - now > SOON_MILLISECONDS) return [];
  const days = Math.floor((expires - now) / 86_400_000);
  return [`the certificate of https expires in ${days} days, at ${new Date(expires).toISOString()}`];
}

/** What keeps the service from working with these files, in sentences. @param account uid of the service */
export function tlsProblems(https: Https, now: number, account?: number): readonly string[] {
  try {
    readTls(https, now, account);
    return [];
  } catch (error) {
    if (error instanceof GateError) return [error.message];
    throw error;
  }
}

/** A host that is neither a name nor an address is an error to the one runtime and none of the certificate's to the other. */
function isCovered(certificate: X509Certificate, host: string): boolean {
  try {
    return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
  } catch {
    return false;
  }
}

function text(path: string, kind: 'public' | 'secret', account: number): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (cause) {
    throw invalid(`\`${path}\` cannot be read (${errno(cause)})`, cause);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > LARGEST) throw invalid(`\`${path}\` is no file of certificates or keys`);
    const foreign = stats.uid !== 0 && stats.uid !== account;
    if (foreign || (stats.mode & 0o022) !== 0) {
      throw invalid(`\`${path}\` can be written by others than root and the account of the service`);
    }
    // Its group may read a key: some systems keep keys for a group of services.
    if (kind === 'secret' && (stats.mode & 0o007) !== 0) throw invalid(`others can read the key \`${path}\``);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function certificateIn(pem: string, path: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw invalid(`\`${path}\` holds no certificate in PEM`, cause);
  }
}

function keyIn(pem: string, path: string) {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw invalid(`\`${path}\` holds no private key in PEM, or one with a passphrase`, cause);
  }
}

function invalid(message: string, cause?: unknown): GateError {
  return new GateError('CONFIG_INVALID', message, {
    hint: 'the service does not start with it; one that runs keeps the certificate that it had',
    cause,
  });
}
