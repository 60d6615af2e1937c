import { type Card, type CardParts, cardOf } from '../approval/card.ts';
import type { ApprovalEvents, Submitted } from '../approval/events.ts';
import { type Payload, payloadsOf, readableText } from '../approval/payloads.ts';
import type { Preview } from '../approval/preview.ts';
import { hasPreview, type Looking, withoutPreview } from '../approval/previews/previews.ts';
import { similarTo } from '../approval/similar.ts';
import { withoutSecrets } from '../command/redact.ts';
import type { Known, Queue, RecordedEvent } from './broker.ts';
import { maySeePreviews, withPreviews } from './previews.ts';

export { maySeePreviews } from './previews.ts';

/** Who looks: what a preview found is for those who are asked, and is never told to the one who asked. */
export interface Looker {
  /** A person's name; absent: nobody who could vote. */
  readonly by?: string;
  readonly now: number;
  /** Given: what would change is looked at first, when nobody has, which takes seconds at most. */
  readonly looking?: () => Promise<Looking>;
}

/** Ended requests that are searched for similar ones. */
const SEARCHED = 100;

/** The card of a request, with everything it needs from the record. */
export async function lookAt(broker: Queue, found: Known, { by, now, looking }: Looker): Promise<Card> {
  // A confirmation is looked at by the one who confirms, at the prompt, with what they have themselves.
  const looks = by !== undefined && looking && found.view.decision === 'hold';
  const known = looks ? await withPreviews(broker, found, by, looking) : found;
  const { id, view } = known;
  const [events, { people, missing }, ended, own] = await Promise.all([
    broker.record(id),
    broker.asked(id),
    broker.list({ open: false, limit: SEARCHED }),
    broker.list({ open: true, principal: view.principal, limit: SEARCHED }),
  ]);
  const asked = maySeePreviews(view, people, by);
  const stdin = asked && view.open ? await broker.stdin(id) : undefined;
  const { submitted, decision } = submittedIn(events);
  return cardOf({
    id,
    view,
    ...(submitted && { submitted }),
    ...(decision && { decision }),
    previews: asked ? (view.previews ?? nothingToPreview(submitted, view)) : 'withheld',
    ...(stdin && { stdin: await said(stdin) }),
    similar: similarTo(known, [...ended, ...own]),
    payloads: await shownPayloads(view.argv),
    repeats: events.flatMap(({ type, payload: words }) => (type === 'request.repeated' && words ? [words] : [])),
    people,
    missing,
    now,
  });
}

async function said(bytes: Uint8Array): Promise<{ readonly bytes: number; readonly text?: string }> {
  const text = readableText(bytes);
  return { bytes: bytes.length, ...(text !== undefined && { text: await withoutSecrets(text) }) };
}

/** That a tool has no preview is known without looking. */
function nothingToPreview(submitted: Submitted | undefined, { submittedAt }: Known['view']): readonly Preview[] {
  return submitted === undefined || hasPreview(submitted) ? [] : withoutPreview(submitted, submittedAt);
}

/** What was asked and first decided, by a record; absent after an erasure. */
export function submittedIn(events: readonly RecordedEvent[]): Pick<CardParts, 'submitted' | 'decision'> {
  const submitted = payload(events, 'request.submitted');
  const decision = payload(events, 'request.decided');
  return { ...(submitted && { submitted }), ...(decision && { decision }) };
}

function payload<Type extends 'request.submitted' | 'request.decided'>(
  events: readonly RecordedEvent[],
  type: Type,
): ApprovalEvents[Type] | undefined {
  return (events.find((event) => event.type === type)?.payload ?? undefined) as ApprovalEvents[Type] | undefined;
}

/** What an encoding hides in the arguments. It may hold secrets that nothing saw before. */
export async function shownPayloads(argv: Known['view']['argv']): Promise<readonly Payload[]> {
  return Promise.all(
    payloadsOf(argv).map(async (each) =>
      each.text === undefined ? each : { ...each, text: await withoutSecrets(each.text) },
    ),
  );
}
