import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LogReader } from '../../src/store/reader.ts';

const RACER = fileURLToPath(new URL('racer.ts', import.meta.url));
const REQUESTS = 1000;

function racer(home: string, role: string, name: string): Promise<number> {
  const child = spawn(process.execPath, [RACER, home, role, name, String(REQUESTS)]);
  let out = '';
  let errors = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (errors += data));
  return new Promise((resolve, reject) => {
    child.on('close', (status) => (status === 0 ? resolve(Number(out)) : reject(new Error(errors))));
  });
}

test('two agents and three approvers race on a thousand requests: nothing starts twice, no vote is lost', async () => {
  const home = mkdtempSync(join(tmpdir(), 'gate-race-'));
  try {
    const agents = ['a0', 'a1'].map((name) => racer(home, 'agent', name));
    const approvers = ['p0', 'p1', 'p2'].map((name) => racer(home, 'approver', `person:${name}`));
    const starts = (await Promise.all(agents)).reduce((sum, each) => sum + each);
    const votes = (await Promise.all(approvers)).reduce((sum, each) => sum + each);

    const reader = new LogReader(join(home, 'audit.db'));
    expect(reader.verify()).toMatchObject({ kind: 'sound' });
    const stories = new Map<string, string[]>();
    for (const { request, type } of reader.entries()) {
      if (request !== null) stories.set(request, [...(stories.get(request) ?? []), type]);
    }
    reader.close();
    expect(stories.size).toBe(REQUESTS);
    const count = (type: string) => [...stories.values()].flat().filter((each) => each === type).length;
    // What the processes were told is what the record holds.
    expect(count('vote.cast')).toBe(votes);
    expect(count('run.started')).toBe(starts);
    expect(count('run.finished')).toBe(starts);
    expect(count('request.denied') + starts).toBe(REQUESTS);
    expect(count('request.denied')).toBe(REQUESTS / 10);
    for (const story of stories.values()) {
      const denied = story.includes('request.denied');
      expect(story.filter((type) => type === 'vote.cast')).toHaveLength(denied ? 1 : 2);
      expect(story.at(-1)).toBe(denied ? 'request.denied' : 'run.finished');
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
