import { noFiles } from '../command/files.ts';
import { understand } from '../command/understand.ts';
import { assumedWorkTree, NOWHERE } from '../command/worktree/surroundings.ts';
import type { Principal } from '../request/request.ts';
import type { Facts } from './condition.ts';
import { decide } from './decide.ts';
import type { PolicyTest } from './document.ts';
import type { PolicySet } from './policy-set.ts';
import { splitWords } from './words.ts';

/** The `tests:` of a policy: the real understanding and the real decision, on a machine where nothing is set up. */

export interface TestResult {
  /** The command as the test writes it. */
  readonly name: string;
  /** What differs from what the test expects; absent when nothing does. */
  readonly failure?: string;
}

export async function runPolicyTest(test: PolicyTest, policies: PolicySet): Promise<TestResult> {
  const split = test.argv ? { words: test.argv } : splitWords(test.command ?? '');
  const name = test.command ?? JSON.stringify(test.argv);
  if ('error' in split) return { name, failure: split.error };
  const request = factsOf(test, split.words);
  const understanding = await understand(split.words, {
    environment: test.environment ?? {},
    cwd: request.cwd,
    home: '/home/user',
    stdin: request.stdin,
    files: noFiles,
    surroundings: test.project_root === undefined ? NOWHERE : assumedWorkTree(test.project_root),
  });
  const decision = decide(request, understanding, policies, () => 0);
  const { expect } = test;
  if (decision.kind !== expect.decision) {
    const by = decision.rules.join(', ');
    return { name, failure: `expected ${expect.decision}, got ${decision.kind} by ${by}` };
  }
  // Inside a pack its own rules go by their short ids.
  const deciding = new Set(decision.rules.flatMap((id) => [id, id.slice(id.indexOf('/') + 1)]));
  const missing = (expect.rules ?? []).filter((id) => !deciding.has(id));
  if (missing.length === 0) return { name };
  return { name, failure: `${missing.join(', ')} did not decide, but ${decision.rules.join(', ')} did` };
}

function factsOf(test: PolicyTest, argv: readonly string[]): Facts {
  const principal = principalOf(test.as);
  return {
    principal,
    argv,
    cwd: test.project_root ?? '/home/user/project',
    host: 'test',
    user: { uid: 1000, name: 'user' },
    tty: principal.kind === 'person',
    // An agent's stdin may bring what nobody has seen.
    stdin: principal.kind === 'person' ? 'terminal' : 'pipe',
    parents: [],
    at: 0,
    ...(test.intent !== undefined && { intent: test.intent }),
  };
}

function principalOf(as: PolicyTest['as'] = { agent: 'agent' }): Principal {
  if ('person' in as) return { kind: 'person', id: `person:${as.person}`, known: 'os' };
  if ('pipeline' in as) return { kind: 'pipeline', id: `pipeline:${as.pipeline}`, known: 'oidc' };
  return { kind: 'agent', id: `agent:${as.agent}@user`, owner: 'person:user', harness: as.agent, known: 'os' };
}
