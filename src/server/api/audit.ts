import { z } from 'zod';
import { entryLine } from '../../audit/export.ts';
import { hex } from '../../audit/leaf.ts';
import { claimed, milliseconds, wholeNumber } from './fields.ts';
import { ok, type Route, route } from './route.ts';

const MOST_ENTRIES = 1000;
/** Bytes of one answer, about. */
const LARGEST_ANSWER = 8 * 1024 * 1024;

/** The record itself, for whoever keeps a copy or verifies it (docs/audit-format.md). */
export const AUDIT: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/audit/entries',
    operationId: 'listEntries',
    summary: 'Events of the log as lines of an export, in their order',
    description:
      'Each line is one event with its leaf and its exact payload, byte for byte as `gate audit export` writes it. An answer may hold fewer lines than `limit`; ' +
      'an empty one means that the log ends before `from`.',
    who: ['scope:read'],
    query: z.strictObject({
      from: claimed(wholeNumber(0, Number.MAX_SAFE_INTEGER)).optional(),
      limit: claimed(wholeNumber(1, MOST_ENTRIES)).optional(),
    }),
    answers: { 200: { summary: 'The lines', type: 'application/x-ndjson' } },
    async handle({ query: { from = 0, limit = MOST_ENTRIES } }, { audit }) {
      const { log } = await audit.head();
      const lines: string[] = [];
      let size = 0;
      for await (const entry of audit.entries({ from, limit })) {
        const line = entryLine(log, entry);
        size += line.length;
        if (lines.length > 0 && size > LARGEST_ANSWER) break;
        lines.push(line);
      }
      return { status: 200, bytes: lines.join(''), type: 'application/x-ndjson' };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/audit/checkpoint',
    operationId: 'getCheckpoint',
    summary: 'The head of the log: its name, its size, and the root over all of its events',
    who: ['scope:read'],
    answers: {
      200: {
        summary: 'The head',
        json: z.looseObject({
          log: z.string(),
          size: z.number().int().nonnegative(),
          root: z.string().regex(/^[0-9a-f]{64}$/),
          at: milliseconds.describe('the greatest time in the log, milliseconds since 1970'),
        }),
      },
    },
    async handle(_, { audit }) {
      const { log, size, root, at } = await audit.head();
      return ok({ log, size, root: hex(root), at });
    },
  }),
];
