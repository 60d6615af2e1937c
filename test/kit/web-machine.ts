import type { Browser, BrowserContextOptions } from 'playwright-core';
import { freePort, Tab } from './browser.ts';
import { GATE } from './gate.ts';
import { AGENT, type Going, Machine, until } from './host.ts';

const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1 }, reason: it removes something }
  - { id: makes, match: { tool: touch }, decision: hold, approvers: { from: [sre], count: 1 }, reason: somebody should know }
  - { id: signs, match: { tool: mkdir }, decision: hold, approvers: { from: [sre], count: 1, evidence: signed }, reason: somebody should sign }
`;

/** A machine in host mode whose service has the web inbox, at a port of localhost. */
export class WebMachine implements AsyncDisposable {
  readonly machine = new Machine();
  origin = '';

  async start(): Promise<this> {
    await this.machine.set();
    const port = await freePort();
    this.origin = `http://localhost:${port}`;
    this.machine.policy(POLICY);
    const web = `web: { origin: "${this.origin}", listen: "127.0.0.1:${port}" }\n`;
    this.machine.configure('serve.yaml', (text) => text + web);
    await this.machine.serve();
    return this;
  }

  /** The link that a person gets at a terminal of their own. */
  async link(uid: number): Promise<string> {
    const { screen } = await this.machine.person(uid, ['inbox', '--web']).ended;
    const found = /http:\/\/\S+/.exec(screen)?.[0];
    if (found === undefined) throw new Error(`no link: ${screen}`);
    return found;
  }

  /** A browser of a person, at the list. */
  async signedIn(browser: Browser, uid: number, options: BrowserContextOptions = {}): Promise<Tab> {
    const tab = await Tab.open(browser, options);
    await tab.page.goto(await this.link(uid));
    await tab.page.click('#sign-in-link');
    await tab.page.waitForURL(`${this.origin}/`);
    return tab;
  }

  /** The agent asks for a command, and waits. @returns its run, and the end of the id it waits under */
  async asks(
    argv: readonly string[],
    options: readonly string[] = [],
  ): Promise<{ readonly run: Going; readonly id: string }> {
    const run = this.machine.start(AGENT, [GATE, ...options, '--', ...argv]);
    let id: string | undefined;
    await until(async () => {
      id = /waits (?:again )?as (\w+)/.exec(run.out.stderr)?.[1];
      return id !== undefined || run.child.exitCode !== null;
    });
    if (id === undefined) throw new Error(`it does not wait: ${run.out.stderr}`);
    return { run, id };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.machine[Symbol.asyncDispose]();
  }
}
