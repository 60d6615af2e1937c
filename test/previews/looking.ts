import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Preview } from '../../src/approval/preview.ts';
import type { Access } from '../../src/approval/previews/access.ts';
import type { Subject } from '../../src/approval/previews/finding.ts';
import { previewsOf } from '../../src/approval/previews/previews.ts';
import { diskFiles } from '../../src/command/files.ts';
import { understand } from '../../src/command/understand.ts';
import { surroundingsOf } from '../../src/command/worktree/work-tree.ts';
import { openLook } from '../../src/platform/look.ts';

/** What the tests of previews share: the real programs of this machine, started as gate starts them. */

/** Nothing is configured: local files and git can be looked at, and nothing else. */
export const NOTHING: Access = { kind: 'configured', credentials: {} };

/** A request as the record would have it. */
export async function subjectOf(
  argv: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Subject> {
  const surroundings = surroundingsOf(cwd, '/home/nobody', undefined);
  const files = diskFiles(cwd);
  const context = { environment, cwd, home: '/home/nobody', stdin: 'null' as const, files, surroundings };
  const { actions, inputs } = await understand(argv, context);
  const manifest: Subject['manifest'] = {
    v: 1,
    argv,
    executable: { path: `/usr/bin/${argv[0]}`, digest: `sha256:${'0'.repeat(64)}` },
    cwd,
    environment: { level: 'checked', pinned: {}, removed: [] },
    inputs: inputs.map(({ role, path, digest = null }) => ({ role, path, digest })),
    stdin: { kind: 'null', digest: null },
    target: actions.map(({ scope }) => scope),
  };
  return { actions, manifest, inputs, host: 'here' };
}

export async function previewsIn(
  subject: Subject,
  access: Access = NOTHING,
  milliseconds = 20_000,
): Promise<readonly Preview[]> {
  // The time that a preview has is another test's matter: a busy machine must not change what is found here.
  return previewsOf(subject, { access, look: () => openLook(milliseconds), now: () => 0, host: 'here' });
}

/** The one preview of a command. */
export async function previewOf(
  argv: readonly string[],
  cwd: string,
  access: Access = NOTHING,
  environment: Readonly<Record<string, string>> = {},
): Promise<Preview> {
  const previews = await previewsIn(await subjectOf(argv, cwd, environment), access);
  if (previews.length !== 1) throw new Error(`${previews.length} previews of ${argv.join(' ')}`);
  return previews[0]!;
}

/** A directory of a test's own, gone at its end. */
export class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'gate-preview-'));

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
