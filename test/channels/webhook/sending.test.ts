import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMetrics } from '../../../src/server/metrics/metrics.ts';
import { certificateFor, Receiver, type Said, SECRET } from '../../kit/receiver.ts';
import { AGENT, ANN, Outbox, until } from './outbox.ts';

/** A request that somebody denies: three messages. */
async function story({ queue }: Outbox, name: string): Promise<string> {
  const id = await queue.ask({ principal: AGENT, argv: ['kubectl', 'label', 'pod', name] });
  await queue.vote(id, ANN, { vote: 'deny' });
  return id;
}

const records = async (outbox: Outbox, type: string) => {
  const found: unknown[] = [];
  for await (const entry of outbox.queue.store.entries({})) {
    if (entry.type === type && entry.payload) found.push(JSON.parse(Buffer.from(entry.payload).toString()));
  }
  return found;
};

describe('CH-06 a receiver of webhooks', () => {
  test('that answers 500, 429 and nothing at all gets everything, in order, under the ids it was tried with', async () => {
    const answers: (Said | Promise<Said>)[] = [
      { status: 500 },
      { status: 429, headers: { 'retry-after': '120' } },
      { status: 503, headers: { 'retry-after': new Date(Date.now() + 300_000).toUTCString() } },
      new Promise<Said>(() => {}),
      { status: 302, headers: { location: '/elsewhere' } },
      { status: 404 },
    ];
    await using receiver = await Receiver.open((_, attempt) => answers[attempt - 1] ?? { status: 204 });
    await using outbox = new Outbox();
    const webhooks = await outbox.send([{ url: receiver.url() }], { patience: 300 });
    await story(outbox, 'a');
    await until(() => receiver.taken.length === 3);
    expect(receiver.told).toEqual(['request.held pending', 'vote.cast pending', 'request.denied denied']);
    const ids = receiver.attempts.map(({ id }) => id);
    expect(new Set(ids.slice(0, 7))).toEqual(new Set([ids[0]]));
    expect(new Set(ids).size).toBe(3);
    // Pauses double, a random half is taken off, and nobody is asked before they said.
    const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = outbox.slept;
    expect(first).toBeGreaterThanOrEqual(500);
    expect(first).toBeLessThanOrEqual(1000);
    expect(second).toBe(120_000);
    expect(third).toBeGreaterThan(290_000);
    expect(fourth).toBeGreaterThanOrEqual(4000);
    expect(fifth).toBeLessThanOrEqual(16_000);
    expect(sixth).toBeGreaterThanOrEqual(16_000);
    expect(outbox.said).toEqual([
      expect.stringMatching(
        /^webhooks to http:\/\/127\.0\.0\.1:\d+ wait: it answers 500; event 2 and what follows is tried/,
      ),
      expect.stringMatching(/are taken again, after 6 attempts$/),
    ]);
    await until(async () => (await webhooks.lag())[0]?.behind === 0);
    expect((await webhooks.lag())[0]).toMatchObject({ delivered: 3 });
  });

  test('that is away for a while is behind, which can be seen, and gets everything afterwards', async () => {
    const gone = await Receiver.open();
    const { port } = gone;
    await gone[Symbol.asyncDispose]();
    await using outbox = new Outbox();
    const hook = { url: `http://127.0.0.1:${port}/hook` };
    const webhooks = await outbox.send([hook]);
    await story(outbox, 'a');
    await until(async () => ((await webhooks.lag())[0]?.failing?.attempts ?? 0) > 3);
    const [lag] = await webhooks.lag();
    expect(lag).toMatchObject({ behind: 3, delivered: 0, failing: { why: 'nobody listens there' } });
    expect(lag?.oldest).toBeLessThanOrEqual(Date.now());
    // What is known of it survives the service.
    expect(await outbox.queue.store.cursors()).toMatchObject([{ next: 2, failing: { why: 'nobody listens there' } }]);
    await using back = await Receiver.open(undefined, { port });
    await until(() => back.taken.length === 3);
    expect(back.told).toEqual(['request.held pending', 'vote.cast pending', 'request.denied denied']);
  });

  test('that hangs keeps nobody else waiting, neither receivers nor requests', async () => {
    await using stuck = await Receiver.open(() => new Promise(() => {}));
    await using well = await Receiver.open();
    await using outbox = new Outbox();
    await outbox.send([{ url: stuck.url() }, { url: well.url() }]);
    for (let index = 0; index < 20; index++) await story(outbox, `p-${index}`);
    await until(() => well.taken.length === 60);
    expect(stuck.attempts).toHaveLength(1);
    expect(stuck.taken).toEqual([]);
  });

  test('that answers 410 is sent nothing more, which is recorded; others are', async () => {
    await using gone = await Receiver.open(() => ({ status: 410 }));
    await using well = await Receiver.open();
    await using outbox = new Outbox();
    const webhooks = await outbox.send([{ url: gone.url() }, { url: well.url() }]);
    await story(outbox, 'a');
    await until(() => well.taken.length === 3);
    await story(outbox, 'b');
    await until(() => well.taken.length === 6);
    expect(gone.attempts).toHaveLength(1);
    const endpoint = new URL(gone.url()).origin;
    expect(await records(outbox, 'webhook.stopped')).toEqual([{ endpoint, event: 2, status: 410 }]);
    expect((await webhooks.lag())[0]).toMatchObject({
      stopped: expect.any(Number),
      failing: { why: 'it answers 410' },
    });
    expect(outbox.said.at(-1)).toMatch(/are stopped: it answers 410; take it out of the file, or read the file again/);
  });

  test('that refuses one message for a day and twenty attempts gets the next ones, which is recorded', async () => {
    let hours = 0;
    await using receiver = await Receiver.open(({ type }) => {
      // The first attempt of the next message was a day ago: its signature is too old, and that is no refusal.
      if (type === 'request.held') hours = -25;
      return { status: type === 'vote.cast' ? 422 : 200 };
    });
    await using outbox = new Outbox();
    await outbox.send([{ url: receiver.url() }], {
      now: () => Date.now() + hours * 3600_000,
      sleep: async () => {
        hours = 0;
        await new Promise((resolve) => setTimeout(resolve, 1));
      },
    });
    const id = await story(outbox, 'a');
    await until(() => outbox.said.some((line) => line.includes('go on without event')));
    expect(await records(outbox, 'webhook.skipped')).toMatchObject([{ event: 3, status: 422 }]);
    await until(() => receiver.told.includes('request.denied denied'));
    expect(receiver.attempts.filter(({ type }) => type === 'vote.cast')).toHaveLength(20);
    expect(receiver.forged).toHaveLength(1);
    expect(receiver.taken.map(({ data }) => data.request.id)).toEqual([id, id]);
  });

  test('gets a thousand messages in the order of the log, whatever it answers meanwhile', async () => {
    let seed = 1;
    await using receiver = await Receiver.open(() => {
      seed = (seed * 48_271) % 2_147_483_647;
      return { status: [500, 503][seed % 7] ?? 200 };
    });
    await using outbox = new Outbox();
    await outbox.send([{ url: receiver.url() }]);
    const asked: Promise<string>[] = [];
    for (let index = 0; index < 340; index++) {
      asked.push(story(outbox, `p-${index}`));
      if (index % 20 === 0) await Promise.all(asked);
    }
    await Promise.all(asked);
    await until(() => receiver.taken.length >= 1020);
    const indexes = receiver.taken.map(({ data }) => data.index as number);
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
    expect(new Set(indexes).size).toBe(1020);
    expect(receiver.attempts.length).toBeGreaterThan(1020);
  }, 120_000);
});

test('what Prometheus reads says how far each receiver is behind', async () => {
  await using well = await Receiver.open();
  await using gone = await Receiver.open(() => ({ status: 500 }));
  await using outbox = new Outbox();
  const metrics = await openMetrics(async () => ({}));
  const webhooks = await outbox.send([{ url: well.url() }, { url: gone.url() }]);
  metrics.lookAtWebhooks(() => webhooks.lag());
  await story(outbox, 'a');
  await until(() => well.taken.length === 3 && gone.attempts.length > 1);
  const text = await metrics.text();
  const figure = (name: string, receiver: number) =>
    Number(new RegExp(`^${name}\\{receiver="${receiver}"[^}]*\\} (\\S+)`, 'm').exec(text)?.[1]);
  expect([
    figure('gate_webhook_behind', 0),
    figure('gate_webhook_failing', 0),
    figure('gate_webhook_taken', 0),
  ]).toEqual([0, 0, 3]);
  expect([
    figure('gate_webhook_behind', 1),
    figure('gate_webhook_failing', 1),
    figure('gate_webhook_taken', 1),
  ]).toEqual([3, 1, 0]);
  expect(text).not.toContain('/hook');
});

describe('an endpoint', () => {
  test('that is added later begins with what comes next, or with the oldest event; one that is taken away and comes back is new', async () => {
    await using first = await Receiver.open();
    await using later = await Receiver.open();
    await using whole = await Receiver.open();
    await using outbox = new Outbox();
    await outbox.send([{ url: first.url() }]);
    await story(outbox, 'a');
    await until(() => first.taken.length === 3);
    await outbox.close();
    await story(outbox, 'b');
    await outbox.send([{ url: first.url() }, { url: later.url() }, { url: whole.url(), start: true }]);
    await story(outbox, 'c');
    await until(() => first.taken.length === 9 && later.taken.length === 3 && whole.taken.length === 9);
    await outbox.close();
    await outbox.send([{ url: later.url() }]);
    await outbox.close();
    await story(outbox, 'd');
    await outbox.send([{ url: first.url() }, { url: later.url(), events: ['request.held'] }]);
    await story(outbox, 'e');
    // The other list of events goes on where it was.
    await until(() => first.taken.length === 12 && later.taken.length === 5);
    expect(later.told.slice(3)).toEqual(['request.held pending', 'request.held pending']);
  });

  test('is sent what every one of its secrets signs, read anew each time; without a secret nothing is sent', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'gate-secret-'));
    try {
      const file = join(directory, 'hook.key');
      const other = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
      await using receiver = await Receiver.open();
      await using changed = await Receiver.open(undefined, { secret: other });
      await using outbox = new Outbox();
      writeFileSync(file, `${SECRET}\n`, { mode: 0o600 });
      const secrets = [{ file }, { env: 'OTHER' }];
      outbox.environment['OTHER'] = other;
      const webhooks = await outbox.send([
        { url: receiver.url(), secrets },
        { url: changed.url(), secrets },
      ]);
      await story(outbox, 'a');
      await until(() => receiver.taken.length === 3 && changed.taken.length === 3);
      const why = async () => (await webhooks.lag()).map(({ failing }) => failing?.why);

      chmodSync(file, 0o644);
      await story(outbox, 'b');
      const readable = `\`${file}\` can be read or written by others`;
      await until(async () => JSON.stringify(await why()) === JSON.stringify([readable, readable]));
      writeFileSync(file, 'hunter2\n');
      chmodSync(file, 0o600);
      const none = `\`${file}\` holds no secret for webhooks`;
      await until(async () => JSON.stringify(await why()) === JSON.stringify([none, none]));
      expect(receiver.attempts).toHaveLength(3);
      writeFileSync(file, `${SECRET}\n`);
      await until(() => receiver.taken.length === 6 && changed.taken.length === 6);
      expect([...receiver.forged, ...changed.forged]).toEqual([]);
      expect(outbox.said.join('\n')).not.toContain('whsec_');
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe('CH-12 where messages go', () => {
  test('redirects are not followed', async () => {
    await using other = await Receiver.open();
    await using receiver = await Receiver.open((_, attempt) =>
      attempt < 4 ? { status: [301, 307, 308][attempt - 1] ?? 0, headers: { location: other.url() } } : { status: 200 },
    );
    await using outbox = new Outbox();
    await outbox.send([{ url: receiver.url() }]);
    await story(outbox, 'a');
    await until(() => receiver.taken.length === 3);
    expect(other.attempts).toEqual([]);
    expect(other.forged).toEqual([]);
  });

  test.each([
    ['a metadata service', 'https://169.254.169.254/latest', /169\.254\.169\.254, and nothing is sent there/],
    ['one inside IPv6', 'https://[::ffff:a9fe:a9fe]/', /and nothing is sent there/],
    ['a link of IPv6', 'https://[fe80::1]/', /and nothing is sent there/],
    ['no address', 'https://0.0.0.0/', /and nothing is sent there/],
    ['everybody', 'https://255.255.255.255/', /and nothing is sent there/],
  ])('%s is sent nothing', async (_, url, why) => {
    await using outbox = new Outbox();
    const webhooks = await outbox.send([{ url }]);
    await story(outbox, 'a');
    await until(async () => (await webhooks.lag())[0]?.failing !== undefined);
    expect((await webhooks.lag())[0]?.failing?.why).toMatch(why);
  });

  test('a name that comes to mean a metadata service, or another machine, gets nothing; its certificate is looked at', async () => {
    using certificate = certificateFor('hooks.example.com');
    using strange = certificateFor('other.example.com');
    await using receiver = await Receiver.open(undefined, { tls: certificate });
    await using intruder = await Receiver.open(undefined, { tls: strange });
    let at = '169.254.169.254';
    let port = receiver.port;
    await using outbox = new Outbox();
    const lag = async () => (await webhooks.lag())[0]?.failing?.why ?? '';
    let webhooks = await outbox.send([{ url: `https://hooks.example.com:${port}/hook`, ca: certificate.file }], {
      resolve: (_host, _options, done) => done(null, [{ address: at, family: 4 }]),
    });
    await story(outbox, 'a');
    await until(async () => (await lag()).includes('hooks.example.com is at 169.254.169.254'));
    expect(receiver.attempts).toEqual([]);
    at = '127.0.0.1';
    await until(() => receiver.taken.length === 3);
    await outbox.close();

    port = intruder.port;
    webhooks = await outbox.send([{ url: `https://hooks.example.com:${port}/hook`, ca: certificate.file }], {
      resolve: (_host, _options, done) => done(null, [{ address: at, family: 4 }]),
    });
    await story(outbox, 'b');
    await until(async () => (await lag()).includes('its certificate is not in order'));
    expect(intruder.attempts).toEqual([]);
    expect(intruder.forged).toEqual([]);
  });

  test('`localhost` is this machine, or nobody', async () => {
    await using receiver = await Receiver.open();
    await using outbox = new Outbox();
    const webhooks = await outbox.send([{ url: receiver.url('localhost') }], {
      resolve: (_host, _options, done) => done(null, [{ address: '192.0.2.1', family: 4 }]),
    });
    await story(outbox, 'a');
    await until(async () => (await webhooks.lag())[0]?.failing !== undefined);
    expect((await webhooks.lag())[0]?.failing?.why).toBe('localhost is at 192.0.2.1, which is not this machine');
  });

  test('an answer without end is not read to its end', async () => {
    await using receiver = await Receiver.open();
    receiver.server.removeAllListeners('request');
    let sent = 0;
    receiver.server.on('request', (incoming, outgoing) => {
      incoming.resume();
      outgoing.writeHead(200);
      const more = () => {
        sent += 65_536;
        if (!outgoing.destroyed && sent < 256 * 1024 * 1024)
          outgoing.write('x'.repeat(65_536), () => setImmediate(more));
      };
      more();
    });
    await using outbox = new Outbox();
    const webhooks = await outbox.send([{ url: receiver.url() }]);
    await story(outbox, 'a');
    await until(async () => (await webhooks.lag())[0]?.delivered === 3);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });
});
