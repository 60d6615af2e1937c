import type { TLSSocket } from 'node:tls';
import { PERSON, type People } from '../../approval/people.ts';
import { unfitName } from '../../broker/tokens.ts';
import type { NamedCertificate } from '../../config/serve.ts';
import type { Caller } from '../caller.ts';
import type { Barred } from './peer.ts';

/** Agents and pipelines by the certificate of their connection (mutual TLS). */

/** Where the names of pipelines with a certificate begin; no issuer and no token has it. */
export const CERTIFICATE_PIPELINES = 'certificate/';

/** What a certificate that was shown says of its holder; `barred` when it does not hold. Undefined when none was shown. */
export interface Shown {
  readonly names: readonly string[];
  /** Milliseconds since 1970. */
  readonly until: number;
}

export function shownBy(socket: TLSSocket): Shown | Barred | undefined {
  const { raw, subjectaltname = '', valid_to: until } = socket.getPeerCertificate() ?? {};
  if (raw === undefined) return undefined;
  if (!socket.authorized) return { barred: `its certificate does not hold: ${String(socket.authorizationError)}` };
  return { names: namesIn(subjectaltname), until: Date.parse(until) };
}

/** Who that is. A certificate that no entry names is nobody's. Pure. */
export function certificateCaller(
  { names, until }: Shown,
  named: readonly NamedCertificate[],
  people: People | undefined,
  now: number,
): Caller | Barred | undefined {
  const found = named.filter(({ san }) => names.includes(san));
  const [one] = found;
  if (one === undefined) return undefined;
  if (found.length > 1) return { barred: 'its certificate is named by several entries of `https.clients`' };
  // A connection may be older than the certificate is good.
  if (!(now < until)) return { barred: 'its certificate has expired' };
  const { kind, name, owner } = one;
  const why = unfitName(one, people);
  if (why !== undefined) return { barred: why };
  const id = kind === 'agent' ? `agent:${name}@${owner}` : `pipeline:${CERTIFICATE_PIPELINES}${name}`;
  return {
    principal: { kind, id, owner: PERSON + owner, known: 'signed' },
    by: 'certificate',
    scopes: new Set(['run']),
  };
}

/**
 * The names in the runtime's one line. Those that it had to quote, because they could be read as two, are none. Pure.
 */
export function namesIn(line: string): readonly string[] {
  if (line.includes('"')) return [];
  return line.split(', ').filter((each) => /^(?:URI|DNS|email):[!-~]{1,512}$/.test(each) && !each.includes(','));
}
