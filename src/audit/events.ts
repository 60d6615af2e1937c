import type { ApprovalEvents, StandingEvents } from '../approval/events.ts';
import type { Enrolled } from '../approval/factors/factor.ts';
import type { ExecutionEvents } from '../execution/events.ts';
import type { SeenCall } from './calls.ts';
import type { TokenIssued, TokenRevoked } from './tokens.ts';

/**
 * The catalogue: every event there is and its stable name. The payloads of a request's events are declared by the stages
 * that write them (`approval/events.ts`, `execution/events.ts`); those of the log itself are here. Names are for
 * ever: add, never rename or reuse (docs/audit-format.md).
 */

export interface LogEvents {
  'log.created': LogCreated;
  'policy.recorded': PolicyRecorded;
  'person.enrolled': Enrolled;
  'person.unenrolled': Pick<Enrolled, 'person' | 'id'>;
  'token.issued': TokenIssued;
  'token.revoked': TokenRevoked;
  'call.seen': SeenCall;
  'webhook.stopped': UndeliveredMessage;
  'webhook.skipped': UndeliveredMessage;
}

export type EventType = keyof (LogEvents & ApprovalEvents & StandingEvents & ExecutionEvents);

/** What each says, for people; the compiler keeps this in step with the stages. */
export const EVENTS: Readonly<Record<EventType, string>> = {
  'log.created': 'the log begins',
  'policy.recorded': 'a document that decides was stored, whole',
  'person.enrolled': 'a person enrolled something to prove their votes with',
  'person.unenrolled': 'a person took that back',
  'token.issued': 'a token of the service was made, or somebody logged in',
  'token.revoked': 'a token of the service is good no more',
  'call.seen': 'a hook saw what an agent was about to run',
  'webhook.stopped': 'a receiver of webhooks wants no more',
  'webhook.skipped': 'a receiver of webhooks refused one message for a day, and goes on without it',
  'request.submitted': 'somebody asked',
  'request.decided': 'policy gave its decision',
  'request.confirmed': 'the requester typed the word asked for',
  'request.repeated': 'the same was asked again while it waited',
  'request.escalated': 'more people were asked, because it waited long',
  'request.previewed': 'what would change was looked at, without changing it',
  'request.granted': 'people agreed: it may run, once',
  'request.broken': 'it ran under break-glass, without the votes',
  'request.reviewed': 'a run under break-glass was looked at afterwards',
  'request.denied': 'a person, a limit or a second look at the policy said no',
  'request.expired': 'nobody answered in time',
  'request.withdrawn': 'the requester took it back',
  'request.superseded': 'another request took its place',
  'request.changed': 'what would run is no longer what was approved',
  'grant.revoked': 'the grant was taken back before the start',
  'grant.lapsed': 'the grant was not used in time',
  'vote.cast': 'a person approved or denied',
  'vote.rejected': 'a vote came with a proof that did not hold',
  'question.asked': 'a person asked; the clock of the request stands still',
  'question.answered': 'the clock goes on',
  'standing.granted': 'an approval stands: it covers the same again for a while',
  'standing.used': 'a standing grant let a request run',
  'standing.revoked': 'a standing grant was taken back',
  'standing.expired': 'a standing grant came to its end',
  'stop.asked': 'a command that runs at a client is to stop',
  'run.started': 'about to run; durable before the command starts',
  'run.finished': 'the command ended',
  'run.failed': 'the command could not be executed',
  'run.lost': 'gate ended before the command did, or a client was not heard of any more; its end was not seen',
};

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENTS, type);
}

/** Event 0. Extra members say what wrote the log and where. */
export interface LogCreated {
  readonly v: 1;
  /** The name of the log. */
  readonly log: string;
}

/** A document that decides, stored once for each digest, so that every other event can name it by digest alone. */
export interface PolicyRecorded {
  /** SHA-256 of `text` in UTF-8, hexadecimal. */
  readonly digest: string;
  /** Whose it is: system, user, repository, pack. */
  readonly layer: string;
  /** Where it was read first; the same text read elsewhere is not recorded again. */
  readonly name: string;
  readonly text: string;
}

/** What somebody outside was not told. */
export interface UndeliveredMessage {
  /** Scheme, host and port of the receiver: the rest of an address may be a secret. */
  readonly endpoint: string;
  /** Index of the event. */
  readonly event: number;
  /** What it answered last. */
  readonly status: number;
}

/** After one of these a request or standing grant has no further event, but for the review of a run under break-glass. */
export const ENDS: ReadonlySet<string> = new Set<EventType>([
  'request.denied',
  'request.expired',
  'request.withdrawn',
  'request.superseded',
  'request.changed',
  'grant.revoked',
  'grant.lapsed',
  'run.finished',
  'run.failed',
  'run.lost',
  'standing.revoked',
  'standing.expired',
]);
