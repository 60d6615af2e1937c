import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { bareAndRewritten } from '../kit/rewritten.ts';
import { shellTexts } from '../kit/shell-texts.ts';

const TEXTS = 10_000;
/** At once: each is two shells and a gate. */
const LANES = 2;

test('ten thousand texts for a shell, as they are and rewritten: the same output, status and files', async () => {
  const lanes = Array.from({ length: LANES }, async () => {
    using gate = new Gate('version: 1\npacks: []\ndefault: allow\n');
    await fc.assert(
      fc.asyncProperty(shellTexts, async (text) => {
        const [bare, rewritten] = await bareAndRewritten(text, gate);
        expect(rewritten).toEqual(bare);
      }),
      { numRuns: TEXTS / LANES },
    );
  });
  await Promise.all(lanes);
}, 2_700_000);
