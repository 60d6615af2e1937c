import type { Submitted } from '../approval/events.ts';
import type { Habit } from '../audit/habits.ts';
import { decide } from '../policy/decide.ts';
import type { Decision } from '../policy/decision.ts';
import type { Rule } from '../policy/document.ts';
import { assemble, loadFiles } from '../policy/load.ts';
import { DEFAULT_PACKS, PACK_NAMES, pack } from '../policy/packs/packs.ts';
import { decode, parse } from '../policy/parse.ts';
import type { PolicyPaths } from '../policy/paths.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { prepareConditions } from '../policy/prepare.ts';
import { mayBeProposed, reliefOf, type Surroundings } from '../policy/relief.ts';
import { type PolicyFile, readLayer } from '../policy/trusted-files.ts';
import { factsOf } from './simulate.ts';

/** The rule that would remove most questions: tried against the policies as they are now before it is shown. */

export interface Relief {
  readonly habit: Habit;
  /** A policy file, whole. */
  readonly text: string;
}

/** Once is an accident, twice a coincidence. */
export const LEAST_APPROVALS = 3;
/** Candidates that are tried, the most frequent first. */
const MOST_TRIED = 20;

export interface Recorded {
  readonly submitted: Submitted;
  readonly at: number;
  readonly decision: Pick<Decision, 'findings'>;
}

export interface ReliefOptions {
  readonly paths: PolicyPaths;
  readonly systemMode?: 'enforce' | 'observe';
}

/**
 * The first habit that was always approved, that the policies of today still ask about, and that a rule of the user's
 * own layer can allow. Undefined when there is none.
 * @param recordOf what was asked, when, and what policy said then
 */
export async function reliefFrom(
  habits: readonly Habit[],
  recordOf: (request: string) => Recorded | undefined,
  options: ReliefOptions,
): Promise<Relief | undefined> {
  const candidates = habits.filter(isAlwaysApproved).slice(0, MOST_TRIED);
  if (candidates.length === 0) return undefined;
  const files = [...readLayer(options.paths.system, 'system'), ...readLayer(options.paths.user, 'user')];
  const now = await together(files, options);
  const surroundings = await surroundingsOf(files);
  for (const habit of candidates) {
    const recorded = recordOf(habit.example);
    // A repository's policy asked too, and is not seen from here.
    if (recorded?.decision.findings.some(({ layer, kind }) => layer === 'repository' && kind !== 'allow') !== false)
      continue;
    const facts = factsOf(recorded.submitted, recorded.at);
    const answer = (policies: PolicySet) => decide(facts, recorded.submitted, policies, () => 0);
    const text = await snippet(habit, answer(now), surroundings);
    if (text === undefined) continue;
    const added: PolicyFile = { path: 'asked-often.yaml', layer: 'user', bytes: Buffer.from(text) };
    if (answer(await together([...files, added], options)).kind === 'allow') return { habit, text };
  }
  return undefined;
}

function isAlwaysApproved({ approved, denied, meaning }: Habit): boolean {
  return approved >= LEAST_APPROVALS && denied === 0 && meaning !== undefined && mayBeProposed(meaning);
}

async function together(files: readonly PolicyFile[], { systemMode }: ReliefOptions): Promise<PolicySet> {
  const set = assemble(await loadFiles(files, { tools: 'all' }), { tools: 'all', ...(systemMode && { systemMode }) });
  await prepareConditions(set);
  return set;
}

/** The packs of the user's layer, and its rules as they are written. */
async function surroundingsOf(files: readonly PolicyFile[]): Promise<Surroundings> {
  const own = files.filter(({ layer }) => layer === 'user');
  const policies = own.map(({ path, bytes }) => policyOf(decode(bytes, path), path));
  const packs = own.length === 0 ? DEFAULT_PACKS : [...new Set(policies.flatMap(({ packs = [] }) => packs))];
  const rules = new Map<string, Rule>();
  for (const { rules: written = [] } of policies) for (const rule of written) rules.set(rule.id, rule);
  for (const name of packs) {
    const text = await pack(name)?.text();
    if (text === undefined) continue;
    for (const rule of policyOf(text, name).rules ?? []) rules.set(`${name}/${rule.id}`, rule);
  }
  return { packs, rules };
}

function policyOf(text: string, file: string) {
  return parse(text, { file, layer: 'user', packs: PACK_NAMES }).policy;
}

/** @param today what the policies say now: their rules may be others than those that asked then */
async function snippet(habit: Habit, today: Decision, surroundings: Surroundings): Promise<string | undefined> {
  const { principal, meaning, approved } = habit;
  const asking = today.findings.filter(({ kind, observed }) => kind !== 'allow' && observed !== true);
  if (meaning === undefined || today.mode === 'observe' || !['confirm', 'hold'].includes(today.kind)) return undefined;
  // What the system's owner or the repository asks about is not the user's to allow.
  if (asking.some(({ layer }) => layer !== 'user')) return undefined;
  const rules = [...new Set(asking.flatMap(({ rule }) => rule ?? []))];
  const reason = `asked often, and approved ${approved} times of ${habit.asked}, never denied`;
  const policy = reliefOf({ principal, meaning, asking: rules, reason }, surroundings);
  if (policy === undefined) return undefined;
  const { stringify } = await import('yaml');
  const text = stringify(policy, { lineWidth: 120 });
  // What cannot be shown as it is cannot be copied either.
  return /^[\x20-\x7e\n]*$/.test(text) ? text : undefined;
}
