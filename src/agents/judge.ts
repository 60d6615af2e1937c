import type { Understanding } from '../command/command.ts';
import { diskFiles } from '../command/files.ts';
import type { Self } from '../command/reader.ts';
import { understand } from '../command/understand.ts';
import { surroundingsOf } from '../command/worktree/work-tree.ts';
import { decide } from '../policy/decide.ts';
import { type CallVerdict, callVerdict, type Decision } from '../policy/decision.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { prepareConditions } from '../policy/prepare.ts';
import type { Request } from '../request/request.ts';

export interface Judgement {
  readonly understanding: Understanding;
  readonly decision: Decision;
  readonly verdict: CallVerdict;
}

export interface Judging {
  /** This gate, as a command line can name it. */
  readonly self: Self;
  /** The policies for commands with these tools. */
  readonly policies: (tools: readonly string[]) => Promise<PolicySet>;
}

/**
 * What gate would say if it were asked to run this call. Runs nothing.
 * @param request the call as a request: `bash -c TEXT` by the agent, in the directory of the call
 */
export async function judge(request: Request, { self, policies: load }: Judging): Promise<Judgement> {
  const { argv, environment, home, stdin, cwd } = request;
  const surroundings = surroundingsOf(cwd, home, environment['TMPDIR']);
  const context = { environment, cwd, home, stdin, files: diskFiles(cwd), surroundings, self };
  const understanding = await understand(argv, context);
  const policies = await load([...new Set(understanding.actions.map(({ tool }) => tool))]);
  await prepareConditions(policies, understanding);
  // Limits count starts: a call that one applies to is handed over, and counted there.
  const decision = decide(request, understanding, policies, () => 0);
  return { understanding, decision, verdict: callVerdict(decision) };
}
