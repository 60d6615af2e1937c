import type { Service } from '../config/service.ts';
import type { RawFacts } from '../request/capture.ts';
import { asAgent, type Identified, identify } from '../request/principal.ts';
import type { Away } from './away.ts';
import type { Queue } from './broker.ts';
import { remoteQueue } from './remote.ts';
import { type Connection, call } from './remote-http.ts';
import { trustedService } from './trusted-service.ts';

/**
 * The queue of the service that the system's file names. What this process knows of its surroundings goes along as a claim: it can
 * only take rights away, and the service knows the account by itself.
 *
 * @throws GateError CHANNEL_UNAVAILABLE when it is not there, or could be somebody else's
 */
export async function openService(
  service: Service,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
  away?: Away,
): Promise<Queue> {
  return remoteQueue(await connectionTo(service, facts, environment), away);
}

/** @throws GateError CHANNEL_UNAVAILABLE, or what keeps it from working */
export async function serviceIsReady(
  service: Service,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  await call(await connectionTo(service, facts, environment), 'GET', '/readyz');
}

/** A link that signs the account of this process in at the web inbox. @throws as `openService` */
export async function webLink(
  service: Service,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; readonly expires: number }> {
  const made = await call(await connectionTo(service, facts, environment), 'POST', '/v1/web-links');
  return made as { readonly url: string; readonly expires: number };
}

/**
 * The service of this machine, asked by a hook: as the agent that the harness calls for, with nobody sitting at it.
 *
 * @throws as `openService`
 */
export async function hookConnection(
  { path, user }: Service & { readonly kind: 'socket' },
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
  agent: string,
): Promise<Connection> {
  const identified = identify(facts.user.name, facts.host, environment, facts.ancestors);
  const claims = JSON.stringify(claimsBy({ ...asAgent(identified, agent), tty: false }));
  return overSocket(path, user, claims);
}

/**
 * @param purpose what a person's login is wanted for, where the service is elsewhere
 * @throws as `openService`; CONFIG_INVALID when what the caller would show is none
 */
export async function connectionTo(
  service: Service,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
  purpose: 'ask' | 'answer' = 'answer',
): Promise<Connection> {
  const claims = JSON.stringify(claimsOf(facts, environment));
  if (service.kind === 'socket') return overSocket(service.path, service.user, claims);
  const [{ httpsConnection }, { credentialFor }] = await Promise.all([
    import('./https-connection.ts'),
    import('./credential.ts'),
  ]);
  const now = () => Date.now();
  const credential = await credentialFor({ ...{ service, environment, purpose, now }, home: facts.user.home });
  return httpsConnection(service, claims, credential);
}

async function overSocket(path: string, user: string, claims: string): Promise<Connection> {
  const { connect } = await trustedService(path, user);
  return { name: path, connect, headers: { host: 'gate', 'gate-claims': claims } };
}

/** What this process knows of its surroundings. */
export function claimsOf(facts: RawFacts, environment: Readonly<Record<string, string>>): object {
  const identified = identify(facts.user.name, facts.host, environment, facts.ancestors);
  return claimsBy({ ...identified, tty: facts.tty });
}

function claimsBy({ principal, supervised, tty }: Identified & { readonly tty: boolean }): object {
  const { kind, harness, session } = principal;
  return {
    tty,
    ...(kind === 'person' ? {} : { kind }),
    ...(harness === undefined ? {} : { harness }),
    ...(session === undefined ? {} : { session }),
    ...(supervised ? { supervised } : {}),
  };
}
