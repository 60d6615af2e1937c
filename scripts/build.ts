/**
 * Builds what is shipped: `dist/gate` (standalone executable) and `dist/gate.js` (the same bundle for Node >= 22), each
 * with the native addon it may need beside it. Run by `npm ci` through `prepare`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const bun = join(root, 'node_modules', '.bin', 'bun');

// An executable closed up: nothing in the current directory is loaded into it (docs/decisions/0001-runtime.md).
const CLOSED = ['bunfig', 'dotenv', 'tsconfig', 'package-json'].map((what) => `--no-compile-autoload-${what}`);

// React for users; the one for its developers checks and measures.
const COMMON = ['--define', 'process.env.NODE_ENV="production"'];
// In the place of packages that Ink would only use for debugging.
const standIns = join(root, 'scripts', 'stand-ins');

mkdirSync(dist, { recursive: true });
bundle('gate.js', ['--target=node', '--format=esm', '--external=koffi', '--minify-syntax']);
bundle('gate', [
  '--compile',
  ...CLOSED,
  '--bytecode',
  '--format=esm',
  // What a run does not need stays unread: each dynamic import is a chunk of its own inside the executable.
  '--splitting',
  '--minify',
  '--external=koffi',
  '--define',
  'GATE_STANDALONE=true',
]);
copyNative();

/** Into place at the end only: a build that fails leaves the last good one. */
function bundle(name: string, options: readonly string[]): void {
  const draft = join(dist, `.${name}.draft`);
  const entry = join(root, 'src', 'main.ts');
  const result = spawnSync(bun, ['build', entry, ...COMMON, ...options, '--outfile', draft], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: standIns },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    throw new Error(`building dist/${name} failed`);
  }
  rmSync(join(dist, name), { force: true });
  renameSync(draft, join(dist, name));
}

/** koffi serves `gate.js` only: under Node the raw wait status of the command is had in no other way. */
function copyNative(): void {
  const platform = `${process.platform}-${process.arch}`;
  const found = ['', `${process.platform}_${process.arch}/`]
    .map((folder) => join(root, 'node_modules', '@koromix', `koffi-${platform}`, folder, 'koffi.node'))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`koffi has no addon for ${platform}: run npm ci on this machine`);
  copyFileSync(found, join(dist, 'koffi.node'));
}
