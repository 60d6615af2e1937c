import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'gate-house-'));
cpSync(join(root, 'biome.json'), join(copy, 'biome.json'));
cpSync(join(root, '.gitignore'), join(copy, '.gitignore'));
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
spawnSync('git', ['init', '-q', copy]);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What biome says of one file of the project that imports another. */
function lint(file: string, from: string): { status: number | null; said: string } {
  const path = join(copy, 'src', file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `import { thing } from '${from}';\n\nexport const used = thing;\n`);
  const args = ['lint', '--only=style/noRestrictedImports', join('src', file)];
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', 'biome'), args, {
    cwd: copy,
    encoding: 'utf8',
  });
  rmSync(path);
  return { status, said: `${stdout}${stderr}` };
}

describe('imports point left along the pipeline', () => {
  test.each([
    ['request/x.ts', '../command/action.ts'],
    ['command/x.ts', '../policy/decision.ts'],
    ['policy/x.ts', '../approval/answer.ts'],
    ['approval/x.ts', '../execution/execution.ts'],
    ['credentials/x.ts', '../execution/execute.ts'],
    ['execution/x.ts', '../audit/log.ts'],
    ['audit/x.ts', '../store/sqlite.ts'],
    ['request/x.ts', '../cli/io.ts'],
    ['command/tools/x.ts', '../../policy/decide.ts'],
    ['platform/x.ts', '../cli/io.ts'],
    ['store/x.ts', '../broker/broker.ts'],
    ['broker/x.ts', '../store/sqlite.ts'],
    ['channels/terminal/x.ts', '../../cli/io.ts'],
    ['approval/x.ts', '../wiring.ts'],
    ['install/x.ts', '../cli/io.ts'],
    ['policy/x.ts', '../install/plan.ts'],
  ])('%s may not import %s', (file, from) => {
    const { status, said } = lint(file, from);
    expect(said).toContain('noRestrictedImports');
    expect(status).not.toBe(0);
  });

  test.each([
    ['command/x.ts', '../request/request.ts'],
    ['approval/x.ts', '../policy/decision.ts'],
    ['broker/x.ts', '../audit/log.ts'],
    ['cli/x.ts', '../broker/broker.ts'],
  ])('%s may import %s', (file, from) => {
    expect(lint(file, from)).toMatchObject({ status: 0 });
  });
});
