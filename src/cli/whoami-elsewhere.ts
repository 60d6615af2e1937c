import { call } from '../broker/remote-http.ts';
import { connectionTo } from '../broker/service.ts';
import { visible } from '../command/display.ts';
import type { RemoteService } from '../config/service.ts';
import type { RawFacts } from '../request/capture.ts';
import type { Principal } from '../request/request.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

interface Said {
  readonly principal: Principal;
  readonly by: string;
  readonly scopes: readonly string[];
}

/** `gate whoami` where the service is elsewhere: it says who calls, by what they came with. @throws GateError CALLER_REFUSED, CHANNEL_UNAVAILABLE */
export async function whoamiElsewhere(
  service: RemoteService,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
  options: { readonly json?: boolean },
  io: Io,
): Promise<number> {
  const connection = await connectionTo(service, facts, environment);
  const { principal, by, scopes } = (await call(connection, 'GET', '/v1/whoami')) as Said;
  const votes = scopes.includes('vote');
  const came = connection.credential?.what ?? 'nothing';
  const why = [`the service at ${service.url} says so`, `you came with ${came}`];
  const barred = votes
    ? null
    : `what you came with lets you ${scopes.length === 0 ? 'do nothing' : scopes.join(' and ')}`;
  const correct =
    by === 'login'
      ? '`gate logout`, and `gate login` as somebody else'
      : 'GATE_TOKEN, the token of the CI job, `gate login` and the file of `service.token` are looked for in this order';
  if (options.json) {
    const { kind, id, owner = null, known, harness = null, session = null } = principal;
    const who = { schema_version: 1, kind, id, owner, known, harness, session, why };
    const rights = {
      groups: [],
      votes,
      approves: [],
      evidence: votes ? 'channel' : null,
      enrolled: [],
      barred,
      correct,
    };
    io.stdout(jsonLine({ ...who, ...rights, service: service.url, credential: came, by, scopes }));
    return 0;
  }
  io.stdout(`${visible(principal.id)} (${principal.kind}, known by ${KNOWN[by] ?? visible(by)})\n`);
  if (principal.owner) io.stdout(`owner     ${visible(principal.owner)}\n`);
  if (principal.session) io.stdout(`session   ${visible(principal.session)}\n`);
  for (const reason of why) io.stdout(`because   ${visible(reason)}\n`);
  io.stdout(`may       ${scopes.map(visible).join(', ') || 'nothing'}\n`);
  io.stdout(`correct   ${correct}\n`);
  return 0;
}

const KNOWN: Readonly<Record<string, string>> = {
  token: 'a token',
  oidc: 'what its CI system signed',
  login: 'a login',
  certificate: 'a certificate',
};
