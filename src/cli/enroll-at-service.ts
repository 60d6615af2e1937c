import { remoteEnrolment } from '../broker/remote-enrolment.ts';
import { call } from '../broker/remote-http.ts';
import { connectionTo } from '../broker/service.ts';
import type { Service } from '../config/service.ts';
import type { RawFacts } from '../request/capture.ts';
import type { Principal } from '../request/request.ts';
import type { EnrollParts } from './enroll.ts';

/** `gate enroll` where a service counts the votes: it keeps what proves them, and says who its caller is. */
export async function enrollingAt(
  service: Service,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
): Promise<EnrollParts> {
  const connection = await connectionTo(service, facts, environment);
  const { principal, scopes, supervised, tty } = (await call(connection, 'GET', '/v1/whoami')) as Whoami;
  return {
    enrolment: remoteEnrolment(connection),
    // Who may vote there is of its directory; by what, it knows.
    directory: { strongest: () => (scopes.includes('vote') ? 'os' : undefined) },
    actor: { identified: { principal, why: [], supervised }, tty },
  };
}

interface Whoami {
  readonly principal: Principal;
  readonly scopes: readonly string[];
  readonly supervised: boolean;
  readonly tty: boolean;
}
