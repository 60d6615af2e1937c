import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../../kit/gate.ts';
import { AGENT, ANN, BOB, Machine, OTHER, possible, RUN_AS } from '../../kit/host.ts';
import { atTerminal, rubbedOut, sayYes } from '../../kit/person.ts';

const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1 }, reason: it removes something }
  - { id: links, match: { tool: ln }, decision: hold, approvers: { from: [sre], count: 1, separation: owner } }
  - { id: modes, match: { tool: chmod }, decision: hold, approvers: { from: [sre], count: 2, separation: none } }
`;

describe.skipIf(!possible)(
  'SELF in host mode: nobody answers their own request (needs root, a mount namespace)',
  () => {
    let machine: Machine;
    beforeAll(async () => {
      machine = await new Machine().set();
      machine.policy(POLICY);
      // One person with two accounts.
      machine.configure('config.yaml', (text) => text.replace('bob: { os: [bob] }', 'bob: { os: [bob, other] }'));
      await machine.serve();
    });
    afterAll(() => machine[Symbol.asyncDispose]());

    let count = 0;
    /** A request of an account that waits. */
    const waiting = async (uid: number, ...argv: string[]): Promise<string> => {
      const { stdout } = await machine.gate(uid, ['--no-wait', '--', ...argv, `${machine.work}/f${count++}`]);
      expect(stdout).toMatch(/^[0-9a-f-]{36}\n$/);
      return stdout.trim();
    };
    const stateOf = async (id: string) => JSON.parse((await machine.gate(BOB, ['show', id, '--json'])).stdout).state;
    const voteOf = async (uid: number, id: string, more = '{}', claims = '{ tty: true }') => {
      const known = `(await call('GET', '/v1/requests/${id}')).body`;
      const vote = `call('POST', '/v1/requests/${id}/votes', ballot(${known}, 'approve', ${more}), ${claims})`;
      const [answer] = await machine.attack(uid, `tell(await ${vote})`);
      return answer;
    };

    test('SELF-01 SELF-02 whatever terminal the agent makes itself, it gets no decision', async () => {
      const id = await waiting(AGENT, 'rm');
      const approve = [GATE, 'approve', id];
      for (const argv of [approve, ['/usr/bin/script', '-qec', approve.join(' '), '/dev/null']]) {
        const session = atTerminal(machine.as(AGENT, argv), { cols: 140, rows: 400 });
        session.type('y\r\ryes\r');
        const { status, screen } = await session.ended;
        expect({ status, screen }).toEqual({ status: 77, screen: expect.stringContaining('not recorded') });
      }
      expect(await stateOf(id)).toBe('pending');
      // A person of the directory does get one there.
      const session = machine.person(BOB, ['approve', id]);
      await sayYes(session);
      expect(rubbedOut((await session.ended).screen)).toContain('approved by person:bob');
    });

    test('SELF-04 a command cannot type into the terminal of who asked for it', async () => {
      // TIOCSTI, as the kernel here lets it be: at the shell's own terminal it works.
      const TYPING = `perl -e 'ioctl(STDIN, 0x5412, $_) or exit 1 for split //, "echo pwned\\n"'`;
      const reading = 'echo; read -t 1 -r line; echo "got:$line:"';
      const at = (script: string) => {
        const shell = ['/bin/bash', '-c', script];
        return atTerminal(machine.as(ANN, shell, { env: { TYPING } }), { cols: 140, rows: 40 }).ended;
      };
      const inside = await at(`${GATE} -- /bin/sh -c "$TYPING; true"; ${reading}`);
      expect(inside.screen).toContain('got::');
      if (spawnSync('/usr/bin/test', ['1', '-eq', '1']).status === 0) {
        const outside = await at(`sh -c "$TYPING" && { ${reading}; } || echo "got:echo pwned:"`);
        expect(outside.screen).toContain('got:echo pwned:');
      }
      // Its terminal is another one, and all others are closed to it.
      const devices =
        'own=$(tty); for t in /dev/pts/[0-9]*; do [ $t = $own ] || { (echo x > $t) 2>/dev/null && echo wrote $t; }; done; echo end';
      const seen = await atTerminal(machine.as(ANN, [GATE, '--', '/bin/sh', '-c', devices]), { cols: 140, rows: 40 })
        .ended;
      expect(seen.screen).toContain('end');
      expect(seen.screen).not.toContain('wrote');
    });

    test('SELF-06 who calls is who the kernel says, whatever else is said', async () => {
      const id = await waiting(AGENT, 'rm');
      for (const more of [
        "{ voter: 'person:bob' }",
        "{ by: 'person:bob' }",
        "{ evidence: 'passkey' }",
        "{ principal: { kind: 'person', id: 'person:bob' } }",
      ])
        expect((await voteOf(AGENT, id, more)).status).toBe(403);
      for (const claims of [
        "{ tty: true, kind: 'person' }",
        '{ tty: true, uid: 61002 }',
        '{ tty: true, supervised: false }',
        "{ tty: true, principal: 'person:bob' }",
        '\'{"tty":true,"__proto__":{"kind":"person"}}\'',
      ])
        expect((await voteOf(AGENT, id, '{}', claims)).status).toBeGreaterThanOrEqual(400);
      const names = ['x-forwarded-user', 'x-remote-user', 'gate-principal', 'gate-user', 'from', 'x-forwarded-for'];
      const whoami = `tell((await call('GET', '/v1/whoami', undefined, { tty: true }, { [name]: 'person:bob' })).body.principal.id)`;
      expect(await machine.attack(AGENT, `for (const name of ${JSON.stringify(names)}) ${whoami}`)).toEqual(
        names.map(() => 'agent:deploy@ann'),
      );
      const env = {
        USER: 'bob',
        LOGNAME: 'bob',
        SUDO_USER: 'bob',
        SUDO_UID: '61002',
        GATE_USER: 'bob',
        HOME: '/home/bob',
      };
      expect((await machine.person(AGENT, ['approve', id], { env }).ended).status).toBe(77);
      expect(await stateOf(id)).toBe('pending');
    });

    test('SELF-07 the person behind an agent does not decide for it where a rule wants another one', async () => {
      const id = await waiting(AGENT, 'ln', '-s', 'x');
      expect((await voteOf(ANN, id)).body).toMatchObject({ kind: 'not_yours' });
      expect(await stateOf(id)).toBe('pending');
      expect((await voteOf(BOB, id)).body).toMatchObject({ kind: 'recorded' });
      expect(await stateOf(id)).toBe('granted');
    });

    test('SELF-07 APP-13 one person with two accounts has one vote, and for what they ask none', async () => {
      const id = await waiting(AGENT, 'chmod', '600');
      expect((await voteOf(BOB, id)).body).toMatchObject({ kind: 'recorded' });
      await voteOf(OTHER, id);
      expect(await stateOf(id)).toBe('pending');
      const own = await waiting(BOB, 'ln', '-s', 'x');
      for (const uid of [BOB, OTHER]) expect((await voteOf(uid, own)).body).toMatchObject({ kind: 'not_yours' });
      expect(await stateOf(own)).toBe('pending');
      expect((await voteOf(ANN, own)).body).toMatchObject({ kind: 'recorded' });
      expect(await stateOf(own)).toBe('granted');
    });

    test('SELF-07 a person who asks as an agent of theirs does not approve it as themselves', async () => {
      const asAgent = "{ tty: true, kind: 'agent', harness: 'claude-code' }";
      const [asked] = await machine.attack(BOB, `tell(await ask(['rm', 'as-agent'], {}, ${asAgent}))`);
      expect(asked.body.answer.kind).toBe('pending');
      for (const uid of [BOB, OTHER])
        expect((await voteOf(uid, asked.body.id)).body).toMatchObject({ kind: 'not_yours' });
      expect(await stateOf(asked.body.id)).toBe('pending');
    });

    test('SELF-08 SELF-09 neither the agent nor its command writes policy, directory, configuration, record or gate', async () => {
      const places = [
        ...['/etc/gate', '/etc/gate/config.yaml', '/etc/gate/serve.yaml', '/etc/passwd', GATE],
        ...['', 'audit.db', 'policies', 'policies/host.yaml'].map((name) => join(machine.state, name)),
        ...[machine.home, join(machine.home, 'run'), machine.runs],
      ];
      const above = places.flatMap((place) =>
        place.split('/').map((_, end, parts) => parts.slice(0, end).join('/') || '/'),
      );
      const all = [...new Set([...places, ...above])].filter((place) => place !== '/tmp');
      const script = `for p in ${all.join(' ')}; do
      if [ -d $p ]; then touch $p/planted; else (: >> $p); fi && echo "$p written"
      mv $p $p.moved && echo "$p moved"
    done 2>/dev/null; echo end`;
      for (const uid of [AGENT, RUN_AS, ANN]) expect((await machine.shell(uid, script)).stdout).toBe('end\n');
      const secrets = `cat ${machine.state}/audit.db ${machine.state}/policies/host.yaml; ls ${machine.state}`;
      for (const uid of [AGENT, RUN_AS, ANN]) expect((await machine.shell(uid, secrets)).stdout).toBe('');
      expect((await machine.shell(0, secrets)).stdout).not.toBe('');
    });

    test('SELF-11 a command asks for nothing itself: neither in a person’s place nor for more than was approved', async () => {
      const nested = [`${GATE} -- true`, `${GATE} list`, `${GATE} --no-wait -- rm x`, `${GATE} approve x`];
      const inside = nested.map((line) => `${line}; echo "ended $?"`).join('; ');
      const { stdout, stderr } = await machine.gate(AGENT, ['--', '/bin/sh', '-c', inside]);
      expect(stdout).toMatch(/^(ended [1-9]\d*\n){4}$/);
      expect(stderr).toContain('a command asks for nothing itself');
      // Whatever it says it is, and from outside of a run, too.
      for (const claims of ['{ tty: true }', "{ tty: true, kind: 'agent' }", '{ tty: false }']) {
        const [answer] = await machine.attack(RUN_AS, `tell(await ask(['true'], {}, ${claims}))`);
        expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_YOURS' } });
      }
      const id = await waiting(AGENT, 'rm');
      const upgrade = `GET /v1/requests/${id}/run HTTP/1.1\\r\\nHost: gate\\r\\nConnection: Upgrade\\r\\nUpgrade: gate-run/1\\r\\n\\r\\n`;
      expect((await machine.attack(RUN_AS, `tell(await raw('${upgrade}'))`))[0]).toContain('403');
    });

    test('SELF-11 an account of somebody that is named under `run_as` can ask for nothing, rather than be open to commands', async () => {
      await using other = await new Machine().set();
      other.configure('serve.yaml', (text) =>
        text.replace('default: gaterun', 'default: gaterun, agents: { deploy: agent }'),
      );
      await other.serve();
      expect(await other.gate(AGENT, ['--', 'true'])).toMatchObject({
        stderr: expect.stringContaining('asks for nothing'),
      });
      expect((await other.gate(ANN, ['--', 'true'])).status).toBe(0);
    });

    test('SELF-09 what somebody changed in the record is found, and nothing was started by it', async () => {
      // As root, which no account here can be: what is left then is that it shows.
      const id = await waiting(AGENT, 'rm');
      await machine.end();
      const path = join(machine.state, 'audit.db');
      const db = new DatabaseSync(path);
      const triggers = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as { name: string }[];
      for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
      const changed = db
        .prepare(
          `UPDATE events SET payload = CAST(replace(CAST(payload AS TEXT), '"hold"', '"allow"') AS BLOB) WHERE type = 'request.decided' AND request = ?`,
        )
        .run(id);
      expect(changed.changes).toBe(1);
      db.close();
      const env = { GATE_HOME: machine.state, PATH: '/usr/bin:/bin' };
      expect(spawnSync(GATE, ['audit', 'verify'], { env }).status).not.toBe(0);
    });
  },
);
