import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Order } from '../../src/audit/order.ts';

/** Rules 5 to 7 of docs/audit-format.md, read twice: by gate, and by docs/verify.py, which shares no code with it. */

interface Event {
  readonly type: string;
  readonly request: string;
  readonly payload: string | null;
}

const STREAMS = ['r1', 'r2', 's1', 's2'];
const TYPES = [
  ...['request.submitted', 'request.decided', 'request.confirmed', 'request.granted', 'request.broken'],
  ...['request.repeated', 'request.escalated', 'request.previewed', 'request.reviewed', 'request.denied'],
  ...['vote.cast', 'vote.rejected', 'run.started', 'run.finished', 'run.failed', 'run.lost', 'request.of_tomorrow'],
  ...['standing.granted', 'standing.used', 'standing.revoked', 'standing.expired', 'standing.of_tomorrow'],
];
const PAYLOADS = [
  ...['{}', '[]', 'no', null],
  ...['{"kind":"allow"}', '{"kind":"hold"}', '{"kind":"hold"}', '{"kind":"deny"}', '{"kind":"deny","mode":"observe"}'],
  ...['{"kind":7}', '{"standing":"s1"}', '{"standing":"s2"}', '{"standing":"r1"}', '{"standing":null}'],
  ...['{"request":"r1"}', '{"request":"r2"}', '{"request":"s1"}', '{"request":{}}'],
];
/** What comes next in a life that is worth looking at. */
const USUAL: readonly Event[] = STREAMS.flatMap((request) =>
  request.startsWith('r')
    ? [
        { type: 'request.submitted', request, payload: '{}' },
        { type: 'request.decided', request, payload: '{"kind":"hold"}' },
        { type: 'request.granted', request, payload: '{}' },
        { type: 'request.granted', request, payload: '{"standing":"s1"}' },
        { type: 'request.granted', request, payload: null },
        { type: 'request.broken', request, payload: '{}' },
        { type: 'run.started', request, payload: '{}' },
        { type: 'run.started', request, payload: '{"mode":"client"}' },
        { type: 'run.lost', request, payload: '{}' },
        { type: 'run.finished', request, payload: '{}' },
        { type: 'request.reviewed', request, payload: '{}' },
      ]
    : [
        { type: 'standing.granted', request, payload: '{"request":"r1"}' },
        { type: 'standing.used', request, payload: '{"request":"r2"}' },
        { type: 'standing.used', request, payload: null },
        { type: 'standing.revoked', request, payload: '{}' },
      ],
);

const anything: fc.Arbitrary<Event> = fc.record({
  type: fc.constantFrom(...TYPES),
  request: fc.constantFrom(...STREAMS),
  payload: fc.constantFrom(...PAYLOADS),
});
const events = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...USUAL) }, anything), { maxLength: 40 });

function add(order: Order, { type, request, payload }: Event): string | undefined {
  return order.add(type, request, payload === null ? null : Buffer.from(payload));
}

function replayed(history: readonly Event[]): Order {
  const order = new Order();
  for (const event of history) expect(add(order, event)).toBeUndefined();
  return order;
}

/** The longest history that keeps the rules, of what was drawn; and what did not fit into it, each at its place. */
function sifted(drawn: readonly Event[]): { kept: Event[]; refused: { before: Event[]; event: Event }[] } {
  const kept: Event[] = [];
  const refused: { before: Event[]; event: Event }[] = [];
  for (const event of drawn) {
    if (add(replayed(kept), event) === undefined) kept.push(event);
    else refused.push({ before: [...kept], event });
  }
  return { kept, refused };
}

describe('the order of events', () => {
  const python = spawnSync('python3', ['--version']).status === 0;
  it.skipIf(!python)('docs/verify.py agrees about every history (skipped without python3)', () => {
    const histories: Event[][] = [];
    fc.assert(
      fc.property(events, (drawn) => {
        const { kept, refused } = sifted(drawn);
        histories.push(kept, ...refused.map(({ before, event }) => [...before, event]));
      }),
      { numRuns: 400 },
    );
    const ours = histories.map((history) => {
      const order = new Order();
      return history.findIndex((event) => add(order, event) !== undefined);
    });
    expect(ours.filter((index) => index < 0).length).toBeGreaterThan(300);
    expect(ours.filter((index) => index >= 0).length).toBeGreaterThan(300);
    const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
import verify
def first(history):
    states = {}
    for index, event in enumerate(history):
        if not verify.order(states, event):
            return index
    return -1
print(json.dumps([first(history) for history in json.load(sys.stdin)]))`;
    const docs = join(import.meta.dirname, '../../docs');
    const { stdout, stderr } = spawnSync('python3', ['-B', '-c', script, docs], {
      encoding: 'utf8',
      input: JSON.stringify(histories),
      maxBuffer: 64 << 20,
    });
    expect(stderr).toBe('');
    const theirs = JSON.parse(stdout) as number[];
    for (const [index, history] of histories.entries()) {
      if (theirs[index] !== ours[index])
        expect({ history, first: theirs[index] }).toEqual({ history, first: ours[index] });
    }
  });

  it('nothing that kept the rules starts without a grant, or twice, or is reviewed twice', () => {
    fc.assert(
      fc.property(events, (drawn) => {
        const { kept } = sifted(drawn);
        for (const request of ['r1', 'r2']) {
          const types = kept.filter((event) => event.request === request).map(({ type }) => type);
          // One id may be asked again after its end.
          const lives = types.join(' ').split('request.submitted').slice(1);
          for (const life of lives) {
            const count = (type: string) => life.split(`${type}`).length - 1;
            expect(count('run.started')).toBeLessThanOrEqual(1);
            expect(count('request.reviewed')).toBeLessThanOrEqual(count('request.broken'));
            if (count('run.started') > 0) expect(count('request.decided')).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('erasing what a history says never makes it wrong', () => {
    fc.assert(
      fc.property(events, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (drawn, erase) => {
        const { kept } = sifted(drawn);
        // What ends by its own words (a decision to deny) does so no longer, and what came of it is another matter.
        const lasting = kept.filter(({ payload }) => payload !== '{"kind":"deny"}');
        const { kept: whole } = sifted(lasting);
        const order = new Order();
        for (const [index, event] of whole.entries()) {
          expect(add(order, erase[index] === true ? { ...event, payload: null } : event)).toBeUndefined();
        }
      }),
      { numRuns: 400 },
    );
  });

  it('what ended is forgotten', () => {
    const order = new Order();
    const life = (n: number): Event[] => [
      { type: 'request.submitted', request: `r${n}`, payload: '{}' },
      { type: 'request.decided', request: `r${n}`, payload: '{"kind":"hold"}' },
      { type: 'request.broken', request: `r${n}`, payload: '{}' },
      { type: 'standing.granted', request: `s${n}`, payload: `{"request":"r${n}"}` },
      { type: 'run.started', request: `r${n}`, payload: '{}' },
      { type: 'run.finished', request: `r${n}`, payload: '{}' },
      { type: 'standing.expired', request: `s${n}`, payload: '{}' },
    ];
    for (let n = 0; n < 100; n++) for (const event of life(n)) expect(add(order, event)).toBeUndefined();
    expect(order).toMatchObject({ open: 0, unreviewed: 100, standing: 0 });
    for (let n = 0; n < 100; n++) add(order, { type: 'request.reviewed', request: `r${n}`, payload: '{}' });
    expect(order).toMatchObject({ open: 0, unreviewed: 0, standing: 0 });
  });
});
