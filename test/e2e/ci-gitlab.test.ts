import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../docs/pages.ts';
import { GATE } from '../kit/gate.ts';
import { cleanEnvironment } from '../kit/person.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

/** As GitLab describes them: a header with `spec`, and the jobs; nothing else is in this template. */
const header = z.strictObject({
  spec: z.strictObject({
    inputs: z.record(
      z.string().regex(/^[a-z][a-z0-9_-]*$/),
      z.strictObject({ description: z.string().min(1), default: z.string().optional() }),
    ),
  }),
});
const jobs = z.record(
  z.string(),
  z.strictObject({
    stage: z.string(),
    variables: z.record(z.string(), z.strictObject({ value: z.string(), expand: z.literal(false) })),
    script: z.array(z.string()),
    artifacts: z.strictObject({ when: z.literal('always'), paths: z.array(z.string()) }),
  }),
);
const [first, second] = parseAllDocuments(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8'));
const { inputs } = header.parse(first!.toJS()).spec;
const [[name, job] = ['', undefined]] = Object.entries(jobs.parse(second!.toJS()));

/** A job of GitLab, in a shell as its runner starts one. */
class Gitlab implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'gate-gitlab-'));
  readonly project = join(this.root, 'builds/acme/shop');
  readonly home = join(this.root, 'home');

  constructor() {
    for (const directory of [this.project, this.home]) mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  run(given: Readonly<Record<string, string>>, policy?: string, shell = '/bin/bash') {
    if (policy !== undefined) {
      mkdirSync(join(this.project, 'policies'), { recursive: true });
      writeFileSync(join(this.project, 'policies/test.yaml'), policy);
    }
    const all = { gate: GATE, ...(policy === undefined ? {} : { policies: 'policies' }), ...given };
    const variables = Object.entries(job!.variables).map(([variable, { value }]) => {
      const input = /^\$\[\[ inputs\.(\S+) \]\]$/.exec(value)![1]!;
      return [variable, all[input as keyof typeof all] ?? inputs[input]!.default ?? ''];
    });
    const ran = spawnSync(shell, ['-c', `set -e\n${job!.script.join('\n')}`], {
      cwd: this.project,
      env: cleanEnvironment({
        HOME: this.home,
        TMPDIR: this.root,
        CI: 'true',
        GITLAB_CI: 'true',
        CI_PROJECT_PATH: 'acme/shop',
        CI_PROJECT_DIR: this.project,
        CI_JOB_ID: '42',
        CI_DISPOSABLE_ENVIRONMENT: 'true',
        ...Object.fromEntries(variables),
      }),
      encoding: 'utf8',
    });
    return { status: ran.status, log: ran.stdout + ran.stderr };
  }

  has(path: string): boolean {
    return existsSync(join(this.project, path));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

describe('ci/gitlab.yml', () => {
  test('puts no input into a script, and hands every one on unexpanded', () => {
    expect(job!.script.join('\n')).not.toContain('$[[');
    const handed = [name, job!.stage, ...Object.values(job!.variables).map(({ value }) => value)];
    for (const input of Object.keys(inputs)) expect(handed).toContain(`$[[ inputs.${input} ]]`);
  });

  test.each(['/bin/bash', '/bin/dash'])('runs what is allowed, in %s', (shell) => {
    using gitlab = new Gitlab();
    const ran = gitlab.run({ run: 'echo one > made\npwd', intent: 'ship it' }, ALLOW, shell);
    expect(ran.log).toContain('gate ran the command, which ended with status 0\n');
    expect(ran.log).toContain('intent      ship it\n');
    expect(ran.log).toContain('it will be LOST with the runner unless that file is uploaded');
    expect(ran.status).toBe(0);
    expect(gitlab.has('made')).toBe(true);
    for (const path of job!.artifacts.paths) expect(gitlab.has(path)).toBe(true);
    const record = join(gitlab.project, 'gate-record.jsonl');
    const verified = spawnSync(GATE, ['audit', 'verify', record], { env: cleanEnvironment(), encoding: 'utf8' });
    expect(verified.stdout).toMatch(/^sound: /);
    expect(readFileSync(record, 'utf8')).toContain('pipeline:gitlab-ci/acme/shop');
    expect(readdirSync(gitlab.root).sort()).toEqual(['builds', 'home']);
  });

  test('ends as the script did, and as gate did when it ran nothing', () => {
    using gitlab = new Gitlab();
    expect(gitlab.run({ run: 'false | true\ntouch made' }, ALLOW).status).toBe(1);
    const held = gitlab.run({ run: 'touch made' }, holdTouch());
    expect(held.log).toContain('gate ran nothing: refused');
    expect(held.log).toContain('nobody_can_approve, status 77');
    expect(held.status).toBe(77);
    expect(gitlab.run({ run: 'touch made' }, 'version: 2\n').status).toBe(78);
    expect(gitlab.has('made')).toBe(false);
  });

  test('checks the package by its SHA-256', () => {
    using gitlab = new Gitlab();
    const right = createHash('sha256').update(readFileSync(GATE)).digest('hex');
    expect(gitlab.run({ run: 'touch made', sha256: right }, ALLOW).status).toBe(0);
    expect(gitlab.run({ run: 'touch again', sha256: '0'.repeat(64) }, ALLOW).status).toBe(64);
    const file = { gate: '', package: GATE, run: 'touch again' };
    for (const sha256 of ['0'.repeat(64), '', 'x'.repeat(64)])
      expect(gitlab.run({ ...file, sha256 }, ALLOW).status).toBe(64);
    for (const version of ['latest', '^1.0.0', '1.0', '1.0.0/../x']) {
      expect(gitlab.run({ gate: '', version, sha256: right, run: 'touch again' }, ALLOW).status).toBe(64);
    }
    expect(gitlab.has('again')).toBe(false);
  });

  const TRICKS = ['"; touch pwned; "', "'; touch pwned; '", '$(touch pwned)', '`touch pwned`', 'a\ntouch pwned\n', '*'];

  test.each(Object.keys(job!.variables))('hostile words in %s run nothing', (variable) => {
    const input = variable.replace('GATE_STEP_', '').toLowerCase();
    if (input === 'run') return;
    using gitlab = new Gitlab();
    for (const trick of TRICKS) {
      const { status } = gitlab.run({ run: 'true', [input]: trick }, ALLOW);
      expect(gitlab.has('pwned'), trick).toBe(false);
      if (input === 'intent' || input === 'ticket') expect(status, trick).toBe(0);
      else expect(status, trick).not.toBe(0);
    }
  });
});
