import { type Card, cardOf } from '../../approval/card.ts';
import type { Directory } from '../../approval/directory.ts';
import { projected } from '../../approval/projection.ts';
import type { Standing } from '../../approval/standing.ts';
import type { View } from '../../approval/states.ts';
import type { Entry, Store } from '../../audit/log.ts';
import { askedThen } from '../../broker/asked.ts';
import type { RecordedEvent } from '../../broker/broker.ts';
import { shownPayloads, submittedIn } from '../../broker/look.ts';
import { parsed, type Stream } from '../../broker/steps.ts';
import { eventOf } from './event.ts';
import { nameOf } from './name.ts';
import { requestOf, standingOf } from './request.ts';

/**
 * What is sent about one event of the log: the event, and the request as it stood right after it. The same event gives the same message whenever
 * it is made, but for who could vote: people leave.
 */
export interface Message {
  readonly type: string;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    readonly schema_version: 1;
    readonly log: string;
    readonly index: number;
    readonly event: object;
    readonly request?: object;
    readonly card?: Omit<Card, 'request'> | null;
    readonly standing?: object;
    /** Why `card` and the arguments are not there. */
    readonly omitted?: string;
  };
}

export interface MessageParts {
  readonly store: Pick<Store<Stream>, 'entries'>;
  readonly directory: Directory & { refresh(): Promise<void> };
  /** The page of a request in the web inbox. */
  readonly pageOf?: (request: string) => string;
}

/** Bytes of a message that is sent whole. */
const LARGEST = 256 * 1024;

/**
 * As the JSON that is sent; undefined for what nobody wants or nobody is sent, and for what was erased from the record.
 *
 * @param log the name of the log
 * @param wanted names of messages
 */
export async function messageOf(
  log: string,
  entry: Entry,
  wanted: ReadonlySet<string>,
  parts: MessageParts,
): Promise<string | undefined> {
  const { index, at, request, payload } = entry;
  const type = nameOf(entry);
  if (type === undefined || !wanted.has(type) || request === null || payload === null) return undefined;
  const events = await until(entry, request, parts.store);
  if (events === undefined) return undefined;
  const stream = events.reduce<View | Standing | undefined>(
    (view, event) => projected(view, event as never),
    undefined,
  );
  if (stream === undefined) return undefined;
  const data = { schema_version: 1 as const, log, index, event: eventOf(entry.type, parsed(payload, index)) };
  const message = (more: Partial<Message['data']>): Message => ({
    type,
    timestamp: new Date(at).toISOString(),
    data: { ...data, ...more },
  });
  if (stream.kind === 'standing') return JSON.stringify(message({ standing: standingOf(request, stream) }));

  await parts.directory.refresh();
  const { people, missing } = askedThen(stream, parts.directory);
  const submitted = submittedIn(events);
  const described = { id: request, view: stream, people, page: parts.pageOf?.(request), ...submitted };
  const { request: _, ...card } = cardOf({
    id: request,
    view: stream,
    ...submitted,
    previews: 'withheld',
    similar: [],
    payloads: await shownPayloads(stream.argv),
    repeats: events.flatMap(({ type, payload: words }) => (type === 'request.repeated' && words ? [words] : [])),
    people,
    missing,
    now: at,
  });
  const whole = JSON.stringify(message({ request: requestOf(described), card }));
  if (Buffer.byteLength(whole) <= LARGEST) return whole;
  const omitted = `card, arguments and actions: the message would have ${Buffer.byteLength(whole)} bytes`;
  return JSON.stringify(message({ request: requestOf({ ...described, brief: true }), card: null, omitted }));
}

/** Everything of a stream up to an event, oldest first; undefined when something of it was erased. */
async function until(
  { index }: Entry,
  request: string,
  store: MessageParts['store'],
): Promise<readonly RecordedEvent[] | undefined> {
  const events: RecordedEvent[] = [];
  for await (const each of store.entries({ request })) {
    if (each.index > index) break;
    if (each.payload === null) return undefined;
    events.push({ index: each.index, at: each.at, type: each.type, payload: parsed(each.payload, each.index) });
  }
  return events;
}
