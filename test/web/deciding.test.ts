import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statementText } from '../../src/approval/evidence.ts';
import { shortCode } from '../../src/approval/short-code.ts';
import { LogReader } from '../../src/store/reader.ts';
import { ORIGIN, softPasskey } from '../kit/passkey.ts';
import { type Browser, WebDesk } from '../kit/web.ts';

let desk: WebDesk;
let bob: Browser;
beforeEach(async () => {
  desk = new WebDesk();
  bob = await desk.signedIn('person:bob');
});
afterEach(() => desk[Symbol.dispose]());

const state = async (id: string) => (await desk.broker.get(id)).view.state;
const votes = async (id: string) => (await desk.broker.get(id)).view.votes;
const GRAVE = { effects: ['destroy'] } as const;
const code = async (id: string) => shortCode((await desk.broker.get(id)).view.digest);

function verdict() {
  const reader = new LogReader(desk.database);
  try {
    return reader.verify();
  } finally {
    reader.close();
  }
}

describe('a decision on the page', () => {
  test('approves, once, by the account that made the link', async () => {
    const id = await desk.ask();
    const done = await bob.fill(`/r/${id}`, `/r/${id}/approve`, { text: 'fine' });
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe(`/r/${id}`);
    expect(await state(id)).toBe('granted');
    expect(await votes(id)).toMatchObject([{ vote: 'approve', voter: 'person:bob', evidence: 'os', text: 'fine' }]);
    expect((await bob.get(`/r/${id}`)).text).toContain('recorded: granted by person:bob');
    expect(verdict()).toMatchObject({ kind: 'sound' });
  });

  test('UI-14: denies with a reason, and not without one', async () => {
    const id = await desk.ask();
    expect((await bob.fill(`/r/${id}`, `/r/${id}/deny`)).status).toBe(400);
    expect(await state(id)).toBe('pending');
    await bob.fill(`/r/${id}`, `/r/${id}/deny`, { text: 'not today' });
    expect(await state(id)).toBe('denied');
    expect((await bob.get('/history')).text).toContain('not today');
  });

  test('UI-10, UI-14: what is grave takes its own code, and never that of another', async () => {
    const [one, other] = [
      await desk.ask(GRAVE),
      await desk.ask({ ...GRAVE, argv: ['kubectl', 'delete', 'pod', 'web-1'] }),
    ];
    for (const typed of [{}, { code: await code(other) }, { code: 'y' }, { code: 'AAA-AAA' }]) {
      expect((await bob.fill(`/r/${one}`, `/r/${one}/approve`, typed)).status).toBe(303);
      expect(await state(one)).toBe('pending');
    }
    await bob.fill(`/r/${one}`, `/r/${one}/approve`, { code: (await code(one)).toLowerCase() });
    expect(await state(one)).toBe('granted');
    expect(await state(other)).toBe('pending');
  });

  test('asks back; the person behind the agent answers; then it counts', async () => {
    const ann = await desk.signedIn('person:ann');
    const id = await desk.ask();
    await bob.fill(`/r/${id}`, `/r/${id}/question`, { text: 'which ticket?' });
    expect(await state(id)).toBe('questioned');
    expect((await ann.get('/')).text).toContain('your agent asks for it');
    await ann.fill(`/r/${id}`, `/r/${id}/answer`, { text: 'OPS-7' });
    expect(await state(id)).toBe('pending');
    expect((await bob.get(`/r/${id}`)).text).toContain('OPS-7');
  });

  test('is withdrawn by the person behind it, and revoked by whoever was asked', async () => {
    const ann = await desk.signedIn('person:ann');
    const [one, other] = [await desk.ask(), await desk.ask({ name: 'other', argv: ['kubectl', 'label', 'pod', 'x'] })];
    await ann.fill(`/r/${one}`, `/r/${one}/withdraw`);
    expect(await state(one)).toBe('withdrawn');
    await bob.fill(`/r/${other}`, `/r/${other}/approve`);
    await bob.fill(`/r/${other}`, `/r/${other}/revoke`, { text: 'on second thought' });
    expect(await state(other)).toBe('revoked');
  });

  test('APP-09: stands for a while when the rule allows it, for what the page showed, and is taken back', async () => {
    const id = await desk.ask({ argv: ['kubectl', 'label', 'pod', 'web-0'], name: 'web-0' });
    expect((await bob.get(`/r/${id}`)).text).toContain('Then it covers, besides:');
    await bob.fill(`/r/${id}`, `/r/${id}/approve`, { for: '999999' });
    expect(await state(id)).toBe('pending');
    await bob.fill(`/r/${id}`, `/r/${id}/approve`, { for: '900', shape: `sha256:${'0'.repeat(64)}` });
    expect(await state(id)).toBe('pending');
    await bob.fill(`/r/${id}`, `/r/${id}/approve`, { for: '900' });
    expect(await votes(id)).toMatchObject([{ standing: { seconds: 900 } }]);
    const [standing] = await desk.broker.standings({ open: true });
    expect((await bob.get('/grants')).text).toContain('standing');
    await bob.fill('/grants', `/grants/${standing?.id}/revoke`);
    expect(await desk.broker.standings({ open: true })).toEqual([]);
  });

  test('APP-04: sent three times is one vote', async () => {
    const id = await desk.ask({
      approvers: [{ from: ['sre'], count: 2, evidence: 'os', separation: 'none', rule: 'two' }],
    });
    const sent = await bob.form(`/r/${id}`, `/r/${id}/approve`);
    for (let time = 0; time < 3; time++) await bob.post(`/r/${id}/approve`, sent);
    expect(await votes(id)).toHaveLength(1);
    expect(await state(id)).toBe('pending');
  });

  test('UI-11, APP-06: of a page that is out of date decides nothing', async () => {
    const id = await desk.ask();
    const [yes, no] = [await bob.form(`/r/${id}`, `/r/${id}/approve`), await bob.form(`/r/${id}`, `/r/${id}/deny`)];
    const ann = await desk.signedIn('person:ann');
    await ann.fill(`/r/${id}`, `/r/${id}/question`, { text: 'why?' });
    for (const [act, sent] of [
      ['approve', yes],
      ['deny', { ...no, text: 'no' }],
    ] as const) {
      await bob.post(`/r/${id}/${act}`, sent);
      expect(await votes(id)).toEqual([]);
      expect((await bob.get(`/r/${id}`)).text).toContain('the request has changed since you were shown it');
    }
    const now = await bob.form(`/r/${id}`, `/r/${id}/deny`);
    await bob.post(`/r/${id}/deny`, { ...now, digest: `sha256:${'0'.repeat(64)}`, text: 'no' });
    expect(await votes(id)).toEqual([]);
  });

  test('CH-01, SELF-07: is for those who are asked, and never for the one who asked', async () => {
    const eve = await desk.signedIn('person:eve');
    const ann = await desk.signedIn('person:ann');
    const id = await desk.ask();
    const own = await desk.ask({ principal: { kind: 'person', id: 'person:ann', known: 'os' }, name: 'own' });
    for (const [browser, request] of [
      [eve, id],
      [ann, own],
    ] as const) {
      const page = await browser.get(`/r/${request}`);
      expect(page.text).toContain('you have no vote in it');
      expect(page.text).not.toContain('name="nonce"');
      const { token } = await browser.form('/account', '/sign-out');
      const { digest, seen } = await bob.form(`/r/${request}`, `/r/${request}/deny`);
      const ballot = { token: token ?? '', digest: digest ?? '', seen: seen ?? '', nonce: 'a'.repeat(32) };
      for (const act of ['approve', 'deny'])
        await browser.post(`/r/${request}/${act}`, { ...ballot, ...(act === 'deny' && { text: 'no' }) });
      expect(await votes(request)).toEqual([]);
      expect(await state(request)).toBe('pending');
    }
  });

  test('SELF-06: fields that say who votes are refused', async () => {
    const id = await desk.ask();
    for (const more of [{ voter: 'person:ann' }, { by: 'person:ann' }, { evidence: 'passkey' }, { vote: 'approve' }]) {
      expect((await bob.fill(`/r/${id}`, `/r/${id}/approve`, more)).status).toBe(400);
    }
    expect(await state(id)).toBe('pending');
  });

  test('too late says what became of it', async () => {
    const id = await desk.ask();
    const sent = await bob.form(`/r/${id}`, `/r/${id}/approve`);
    await (await desk.signedIn('person:ann')).fill(`/r/${id}`, `/r/${id}/deny`, { text: 'no' });
    await bob.post(`/r/${id}/approve`, sent);
    expect(await state(id)).toBe('denied');
  });
});

describe('CH-05: a rule that asks for more than a session', () => {
  const passkey = softPasskey();
  const SIGNED = {
    approvers: [{ from: ['sre'], count: 1, evidence: 'signed', separation: 'none', rule: 'prod' }],
  } as const;
  const enrol = async () => {
    const { credential, key } = passkey;
    const factor = { kind: 'passkey', id: 'aa', credential, key, origin: ORIGIN, name: 'phone', added: 0 } as const;
    const leave = { at: Date.now(), nonce: 'n', proof: { kind: 'os' } } as const;
    expect(await (await desk.enrolment()).enroll('person:bob', factor, leave)).toEqual({ kind: 'done' });
  };

  test('is not content with one', async () => {
    await enrol();
    const id = await desk.ask(SIGNED);
    const { text } = await bob.get(`/r/${id}`);
    expect(text).toContain('approve with a passkey');
    expect(text).not.toContain('id="approve">');
    await bob.fill(`/r/${id}`, `/r/${id}/approve`);
    expect(await state(id)).toBe('pending');
    expect((await bob.get(`/r/${id}`)).text).toContain('it asks for evidence signed');
  });

  test('AUD-17: takes a passkey over this very vote, which the record shows to anybody', async () => {
    await enrol();
    const id = await desk.ask(SIGNED);
    const form = await bob.form(`/r/${id}`, `/r/${id}/approve`);
    const { data } = await bob.send(`/r/${id}/statement`, form);
    expect(data).toMatchObject({ rp: 'gate.example.com', allow: [passkey.credential] });
    const statement = await desk.broker.statement(id, {
      ...{ vote: 'approve', voter: 'person:bob', digest: form['digest'] ?? '', nonce: form['nonce'] ?? '' },
      at: Number(data['at']),
    });
    const shown = passkey.sign({ text: statementText(statement) });
    // Another time, or another text, is another vote.
    await bob.post(`/r/${id}/approve`, { ...form, at: String(Number(data['at']) + 1), ...shown });
    expect(await state(id)).toBe('pending');
    await bob.post(`/r/${id}/approve`, { ...form, at: String(data['at']), ...shown });
    expect(await votes(id)).toMatchObject([{ evidence: 'passkey', assertion: { credential: passkey.credential } }]);
    expect(await state(id)).toBe('granted');
    expect(verdict()).toMatchObject({ kind: 'sound', signed: 1, configured: 0 });
  });

  test('SELF-05: is refused without user verification, on another page, and in part', async () => {
    await enrol();
    const id = await desk.ask(SIGNED);
    const form = await bob.form(`/r/${id}`, `/r/${id}/approve`);
    const at = Date.now();
    const statement = await desk.broker.statement(id, {
      ...{ vote: 'approve', voter: 'person:bob', digest: form['digest'] ?? '', nonce: form['nonce'] ?? '', at },
    });
    const text = statementText(statement);
    const send = (shown: object) => bob.post(`/r/${id}/approve`, { ...form, at: String(at), ...shown });
    await send(passkey.sign({ text, flags: 1 }));
    expect((await bob.get(`/r/${id}`)).text).toContain('did not ask who its person is');
    await send(passkey.sign({ text, origin: 'https://evil.example' }));
    const { signature: _, ...half } = passkey.sign({ text });
    expect((await send(half)).status).toBe(400);
    expect(await state(id)).toBe('pending');
    expect(await votes(id)).toEqual([]);
  });
});
