import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pathsFor } from '../../src/config/paths.ts';
import type { Offered } from '../../src/policy/bundle/in-force.ts';
import { type HotSystem, hotSystem } from '../../src/server/hot-system.ts';
import { bundleOf, denying, NOW, newKey, written } from '../policy/bundle-parts.ts';

const key = newKey('acme');
const bundle = (version: number, who = 'zoe') =>
  bundleOf(
    { 'directory.yaml': `version: 1\npeople: { ${who}: { os: [${who}] } }\n`, 'policies/a.yaml': denying('touch') },
    [key],
    { version },
  );

// The system's file counts only when it is root's.
describe.runIf(process.getuid?.() === 0)('what the machine’s owner says, while the service runs', () => {
  let home: string;
  let hot: HotSystem | undefined;
  let said: string[];
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'gate-hot-'));
    chmodSync(home, 0o755);
    said = [];
  });
  afterEach(() => {
    hot?.stop();
    rmSync(home, { recursive: true });
  });

  const file = () => join(home, 'config.yaml');
  const put = (name: string, bytes: string | Buffer) => {
    writeFileSync(join(home, `${name}.new`), bytes, { mode: 0o644 });
    renameSync(join(home, `${name}.new`), join(home, name));
  };
  const config = (from = join(home, 'acme.json')) =>
    put('config.yaml', `version: 1\nbundle: { from: "${from}", name: acme, keys: ["${written(key)}"] }\n`);
  let address: Offered['bytes'] = { missing: 'cannot be fetched' };
  const start = async () => {
    const paths = pathsFor({ GATE_HOME: join(home, 'state') }, '/nonexistent');
    const parts = { file: file(), paths, clock: () => NOW, log: (line: string) => said.push(line) };
    hot = await hotSystem({ ...parts, fetched: async () => address });
    return hot;
  };

  test('is what its file says now, also when no event came', async () => {
    put('config.yaml', 'version: 1\npeople: { ann: { os: [ann] } }\n');
    const system = await start();
    expect(system.people?.people.map(({ name }) => name)).toEqual(['ann']);
    put('config.yaml', 'version: 1\npeople: { bob: { os: [bob] } }\n');
    expect((await system.now()).people?.people.map(({ name }) => name)).toEqual(['bob']);
    put('config.yaml', 'version: 1\nnonsense: 1\n');
    await expect(system.now()).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    put('config.yaml', 'version: 1\n');
    expect(await system.now()).not.toHaveProperty('people');
    expect(system.people).toBeUndefined();
  });

  test('is seen without anybody asking', async () => {
    put('config.yaml', 'version: 1\npeople: { ann: { os: [ann] } }\n');
    const system = await start();
    put('config.yaml', 'version: 1\npeople: { bob: { os: [bob] } }\n');
    await expect.poll(() => system.people?.people[0]?.name, { interval: 20, timeout: 10_000 }).toBe('bob');
  });

  test('is the bundle as it lies there; a refused one changes nothing, and is said once', async () => {
    config();
    put('acme.json', bundle(4));
    const system = await start();
    expect(system.bundle).toMatchObject({ version: 4 });
    put('acme.json', bundle(5, 'yan'));
    await system.now();
    expect([system.bundle?.version, system.people?.people[0]?.name]).toEqual([5, 'yan']);
    put('acme.json', bundle(4));
    await system.now();
    await system.now();
    expect([system.bundle?.version, system.people?.people[0]?.name]).toEqual([5, 'yan']);
    expect(said).toEqual([
      'decides by version 4 of the policy bundle acme',
      'decides by version 5 of the policy bundle acme',
      `the policy bundle acme stays at version 5: ${join(home, 'acme.json')} is version 4, and 5 was in force`,
    ]);
  });

  test('does not begin without a good bundle, and begins with the last good one', async () => {
    config();
    await expect(start()).rejects.toMatchObject({ code: 'POLICY_INVALID' });
    put('acme.json', bundle(4));
    (await start()).stop();
    rmSync(join(home, 'acme.json'));
    expect((await start()).bundle).toMatchObject({ version: 4, problem: expect.stringContaining('ENOENT') });
  });

  test('comes from an address, and is kept for when that is away', async () => {
    config('https://policies.example.com/acme.json');
    await expect(start()).rejects.toMatchObject({ code: 'POLICY_INVALID' });
    address = bundle(7);
    (await start()).stop();
    address = { missing: 'answered 503' };
    expect((await start()).bundle).toMatchObject({ version: 7 });
  });
});
