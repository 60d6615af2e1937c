import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import type { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../docs/pages.ts';
import { GATE } from '../kit/gate.ts';
import { cleanEnvironment } from '../kit/person.ts';
import { holdTouch } from '../kit/policies.ts';
import { actionMetadata, Job } from '../kit/runner.ts';

const ALLOW = 'version: 1\npacks: []\ndefault: allow\n';

/** Uses the action with a policy of its own. */
function use(job: Job, policy: string, inputs: Readonly<Record<string, string>>) {
  job.write('policies/test.yaml', policy);
  return job.use({ gate: GATE, policies: 'policies', ...inputs });
}

describe('action.yml', () => {
  const action = actionMetadata();

  test('puts no input, and nothing else that is looked up, into a script', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });

  test('hands every input on, through variables that the command does not get', () => {
    const handed = action.runs.steps.flatMap(({ env = {}, 'working-directory': directory = '' }) => [
      directory,
      ...Object.values(env),
    ]);
    for (const name of Object.keys(action.inputs)) expect(handed).toContain(`\${{ inputs.${name} }}`);
    for (const { env = {} } of action.runs.steps) {
      expect(Object.keys(env).filter((name) => !name.startsWith('GATE_STEP_'))).toEqual([]);
    }
  });

  test('fetches the pinned package, and nothing else', () => {
    const scripts = action.runs.steps.map(({ run }) => run).join('\n');
    expect(scripts).not.toMatch(/\b(npx|npm (install|ci|exec|i)|curl|wget|git clone)\b/);
    expect(scripts.match(/\bnpm (?!cannot)\w+/g)).toEqual(['npm pack']);
  });
});

describe('a step of GitHub Actions', () => {
  test('that is allowed runs, and says so in outputs, summary and record', () => {
    using job = new Job();
    const used = use(job, ALLOW, { run: 'echo one > made\nprintf partial', intent: 'ship it', ticket: 'OPS-7' });
    expect(used.log).toContain('partial\ngate: the record: exported to ');
    expect(used.status).toBe(0);
    expect(used.steps).toEqual(['find gate', 'run', 'report']);
    expect(job.has('made')).toBe(true);
    expect(used.outputs).toEqual({
      request: expect.stringMatching(/^[0-9a-f-]{36}$/),
      decision: 'allow',
      reason: 'exited',
      status: '0',
      ran: 'true',
      record: join(job.temp, 'gate/record.jsonl'),
    });
    expect(used.commands).toEqual([]);
    expect(used.summary).toContain('#### gate ran the command, which ended with status 0\n');
    for (const line of [
      '| echo one > made',
      'decision    allow by default',
      'intent      ship it',
      'ticket      OPS-7',
    ]) {
      expect(used.summary).toContain(line);
    }
    expect(used.summary).toMatch(/took {8}\d+\.\d s\n/);
    expect(used.summary).toContain('it will be LOST with the runner unless that file is uploaded');
    const record = used.outputs['record']!;
    const verified = spawnSync(GATE, ['audit', 'verify', record], { env: cleanEnvironment(), encoding: 'utf8' });
    expect(verified.stdout).toMatch(/^sound: /);
    expect(statSync(record).mode & 0o777).toBe(0o600);
    expect(readFileSync(record, 'utf8')).toContain('OPS-7');
  });

  test('that fails ends as the script did: bash -e, pipefail, status and signal', () => {
    using job = new Job();
    const failed = use(job, ALLOW, { run: 'false | true\necho not here > made' });
    expect(failed.status).toBe(1);
    expect(job.has('made')).toBe(false);
    expect(failed.outputs).toMatchObject({ ran: 'true', status: '1', reason: 'exited' });
    expect(failed.commands).toMatchObject([{ name: 'error', properties: { title: 'gate' } }]);
    expect(failed.commands[0]!.data).toContain('gate ran the command, which ended with status 1');
    const own = use(job, ALLOW, { run: 'exit 77' });
    expect(own.status).toBe(77);
    expect(own.outputs).toMatchObject({ ran: 'true', status: '77', reason: 'exited' });
    const killed = use(job, ALLOW, { run: 'kill -KILL $$' });
    expect(killed.status).not.toBe(0);
    expect(killed.outputs).toMatchObject({ ran: 'true', reason: 'signaled', status: '137' });
  });

  test('that is denied runs nothing, and names rule and reason', () => {
    using job = new Job();
    const rule = 'rules: [{ id: no-touch, match: { tool: touch }, decision: deny, reason: files are evil }]\n';
    const used = use(job, `${ALLOW}${rule}`, { run: 'echo before > made; touch after' });
    expect(used.status).toBe(77);
    expect(job.has('made')).toBe(false);
    expect(used.outputs).toMatchObject({ decision: 'deny', reason: 'rule', ran: 'false', status: '77' });
    expect(used.commands[0]!.data).toContain('deny by no-touch');
    expect(used.commands[0]!.data).toContain('files are evil');
  });

  test('that people would have to decide is refused at once, on a machine of one’s own too: the queue is of this job', () => {
    for (const environment of ['github-hosted', 'self-hosted']) {
      using job = new Job({ RUNNER_ENVIRONMENT: environment });
      const used = use(job, holdTouch(), { run: 'touch made', timeout: '1h' });
      expect(used.status).toBe(77);
      expect(job.has('made')).toBe(false);
      expect(used.outputs).toMatchObject({ decision: 'hold', reason: 'nobody_can_approve', ran: 'false' });
      expect(used.commands[0]!.data).toContain('config.yaml says that nobody answers what pipelines ask');
    }
  });

  test('that gate cannot begin fails, and says what is known', () => {
    using job = new Job();
    const used = use(job, ALLOW, { run: 'touch made', timeout: 'soon' });
    expect(used.status).toBe(64);
    expect(used.log).toContain('--timeout is not a duration');
    expect(used.outputs).toMatchObject({ request: '', ran: 'false', status: '' });
    expect(used.summary).toContain('gate ended before it said what became of the command');
    const invalid = use(job, 'version: 2\n', { run: 'touch made' });
    expect(invalid.status).toBe(78);
    expect(invalid.outputs).toMatchObject({ reason: 'policy_invalid', ran: 'false', status: '78' });
    expect(job.has('made')).toBe(false);
  });

  test('uses the policies it names and no others, and shares the record with the steps before', () => {
    using job = new Job();
    const first = use(job, holdTouch(), { run: 'touch one' });
    const second = use(job, ALLOW, { run: 'touch two' });
    expect([first.status, second.status]).toEqual([77, 0]);
    const third = job.use({ gate: GATE, run: 'cat two' });
    expect(third.outputs).toMatchObject({ decision: 'allow', ran: 'true' });
    expect(third.summary).toContain('allow by baseline/read');
    const record = readFileSync(third.outputs['record']!, 'utf8');
    for (const { outputs } of [first, second, third]) expect(record).toContain(outputs['request']);
  });

  test('in the working directory it names, with nothing on standard input and nothing of the action in its environment', () => {
    using job = new Job();
    mkdirSync(join(job.workspace, 'sub dir'));
    const used = use(job, ALLOW, { run: 'pwd > where; cat > input; env > variables', 'working-directory': 'sub dir' });
    expect(used.status).toBe(0);
    expect(readFileSync(join(job.workspace, 'sub dir/where'), 'utf8')).toBe(`${job.workspace}/sub dir\n`);
    expect(readFileSync(join(job.workspace, 'sub dir/input'), 'utf8')).toBe('');
    const variables = readFileSync(join(job.workspace, 'sub dir/variables'), 'utf8');
    expect(variables).toContain('GITHUB_OUTPUT=');
    expect(variables).not.toContain('GATE_STEP');
  });

  test('with `home: account` uses log and policies of the account, and exports nothing of other jobs', () => {
    using job = new Job();
    mkdirSync(join(job.home, '.config/gate/policies'), { recursive: true, mode: 0o700 });
    copyFileSync(job.write('p.yaml', ALLOW), join(job.home, '.config/gate/policies/own.yaml'));
    const used = job.use({ gate: GATE, home: 'account', run: 'touch made' });
    expect(used.log).toContain('gate: the record: in ');
    expect(used.status).toBe(0);
    expect(used.outputs).toMatchObject({ ran: 'true', record: '' });
    expect(readdirSync(join(job.home, '.local/state/gate'))).toContain('audit.db');
    expect(readdirSync(join(job.temp, 'gate')).filter((name) => /record|home/.test(name))).toEqual([]);
    expect(job.use({ gate: GATE, home: 'account', policies: 'p', run: 'true' }).status).toBe(64);
  });
});

describe('hostile words', () => {
  const TRICKS = [
    '"; touch pwned; "',
    "'; touch pwned; '",
    '$(touch pwned)',
    '`touch pwned`',
    '\u0024{{ github.token }}',
    'a\ntouch pwned\n',
    '\n::error::forged\n::set-output name=ran::true\n##[set-output name=ran]true',
    '-- touch pwned',
    '--events=pwned',
    '../../../..',
    '*',
  ];

  test.each(['intent', 'ticket', 'timeout', 'policies', 'home', 'gate', 'package', 'version', 'sha256'])(
    'in `%s` run nothing, and say nothing to the runner',
    (name) => {
      using job = new Job();
      for (const trick of TRICKS) {
        const used = use(job, ALLOW, { run: 'true', [name]: trick });
        expect(job.has('pwned'), trick).toBe(false);
        for (const command of used.commands)
          expect(command).toMatchObject({ name: 'error', properties: { title: 'gate' } });
        if (name === 'intent' || name === 'ticket') expect(used.outputs).toMatchObject({ ran: 'true', status: '0' });
        else expect(used.status, trick).not.toBe(0);
      }
    },
  );

  test('in a script that is refused stay text: in the log, the annotation and the summary', () => {
    using job = new Job();
    const words = '</code>```<img src=x> @bob [a](https://x) ##[set-output name=ran]true';
    const used = use(job, holdTouch(), {
      run: `touch '${words}'\n::error::forged\n  ::set-output name=ran::true\n`,
      intent: `${words}\n::stop-commands::x\n::add-mask::a`,
    });
    expect(used.status).toBe(77);
    expect(used.commands).toMatchObject([{ name: 'error', properties: { title: 'gate' } }]);
    expect(used.outputs).toMatchObject({ ran: 'false' });
    const [, fence = ''] = /^(`+)text$/m.exec(used.summary) ?? [];
    expect(fence.length).toBeGreaterThan(3);
    const [before, inside, after] = used.summary.split(new RegExp(`^${fence}(?:text)?$`, 'm'));
    expect(inside).toContain('<img src=x> @bob');
    expect(`${before}${after}`).toBe('#### gate ran nothing: refused\n\n\n\n');
  });

  test('of the script itself speak to the runner as those of any step do, and cannot change the outputs', () => {
    using job = new Job();
    const used = use(job, ALLOW, { run: 'echo "::notice::hello"; echo "decision=deny" >> "$GITHUB_OUTPUT"' });
    expect(used.commands).toEqual([{ name: 'notice', properties: {}, data: 'hello' }]);
    expect(used.outputs).toMatchObject({ decision: 'allow' });
  });
});

describe('the package', () => {
  const directory = mkdtempSync(join(tmpdir(), 'gate-package-'));
  const tarball = join(directory, 'gate.tgz');
  let sha256 = '';

  // What `npm pack` puts into it, as far as a run on this machine needs it.
  beforeAll(() => {
    const content = join(directory, 'package');
    mkdirSync(join(content, 'bin'), { recursive: true });
    mkdirSync(join(content, 'dist'));
    copyFileSync(join(ROOT, 'bin/gate'), join(content, 'bin/gate'));
    copyFileSync(join(ROOT, 'package.json'), join(content, 'package.json'));
    symlinkSync(GATE, join(content, 'dist/gate'));
    execFileSync('tar', ['-chf', join(directory, 'gate.tar'), '-C', directory, 'package']);
    execFileSync('gzip', ['-1', join(directory, 'gate.tar')]);
    copyFileSync(join(directory, 'gate.tar.gz'), tarball);
    sha256 = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('from a file runs when its SHA-256 is the one that was given', () => {
    using job = new Job();
    const used = job.use({ package: tarball, sha256, run: 'ls' });
    expect(used.status).toBe(0);
    expect(used.outputs).toMatchObject({ ran: 'true' });
  });

  test('is not unpacked when it is another: nothing runs', () => {
    using job = new Job();
    for (const wrong of ['0'.repeat(64), sha256.toUpperCase(), '', sha256.slice(1)]) {
      const used = job.use({ package: tarball, sha256: wrong, run: 'touch made' });
      expect(used).toMatchObject({ status: 64, steps: ['find gate'] });
      expect(used.commands[0]!.data).toMatch(/sha256/i);
    }
    expect(job.has('made')).toBe(false);
    expect(readdirSync(join(job.temp, 'gate'), { recursive: true, encoding: 'utf8' }).join()).not.toContain('bin/gate');
  });

  test('of an installed gate is checked when a SHA-256 is given', () => {
    using job = new Job();
    const right = createHash('sha256').update(readFileSync(GATE)).digest('hex');
    expect(job.use({ gate: GATE, sha256: right, run: 'ls' }).status).toBe(0);
    expect(job.use({ gate: GATE, sha256, run: 'ls' }).status).toBe(64);
  });

  test('comes from the registry that npm of the runner is configured for, never from one that the checkout names', async () => {
    using registry = await serve(tarball);
    using job = new Job({
      NPM_CONFIG_REGISTRY: registry.url,
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
    });
    job.write('.npmrc', 'registry=http://127.0.0.1:9/\n');
    job.write('package.json', '{"name":"shop","version":"1.0.0"}');
    const used = job.use({ version: registry.version, sha256, run: 'ls' });
    expect(used.log).toContain('package.json');
    expect(used.status).toBe(0);
    const other = job.use({ version: registry.version, sha256: '0'.repeat(64), run: 'touch made' });
    expect(other).toMatchObject({ status: 64, steps: ['find gate'] });
    for (const version of ['latest', '^0.1.0', '0.1', '0.1.0 || 9', 'file:x']) {
      expect(job.use({ version, sha256, run: 'touch made' }).status).toBe(64);
    }
    expect(job.has('made')).toBe(false);
  });

  /** A registry that has this package alone, in a process of its own: the job's steps keep this one busy. */
  async function serve(file: string) {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const shasum = createHash('sha1').update(readFileSync(file)).digest('hex');
    const child = spawn(process.execPath, ['-e', REGISTRY, file, version, shasum], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [first] = (await once(child.stdout!, 'data')) as [Buffer];
    return { url: first.toString().trim(), version, [Symbol.dispose]: () => void child.kill() };
  }
});

const REGISTRY = `(${(
  () => {
    const { createServer: server } = require('node:http') as { createServer: typeof createServer };
    const { createReadStream } = require('node:fs') as typeof import('node:fs');
    const [file = '', version = '', shasum = ''] = process.argv.slice(1);
    const listening = server((request, response) => {
      const base = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
      if (request.url === '/gate.tgz') return void createReadStream(file).pipe(response);
      if (request.url !== '/gate') return void response.writeHead(404).end();
      const dist = { tarball: `${base}/gate.tgz`, shasum };
      const versions = { [version]: { name: 'gate', version, dist } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ name: 'gate', 'dist-tags': { latest: version }, versions }));
    });
    listening.listen(0, '127.0.0.1', () => {
      console.log(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/`);
    });
  }
).toString()})()`;
