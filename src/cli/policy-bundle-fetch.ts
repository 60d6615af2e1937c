import type { BundleSource } from '../config/bundle-schema.ts';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { type Offered, offeredFile } from '../policy/bundle/in-force.ts';
import { LARGEST_BUNDLE } from '../policy/bundle/succession.ts';
import type { RawFacts } from '../request/capture.ts';

/** Where a bundle comes from: a file, an address, or the service of this machine. Whatever goes wrong is a reason, and no bundle. */
export function offeredFrom(
  system: SystemConfig,
  facts: RawFacts,
  environment: Readonly<Record<string, string>>,
): (source: BundleSource) => Promise<Offered> {
  return async ({ from }) => {
    if (from.kind === 'file') return offeredFile(from.path);
    if (from.kind === 'https') return { from: from.url, bytes: await downloaded(from.url) };
    const { service } = system;
    if (service === undefined) {
      throw new GateError('CONFIG_INVALID', '`bundle` comes from the service, and no `service` is named', {
        hint: 'name it in /etc/gate/config.yaml, or give a file or an address',
      });
    }
    const [{ connectionTo }, { bytesOf }] = await Promise.all([
      import('../broker/service.ts'),
      import('../broker/remote-http.ts'),
    ]);
    const connection = await connectionTo(service, facts, environment);
    return { from: 'the service', bytes: await bytesOf(connection, '/v1/policy/bundle', LARGEST_BUNDLE) };
  };
}

const PATIENCE_MILLISECONDS = 30_000;

/** Without following anybody elsewhere in the clear, and no more than a bundle is. */
export async function downloaded(url: string): Promise<Offered['bytes']> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    if (!response.ok || response.body === null) return { missing: `answered ${response.status}` };
    if (new URL(response.url || url).protocol !== 'https:') return { missing: 'leads to an address without TLS' };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > LARGEST_BUNDLE) return { missing: `is larger than ${LARGEST_BUNDLE} bytes` };
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return { missing: `cannot be fetched (${cause?.code ?? (error instanceof Error ? error.name : 'unknown')})` };
  }
}
