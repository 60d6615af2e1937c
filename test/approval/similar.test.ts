import { describe, expect, test } from 'vitest';
import { similarLine, similarTo } from '../../src/approval/similar.ts';
import { advance, type RequestEvent, type View } from '../../src/approval/states.ts';
import { DELETE, NOW, partsOf } from './card-parts.ts';

const LABEL = { ...DELETE, operation: 'label', effects: ['write' as const] };

/** A request to label one pod, as it stands after more events. */
function labelled(pod: string, ...more: readonly Pick<RequestEvent, 'type' | 'payload'>[]): View {
  const argv = ['kubectl', 'label', 'pod', pod, 'a=b'];
  const actions = [{ ...LABEL, resource: { kind: 'pod', name: pod } }];
  const { view } = partsOf({ manifest: { argv }, submitted: { actions } });
  return more.reduce<View>((before, event) => advance(before, { at: NOW, ...event } as RequestEvent), view);
}

const vote = (voter: string) =>
  ({
    type: 'vote.cast',
    payload: { vote: 'approve', voter, evidence: 'os', digest: 'd', at: NOW, nonce: voter },
  }) as const;
const granted = {
  type: 'request.granted',
  payload: { digest: 'd', voters: ['person:ann'], acknowledged: false },
} as const;
const denied = { type: 'request.denied', payload: { reason: 'person', by: 'person:bob', text: 'not today' } } as const;

describe('similar requests that people decided', () => {
  const view = labelled('web');

  test('the same command comes first, then the same but for the name, then the same requester', () => {
    const others = [
      { id: 'other', view: { ...partsOf().view, ...advance(partsOf().view, { at: NOW, ...denied }) } },
      { id: 'named', view: labelled('db', vote('person:ann'), granted) },
      { id: 'same', view: labelled('web', denied) },
    ];
    expect(similarTo({ id: 'now', view }, others).map(({ id, how, outcome, by }) => [id, how, outcome, by])).toEqual([
      ['same', 'the same command', 'denied', ['person:bob']],
      ['named', 'the same but for the name', 'approved', ['person:ann']],
      ['other', 'the same requester', 'denied', ['person:bob']],
    ]);
  });

  test('itself, what nobody decided, and what a rule refused say nothing', () => {
    const expired = { type: 'request.expired', payload: {} } as const;
    const byRule = { type: 'request.denied', payload: { reason: 'too_many_open' } } as const;
    const others = [
      { id: 'now', view: labelled('web', denied) },
      { id: 'waits', view: labelled('web') },
      { id: 'half', view: labelled('web', vote('person:ann')) },
      { id: 'expired', view: labelled('web', vote('person:ann'), expired) },
      { id: 'flood', view: labelled('web', byRule) },
    ];
    expect(similarTo({ id: 'now', view }, others)).toEqual([]);
  });

  test('a few are enough', () => {
    const others = Array.from({ length: 30 }, (_, index) => ({ id: `${index}`, view: labelled('web', denied) }));
    expect(similarTo({ id: 'now', view }, others).length).toBeLessThanOrEqual(5);
  });

  test('one is a line: who, when, in what words, and how alike', () => {
    const [same] = similarTo({ id: 'now', view }, [{ id: '0123456789abcdef', view: labelled('web', denied) }]);
    expect(similarLine(same!, NOW + 3 * 86_400_000)).toBe(
      '89abcdef denied by person:bob 3d ago (not today), the same command',
    );
  });
});
