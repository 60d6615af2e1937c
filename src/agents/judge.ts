import type { Understanding } from '../command/command.ts';
import { diskFiles } from '../command/files.ts';
import type { Self } from '../command/reader.ts';
import { understand } from '../command/understand.ts';
import { surroundingsOf } from '../command/worktree/work-tree.ts';
import { decide } from '../policy/decide.ts';
import type { Decision } from '../policy/decision.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { prepareConditions } from '../policy/prepare.ts';
import type { Request } from '../request/request.ts';

export interface Judgement {
  readonly understanding: Understanding;
  readonly decision: Decision;
  /** What has to happen now; `handed` means: gate itself runs it, asks, counts or issues. */
  readonly verdict: 'passed' | 'handed' | 'denied';
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
  return { understanding, decision, verdict: verdictOf(decision) };
}

function verdictOf({ kind, mode, duties }: Decision): Judgement['verdict'] {
  if (mode === 'observe') return 'passed';
  if (kind === 'deny') return 'denied';
  if (kind !== 'allow') return 'handed';
  return duties.limits.length > 0 || duties.credentials !== undefined ? 'handed' : 'passed';
}
