import { GateError } from '../../errors.ts';
import { VERSION } from '../version.ts';
import { duration, type Subcommands } from './subcommand.ts';

/** What harnesses of agents call. */
export const agentsSubcommands: Subcommands = ({ add, program, io, done, environment, paths, account }) => {
  add(program, 'hook <name>', 'answers the hook of claude, codex, gemini or cursor: one payload on stdin')
    .addHelpText(
      'after',
      '\nHarnesses call it before each tool call; `gate init NAME` puts it into their settings. It exits with 0 and an answer, or with 2\nand a text on stderr: the command is then not run. It never waits for people.\n\nExample:\n  gate hook claude < payload.json\n',
    )
    .action(() => {
      throw new GateError('INTERNAL', '`gate hook` is answered before subcommands are');
    });

  add(program, 'mcp', 'an MCP server on standard input and output, for agents without hooks')
    .option(
      '--timeout <duration>',
      'how long the client waits for a tool (default: what it is known to allow)',
      duration,
    )
    .option('--print <client>', 'the settings that start it: claude, codex, gemini, cursor or vscode')
    .addHelpText('after', MCP_HELP)
    .action(async ({ timeout, print }: { timeout?: number; print?: string }) => {
      const { ownGate } = await import('../../agents/mcp/own-gate.ts');
      const gate = ownGate(environment, account().principal.kind === 'person', paths.held);
      if (print === undefined) {
        const { serveMcp } = await import('../../agents/mcp.ts');
        await serveMcp({ gate, clientSeconds: timeout, version: VERSION, stderr: io.stderr });
        return done(0);
      }
      const { CLIENTS } = await import('../../agents/mcp/settings.ts');
      const settings = Object.hasOwn(CLIENTS, print) ? CLIENTS[print]?.(gate) : undefined;
      if (settings === undefined) {
        throw new GateError('USAGE', `there are no settings for \`${print}\``, {
          hint: `there are some for ${Object.keys(CLIENTS).join(', ')}; others take the command \`/full/path/gate mcp\``,
        });
      }
      io.stdout(settings.text);
      io.stderr(`gate: ${settings.where}\n`);
      return done(0);
    });
};

const MCP_HELP = `
Tools: run, status, resume, answer, explain. None of them approves anything: that is for people, at a terminal.
It is started by the program that the agent runs in:
  gate mcp --print claude
  gate mcp --print codex >> ~/.codex/config.toml
`;
