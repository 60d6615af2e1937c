/**
 * What `npm test` runs: builds what is stale, tests the packs, then every test there is, and says in one plain line how it
 * went. Fails also when nothing ran, or when a test left a process or a directory behind.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
// Everything tests make goes here, so what is left can only be theirs. Short: paths of sockets are.
const scratch = mkdtempSync(join(tmpdir(), 'gt-'));
// Tests start programs under other accounts, which must get to what is theirs below.
chmodSync(scratch, 0o711);
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, TMPDIR: scratch };

let good = true;
if (isStale()) good = run('node', [join('scripts', 'build.ts')]);
if (good) {
  const packs = readdirSync(join(root, 'policies'), { encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  // One at a time: two packs may use the same ids, two files of one layer may not.
  good = packs.map((name) => run(join(root, 'dist', 'gate'), ['policy', 'test', overBaseline(name)])).every(Boolean);
  good = tests() && good;
}
good = nothingLeft() && good;
rmSync(scratch, { recursive: true, force: true });
process.exit(good ? 0 : 1);

function run(program: string, args: readonly string[]): boolean {
  const { status, error } = spawnSync(program, args, { cwd: root, env: environment, stdio: 'inherit' });
  if (error) process.stderr.write(`${program} cannot be started: ${error.message}\n`);
  return status === 0;
}

/** The file of a pack as people use it: laid over the baseline, which alone knows about projects and people. */
function overBaseline(name: string): string {
  if (name === 'baseline.yaml') return join('policies', name);
  const text = readFileSync(join(root, 'policies', name), 'utf8');
  const path = join(scratch, name);
  writeFileSync(path, text.replace(/^version: 1$/m, 'version: 1\npacks: [baseline]'), { mode: 0o600 });
  return path;
}

/** True when something the build reads is newer than what it made, or nothing was made. */
function isStale(): boolean {
  const made = ['gate', 'gate.js', 'gate.1'].map((name) => join(root, 'dist', name));
  if (!made.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...made.map((path) => statSync(path).mtimeMs));
  const sources = ['src', 'policies', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  );
  return [...sources, join(root, 'package.json'), join(root, 'package-lock.json')].some(
    (path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > oldest,
  );
}

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The long suites run when they are named. */
function projects(): readonly string[] {
  return process.argv.includes('--project') ? [] : ['--project', 'pure', '--project', 'real'];
}

function tests(): boolean {
  const file = join(scratch, 'report.json');
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
    ...projects(),
    ...process.argv.slice(2),
  ];
  const passed = run(join(bin, 'vitest'), args);
  if (!existsSync(file)) {
    process.stdout.write('0 passed, 0 failed, 0 skipped: the tests did not start\n');
    return false;
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(file);
  for (const { assertionResults } of report.testResults) {
    for (const { fullName, status } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') process.stdout.write(`skipped: ${fullName}\n`);
    }
  }
  // A file that cannot be loaded, or whose preparation fails, holds no test that failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  );
  for (const { name } of broken) process.stdout.write(`failed as a whole: ${name}\n`);
  const { numPassedTests, numFailedTests, numPendingTests } = report;
  process.stdout.write(
    `${numPassedTests} passed, ${numFailedTests + broken.length} failed, ${numPendingTests} skipped\n`,
  );
  return passed && report.success && numPassedTests > 0;
}

/** Whether the tests took everything away again that they started and made. */
function nothingLeft(): boolean {
  const processes = leftProcesses();
  for (const { pid, command } of processes) process.stdout.write(`left behind: process ${pid}: ${command}\n`);
  const made = readdirSync(scratch).filter((name) => /^(?:gate-|person-)/.test(name));
  for (const name of made) process.stdout.write(`left behind: ${join(scratch, name)}\n`);
  return processes.length === 0 && made.length === 0;
}

/** Processes that carry the name of our directory. They get a moment: people's terminals end by themselves. */
function leftProcesses(): { pid: string; command: string }[] {
  if (!existsSync('/proc/self/environ')) {
    process.stdout.write('skipped: processes left behind are looked for on Linux only\n');
    return [];
  }
  for (let tries = 0; ; tries++) {
    const left = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
      .flatMap((pid) => {
        const [command, variables] = [contentOf(`/proc/${pid}/cmdline`), contentOf(`/proc/${pid}/environ`)];
        const ours = `${command}\0${variables}\0${targetOf(`/proc/${pid}/cwd`)}`.includes(scratch);
        return ours ? [{ pid, command: command.replaceAll('\0', ' ').slice(0, 200) }] : [];
      });
    if (left.length === 0 || tries === 20) return left;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function targetOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
