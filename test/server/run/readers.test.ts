import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GateError } from '../../../src/errors.ts';
import { openReaders, type Readers } from '../../../src/server/run/readers.ts';
import { answerOf, answerText } from '../../../src/server/run/reading.ts';
import { GATE } from '../../kit/gate.ts';

const ACCOUNT = { uid: 61_021, gid: 61_021, name: 'gaterun' };
const STARTER = [GATE, 'serve', '--starter'];
const READER = [GATE, 'serve', '--reader'];

/** What reads commands has the rights of the account that would run them, and no others. Needs root. */
describe.skipIf(process.getuid?.() !== 0)('a reader', () => {
  let home: string;
  let readers: Readers;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'gate-readers-'));
    chmodSync(home, 0o755);
    writeFileSync(join(home, 'open.sql'), 'DROP TABLE payments;\n');
    writeFileSync(join(home, 'root.sql'), 'DROP TABLE payments;\n', { mode: 0o600 });
    writeFileSync(join(home, 'own.sql'), 'DROP TABLE payments;\n', { mode: 0o600 });
    chownSync(join(home, 'own.sql'), ACCOUNT.uid, ACCOUNT.gid);
  });
  afterAll(() => rmSync(home, { recursive: true }));
  afterEach(() => readers.close());

  const open = (reader: readonly string[] = READER, more: object = {}) => {
    readers = openReaders({ starter: STARTER, reader, ...more });
    return readers;
  };
  const question = (argv: readonly string[], cwd = home) => ({
    subject: { argv, cwd, home: '/nonexistent', environment: {}, stdin: 'null' as const },
    sealing: { user: ACCOUNT.name, tty: false },
    repository: [cwd],
    needsWorkTree: true,
  });

  test('reads what the account can read, and nothing more', async () => {
    open();
    const inputs = async (file: string) => {
      const { looked } = await readers.read(ACCOUNT, question(['sh', file]));
      return { inputs: looked.understanding.inputs, opaque: looked.understanding.opaque };
    };
    const digest = expect.stringMatching(/^sha256:/);
    expect(await inputs('open.sql')).toMatchObject({ inputs: [{ digest }] });
    expect(await inputs('own.sql')).toMatchObject({ inputs: [{ digest }] });
    const closed = await inputs('root.sql');
    expect(closed.opaque).toBe(true);
    expect(JSON.stringify(closed)).not.toContain('sha256');
  });

  test('gives the errors that reading gave', async () => {
    open();
    await expect(readers.read(ACCOUNT, question(['no-such-program']))).rejects.toMatchObject({
      code: 'COMMAND_NOT_FOUND',
    });
    writeFileSync(join(home, 'tool'), '#!/bin/sh\n', { mode: 0o711 });
    await expect(readers.read(ACCOUNT, question(['./tool']))).rejects.toMatchObject({ code: 'COMMAND_NOT_EXECUTABLE' });
  });

  test('finds the policies of a repository, and no file that the account cannot read behind a link', async () => {
    open();
    const work = join(home, 'repository');
    mkdirSync(join(work, '.gate', 'policies'), { recursive: true });
    writeFileSync(join(work, '.gate', 'policies', 'a.yaml'), 'version: 1\n');
    const first = await readers.read(ACCOUNT, question(['true'], work));
    expect(first.repository).toEqual([
      { path: join(work, '.gate', 'policies', 'a.yaml'), layer: 'repository', bytes: Buffer.from('version: 1\n') },
    ]);
    symlinkSync('/etc/shadow', join(work, '.gate', 'policies', 'b.yaml'));
    const { repository } = await readers.read(ACCOUNT, question(['true'], work));
    expect(repository).toBeInstanceOf(GateError);
    expect((repository as GateError).message).toContain('EACCES');
  });

  test('has none of the capabilities of the service, and other processes of its account cannot look into it', async () => {
    open();
    await readers.read(ACCOUNT, question(['true']));
    const pid = readerOf(ACCOUNT.uid);
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    for (const set of ['Inh', 'Prm', 'Eff', 'Bnd', 'Amb'])
      expect(status).toMatch(new RegExp(`^Cap${set}:\\s0{16}$`, 'm'));
    expect(status).toMatch(/^NoNewPrivs:\s1$/m);
    expect(status).toMatch(new RegExp(`^Uid:(\\s${ACCOUNT.uid}){4}$`, 'm'));
    expect(status).toMatch(/^Groups:\s*$/m);
    // Not dumpable: what is its own in /proc belongs to root, so nobody of its account can trace it.
    expect(spawnedAs(ACCOUNT.uid, ['/bin/cat', `/proc/${pid}/environ`]).status).not.toBe(0);
  });

  test('that breaks or hangs takes one command with it, and a new one answers the others', async () => {
    const script = join(home, 'breaks');
    // Stands for a reader that the first command it ever gets breaks: the next one is the real one.
    writeFileSync(
      script,
      `#!/bin/sh\nif [ -e ${home}/once ]; then exec ${GATE} serve --reader; fi\n: > ${home}/once\n$BREAK\n`,
    );
    chmodSync(script, 0o755);
    chmodSync(home, 0o777);
    for (const breaks of ['head -c 4 > /dev/null', 'sleep 1000']) {
      rmSync(join(home, 'once'), { force: true });
      writeFileSync(script, readFileSync(script, 'utf8').replace(/[^\n]*\n$/, `${breaks}\n`));
      open([script], { mostMilliseconds: 3_000 });
      const [first, second] = await Promise.allSettled([
        readers.read(ACCOUNT, question(['true'])),
        readers.read(ACCOUNT, question(['true'])),
      ]);
      expect(first).toMatchObject({ status: 'rejected', reason: { code: 'REQUEST_UNREADABLE' } });
      expect(second).toMatchObject({
        status: 'fulfilled',
        value: { looked: { executable: { path: '/usr/bin/true' } } },
      });
      await readers.close();
    }
  });

  test('under an account that cannot execute gate says so', async () => {
    open([join(home, 'root.sql')]);
    await expect(readers.read(ACCOUNT, question(['true']))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

describe('what a reader answers', () => {
  const looked = {
    executable: { path: '/bin/true', digest: 'sha256:0' },
    understanding: {
      actions: [
        { tool: 'true', operation: 'true', effects: ['read' as const], resource: {}, scope: {}, opaque: false },
      ],
      ...{ inputs: [], secrets: [], pins: [], notes: [], opaque: false },
    },
  };
  test('is understood again as it was', () => {
    const reading = {
      looked,
      repository: [{ path: '/x', layer: 'repository' as const, bytes: Buffer.from([255, 0]) }],
    };
    expect(answerOf(JSON.stringify(answerText(reading)))).toEqual(reading);
  });

  test.each([
    ['nothing', ''],
    ['no action', { actions: [] }],
    ['an action without an effect', { actions: [{ ...looked.understanding.actions[0], effects: [] }] }],
    ['an effect that there is not', { actions: [{ ...looked.understanding.actions[0], effects: ['none'] }] }],
    ['more than it may say', { more: 1 }],
  ])('with %s is refused', (_, change) => {
    const text =
      change === ''
        ? ''
        : JSON.stringify({
            ...answerText({ looked, repository: [] }),
            understanding: { ...looked.understanding, ...(change as object) },
          });
    expect(() => answerOf(text)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });
});

function spawnedAs(uid: number, [program = '', ...args]: readonly string[]) {
  return spawnSync(program, args, { uid, gid: uid });
}

/** The process of that account that reads. */
function readerOf(uid: number): number {
  const found = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return line.includes('--reader') && readFileSync(`/proc/${pid}/status`, 'utf8').includes(`Uid:\t${uid}\t`);
    } catch {
      return false;
    }
  });
  return Number(found);
}
