import { sessionFile } from '../../broker/credential.ts';
import { httpsConnection } from '../../broker/https-connection.ts';
import { type Connection, call } from '../../broker/remote-http.ts';
import { claimsOf } from '../../broker/service.ts';
import { visible } from '../../command/display.ts';
import type { RemoteService, Service } from '../../config/service.ts';
import { forgetSession, keptSession, type Purpose } from '../../config/session-file.ts';
import { GateError } from '../../errors.ts';
import { showAddress } from '../../platform/browser.ts';
import type { RawFacts } from '../../request/capture.ts';
import { chance } from '../../wiring.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Actor } from '../votes.ts';
import { type LoginService, login } from './login.ts';

/** `gate login` and `gate logout`, where the system's file names a service elsewhere. */
export interface Here {
  readonly service: Service | undefined;
  readonly facts: RawFacts;
  readonly environment: Readonly<Record<string, string>>;
}

/** @throws GateError USAGE where nobody logs in, CHANNEL_UNAVAILABLE, CALLER_REFUSED */
export async function logIn(
  here: Here,
  { device = false, run = false }: { readonly device?: boolean; readonly run?: boolean },
  actor: Actor,
  io: Io,
): Promise<number> {
  const service = elsewhere(here.service);
  const { facts, environment } = here;
  const purpose: Purpose = run ? 'ask' : 'answer';
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, onSignal);
  const side = sideOf(service, httpsConnection(service, JSON.stringify(claimsOf(facts, environment)), undefined));
  return login(
    side,
    actor,
    {
      ...{ purpose, device, signal: stop.signal },
      file: sessionFile(environment, facts.user.home, purpose),
      open: (address) => showAddress(address, environment),
    },
    io,
  );
}

/** Ends the sessions of this account: at the service, and here in any case. @throws GateError CHANNEL_UNAVAILABLE when the service did not hear it */
export async function logOut({ service: named, facts, environment }: Here, io: Io): Promise<number> {
  const service = elsewhere(named);
  const claims = JSON.stringify(claimsOf(facts, environment));
  const problems: GateError[] = [];
  let ended = 0;
  for (const purpose of ['answer', 'ask'] as const) {
    const file = sessionFile(environment, facts.user.home, purpose);
    const session = keptSession(file, service.url, chance.now());
    forgetSession(file);
    if (session === undefined) continue;
    const { token, person } = session;
    const credential = { what: 'the session', authorization: async () => `Bearer ${token}` };
    try {
      await call(httpsConnection(service, claims, credential), 'POST', '/v1/logout', {});
    } catch (error) {
      // One that the service does not know any more has ended.
      if (!(error instanceof GateError)) throw error;
      if (error.code !== 'CALLER_REFUSED') problems.push(error);
    }
    ended += 1;
    io.stderr(`gate: you are no longer ${visible(person)}${purpose === 'ask' ? ' for running commands' : ''}\n`);
  }
  if (ended === 0) io.stderr('gate: nobody was logged in\n');
  const [problem] = problems;
  if (problem !== undefined) {
    throw new GateError(
      'CHANNEL_UNAVAILABLE',
      `the session is gone here, and the service did not hear it: ${problem.message}`,
      {
        hint: 'it ends by itself; `gate token list` shows it to operators, who can take it back',
        cause: problem,
      },
    );
  }
  return EXIT.ok;
}

function elsewhere(service: Service | undefined): RemoteService {
  if (service?.kind === 'https') return service;
  throw new GateError('USAGE', 'nobody logs in here', {
    hint:
      service === undefined
        ? 'people log in to a service that `service.url` in /etc/gate/config.yaml names'
        : 'the service of this machine knows you by your account: `gate whoami`',
  });
}

function sideOf(service: RemoteService, connection: Connection): LoginService {
  return {
    name: service.url,
    async begin() {
      const begun = (await call(connection, 'GET', '/v1/login')) as Record<'issuer' | 'client_id' | 'nonce', string>;
      return { issuer: begun.issuer, clientId: begun.client_id, nonce: begun.nonce };
    },
    async finish(idToken, purpose) {
      try {
        const done = await call(connection, 'POST', '/v1/login', { id_token: idToken, purpose });
        return { kind: 'in', ...(done as { token: string; person: string; expires: number }) };
      } catch (error) {
        if (error instanceof GateError && error.code === 'CALLER_REFUSED')
          return { kind: 'refused', why: error.message };
        throw error;
      }
    },
  };
}
