import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundled, bundledPackages } from '../../scripts/bundled.ts';
import { pack } from '../../scripts/package.ts';
import { GATE } from '../kit/gate.ts';

const ROOT = dirname(dirname(GATE));
const scratch = mkdtempSync(join(tmpdir(), 'gate-package-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** An empty directory that is also somebody's home. */
function empty(name: string): string {
  const directory = join(scratch, name);
  mkdirSync(directory, { recursive: true });
  return directory;
}

/** npm as it is on this machine, with a home where nothing is and no way to the network. */
function npm(args: readonly string[], cwd: string): string {
  const env = {
    HOME: empty('npm-home'),
    PATH: process.env['PATH'] ?? '',
    npm_config_offline: 'true',
    npm_config_loglevel: 'error',
  };
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A gate where nothing is but it. */
function bare(program: string, args: readonly string[], home: string) {
  return spawnSync(program, args, {
    cwd: home,
    encoding: 'utf8',
    env: { HOME: home, PATH: '', GATE_HOME: join(home, 'gate') },
  });
}

describe('the npm package', () => {
  let file = '';
  let names: readonly string[] = [];
  beforeAll(() => {
    // What is built is packed: no script runs.
    const said = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', scratch], ROOT);
    const [{ filename, files }] = JSON.parse(said) as [{ filename: string; files: { path: string }[] }];
    file = join(scratch, filename);
    names = files.map(({ path }) => path);
  });

  test('holds the program and what belongs to it, and no source, test or map', () => {
    expect(file).toMatch(/gate-0\.1\.0\.tgz$/);
    const others = names.filter((name) => !name.startsWith('dist/parts/'));
    expect(others.toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'bin/gate',
      'dist/THIRD-PARTY.txt',
      'dist/gate',
      'dist/gate.1',
      'dist/gate.js',
      'package.json',
    ]);
    const parts = names.filter((name) => name.startsWith('dist/parts/'));
    expect(parts.toSorted()).toEqual(
      readdirSync(join(ROOT, 'dist', 'parts'))
        .map((name) => `dist/parts/${name}`)
        .toSorted(),
    );
    for (const name of parts) expect(name).toMatch(/\/[\w.-]+-[0-9a-z]{8}\.js$|\/koffi\.node$/);
  });

  test('installed in an empty directory it works, brings no other package and runs no script', () => {
    const home = empty('project');
    npm(['install', '--no-audit', '--no-fund', file], home);
    expect(readdirSync(join(home, 'node_modules')).toSorted()).toEqual(['.bin', '.package-lock.json', 'gate']);
    const manifest = JSON.parse(readFileSync(join(home, 'node_modules/gate/package.json'), 'utf8'));
    expect(manifest.dependencies).toBeUndefined();
    for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest.scripts[script]).toBeUndefined();
    const gate = join(home, 'node_modules/.bin/gate');
    const env = { HOME: home, PATH: '/usr/bin:/bin', GATE_HOME: join(home, 'gate') };
    expect(spawnSync(gate, ['--version'], { cwd: home, encoding: 'utf8', env }).stdout).toBe('0.1.0\n');
    const ran = spawnSync(gate, ['--', 'sh', '-c', 'echo hello; exit 3'], { cwd: home, encoding: 'utf8', env });
    expect(ran).toMatchObject({ status: 3, stdout: 'hello\n' });
    const prefix = join(home, 'prefix');
    expect(spawnSync(gate, ['install', '--prefix', prefix], { cwd: home, env })).toMatchObject({ status: 0 });
    rmSync(join(home, 'node_modules'), { recursive: true });
    expect(bare(join(prefix, 'bin/gate'), ['--version'], home).stdout).toBe('0.1.0\n');
  });

  test('without its executable it runs on Node, and installs that', () => {
    const home = empty('portable');
    execFileSync('tar', ['xzf', file, '-C', home]);
    rmSync(join(home, 'package/dist/gate'));
    const env = { HOME: home, PATH: `${dirname(process.execPath)}:/usr/bin:/bin` };
    const prefix = join(home, 'prefix');
    const installed = spawnSync(join(home, 'package/bin/gate'), ['install', '--prefix', prefix], {
      cwd: home,
      encoding: 'utf8',
      env,
    });
    expect(installed).toMatchObject({ status: 0, stderr: '' });
    rmSync(join(home, 'package'), { recursive: true });
    expect(spawnSync(join(prefix, 'bin/gate'), ['--version'], { cwd: home, encoding: 'utf8', env }).stdout).toBe(
      '0.1.0\n',
    );
  });
});

describe('the archive of a release', () => {
  const SECONDS = 1_790_000_000;
  const name = 'gate-0.1.0-linux-x64';
  let files: readonly string[] = [];
  beforeAll(() => {
    files = pack({ platform: 'linux-x64', program: GATE }, scratch, SECONDS);
  });

  test('holds what gate install puts in place, in order, of one time and one owner', () => {
    expect(files).toEqual([`${name}.tar.gz`, `${name}.cdx.json`]);
    const options = ['--utc', '--full-time', '--numeric-owner', '-tvzf', join(scratch, files[0]!)];
    const rows = execFileSync('tar', options, { encoding: 'utf8' }).trim().split('\n');
    const at = new Date(SECONDS * 1000).toISOString().slice(0, 19).replace('T', ' ');
    const paths = rows.map((row) => {
      const [mode, owner, , day, time, path = ''] = row.split(/\s+/);
      expect({ owner, at: `${day} ${time}` }).toEqual({ owner: '0/0', at });
      expect(mode).toBe(path.endsWith('/') ? 'drwxr-xr-x' : path.endsWith('bin/gate') ? '-rwxr-xr-x' : '-rw-r--r--');
      return path;
    });
    expect(paths.filter((path) => !path.endsWith('/')).map((path) => path.slice(name.length + 1))).toEqual([
      'LICENSE',
      'README.txt',
      'bin/gate',
      'share/bash-completion/completions/gate',
      'share/doc/gate/LICENSE',
      'share/doc/gate/THIRD-PARTY.txt',
      'share/fish/vendor_completions.d/gate.fish',
      'share/man/man1/gate.1',
      'share/zsh/site-functions/_gate',
    ]);
  });

  test('unpacked where nothing is, with no PATH, it runs and installs itself', () => {
    const home = empty('unpacked');
    execFileSync('tar', ['xzf', join(scratch, files[0]!), '-C', home]);
    const gate = join(home, name, 'bin/gate');
    expect(bare(gate, ['--version'], home)).toMatchObject({ status: 0, stdout: '0.1.0\n' });
    expect(bare(gate, ['--', '/bin/true'], home)).toMatchObject({ status: 0, stdout: '' });
    // Where it would go by itself is only asked: as root that is this machine's own.
    const { prefix } = JSON.parse(bare(gate, ['install', '--dry-run', '--json'], home).stdout);
    expect(prefix).toBe(process.getuid?.() === 0 ? '/usr/local' : join(home, '.local'));
    const own = join(home, 'own');
    expect(bare(gate, ['install', '--prefix', own], home)).toMatchObject({ status: 0, stderr: '' });
    rmSync(join(home, name), { recursive: true });
    expect(bare(join(own, 'bin/gate'), ['--', '/bin/echo', 'alone'], home)).toMatchObject({
      status: 0,
      stdout: 'alone\n',
    });
  });

  test('the same again is the same bytes', () => {
    const other = empty('again');
    pack({ platform: 'linux-x64', program: GATE }, other, SECONDS);
    for (const file of files) expect(digest(join(other, file))).toBe(digest(join(scratch, file)));
  });

  test('its bill of materials names exactly what is built in, as the lock file has it', () => {
    const bill = JSON.parse(readFileSync(join(scratch, files[1]!), 'utf8')) as Bill;
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill.metadata.component.hashes).toEqual([{ alg: 'SHA-256', content: digest(GATE) }]);
    const expected = bundledPackages().filter((each: Bundled) => each.name !== 'koffi');
    expect(bill.components.map(full).toSorted()).toEqual(
      expected.map(({ name, version }) => `${name}@${version}`).toSorted(),
    );
    const known = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((each) => each['bom-ref'])]);
    for (const { ref, dependsOn } of bill.dependencies)
      expect([ref, ...dependsOn].filter((each) => !known.has(each))).toEqual([]);
    // npm's own bill of everything in the lock file has the same packages with the same digests.
    const copy = empty('lock');
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(ROOT, file), join(copy, file));
    const npms = JSON.parse(npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], copy)) as Bill;
    const byPurl = new Map(npms.components.map((each) => [each.purl, each]));
    for (const { purl, hashes } of bill.components)
      expect({ purl, hashes: byPurl.get(purl)?.hashes }).toEqual({ purl, hashes });
  });
});

interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
interface Component {
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

function full({ group, name, version }: Component): string {
  return `${group === undefined ? '' : `${group}/`}${name}@${version}`;
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
