import { isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect, rootCertificates } from 'node:tls';
import type { RemoteService } from '../config/service.ts';
import { readTrusted } from '../config/trusted-file.ts';
import { GateError } from '../errors.ts';
import { type Connection, type Credential, unreachable } from './remote-http.ts';

/**
 * To a service elsewhere. Its certificate is always checked, against the authorities of the system's file or those that the runtime was built with:
 * no variable of the caller adds one, or leads through somebody else (IPC-06).
 *
 * @throws GateError CONFIG_INVALID when the file of authorities cannot be had
 */
export function httpsConnection(
  { url, ca }: RemoteService,
  claims: string,
  credential: Credential | undefined,
): Connection {
  const { host, hostname, port } = new URL(url);
  const plain = hostname.replace(/^\[|\]$/g, '');
  const trust: ConnectionOptions = {
    host: plain,
    port: port === '' ? 443 : Number(port),
    ca: ca === undefined ? [...rootCertificates] : authorities(ca),
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
    // An address is no name to ask for; the certificate has to be for it all the same.
    ...(isIP(plain) === 0 ? { servername: plain } : {}),
  };
  const headers = { host, 'gate-claims': claims };
  return {
    ...{ name: url, headers },
    ...(credential && { credential }),
    connect: () =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect(trust);
        const refuse = (cause: Error) => reject(unreachable({ name: url }, cause));
        socket.once('error', refuse);
        socket.once('secureConnect', () => {
          socket.off('error', refuse);
          // Whoever waits for hours hears of a network that was cut.
          socket.setKeepAlive(true, 30_000);
          resolve(socket);
        });
      }),
  };
}

function authorities(file: string): string {
  const bytes = readTrusted(file, 'root');
  if (bytes?.includes('-----BEGIN CERTIFICATE-----')) return bytes.toString('utf8');
  throw new GateError(
    'CONFIG_INVALID',
    `\`${file}\`, which \`service.ca\` names, ${bytes === undefined ? 'is not there' : 'holds no certificate in PEM'}`,
    {
      hint: 'ask the owner of this machine; nothing runs until it is valid',
    },
  );
}
