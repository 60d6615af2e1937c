/**
 * Makes what is released: `release/gate-VERSION-PLATFORM.tar.gz`, its bill of materials `.cdx.json`, and `SHA256SUMS`. The
 * same source makes the same bytes: times are `SOURCE_DATE_EPOCH`, or that of the last commit.
 *
 *     npm run package            for this platform
 *     npm run package -- --all   for all of them: the bundler then downloads the runtimes of the others
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executable } from './build.ts';
import { bundledPackages } from './bundled.ts';
import { readme } from './package/readme.ts';
import { sbom } from './package/sbom.ts';
import { type TarEntry, tarball } from './package/tar.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  devDependencies: Record<string, string>;
};
const OTHERS = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/** What one release is made of. */
interface Release {
  readonly platform: string;
  /** Path of the executable. */
  readonly program: string;
}

if (import.meta.main) {
  const release = join(root, 'release');
  const here = `${process.platform}-${process.arch}`;
  rmSync(release, { recursive: true, force: true });
  mkdirSync(release);
  const seconds = epoch();
  const made = [pack({ platform: here, program: join(root, 'dist', 'gate') }, release, seconds)];
  if (process.argv.includes('--all')) {
    for (const platform of OTHERS.filter((each) => each !== here)) made.push(cross(platform, release, seconds));
  } else process.stdout.write(`for ${here} alone; --all makes the others, and needs the network for their runtimes\n`);
  const sums = made.flat().map((name) => `${sha256(readFileSync(join(release, name)))}  ${name}\n`);
  writeFileSync(join(release, 'SHA256SUMS'), sums.join(''));
  process.stdout.write(`release/SHA256SUMS\n${sums.join('')}`);
}

/** @returns the names of the files it made, in `to` */
export function pack({ platform, program }: Release, to: string, seconds: number): readonly string[] {
  const name = `gate-${manifest.version}-${platform}`;
  writeFileSync(join(to, `${name}.tar.gz`), tarball(entries(name, { platform, program }), seconds));
  const bill = sbom({
    version: manifest.version,
    platform,
    packages: bundledPackages().filter((each) => each.name !== 'koffi'),
    declared: new Set(Object.keys(manifest.devDependencies)),
    executable: sha256(readFileSync(program)),
    seconds,
  });
  writeFileSync(join(to, `${name}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
  return [`${name}.tar.gz`, `${name}.cdx.json`];
}

/** For another platform; the process ends when its runtime cannot be had, rather than release a part of it. */
function cross(platform: string, release: string, seconds: number): readonly string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'gate-cross-'));
  try {
    const program = join(scratch, 'gate');
    executable({ outfile: program, target: `bun-${platform}` });
    return pack({ platform, program }, release, seconds);
  } catch (error) {
    process.stderr.write(`${platform}: the runtime cannot be had here; without --all only this platform is made\n`);
    throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What `gate install` puts under a prefix, less its record, which is of one installation; and two files to read first. */
function entries(name: string, { platform, program }: Release): readonly TarEntry[] {
  const scratch = mkdtempSync(join(tmpdir(), 'gate-package-'));
  try {
    const prefix = join(scratch, 'prefix');
    const env = { HOME: scratch, PATH: '' };
    execFileSync(join(root, 'dist', 'gate'), ['install', '--prefix', prefix], { env, stdio: 'ignore' });
    rmSync(join(prefix, 'share', 'gate'), { recursive: true });
    writeFileSync(join(prefix, 'bin', 'gate'), readFileSync(program));
    writeFileSync(join(prefix, 'README.txt'), readme(manifest.version, platform), { mode: 0o644 });
    writeFileSync(join(prefix, 'LICENSE'), readFileSync(join(root, 'LICENSE')), { mode: 0o644 });
    const paths = ['', ...readdirSync(prefix, { recursive: true, encoding: 'utf8' })].sort();
    return paths.map((path) => {
      const file = join(prefix, path);
      const isDirectory = statSync(file).isDirectory();
      const whole = join(name, path);
      const mode = isDirectory || path === 'bin/gate' ? 0o755 : 0o644;
      if (isDirectory) return { path: `${whole.replace(/\/$/, '')}/`, mode, bytes: Buffer.alloc(0) };
      return { path: whole, mode, bytes: readFileSync(file) };
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function epoch(): number {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined && /^\d{1,10}$/.test(given)) return Number(given);
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  if (status === 0 && stdout.trim() !== '') return Number(stdout);
  throw new Error('SOURCE_DATE_EPOCH is not set, and this is no checkout whose last commit could be asked');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
