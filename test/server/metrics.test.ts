import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listenForMetrics } from '../../src/server/metrics/listen.ts';
import { openMetrics } from '../../src/server/metrics/metrics.ts';
import { AGENT, ANN, BOB, Service } from '../kit/service.ts';

/** Lines of Prometheus, by what stands in front of the number. */
function figures(text: string): Readonly<Record<string, number>> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]));
}

describe.skipIf(process.getuid?.() !== 0)('what the service counts', () => {
  let service: Service;
  beforeAll(async () => {
    service = await new Service().start();
  });
  afterAll(() => service[Symbol.asyncDispose]());
  const read = async () => figures(await service.metrics.text());

  test('what is open, who voted how and how long it took follow from the record', async () => {
    const id = await service.ask();
    const other = await service.ask({ argv: ['kubectl', 'delete', 'pod', 'x'] });
    expect(await read()).toMatchObject({
      'gate_requests_open{state="pending"}': 2,
      'gate_requests_open{state="granted"}': 0,
      'gate_requests_total{principal_kind="agent",decision="hold"}': 2,
    });
    await service.call(BOB, 'POST', `/v1/requests/${other}/questions`, { text: 'why?' });
    const { view } = await service.broker.get(id);
    const ballot = {
      vote: 'approve',
      proof: { kind: 'os' },
      digest: view.digest,
      at: Date.now(),
      nonce: '0'.repeat(32),
    };
    await service.call(BOB, 'POST', `/v1/requests/${id}/votes`, ballot);
    const after = await read();
    expect(after).toMatchObject({
      'gate_requests_open{state="pending"}': 0,
      'gate_requests_open{state="questioned"}': 1,
      'gate_requests_open{state="granted"}': 1,
      'gate_votes_total{person="person:bob",vote="approve"}': 1,
      'gate_questions_total{person="person:bob"}': 1,
      'gate_decision_duration_seconds_count{outcome="granted"}': 1,
      'http_server_request_duration_seconds_count{http_request_method="POST",http_route="/v1/requests/{id}/votes",http_response_status_code="200"}': 1,
    });
    expect(after['gate_append_duration_seconds_count{outcome="appended"}']).toBeGreaterThanOrEqual(4);
    expect(after['process_resident_memory_bytes']).toBeGreaterThan(1e7);
    expect(after['gate_starters']).toBeGreaterThanOrEqual(0);
    expect(after['gate_leases']).toBe(0);
    expect(Object.keys(after).join('\n')).not.toContain(id);
  });

  test('only who operates the service reads it on the socket', async () => {
    expect((await service.call(AGENT, 'GET', '/metrics')).status).toBe(403);
    expect((await service.call(ANN, 'GET', '/metrics')).status).toBe(403);
    const { status, body } = await service.call(0, 'GET', '/metrics');
    expect(status).toBe(200);
    expect(figures(body)).toHaveProperty('gate_runs_total{outcome="success"}', 0);
  });

  test('a path that nobody knows is one series, whatever it is called', async () => {
    for (const path of ['/a', '/b', '/v1/c']) await service.call(ANN, 'GET', path);
    const routes = Object.keys(await read()).filter(
      (line) => line.includes('http_route="none"') && line.includes('_count'),
    );
    expect(routes).toHaveLength(1);
  });
});

test('the rules that decided are counted by their pack, and an own rule is never a series', async () => {
  const metrics = await openMetrics(async () => ({}));
  const decided = (rules: string[]) => ({
    type: 'request.decided',
    request: '019b76da-a800-7000-8000-000000000000',
    payload: { kind: 'deny', rules, mode: 'enforce' },
  });
  metrics.appends(
    [decided(['kubernetes/destroy', 'kubernetes/secret', 'mine', 'team/made-up']), decided(['default'])],
    'appended',
    1,
  );
  metrics.appends([decided(['kubernetes/destroy'])], 'conflict', 1);
  expect(figures(await metrics.text())).toMatchObject({
    'gate_decisions_total{decision="deny",pack="kubernetes",mode="enforce"}': 1,
    'gate_decisions_total{decision="deny",pack="own",mode="enforce"}': 1,
    'gate_decisions_total{decision="deny",pack="default",mode="enforce"}': 1,
    'gate_append_duration_seconds_count{outcome="conflict"}': 1,
  });
});

test('a port of its own answers Prometheus, and nothing else', async () => {
  const metrics = await openMetrics(async () => ({ pending: 7 }));
  const listening = await listenForMetrics({ host: '127.0.0.1', port: 0 }, metrics.text, () => {});
  try {
    const fetched = (path: string) =>
      new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve, reject) => {
        get({ host: '127.0.0.1', port: listening.port, path }, (response) => {
          let body = '';
          response.on('data', (chunk) => (body += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode, type: response.headers['content-type'], body }),
          );
        }).on('error', reject);
      });
    const { status, type, body } = await fetched('/metrics');
    expect({ status, type }).toEqual({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8' });
    expect(figures(body)['gate_requests_open{state="pending"}']).toBe(7);
    expect((await fetched('/v1/requests')).status).toBe(404);
    await expect(
      listenForMetrics({ host: '127.0.0.1', port: listening.port }, metrics.text, () => {}),
    ).rejects.toMatchObject({
      code: 'CANNOT_WRITE',
    });
  } finally {
    await listening.close();
  }
});
