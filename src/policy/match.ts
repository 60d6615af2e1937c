import type { Action, Effect } from '../command/action.ts';
import type { CompiledRule, CompiledTarget, Patterns } from './compiled.ts';
import type { Touched } from './condition.ts';
import { anyGlob, type Matcher } from './glob.ts';

/** One rule against one action and one effect. Pure. */

type Values = Readonly<Record<string, string | undefined>>;

/** What a place pattern makes of an action: certainly, perhaps (a field is not resolved), or not. */
export type Fit = 'yes' | 'perhaps' | 'no';

interface FieldTest {
  readonly part: 'resource' | 'scope';
  readonly field: string;
  readonly fits: Matcher;
  /** What each pattern starts with before its first wildcard: what an index can be made of. */
  readonly starts: Patterns;
}

export function fieldTests(compiled: Pick<CompiledTarget, 'resource' | 'scope'>): readonly FieldTest[] {
  return (['scope', 'resource'] as const).flatMap((part) =>
    Object.entries(compiled[part] ?? {}).map(([field, patterns]) => ({
      part,
      field,
      fits: anyGlob(patterns),
      starts: patterns.map((pattern) => pattern.split(/[*?]/, 1)[0]!),
    })),
  );
}

export function fitOf(tests: readonly FieldTest[], action: Action): Fit {
  let result: Fit = 'yes';
  for (const test of tests) {
    const value = own(action[test.part], test.field);
    if (value === undefined) result = 'perhaps';
    else if (!test.fits(value)) return 'no';
  }
  return result;
}

/** A value that is there. `__proto__` and friends are not. */
export function own(values: Values, field: string): string | undefined {
  return Object.hasOwn(values, field) ? values[field] : undefined;
}

/** The part of a rule that needs only the tool and the effect. Cheap tests first: most rules end there, uncompiled. */
export function coarse(rule: CompiledRule, tool: string, opaque: boolean, effect: Effect): boolean {
  return (
    (rule.effects === undefined || rule.effects.includes(effect)) &&
    (rule.opaque === undefined || rule.opaque === opaque) &&
    (rule.tool === undefined || rule.tool.includes(tool) || anyGlob(rule.tool)(tool))
  );
}

/** Whether a rule is about this operation of the tool. */
export function isAbout(rule: CompiledRule, operation: string): boolean {
  const { operation: patterns } = rule;
  return patterns === undefined || patterns.includes(operation) || anyGlob(patterns)(operation);
}

/** The rest of a rule but its `when`. An unresolved field counts for rules that restrict and against those that allow. */
export function fine(rule: CompiledRule): (action: Action, touched: Targets) => boolean {
  const tests = fieldTests(rule);
  const labels = rule.labels && anyGlob(rule.labels);
  const owner = rule.owner && anyGlob(rule.owner);
  const boundary = rule.boundary && anyGlob(rule.boundary);
  const allows = rule.decision === 'allow';
  return (action, touched) => {
    const fits = fitOf(tests, action);
    if (fits === 'no' || (fits === 'perhaps' && allows)) return false;
    if (labels === undefined && owner === undefined && boundary === undefined) return true;
    const known = allows ? touched.certain : touched.possible;
    return (
      (labels === undefined || known.labels.some(labels)) &&
      (owner === undefined || known.owners.some(owner)) &&
      (boundary === undefined || known.boundaries.some(boundary))
    );
  };
}

/** Targets an action touches for certain, and those it may touch as well because a field is not resolved. */
export interface Targets {
  readonly certain: Touched;
  readonly possible: Touched;
}

export const NO_TARGETS: Targets = (() => {
  const none: Touched = Object.freeze({ labels: [], owners: [], boundaries: [] });
  return { certain: none, possible: none };
})();

export interface LiveTarget {
  readonly target: CompiledTarget;
  readonly tool: Matcher | undefined;
  readonly tests: readonly FieldTest[];
}

export function liveTarget(target: CompiledTarget): LiveTarget {
  return { target, tool: target.tool && anyGlob(target.tool), tests: fieldTests(target) };
}

export function targetsOf(action: Action, targets: readonly LiveTarget[]): Targets {
  if (targets.length === 0) return NO_TARGETS;
  const certain: CompiledTarget[] = [];
  const possible: CompiledTarget[] = [];
  for (const { target, tool, tests } of targets) {
    if (tool && !tool(action.tool)) continue;
    const fits = fitOf(tests, action);
    if (fits !== 'no') possible.push(target);
    if (fits === 'yes') certain.push(target);
  }
  return { certain: touched(certain), possible: touched(possible) };
}

function touched(targets: readonly CompiledTarget[]): Touched {
  return {
    labels: [...new Set(targets.flatMap((target) => target.labels))],
    owners: [...new Set(targets.flatMap((target) => (target.owner === undefined ? [] : [target.owner])))],
    boundaries: [...new Set(targets.flatMap((target) => (target.boundary === undefined ? [] : [target.boundary])))],
  };
}
