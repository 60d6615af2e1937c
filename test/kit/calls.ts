import type { CallAnswer, SeenCall } from '../../src/audit/calls.ts';
import { noFiles } from '../../src/command/files.ts';
import { understand } from '../../src/command/understand.ts';
import { assumedWorkTree } from '../../src/command/worktree/surroundings.ts';
import { decide } from '../../src/policy/decide.ts';
import type { PolicySet } from '../../src/policy/policy-set.ts';
import type { Principal } from '../../src/request/request.ts';

export interface Called {
  readonly session?: string;
  readonly principal?: Partial<Principal>;
  readonly description?: string;
  readonly agentType?: string;
  readonly cwd?: string;
  /** Instead of what the policy says. */
  readonly answer?: CallAnswer;
  /** Whether the harness takes a rewritten line. */
  readonly rewrites?: boolean;
}

/** A tool call as a hook records it: really understood, and decided by these policies. */
export async function seenCall(text: string, policies: PolicySet, called: Called = {}): Promise<SeenCall> {
  const cwd = called.cwd ?? '/home/ann/shop';
  const principal: Principal = {
    kind: 'agent',
    id: 'agent:claude-code@ann',
    owner: 'person:ann',
    known: 'claimed',
    harness: 'claude-code',
    ...called.principal,
  };
  const argv = ['bash', '-c', text];
  const understanding = await understand(argv, {
    environment: {},
    cwd,
    home: '/home/ann',
    stdin: 'null',
    files: noFiles,
    surroundings: assumedWorkTree(cwd),
  });
  const { actions, notes, opaque } = understanding;
  const user = { uid: 1000, name: 'ann' };
  const facts = { principal, argv, cwd, host: 'laptop', user, tty: false, stdin: 'null', parents: [], at: 0 } as const;
  const decision = decide(facts, understanding, policies, () => 0);
  const runs = decision.kind === 'allow' || decision.mode === 'observe';
  const answer = runs ? 'passed' : decision.kind === 'deny' || called.rewrites === false ? 'blocked' : 'rewritten';
  return {
    principal,
    claimed: {
      hook: 'claude',
      tool: 'Bash',
      ...(called.session === undefined ? {} : { session: called.session }),
      tool_use: 'toolu_1',
      permission_mode: 'default',
      ...(called.agentType === undefined ? {} : { agent_type: called.agentType }),
    },
    command: text,
    ...(called.description === undefined ? {} : { description: called.description }),
    cwd,
    host: 'laptop',
    user,
    actions,
    notes: notes.map(String),
    opaque,
    decision,
    answer: called.answer ?? answer,
  };
}
