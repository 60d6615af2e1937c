import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statementText } from '../../src/approval/evidence.ts';
import type { Factor } from '../../src/approval/factors/factor.ts';
import { hashed } from '../../src/approval/factors/passphrase.ts';
import { enrolment } from '../../src/broker/enrolment.ts';
import { storedProofs } from '../../src/broker/proofs.ts';
import { factorFiles } from '../../src/config/factor-files.ts';
import { GATE, Gate } from '../kit/gate.ts';
import { atTerminal, cleanEnvironment } from '../kit/person.ts';
import { holdTouch } from '../kit/policies.ts';
import { ballot, directory, Queue, random } from '../kit/queue.ts';
import { softKey } from '../kit/ssh.ts';

const FACTOR = holdTouch({ approvers: 'evidence: factor' });
const QUESTION = /approve\? type (?:its code )?(\S+) and Enter/;
const TMUX = '/usr/bin/tmux';
const PERL = '/usr/bin/perl';
const mayPush = existsSync(PERL) && sysctl('dev/tty/legacy_tiocsti') === '1';

/** A gate in which the person has enrolled a passphrase, and a request that waits for it. */
async function waiting(gate: Gate): Promise<string> {
  const session = gate.session(['enroll', 'passphrase']);
  await session.sees('characters or more: ');
  session.type('correct horse battery\r');
  await session.sees('the same again: ');
  session.type('correct horse battery\r');
  expect((await session.ended).status).toBe(0);
  return gate.ask(['--', 'touch', 'marker']);
}

async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 400; tries++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came');
}

describe.skipIf(!existsSync(TMUX))('SELF: keys from elsewhere (needs tmux)', () => {
  /** Somebody who reads the person's tmux and types into it, up to whatever ends the command. @returns its status */
  async function typedByAnother(gate: Gate, id: string): Promise<string> {
    const socket = join(gate.home, 'tmux');
    const tmux = (...args: string[]) =>
      execFileSync(TMUX, ['-S', socket, ...args], {
        encoding: 'utf8',
        env: cleanEnvironment(),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const screen = () => {
      try {
        return tmux('capture-pane', '-p', '-t', '0');
      } catch {
        return '';
      }
    };
    const command = `${GATE} approve ${id}; echo "ended: $?"; exec sleep 600`;
    const person = atTerminal([TMUX, '-S', socket, '-f', '/dev/null', 'new-session', command], {
      cwd: gate.home,
      env: { GATE_HOME: gate.home, NO_COLOR: '1' },
      rows: 200,
      cols: 140,
    });
    try {
      const answer = await until(() => QUESTION.exec(screen())?.[1]);
      // The prompt is deaf at first: one key after the other until one shows.
      await until(() => {
        tmux('send-keys', '-t', '0', '?');
        return /is no:\s*\?/.test(screen()) ? true : undefined;
      });
      for (let back = 0; back < 20; back++) tmux('send-keys', '-t', '0', 'BSpace');
      tmux('send-keys', '-t', '0', answer, 'Enter');
      const next = await until(() => /your passphrase:|ended: \d+/.exec(screen())?.[0]);
      if (next.startsWith('your')) tmux('send-keys', '-t', '0', 'y', 'Enter');
      return await until(() => /ended: (\d+)/.exec(screen())?.[1]);
    } finally {
      tmux('kill-server');
      await person.ended;
    }
  }

  test('SELF-03 tmux send-keys answers for a person only where the account is all that is asked for', async () => {
    using gate = new Gate(FACTOR);
    const id = await waiting(gate);
    expect(await typedByAnother(gate, id)).toBe('77');
    const record = await gate.record(id);
    expect(record).toMatchObject({ state: 'pending', votes: [] });
    expect(record.events.map(({ type }) => type)).toContain('vote.rejected');
    // The same keys are enough without a factor: that is what local mode cannot hold, and doctor says so.
    using weak = new Gate(holdTouch());
    expect(await typedByAnother(weak, await weak.ask(['--', 'touch', 'marker']))).toBe('0');
    const warned = await weak.agent(['doctor'], { env: { TMUX: '/tmp/x,1,0' } });
    expect(warned.stdout).toContain('TMUX is set: programs of yours can type into this terminal');
  });
});

/** On the person's terminal, as a job of theirs: keys until the prompt shows one, then an answer, then another. */
const PUSHER = `
sub push_keys { for my $key (@_) { my $one = $key; ioctl(STDIN, 0x5412, $one) or die } }
until (-s 'answer') { push_keys('?'); select(undef, undef, undef, 0.1) }
open(my $file, '<', 'answer'); my $answer = <$file>;
push_keys(("\\x7f") x 200, split(//, $answer), "\\r");
until (-e 'again') { select(undef, undef, undef, 0.1) }
push_keys('y', "\\r");
`;

describe.skipIf(!mayPush)('SELF: keys pushed into the terminal (needs perl and dev.tty.legacy_tiocsti)', () => {
  test('SELF-04 TIOCSTI does not answer where a factor is asked for', async () => {
    using gate = new Gate(FACTOR);
    const id = await waiting(gate);
    writeFileSync(join(gate.home, 'push.pl'), PUSHER);
    const script = `${PERL} push.pl < /dev/tty & ${GATE} approve ${id}; echo "ended: $?"`;
    const session = atTerminal(['/bin/sh', '-c', script], {
      cwd: gate.home,
      env: { GATE_HOME: gate.home, NO_COLOR: '1' },
      rows: 400,
      cols: 140,
    });
    await session.sees(/is no: \?/);
    const [, answer = ''] = QUESTION.exec(session.screen()) ?? [];
    writeFileSync(join(gate.home, 'answer'), answer);
    await session.sees('your passphrase: ');
    writeFileSync(join(gate.home, 'again'), '');
    const seen = await session.ended;
    expect(seen.screen).toContain('ended: 77');
    expect(seen.screen).toContain('that is not the passphrase');
    expect(await gate.record(id)).toMatchObject({ state: 'pending', votes: [] });
    expect(await gate.agent(['doctor'])).toMatchObject({
      stdout: expect.stringContaining('dev.tty.legacy_tiocsti is 1'),
    });
  });
});

describe('SELF: what proves who votes', () => {
  const ANN = 'person:ann';
  const people = directory({ sre: [ANN, 'person:bob'] });
  const signed = { ...people, strongest: () => 'signed' as const };
  const hard = softKey('sk-ssh-ed25519@openssh.com');
  const passphrase = async (words: string): Promise<Factor> => ({
    kind: 'passphrase',
    id: 'p1',
    scrypt: await hashed(words, random(16)),
  });

  function queue(keys: Readonly<Record<string, readonly string[]>>) {
    const home = new Gate();
    const queued: { current?: Queue } = {};
    const parts = {
      files: factorFiles(join(home.home, 'factors'), random),
      store: { enrolled: (person: string) => queued.current!.store.enrolled(person) },
      keysOf: (person: string) => keys[person] ?? [],
      now: () => queued.current!.now,
    };
    const made = new Queue(signed, { home: home.home, proofs: storedProofs(parts) });
    queued.current = made;
    return { made, home, own: () => enrolment({ ...parts, store: made.store }) };
  }

  test('SELF-05 a key in hardware counts when it was touched, and what a program can read proves nothing by itself (part: a key in the open signs for every program of its owner)', async () => {
    const { made, home } = queue({ [ANN]: [hard.line] });
    using _home = home;
    using held = made;
    const id = await held.ask({ approvers: [{ from: ['sre'], evidence: 'signed' }] });
    const { view } = await held.broker.get(id);
    const cast = async (touched: boolean) => {
      const said = ballot(ANN, { digest: view.digest, at: held.now });
      const text = statementText(await held.broker.statement(id, said));
      const proof = { kind: 'ssh-signature', key: hard.line, signature: hard.sign(text, { touched }) } as const;
      return held.broker.vote(id, { ...said, proof });
    };
    expect(await cast(false)).toMatchObject({
      kind: 'not_yours',
      why: expect.stringContaining('nobody touched the key'),
    });
    expect(await held.state(id)).toBe('pending');
    expect(await cast(true)).toMatchObject({ kind: 'recorded' });
    expect(await held.state(id)).toBe('granted');
    // An agent cannot enroll or remove anything either, and no file or variable takes the place of what is typed.
    using gate = new Gate(FACTOR);
    const waits = await waiting(gate);
    const env = {
      GATE_PASSPHRASE: 'correct horse battery',
      PASSPHRASE: 'correct horse battery',
      SSH_ASKPASS: '/bin/true',
    };
    for (const args of [
      ['approve', waits],
      ['enroll', 'totp'],
      ['enroll', '--remove', 'x'],
    ]) {
      expect(await gate.agent(args, { env, stdin: 'correct horse battery\n' })).toMatchObject({ status: 77 });
    }
    for (const option of ['--passphrase', '--code', '--proof', '--key']) {
      expect((await gate.person(['approve', waits, '--digest', view.digest, option, 'x'])).status).toBe(64);
    }
    expect(await gate.record(waits)).toMatchObject({ state: 'pending' });
  });

  test('SELF-06 the name in a vote is worth what its owner can show: another’s factor proves nothing, and nobody votes on their own request', async () => {
    const { made, home, own } = queue({});
    using _home = home;
    using held = made;
    const leave = { proof: { kind: 'os' } as const, at: held.now, nonce: 'x' };
    await own().enroll(ANN, await passphrase('correct horse battery'), leave);
    await own().enroll('person:bob', await passphrase('another one entirely'), leave);
    const id = await held.ask({
      principal: { kind: 'person', id: ANN },
      approvers: [{ from: ['sre'], evidence: 'factor' }],
    });
    const words = { kind: 'passphrase', passphrase: 'correct horse battery' } as const;
    expect(await held.vote(id, 'person:bob', { proof: words })).toMatchObject({ kind: 'not_yours' });
    expect(await held.vote(id, ANN, { proof: words })).toMatchObject({
      kind: 'not_yours',
      why: 'you asked for it yourself',
    });
    expect(await held.vote(id, 'person:mallory', { proof: words })).toMatchObject({ kind: 'not_yours' });
    expect(await held.vote(id, 'person:bob')).toMatchObject({
      kind: 'not_yours',
      why: expect.stringContaining('evidence `factor`'),
    });
    expect(await held.state(id)).toBe('pending');
    const bobs = { kind: 'passphrase', passphrase: 'another one entirely' } as const;
    expect(await held.vote(id, 'person:bob', { proof: bobs })).toMatchObject({ kind: 'recorded' });
    expect(await held.state(id)).toBe('granted');
  });
});

function sysctl(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
