import { setTimeout as sleep } from 'node:timers/promises';
import * as oauth from 'oauth4webapi';
import { GateError } from '../../errors.ts';
import { addressFor, asked, idTokenOf, issuerClient, type Proven } from './issuer-client.ts';

/** What the person does elsewhere. Both come from the issuer: escaped before they are shown. */
export interface Instructions {
  readonly code: string;
  readonly address: string;
  /** The same with the code in it. */
  readonly complete?: string;
}

/**
 * RFC 8628: the person opens an address on any device, and types a code there; this machine asks meanwhile.
 *
 * @throws GateError CHANNEL_UNAVAILABLE
 */
export async function deviceLogin(
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
  show: (instructions: Instructions) => void,
  signal: AbortSignal,
): Promise<Proven> {
  const { server, client, authentication, options } = await issuerClient(issuer, clientId, signal);
  if (server.device_authorization_endpoint === undefined) {
    throw new GateError('CHANNEL_UNAVAILABLE', `${issuer} has no way to log in by a device`, {
      hint: 'log in without --device',
    });
  }
  const scope = { scope: 'openid email' };
  const device = await asked(issuer, async () =>
    oauth.processDeviceAuthorizationResponse(
      server,
      client,
      await oauth.deviceAuthorizationRequest(server, client, authentication, scope, options()),
    ),
  );
  const address = addressFor(issuer, device.verification_uri).href;
  const complete = device.verification_uri_complete && addressFor(issuer, device.verification_uri_complete).href;
  show({ code: device.user_code, address, ...(complete === undefined ? {} : { complete }) });
  const until = Date.now() + device.expires_in * 1000;
  let interval = (device.interval ?? 5) * 1000;
  for (;;) {
    try {
      await sleep(interval, undefined, { signal });
    } catch {
      return { kind: 'stopped' };
    }
    if (Date.now() >= until) return { kind: 'late' };
    try {
      const tokens = await asked(issuer, async () =>
        oauth.processDeviceCodeResponse(
          server,
          client,
          await oauth.deviceCodeGrantRequest(server, client, authentication, device.device_code, options()),
        ),
      );
      return { kind: 'proven', idToken: idTokenOf(issuer, tokens) };
    } catch (error) {
      if (signal.aborted) return { kind: 'stopped' };
      if (!(error instanceof oauth.ResponseBodyError)) throw error;
      if (error.error === 'slow_down') interval += 5000;
      else if (error.error === 'access_denied') return { kind: 'denied' };
      else if (error.error === 'expired_token') return { kind: 'late' };
      else if (error.error !== 'authorization_pending') throw refusedBy(issuer, error);
    }
  }
}

export function refusedBy(issuer: string, { error }: { readonly error: string }): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', `${issuer} refused the login: ${error.replace(/[^\w.-]/g, '_')}`, {
    hint: 'ask whoever keeps the client of gate there',
  });
}
