/** Larger documents than this are no key set and no discovery. */
const LARGEST = 256 * 1024;
const PATIENCE_MILLISECONDS = 5_000;

/**
 * A JSON document of an issuer of identities, at an address that configuration or a CI system names: https, or http on loopback where the configuration said so;
 * no redirects, bounded in size and time.
 *
 * @throws Error in words for the log of the service
 */
export async function fetchJson(url: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  if (!mayFetch(url)) throw new Error('it is not an https address');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`it answered ${response.status}`);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Counted as they come: what a server says of its length is its own word.
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > LARGEST) throw new Error(`it is larger than ${LARGEST} bytes`);
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

/** https; http to this machine only, for tests and for a proxy that stands beside the service. */
export function mayFetch(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(url.hostname));
}
