import { METRICS_TYPE } from '../metrics/metrics.ts';
import { type Route, route } from './route.ts';

/** What the service counts, for whoever operates it. */
export const METRICS: readonly Route[] = [
  route({
    method: 'GET',
    path: '/metrics',
    operationId: 'metrics',
    summary: 'What is counted, as Prometheus reads it',
    who: ['scope:operate'],
    answers: { 200: { summary: 'The text format, version 0.0.4', type: METRICS_TYPE } },
    handle: async (_, { counted }) => ({ status: 200, bytes: await counted(), type: METRICS_TYPE }),
  }),
];
