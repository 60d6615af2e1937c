import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, ANN, BOB, Machine, OTHER, possible, until } from '../kit/host.ts';
import { rubbedOut, sayYes, typeAt } from '../kit/person.ts';

/** What people of a machine prove their votes with, kept by its service. */
describe.skipIf(!possible)('gate enroll in host mode (needs root and a mount namespace)', () => {
  const WORDS = 'correct horse battery';
  let host: Machine;
  beforeAll(async () => {
    host = await new Machine().set();
    host.policy(
      'version: 1\npacks: []\ndefault: allow\nrules:\n  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1, evidence: factor }, reason: r }\n',
    );
    await host.serve();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  async function passphrase(uid: number) {
    const session = host.person(uid, ['enroll', 'passphrase']);
    await session.sees('characters or more: ');
    session.type(`${WORDS}\r`);
    await session.sees('the same again: ');
    session.type(`${WORDS}\r`);
    return session.ended;
  }

  test('a person enrolls at the service, and their vote is proven by it', async () => {
    const ended = await passphrase(ANN);
    expect(ended.screen).toContain('enrolled: passphrase');
    expect(ended.status).toBe(0);
    expect((await host.person(ANN, ['enroll', '--list']).ended).screen).toMatch(/[0-9a-f]{8} {2}passphrase/);

    const held = host.start(AGENT, ['/bin/sh', '-c', 'exec "$0" -- rm -f x', `${process.cwd()}/dist/gate`]);
    await until(() => held.out.stderr.includes('then resume with'));
    const id = /waits as (\w+)/.exec(held.out.stderr)?.[1] ?? '';
    const approval = host.person(ANN, ['approve', id]);
    await sayYes(approval);
    await approval.sees('your passphrase: ');
    approval.type(`${WORDS}\r`);
    expect(rubbedOut((await approval.ended).screen)).toContain('approved by person:ann');
    expect(await held.ended).toMatchObject({ status: 0 });
  });

  test('a second factor takes a proof by the first; and so does taking one back', async () => {
    const session = host.person(ANN, ['enroll', 'totp']);
    await session.sees('the code that it shows now: ');
    const secret = /secret=([A-Z2-7]+)/.exec(session.screen().replace(/\r\n/g, ''))?.[1] ?? '';
    await typeAt(session, 'the code that it shows now: ', new TOTP({ secret }).generate());
    await session.sees('your passphrase: ');
    session.type('not the right one\r');
    expect((await session.ended).status).toBe(77);
    const listed = (await host.person(ANN, ['enroll', '--list']).ended).screen;
    expect(listed).not.toContain('totp');
    const id = /([0-9a-f]{8}) {2}passphrase/.exec(listed)?.[1] ?? '';
    const removing = host.person(ANN, ['enroll', '--remove', id]);
    await removing.sees('your passphrase: ');
    removing.type(`${WORDS}\r`);
    expect((await removing.ended).screen).toContain(`taken back: ${id}`);
  });

  test('nobody else enrolls for them, no agent enrolls, and nothing is kept in the account', async () => {
    for (const uid of [AGENT, OTHER]) {
      const ended = await host.person(uid, ['enroll', 'totp']).ended;
      expect(ended.screen).toContain('nothing was enrolled');
      expect(ended.status).toBe(77);
    }
    const without = await host.gate(BOB, ['enroll', '--list']);
    expect(without.status).toBe(77);
  });
});
