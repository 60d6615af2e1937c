import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, ANN, Machine, possible, until } from '../../kit/host.ts';
import { certificateFor, Receiver, SECRET } from '../../kit/receiver.ts';

describe.skipIf(!possible)(
  'the service that is shipped, killed between an answer and its cursor (needs root and a mount namespace)',
  () => {
    const machine = new Machine();
    const certificate = certificateFor('hooks.example.com');
    beforeAll(() => machine.set());
    afterAll(async () => {
      await machine[Symbol.asyncDispose]();
      certificate[Symbol.dispose]();
    });

    test('tells a receiver over TLS everything, in order, and what it may have told already under the same id', async () => {
      await machine.serve();
      for (const name of ['a', 'b', 'c']) {
        const { stdout } = await machine.gate(AGENT, ['--no-wait', '--', 'rm', name]);
        expect(await machine.person(ANN, ['deny', stdout.trim(), '-m', 'no']).ended).toMatchObject({ status: 0 });
      }
      await machine.end();
      let kills = 0;
      await using receiver = await Receiver.open(
        async (_, attempt) => {
          if (attempt === 2 || attempt === 6) {
            await machine.end('SIGKILL');
            kills += 1;
          }
          return { status: 200 };
        },
        { tls: certificate },
      );
      writeFileSync(`${machine.home}/hook.key`, `${SECRET}\n`, { mode: 0o600 });
      const hook = `{ url: "${receiver.url()}", secret: { file: ${machine.home}/hook.key }, ca: ${certificate.file}, events: ["*"], from: start }`;
      machine.configure('serve.yaml', (text) => `${text}webhooks:\n  - ${hook}\n`);
      for (let life = 0; life < 3; life++) {
        await machine.serve();
        await until(() => kills > life || new Set(receiver.attempts.map(({ id }) => id)).size === 9);
      }
      expect(kills).toBe(2);
      const indexes = new Map<string, number>();
      for (const { id, data } of receiver.attempts) {
        expect(indexes.get(id) ?? data.index).toBe(data.index);
        indexes.set(id, data.index);
      }
      // Each once, whatever came twice; and nothing overtook.
      const order = [...indexes.values()];
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order).toHaveLength(9);
      expect(receiver.attempts.length).toBeGreaterThan(9);
      expect(receiver.forged).toEqual([]);

      // Another receiver, without a restart: it begins with what comes next.
      await using other = await Receiver.open(undefined, { tls: certificate });
      const added = hook.replace(receiver.url(), other.url()).replace(', from: start', '');
      machine.configure('serve.yaml', (text) => `${text}  - ${added}\n`);
      machine.hup();
      await until(() => machine.heard.includes('read serve.yaml again'));
      await until(async () => {
        await machine.gate(AGENT, ['--no-wait', '--', 'rm', 'd', 'https://ann:hunter2hunter2@example.com/']);
        return other.taken.length > 0;
      });
      // CH-12: what the record does not hold no receiver is told.
      expect(other.taken[0]?.data.request.argv.slice(0, 2)).toEqual(['rm', 'd']);
      expect(JSON.stringify(other.attempts)).toContain('[secret]');
      expect(JSON.stringify(other.attempts)).not.toContain('hunter2');
      await until(() => receiver.taken.at(-1)?.data.request.id === other.taken.at(-1)?.data.request.id);
      await machine.end();
      expect(machine.said).not.toContain('whsec_');
    });
  },
);
