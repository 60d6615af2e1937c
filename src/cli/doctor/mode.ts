/** Local mode in short: docs/local-mode.md has the whole of both lists. */

export const MODE = 'local';

export const HOLDS = [
  'a command is understood and decided before it runs, and an agent cannot answer for a person by mistake',
  'what is shown is what will run: an approval is bound to a digest, and what changed meanwhile does not start',
  'every request, decision, vote, start and end is in a log, written before the command starts',
];

export const HOLDS_NOT = [
  'a program of the same user can run the real command without gate, or with another client',
  'it can also answer prompts (but not give a proof that a rule with `evidence: factor` asks for), read the secrets of gate and of commands, and change policies, hooks, gate and the log',
  'a hook sees what the harness tells it: not edited files, MCP servers, text typed into a program that runs already, or commands that a person types',
  'stopping or killing gate does not stop the command, and gate cannot notice its own removal',
  'BUN_OPTIONS and BUN_BE_BUN act on this executable before its first line and cannot be switched off',
];
