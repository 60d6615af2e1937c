import type { CardParts } from '../../src/approval/card.ts';
import type { Submitted } from '../../src/approval/events.ts';
import { shapeOf } from '../../src/approval/shape.ts';
import { advance, type View } from '../../src/approval/states.ts';
import type { Action } from '../../src/command/action.ts';
import { buildManifest, digestManifest, type Manifest } from '../../src/command/manifest.ts';
import type { Approvers, Decision } from '../../src/policy/decision.ts';

/** A request as the record has it, for cards: every part that a requester could set can be set. */

export const NOW = Date.UTC(2026, 4, 6, 12);

export interface Asked {
  readonly manifest?: Partial<Manifest>;
  readonly submitted?: Partial<Submitted>;
  readonly decision?: Partial<Decision>;
  readonly approvers?: readonly Approvers[];
  readonly parts?: Partial<CardParts>;
}

export const DELETE: Action = {
  tool: 'kubectl',
  operation: 'delete',
  effects: ['destroy'],
  resource: { kind: 'namespace', name: 'payments' },
  scope: { context: 'prod', server: 'https://10.0.0.1:6443' },
  opaque: false,
};

export const OWNERS: Approvers = {
  from: ['owners'],
  count: 1,
  evidence: 'os',
  separation: 'none',
  rule: 'kubernetes/destroy',
};

export function partsOf(asked: Asked = {}): CardParts {
  const actions = asked.submitted?.actions ?? [DELETE];
  const manifest = buildManifest({
    argv: ['kubectl', 'delete', 'namespace', 'payments'],
    executable: { path: '/usr/local/bin/kubectl', digest: `sha256:${'a'.repeat(64)}` },
    cwd: '/home/alice/shop',
    environment: { level: 'checked', pinned: { KUBECONFIG: '/home/alice/.kube/config' }, removed: ['LD_PRELOAD'] },
    inputs: [{ role: 'configuration', path: '/home/alice/.kube/config', digest: `sha256:${'b'.repeat(64)}` }],
    stdin: { kind: 'pinned', digest: `sha256:${'c'.repeat(64)}` },
    target: actions.map(({ scope }) => scope),
    ...asked.manifest,
  });
  const submitted: Submitted = {
    principal: {
      kind: 'agent',
      id: 'agent:claude-code@alice@laptop',
      owner: 'person:alice@laptop',
      known: 'claimed',
      harness: 'claude-code',
      session: 's-1',
    },
    argv: manifest.argv,
    cwd: manifest.cwd,
    host: 'laptop',
    user: { uid: 1000, name: 'alice' },
    tty: false,
    stdin: 'pipe',
    parents: [{ pid: 7, name: 'claude' }],
    dropped: [],
    intent: 'clean up',
    ticket: 'OPS-1',
    manifest,
    digest: digestManifest(manifest),
    shape: shapeOf(manifest, actions),
    actions,
    inputs: [],
    notes: [],
    opaque: actions.some(({ opaque }) => opaque),
    ...asked.submitted,
  };
  const decision: Decision = {
    kind: 'hold',
    rules: ['kubernetes/destroy'],
    reasons: ['it deletes something on a cluster'],
    suggest: [],
    tags: ['change'],
    duties: {
      approvers: asked.approvers ?? [OWNERS],
      expiresSeconds: 3600,
      startWithinSeconds: 900,
      limits: [],
    },
    findings: [],
    labels: [],
    owners: [],
    mode: 'enforce',
    policy: [],
    ...asked.decision,
  };
  const at = NOW - 60_000;
  const view: View = [
    { type: 'request.submitted', at, payload: submitted } as const,
    { type: 'request.decided', at, payload: decision } as const,
  ].reduce<View | undefined>((before, event) => advance(before, event), undefined)!;
  return {
    id: '019b76da-a800-7000-8000-00004f2a91c0',
    view,
    submitted,
    decision,
    previews: [],
    similar: [],
    payloads: [],
    repeats: [],
    people: ['person:alice@laptop'],
    missing: [{ rule: 'kubernetes/destroy', from: ['owners'], wanted: 1, have: 0, evidence: 'os' }],
    now: NOW,
    ...asked.parts,
  };
}
