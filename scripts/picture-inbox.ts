import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Gate } from '../test/kit/gate.ts';
import { atInbox } from '../test/kit/inbox.ts';
import { draw } from './svg.ts';

/**
 * Draws docs/pictures/inbox.svg and inbox-narrow.svg from a real inbox at a real terminal. Run it by hand after the
 * screens have changed:
 *
 *     node scripts/picture-inbox.ts
 */

const POLICY = 'version: 1\npacks: [baseline, git, strict]\n';

using gate = new Gate(POLICY);
const cwd = mkdtempSync(join(tmpdir(), 'shop-'));
try {
  writeFileSync(join(cwd, 'invoices.csv'), 'id\n1\n');
  await gate.ask(['-m', 'the tests want a clean place', '--', 'rm', '-rf', 'cache'], { cwd });
  await gate.ask(['-m', 'these were moved to the archive', '--', 'rm', 'invoices.csv'], { cwd });
  await gate.ask(['--', 'git', 'push', '--force', 'origin', 'main'], { cwd });
  for (const [name, cols, rows] of [
    ['inbox', 140, 44],
    ['inbox-narrow', 80, 24],
  ] as const) {
    const inbox = atInbox(gate, { cols, rows });
    await inbox.shows('3 wait');
    await inbox.until('j', /^> .*rm invoices\.csv/m);
    await inbox.shows('found by reading');
    await inbox.readsCard();
    if (name === 'inbox-narrow') await inbox.until('a', /^: _$/m);
    const target = fileURLToPath(new URL(`../docs/pictures/${name}.svg`, import.meta.url));
    writeFileSync(
      target,
      draw(inbox.shown(), 'gate inbox: what waits, beside the card of the request under the cursor'),
    );
    inbox.type('\x03');
    await inbox.ended;
  }
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
