import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { bareAndRewritten } from '../kit/rewritten.ts';
import { shellTexts } from '../kit/shell-texts.ts';

/** Ten thousand of these are `npm run test:long`. */
test('a text that was rewritten leaves the same output, status and files', async () => {
  using gate = new Gate('version: 1\npacks: []\ndefault: allow\n');
  await fc.assert(
    fc.asyncProperty(shellTexts, async (text) => {
      const [bare, rewritten] = await bareAndRewritten(text, gate);
      expect(rewritten).toEqual(bare);
    }),
    { numRuns: 150 },
  );
});
