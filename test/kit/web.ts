import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { People } from '../../src/approval/people.ts';
import { type WebInbox, webInbox } from '../../src/channels/web/inbox.ts';
import type { Issuer } from '../../src/channels/web/signing-in.ts';
import { pathsFor } from '../../src/config/paths.ts';
import { openAt } from '../../src/wiring.ts';
import { ORIGIN } from './passkey.ts';
import { type Asked, random, submission } from './queue.ts';

const PERSON = { sshKeys: [] };
export const PEOPLE: People = {
  source: 'the test',
  people: [
    { name: 'ann', os: ['ann'], ...PERSON },
    { name: 'bob', os: ['bob'], ...PERSON },
    { name: 'eve', os: ['eve'], ...PERSON },
  ],
  groups: [{ name: 'sre', members: ['ann', 'bob'] }],
  agents: [{ name: 'deploy', os: ['deploy'], owner: 'ann' }],
};

/** The web inbox on a real broker and a real store, without a network between. */
export class WebDesk implements Disposable {
  readonly home = mkdtempSync(join(tmpdir(), 'gate-web-'));
  readonly logged: string[] = [];
  readonly inbox: WebInbox;
  readonly #local;
  /** Who exists. */
  people: People | undefined = PEOPLE;
  #later = 0;

  constructor(parts: { readonly origin?: string; readonly issuer?: Issuer } = {}) {
    mkdirSync(this.home, { recursive: true, mode: 0o700 });
    const listing = { people: PEOPLE, reload: async () => this.people, pipelines: async () => undefined };
    this.#local = openAt(pathsFor({ GATE_HOME: this.home }, '/nonexistent'), listing);
    this.inbox = webInbox({
      origin: parts.origin ?? ORIGIN,
      ...(parts.issuer && { issuer: parts.issuer }),
      broker: this.#local.broker,
      enrolment: this.#local.enrolment,
      people: async () => this.people,
      now: () => Date.now() + this.#later,
      random,
      log: { said: (line) => this.logged.push(line), failed: (_, error) => this.logged.push(String(error)) },
    });
  }

  get broker() {
    return this.#local.broker;
  }

  get store() {
    return this.#local.store;
  }

  enrolment() {
    return this.#local.enrolment();
  }

  get database(): string {
    return pathsFor({ GATE_HOME: this.home }, '/nonexistent').database;
  }

  /** Time goes on for the pages. */
  pass(seconds: number): void {
    this.#later += seconds * 1000;
  }

  /** Something of the agent that `sre` decides. */
  async ask(asked: Asked = {}): Promise<string> {
    const principal = { kind: 'agent', id: 'agent:deploy@ann', owner: 'person:ann', known: 'os' } as const;
    const approvers = [{ from: ['sre'], count: 1, evidence: 'os', separation: 'none', rule: 'ask' } as const];
    const answer = await this.broker.submit(submission({ principal, approvers, ...asked }, Date.now()));
    if (answer.kind !== 'pending') throw new Error(`it does not wait: ${JSON.stringify(answer)}`);
    return answer.request;
  }

  /** A browser with nobody signed in. */
  browser(): Browser {
    return new Browser(this.inbox);
  }

  /** One that came by a link. */
  async signedIn(person: string): Promise<Browser> {
    const browser = this.browser();
    const once = new URL(this.inbox.link(person).url).searchParams.get('once') ?? '';
    const { status } = await browser.post('/sign-in/link', { once });
    if (status !== 303) throw new Error(`not signed in: ${status}`);
    return browser;
  }

  [Symbol.dispose](): void {
    this.inbox.close();
    this.#local.store.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}

export interface Shown {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** What a browser does with the pages, without their script: keeps cookies, says where it comes from, sends the forms that it was given. */
export class Browser {
  readonly #inbox: WebInbox;
  readonly cookies = new Map<string, string>();

  constructor(inbox: WebInbox) {
    this.#inbox = inbox;
  }

  async ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Shown> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { host: new URL(ORIGIN).host, ...(cookie !== '' && { cookie }), ...headers };
    const request = new Request(`http://gate${path}`, { method, headers: all, ...(body !== undefined && { body }) });
    const response = await this.#inbox.answer(request, new AbortController().signal);
    for (const each of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const streams = response.headers.get('content-type') === 'text/event-stream';
    if (streams) await response.body?.cancel();
    return { status: response.status, text: streams ? '' : await response.text(), headers: response.headers };
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.ask('GET', path, { 'sec-fetch-site': 'same-origin', ...headers });
  }

  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Shown> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask('POST', path, { ...OWN, ...type, ...headers }, new URLSearchParams(fields).toString());
  }

  /** What the script sends. */
  async send(path: string, value: object): Promise<Shown & { readonly data: Readonly<Record<string, unknown>> }> {
    const shown = await this.ask('POST', path, { ...OWN, 'content-type': 'application/json' }, JSON.stringify(value));
    return { ...shown, data: JSON.parse(shown.text) };
  }

  /** The fields of the form that goes to that path, as the page has them. */
  async form(page: string, action: string): Promise<Record<string, string>> {
    const { text } = await this.get(page);
    const form = new RegExp(`<form[^>]*action="${action}"[^>]*>([^]*?)</form>`).exec(text)?.[1];
    if (form === undefined) throw new Error(`no form for ${action} in ${text}`);
    const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
  }

  /** Fills that form, and sends it. */
  async fill(page: string, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.post(action, { ...(await this.form(page, action)), ...fields });
  }
}

const OWN = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
