import type { Effect } from '../command/action.ts';
import type { Understanding } from '../command/command.ts';
import type { LiveRule, PolicySet } from './policy-set.ts';

/**
 * Compiles the conditions that this command can reach, and only then loads CEL. A rule whose condition was not prepared,
 * or does not compile, is an error when it matches, and an error is a deny.
 */
export async function prepareConditions(policies: PolicySet, command?: Pick<Understanding, 'actions'>): Promise<void> {
  const waiting = new Set<LiveRule>();
  const wants = (live: LiveRule) => live.rule.when !== undefined && live.condition === undefined;
  if (command === undefined) {
    for (const { rules } of policies.layers) for (const live of rules) if (wants(live)) waiting.add(live);
  }
  for (const action of command?.actions ?? []) {
    const effects: readonly Effect[] = [...action.effects, 'unknown'];
    for (const layer of policies.layers) {
      const seen = layer.seen(action);
      for (const effect of effects) {
        for (const live of layer.candidates(seen, effect)) {
          if (wants(live) && live.fine(seen, policies.targets(action))) waiting.add(live);
        }
      }
    }
  }
  if (waiting.size === 0) return;
  const { compileCondition } = await import('./condition.ts');
  for (const live of waiting) {
    try {
      live.condition = compileCondition(live.rule.when!);
    } catch {
      // Left unprepared: the rule errs when it matches.
    }
  }
}
