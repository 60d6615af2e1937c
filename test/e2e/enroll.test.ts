import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { type Seen, sayYes, typeAt } from '../kit/person.ts';
import { holdTouch } from '../kit/policies.ts';

const TOUCH = ['--', 'touch', 'marker'] as const;
const WORDS = 'correct horse battery';
const me = `person:${userInfo().username}@${hostname()}`;
const FACTOR = holdTouch({ approvers: 'evidence: factor' });
const SIGNED = holdTouch({ approvers: 'evidence: signed' });

async function enrolPassphrase(gate: Gate): Promise<Seen> {
  const session = gate.session(['enroll', 'passphrase']);
  await session.sees('characters or more: ');
  session.type(`${WORDS}\r`);
  await session.sees('the same again: ');
  session.type(`${WORDS}\r`);
  return session.ended;
}

async function enrolTotp(gate: Gate): Promise<{ seen: Seen; secret: string }> {
  const session = gate.session(['enroll', 'totp']);
  await session.sees('the code that it shows now: ');
  const secret = /secret=([A-Z2-7]+)/.exec(session.screen().replace(/\r\n/g, ''))?.[1] ?? '';
  await typeAt(session, 'the code that it shows now: ', new TOTP({ secret }).generate());
  return { seen: await session.ended, secret };
}

/** `gate approve`, answered by this at the prompt. */
async function approve(gate: Gate, id: string, prompt: string, answer: string): Promise<Seen> {
  const session = gate.session(['approve', id], { rows: 400, cols: 140 });
  await sayYes(session);
  await session.sees(prompt);
  if (prompt.startsWith('your')) session.type(`${answer}\r`);
  else await typeAt(session, prompt, answer);
  return session.ended;
}

const PASSPHRASE = 'your passphrase: ';
const CODE = 'the code that your authenticator shows: ';

describe('a rule that asks for more than the account', () => {
  test('is refused at once where nobody has enrolled anything, with how to: 77', async () => {
    using gate = new Gate(FACTOR);
    const ran = await gate.agent(TOUCH);
    expect(ran.stderr).toContain('nobody can approve this');
    expect(ran.stderr).toContain('needs 1 of owners with evidence factor or stronger, and there are 0');
    expect(ran.stderr).toContain(`${me} can do that after`);
    expect(ran.stderr).toContain('gate enroll totp');
    expect(ran.status).toBe(77);
    gate.policy(SIGNED);
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 77, stderr: expect.stringContaining('gate enroll ssh') });
    gate.policy(holdTouch().replace('[owners]', '[sre]'));
    const groups = await gate.agent(TOUCH);
    expect(groups.stderr).toMatch(
      /needs 1 of sre, and there are 0: add somebody to .sre. under .groups. in config\.yaml/,
    );
    expect(groups.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
  });

  test('is approved with the passphrase, which is never shown; a wrong one counts for nothing and is kept', async () => {
    using gate = new Gate(FACTOR);
    const enrolled = await enrolPassphrase(gate);
    expect(enrolled).toMatchObject({ status: 0, screen: expect.stringContaining('enrolled: passphrase') });
    expect(enrolled.screen).not.toContain('horse');
    const id = await gate.ask(TOUCH);
    const wrong = await approve(gate, id, PASSPHRASE, 'correct horse batterz');
    expect(wrong.screen).toContain(`that is not the passphrase of ${me}`);
    expect(wrong.screen).not.toContain('horse');
    expect(wrong.status).toBe(77);
    expect(await gate.record(id)).toMatchObject({ state: 'pending' });
    const right = await approve(gate, id, PASSPHRASE, WORDS);
    expect(right.status).toBe(0);
    const record = await gate.record(id);
    expect(record).toMatchObject({ state: 'granted', votes: [{ evidence: 'passphrase' }] });
    expect(record.events.map(({ type }) => type)).toContain('vote.rejected');
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
    // Nothing of it is in the log, nor in any file of gate's.
    for (const name of readdirSync(gate.home, { recursive: true, encoding: 'utf8' })) {
      const path = join(gate.home, name);
      try {
        expect({ name, has: readFileSync(path, 'latin1').includes('horse') }).toEqual({ name, has: false });
      } catch (error) {
        if (!/EISDIR|ENXIO/.test(String(error))) throw error;
      }
    }
  });

  test('is approved with a code, once; the code of the enrolment does not count again', async () => {
    using gate = new Gate(FACTOR);
    const { seen, secret } = await enrolTotp(gate);
    expect(seen.screen).toContain('enrolled: totp');
    expect(seen.status).toBe(0);
    const [file = ''] = readdirSync(join(gate.home, 'factors'));
    const { steps } = JSON.parse(readFileSync(join(gate.home, 'factors', file), 'utf8'));
    const [used] = Object.values(steps) as number[];
    const id = await gate.ask(TOUCH);
    // The code of that very step, as long as it would be one of now.
    const again = await approve(gate, id, CODE, new TOTP({ secret }).generate({ timestamp: (used ?? 0) * 30_000 }));
    expect(again.screen).toMatch(/the code was used before|the code is not one of now/);
    expect(again.status).toBe(77);
    const next = new TOTP({ secret }).generate({ timestamp: ((used ?? 0) + 1) * 30_000 });
    expect(await approve(gate, id, CODE, next)).toMatchObject({ status: 0 });
    expect(await gate.record(id)).toMatchObject({ state: 'granted', votes: [{ evidence: 'totp' }] });
  });

  test('stays refused when the factor was taken back in between: it never falls back to the account', async () => {
    using gate = new Gate(FACTOR);
    const enrolled = await enrolPassphrase(gate);
    const factor = /passphrase ([0-9a-f]{8})/.exec(enrolled.screen)?.[1] ?? '';
    const id = await gate.ask(TOUCH);
    const removing = gate.session(['enroll', '--remove', factor]);
    await removing.sees(PASSPHRASE);
    removing.type(`${WORDS}\r`);
    expect((await removing.ended).status).toBe(0);
    const seen = await gate.person(['approve', id]);
    expect(seen.screen).toContain('what it asks for was not proven');
    expect(seen.status).toBe(77);
    expect(await gate.record(id)).toMatchObject({ state: 'pending', votes: [] });
  });

  test('a no needs no proof', async () => {
    using gate = new Gate(FACTOR);
    await enrolPassphrase(gate);
    const id = await gate.ask(TOUCH);
    expect(await gate.person(['deny', id, '-m', 'no'])).toMatchObject({ status: 0 });
  });
});

const KEYGEN = '/usr/bin/ssh-keygen';

describe.skipIf(!existsSync(KEYGEN))('a rule that asks for a signature (needs ssh-keygen)', () => {
  const keyIn = (gate: Gate, type = 'ed25519') => {
    const file = join(gate.home, `id_${type}`);
    execFileSync(KEYGEN, ['-q', '-t', type, '-N', '', '-C', 'ann@laptop', '-f', file]);
    return file;
  };

  test('is approved by an enrolled SSH key, and the vote can be checked by anybody', async () => {
    using gate = new Gate(SIGNED);
    const key = keyIn(gate);
    const enrolled = await gate.person(['enroll', 'ssh', `${key}.pub`]);
    expect(enrolled).toMatchObject({ status: 0, screen: expect.stringContaining('enrolled: ssh-key') });
    const id = await gate.ask(TOUCH);
    const seen = await gate.person(['approve', id]);
    expect(seen.status).toBe(0);
    expect(await gate.record(id)).toMatchObject({
      state: 'granted',
      votes: [{ evidence: 'ssh-signature', signature: { key: expect.stringMatching(/^ssh-ed25519 /) } }],
    });
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
    const verified = await gate.agent(['audit', 'verify']);
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('1 signed vote') });
  });

  test('is approved by a key of the configuration, through the agent or beside it', async () => {
    using gate = new Gate(SIGNED);
    const key = keyIn(gate, 'ecdsa');
    const line = readFileSync(`${key}.pub`, 'utf8').trim();
    const config = `version: 1\npeople:\n  ann: { os: ["${userInfo().username}"], ssh_keys: ["${line}"] }\n`;
    writeFileSync(join(gate.home, 'config.yaml'), config, { mode: 0o600 });
    const id = await gate.ask(TOUCH);
    const agent = execFileSync('/usr/bin/ssh-agent', ['-s', '-a', join(gate.home, 'agent')], { encoding: 'utf8' });
    const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(agent)?.[1]);
    try {
      const SSH_AUTH_SOCK = join(gate.home, 'agent');
      const without = await gate.person(['approve', id], { env: { SSH_AUTH_SOCK } });
      expect(without.status).toBe(77);
      execFileSync('/usr/bin/ssh-add', ['-q', key], { env: { SSH_AUTH_SOCK }, stdio: 'ignore' });
      const seen = await gate.person(['approve', id], { env: { SSH_AUTH_SOCK } });
      expect(seen.status).toBe(0);
    } finally {
      process.kill(pid);
    }
    expect(await gate.record(id)).toMatchObject({ state: 'granted', votes: [{ voter: 'person:ann' }] });
    const verified = await gate.agent(['audit', 'verify']);
    expect(verified.stdout).toContain('1 of them by a key known from configuration only');
  });

  test('a private key is not taken for a public one', async () => {
    using gate = new Gate(SIGNED);
    const seen = await gate.person(['enroll', 'ssh', keyIn(gate)]);
    expect(seen).toMatchObject({ status: 64, screen: expect.stringContaining('no public key that gate knows') });
  });
});

describe('gate enroll', () => {
  test('the second factor takes the first, and --remove and --list work by id', async () => {
    using gate = new Gate(FACTOR);
    await enrolPassphrase(gate);
    const session = gate.session(['enroll', 'totp']);
    await session.sees('the code that it shows now: ');
    const secret = /secret=([A-Z2-7]+)/.exec(session.screen().replace(/\r\n/g, ''))?.[1] ?? '';
    await typeAt(session, 'the code that it shows now: ', new TOTP({ secret }).generate());
    await session.sees(PASSPHRASE);
    session.type('something else entirely\r');
    expect(await session.ended).toMatchObject({ status: 77, screen: expect.stringContaining('nothing was changed') });
    const listed = await gate.person(['enroll', '--list']);
    const id = /([0-9a-f]{8}) {2}passphrase/.exec(listed.screen)?.[1] ?? '';
    expect(listed.status).toBe(0);
    const whoami = await gate.person(['whoami']);
    expect(whoami.screen).toMatch(/enrolled {2}[0-9a-f]{8} {2}passphrase[\s\S]*evidence {2}factor at most/);
    const removing = gate.session(['enroll', '--remove', id]);
    await removing.sees(PASSPHRASE);
    removing.type(`${WORDS}\r`);
    expect(await removing.ended).toMatchObject({ status: 0, screen: expect.stringContaining('taken back') });
    expect((await gate.person(['enroll', '--list'])).screen).toContain('nothing is enrolled');
  });

  test('is for people at a terminal: an agent, and a person without one, enroll nothing', async () => {
    using gate = new Gate(FACTOR);
    const ran = await gate.agent(['enroll', 'passphrase'], { stdin: `${WORDS}\n${WORDS}\n` });
    expect(ran).toMatchObject({ status: 77, stderr: expect.stringContaining('only people vote') });
    expect(existsSync(join(gate.home, 'factors'))).toBe(false);
  });

  test.each([
    [['enroll'], 'enroll what?'],
    [['enroll', 'password'], 'cannot be enrolled'],
    [['enroll', 'ssh'], 'which key?'],
    [['enroll', 'totp', 'JBSWY3DPEHPK3PXP'], 'which key?'],
    [['enroll', 'ssh', '/dev/null'], 'no public key'],
  ])('%j is a mistake: 64', async (args, words) => {
    using gate = new Gate(FACTOR);
    expect(await gate.person(args)).toMatchObject({ status: 64, screen: expect.stringContaining(words) });
  });
});
