import { ANY, type Wake } from './wake.ts';

/**
 * Calls back whenever the log has grown, until the returned function is called. Whoever commits something tells it; what
 * nobody tells, such as a run that was allowed at once, is noticed within a second. A log that cannot be read is news
 * each time.
 */
export async function watchLog(
  onNews: () => void,
  { wake, size }: { readonly wake: Wake; readonly size: () => Promise<number> },
): Promise<() => void> {
  let seen: number | undefined;
  let stopped = false;
  const look = async () => {
    const now = await size().catch(() => undefined);
    if (stopped || (now !== undefined && now === seen)) return;
    seen = now;
    onNews();
  };
  const stop = await wake.listen(ANY, () => void look());
  await look();
  return () => {
    stopped = true;
    stop();
  };
}
