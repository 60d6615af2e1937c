import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wrong = 'the token of the pipeline is refused: its signature does not hold';
const notAllowed = 'the token of the pipeline is refused: it is signed in a way that is not allowed';

describe.each(['node', 'bun'])('tokens of issuers and logging in, under %s', (runtime) => {
  test('are the same everywhere', async () => {
    const { stdout } = await promisify(execFile)(join(root, 'node_modules', '.bin', runtime), [
      join(root, 'test', 'kit', 'oidc-probe.ts'),
    ]);
    const good = ['pipeline:ci/subject', wrong];
    expect(JSON.parse(stdout)).toEqual({
      ...{ RS256: good, PS256: good, ES256: good, EdDSA: good, RS512: [notAllowed, notAllowed] },
      redirect: 'the keys of ISSUER cannot be had: it answered 302',
      large: 'the keys of ISSUER cannot be had: it is larger than 262144 bytes',
      html: 'the keys of ISSUER cannot be had',
      ...{ browser: 'proven', device: 'proven', denied: 'denied' },
    });
  });
});
