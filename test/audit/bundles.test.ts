import { describe, expect, test } from 'vitest';
import { BundledDecisions } from '../../src/audit/bundles.ts';
import { sha256Hex } from '../../src/platform/hash.ts';

const SAID = 'gate-policy-bundle/v1\nname acme\nversion 3\ncreated 2026-11-21T20:00:00Z\nexpires never\n';
const NOTE = `${SAID}\n\u2014 acme-2026 AAAAAAAA\n`;
const digest = (text: string) => `sha256:${sha256Hex(text)}`;
const event = (type: string, payload: object | null) => ({
  type,
  payload: payload === null ? null : Buffer.from(JSON.stringify(payload)),
});
const note = event('policy.recorded', { digest: digest(NOTE), layer: 'system', name: 'bundle:acme', text: NOTE });
const decision = (more: object = {}) => ({
  kind: 'deny',
  policy: ['sha256:00', digest(NOTE)],
  bundle: { name: 'acme', version: 3, digest: digest(SAID), ...more },
});
const WRONG = 'it was decided by a policy bundle whose note is not recorded';

describe('a decision by a policy bundle', () => {
  test('names one whose note was recorded', () => {
    const bundles = new BundledDecisions();
    expect(bundles.add(note)).toBeUndefined();
    expect(bundles.add(event('request.decided', decision()))).toBeUndefined();
    expect(bundles.add(event('call.seen', { decision: decision() }))).toBeUndefined();
    expect(bundles.add(event('request.decided', { kind: 'allow', reasons: ['"bundle":'] }))).toBeUndefined();
  });

  test.each([
    ['another version', { version: 4 }],
    ['another name', { name: 'shop' }],
    ['another digest', { digest: digest(NOTE) }],
  ])('with %s than the note says is wrong', (_, more) => {
    const bundles = new BundledDecisions();
    bundles.add(note);
    expect(bundles.add(event('request.decided', decision(more)))).toBe(WRONG);
    expect(bundles.add(event('call.seen', { decision: decision(more) }))).toBe(WRONG);
  });

  test('is wrong before the note, or when it does not name the note among what decided', () => {
    const bundles = new BundledDecisions();
    expect(bundles.add(event('request.decided', decision()))).toBe(WRONG);
    bundles.add(note);
    expect(bundles.add(event('request.decided', { ...decision(), policy: [] }))).toBe(WRONG);
  });

  test('cannot be checked any more once a document was erased', () => {
    const bundles = new BundledDecisions();
    bundles.add(event('policy.recorded', null));
    expect(bundles.add(event('request.decided', decision()))).toBeUndefined();
  });
});
