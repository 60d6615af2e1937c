import { connect, createServer, type Socket } from 'node:net';

/** The network between a client and a service: one port in front of another, which can be cut, stalled and mended. */
export class Network implements AsyncDisposable {
  #port = 0;
  #state: 'whole' | 'cut' | 'stalled' = 'whole';
  /** Connections that were made through it. */
  connections = 0;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #server = createServer((near) => this.#join(near));
  readonly #to: () => number;

  /** @param to port of the service, on the loopback interface */
  constructor(to: () => number) {
    this.#to = to;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as { port: number }).port;
    return this;
  }

  get port(): number {
    return this.#port;
  }

  /** Every connection breaks, and new ones break too. */
  cut(): void {
    this.#state = 'cut';
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  /** Nothing gets through any more, and nobody hears of it. */
  stall(): void {
    this.#state = 'stalled';
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** New connections are whole again. What was stalled is lost. */
  mend(): void {
    this.#state = 'whole';
    for (const pair of this.#pairs) if (pair[0].isPaused()) for (const socket of pair) socket.destroy();
  }

  #join(near: Socket): void {
    if (this.#state === 'cut') return void near.destroy();
    this.connections++;
    const far = connect(this.#to(), '127.0.0.1');
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    for (const [from, to] of [pair, [far, near]] as const) {
      from.on('data', (bytes) => to.write(bytes));
      from.on('end', () => to.end());
      from.on('error', () => {});
      from.on('close', () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
      if (this.#state === 'stalled') from.pause();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
