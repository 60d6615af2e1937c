/**
 * The catalogue: every event there is, its stable name and what it says. The payload types belong to the stages that
 * write them (`approval/events.ts`, `execution/events.ts`); here are the names, so that readers of a log, in whatever
 * language, have one list. Names are for ever: add, never rename or reuse (docs/audit-format.md).
 */

export const EVENTS = {
  'log.created': 'the log begins',
  'policy.recorded': 'a document that decides was stored, whole',
  'request.submitted': 'somebody asked',
  'request.decided': 'policy gave its decision',
  'request.confirmed': 'the requester typed the word asked for',
  'request.held': 'it waits for people',
  'request.granted': 'it may run, once',
  'request.refused': 'a rule, a limit, or nobody may approve',
  'request.denied': 'a person said no',
  'request.expired': 'nobody answered in time',
  'request.withdrawn': 'the requester took it back',
  'request.superseded': 'another request took its place',
  'request.changed': 'what would run is no longer what was approved',
  'request.failed': 'gate could not go on; nothing ran',
  'grant.revoked': 'the grant was taken back before the start',
  'grant.lapsed': 'the grant was not used in time',
  'vote.cast': 'a person approved, denied or asked',
  'question.asked': 'the clock of the request stands still',
  'question.answered': 'the clock goes on',
  'run.started': 'about to run; durable before the command starts',
  'run.finished': 'the command ended',
  'run.unknown': 'started, and its end was never reported',
} as const;

export type EventType = keyof typeof EVENTS;

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENTS, type);
}

/** Event 0. Extra members say what wrote the log and where. */
export interface LogCreated {
  readonly v: 1;
  /** The name of the log. */
  readonly log: string;
}

/** A document that decides, stored once for each digest, so that a record can name it by digest alone. */
export interface PolicyRecorded {
  /** SHA-256 of `text` in UTF-8, hexadecimal. */
  readonly digest: string;
  /** What it is: `policy`, `config`, `directory`. */
  readonly kind: string;
  /** Where it was read, as people would say it; another place with the same text is not recorded again. */
  readonly source: string;
  readonly text: string;
}

/** After one of these a request has no further event. */
export const ENDS: ReadonlySet<string> = new Set<EventType>([
  'request.refused',
  'request.denied',
  'request.expired',
  'request.withdrawn',
  'request.superseded',
  'request.changed',
  'request.failed',
  'grant.revoked',
  'grant.lapsed',
  'run.finished',
]);
