import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { visible } from '../command/display.ts';
import type { OwnGate } from './mcp/own-gate.ts';
import { runsOf } from './mcp/runs.ts';
import { INSTRUCTIONS, registerTools } from './mcp/tools.ts';

export interface Serving {
  /** How this gate is started. */
  readonly gate: OwnGate;
  /** How long the client waits for a tool, in seconds, where somebody said so. */
  readonly clientSeconds: number | undefined;
  readonly version: string;
  readonly stderr: (text: string) => void;
}

/**
 * `gate mcp`: the Model Context Protocol on standard input and output, for agents that have no hooks. Everything goes
 * through this very gate, started anew for each call, as an agent; this process decides nothing and keeps no state but
 * the runs that it started. Resolves when the client is gone and all of them are over.
 */
export async function serveMcp({ gate, clientSeconds, version, stderr }: Serving): Promise<void> {
  const runs = runsOf(gate);
  const say = (error: unknown) =>
    stderr(`gate mcp: ${visible(error instanceof Error ? error.message : String(error))}\n`);

  if (process.stdin.isTTY) {
    stderr(
      'gate mcp: a program speaks to this, not a person; `gate mcp --print CLIENT` has the settings. Ctrl-D ends it\n',
    );
  }
  const gone = new Promise<void>((resolve) => {
    // Before the transport listens: what is cancelled by the end of the connection is told apart from what a client cancels.
    process.stdin.once('end', resolve).once('close', resolve);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
    const transport = new StdioServerTransport();
    serveStdio(
      () => {
        const info = { name: 'gate', title: 'gate', version };
        const server = new McpServer(info, { capabilities: { tools: {} }, instructions: INSTRUCTIONS });
        registerTools(server, { gate, runs, clientSeconds });
        server.server.onclose = resolve;
        return server;
      },
      { transport, onerror: say },
    );
  });
  await gone;
  await runs.close();
}
