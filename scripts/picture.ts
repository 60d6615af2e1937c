import { writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { atTerminal, cleanEnvironment, sayYes } from '../test/kit/person.ts';
import { screenOf } from '../test/kit/screen.ts';
import { draw } from './svg.ts';

/**
 * Draws docs/pictures/approval.svg: `npm run demo -- --you` at a real terminal, with somebody who says yes. Run it by hand after the
 * screens have changed:
 *
 *     node scripts/picture.ts
 */

const COLUMNS = 110;
const ROWS = 90;

const demo = fileURLToPath(new URL('../demo/demo.ts', import.meta.url));
const session = atTerminal([process.execPath, demo, '--you'], { cols: COLUMNS, rows: ROWS, env: cleanEnvironment() });
await sayYes(session);
const { status, screen } = await session.ended;
if (status !== 0) throw new Error(screen);

/** Names of this machine are those of the README's. */
const named = screen
  .replaceAll(/\/[\w/.-]*\/gate-test-\w+/g, '/home/you')
  .replaceAll(`${userInfo().username}@${hostname()}`, 'you@laptop')
  .replaceAll(hostname(), 'laptop')
  .replaceAll(`${userInfo().username} (${userInfo().uid})`, 'you (1000)')
  .replaceAll(`HOME=${userInfo().homedir}`, 'HOME=/home/you');
const target = fileURLToPath(new URL('../docs/pictures/approval.svg', import.meta.url));
const label = "An agent's command is held, a person reads it and approves, and it runs";
writeFileSync(target, draw(screenOf(named, COLUMNS, ROWS), label));
