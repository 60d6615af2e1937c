import type { Known, ListFilter, Queue } from '../../broker/broker.ts';

/** Bytes of one page, about: a few requests can be as large as they like, and an answer cannot. */
const LARGEST_PAGE = 4 * 1024 * 1024;
/** Read at a time. */
const BATCH = 100;

/**
 * One page of requests as JSON, newest first: at most `limit`, and fewer when they are large. `next` is there when more may follow.
 */
export async function pageOf(
  broker: Pick<Queue, 'list'>,
  filter: Omit<ListFilter, 'before' | 'limit'>,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<string> {
  const texts: string[] = [];
  let before = cursor;
  let size = 0;
  for (;;) {
    const wanted = Math.min(BATCH, limit - texts.length);
    const found = await broker.list({ ...filter, ...(before === undefined ? {} : { before }), limit: wanted });
    for (const known of found) {
      const text = JSON.stringify(known);
      // One is always given, or nobody would ever get past it.
      if (texts.length > 0 && size + text.length > LARGEST_PAGE) return page(texts, before);
      texts.push(text);
      size += text.length;
      before = known.id;
    }
    if (found.length === 0) return page(texts, undefined);
    if (texts.length >= limit) return page(texts, before);
  }
}

function page(texts: readonly string[], next: Known['id'] | undefined): string {
  return `{"requests":[${texts.join(',')}]${next === undefined ? '' : `,"next":${JSON.stringify(next)}`}}`;
}
