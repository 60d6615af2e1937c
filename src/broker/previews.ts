import type { Submitted } from '../approval/events.ts';
import type { Preview } from '../approval/preview.ts';
import { hasPreview, type Looking, previewsOf, withoutPreview } from '../approval/previews/previews.ts';
import type { Known, Queue } from './broker.ts';

/** A request is looked at once, and once more when something could not be found out. */
const MOST_LOOKS = 2;

/**
 * What would change, for somebody who is asked (of a `confirm`: the one who confirms). Looked at when nobody has, and
 * recorded before it is shown, so that the record has what the approver saw. Nobody else gets an answer, and for them
 * nothing is run: it would tell a requester what they may not see.
 *
 * @returns the request with its previews; as it was when there is nothing to look at
 */
export async function withPreviews(
  broker: Queue,
  known: Known,
  by: string,
  looking: () => Promise<Looking>,
): Promise<Known> {
  const { id, view } = known;
  if (view.state !== 'pending' && view.state !== 'questioned') return known;
  if (!maySeePreviews(view, (await broker.asked(id)).people, by)) return known;
  const before = view.previews ?? [];
  if (before.length > 0 && before.every(({ kind }) => kind !== 'unknown')) return known;
  const events = await broker.record(id);
  const looks = events.filter(({ type }) => type === 'request.previewed').length;
  const subject = events.find(({ type }) => type === 'request.submitted')?.payload as Submitted | null | undefined;
  if (looks >= MOST_LOOKS || !subject) return known;
  if (!hasPreview(subject)) return { ...known, view: { ...view, previews: withoutPreview(subject, view.submittedAt) } };
  if (broker.unseen !== undefined) {
    const unknown = { kind: 'unknown' as const, lines: [broker.unseen], at: view.submittedAt };
    return { ...known, view: { ...view, previews: [{ tool: subject.actions[0]?.tool ?? 'gate', ...unknown }] } };
  }
  const found = await previewsOf(subject, await looking());
  const previews = found.map((preview, index) => kept(before[index], preview, looks + 1));
  const received = await broker.preview(id, { by, previews });
  return received.known;
}

/** Those who are asked; for a confirmation the one who confirms. */
export function maySeePreviews(
  { decision, principal }: Known['view'],
  people: readonly string[],
  by: string | undefined,
): boolean {
  return by !== undefined && (decision === 'confirm' ? by === principal : people.includes(by));
}

/** What was found the first time stays; what is still unknown will not be tried again, and says so. */
function kept(before: Preview | undefined, now: Preview, look: number): Preview {
  if (before !== undefined && before.tool === now.tool && before.kind !== 'unknown') return before;
  if (now.kind !== 'unknown' || look < MOST_LOOKS) return now;
  return { ...now, lines: [...now.lines, 'looked at twice; it is not tried again'] };
}
