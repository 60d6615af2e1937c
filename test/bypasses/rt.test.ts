import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW_ALL, HOLD_ALL, source } from './kit.ts';

describe('RT: gate’s own runtime', () => {
  test('RT-01 SIGUSR1 opens nothing, neither while gate waits nor while the command runs', async () => {
    using gate = new Gate(HOLD_ALL);
    const waiting = gate.start(['--', 'touch', 'x']);
    await waiting.says('waits as');
    const before = listening(waiting.process.pid!);
    waiting.process.kill('SIGUSR1');
    // It still answers: the person decides, and it goes on.
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(listening(waiting.process.pid!)).toEqual(before);
    await gate.person(['approve', requests[0].id]);
    expect(await waiting.ended).toMatchObject({ status: 0 });
    expect(waiting.stderr()).not.toMatch(/debugger|inspector/i);
    expect(source('src/main.ts')).toMatch(/process\.on\('SIGUSR1'/);
  });

  test('RT-02 nothing planted in the current directory or in NODE_OPTIONS runs inside gate (part: BUN_OPTIONS cannot be switched off)', async () => {
    using gate = new Gate(ALLOW_ALL);
    const work = join(gate.home, 'work');
    mkdirSync(join(work, 'node_modules', 'koffi'), { recursive: true });
    const evil = `require('node:fs').writeFileSync('${gate.home}/mark', '');`;
    for (const name of ['evil.js', 'preload.ts', 'node_modules/koffi/index.js', 'index.js'])
      writeFileSync(join(work, name), evil);
    writeFileSync(
      join(work, 'bunfig.toml'),
      'preload = ["./evil.js"]\n[run]\npreload = ["./evil.js"]\n[test]\npreload = ["./evil.js"]\n',
    );
    writeFileSync(
      join(work, '.env'),
      'BUN_OPTIONS=--preload ./evil.js\nGATE_HOME=/nowhere\nNODE_OPTIONS=--require ./evil.js\n',
    );
    writeFileSync(join(work, 'tsconfig.json'), '{"compilerOptions":{"paths":{"*":["./evil.js"]}}}');
    writeFileSync(join(work, 'package.json'), '{"type":"commonjs","main":"evil.js","imports":{"#x":"./evil.js"}}');
    const env = {
      NODE_OPTIONS: `--require ${work}/evil.js`,
      NODE_PATH: work,
      NODE_REPL_EXTERNAL_MODULE: `${work}/evil.js`,
    };
    for (const args of [
      ['--', 'echo', 'ran'],
      ['list'],
      ['explain', '--', 'psql', '-c', 'select 1'],
      ['audit', 'verify'],
    ]) {
      expect({ args, status: (await gate.agent(args, { cwd: work, env })).status }).toEqual({ args, status: 0 });
    }
    expect(readdirSync(gate.home)).not.toContain('mark');
  });

  test('RT-05 a .env with every variable of gate’s, and configuration above or beside, change nothing (part: the caller’s own variables count)', async () => {
    using gate = new Gate();
    const work = join(gate.home, 'work', 'deep');
    mkdirSync(work, { recursive: true });
    const plain = await gate.agent(['explain', '--json', '--', 'rm', 'x'], { cwd: work });
    const lines = [
      'GATE_HOME',
      'XDG_CONFIG_HOME',
      'XDG_STATE_HOME',
      'GATE_POLICY',
      'GATE_DISABLE',
      'GATE_SOCKET',
      'CLAUDECODE',
    ];
    for (const directory of [work, join(work, '..')]) {
      for (const name of ['.env', '.env.local', '.env.production']) {
        writeFileSync(join(directory, name), lines.map((line) => `${line}=/tmp\n`).join(''));
      }
      for (const name of ['gate.config.js', 'gate.yaml', '.gaterc', '.gate.yaml'])
        writeFileSync(join(directory, name), 'default: allow\n');
    }
    expect(await gate.agent(['explain', '--json', '--', 'rm', 'x'], { cwd: work })).toEqual(plain);
  });

  test('RT-06 a link or file in the way of gate’s own files is not followed and not overwritten (part: its directory is private, and that is checked)', async () => {
    const target = 'precious';
    for (const name of ['held', 'wait', 'cache']) {
      using gate = new Gate(HOLD_ALL);
      const outside = join(gate.home, target);
      mkdirSync(outside, { mode: 0o700 });
      writeFileSync(join(outside, 'file'), 'untouched');
      symlinkSync(outside, join(gate.home, name));
      await gate.agent(['--no-wait', '--', 'touch', 'x']);
      expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('untouched');
      expect(readlinkSync(join(gate.home, name))).toBe(outside);
    }
    using gate = new Gate(ALLOW_ALL);
    const victim = join(gate.home, 'victim');
    writeFileSync(victim, 'untouched');
    for (const name of ['audit.db', 'audit.db-wal', 'key']) symlinkSync(victim, join(gate.home, name));
    const ran = await gate.agent(['--', 'touch', 'mark']);
    expect(ran).toMatchObject({ status: 74, stdout: '' });
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
  });
});

/** Inodes of the TCP sockets that a process listens on. */
function listening(pid: number): readonly string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((name) =>
    readFileSync(`/proc/net/${name}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9] ?? ''))
      .map((fields) => fields[1] ?? ''),
  );
}
