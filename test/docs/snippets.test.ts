import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { Gate, type Options, type Started } from '../kit/gate.ts';
import { rubbedOut, sayYes } from '../kit/person.ts';
import { type Block, blocks, page, ROOT } from './pages.ts';

/**
 * The first run of the README, block by block, with the real executable. A block marked `<!-- run as=... -->` is a
 * command and everything it printed; `until` leaves it running, `ends` shows the rest of it, `type` are keys, and
 * `write` puts the block into a file of the user's own gate directory.
 *
 * After a screen has changed on purpose, UPDATE_SNIPPETS=1 writes what is printed now into the page; read the difference.
 */
const UPDATE = process.env['UPDATE_SNIPPETS'] === '1';

/** Names in the page stand for what the machine of the test calls them. */
class Reader {
  readonly gate = new Gate();
  readonly shop = join(this.gate.home, 'home', 'shop');
  /** With UPDATE_SNIPPETS: what the page says, and what was printed, in order. */
  readonly printed: [written: string, real: string][] = [];
  readonly #ids = new Map<string, string>();
  #waiting: { started: Started; seen: number } | undefined;

  constructor() {
    mkdirSync(this.shop, { recursive: true });
  }

  async play({ body, mark = {} }: Block): Promise<void> {
    if (mark['write'] !== undefined) {
      const path = join(this.gate.home, mark['write']);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      return writeFileSync(path, body, { mode: 0o600 });
    }
    if (mark['ends'] !== undefined) return this.#expectEnd(body);
    if (mark['as'] === 'shell') return this.#prepare(body);
    for (const part of body.split(/^\$ /m).slice(1)) await this.#command(part, mark);
  }

  async #command(text: string, mark: Readonly<Record<string, string>>): Promise<void> {
    const end = text.indexOf('\n');
    const printed = text.slice(end + 1);
    const args = words(this.#here(text.slice(0, end)));
    expect(args.shift()).toBe('gate');
    const options: Options = { cwd: this.shop };
    const status = Number(mark['status'] ?? 0);
    if (mark['until'] !== undefined) {
      const started = this.gate.start(args, options);
      await started.says(mark['until']);
      this.#waiting = { started, seen: started.stderr().length };
      this.#learn(printed, started.stderr());
      return this.#same(printed, started.stderr());
    }
    if (mark['as'] === 'agent') {
      const ran = await this.gate.agent(args, options);
      this.#same(printed, ran.stdout + ran.stderr);
      return expect(ran.status, text).toBe(status);
    }
    const session = this.gate.session(args, { cwd: this.shop, rows: 200, cols: 120 });
    if (mark['type'] !== undefined && args[0] !== 'approve') {
      await session.sees('to run it:');
      // Keys typed sooner are thrown away: nobody has read the prompt by then.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      session.type(`${mark['type']}\r`);
    }
    if (args[0] === 'approve') await sayYes(session);
    const seen = await session.ended;
    this.#same(printed, seen.screen);
    expect(seen.status, text).toBe(status);
  }

  async #expectEnd(printed: string): Promise<void> {
    const { started, seen } = this.#waiting!;
    const { status, stdout, stderr } = await started.ended;
    this.#same(printed, stdout + stderr.slice(seen));
    expect(status).toBe(0);
  }

  /** The lines of the page that are about files; where gate is, and where it keeps its things, this test knows better. */
  #prepare(body: string): void {
    const lines = body.split('\n').filter((line) => !/^(alias|export) /.test(line));
    const home = dirname(this.shop);
    const env = { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
    const { status, stderr } = spawnSync('bash', ['-ec', lines.join('\n')], { cwd: home, env, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  }

  /** The short ids of the page are those of this run. */
  #learn(written: string, real: string): void {
    const [there, here] = [written, real].map((text) => /waits as (\w{8})/.exec(text)?.[1]);
    if (there !== undefined && here !== undefined) this.#ids.set(there, here);
  }

  /** Names of the page, and what they are here; the longest first. */
  #names(): readonly (readonly [there: string, here: string])[] {
    return [
      ...this.#ids,
      ['alice@laptop', `${userInfo().username}@${hostname()}`],
      [' on laptop', ` on ${hostname()}`],
      ['host         laptop', `host         ${hostname()}`],
      ['runs as      alice (1000)', `runs as      ${userInfo().username} (${userInfo().uid})`],
      ['/home/alice/shop', this.shop],
      ['/home/alice/.try-gate', this.gate.home],
      ['HOME=/home/alice', `HOME=${userInfo().homedir}`],
    ];
  }

  /** The page's names, as they are here. */
  #here(text: string): string {
    let result = text;
    for (const [there, here] of this.#names()) result = result.replaceAll(there, here);
    return result;
  }

  /** What is here, in the page's names. */
  #back(text: string): string {
    let result = rubbedOut(text).replaceAll('\r', '').replaceAll(CONTROL, '');
    for (const [there, here] of this.#names()) result = result.replaceAll(here, there);
    return `${result.trimEnd()}\n`;
  }

  /** Times, digests, ids and the width of columns differ from run to run; nothing else may. */
  #same(written: string, real: string): void {
    if (UPDATE) return void this.printed.push([written, this.#back(real)]);
    expect(plain(real)).toEqual(plain(this.#here(written)));
  }

  dispose(): void {
    rmSync(this.gate.home, { recursive: true, force: true });
  }
}

/** Sequences that move a terminal's cursor or change its colours. */
const CONTROL = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');

function plain(text: string): string {
  return rubbedOut(text)
    .replaceAll(CONTROL, '')
    .replaceAll('\r', '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/sha256:[0-9a-f]{64}/g, 'DIGEST')
    .replaceAll(/\b[0-9a-f]{64}\b|\bgate\/[0-9a-f]{32}\b/g, 'HASH')
    .replaceAll(/\b(milliseconds|pid)=\d+/g, '$1=N')
    .replaceAll(/\b\d+s ago/g, 'AGO')
    .replaceAll(/\b(?:\d+m\d*s?|1h) left/g, 'LEFT')
    .replaceAll(/, in (?:1h|59m\d*s?)/g, ', in TIME')
    .replaceAll(/\b[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}\b/g, 'CODE')
    .replaceAll(/^(.*sound: )\d+ events/gm, '$1N events')
    .replaceAll(/^\s*[0-9a-f]{8}(?= {2})/gm, 'ID')
    .replaceAll(/(?:\/usr)?\/bin\//g, '/usr/bin/')
    .replaceAll(/ {2,}/g, '  ')
    .trim();
}

/** Words as a shell splits them, with the two kinds of quotes; nothing else of a shell is needed here. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

/** Puts what was printed where the page has what was printed before. */
function update(printed: Reader['printed']): void {
  const { text } = page('README.md');
  let done = 0;
  let result = '';
  const pieces = /^\$ gate .*\n|^<!-- run ends=.*-->\n```console\n/gm;
  for (const match of text.matchAll(pieces)) {
    const [written, real] = printed.shift()!;
    const from = match.index + match[0].length;
    expect(text.slice(from, from + written.length)).toBe(written);
    result += text.slice(done, from) + real;
    done = from + written.length;
  }
  writeFileSync(join(ROOT, 'README.md'), result + text.slice(done));
}

// Paths of programs and of temporary directories are those of Linux; elsewhere the page is right and the test is not.
const here = process.platform === 'linux';

test.runIf(here)('the first run in the README goes as the README says', { timeout: 60_000 }, async () => {
  const marked = blocks(page('README.md')).filter((block) => block.mark !== undefined);
  expect(marked.length).toBeGreaterThan(8);
  const reader = new Reader();
  try {
    for (const block of marked) {
      await reader.play(block).catch((error: Error) => {
        throw Object.assign(error, { message: `README.md:${block.line}: ${error.message}` });
      });
    }
    if (UPDATE) update(reader.printed);
  } finally {
    reader.dispose();
  }
});
