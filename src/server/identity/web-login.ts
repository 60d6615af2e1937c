import * as oauth from 'oauth4webapi';
import type { Issuer } from '../../channels/web/signing-in.ts';
import { visible } from '../../command/display.ts';
import { errno, GateError } from '../../errors.ts';
import type { Logins } from './login.ts';
import { isBarred } from './peer.ts';

/**
 * How people sign in at the web inbox by the issuer of `login:`: the code flow with PKCE (RFC 6749, 7636), whose answer the service fetches itself. What
 * the issuer says of them is held to what every login is held to (`login.ts`).
 */
export function webIssuer(logins: Pick<Logins, 'begin' | 'who'>): Issuer {
  const { issuer, clientId } = logins.begin();
  const url = new URL(issuer);
  const client: oauth.Client = { client_id: clientId };
  const local = url.protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(url.hostname);
  const options = () => ({
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    ...(local ? { [oauth.allowInsecureRequests]: true } : {}),
  });
  const discovered = async () =>
    oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, { algorithm: 'oidc', ...options() }));

  return {
    issuer,

    async begin(back) {
      const server = await discovered().catch((cause: unknown) => {
        throw unavailable('does not answer as an issuer', cause);
      });
      const address = URL.parse(server.authorization_endpoint ?? '');
      if (address === null || !(address.protocol === 'https:' || (local && address.host === url.host))) {
        throw unavailable('names no address to log in at');
      }
      const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
      const { nonce } = logins.begin();
      const asked = {
        ...{ client_id: clientId, response_type: 'code', redirect_uri: back, scope: 'openid email', state, nonce },
        ...{ code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return { address: address.href, state, verifier, nonce };
    },

    async finish(answer, { state, verifier, nonce }, back) {
      let idToken: string | undefined;
      try {
        const server = await discovered();
        const parameters = oauth.validateAuthResponse(server, client, answer, state);
        const response = await oauth.authorizationCodeGrantRequest(
          ...([server, client, oauth.None(), parameters, back, verifier, options()] as const),
        );
        const expected = { expectedNonce: nonce, requireIdToken: true };
        ({ id_token: idToken } = await oauth.processAuthorizationCodeResponse(server, client, response, expected));
      } catch (error) {
        return { barred: `the issuer did not vouch for you: ${visible(wordsOf(error))}` };
      }
      if (idToken === undefined) return { barred: 'the issuer said nothing about who you are' };
      const who = await logins.who(idToken);
      return isBarred(who) ? who : { person: who.id };
    },
  };
}

const PATIENCE_MILLISECONDS = 20_000;

function unavailable(what: string, cause?: unknown): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', `the issuer of logins ${what}`, {
    hint: '`login` in serve.yaml names it',
    cause,
  });
}

/** Nothing of what it answered: only its code, where there is one. */
function wordsOf(error: unknown): string {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) return error.error;
  return errno(error instanceof Error ? error.cause : undefined) || 'its answer is not what it should be';
}
