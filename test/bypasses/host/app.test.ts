import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../../kit/gate.ts';
import { AGENT, ANN, BOB, Machine, OTHER, possible, until } from '../../kit/host.ts';
import { sayYes } from '../../kit/person.ts';

const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1, separation: none } }
  - { id: tools, match: { tool: tool }, decision: hold, approvers: { from: [sre], count: 1, separation: none } }
`;

describe.skipIf(!possible)(
  'APP in host mode: what was approved, for whom, once (needs root and a mount namespace)',
  () => {
    let machine: Machine;
    beforeAll(async () => {
      machine = await new Machine().set();
      machine.policy(POLICY);
      await machine.serve();
    });
    afterAll(() => machine[Symbol.asyncDispose]());

    let count = 0;
    const marker = () => join(machine.work, `m${count++}`);
    const lines = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').length : 0);
    /** Asks for something that leaves a line in a file each time it runs, and waits for people. */
    const held = async (uid: number, path: string, more: readonly string[] = []) => {
      const script = `echo ran >> ${path}; rm -f ${path}.none`;
      const { stdout } = await machine.gate(uid, ['--no-wait', ...more, '--', '/bin/sh', '-c', script]);
      expect(stdout).toMatch(/^[0-9a-f-]{36}\n$/);
      return stdout.trim();
    };
    const vote = async (uid: number, id: string, how = 'approve') => {
      const known = `(await call('GET', '/v1/requests/${id}')).body`;
      const cast = `call('POST', '/v1/requests/${id}/votes', ballot(${known}, '${how}'))`;
      const [answer] = await machine.attack(uid, `tell(await ${cast})`);
      return answer;
    };
    const stateOf = async (id: string) => JSON.parse((await machine.gate(BOB, ['show', id, '--json'])).stdout).state;
    const UPGRADE = (id: string, claims = '{"tty":true}') =>
      `GET /v1/requests/${id}/run HTTP/1.1\\r\\nHost: gate\\r\\nConnection: Upgrade\\r\\nUpgrade: gate-run/1\\r\\nGate-Claims: ${claims}\\r\\n\\r\\n`;

    test('APP-01 of twenty that start one approved request at the same moment, one does', async () => {
      const path = marker();
      const id = await held(AGENT, path);
      await vote(BOB, id);
      const script = `const all = await Promise.all(Array.from({ length: 20 }, () => raw('${UPGRADE(id)}', 5000))); tell(all.map((said) => said.slice(9, 12)))`;
      const [statuses] = await machine.attack(AGENT, script);
      expect(statuses.filter((status: string) => status === '101')).toHaveLength(1);
      expect(statuses.filter((status: string) => status === '409')).toHaveLength(19);
      await until(() => lines(path) === 1);
      expect(await stateOf(id)).toBe('finished');
      expect(lines(path)).toBe(1);
    });

    test('APP-02 approve, deny, withdraw and revoke at one moment: after a no nothing runs', async () => {
      for (let round = 0; round < 4; round++) {
        const path = marker();
        const id = await held(AGENT, path);
        const act = (what: string) => `await call('POST', '/v1/requests/${id}/${what}', {});`;
        await Promise.all([
          vote(ANN, id),
          vote(BOB, id, 'deny'),
          machine.attack(AGENT, round % 2 === 0 ? act('withdrawal') : act('revocation')),
        ]);
        const ended = await stateOf(id);
        const { status } = await machine.gate(AGENT, ['--resume', id]);
        if (ended === 'granted') expect({ status, ran: lines(path) }).toEqual({ status: 0, ran: 1 });
        else
          expect({ ended, status: [76, 77].includes(status ?? 0), ran: lines(path) }).toEqual({
            ended,
            status: true,
            ran: 0,
          });
      }
    });

    test('APP-04 a vote that is sent again counts once, and nobody else can send it', async () => {
      const path = marker();
      const id = await held(AGENT, path);
      const script = `const known = (await call('GET', '/v1/requests/${id}')).body; const once = ballot(known, 'deny'); tell(once); for (let n = 0; n < 3; n++) tell((await call('POST', '/v1/requests/${id}/votes', once)).body.kind)`;
      const [captured, ...kinds] = await machine.attack(BOB, script);
      // As often as it is sent it is the one vote that is recorded.
      expect(kinds).toEqual(['recorded', 'recorded', 'recorded']);
      const [events] = await machine.attack(BOB, `tell((await call('GET', '/v1/requests/${id}/record')).body.events)`);
      expect(events.filter(({ type }: { type: string }) => type === 'vote.cast')).toHaveLength(1);
      const again = await held(AGENT, marker());
      for (const uid of [AGENT, BOB]) {
        const replay = `tell(await call('POST', '/v1/requests/${again}/votes', ${JSON.stringify(captured)}))`;
        const [answer] = await machine.attack(uid, replay);
        expect(answer.body.kind ?? answer.body.code).not.toBe('recorded');
      }
      expect(await stateOf(again)).toBe('pending');
    });

    test('APP-05 APP-07 another account neither sees, takes back, answers nor runs it', async () => {
      const path = marker();
      const id = await held(AGENT, path);
      await vote(BOB, id);
      const script = `
      for (const path of ['', '/record', '/asked', '/changes', '/stdin']) tell((await call('GET', '/v1/requests/${id}' + path)).status);
      for (const path of ['/withdrawal', '/revocation', '/answers', '/confirmation']) tell((await call('POST', '/v1/requests/${id}' + path, path === '/answers' ? { text: 'x' } : path === '/confirmation' ? { word: 'x' } : {})).status);
      tell((await call('GET', '/v1/requests?principal=agent:deploy@ann')).body.requests.length);
      tell((await call('GET', '/v1/requests/${id.slice(-8)}')).status);
      tell(Number((await raw('${UPGRADE(id)}')).slice(9, 12)));`;
      expect(await machine.attack(OTHER, script)).toEqual([404, 404, 404, 404, 403, 404, 404, 404, 403, 0, 404, 403]);
      // Nor do people of the directory run it, who see it: not even the one behind the agent.
      for (const uid of [ANN, BOB])
        expect(await machine.attack(uid, `tell((await raw('${UPGRADE(id)}')).slice(9, 12))`)).toEqual(['403']);
      // Nor another session of the same agent.
      const session = '{"tty":false,"kind":"agent","session":"another"}';
      expect(await machine.attack(AGENT, `tell((await raw('${UPGRADE(id, session)}')).slice(9, 12))`)).toEqual(['403']);
      expect(lines(path)).toBe(0);
      expect((await machine.gate(AGENT, ['--resume', id])).status).toBe(0);
      expect(lines(path)).toBe(1);
    });

    describe('APP-06 what is exchanged while people decide does not run', () => {
      const tool = (text: string) => `#!/bin/sh\necho ${text} >> "$1"\n`;
      test.each<[string, (place: string) => void]>([
        ['the program is rewritten', (place) => writeFileSync(join(place, 'tool'), tool('evil'))],
        [
          'another program is put in its place',
          (place) => {
            writeFileSync(join(place, 'new'), tool('evil'), { mode: 0o755 });
            chmodSync(join(place, 'new'), 0o755);
            renameSync(join(place, 'new'), join(place, 'tool'));
          },
        ],
        [
          'another directory is put in the place of the one it runs in',
          (place) => {
            renameSync(place, `${place}.old`);
            mkdirSync(place);
            writeFileSync(join(place, 'tool'), tool('evil'));
            chmodSync(join(place, 'tool'), 0o755);
            chmodSync(place, 0o777);
          },
        ],
      ])('APP-06 %s', async (_, exchange) => {
        const [place, path] = [join(machine.work, `place${count++}`), marker()];
        mkdirSync(place);
        chmodSync(place, 0o777);
        writeFileSync(join(place, 'tool'), tool('good'));
        chmodSync(join(place, 'tool'), 0o755);
        const { stdout } = await machine.gate(AGENT, ['--no-wait', '--', './tool', path], { cwd: place });
        const id = stdout.trim();
        await vote(BOB, id);
        exchange(place);
        const { status, stderr } = await machine.gate(AGENT, ['--resume', id], { cwd: place });
        expect({ status, ran: lines(path) }).toEqual({ status: 76, ran: 0 });
        expect(stderr).toContain('not what was approved');
      });

      test('APP-06 a script that runs at once, rewritten between the answer and the start', async () => {
        const [script, path] = [join(machine.work, `script${count++}`), marker()];
        writeFileSync(script, `echo good >> ${path}\n`);
        chmodSync(script, 0o666);
        const attack = `
        import { writeFileSync } from 'node:fs';
        const { body } = await ask(['/bin/sh', ${JSON.stringify(script)}]);
        tell(body.answer.kind);
        writeFileSync(${JSON.stringify(script)}, 'echo evil >> ${path}\\n');
        tell((await raw('${UPGRADE("' + body.id + '")}')).slice(9, 12));`;
        expect(await machine.attack(AGENT, attack)).toEqual(['granted', '409']);
        expect(lines(path)).toBe(0);
      });
    });

    test('APP-09 an approval that stands is for one requester and one command, and ends when it is revoked', async () => {
      const argv = ['rm', '-f', join(machine.work, 'standing')];
      const asked = (uid: number, words: readonly string[]) => machine.gate(uid, ['--no-wait', '--', ...words]);
      const id = (await asked(AGENT, argv)).stdout.trim();
      const session = machine.person(BOB, ['approve', id, '--for', '10m']);
      await sayYes(session);
      expect((await session.ended).status).toBe(0);
      expect((await machine.gate(AGENT, ['--resume', id])).status).toBe(0);
      expect((await asked(AGENT, argv)).status).toBe(0);
      expect((await asked(ANN, argv)).status).toBe(75);
      expect((await asked(OTHER, argv)).status).toBe(75);
      expect((await asked(AGENT, ['rm', '-f', join(machine.work, 'elsewhere')])).status).toBe(75);
      expect((await asked(AGENT, ['rm', '-rf', machine.work])).status).toBe(75);
      const grants = `(await call('GET', '/v1/grants?open=1')).body.grants`;
      const [[grant]] = await machine.attack(AGENT, `tell(${grants}.map(({ id }) => id))`);
      // Somebody else can neither see nor end it.
      expect(await machine.attack(OTHER, `tell(${grants}.length)`)).toEqual([0]);
      const revoke = `tell((await call('POST', '/v1/grants/${grant}/revocation', {})).status)`;
      for (const id of [grant, grant.slice(-8), 'ffffffff'])
        expect(await machine.attack(OTHER, revoke.replace(grant, id))).toEqual([404]);
      expect((await asked(AGENT, argv)).status).toBe(0);
      expect(await machine.attack(BOB, revoke)).toEqual([200]);
      expect((await asked(AGENT, argv)).status).toBe(75);
    });

    test('APP-11 a client that is killed at any step leaves nothing running, and what was approved runs only for who asks for it again', async () => {
      const path = marker();
      const script = `echo ran >> ${path}; rm -f ${path}.none; sleep 600; true`;
      const start = () => machine.start(AGENT, [GATE, ...['--', '/bin/sh', '-c', script]]);
      const waiting = start();
      await until(() => waiting.out.stderr.includes('then resume with'));
      const id = /waits as (\w+)/.exec(waiting.out.stderr)?.[1] ?? '';
      waiting.child.kill('SIGKILL');
      await waiting.ended;
      const { requests } = JSON.parse((await machine.gate(BOB, ['list', '--json'])).stdout);
      const whole = requests.find((each: { id: string }) => each.id.endsWith(id)).id;
      expect((await vote(BOB, whole)).body.kind).toBe('recorded');
      expect(lines(path)).toBe(0);
      const running = machine.start(AGENT, [GATE, ...['--resume', whole]]);
      await until(() => lines(path) === 1);
      running.child.kill('SIGKILL');
      await running.ended;
      await until(() => machine.commands().length === 0);
      expect((await machine.gate(AGENT, ['--resume', whole])).status).toBe(76);
      expect(lines(path)).toBe(1);
    });

    test('APP-12 what somebody denied is not asked of somebody else at once', async () => {
      const path = marker();
      const id = await held(AGENT, path);
      await vote(BOB, id, 'deny');
      const again = await machine.gate(AGENT, [
        '--no-wait',
        '--',
        '/bin/sh',
        '-c',
        `echo ran >> ${path}; rm -f ${path}.none`,
      ]);
      expect(again).toMatchObject({ status: 77, stderr: expect.stringContaining('person:bob') });
    });
  },
);
