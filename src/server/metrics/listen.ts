import { createServer } from 'node:http';
import type { Listen } from '../../config/serve.ts';
import { errno, GateError } from '../../errors.ts';
import { METRICS_TYPE } from './metrics.ts';

const LONGEST_MILLISECONDS = 10_000;

/**
 * A port where Prometheus reads the metrics and nothing else is answered; anybody who reaches it reads them.
 *
 * @throws GateError CANNOT_WRITE when the port cannot be had
 */
export async function listenForMetrics(
  { host, port }: Listen,
  text: () => Promise<string>,
  failed: (error: unknown) => void,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: LONGEST_MILLISECONDS }, (incoming, outgoing) => {
    const found = incoming.method === 'GET' && incoming.url === '/metrics';
    outgoing.setHeader('connection', 'close');
    if (!found) return void outgoing.writeHead(404).end();
    text().then(
      (body) => outgoing.writeHead(200, { 'content-type': METRICS_TYPE }).end(body),
      (error) => {
        failed(error);
        outgoing.writeHead(500).end();
      },
    );
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve());
    });
  } catch (cause) {
    throw new GateError('CANNOT_WRITE', `cannot listen at ${host}:${port}: ${errno(cause) || 'it is not possible'}`, {
      hint: 'name another port under `metrics` in serve.yaml',
      cause,
    });
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
