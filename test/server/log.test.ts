import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.ts';
import { type LogOptions, openLog, type ServiceLog } from '../../src/server/log.ts';
import { ANN, Service } from '../kit/service.ts';

/** A log that was written to a file, and what is in it. */
async function written(options: Omit<LogOptions, 'descriptor'>, say: (log: ServiceLog) => void): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'gate-log-'));
  const path = join(home, 'log');
  const descriptor = openSync(path, 'w');
  try {
    const log = await openLog({ ...options, descriptor });
    say(log);
    await log.close();
    return readFileSync(path, 'utf8');
  } finally {
    rmSync(home, { recursive: true });
  }
}

const SECRET = 'hunter2-planted';

describe('what the service says', () => {
  const say = (log: ServiceLog) => {
    log.said('listens at /run/gate/gate.sock');
    log.called({ method: 'GET', route: '/v1/requests/{id}', status: 200, milliseconds: 1.26, caller: 'person:ann' });
    log.called({ method: 'GET', route: '/readyz', status: 200, milliseconds: 1 });
    log.runBegan({ request: 'r1', principal: 'agent:deploy@ann', account: 'gate-run', terminal: false });
    log.runEnded({ request: 'r1', outcome: 'exited', code: 3, milliseconds: 12 });
  };

  test('is a line of JSON each, with a level, a time and named fields', async () => {
    const lines = (await written({ level: 'info', format: 'json' }, say)).trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line));
    for (const { time } of parsed) expect(new Date(time).toISOString()).toBe(time);
    expect(parsed.map(({ time: _, ...rest }) => rest)).toEqual([
      { level: 'info', event: 'service', message: 'listens at /run/gate/gate.sock' },
      {
        level: 'info',
        event: 'call',
        ...{ method: 'GET', route: '/v1/requests/{id}', status: 200, ms: 1.3, caller: 'person:ann', message: 'a call' },
      },
      {
        level: 'info',
        event: 'run.began',
        ...{
          request: 'r1',
          principal: 'agent:deploy@ann',
          account: 'gate-run',
          terminal: false,
          message: 'a run began',
        },
      },
      { level: 'info', event: 'run.ended', request: 'r1', outcome: 'exited', code: 3, ms: 12, message: 'a run ended' },
    ]);
  });

  test('is read by people at a terminal', async () => {
    expect(await written({ level: 'debug', format: 'text' }, say)).toBe(
      [
        'gate: listens at /run/gate/gate.sock',
        'gate: call method=GET route=/v1/requests/{id} status=200 ms=1.3 caller=person:ann',
        'gate: call method=GET route=/readyz status=200 ms=1',
        'gate: run.began request=r1 principal=agent:deploy@ann account=gate-run terminal=false',
        'gate: run.ended request=r1 outcome=exited code=3 ms=12',
        '',
      ].join('\n'),
    );
  });

  test('below the level asked for nothing is said', async () => {
    expect(await written({ level: 'error', format: 'json' }, say)).toBe('');
    expect(await written({ level: 'error', format: 'text' }, say)).toBe('');
  });

  test('of an error the kind and the place are told, never its message', async () => {
    const text = await written({ level: 'info', format: 'json' }, (log) => {
      log.failed('api', new Error(`${SECRET}\n    at ${SECRET} (file.ts:1:1)`));
      log.failed('api', new GateError('AUDIT_UNAVAILABLE', SECRET, { hint: SECRET }), { request: 'r1' });
      log.failed('api', SECRET);
      log.failed('api', Object.assign(new Error(SECRET), { name: SECRET, code: 'EACCES', errno: -13, path: SECRET }));
      try {
        JSON.parse(`{"${SECRET}`);
      } catch (error) {
        log.failed('api', error);
      }
    });
    expect(text).not.toContain(SECRET);
    const [first, second, third, fourth, fifth] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ level: 'error', event: 'fault', where: 'api', kind: 'Error' });
    expect(first.at.join()).toContain('log.test.ts');
    expect(second).toMatchObject({ code: 'AUDIT_UNAVAILABLE', request: 'r1' });
    expect(third).toMatchObject({ kind: 'string' });
    expect(fourth).toMatchObject({ kind: 'Error', errno: 'EACCES' });
    expect(fifth).toMatchObject({ kind: 'SyntaxError' });
  });

  test('a name cannot forge a line, nor fill the log', async () => {
    const text = await written({ level: 'info', format: 'text' }, (log) =>
      log.called({
        method: 'GET',
        route: '/',
        status: 200,
        milliseconds: 0,
        caller: `x\ngate: forged\u001b[2J${'y'.repeat(9999)}`,
      }),
    );
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('x\\ngate: forged\\x1b[2J');
    expect(text.length).toBeLessThan(400);
  });
});

describe.skipIf(process.getuid?.() !== 0)('the service says of a call', () => {
  let service: Service;
  beforeAll(async () => {
    service = await new Service().start();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  test('its method, the pattern of its path, the answer and who, and nothing that came with it', async () => {
    await service.call(ANN, 'GET', `/v1/requests/${SECRET}?open=${SECRET}`);
    await service.call(ANN, 'POST', '/v1/requests', {
      argv: [SECRET],
      environment: { TOKEN: SECRET },
      cwd: '/',
      more: SECRET,
    });
    await service.call(ANN, 'GET', `/${SECRET}`);
    await service.call(ANN, 'GET', '/v1/whoami', undefined, { tty: true, [SECRET]: SECRET });
    await service.call(ANN, 'POST', '/v1/requests', {
      argv: [SECRET],
      environment: { TOKEN: SECRET },
      cwd: '/',
      stdin: 'null',
    });
    const calls = service.logged.map((line) => JSON.parse(line)).filter(({ event }) => event === 'call');
    expect(calls.map(({ route, status, caller }) => [route, status, caller])).toEqual([
      ['/v1/requests/{id}', expect.any(Number), 'person:ann'],
      ['/v1/requests', 400, 'person:ann'],
      ['none', 404, undefined],
      ['/v1/whoami', 400, undefined],
      ['/v1/requests', 500, 'person:ann'],
    ]);
    expect(service.logged.join('\n')).not.toContain(SECRET);
    expect(service.logged.join('\n')).toContain('"event":"fault"');
  });
});
