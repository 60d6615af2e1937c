import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { atTerminal, cleanEnvironment, rubbedOut, sayYes } from '../kit/person.ts';

const DEMO = fileURLToPath(new URL('../../demo/demo.ts', import.meta.url));

test('somebody new presses approve at their own terminal, and the agent goes on', async () => {
  const session = atTerminal([process.execPath, DEMO, '--you'], { cols: 100, rows: 40, env: cleanEnvironment() });
  await sayYes(session);
  const { status, screen } = await session.ended;
  const shown = rubbedOut(screen);
  expect(shown).toContain('acknowledged by the owner');
  expect(shown).toContain('you said yes, so it ran');
  expect(status).toBe(0);
});
