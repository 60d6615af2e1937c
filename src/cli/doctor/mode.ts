import { runsHere, type Service } from '../../config/service.ts';

/** Which mode this machine is in, and in short what it holds: docs/local-mode.md, docs/client-mode.md and docs/host-mode.md have the whole of it. */
export interface Mode {
  readonly mode: 'local' | 'client' | 'host';
  readonly words: string;
  readonly holds: readonly string[];
  readonly does_not_hold: readonly string[];
}

export function modeOf(service: Service | undefined): Mode {
  if (service === undefined) {
    const words = 'local: the broker runs inside gate, as you';
    return { mode: 'local', words, holds: HOLDS, does_not_hold: HOLDS_NOT };
  }
  const where = service.kind === 'socket' ? service.path : service.url;
  if (runsHere(service)) {
    return {
      mode: 'client',
      words: `client: the service at ${where} decides and records, and commands run here`,
      holds: CLIENT_HOLDS,
      does_not_hold: CLIENT_HOLDS_NOT,
    };
  }
  return {
    mode: 'host',
    words: `host: the service at ${where} decides, records and runs`,
    holds: HOST_HOLDS,
    does_not_hold: HOST_HOLDS_NOT,
  };
}

const CLIENT_HOLDS = [
  'the record, the policies and the queue are the service’s: nobody here reads or writes them',
  'who asks is what a token, a job’s token, a login or the kernel says, and a claim only takes rights away',
  'the service understands the command itself, from the bytes that are sent, and compares it again at the start',
];

const CLIENT_HOLDS_NOT = [
  'a program of the same user can run the real command without gate, with the credentials that lie here',
  'that exactly this ran, and how it ended, is the word of the gate here',
  'what this machine says of its files and projects is believed, for what happens to them',
  'hooks are not answered: the agent runs `gate -- COMMAND`',
];

const HOST_HOLDS = [
  'who asks and who answers is what the kernel says of the account, and a claim only takes rights away',
  'commands run under an account of their own, with an environment built from nothing; what they start ends with them',
  'the record, the policies and the queue are the service’s: no other account reads or writes them',
];

const HOST_HOLDS_NOT = [
  'an account that can become root, an approver’s or the one that commands run under (sudo, docker) gains what they have',
  'a credential that lies within reach of the asking account works without gate',
  'two commands under one account see each other, and a person’s agents under the person’s own account are that person',
  'hooks judge by the policies of the account, and record there',
];

const HOLDS = [
  'a command is understood and decided before it runs, and an agent cannot answer for a person by mistake',
  'what is shown is what will run: an approval is bound to a digest, and what changed meanwhile does not start',
  'every request, decision, vote, start and end is in a log, written before the command starts',
];

const HOLDS_NOT = [
  'a program of the same user can run the real command without gate, or with another client',
  'it can also answer prompts (but not give a proof that a rule with `evidence: factor` asks for), read the secrets of gate and of commands, and change policies, hooks, gate and the log',
  'a hook sees what the harness tells it: not edited files, MCP servers, text typed into a program that runs already, or commands that a person types',
  'stopping or killing gate does not stop the command, and gate cannot notice its own removal',
  'BUN_OPTIONS and BUN_BE_BUN act on this executable before its first line and cannot be switched off',
];
