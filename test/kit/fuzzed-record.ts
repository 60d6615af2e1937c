import { expect } from 'vitest';
import { OF_AGENT, OF_BOB } from './api-fuzz.ts';
import { ANN, BOB, type Service } from './service.ts';

/** After anything was asked of a service: it lives, its log verifies, and nobody got a right that was not theirs. */
export async function holdsAfterwards(service: Service): Promise<void> {
  expect(await service.call(BOB, 'GET', '/readyz')).toMatchObject({ status: 200 });
  expect(service.verify()).toMatchObject({ kind: 'sound' });
  const people = new Map([
    ['person:ann', ANN],
    ['person:bob', BOB],
  ]);
  for (const { id } of await service.broker.list({})) {
    for (const { type, payload } of await service.broker.record(id)) {
      const said = payload as {
        by?: string;
        voter?: string;
        argv?: unknown[];
        principal?: { id: string };
        user?: { uid: number };
      };
      if (type === 'vote.cast') expect([...people.keys()]).toContain(said.voter);
      if (type === 'question.asked' || type === 'request.reviewed') expect([...people.keys()]).toContain(said.by);
      // Who asked is who the kernel said, whatever they called themselves.
      const uid = people.get(said.principal?.id ?? '');
      if (type === 'request.submitted' && !isOfTheTest(said.argv) && uid !== undefined)
        expect(said.user?.uid).toBe(uid);
    }
  }
}

function isOfTheTest(argv: readonly unknown[] = []): boolean {
  return argv.includes(OF_AGENT) || argv.includes(OF_BOB);
}
