import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GITHUB_ACTION, GITLAB_TEMPLATE } from '../../src/cli/ci-embedded.ts';
import { VERSION } from '../../src/cli/version.ts';
import { blocks, page, ROOT } from '../docs/pages.ts';
import { Gate } from '../kit/gate.ts';
import { actionMetadata } from '../kit/runner.ts';

test('the files in the program are those of the project: run scripts/embed-ci.ts', () => {
  expect(GITHUB_ACTION).toBe(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  expect(GITLAB_TEMPLATE).toBe(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8'));
});

test('the policy of docs/ci.md passes its own tests, and its steps use inputs which exist', async () => {
  using gate = new Gate();
  const examples = blocks(page('docs/ci.md')).filter(({ language }) => language === 'yaml');
  const policy = examples.find(({ body }) => body.includes('\ntests:\n'))!.body;
  writeFileSync(join(gate.home, 'shop.yaml'), policy, { mode: 0o600 });
  expect(await gate.agent(['policy', 'test', 'shop.yaml'])).toMatchObject({ status: 0, stdout: '4 tests passed\n' });
  const [step] = parse(examples.find(({ body }) => body.includes('uses: ./'))!.body);
  for (const name of Object.keys(step.with)) expect(Object.keys(actionMetadata().inputs)).toContain(name);
  const text = page('docs/ci.md').text;
  for (const name of Object.keys(actionMetadata().inputs)) expect(text).toContain(`\`${name}\``);
  for (const name of Object.keys(actionMetadata().outputs)) expect(text).toContain(`| \`${name}\` |`);
});

describe('gate init ci', () => {
  test('github prints steps that use inputs and outputs which exist, and change nothing', async () => {
    using gate = new Gate();
    const { stdout, stderr, status } = await gate.agent(['init', 'ci', 'github']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const [step, upload] = parse(stdout);
    expect(step).toMatchObject({ uses: './.github/actions/gate', id: 'gate', with: { version: VERSION } });
    const { inputs, outputs } = actionMetadata();
    for (const name of Object.keys(step.with)) expect(Object.keys(inputs)).toContain(name);
    expect(upload.uses).toMatch(/^actions\/upload-artifact@[0-9a-f]{40}$/);
    for (const [, name] of JSON.stringify(upload).matchAll(/steps\.gate\.outputs\.(\w+)/g)) {
      expect(Object.keys(outputs)).toContain(name);
    }
    expect(gate.has('.github')).toBe(false);
  });

  test('gitlab prints an include whose inputs exist', async () => {
    using gate = new Gate();
    const { stdout, status } = await gate.agent(['init', 'ci', 'gitlab']);
    expect(status).toBe(0);
    const [include] = parse(stdout).include;
    expect(include.local).toBe('.gitlab/gate.yml');
    const known = Object.keys(parse(GITLAB_TEMPLATE.split('\n---\n')[0]!).spec.inputs);
    for (const name of Object.keys(include.inputs)) expect(known).toContain(name);
  });

  test.each([
    ['github', '.github/actions/gate/action.yml', GITHUB_ACTION],
    ['gitlab', '.gitlab/gate.yml', GITLAB_TEMPLATE],
  ])('%s --write shows and writes the file, keeps the old one, and takes it back', async (system, file, text) => {
    using gate = new Gate();
    const path = join(gate.home, file);
    const ran = await gate.agent(['init', 'ci', system, '--write']);
    expect(ran.stderr).toContain(`written: ${file}`);
    expect(ran.stderr).toContain('\n+');
    expect(ran.status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(statSync(path).mode & 0o044).toBe(0o044);
    expect((await gate.agent(['init', 'ci', system, '--write'])).stderr).toBe(`gate: already so in ${file}\n`);
    expect(await gate.agent(['init', 'ci', system, '--undo'])).toMatchObject({ status: 0 });
    expect(readdirSync(dirname(path))).toEqual([]);
    const again = await gate.agent(['init', 'ci', system, '--undo']);
    expect(again.stderr).toContain('stays as it is');
    expect(again.status).toBe(76);
  });

  test('--write FILE writes there, and the printed step uses it; what somebody edited since stays', async () => {
    using gate = new Gate();
    mkdirSync(join(gate.home, 'own'));
    writeFileSync(join(gate.home, 'own/action.yml'), 'name: mine\n');
    const ran = await gate.agent(['init', 'ci', 'github', '--write', 'own/action.yml']);
    expect(ran.stderr).toContain('-name: mine');
    expect(parse(ran.stdout)[0].uses).toBe('./own');
    writeFileSync(join(gate.home, 'own/action.yml'), 'name: edited\n');
    expect(await gate.agent(['init', 'ci', 'github', '--undo', 'own/action.yml'])).toMatchObject({ status: 76 });
    expect(readFileSync(join(gate.home, 'own/action.yml'), 'utf8')).toBe('name: edited\n');
  });

  test('knows these two alone', async () => {
    using gate = new Gate();
    const { stderr, status } = await gate.agent(['init', 'ci', 'jenkins']);
    expect(stderr).toContain('github, gitlab');
    expect(status).toBe(64);
  });
});
