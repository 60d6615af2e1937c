import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server';
import { follow } from './follow.ts';
import type { OwnGate } from './own-gate.ts';
import { secondsFor } from './patience.ts';
import { answer, explanation, status } from './requests.ts';
import { failure, resultOf } from './results.ts';
import type { Wanted } from './run.ts';
import type { Runs } from './runs.ts';
import {
  answerInput,
  answerOutput,
  explainInput,
  explainOutput,
  resumeInput,
  runInput,
  runOutput,
  statusInput,
  type What,
} from './shapes.ts';

/** Told to the model once. */
export const INSTRUCTIONS = `gate runs commands by policy: it runs them, asks people, or refuses, and records each.
Use run instead of a shell for what may touch more than this project. An answer of pending means that people were asked: say so, then call resume with the id; nothing runs before they agree. question means that somebody asks back: call answer, then resume. refused is final for this very command: read the rule and the suggestion, and do not look for another way to the same effect. No tool here approves anything.`;

export interface Tools {
  readonly gate: OwnGate;
  readonly runs: Runs;
  /** How long the client waits for a tool, where that is configured. */
  readonly clientSeconds: number | undefined;
}

/** The five tools. None approves, denies or enrolls: that is for people, at a terminal. */
export function registerTools(server: McpServer, { gate, runs, clientSeconds }: Tools): void {
  const patience = (asked: number | undefined, context: ServerContext) =>
    secondsFor(asked, clientSeconds, clientOf(server, context), gate.environment);
  const followed = async (wanted: Wanted, context: ServerContext, asked: number | undefined) => {
    const seconds = patience(asked, context);
    const run = await runs.start({ ...wanted, args: ['--timeout', `${seconds}s`, ...wanted.args] });
    if (run === undefined) return failure('too many commands are under way here', 'wait for one of them with status');
    return follow(run, context, seconds, runs.closing);
  };

  server.registerTool(
    'run',
    {
      title: 'Run a command through gate',
      description:
        'Runs a command by policy, with approval of people where policy asks for it. Answers with exit status and output; with `pending` and an id when people have not decided in time; with `running` and an id when the command takes longer.',
      inputSchema: runInput,
      outputSchema: runOutput,
      annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    },
    ({ cwd, intent, ticket, stdin, timeout_seconds, ...what }, context) =>
      withCommand(what, (argv) => {
        const words = [
          ...(intent === undefined ? [] : [`--intent=${intent}`]),
          ...(ticket === undefined ? [] : [`--ticket=${ticket}`]),
        ];
        const where = { ...(cwd === undefined ? {} : { cwd }), ...(stdin === undefined ? {} : { stdin }) };
        return followed({ args: [...words, '--', ...argv], ...where }, context, timeout_seconds);
      }),
  );

  server.registerTool(
    'status',
    {
      title: 'Look at a request',
      description: 'What became of a request: waits, approved, runs (with its output so far), ended. Changes nothing.',
      inputSchema: statusInput,
      outputSchema: runOutput,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    ({ id }) =>
      guarded(() => {
        const run = runs.find(id);
        return run?.events.started() ? resultOf(run) : status(gate, id);
      }),
  );

  server.registerTool(
    'resume',
    {
      title: 'Go on with a request',
      description:
        'Waits for the people who were asked, and runs what they approved; of a command that still runs, waits for its end. Runs each approval once.',
      inputSchema: resumeInput,
      outputSchema: runOutput,
      annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
    },
    ({ id, timeout_seconds }, context) =>
      guarded(() => {
        const run = runs.find(id);
        if (run === undefined || (run.over() && !run.events.started())) {
          return followed({ args: ['--resume', id] }, context, timeout_seconds);
        }
        return follow(run, context, patience(timeout_seconds, context), runs.closing);
      }),
  );

  server.registerTool(
    'answer',
    {
      title: 'Answer a question about a request',
      description: 'Answers what a person asked about a request of yours. Call resume afterwards.',
      inputSchema: answerInput,
      outputSchema: answerOutput,
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
    },
    ({ id, text }) => guarded(() => answer(gate, id, text)),
  );

  server.registerTool(
    'explain',
    {
      title: 'Explain a command',
      description: 'What gate understands of a command and would decide, and why. Runs nothing, asks nobody.',
      inputSchema: explainInput,
      outputSchema: explainOutput,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (what) => withCommand(what, (argv) => explanation(gate, argv, what)),
  );
}

/** A shell text is `bash -c TEXT`; a list of words is passed on as it is. */
function withCommand(
  { command, shell }: What,
  act: (argv: readonly string[]) => Promise<CallToolResult>,
): Promise<CallToolResult> {
  const argv = command ?? (shell === undefined ? undefined : ['bash', '-c', shell]);
  if (argv === undefined || (command !== undefined && shell !== undefined)) {
    const hint = 'command is a list of words, passed on exactly; shell is a text for bash -c';
    return Promise.resolve(failure('give either command or shell', hint));
  }
  return guarded(() => act(argv));
}

/** Whatever goes wrong here is an answer too, in words. */
async function guarded(act: () => CallToolResult | Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await act();
  } catch (error) {
    return failure(`gate could not be started: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The name a client gives itself: in each request, or when the connection was opened. A claim. */
function clientOf(server: McpServer, { mcpReq }: ServerContext): string | undefined {
  const envelope: Readonly<Record<string, unknown>> | undefined = mcpReq.envelope;
  const info = envelope?.['io.modelcontextprotocol/clientInfo'] ?? server.server.getClientVersion();
  const { name } = (info ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}
