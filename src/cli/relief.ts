import type { Submitted } from '../approval/events.ts';
import type { Habit } from '../audit/habits.ts';
import { factsOf, type Occasion } from '../audit/occasions.ts';
import type { BundleInForce } from '../policy/bundle/in-force.ts';
import { decide } from '../policy/decide.ts';
import type { Decision } from '../policy/decision.ts';
import type { Rule } from '../policy/document.ts';
import { assemble, loadBundle, loadFiles } from '../policy/load.ts';
import { DEFAULT_PACKS, PACK_NAMES, pack } from '../policy/packs/packs.ts';
import { decode, parse } from '../policy/parse.ts';
import type { PolicyPaths } from '../policy/paths.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { prepareConditions } from '../policy/prepare.ts';
import { mayBeProposed, reliefOf, type Surroundings } from '../policy/relief.ts';
import { type PolicyFile, readLayer } from '../policy/trusted-files.ts';

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
  readonly userMode?: 'enforce' | 'observe';
  readonly enforced?: boolean;
  readonly bundle?: BundleInForce;
}

/**
 * The first habit that was always approved, that the policies of today still ask about, and that a rule of the user's
 * own layer can allow. Undefined when there is none.
 * @param recordOf what was asked, when, and what policy said then
 */
export async function reliefFrom(
  habits: readonly Habit[],
  recordOf: (request: string) => Promise<Recorded | undefined>,
  options: ReliefOptions,
): Promise<Relief | undefined> {
  const candidates = habits.filter(isAlwaysApproved).slice(0, MOST_TRIED);
  if (candidates.length === 0) return undefined;
  const trial = await reliefTrial(options);
  for (const habit of candidates) {
    const recorded = await recordOf(habit.example);
    if (recorded === undefined) continue;
    const { submitted, at, decision } = recorded;
    const reason = `asked often, and approved ${habit.approved} times of ${habit.asked}, never denied`;
    const found = await trial(habit, { facts: factsOf(submitted, at), actions: submitted.actions, decision }, reason);
    if (found !== undefined) return { habit, text: found.text };
  }
  return undefined;
}

/** A rule for a habit, and the policies of today with it. */
export interface Tried {
  /** A policy file, whole. */
  readonly text: string;
  readonly policies: PolicySet;
}

/**
 * Makes a rule for a habit and tries it on one command of it. Undefined when no rule can say it, or when it would not be
 * allowed even so.
 */
export async function reliefTrial(
  options: ReliefOptions,
): Promise<
  (
    habit: Habit,
    one: Pick<Occasion, 'facts' | 'actions'> & Pick<Recorded, 'decision'>,
    reason: string,
  ) => Promise<Tried | undefined>
> {
  const files = [...readLayer(options.paths.system, 'system'), ...readLayer(options.paths.user, 'user')];
  const now = await together(files, options);
  const surroundings = await surroundingsOf(files);
  return async (habit, { facts, actions, decision }, reason) => {
    // A repository's policy asked too, and is not seen from here.
    if (decision.findings.some(({ layer, kind }) => layer === 'repository' && kind !== 'allow')) return undefined;
    const answer = (policies: PolicySet) => decide(facts, { actions }, policies, () => 0);
    let today = answer(now);
    let asking: readonly string[] = [];
    // Behind the strictest rule stand milder ones that ask as well; they show when it is switched off.
    for (let tries = 0; tries < MOST_LAYERS; tries++) {
      const more = askingRules(today)?.filter((rule) => !asking.includes(rule));
      if (more === undefined || more.length === 0) return undefined;
      asking = [...asking, ...more];
      const text = await snippet(habit, asking, surroundings, reason);
      if (text === undefined) return undefined;
      const added: PolicyFile = { path: 'asked-often.yaml', layer: 'user', bytes: Buffer.from(text) };
      const policies = await together([...files, added], options);
      today = answer(policies);
      if (today.kind === 'allow') return { text, policies };
    }
    return undefined;
  };
}

/** The rules that ask; undefined when it is denied, only observed, or not the user's to allow. */
function askingRules({ findings, kind, mode }: Decision): readonly string[] | undefined {
  const asking = findings.filter((each) => each.kind !== 'allow' && each.observed !== true);
  if (mode === 'observe' || !['confirm', 'hold'].includes(kind)) return undefined;
  // What the system's owner or the repository asks about is not the user's to allow.
  if (asking.some(({ layer }) => layer !== 'user')) return undefined;
  // The default has no name: a rule that allows is enough for it.
  return [...new Set(asking.map(({ rule }) => rule ?? DEFAULT))];
}

const DEFAULT = 'default';
const MOST_LAYERS = 5;

function isAlwaysApproved({ approved, denied, meaning }: Habit): boolean {
  return approved >= LEAST_APPROVALS && denied === 0 && meaning !== undefined && mayBeProposed(meaning);
}

async function together(files: readonly PolicyFile[], { paths: _, ...mode }: ReliefOptions): Promise<PolicySet> {
  const bundled = mode.bundle === undefined ? [] : await loadBundle(mode.bundle, { tools: 'all' });
  const set = assemble([...bundled, ...(await loadFiles(files, { tools: 'all' }))], { tools: 'all', ...mode });
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

/** @param asking the rules that ask now: they may be others than those that asked then */
async function snippet(
  { principal, meaning }: Habit,
  asking: readonly string[],
  surroundings: Surroundings,
  reason: string,
): Promise<string | undefined> {
  if (meaning === undefined) return undefined;
  const rules = asking.filter((rule) => rule !== DEFAULT);
  const policy = reliefOf({ principal, meaning, asking: rules, reason }, surroundings);
  if (policy === undefined) return undefined;
  const { stringify } = await import('yaml');
  const text = stringify(policy, { lineWidth: 120 });
  // What cannot be shown as it is cannot be copied either.
  return /^[\x20-\x7e\n]*$/.test(text) ? text : undefined;
}
