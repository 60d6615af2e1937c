import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';

import { GATE, Gate } from '../kit/gate.ts';
import { atTerminal } from '../kit/person.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** An empty place of its own; removed at the end. */
class Place implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'gate-place-'));
  readonly prefix = join(this.path, 'prefix');
  readonly home = join(this.path, 'home');
  constructor() {
    mkdirSync(this.home, { mode: 0o700 });
  }
  /** Whoever types it here is asked nothing, so a pipe is as good as a terminal. */
  install(more: readonly string[] = [], { program = [GATE], ...options }: Run = {}) {
    const [file, ...first] = program;
    const argv = [...first, 'install', '--prefix', this.prefix, ...more];
    return spawnSync(file!, argv, { cwd: this.path, encoding: 'utf8', env: this.environment(), ...options });
  }
  environment(more: Readonly<Record<string, string>> = {}) {
    return { HOME: this.home, PATH: '', ...more };
  }
  under(path: string) {
    return join(this.prefix, path);
  }
  record() {
    return JSON.parse(readFileSync(this.under('share/gate/installed.json'), 'utf8'));
  }
  /** Every file and link below the prefix, with what tells whether it was touched. */
  files(): Record<string, string> {
    const names = existsSync(this.prefix) ? readdirSync(this.prefix, { recursive: true, encoding: 'utf8' }) : [];
    const found = names.sort().map((name) => [name, lstatSync(this.under(name))] as const);
    return Object.fromEntries(
      found.filter(([, stats]) => !stats.isDirectory()).map(([name, { ino, mtimeMs }]) => [name, `${ino} ${mtimeMs}`]),
    );
  }
  /** As a person would, away from whoever runs the tests. */
  async uninstall(program = GATE, more: readonly string[] = []) {
    const env = { HOME: this.home };
    return atTerminal([program, 'uninstall', ...more], { cwd: this.path, env, cols: 300 }).ended;
  }
  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

interface Run {
  readonly program?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}

const digest = (path: string) => `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
const mode = (path: string) => statSync(path).mode & 0o7777;
const EXPECTED = [
  'bin/gate',
  'share/bash-completion/completions/gate',
  'share/doc/gate/LICENSE',
  'share/doc/gate/THIRD-PARTY.txt',
  'share/fish/vendor_completions.d/gate.fish',
  'share/gate/installed.json',
  'share/man/man1/gate.1',
  'share/zsh/site-functions/_gate',
];

describe('gate install', () => {
  test('puts everything in place, for everybody to read whatever the umask is, and it works alone', () => {
    using place = new Place();
    const sh = ['/bin/sh', '-c', 'umask 077; exec "$0" "$@"', GATE];
    expect(place.install([], { program: sh })).toMatchObject({ status: 0, stderr: '' });
    expect(Object.keys(place.files())).toEqual(EXPECTED);
    for (const name of EXPECTED) expect(mode(place.under(name))).toBe(name === 'bin/gate' ? 0o755 : 0o644);
    for (const name of ['bin', 'share', 'share/man/man1', 'share/gate']) expect(mode(place.under(name))).toBe(0o755);
    const record = place.record();
    expect(record).toMatchObject({ schema_version: 1, version: '0.1.0' });
    for (const { path, sha256 } of record.files) expect(sha256).toBe(digest(place.under(path)));
    const installed = place.under('bin/gate');
    const env = place.environment({ GATE_HOME: place.home });
    expect(spawnSync(installed, ['--version'], { env, encoding: 'utf8' }).stdout).toBe('0.1.0\n');
    expect(spawnSync(installed, ['--', '/bin/echo', 'hello'], { env, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: 'hello\n',
    });
  });

  test('done again it changes nothing', () => {
    using place = new Place();
    place.install();
    const before = place.files();
    expect(place.install()).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing was changed') });
    // By the one that is installed, too.
    const again = place.install([], { program: [place.under('bin/gate')] });
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing was changed') });
    expect(place.files()).toEqual(before);
    // What somebody locked away is given back its mode.
    chmodSync(place.under('share/man/man1/gate.1'), 0o600);
    place.install();
    expect(mode(place.under('share/man/man1/gate.1'))).toBe(0o644);
  });

  test('a dry run says what it would do, and does nothing', () => {
    using place = new Place();
    const { status, stdout } = place.install(['--dry-run', '--json']);
    expect(status).toBe(0);
    const said = SCHEMAS.install.parse(JSON.parse(stdout));
    expect(said).toMatchObject({ dry_run: true, changed: true, prefix: place.prefix });
    expect(said.files.map(({ path }) => path).toSorted()).toEqual(EXPECTED.filter((name) => !name.endsWith('.json')));
    expect(existsSync(place.prefix)).toBe(false);
  });

  test('an upgrade takes the place of an older version, and a gate that runs goes on', async () => {
    using place = new Place();
    installedBefore(place, {
      'bin/gate': '#!/bin/sh\necho old; read x; echo still old\n',
      'share/man/man1/old.1': 'x',
    });
    const running = spawn(place.under('bin/gate'), { stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    const ended = new Promise((resolve) => running.on('close', resolve));
    await new Promise<void>((resolve) => {
      running.stdout.on('data', (data) => {
        said += data;
        resolve();
      });
    });
    const done = place.install(['--json']);
    running.stdin.end('go on\n');
    await ended;
    expect(said).toBe('old\nstill old\n');
    expect(JSON.parse(done.stdout)).toMatchObject({ replaced: '0.0.1', changed: true });
    expect(digest(place.under('bin/gate'))).toBe(digest(GATE));
    // What only the version before had stays for what may still run, and goes with the next one.
    expect(place.record().files).toContainEqual(
      expect.objectContaining({ path: 'share/man/man1/old.1', superseded: true }),
    );
    place.install();
    expect(existsSync(place.under('share/man/man1/old.1'))).toBe(true);
    writeFileSync(
      place.under('share/gate/installed.json'),
      readFileSync(place.under('share/gate/installed.json'), 'utf8').replace('"0.1.0"', '"0.0.2"'),
    );
    rmSync(place.under('share/man/man1/gate.1'));
    expect(JSON.parse(place.install(['--json']).stdout).removed).toEqual(['share/man/man1/old.1']);
    expect(existsSync(place.under('share/man/man1/old.1'))).toBe(false);
  });

  test.each([
    [
      'a file of somebody else',
      (place: Place) => writeFileSync(place.under('bin/gate'), 'theirs'),
      /another file is there/,
    ],
    [
      'a link',
      (place: Place) => symlinkSync('../elsewhere', place.under('bin/gate')),
      /a link to \.\.\/elsewhere is there/,
    ],
    [
      'a file that gate put there and somebody changed',
      (place: Place) => {
        installedBefore(place, { 'bin/gate': 'old' });
        writeFileSync(place.under('bin/gate'), 'changed');
      },
      /it was changed since gate put it there/,
    ],
  ])('%s is not overwritten, and --force replaces that name alone', (_, prepare, words) => {
    using place = new Place();
    mkdirSync(place.under('bin'), { recursive: true });
    writeFileSync(place.under('elsewhere'), 'theirs');
    prepare(place);
    const before = place.files();
    const refused = place.install();
    expect(refused).toMatchObject({ status: 73, stdout: '', stderr: expect.stringMatching(words) });
    expect(refused.stderr).toContain('--force');
    expect(place.files()).toEqual(before);
    expect(place.install(['--force'])).toMatchObject({ status: 0 });
    expect(lstatSync(place.under('bin/gate')).isFile()).toBe(true);
    expect(readFileSync(place.under('elsewhere'), 'utf8')).toBe('theirs');
    expect(place.install()).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing was changed') });
  });

  test('a directory in the way is never replaced, a file in the place of a directory is said; nothing is left of it', () => {
    using place = new Place();
    mkdirSync(place.under('bin/gate'), { recursive: true });
    expect(place.install(['--force'])).toMatchObject({ status: 73, stderr: expect.stringContaining('is a directory') });
    expect(readdirSync(place.prefix)).toEqual(['bin']);
    using other = new Place();
    mkdirSync(other.prefix);
    writeFileSync(other.under('share'), '');
    expect(other.install()).toMatchObject({
      status: 73,
      stderr: expect.stringContaining(`${other.under('share')}\` is not a directory`),
    });
    expect(readdirSync(other.prefix)).toEqual(['share']);
  });

  test('killed in the middle it leaves the last good one, and the next one clears up', () => {
    using place = new Place();
    installedBefore(place, { 'bin/gate': '#!/bin/sh\necho old\n' });
    // The kernel ends whoever writes a file longer than this.
    const program = ['/bin/bash', '-c', 'ulimit -c 0; ulimit -f 4096; exec "$0" "$@"', GATE];
    const killed = place.install([], { program });
    expect({ status: killed.status, signal: killed.signal }).not.toMatchObject({ status: 0, signal: null });
    expect(execFileSync(place.under('bin/gate'), { encoding: 'utf8' })).toBe('old\n');
    expect(place.install()).toMatchObject({ status: 0 });
    expect(Object.keys(place.files())).toEqual(EXPECTED);
  });

  test('through a link to a directory it goes where the link leads', () => {
    using place = new Place();
    mkdirSync(join(place.path, 'dotfiles'));
    mkdirSync(place.prefix);
    symlinkSync('../dotfiles', place.under('bin'));
    expect(place.install()).toMatchObject({ status: 0 });
    expect(readlinkSync(place.under('bin'))).toBe('../dotfiles');
    expect(digest(join(place.path, 'dotfiles', 'gate'))).toBe(digest(GATE));
  });

  test('a record that is none, or that names files elsewhere, is refused', () => {
    using place = new Place();
    mkdirSync(place.under('share/gate'), { recursive: true });
    const file = place.under('share/gate/installed.json');
    const files = [{ path: '../home/precious', sha256: `sha256:${'0'.repeat(64)}` }];
    for (const text of [
      '{',
      JSON.stringify({ ...EMPTY, files }),
      JSON.stringify({ ...EMPTY, directories: ['/etc'] }),
    ]) {
      writeFileSync(file, text);
      expect(place.install()).toMatchObject({ status: 78, stderr: expect.stringContaining('is not a record of gate') });
    }
    writeFileSync(file, JSON.stringify(EMPTY));
    chmodSync(file, 0o666);
    expect(place.install()).toMatchObject({ status: 78, stderr: expect.stringContaining('written by others') });
    expect(place.install(['--force'])).toMatchObject({ status: 0 });
  });

  test.skipIf(!isRoot)('root does not write where somebody else could lead it elsewhere (needs root)', () => {
    using place = new Place();
    mkdirSync(place.under('share'), { recursive: true });
    chownSync(place.under('share'), NOBODY, NOBODY);
    const refused = place.install(['--force']);
    expect(refused).toMatchObject({ status: 73, stderr: expect.stringContaining(`belongs to uid ${NOBODY}`) });
    expect(Object.keys(place.files())).toEqual([]);
  });
});

describe('gate install says what to do next', () => {
  test('what to add to PATH for each shell, and nothing of it when it is there', () => {
    using place = new Place();
    const { stdout } = place.install();
    expect(stdout).toContain(`${place.under('bin')} is not in PATH`);
    for (const shell of ['bash', 'zsh', 'fish']) expect(stdout).toMatch(new RegExp(`^ +${shell} .*bin`, 'm'));
    // The line for bash does what it says, also when it is run from a directory with an odd name.
    const line = /^ +bash +(echo .*)$/m.exec(stdout)![1]!;
    execFileSync('/bin/bash', ['-c', line], { env: { HOME: place.home } });
    const found = spawnSync('/bin/bash', ['-c', '. ~/.bashrc; command -v gate'], {
      encoding: 'utf8',
      env: { HOME: place.home, PATH: '/bin' },
    });
    expect(found.stdout.trim()).toBe(place.under('bin/gate'));
    const after = place.install([], { env: place.environment({ PATH: `/bin:${place.under('bin')}/` }) });
    expect(after.stdout).not.toContain('not in PATH');
    expect(after.stdout).toMatch(/^ {2}next +gate init [\s\S]*gate doctor/m);
  });

  test('that another gate comes first', () => {
    using place = new Place();
    const other = join(place.path, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'gate'), '#!/bin/sh\n', { mode: 0o755 });
    const env = place.environment({ PATH: `${other}:${place.under('bin')}` });
    expect(JSON.parse(place.install(['--json'], { env }).stdout)).toMatchObject({
      on_path: true,
      shadowed_by: join(other, 'gate'),
    });
    expect(place.install([], { env }).stdout).toContain(`\`gate\` starts ${other}/gate, which comes first`);
  });

  test('RT-03 who could replace it: an agent of the same account, a group, everybody', () => {
    using place = new Place();
    const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    if (isRoot) for (const path of [place.path, place.home]) chownSync(path, NOBODY, NOBODY);
    const warnings = () => JSON.parse(place.install(['--json'], user).stdout).warnings as string[];
    expect(warnings()).toEqual([
      expect.stringMatching(/an agent that runs as you can replace .*\/usr\/local it cannot/),
    ]);
    chmodSync(place.under('bin'), 0o775);
    expect(warnings().join('\n')).toMatch(/bin can be written by group \d+/);
    chmodSync(place.under('bin'), 0o777);
    expect(warnings().join('\n')).toMatch(/bin can be written by everybody/);
    if (!isRoot) return;
    // Laid down by root, where only root can write, there is nobody to name.
    using own = new Place();
    expect(JSON.parse(own.install(['--json']).stdout).warnings).toEqual([]);
  });
});

describe('gate uninstall', () => {
  test('removes what gate put there, and nothing else', async () => {
    using place = new Place();
    place.install();
    const config = join(place.home, '.config', 'gate');
    mkdirSync(config, { recursive: true });
    writeFileSync(join(config, 'config.yaml'), '{}');
    writeFileSync(place.under('bin/other'), 'theirs');
    // The installed one knows where it is.
    const seen = await place.uninstall(place.under('bin/gate'));
    expect(seen).toMatchObject({ status: 0, screen: expect.stringContaining('8 files removed') });
    expect(seen.screen).toContain(config);
    expect(Object.keys(place.files())).toEqual(['bin/other']);
    expect(existsSync(place.under('share'))).toBe(false);
    expect(readFileSync(join(config, 'config.yaml'), 'utf8')).toBe('{}');
    const again = await place.uninstall(GATE, ['--prefix', place.prefix]);
    expect(again).toMatchObject({ status: 64, screen: expect.stringContaining('nothing of gate is installed') });
  });

  test('"I uninstalled gate, and now my agent can run nothing": not while a hook starts it', async () => {
    using place = new Place();
    place.install();
    const gate = place.under('bin/gate');
    const init = (...more: string[]) =>
      atTerminal([gate, 'init', 'claude', ...more], { cwd: place.path, env: { HOME: place.home }, cols: 300 }).ended;
    expect(await init('--yes')).toMatchObject({ status: 0 });
    const refused = await place.uninstall(gate);
    expect(refused.status).toBe(64);
    expect(refused.screen).toContain('hooks of Claude Code start');
    expect(refused.screen).toContain('gate init claude --undo');
    expect(existsSync(gate)).toBe(true);
    expect(await init('--undo', '--yes')).toMatchObject({ status: 0 });
    expect(await place.uninstall(gate)).toMatchObject({ status: 0 });
  });

  test('leaves what somebody changed or replaced, and says why', async () => {
    using place = new Place();
    place.install();
    const manual = place.under('share/man/man1/gate.1');
    writeFileSync(manual, `${readFileSync(manual, 'utf8')}.\\" mine\n`);
    rmSync(place.under('share/doc/gate/LICENSE'));
    symlinkSync('/etc/hostname', place.under('share/doc/gate/LICENSE'));
    rmSync(place.under('share/zsh/site-functions/_gate'));
    const seen = await place.uninstall(GATE, ['--prefix', place.prefix, '--json']);
    const said = SCHEMAS.uninstall.parse(JSON.parse(seen.screen));
    expect(said.left.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'share/doc/gate/LICENSE', why: 'not_a_file' },
      { path: 'share/man/man1/gate.1', why: 'changed' },
      { path: 'share/zsh/site-functions/_gate', why: 'gone' },
    ]);
    expect(Object.keys(place.files())).toEqual(['share/doc/gate/LICENSE', 'share/man/man1/gate.1']);
    expect(existsSync('/etc/hostname')).toBe(true);
  });

  test('is refused to an agent', async () => {
    using place = new Place();
    place.install();
    using gate = new Gate();
    const refused = await gate.agent(['uninstall', '--prefix', place.prefix]);
    expect(refused).toMatchObject({ status: 77, stderr: expect.stringContaining('only people and pipelines') });
    expect(Object.keys(place.files())).toEqual(EXPECTED);
  });
});

describe('where there is only gate.js', () => {
  const bundle = (place: Place) => {
    const dist = join(place.path, 'package', 'dist');
    mkdirSync(dist, { recursive: true });
    for (const name of ['gate.js', 'parts']) cpSync(join(dirname(GATE), name), join(dist, name), { recursive: true });
    return [process.execPath, '--disable-warning=ExperimentalWarning', join(dist, 'gate.js')];
  };

  test('it is installed with its parts and a launcher, which needs nothing of where it came from', async () => {
    using place = new Place();
    expect(place.install([], { program: bundle(place) })).toMatchObject({ status: 0, stderr: '' });
    rmSync(join(place.path, 'package'), { recursive: true });
    expect(existsSync(place.under('lib/gate/parts/koffi.node'))).toBe(true);
    const link = join(place.path, 'link');
    symlinkSync('prefix/bin/gate', link);
    const env = place.environment({ PATH: '/usr/bin:/bin', GATE_HOME: place.home });
    const ran = spawnSync(link, ['--', 'sh', '-c', 'echo hello; exit 3'], { cwd: place.path, env, encoding: 'utf8' });
    expect(ran).toMatchObject({ status: 3, stdout: 'hello\n' });
    expect(
      spawnSync(link, ['doctor'], {
        cwd: place.path,
        env: { ...env, PATH: `${place.under('bin')}:/bin:/usr/bin` },
        encoding: 'utf8',
      }).stdout,
    ).not.toContain('not this one');
    const seen = await place.uninstall(place.under('bin/gate'));
    expect(seen).toMatchObject({ status: 0 });
    expect(Object.keys(place.files())).toEqual([]);
    expect(existsSync(place.under('lib'))).toBe(false);
  });

  test('the launcher takes another Node when its own is gone, and says when there is none', () => {
    using place = new Place();
    const node = join(place.path, 'node');
    cpSync(process.execPath, node);
    place.install([], { program: [node, ...bundle(place).slice(1)] });
    rmSync(node);
    const version = (PATH: string) =>
      spawnSync(place.under('bin/gate'), ['--version'], {
        cwd: place.path,
        encoding: 'utf8',
        env: { PATH, HOME: place.home },
      });
    expect(version(`${dirname(process.execPath)}:/bin`)).toMatchObject({ status: 0, stdout: '0.1.0\n' });
    expect(version('')).toMatchObject({ status: 70, stderr: expect.stringContaining('needs Node 22') });
  });

  test('the executable takes its place, and what belonged to it goes with the next upgrade', () => {
    using place = new Place();
    place.install([], { program: bundle(place) });
    expect(place.install()).toMatchObject({ status: 0 });
    expect(digest(place.under('bin/gate'))).toBe(digest(GATE));
    expect(existsSync(place.under('lib/gate/gate.js'))).toBe(true);
    rmSync(place.under('share/man/man1/gate.1'));
    expect(place.install()).toMatchObject({ status: 0 });
    expect(existsSync(place.under('lib'))).toBe(false);
  });
});

const EMPTY = {
  schema_version: 1,
  version: '0.0.1',
  installed_at: '2026-01-01T00:00:00.000Z',
  files: [],
  directories: [],
};

/** As an older version left it. */
function installedBefore(place: Place, texts: Readonly<Record<string, string>>): void {
  const files = Object.entries(texts).map(([path, text]) => {
    mkdirSync(dirname(place.under(path)), { recursive: true });
    writeFileSync(place.under(path), text, { mode: 0o755 });
    return { path, sha256: digest(place.under(path)) };
  });
  mkdirSync(place.under('share/gate'), { recursive: true });
  writeFileSync(place.under('share/gate/installed.json'), JSON.stringify({ ...EMPTY, files }));
}
