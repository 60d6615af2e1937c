import type { IncomingMessage } from 'node:http';
import type { People } from '../../approval/people.ts';
import { visible } from '../../command/display.ts';
import type { NamedCertificate } from '../../config/serve.ts';
import type { Caller } from '../caller.ts';
import { ApiError } from '../problem.ts';
import { certificateCaller, type Shown } from './certificate.ts';
import type { Failures } from './failures.ts';
import type { PipelineCallers } from './oidc.ts';
import { type Barred, isBarred } from './peer.ts';
import type { TokenCallers } from './token.ts';

/** Who calls from elsewhere, looked at for each request. */
export interface RemoteCallers {
  /**
   * By the token of this request; without one, by the certificate of its connection. Whoever sends a token that is not good is nobody, whatever
   * their certificate. What was wrong with it the log of the service says, and the answer does not.
   *
   * @throws ApiError UNAUTHENTICATED, TOO_MANY
   */
  callerOf(incoming: IncomingMessage, from: From): Promise<Caller>;
}

/** The other end of a connection, as the transport has it. */
export interface From {
  readonly address: string;
  /** What its certificate says; undefined when none was shown. */
  readonly shown: Shown | undefined;
}

export interface RemoteCallerParts {
  readonly tokens: TokenCallers;
  readonly pipelines: PipelineCallers;
  readonly certificates: readonly NamedCertificate[];
  /** Who exists, now. @throws GateError CONFIG_INVALID */
  readonly people: () => Promise<People | undefined>;
  readonly failures: Failures;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export function remoteCallers(parts: RemoteCallerParts): RemoteCallers {
  const { tokens, pipelines, certificates, failures, now, log } = parts;

  async function found(
    text: string | Barred | undefined,
    { address, shown }: From,
  ): Promise<Caller | Barred | undefined> {
    if (typeof text === 'object') return text;
    const people = await parts.people();
    if (text === undefined) return shown && certificateCaller(shown, certificates, people, now());
    return text.startsWith('gate_') ? tokens.callerWith(text, address, people) : pipelines.callerWith(text, people);
  }

  return {
    async callerOf(incoming, from) {
      failures.check(from.address);
      const text = bearerOf(incoming);
      const caller = await found(text, from);
      if (caller !== undefined && !isBarred(caller)) return caller;
      if (caller !== undefined) {
        failures.note(from.address);
        log(`nobody known, from ${from.address}: ${visible(caller.barred)}`);
      } else if (from.shown !== undefined) {
        log(
          `nobody known, from ${from.address}: no entry names the certificate of ${visible(from.shown.names.join(', ') || 'nobody')}`,
        );
      }
      throw new ApiError('UNAUTHENTICATED', 'who calls is not known', HINT);
    },
  };
}

const HINT = 'a person logs in with `gate login`; agents and pipelines need a token';

/** The token of a request; undefined when it has none. Two of them, or something else than a token, are none that is good. */
export function bearerOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): string | Barred | undefined {
  const sent = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  );
  const [one] = sent;
  if (one === undefined) return undefined;
  const text = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(one)?.[1];
  return sent.length > 1 || text === undefined ? { barred: 'what it sent is no token' } : text;
}
