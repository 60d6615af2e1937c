import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Folder, NOTHING, previewOf, previewsIn, subjectOf } from './looking.ts';

const installed = spawnSync('terraform', ['version'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!installed)('what a saved plan would do, with terraform', () => {
  test('destroyed first, out of the bytes that were pinned; no value of it is shown', async () => {
    using folder = new Folder();
    const terraform = (...args: string[]) =>
      execFileSync('terraform', args, {
        cwd: folder.path,
        stdio: 'ignore',
        env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: '/dev/null' },
      });
    const write = (text: string) => writeFileSync(join(folder.path, 'main.tf'), text);
    write(
      'resource "terraform_data" "old" { input = "Top-Secret-1" }\nresource "terraform_data" "kept" { input = "a" }\n',
    );
    terraform('init', '-input=false');
    terraform('apply', '-auto-approve', '-input=false');
    write('resource "terraform_data" "kept" { input = "b" }\nresource "terraform_data" "fresh" { input = "c" }\n');
    terraform('plan', '-out=p', '-input=false');
    const preview = await previewOf(['terraform', 'apply', 'p'], folder.path, NOTHING);
    expect(preview).toMatchObject({
      tool: 'terraform',
      kind: 'found',
      headline: '1 to destroy, 1 to change, 1 to make',
    });
    expect(preview.lines).toContain('delete terraform_data.old');
    expect(JSON.stringify(preview)).not.toContain('Top-Secret-1');
    const subject = await subjectOf(['terraform', 'apply', 'p'], folder.path);
    appendFileSync(join(folder.path, 'p'), 'x');
    expect((await previewsIn(subject)).map(({ kind }) => kind)).toEqual(['unknown']);
  });

  test('without a saved plan nothing is planned, because that would run what the project brings', async () => {
    using folder = new Folder();
    expect(await previewOf(['terraform', 'destroy', '-auto-approve'], folder.path)).toMatchObject({
      kind: 'unknown',
      lines: ['there is no saved plan, and making one runs what the project brings'],
    });
  });
});
