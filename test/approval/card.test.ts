import { describe, expect, test } from 'vitest';
import { cardOf } from '../../src/approval/card.ts';
import { shortCode } from '../../src/approval/short-code.ts';
import { cardLines } from '../../src/channels/terminal/card.ts';
import { DELETE, NOW, OWNERS, partsOf } from './card-parts.ts';

const shown = (parts = partsOf()) => cardLines(cardOf(parts), { columns: 120, color: false });

describe('a card', () => {
  test('UI-12 has all fourteen things that would change the answer', () => {
    const parts = partsOf({
      decision: { reasons: ['it deletes something on a cluster', 'the repository says: fine'] },
      parts: {
        similar: [
          {
            id: '019b76da-0000-7000-8000-000011112222',
            how: 'the same command',
            outcome: 'denied',
            by: ['person:bob'],
            at: NOW - 86_400_000 * 3,
            text: 'not on a Friday',
            argv: ['kubectl', 'delete', 'namespace', 'payments'],
          },
        ],
        previews: [
          { tool: 'kubectl', kind: 'found', headline: '14 objects', lines: ['12 pods', '2 secrets'], at: NOW },
        ],
      },
    });
    expect(shown(parts).join('\n')).toMatchInlineSnapshot(`
      "request      019b76da-a800-7000-8000-00004f2a91c0  pending
      command      kubectl delete namespace payments
      in short     kubectl delete namespace payments (context prod, server https://10.0.0.1:6443)
      digest       sha256:65382f73357c27a243731f8f9adab75713e392d909dd60cb31c0674810c74242
      code         ENW-4YW
      -- what gate found out --
      does         kubectl delete [destroy] kind=namespace name=payments context=prod server=https://10.0.0.1:6443
      effects      destroy: deletes, or overwrites beyond recovery
      target       context=prod server=https://10.0.0.1:6443
      change       kubectl: found by reading, shown below
      rule         hold by kubernetes/destroy
      why          it deletes something on a cluster
      tags         change
      asked by     agent:claude-code@alice@laptop: agent in claude-code, claimed by a variable of its environment
      behind it    person:alice@laptop
      session      s-1
      host         laptop, without a terminal
      runs as      alice (1000)
      directory    /home/alice/shop
      program      /usr/local/bin/kubectl sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      credentials  the caller's own, no lease
      reads        configuration /home/alice/.kube/config sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\\
                     bbbb
      stdin        pinned sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
      environment  the caller's environment, filtered
      variable     KUBECONFIG=/home/alice/.kube/config
      kept away    LD_PRELOAD
      asked at     2026-05-06T11:59:00.000Z, 60s ago
      expires      2026-05-06T12:59:00.000Z, in 59m
      before       11112222 denied by person:bob 3d ago (not on a Friday), the same command
      -- who decides --
      asks         1 of owners for rule kubernetes/destroy
                   that is person:alice@laptop
      may stand    for 1h at most; it would cover:
                   this very command again, and nothing else
                   by agent:claude-code@alice@laptop, session s-1; program, directory, environment and inputs as they are now
      -- words of the requester, checked by nobody --
      intent       clean up
      ticket       OPS-1
      -- words of files and outputs, checked by nobody --
      preview      kubectl: 14 objects, looked at 2026-05-06T12:00:00.000Z
                   | 12 pods
                   | 2 secrets
      repository   fine"
    `);
  });

  test('says what it does not know instead of leaving it out', () => {
    const text = shown(partsOf({ manifest: { target: [{}], stdin: { kind: 'null', digest: null } } })).join('\n');
    expect(text).toContain('no cluster, account, host or database is named');
    expect(text).toContain('no preview was made');
    expect(text).toContain("the caller's own, no lease");
    const none = partsOf({ parts: { previews: [{ tool: 'helm', kind: 'none', lines: [], at: NOW }] } });
    expect(shown(none).join('\n')).toContain('helm: no preview exists for this');
  });

  test('keeps what a preview found from those who are not asked', () => {
    const previews = [{ tool: 'kubectl', kind: 'found' as const, lines: ['12 pods'], at: NOW }];
    expect(shown(partsOf({ parts: { previews } })).join('\n')).toContain('12 pods');
    const withheld = partsOf({ parts: { previews: 'withheld' } });
    expect(shown(withheld).join('\n')).toContain('for those who are asked');
  });

  test('can still be drawn when the details were erased', () => {
    const { submitted: _, decision: __, ...rest } = partsOf();
    const card = cardOf(rest);
    expect(card.gravity).toBe('grave');
    expect(card.command).toEqual(['kubectl delete namespace payments']);
  });

  test('says what a standing approval would cover, and that a grave one is for this very command', () => {
    const write = {
      ...DELETE,
      operation: 'label',
      effects: ['write' as const],
      resource: { kind: 'pod', name: 'web' },
    };
    const argv = ['kubectl', 'label', 'pod', 'web', 'a=b'];
    const mild = cardOf(partsOf({ manifest: { argv }, submitted: { actions: [write] } }));
    expect(mild.approval.standingSeconds).toBe(3600);
    expect(mild.approval.covers[0]).toBe('kubectl label pod <any name> a=b');
    expect(cardOf(partsOf()).approval.covers[0]).toBe('this very command again, and nothing else');
    const privilege = { ...DELETE, effects: ['privilege' as const] };
    expect(cardOf(partsOf({ submitted: { actions: [privilege] } })).approval.standingSeconds).toBe(0);
  });

  test('names the strongest evidence that is asked for', () => {
    const approvers = [OWNERS, { ...OWNERS, rule: 'b', evidence: 'signed' as const }];
    expect(cardOf(partsOf({ approvers })).approval.evidence).toBe('signed');
  });

  test('says who voted, how that was proven, and who is still missing', () => {
    const parts = partsOf({
      approvers: [{ ...OWNERS, from: ['sre'], count: 2, evidence: 'factor', separation: 'owner' }],
    });
    const vote = {
      ...{ vote: 'approve' as const, voter: 'person:ann', evidence: 'totp' as const, digest: parts.view.digest },
      ...{ at: NOW - 5000, nonce: 'n', text: 'fine', standing: { seconds: 900, shape: 's' } },
    };
    const missing = [{ rule: 'r', from: ['sre'], wanted: 2, have: 1, evidence: 'factor' as const }];
    const text = shown({ ...parts, view: { ...parts.view, votes: [vote] }, missing }).join('\n');
    expect(text).toContain('2 of sre for rule kubernetes/destroy, evidence factor or stronger, not the person behind');
    expect(text).toContain('person:ann: approve for 15m, evidence totp, 5s ago: fine');
    expect(text).toContain('1 more of sre for rule r, by factor');
  });

  test('keeps questions, answers and attached files among the words', () => {
    const parts = partsOf();
    const file = { name: 'plan.txt', digest: 'sha256:f', text: 'one\n-- who decides --\n' };
    const answers = [{ by: 'agent:x', text: 'for OPS-1', question: 'why?', askedBy: 'person:ann', file }];
    const card = cardOf({ ...parts, view: { ...parts.view, answers } });
    expect(card.words.slice(2)).toEqual([
      { label: 'question', lines: ['person:ann: why?'] },
      { label: 'answer', lines: ['agent:x: for OPS-1'] },
      { label: 'attached', lines: ['plan.txt sha256:f', '| one', '| -- who decides --'] },
    ]);
  });

  test.each([
    [['read'], false, 'harmless'],
    [['write', 'read'], false, 'change'],
    [['execute'], false, 'change'],
    [['write', 'destroy'], false, 'grave'],
    [['privilege'], false, 'grave'],
    [['secret'], false, 'grave'],
    [['export'], false, 'grave'],
    [['unknown'], true, 'grave'],
    [['execute'], true, 'grave'],
  ] as const)('with effects %j and opaque %j is %s', (effects, opaque, gravity) => {
    expect(cardOf(partsOf({ submitted: { actions: [{ ...DELETE, effects, opaque }] } })).gravity).toBe(gravity);
  });
});

test('UI-10 the code is short, without letters that look alike, and follows from the digest', () => {
  const digest = `sha256:${'0f'.repeat(32)}`;
  expect(shortCode(digest)).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
  expect(shortCode(digest)).toBe(shortCode(digest));
  expect(shortCode(`sha256:${'0e'.repeat(32)}`)).not.toBe(shortCode(digest));
});
