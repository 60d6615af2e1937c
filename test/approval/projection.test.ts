import { expect, test } from 'vitest';
import { PROJECTION_FORM, projected } from '../../src/approval/projection.ts';

/** One request and one standing grant that have everything a projection can have. */
const HISTORY: readonly (readonly [type: string, payload: object])[] = [
  [
    'request.submitted',
    {
      principal: { id: 'agent:x', kind: 'agent', owner: 'person:a', session: 's' },
      argv: ['x'],
      digest: 'd',
      shape: { digest: 's', argv: ['x'], exact: true },
      actions: [],
    },
  ],
  [
    'request.decided',
    {
      kind: 'hold',
      mode: 'enforce',
      rules: [],
      duties: { approvers: [], expiresSeconds: 60, startWithinSeconds: 60, limits: [] },
    },
  ],
  ['request.previewed', { by: 'person:b', previews: [] }],
  ['question.asked', { by: 'person:b', text: '?' }],
  ['question.answered', { by: 'agent:x', text: '!' }],
  ['vote.cast', { vote: 'approve', voter: 'person:b' }],
  ['question.asked', { by: 'person:b', text: '?' }],
];
const ENDINGS: readonly (readonly (readonly [type: string, payload: object])[])[] = [
  [],
  [
    ['question.answered', { by: 'agent:x', text: '!' }],
    ['request.granted', { digest: 'd', voters: [], acknowledged: false, standing: 's' }],
    ['run.started', { runner: 'r', mode: 'host', run_as: 'gate-run' }],
    ['stop.asked', { by: 'agent:x' }],
    ['run.finished', {}],
  ],
  [
    ['question.answered', { by: 'agent:x', text: '!' }],
    ['request.broken', { by: 'agent:x', why: '', told: [] }],
    ['grant.revoked', { by: 'person:b', text: 'x' }],
    ['request.reviewed', { by: 'person:b', verdict: 'justified', text: '' }],
  ],
  [['request.denied', { reason: 'person', by: 'person:b', text: 'no' }]],
];
const STANDING: readonly (readonly [type: string, payload: object])[] = [
  ['standing.granted', { principal: 'agent:x', shape: { digest: 's' }, votes: [], until: 9 }],
  ['standing.used', { request: 'r' }],
  ['standing.revoked', { by: 'person:b' }],
];

function members(...histories: readonly (typeof HISTORY)[]): readonly string[] {
  const found = new Set<string>();
  for (const history of histories) {
    let view: ReturnType<typeof projected> | undefined;
    for (const [index, [type, payload]] of history.entries()) {
      view = projected(view, { type, at: index, payload });
      for (const member of Object.keys(view)) found.add(member);
    }
  }
  return [...found].sort();
}

// Databases keep views. When one of these lists changes, raise PROJECTION_FORM: then older ones are made again from the log.
test('the form of projections has the number it was given', () => {
  expect({
    form: PROJECTION_FORM,
    request: members(...ENDINGS.map((ending) => [...HISTORY, ...ending])).join(' '),
    standing: members(STANDING).join(' '),
  }).toMatchInlineSnapshot(`
    {
      "form": 4,
      "request": "acknowledged answers approvers argv broken confirmed deadline decision digest effects ended endedAt expiresSeconds kind mode observed open owner previews principal principalKind question remaining repeated review rules runAs runner session shape standing startWithinSeconds startedAt state stopping submittedAt voters votes",
      "standing": "digest grant grantedAt kind open principal revoked state usedAt uses",
    }
  `);
});
