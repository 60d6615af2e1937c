import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { Gate } from '../kit/gate.ts';
import { holdTouch } from '../kit/policies.ts';

const env = { CLAUDE_CODE_SESSION_ID: '5f0c2a1e-1111-4000-8000-000000000001' };

describe('gate audit session', () => {
  test('tells of a session without a hook: what ran, what a person denied, what was tried next', async () => {
    using gate = new Gate(
      `${holdTouch()}  - { id: no-rm, match: { tool: rm }, decision: deny, reason: nothing is deleted }\n`,
    );
    await gate.agent(['--', 'sh', '-c', 'exit 3'], { env });
    const id = await gate.ask(['-m', 'to mark it', '--', 'touch', 'marker'], { env });
    const { status } = await gate.person(['deny', id, '-m', 'no']);
    expect(status).toBe(0);
    await gate.agent(['--', 'rm', '-f', 'marker'], { env });
    await gate.agent(['--', 'true'], { env: { CLAUDE_CODE_SESSION_ID: 'another' } });

    const list = await gate.agent(['audit', 'session']);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    expect(list.stdout).toMatch(/^another .*\n5f0c2a1e +\S+ \S+ +0 +1 +1 +2 +agent:claude-code@/m);

    const one = await gate.agent(['audit', 'session', '5f0c']);
    expect(one).toMatchObject({ status: 0, stderr: '' });
    expect(one.stdout).toMatch(/ran {7}sh -c 'exit 3'\n[\s\S]*exit 3 in /);
    expect(one.stdout).toMatch(
      /DENIED {4}touch marker\n {20}asks: "to mark it"\n {20}held by ask-touch; DENIED by\s+person:/,
    );
    expect(one.stdout).toMatch(/DENIED {4}rm -f marker\n {20}denied by no-rm: nothing is deleted\n$/);

    const data = JSON.parse((await gate.agent(['audit', 'session', '5f0c', '--json'])).stdout);
    SCHEMAS['audit-session'].parse(data);
    expect(data.lines.map(({ result }: { result: string }) => result)).toEqual(['finished', 'denied', 'denied']);
    SCHEMAS['audit-sessions'].parse(JSON.parse((await gate.agent(['audit', 'session', '--json'])).stdout));
  });

  test('a call that the hook handed to gate and the run of that gate are one line', async () => {
    using gate = new Gate(
      `${holdTouch()}  - { id: no-rm, match: { tool: rm }, decision: deny, reason: nothing is deleted }\n`,
    );
    const call = async (command: string) => {
      const tool_input = { command, description: 'as planned' };
      const payload = {
        session_id: 'hooked-1',
        hook_event_name: 'PreToolUse',
        tool_name: 'Bash',
        tool_input,
        cwd: gate.home,
      };
      return gate.agent(['hook', 'claude'], { stdin: JSON.stringify(payload) });
    };
    expect(await call('ls')).toMatchObject({ status: 0 });
    const { stdout } = await call('touch marker && echo made');
    const rewritten: string = JSON.parse(stdout).hookSpecificOutput.updatedInput.command;
    expect(rewritten).toMatch(/ --call \d+ -- /);
    const waiting = await gate.shell(rewritten.replace(' --call', ' --no-wait --call'));
    expect(waiting.status).toBe(75);
    expect((await gate.person(['approve', waiting.stdout.trim()])).status).toBe(0);
    expect(await gate.shell(rewritten)).toMatchObject({ status: 0, stdout: 'made\n' });
    expect(await call('rm marker')).toMatchObject({ status: 2 });
    await new Promise((done) => setTimeout(done, 600));
    expect(await call('bash -c "rm -f marker"')).toMatchObject({ status: 2 });

    const one = await gate.agent(['audit', 'session', 'hooked']);
    expect(one.stdout).toMatch(/^4 commands, 1 passed, 1 run by gate, 1 held, 2 stopped, 1 tried next$/m);
    expect(one.stdout).toMatch(
      /ran {7}touch marker && echo made\n {20}"as planned"\n {20}held by ask-touch; acknowledged by the owner\s+person:/,
    );
    expect(one.stdout).not.toContain(' as bash');
    expect(one.stdout).toMatch(
      /DENIED {4}bash -c "rm -f marker"\n[\s\S]*TRIED NEXT, \S+ after \S+ was stopped: the same target\n$/,
    );
    const data = JSON.parse((await gate.agent(['audit', 'session', 'hooked', '--json'])).stdout);
    SCHEMAS['audit-session'].parse(data);
    expect(data.lines.map(({ result, answer }: { result: string; answer: string }) => `${answer} ${result}`)).toEqual([
      ...['passed passed', 'rewritten finished', 'blocked denied', 'blocked denied'],
    ]);
  });

  test('of an id that nobody has: 64, and where to look', async () => {
    using gate = new Gate(holdTouch());
    expect(await gate.agent(['audit', 'session'])).toMatchObject({ status: 74 });
    await gate.agent(['--', 'true']);
    expect(await gate.agent(['audit', 'session', 'nope'])).toMatchObject({
      status: 64,
      stderr: expect.stringMatching(/no session begins with `nope`[\s\S]*gate audit session/),
    });
  });
});
