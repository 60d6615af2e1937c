import { describe, expect, test } from 'vitest';
import { knownPrograms, readerFor, whyNotKnown } from '../../src/command/readers.ts';
import { effects, meaning } from './support.ts';

describe('understanding', () => {
  test.each([
    ['an empty command', []],
    ['an empty name', ['']],
    ['a Cyrillic letter in the name', ['kube\u0441tl', 'get', 'pods']],
    ['a blank in the name', ['ls ', '-l']],
    ['a name of an object every object has', ['constructor']],
    ['the same for its prototype', ['__proto__']],
  ])('%s is unknown and opaque', async (_, argv) => {
    const understanding = await meaning(argv);
    expect(understanding.opaque).toBe(true);
    expect(effects(understanding)).toEqual(['unknown']);
    expect(understanding.notes).not.toEqual([]);
  });

  test.each([
    ['outside the system directories', ['/tmp/evil/kubectl', 'get', 'pods'], '/tmp/evil/kubectl'],
    ['in the working directory', ['./ls'], '/work/ls'],
  ])('a program %s is a script of its own, whatever its name', async (_, argv, path) => {
    const understanding = await meaning(argv);
    expect(understanding.opaque).toBe(true);
    expect(effects(understanding)).toEqual(['execute', 'unknown']);
    expect(understanding.actions[0]?.resource).toEqual({ kind: 'script', path });
    expect(understanding.inputs).toMatchObject([{ role: 'script', path: argv[0] }]);
  });

  test('a program in a system directory is what its name says', async () => {
    expect(effects(await meaning(['/usr/bin/ls']))).toEqual(['read']);
  });

  test('more than 64 KiB is not read at all', async () => {
    expect((await meaning(['ls', 'x'.repeat(65 * 1024)])).opaque).toBe(true);
    expect((await meaning(['ls', 'x'.repeat(60 * 1024)])).opaque).toBe(false);
    expect((await meaning(['ls', '\u{1f600}'.repeat(17 * 1024)])).opaque).toBe(true);
  });

  test('commands nested too deep count as unknown', async () => {
    expect(effects(await meaning([...Array.from({ length: 40 }, () => 'nohup'), 'ls']))).toContain('unknown');
    expect(effects(await meaning([...Array.from({ length: 5 }, () => 'nohup'), 'ls']))).toEqual(['read']);
  });

  test('more commands than anybody reads count as unknown', async () => {
    expect(effects(await meaning(['bash', '-c', 'ls\n'.repeat(600)]))).toContain('unknown');
    expect(effects(await meaning(['bash', '-c', 'ls\n'.repeat(300)]))).toEqual(['read']);
  });

  test('a fault inside a reader is unknown, never a crash', async () => {
    const files = {
      read: () => {
        throw new Error('broken');
      },
      stdin: () => undefined,
      realpath: () => undefined,
    };
    const understanding = await meaning(['kubectl', 'apply', '-f', 'x'], { files });
    expect(understanding.opaque).toBe(true);
  });

  test('every program in the table has a reader that loads', async () => {
    for (const name of knownPrograms()) {
      expect(whyNotKnown(name), name).toBeUndefined();
      expect(await readerFor(name), name).toBeDefined();
    }
  });

  test('a reader that names its programs is registered for them', async () => {
    for (const name of ['kubectl', 'aws', 'psql', 'bash', 'find']) {
      expect((await readerFor(name))?.names).toContain(name);
    }
  });
});
