import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';

const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: fenced, match: { tool: touch }, decision: allow, view: read-only }
`;

describe('a rule that gives a command its own view of the directory', () => {
  test('is refused where nobody can give one, and nothing runs', async () => {
    using gate = new Gate(POLICY);
    const ran = await gate.agent(['--', 'touch', 'marker']);
    expect(ran).toMatchObject({ status: 78, stdout: '', stderr: expect.stringContaining('`view: read-only`') });
    expect(gate.has('marker')).toBe(false);
    expect((await gate.agent(['--', 'true'])).status).toBe(0);
  });

  test('is explained', async () => {
    using gate = new Gate(POLICY);
    expect((await gate.agent(['explain', '--', 'touch', 'marker'])).stdout).toContain(
      'it can write nothing in the directory',
    );
  });

  test('only observed, it changes nothing', async () => {
    using gate = new Gate(
      POLICY.replace('packs:', 'mode: observe\npacks:').replace('decision: allow', 'decision: hold'),
    );
    expect((await gate.agent(['--', 'touch', 'marker'])).status).toBe(0);
    expect(gate.has('marker')).toBe(true);
  });
});
