import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright-core';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** Whether this machine has a browser. */
export const hasBrowser = PROGRAM !== undefined;

// No sandbox: root runs it, on pages of ours alone. Nothing is fetched from elsewhere.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param more arguments of Chromium */
export function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM ?? '', headless: true, args: [...ARGUMENTS, ...more] });
}

/** A browser of one person, and everything it complained about. */
export class Tab implements AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts; what the policy of the pages stopped is among them. */
  readonly complaints: string[] = [];
  #cdp: CDPSession | undefined;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    // Far longer than anything takes, and shorter than a test has.
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
    const context = await browser.newContext(options);
    return new Tab(context, await context.newPage());
  }

  /** A passkey's authenticator: built in, with a finger always on it. @returns its id */
  async authenticator(): Promise<string> {
    this.#cdp = await this.context.newCDPSession(this.page);
    await this.#cdp.send('WebAuthn.enable');
    const { authenticatorId } = await this.#cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return authenticatorId;
  }

  /** Whether the authenticator knows its person from now on. */
  async knows(authenticatorId: string, isUserVerified: boolean): Promise<void> {
    await this.#cdp?.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  }

  /** What stands on the page. */
  async text(): Promise<string> {
    return (await this.page.textContent('main')) ?? '';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}

/** A port of loopback that nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
