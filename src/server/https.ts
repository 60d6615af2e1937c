import type { TLSSocket } from 'node:tls';
import type { People } from '../approval/people.ts';
import { visible } from '../command/display.ts';
import type { PipelineIssuer } from '../config/oidc-schema.ts';
import type { Https } from '../config/serve.ts';
import { readTls, tlsWarnings } from '../config/tls-files.ts';
import type { Door } from './connections.ts';
import { shownBy } from './identity/certificate.ts';
import type { Failures } from './identity/failures.ts';
import { pipelineCallers } from './identity/oidc.ts';
import { isBarred } from './identity/peer.ts';
import { remoteCallers } from './identity/remote.ts';
import { type TokenCallerParts, tokenCallers } from './identity/token.ts';
import { type ListeningTls, listenTls } from './listen-tls.ts';

/** The door for callers from elsewhere: over TLS, known by a token or a certificate. */
export interface HttpsParts extends Pick<Door, 'request' | 'upgrade'> {
  readonly https: Https;
  readonly issuers: readonly PipelineIssuer[];
  readonly store: TokenCallerParts['store'];
  /** Who exists, now. @throws GateError CONFIG_INVALID */
  readonly people: () => Promise<People | undefined>;
  readonly failures: Failures;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export interface HttpsDoor extends ListeningTls {
  /** Reads certificate and key again. @throws GateError CONFIG_INVALID; then it keeps those that it has */
  renewCertificate(): void;
}

/** @throws GateError CONFIG_INVALID, CANNOT_WRITE */
export async function openHttps(parts: HttpsParts): Promise<HttpsDoor> {
  const { https, issuers, store, people, failures, now, log, request, upgrade } = parts;
  const callers = remoteCallers({
    ...{ people, failures, now, log },
    tokens: tokenCallers({ store, now }),
    pipelines: pipelineCallers({ issuers, now }),
    certificates: https.clients,
  });
  const read = () => {
    const files = readTls(https, now());
    for (const words of tlsWarnings(files, now())) log(words);
    return files;
  };
  const listening = await listenTls(https, read(), {
    ...{ request, upgrade },
    admit(socket) {
      const address = socket.remoteAddress ?? '';
      const shown = shownBy(socket as TLSSocket);
      if (shown !== undefined && isBarred(shown)) return { barred: `${address}: ${visible(shown.barred)}` };
      return {
        counts: address,
        caller: (incoming) => callers.callerOf(incoming, { address, shown }),
        stranger: {
          from: address,
          check: () => failures.check(address),
          failed(why) {
            failures.note(address);
            log(`nobody logged in, from ${address}: ${visible(why)}`);
          },
        },
      };
    },
    onBarred: (why) => log(`not let in: ${why}`),
  });
  return {
    ...listening,
    renewCertificate() {
      listening.renew(read());
      log('the certificate of https was read again');
    },
  };
}
