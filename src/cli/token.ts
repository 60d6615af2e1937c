import { notInPerson } from '../approval/directory.ts';
import type { KnownToken, Tokens, WantedToken } from '../broker/tokens.ts';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { ago, spoken } from '../policy/duration.ts';
import { chance } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { table } from './table.ts';
import type { Actor } from './votes.ts';

/**
 * `gate token`: lets agents and pipelines call the service from elsewhere. Exit: 0 done, 64 no such token, 77 not theirs
 * to do.
 */
export interface IssueOptions {
  readonly agent?: string;
  readonly pipeline?: string;
  readonly relay?: string;
  /** With commas between. */
  readonly people?: string;
  readonly owner?: string;
  /** Seconds. */
  readonly for?: number;
  readonly read?: boolean;
  readonly from?: readonly string[];
  readonly json?: boolean;
}

/** The token is what stdout gets, once; everything about it goes to people. */
export async function issueToken(
  tokens: Pick<Tokens, 'issue' | 'list' | 'revoke'>,
  options: IssueOptions,
  actor: Actor,
  io: Io,
): Promise<number> {
  const wanted = wantedBy(options);
  const barred = absent(actor);
  if (barred !== undefined) return refused(barred, actor, io);
  const done = await tokens.issue(actor.identified.principal.id, {
    ...wanted,
    ...(options.for === undefined ? {} : { seconds: options.for }),
    ...(options.from === undefined ? {} : { networks: options.from }),
  });
  if (done.kind === 'refused') return refused(done.why, actor, io);
  const { token, issued } = done;
  if (options.json) {
    io.stdout(jsonLine({ schema_version: 1, token, ...described({ ...issued, at: chance.now() }) }));
    return EXIT.ok;
  }
  io.stdout(`${token}\n`);
  io.stderr(
    `gate: that is the token of ${visible(issued.principal.id)}, good until ${new Date(issued.expires).toISOString()}; it is not shown again\n` +
      `  take it back with: gate token revoke ${issued.id}\n`,
  );
  return EXIT.ok;
}

/** @throws GateError USAGE when it does not say whose the token is */
function wantedBy({ agent, pipeline, relay, people, owner, read }: IssueOptions): WantedToken {
  const name = agent ?? pipeline ?? relay;
  const one = [agent, pipeline, relay].filter((each) => each !== undefined).length === 1;
  if (one && name !== undefined) {
    if (relay !== undefined && people !== undefined && owner === undefined && !read) {
      return { kind: 'relay', name, people: people.split(',').map((person) => person.trim()) };
    }
    if (relay === undefined && owner !== undefined && people === undefined) {
      return { kind: agent === undefined ? 'pipeline' : 'agent', name, owner, scope: read ? 'read' : 'run' };
    }
  }
  throw new GateError('USAGE', 'whose token?', {
    hint: 'gate token create --agent NAME --owner PERSON, or --relay NAME --people PERSON,PERSON',
  });
}

export async function listTokens(
  tokens: Pick<Tokens, 'issue' | 'list' | 'revoke'>,
  options: { readonly json?: boolean },
  io: Io,
): Promise<number> {
  const all = await tokens.list();
  if (options.json) {
    io.stdout(jsonLine({ schema_version: 1, tokens: all.map(described) }));
    return EXIT.ok;
  }
  if (all.length === 0) io.stderr('no token is out; `gate token create` makes one\n');
  else io.stdout(table(all.map(row)));
  return EXIT.ok;
}

export async function revokeToken(
  tokens: Pick<Tokens, 'issue' | 'list' | 'revoke'>,
  id: string,
  actor: Actor,
  io: Io,
): Promise<number> {
  const barred = absent(actor);
  if (barred !== undefined) return refused(barred, actor, io);
  const done = await tokens.revoke(actor.identified.principal.id, id);
  if (done.kind === 'refused') return refused(done.why, actor, io);
  if (done.kind === 'unknown') {
    throw new GateError('UNKNOWN_REQUEST', `no token is called \`${visible(id)}\``, { hint: 'gate token list' });
  }
  io.stderr(`gate: the token of ${visible(done.token.principal.id)} is good no more\n`);
  return EXIT.ok;
}

/** Letting somebody in is for people, in person. */
function absent({ identified, tty }: Actor): string | undefined {
  return notInPerson(identified.principal, identified.supervised, tty);
}

function refused(why: string, { identified }: Actor, io: Io): number {
  io.stderr(`gate: nothing was changed: ${visible(why)}\n  you are ${visible(identified.principal.id)}\n`);
  return EXIT.refused;
}

function described(token: KnownToken) {
  const { id, principal, scopes, networks, relay, by, at, expires, used } = token;
  return {
    id,
    principal: principal.id,
    owner: principal.owner ?? null,
    scopes,
    people: relay?.people ?? null,
    networks: networks ?? null,
    by,
    issued_at: new Date(at).toISOString(),
    expires_at: new Date(expires).toISOString(),
    used_at: used === undefined ? null : new Date(used).toISOString(),
  };
}

function row({ id, principal, scopes, networks, relay, by, expires, used }: KnownToken): string[] {
  const now = chance.now();
  const left = expires > now ? `${spoken(Math.ceil((expires - now) / 60_000) * 60)} left` : 'EXPIRED';
  return [
    id,
    visible(principal.id),
    scopes.join(','),
    left,
    used === undefined ? 'never used' : `used ${ago(used, now)}`,
    `by ${visible(by)}${relay ? `, for ${relay.people.map(visible).join(' ')}` : ''}${networks ? `, from ${networks.map(visible).join(' ')}` : ''}`,
  ];
}
