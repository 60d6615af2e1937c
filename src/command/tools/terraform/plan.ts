import type { Action, Effect, Scope } from '../../action.ts';
import { act } from '../../reading.ts';
import { GRANTS } from './effects-table.ts';
import type { PlannedChange } from './plan-file.ts';

/** More changes than this are told by their number, one action per kind of change. */
const MAX_NAMED = 48;

/** Every change of a saved plan as an action of its own, so that a rule can name the resource. */
export function actionsOf(tool: string, changes: readonly PlannedChange[], scope: Scope): readonly Action[] {
  if (changes.length === 0) return [act(tool, 'apply', ['write'], { resource: { kind: 'plan', count: '0' }, scope })];
  if (changes.length <= MAX_NAMED) {
    return changes.map(({ address, action }) =>
      act(tool, 'apply', effectsOf(address, action), { resource: { kind: typeOf(address), name: address }, scope }),
    );
  }
  const groups = new Map<string, { effects: readonly Effect[]; count: number }>();
  for (const { address, action } of changes) {
    const effects = effectsOf(address, action);
    const key = effects.join();
    groups.set(key, { effects, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()].map(({ effects, count }) =>
    act(tool, 'apply', effects, { resource: { kind: 'plan', count: String(count) }, scope }),
  );
}

/** Short for people: `2 create, 1 delete`. */
export function summaryOf(changes: readonly PlannedChange[]): string {
  const counts = new Map<string, number>();
  for (const { action } of changes) counts.set(action, (counts.get(action) ?? 0) + 1);
  const parts = [...counts].map(([action, count]) => `${count} ${action}`);
  return parts.length === 0 ? 'the plan changes no resource' : `the plan: ${parts.join(', ')}`;
}

function effectsOf(address: string, action: PlannedChange['action']): readonly Effect[] {
  const effects: Effect[] = [];
  if (action !== 'delete') effects.push('write');
  if (GRANTS.test(typeOf(address))) effects.push('privilege');
  if (action === 'delete' || action === 'replace') effects.push('destroy');
  return effects;
}

/** `module.a["x.y"].aws_iam_role.r[0]` is an `aws_iam_role`. */
export function typeOf(address: string): string {
  const plain = address.replace(/\["[^"]*"\]|\[[^\]]*\]/g, '');
  return plain.split('.').at(-2) ?? plain;
}
