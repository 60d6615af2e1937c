import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heldRequests } from '../../src/broker/held.ts';
import { wakeIn } from '../../src/broker/wake.ts';
import type { Request } from '../../src/request/request.ts';

const REQUEST = '019b76da-a800-7c11-9ad2-747f2c786bea';
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gate-wake-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const wake = (folder = directory) => wakeIn(folder, process, (count) => crypto.getRandomValues(new Uint8Array(count)));

describe('waking those who wait', () => {
  test('a poke reaches every waiter of the request, and none of another', async () => {
    const calls: string[] = [];
    const stops = [
      await wake().listen(REQUEST, () => calls.push('one')),
      await wake().listen(REQUEST, () => calls.push('two')),
      await wake().listen(REQUEST.replace('2c786bea', '2c786beb'), () => calls.push('other')),
    ];
    await expect.poll(() => readdirSync(directory)).toHaveLength(3);
    await wake().poke(REQUEST);
    await expect.poll(() => calls.toSorted().slice(0, 2)).toEqual(['one', 'two']);
    for (const stop of stops) stop();
    expect(readdirSync(directory)).toEqual([]);
  });

  test('a poke where nobody has ever waited is nothing', async () => {
    await wake(join(directory, 'nowhere')).poke(REQUEST);
    expect(existsSync(join(directory, 'nowhere'))).toBe(false);
  });

  test('a file that is no socket does not stop a poke', async () => {
    writeFileSync(join(directory, `${REQUEST.slice(-12)}.1.00000000`), '');
    await wake().poke(REQUEST);
  });
});

describe('the private files of held requests', () => {
  const request = { id: REQUEST, argv: ['sh', '', 'a\nb'], environment: { A: '1' } } as unknown as Request;

  test('come back exactly, and only their owner can read them', async () => {
    const held = heldRequests(join(directory, 'held'));
    held.save(request);
    expect(held.load(REQUEST)).toEqual({ ...request, environment: expect.objectContaining({ A: '1' }) });
    const { statSync } = await import('node:fs');
    expect(statSync(join(directory, 'held')).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, 'held', `${REQUEST}.json`)).mode & 0o777).toBe(0o600);
    held.remove(REQUEST);
    expect(readdirSync(join(directory, 'held'))).toEqual([]);
    expect(() => held.load(REQUEST)).toThrow('cannot be read');
  });

  test('never overwrite what is there already', () => {
    const held = heldRequests(join(directory, 'held'));
    held.save(request);
    expect(() => held.save(request)).toThrow('EEXIST');
  });

  test('a variable called __proto__ is still only a variable', () => {
    const held = heldRequests(join(directory, 'held'));
    held.save({ ...request, environment: JSON.parse('{"__proto__":"x"}') });
    expect(Object.keys(held.load(REQUEST).environment)).toEqual(['__proto__']);
  });
});
