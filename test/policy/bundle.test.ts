import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBundle } from '../../src/policy/bundle/bundle.ts';
import { type BundlePlaces, bundleInForce, keptPath, type Offered } from '../../src/policy/bundle/in-force.ts';
import { parseStatement } from '../../src/policy/bundle/statement.ts';
import { objectionTo } from '../../src/policy/bundle/succession.ts';
import { loadPolicies } from '../../src/policy/load.ts';
import { bundleOf, denying, NOW, newKey, written } from './bundle-parts.ts';

const key = newKey('acme-2026');
const other = newKey('acme-2027');
const MEMBERS = { 'policies/prod.yaml': denying('touch') };
const HOUR = 3_600_000;

describe('a bundle', () => {
  test('is read, with its members and who signed it', async () => {
    const bytes = bundleOf(MEMBERS, [key, other], { version: 12, expires: NOW + HOUR });
    const bundle = await readBundle(bytes, 'acme.json', [other, newKey('x')]);
    expect(bundle.statement).toMatchObject({ name: 'acme', version: 12, created: NOW, expires: NOW + HOUR });
    expect([...bundle.members]).toEqual(Object.entries(MEMBERS));
    expect(bundle.signers).toEqual([other]);
  });

  test('is what its signature says, by a program that shares nothing with gate', () => {
    const { note, members } = JSON.parse(bundleOf(MEMBERS, [key]).toString()) as { note: string; members: object };
    const split = note.lastIndexOf('\n\n') + 1;
    const signature = Buffer.from(/ (\S+)\n$/.exec(note)?.[1] ?? '', 'base64').subarray(4);
    const x = Buffer.from(key.key).toString('base64url');
    const jwk = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(verify(null, Buffer.from(note.slice(0, split)), jwk, signature)).toBe(true);
    for (const [name, text] of Object.entries(members)) {
      expect(note).toContain(`\n${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
    }
  });

  test('has one digest, however many keys sign it', async () => {
    const [one, two] = await Promise.all(
      [[key], [key, other]].map((keys) => readBundle(bundleOf(MEMBERS, keys), 'x', [])),
    );
    expect(one?.digest).toBe(two?.digest);
    expect(one?.note).not.toBe(two?.note);
  });

  const text = bundleOf(MEMBERS, [key]).toString();
  const changed = (change: (value: { note: string; members: Record<string, string> }) => object) =>
    `${JSON.stringify(sorted(change(JSON.parse(text))))}\n`;
  test.each([
    [
      'a member in another form',
      changed((value) => ({ ...value, members: { 'policies/prod.yaml': `${denying('touch')}#` } })),
      'holds another `policies/prod.yaml`',
    ],
    ['no member', changed((value) => ({ ...value, members: {} })), 'does not hold `policies/prod.yaml`'],
    [
      'one member more',
      changed(({ note, members }) => ({ note, members: { ...members, 'policies/a.yaml': 'x' } })),
      'holds `policies/a.yaml`, which its note does not name',
    ],
    [
      'a member that leads out',
      changed(({ note, members }) => ({ note, members: { ...members, '../x.yaml': '' } })),
      'is no policy bundle',
    ],
    [
      'another version',
      changed(({ note, members }) => ({ note: note.replace('version 1\n', 'version 2\n'), members })),
      'is signed by none',
    ],
    [
      'its signature taken off',
      changed(({ note, members }) => ({ note: note.slice(0, note.indexOf('\u2014')), members })),
      'is no policy bundle',
    ],
    [
      'a signature of something else',
      changed(({ note, members }) => ({
        note: note.replace(
          /\u2014.*/,
          JSON.parse(bundleOf({ ...MEMBERS, 'packs/a.yaml': '' }, [key]).toString()).note.match(/\u2014.*/)[0],
        ),
        members,
      })),
      'is signed by none',
    ],
    ['a field more', changed((value) => ({ ...value, more: 1 })), 'is no policy bundle'],
    ['blanks', JSON.stringify(JSON.parse(text), null, 1), 'is no policy bundle'],
    ['no last newline', text.trimEnd(), 'is no policy bundle'],
    [
      'the same member twice',
      text.replace('{"members":{', '{"members":{"policies/prod.yaml":"",'),
      'is no policy bundle',
    ],
    ['nothing in it', '', 'is no policy bundle'],
    ['a list', '[]\n', 'is no policy bundle'],
    ['a depth without end', `${'['.repeat(100_000)}\n`, 'is no policy bundle'],
  ])('with %s is refused', async (_, bytes, words) => {
    await expect(readBundle(Buffer.from(bytes), 'acme.json', [key])).rejects.toMatchObject({
      code: 'POLICY_INVALID',
      message: expect.stringContaining(`acme.json ${words}`),
    });
  });

  test('that nobody of those who count signed is refused', async () => {
    await expect(readBundle(Buffer.from(text), 'x', [other])).rejects.toThrow(
      'is signed by none of the keys that count',
    );
  });

  test.each([
    'gate-policy-bundle/v2\nname a\nversion 1\ncreated 2026-11-21T20:00:00Z\nexpires never\n',
    'gate-policy-bundle/v1\nname a\nversion 01\ncreated 2026-11-21T20:00:00Z\nexpires never\n',
    'gate-policy-bundle/v1\nname a\nversion 0\ncreated 2026-11-21T20:00:00Z\nexpires never\n',
    'gate-policy-bundle/v1\nname a\nversion 9007199254740993\ncreated 2026-11-21T20:00:00Z\nexpires never\n',
    'gate-policy-bundle/v1\nname a\nversion 1\ncreated 2026-11-21\nexpires never\n',
    'gate-policy-bundle/v1\nname a\nversion 1\ncreated 2026-11-21T20:00:00+01:00\nexpires never\n',
    'gate-policy-bundle/v1\nname a\nversion 1\ncreated 2026-02-30T20:00:00Z\nexpires never\n',
    'gate-policy-bundle/v1\nname a\nversion 1\ncreated 2026-11-21T20:00:00Z\nexpires \n',
    'gate-policy-bundle/v1\nname a b\nversion 1\ncreated 2026-11-21T20:00:00Z\nexpires never\n',
  ])('does not say %j', (said) => {
    expect(
      parseStatement('gate-policy-bundle/v1\nname a\nversion 1\ncreated 2026-11-21T20:00:00Z\nexpires never\n'),
    ).toMatchObject({ name: 'a' });
    expect(parseStatement(said)).toBeUndefined();
  });
});

describe('what may come into force', () => {
  const of = (more: object = {}) => ({
    statement: { name: 'acme', version: 5, created: NOW, members: [], ...more },
    digest: `sha256:${JSON.stringify(more)}`,
  });
  const at = (now: number, name = 'acme') => ({ name, now });
  test.each([
    ['the first', of(), at(NOW), undefined, undefined],
    ['the next', of({ version: 6 }), at(NOW), of(), undefined],
    ['the same', of(), at(NOW), of(), undefined],
    ['the same, expired since', of({ expires: NOW }), at(NOW + 1), of({ expires: NOW }), undefined],
    ['an older one', of({ version: 4 }), at(NOW), of(), 'is version 4, and 5 was in force'],
    [
      'another of the same version',
      of({ expires: NOW + HOUR }),
      at(NOW),
      of(),
      'is version 5 as the one in force, and says something else',
    ],
    ['another name', of(), at(NOW, 'shop'), undefined, 'is the bundle `acme`, and `shop` is wanted'],
    ['an expired one', of({ expires: NOW }), at(NOW), undefined, 'expired at 2026-11-21T20:00:00Z'],
    [
      'one of the future',
      of(),
      at(NOW - HOUR),
      undefined,
      'says that it was made at 2026-11-21T20:00:00Z, and it is 2026-11-21T19:00:00Z',
    ],
    ['one of a clock that is a little ahead', of(), at(NOW - 300_000), undefined, undefined],
  ])('%s', (_, bundle, wanted, before, why) => {
    expect(objectionTo(bundle, wanted, before)).toBe(why);
  });
});

describe('the bundle in force', () => {
  let home: string;
  let places: BundlePlaces;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'gate-bundle-'));
    const memory = join(home, 'bundles');
    places = {
      name: 'acme',
      keys: [written(key)],
      memories: [memory],
      keep: memory,
      cacheDirectory: join(home, 'cache'),
      now: NOW,
    };
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const offer = (bytes: Uint8Array): Offered => ({ from: 'acme.json', bytes });
  const take = (bytes: Uint8Array, more: Partial<BundlePlaces> = {}) =>
    bundleInForce(offer(bytes), { ...places, ...more }, async () => {});
  const version = (number: number, more: object = {}, keys = [key]) =>
    bundleOf(MEMBERS, keys, { version: number, ...more });

  test('goes forward, and never back', async () => {
    expect(await take(version(3))).toMatchObject({ version: 3 });
    expect(await take(version(4))).toMatchObject({ version: 4 });
    expect(await take(version(3))).toMatchObject({
      version: 4,
      problem: 'the policy bundle acme stays at version 4: acme.json is version 3, and 4 was in force',
    });
  });

  test('does not go back when what was found out about bytes is gone, or was put there by somebody', async () => {
    await take(version(4));
    rmSync(join(home, 'cache'), { recursive: true });
    expect((await take(version(3))).version).toBe(4);
    for (const entry of readdirSync(join(home, 'cache'))) writeFileSync(join(home, 'cache', entry), 'x');
    expect((await take(version(3))).version).toBe(4);
  });

  test('is not one that somebody else could have written into the cache', async () => {
    await take(version(1));
    const [entry = ''] = readdirSync(join(home, 'cache'));
    const path = join(home, 'cache', entry);
    // The very entry of the good one, under the name of bytes that nobody signed.
    const forged = bundleOf({ 'policies/a.yaml': 'version: 1\n' }, [other], { version: 9 });
    await expect(take(forged, { memories: [], keep: home })).rejects.toThrow('is signed by none');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"version":1', '"version":7'));
    expect((await take(version(1))).version).toBe(1);
    writeFileSync(path, text);
    chmodSync(path, 0o666);
    utimesSync(path, 0, 0);
    expect((await take(version(1))).version).toBe(1);
  });

  test.each([
    ['unsigned', () => version(9, {}, [other])],
    ['cut short', () => version(9).subarray(0, 200)],
    ['of another name', () => version(9, { name: 'shop' })],
    ['expired', () => version(9, { expires: NOW - 1000 })],
    ['of the future', () => version(9, { created: NOW + HOUR })],
    ['the same version with other words', () => bundleOf({ 'policies/b.yaml': denying('ls') }, [key], { version: 4 })],
  ])('stays when the new one is %s; and where there never was one, nothing is', async (_, bytes) => {
    await take(version(4));
    expect(await take(bytes())).toMatchObject({
      version: 4,
      problem: expect.stringContaining('stays at version 4: acme.json'),
    });
    rmSync(join(home, 'bundles'), { recursive: true });
    const alone = _.startsWith('the same') ? take(version(4), { keys: [written(other)] }) : take(bytes());
    await expect(alone).rejects.toMatchObject({
      code: 'POLICY_INVALID',
      message: expect.stringContaining('there is no policy bundle acme to decide by'),
    });
  });

  test('stays when the new one is not there, or this gate cannot decide with it', async () => {
    await take(version(4));
    const gone = { from: 'acme.json', bytes: { missing: 'cannot be read (ENOENT)' } };
    expect(await bundleInForce(gone, places, async () => {})).toMatchObject({
      version: 4,
      problem: expect.stringContaining('ENOENT'),
    });
    const set = bundleOf({ 'policies/a.yaml': 'version: 1\nnews: 1\n' }, [key], { version: 5 });
    const usable = (bundle: Awaited<ReturnType<typeof take>>) =>
      loadPolicies({
        paths: { system: home, user: home, repository: [], needsWorkTree: false },
        tools: 'all',
        bundle,
      }).then(() => {});
    expect(await bundleInForce(offer(set), places, usable)).toMatchObject({
      version: 4,
      problem: expect.stringContaining('bundle:acme/policies/a.yaml:2:1'),
    });
  });

  test('stays in force after its end, and says so', async () => {
    const bytes = version(4, { expires: NOW + HOUR });
    expect(await take(bytes)).not.toHaveProperty('problem');
    expect(await take(bytes, { now: NOW + 2 * HOUR })).toMatchObject({
      version: 4,
      problem: expect.stringContaining('expired at 2026-11-21T21:00:00Z'),
    });
  });

  test('follows its keys: both, then the new one alone; a key that is taken out counts for nothing any more', async () => {
    await take(version(1));
    const both = { keys: [written(key), written(other)] };
    expect((await take(version(2, {}, [key, other]), both)).version).toBe(2);
    expect((await take(version(3, {}, [other]), { keys: [written(other)] })).version).toBe(3);
    // Version 9 by the key that was taken out.
    expect((await take(version(9), { keys: [written(other)] })).version).toBe(3);
    // What is in force was never signed by the only key that counts now.
    await expect(take(version(3, {}, [other]), { keys: [written(newKey('acme-2028'))] })).rejects.toThrow(
      'there is no policy bundle',
    );
  });

  test('is the highest of all memories; one that others can write is none', async () => {
    const roots = join(home, 'root');
    mkdirSync(roots, { mode: 0o755 });
    writeFileSync(keptPath(roots, 'acme'), version(8), { mode: 0o644 });
    const both = { memories: [roots, join(home, 'bundles')] };
    expect((await take(version(7), both)).version).toBe(8);
    expect((await take(version(9), both)).version).toBe(9);
    chmodSync(roots, 0o777);
    rmSync(join(home, 'bundles'), { recursive: true });
    expect((await take(version(7), both)).version).toBe(7);
  });

  test('says when it cannot be kept', async () => {
    writeFileSync(join(home, 'file'), '');
    const kept = await take(version(4), { keep: join(home, 'file', 'x'), memories: [] });
    expect(kept).toMatchObject({ version: 4, problem: expect.stringContaining('an older one would be taken for new') });
  });
});

/** As the canonical form has it, one level down and two. */
function sorted(value: object): object {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, typeof each === 'object' ? sorted(each) : each]));
}
