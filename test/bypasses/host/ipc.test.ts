import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../../kit/gate.ts';
import { AGENT, ANN, BOB, Machine, OTHER, possible, until } from '../../kit/host.ts';

describe.skipIf(!possible)('IPC in host mode: the socket between accounts (needs root and a mount namespace)', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await new Machine().set();
    await machine.serve();
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  const WHO = "(await call('GET', '/v1/whoami')).body.principal.id";

  test('IPC-01 each account is who the kernel says', async () => {
    const who = async (uid: number) => (await machine.attack(uid, `tell(${WHO})`))[0];
    expect(await who(ANN)).toBe('person:ann');
    expect(await who(BOB)).toBe('person:bob');
    expect(await who(AGENT)).toBe('agent:deploy@ann');
    expect(await who(OTHER)).toMatch(/^person:other@/);
  });

  test('IPC-02 whatever the umask of its start, nobody else writes beside the socket, or reads the state', async () => {
    await using open = await new Machine().set();
    await open.serve({ umask: '0' });
    expect(statSync(open.socket).mode & 0o777).toBe(0o666);
    for (const path of [join(open.home, 'run'), open.runs]) expect(statSync(path).mode & 0o022).toBe(0);
    await open.gate(AGENT, ['--no-wait', '--', 'rm', 'x']);
    const found = (await open.shell(0, `find ${open.state} -perm /077 ! -type d`)).stdout;
    expect(found).toBe('');
    open.configure('serve.yaml', (text) => text.replace('gate.sock }', 'gate.sock, mode: "0600" }'));
    await open.end();
    await open.serve({ umask: '0' });
    expect(statSync(open.socket).mode & 0o777).toBe(0o600);
    expect((await open.gate(AGENT, ['--', 'true'])).status).toBe(69);
  });

  test('IPC-03 a connection speaks for the account that made it, whoever writes on it', async () => {
    // As `su` or a program with more rights does that writes to a stream it was given.
    const script = `
      import { connect } from 'node:net';
      const as = (uid) => { process.seteuid(0); process.seteuid(uid); };
      const talk = (maker, writer) => new Promise((resolve) => {
        as(maker);
        const socket = connect(process.env.SOCKET, () => {
          as(writer);
          let said = '';
          socket.on('data', (data) => (said += data)).on('close', () => resolve(said));
          socket.write('GET /v1/whoami HTTP/1.1\\r\\nHost: gate\\r\\nGate-Claims: {"tty":true}\\r\\nConnection: close\\r\\n\\r\\n');
        });
      });
      for (const [maker, writer] of [[${AGENT}, ${ANN}], [${ANN}, ${AGENT}]]) {
        const said = await talk(maker, writer);
        tell(/"id":"([^"]+)"/.exec(said)?.[1]);
      }`;
    expect(await machine.attack(0, script)).toEqual(['agent:deploy@ann', 'person:ann']);
  });

  test('IPC-03 IPC-07 what is no request never becomes one, and others are answered meanwhile', async () => {
    const body = '{"argv":["/bin/sh","-c","echo x"],"cwd":"/","stdin":"null"}';
    const head = 'POST /v1/requests HTTP/1.1\\r\\nHost: gate\\r\\nContent-Type: application/json\\r\\n';
    const upgrade = (path: string, to: string) =>
      `GET ${path} HTTP/1.1\\r\\nHost: gate\\r\\nConnection: Upgrade\\r\\nUpgrade: ${to}\\r\\n\\r\\n`;
    const attempts = [
      'su: Authentication failure\\r\\n',
      'GET',
      '\\0\\0\\0\\0',
      '\\x16\\x03\\x01\\x02\\x00\\x01\\x00',
      'PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n',
      'POST /v1/requests HTTP/9.9\\r\\n\\r\\n',
      `${head}Content-Length: -1\\r\\n\\r\\n${body}`,
      `${head}Content-Length: 99999999999999999999\\r\\n\\r\\n${body}`,
      `${head}Content-Length: ${body.length}\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n${body}`,
      `${head}Content-Length: ${body.length}\\r\\nContent-Length: 3\\r\\n\\r\\n${body}`,
      `${head}Transfer-Encoding: chunked\\r\\n\\r\\nFFFFFFFFFFFFFFFF\\r\\n${body}`,
      upgrade('/v1/requests', 'gate-run/1'),
      upgrade('/v1/requests/x/run', 'gate-run/1'),
      upgrade('/v1/requests/01a1ff92-62ec-7b26-ba1a-6b461f0694d3/run', 'gate-run/999'),
      upgrade('/v1/requests/01a1ff92-62ec-7b26-ba1a-6b461f0694d3/run', 'websocket'),
      upgrade('/v1/requests/01a1ff92-62ec-7b26-ba1a-6b461f0694d3/../../whoami', 'gate-run/1'),
    ];
    const long = [
      "'GET /v1/whoami HTTP/1.1\\r\\n' + 'x: y\\r\\n'.repeat(5000) + '\\r\\n'",
      "'GET /' + 'a'.repeat(100_000) + ' HTTP/1.1\\r\\n\\r\\n'",
    ];
    const all = [...attempts.map((each) => `"${each.replaceAll('"', '\\"')}"`), ...long];
    const script = `for (const bytes of [${all.join(',')}]) tell(await raw(bytes, 400))`;
    for (const said of await machine.attack(AGENT, script)) expect(said).not.toMatch(/^HTTP\/1.1 (101|2\d\d)/);
    const noise = `for (let n = 0; n < 200; n++) { const bytes = crypto.getRandomValues(new Uint8Array(1 + n * 7)); const said = await raw(bytes, 15); if (/^HTTP\\/1.1 2/.test(said)) tell(said); } tell('done')`;
    expect(await machine.attack(AGENT, noise)).toEqual(['done']);
    expect((await machine.gate(ANN, ['--', 'echo', 'still'])).stdout).toBe('still\n');
  });

  test('IPC-07 a body that can be read in two ways, or holds more than it may, is refused', async () => {
    const plain = '"cwd":"/","stdin":"null"';
    const bodies = [
      `{"argv":["true"],"argv":["rm","x"],${plain}}`,
      `{"argv":["true"],"__proto__":{"approved":true},${plain}}`,
      `{"argv":["true"],"approved":true,${plain}}`,
      `{"argv":["true"],"version":999,${plain}}`,
      `{"argv":["true\\u0000"],${plain}}`,
      `{"argv":["\\ud800"],${plain}}`,
      `{"argv":[],${plain}}`,
      `{"argv":"true",${plain}}`,
      `[{"argv":["true"],${plain}}]`,
      `{"argv":["true"],"cwd":"relative","stdin":"null"}`,
      '',
      'null',
    ];
    const script = `for (const body of ${JSON.stringify(bodies)}) tell((await call('POST', '/v1/requests', body)).status)`;
    expect(await machine.attack(AGENT, script)).toEqual(bodies.map(() => 400));
  });

  test('IPC-07 frames that are none, or not a client’s, end the run, and nothing of it is left', async () => {
    const frames = {
      'a length of 4 GiB': '\\x01\\xff\\xff\\xff\\xffx',
      'no kind': '\\x00\\x00\\x00\\x00\\x00',
      'an unknown kind': '\\x63\\x00\\x00\\x00\\x00',
      'the service’s own: exit': '\\x0a\\x00\\x00\\x00\\x02{}',
      'more input than was asked for': `' + '\\x01\\x00\\x01\\x00\\x00' + 'x'.repeat(65536) + '\\x01\\x00\\x01\\x00\\x00' + 'x'.repeat(65536) + '`,
    };
    for (const [name, frame] of Object.entries(frames)) {
      const script = `
        const { body } = await ask(['/bin/sleep', '600'], { stdin: 'pipe' });
        const head = 'GET /v1/requests/' + body.id + '/run HTTP/1.1\\r\\nHost: gate\\r\\nConnection: Upgrade\\r\\nUpgrade: gate-run/1\\r\\nGate-Claims: {"tty":true}\\r\\n\\r\\n';
        tell(await raw(Buffer.concat([Buffer.from(head), Buffer.from('${frame}', 'latin1')]), 20_000));`;
      const [said] = await machine.attack(AGENT, script);
      expect({ name, said }).toEqual({ name, said: expect.stringMatching(/^HTTP\/1.1 101 /) });
      await until(() => machine.commands().length === 0);
    }
    expect((await machine.gate(AGENT, ['--', 'echo', 'still'])).stdout).toBe('still\n');
  });

  test('IPC-04 nobody else can listen in the service’s place, and where somebody could, nothing is sent', async () => {
    await using squatted = await new Machine().set();
    const listener = (path: string) =>
      `import { createServer } from 'node:net'; const path = ${JSON.stringify(path)};
       import { chmodSync } from 'node:fs';
       createServer((socket) => socket.on('data', (data) => tell(String(data)))).on('error', (error) => { tell(error.code); process.exit(0); }).listen(path, () => { chmodSync(path, 0o666); tell('listening'); });
       process.stdin.on('end', () => process.exit(0)).resume();`;
    const at = (path: string, uid: number) => squatted.startAttack(uid, listener(path), { open: true });
    // The service is not there, and its place is closed.
    const failed = at(squatted.socket, AGENT);
    await failed.ended;
    expect(failed.out.stdout).toBe('"EACCES"\n');
    expect((await squatted.gate(ANN, ['--', 'true'])).status).toBe(69);

    // Where a careless owner put it somewhere that others can write, or reach by a link of theirs.
    const own = join(squatted.work, 'own');
    mkdirSync(own);
    const fakes = [join(squatted.work, 'gate.sock'), join(own, 'gate.sock')].map((path) => at(path, AGENT));
    for (const fake of fakes)
      await until(() => fake.out.stdout.includes('listening') || fake.out.stdout.includes('EACCES'));
    const link = join(squatted.home, 'link.sock');
    symlinkSync(join(squatted.work, 'gate.sock'), link);
    for (const path of [join(squatted.work, 'gate.sock'), link]) {
      squatted.configure('config.yaml', (text) => text.replace(/socket: [^,]+,/, `socket: ${path},`));
      for (const args of [['--', 'true'], ['list'], ['approve', 'x']]) {
        const { status, stderr } = await squatted.gate(ANN, args);
        expect({ path, args, status }).toEqual({ path, args, status: 69 });
        expect(stderr).toContain('not trusted');
      }
    }
    for (const fake of fakes) {
      fake.child.stdin?.end();
      await fake.ended;
      // It listened, and heard nothing.
      expect(fake.out.stdout.replace('"listening"\n', '').replace('"EACCES"\n', '')).toBe('');
    }
    expect(fakes[0]?.out.stdout).toBe('"listening"\n');
  });

  test('IPC-05 root of a user namespace of its own is the account outside of it', async () => {
    const inside = ['/usr/bin/unshare', '--user', '--map-root-user'];
    const may = await machine.run(AGENT, [...inside, '/bin/true']);
    if (may.status !== 0) return;
    const { stdout } = await machine.run(AGENT, [...inside, '/bin/sh', '-c', `id -u; ${GATE} whoami --json`]);
    expect(stdout).toMatch(/^0\n/);
    expect((await machine.startAttack(AGENT, `tell(${WHO})`, { under: inside }).ended).stdout).toBe(
      '"agent:deploy@ann"\n',
    );
  });

  test('IPC-08 two commands of one account see neither each other’s processes, nor by chance each other’s homes', async () => {
    const held = machine.start(AGENT, [GATE, '--', '/bin/sh', '-c', 'echo secret > $HOME/x; sleep 600; true']);
    await until(() => machine.commands().length > 0);
    const script = `ps -e -o args= | grep -c 'sleep 6[0]0'; cat /proc/[0-9]*/environ | tr '\\0' '\\n' | grep -c '^HOME=' ; ls ${machine.runs}; echo end`;
    const { stdout, stderr } = await machine.gate(OTHER, ['--', '/bin/sh', '-c', script]);
    // Its own processes alone: the shell and what it started.
    expect(stdout).toMatch(/^0\n[1-4]\nend\n$/);
    expect(stderr).toContain('Permission denied');
    held.child.kill('SIGKILL');
    await held.ended;
    await until(() => machine.commands().length === 0);
  });

  test('IPC-08 commands of agents with accounts of their own reach nothing of each other', async () => {
    await using apart = await new Machine().set();
    apart.configure('config.yaml', (text) => text.replace('agents: {', 'agents: { ops: { os: [other], owner: bob },'));
    apart.configure('serve.yaml', (text) => text.replace('gaterun }', 'gaterun, agents: { ops: gateother } }'));
    await apart.serve();
    const place = join(apart.work, 'place');
    mkdirSync(place, { mode: 0o777 });
    expect((await apart.shell(0, `chmod 777 ${place}`)).status).toBe(0);
    expect((await apart.gate(AGENT, ['--', '/bin/sh', '-c', `id -un; echo secret > ${place}/of-deploy`])).stdout).toBe(
      'gaterun\n',
    );
    const { stdout } = await apart.gate(OTHER, [
      '--',
      '/bin/sh',
      '-c',
      `id -un; cat ${place}/of-deploy; echo x >> ${place}/of-deploy; echo $?`,
    ]);
    expect(stdout).toMatch(/^gateother\n[1-9]\n$/);
  });

  test('IPC-09 what a caller says of itself makes no answer milder', async () => {
    await using strict = await new Machine().set();
    strict.policy(`version: 1
packs: []
default: allow
rules:
  - { id: people, match: { tool: mkdir }, when: 'request.principal.kind == "person"', decision: deny }
  - { id: programs, match: { tool: rmdir }, when: 'request.principal.kind != "person"', decision: deny }
  - { id: sessions, match: { tool: ln }, when: '!(request.principal.session == "trusted")', decision: deny }
  - { id: harnesses, match: { tool: cp }, when: '!(request.principal.harness == "claude-code")', decision: deny }
`);
    await strict.serve();
    const answers = async (uid: number, argv: string[]) => {
      const claims = [
        { tty: true },
        { tty: false },
        { tty: true, kind: 'agent', harness: 'claude-code' },
        { tty: true, kind: 'pipeline', harness: 'github-actions' },
        { tty: true, supervised: true },
        { tty: true, kind: 'agent', harness: 'claude-code', session: 'trusted' },
      ];
      const script = `for (const claims of ${JSON.stringify(claims)}) tell((await ask(${JSON.stringify(argv)}, {}, claims)).body.answer.kind)`;
      return new Set(await strict.attack(uid, script));
    };
    expect(await answers(BOB, ['mkdir', 'x'])).toEqual(new Set(['refused']));
    expect(await answers(AGENT, ['rmdir', 'x'])).toEqual(new Set(['refused']));
    expect((await answers(BOB, ['ln', 'x', 'y'])).has('granted')).toBe(false);
    expect((await answers(BOB, ['cp', 'x', 'y'])).has('granted')).toBe(false);
    // A person who says to be a program is refused what programs are: the claim counts where it tightens.
    expect(await answers(BOB, ['rmdir', 'x'])).toEqual(new Set(['granted', 'refused']));
  });
});
