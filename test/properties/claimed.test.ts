import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directoryOf } from '../../src/approval/directory.ts';
import type { People } from '../../src/approval/people.ts';
import { eligible } from '../../src/approval/quorum.ts';
import type { Approvers } from '../../src/policy/decision.ts';
import { AGENTS, PIPELINES } from '../../src/request/harnesses.ts';
import type { Caller, Claimed } from '../../src/server/caller.ts';
import { type Asking, claiming } from '../../src/server/identity/claimed.ts';
import { callerAt, isBarred } from '../../src/server/identity/peer.ts';

/** IPC-09, SELF-06: whatever a caller says about itself, it can do no more than if it had said nothing. */

const NAMES = ['alice', 'bob', 'carol', 'bot', 'ci', 'root', 'mallory'];
const names = fc.constantFrom(...NAMES);
const subset = fc.uniqueArray(fc.constantFrom('alice', 'bob', 'carol'), { maxLength: 3 });

const people: fc.Arbitrary<People | undefined> = fc.option(
  fc.record({ sre: subset, operators: subset, owner: fc.constantFrom('alice', 'bob'), root: fc.boolean() }).map(
    ({ sre, operators, owner, root }): People => ({
      source: 'config.yaml',
      people: [
        { name: 'alice', os: ['alice'], sshKeys: [] },
        { name: 'bob', os: ['bob', 'bob@h'], sshKeys: [] },
        { name: 'carol', os: root ? ['carol', 'root'] : ['carol'], sshKeys: [] },
      ],
      groups: [
        { name: 'sre', members: sre },
        { name: 'operators', members: operators },
      ],
      agents: [
        { name: 'deploy-bot', os: ['bot'], match: 'agent:*', owner },
        { name: 'jobs', match: 'pipeline:*', owner },
        { name: 'claude-code', os: ['ci'], owner },
      ],
    }),
  ),
  { nil: undefined, freq: 5 },
);

const harness = fc.oneof(
  fc.constantFrom(...[...AGENTS, ...PIPELINES].map((each) => each.name)),
  fc.constantFrom('deploy-bot', 'deploy-bot@alice', 'agent', '../x', 'claude-code@bob', ''),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const session = fc.oneof(fc.constantFrom('s1', 'a/b'), fc.string({ unit: 'binary', maxLength: 200 }));
const claims: fc.Arbitrary<Claimed> = fc.record(
  {
    kind: fc.constantFrom('agent' as const, 'pipeline' as const),
    harness,
    session,
    supervised: fc.boolean(),
    tty: fc.boolean(),
  },
  { requiredKeys: ['tty'] },
);

const remote: fc.Arbitrary<Caller> = fc.constantFrom<Caller>(
  {
    principal: { kind: 'agent', id: 'agent:deploy-bot@alice', owner: 'person:alice', known: 'token' },
    by: 'token',
    scopes: new Set(['run']),
  },
  {
    principal: { kind: 'pipeline', id: 'pipeline:github/a/b', owner: 'person:bob', known: 'oidc', session: '7' },
    by: 'oidc',
    scopes: new Set(['run']),
  },
  { principal: { kind: 'person', id: 'person:alice', known: 'oidc' }, by: 'login', scopes: new Set(['read', 'vote']) },
);
const callers = fc.tuple(names, people).chain(([name, known]) => {
  const local = callerAt({ uid: name === 'root' ? 0 : 1000 + NAMES.indexOf(name), name }, 'h', known);
  const all = isBarred(local) ? remote : fc.oneof(fc.constant(local), remote);
  return all.map((caller) => ({ caller, known }));
});

const asked = (asking: Asking, known: People, block: Partial<Approvers>, as = asking.principal) =>
  eligible(
    { principal: as.id, ...(as.owner === undefined ? {} : { owner: as.owner }), digest: 'd', approvers: [] },
    { rule: 'r', from: ['sre', 'owners'], count: 1, evidence: 'os', expires: 60, ...block } as Approvers,
    directoryOf(known, () => 'os'),
  );

describe('what a caller says about itself', () => {
  test('opens no door, and makes nobody somebody else', () => {
    fc.assert(
      fc.property(callers, claims, ({ caller }, claimed) => {
        const silent = claiming(caller, { tty: true });
        const said = claiming(caller, claimed);
        if (isBarred(silent)) throw new Error('somebody who says nothing is let in');
        if (isBarred(said)) {
          expect(caller.uid).toBe(0);
          return;
        }
        expect([...silent.scopes].filter((scope) => !caller.scopes.has(scope))).toEqual([]);
        expect([...said.scopes].filter((scope) => !silent.scopes.has(scope))).toEqual([]);
        if (silent.supervised) expect(said.supervised).toBe(true);
        // A vote takes a person, unsupervised, at a terminal; and it is cast under the name that the transport proved.
        if (said.scopes.has('vote')) {
          expect(said).toMatchObject({ principal: caller.principal, supervised: false, tty: true });
        }
        if (caller.principal.kind !== 'person') {
          const { id, kind, owner, known } = caller.principal;
          expect(said.principal).toMatchObject({ id, kind, owner, known });
          if (caller.principal.session) expect(said.principal.session).toBe(caller.principal.session);
        } else if (said.principal.kind === 'person') {
          expect(said.principal).toEqual(caller.principal);
        } else {
          expect(said.observed).toEqual(caller.principal);
          expect(said.principal).toMatchObject({ owner: caller.principal.id, known: 'claimed' });
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('makes root nobody’s agent (IPC-05)', () => {
    const root = callerAt({ uid: 0, name: 'root' }, 'h', undefined);
    if (isBarred(root)) throw new Error('root is a person');
    for (const kind of ['agent', 'pipeline'] as const) {
      expect(claiming(root, { kind, tty: true })).toEqual({ barred: 'root is nobody’s agent' });
    }
    expect(claiming(root, { supervised: true, tty: true })).toMatchObject({ scopes: new Set(['run', 'read']) });
  });

  test('never earns the name of an agent or pipeline that the directory, a token or an issuer gives', () => {
    fc.assert(
      fc.property(callers, claims, ({ caller, known }, claimed) => {
        const said = claiming(caller, claimed);
        if (isBarred(said) || said.observed === undefined) return;
        expect(said.principal.id).toMatch(/^(?:agent:[a-z-]+@|pipeline:[a-z-]+\/)[^@]+@[^@]+$/);
        for (const { name, owner } of known?.agents ?? []) expect(said.principal.id).not.toBe(`agent:${name}@${owner}`);
      }),
    );
  });

  test('lets nobody approve what they could not have approved, when approvers count for whoever is observed', () => {
    fc.assert(
      fc.property(callers, claims, fc.constantFrom('owner', undefined), ({ caller, known }, claimed, separation) => {
        const said = claiming(caller, claimed);
        if (isBarred(said) || known === undefined) return;
        const block = separation === undefined ? {} : ({ separation } as Partial<Approvers>);
        const observed = asked(said, known, block, said.observed ?? caller.principal);
        const silent = claiming(caller, { tty: true });
        if (isBarred(silent)) return;
        expect(observed).toEqual(asked(silent, known, block));
        expect(observed).not.toContain(caller.principal.id);
      }),
    );
  });
});
