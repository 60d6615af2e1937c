import { readdirSync, readFileSync } from 'node:fs';
import { type CallToolResult, Client, type ProgressCallback, type Tool } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { GATE, type Gate } from './gate.ts';
import { cleanEnvironment } from './person.ts';

/**
 * Starts a program whose parent has ended at once, so that it is the system's child, and stays until it ends too: a client
 * takes the end of what it started for the end of the server.
 */
const APART = 'exec 3<&0 4>&1; setsid --fork "$@" 9>&1 <&3 >&4 3<&- 4>&- | cat';

/** What a tool answered: data, gate's own words, and the blocks of what the command wrote. */
export interface Answered {
  readonly error: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: data of every shape, compared by the tests
  readonly data: any;
  readonly words: string;
  readonly blocks: readonly string[];
}

export interface Calling {
  readonly signal?: AbortSignal;
  readonly onprogress?: ProgressCallback;
}

/** The protocol's official client, connected to a `gate mcp` of its own. */
export class Mcp implements AsyncDisposable {
  readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  /** @param options.person started as a person starts an editor: no agent around, and none of the tests' own parents */
  static async connect(
    gate: Gate,
    options: {
      readonly args?: readonly string[];
      readonly name?: string;
      readonly person?: boolean;
      readonly modern?: boolean;
      /** What starts gate, when it is not the executable. */
      readonly program?: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Mcp> {
    const { args = [], name = 'tests', person = false, modern = false, env = {}, program = [GATE] } = options;
    const server = [...program, 'mcp', ...args];
    const [command = '', ...rest] = person ? ['bash', '-c', APART, 'apart', ...server] : server;
    const transport = new StdioClientTransport({
      command,
      args: rest,
      cwd: gate.home,
      env: cleanEnvironment({ GATE_HOME: gate.home, ...(person ? {} : { CLAUDECODE: '1' }), ...env }),
    });
    const negotiation = modern ? { versionNegotiation: { mode: { pin: '2026-07-28' } } } : {};
    const client = new Client({ name, version: '1' }, negotiation);
    await client.connect(transport);
    return new Mcp(client);
  }

  async tools(): Promise<readonly Tool[]> {
    return (await this.client.listTools()).tools;
  }

  async call(name: string, args: Record<string, unknown>, { signal, onprogress }: Calling = {}): Promise<Answered> {
    const options = {
      ...(signal === undefined ? {} : { signal }),
      ...(onprogress === undefined ? {} : { onprogress }),
    };
    const result = (await this.client.callTool({ name, arguments: args }, options)) as CallToolResult;
    const [words = '', ...blocks] = result.content.map((block) => (block.type === 'text' ? block.text : ''));
    return { error: result.isError === true, data: result.structuredContent, words, blocks };
  }

  /** The client goes away: it closes the server's standard input and waits for its end. */
  async leave(): Promise<void> {
    await this.client.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave();
  }
}

/** Processes that were started with this gate's directory in their environment. */
export function processesOf(gate: Gate): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`GATE_HOME=${gate.home}\0`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
