/**
 * Builds what is shipped: `dist/gate` (standalone executable) and `dist/gate.js` (the same for Node >= 22) with the parts
 * it loads when they are needed and its native addon in `dist/parts/`; the manual page and the notices of what is built in. Run by `npm ci` through `prepare`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const bun = join(root, 'node_modules', '.bin', 'bun');

// An executable closed up: nothing in the current directory is loaded into it (docs/decisions/0001-runtime.md).
const CLOSED = ['bunfig', 'dotenv', 'tsconfig', 'package-json'].map((what) => `--no-compile-autoload-${what}`);

const COMMON = [
  '--format=esm',
  // What a run does not need stays unread: each dynamic import is a part of its own.
  '--splitting',
  '--external=koffi',
  // React for users; the one for its developers checks and measures.
  '--define',
  'process.env.NODE_ENV="production"',
];
// In the place of packages that Ink would only use for debugging.
const standIns = join(root, 'scripts', 'stand-ins');

/** How the bundler is called, whatever comes out of it. */
export function bundling(options: readonly string[]) {
  return {
    program: bun,
    args: ['build', join(root, 'src', 'main.ts'), ...COMMON, ...options],
    options: { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_PATH: standIns } },
  } as const;
}

if (import.meta.main) {
  mkdirSync(join(dist, 'parts'), { recursive: true });
  executable({ outfile: join(dist, 'gate') });
  parts();
  await documents();
}

/**
 * Into place at the end only: a build that fails leaves the last good one.
 *
 * @param target `bun-darwin-arm64` and the like; the bundler then downloads the runtime of that platform
 */
export function executable({ outfile, target }: { readonly outfile: string; readonly target?: string }): void {
  const draft = join(dirname(outfile), `.${basename(outfile)}.draft`);
  const own = ['--compile', ...CLOSED, '--bytecode', '--minify', '--define', 'GATE_STANDALONE=true'];
  bundle(basename(outfile), [...own, ...(target === undefined ? [] : [`--target=${target}`]), '--outfile', draft]);
  rmSync(outfile, { force: true });
  renameSync(draft, outfile);
}

/** The names of parts hold a digest of them, so those of the last build stay good until `gate.js` itself is the new one. */
function parts(): void {
  const draft = join(dist, '.parts.draft');
  rmSync(draft, { recursive: true, force: true });
  const names = ['--entry-naming', 'gate.js', '--chunk-naming', 'parts/[name]-[hash].js'];
  bundle('gate.js', ['--target=node', '--minify-syntax', '--outdir', draft, ...names]);
  copyFileSync(nativeAddon(), join(draft, 'parts', 'koffi.node'));
  const made = new Set(readdirSync(join(draft, 'parts')));
  for (const name of made) renameSync(join(draft, 'parts', name), join(dist, 'parts', name));
  renameSync(join(draft, 'gate.js'), join(dist, 'gate.js'));
  for (const name of readdirSync(join(dist, 'parts'))) if (!made.has(name)) rmSync(join(dist, 'parts', name));
  rmSync(draft, { recursive: true, force: true });
}

/** What a package has beside the program: `gate install` makes the same texts itself. */
async function documents(): Promise<void> {
  const { manualPage } = await import('../src/cli/manual/manual.ts');
  const { outline } = await import('../src/cli/outline.ts');
  const { VERSION } = await import('../src/cli/version.ts');
  const { DOCUMENTS } = await import('../src/install/embedded-notices.ts');
  writeFileSync(join(dist, 'gate.1'), manualPage(outline(), VERSION));
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), DOCUMENTS['THIRD-PARTY.txt'] ?? '');
}

function bundle(name: string, options: readonly string[]): void {
  const { program, args, options: where } = bundling(options);
  const result = spawnSync(program, args, where);
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout}${result.stderr}`);
  throw new Error(`building dist/${name} failed`);
}

/** koffi serves `gate.js` only: under Node the raw wait status of the command is had in no other way. */
function nativeAddon(): string {
  const platform = `${process.platform}-${process.arch}`;
  const found = ['', `${process.platform}_${process.arch}/`]
    .map((folder) => join(root, 'node_modules', '@koromix', `koffi-${platform}`, folder, 'koffi.node'))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`koffi has no addon for ${platform}: run npm ci on this machine`);
  return found;
}
