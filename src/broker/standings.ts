import type { Words } from '../approval/acts.ts';
import type { Directory } from '../approval/directory.ts';
import { isAsked, isRequester } from '../approval/quorum.ts';
import type { Standing } from '../approval/standing.ts';
import type { Store, StreamFilter } from '../audit/log.ts';
import { GateError } from '../errors.ts';
import type { KnownStanding, StandingReceiving } from './broker.ts';
import { busy, MOST_CONFLICTS, type Stream } from './steps.ts';

/** Standing grants in the log: listed, ended by time, taken back. */

export async function standingsOf(
  store: Store<Stream>,
  filter: Omit<StreamFilter, 'kind'>,
): Promise<readonly KnownStanding[]> {
  const found = await store.requests({ ...filter, kind: 'standing' });
  return found.filter((stored): stored is KnownStanding => stored.view.kind === 'standing');
}

/** The first to notice that one is over appends the event. */
export async function settledStandings(
  store: Store<Stream>,
  filter: Omit<StreamFilter, 'kind'>,
  now: number,
): Promise<readonly KnownStanding[]> {
  const found = await standingsOf(store, filter);
  const over = found.filter(({ view }) => view.open && now >= view.grant.until);
  for (const { id, version } of over) {
    await store.append([{ type: 'standing.expired', request: id, payload: {} }], { request: id, version });
  }
  if (over.length === 0) return found;
  const again = await standingsOf(store, { ...filter, limit: found.length });
  return filter.open ? again.filter(({ view }) => view.open) : again;
}

/** By those who gave it, those who could have, and the one it was given to or the person behind. */
export async function revokeStanding(
  id: string,
  words: Words,
  parts: { readonly store: Store<Stream>; readonly directory: Directory },
): Promise<StandingReceiving> {
  for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
    const known = await readStanding(id, parts.store);
    if (!known.view.open) return { kind: 'ended', known };
    if (!mayRevoke(known.view, words.by, parts.directory)) {
      return { kind: 'not_yours', why: 'you neither gave it, nor could have, nor was it given to you', known };
    }
    const event = { type: 'standing.revoked', request: id, payload: words };
    const result = await parts.store.append([event], { request: id, version: known.version });
    if (result.kind === 'appended') return { kind: 'recorded', known: await readStanding(id, parts.store) };
  }
  throw busy(id);
}

function mayRevoke({ grant }: Standing, by: string, directory: Directory): boolean {
  const digest = grant.votes[0]?.digest ?? '';
  const owner = grant.owner === undefined ? {} : { owner: grant.owner };
  const asked = { principal: grant.principal, ...owner, digest, approvers: grant.approvers };
  return grant.votes.some(({ voter }) => voter === by) || isAsked(asked, by, directory) || isRequester(asked, by);
}

async function readStanding(id: string, store: Store<Stream>): Promise<KnownStanding> {
  const stored = await store.request(id);
  if (stored?.view.kind === 'standing') return stored as KnownStanding;
  throw new GateError('UNKNOWN_REQUEST', `no standing grant has the id \`${id}\``, { hint: 'see `gate grants --all`' });
}
