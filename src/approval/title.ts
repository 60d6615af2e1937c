import type { Action } from '../command/action.ts';
import { collapsed, displayArgv, visible } from '../command/display.ts';
import type { CardParts } from './card.ts';

/** Strongest last, so that the last index is the gravest. */
const ORDER = ['read', 'write', 'execute', 'export', 'secret', 'privilege', 'destroy', 'unknown'];

/** What it would do, where, in one line: the gravest action, and how many more there are. */
export function titleOf({ submitted, view }: Pick<CardParts, 'submitted' | 'view'>): string {
  const actions = submitted?.actions ?? [];
  const [gravest] = actions.toSorted((a, b) => weight(b) - weight(a));
  if (gravest === undefined) return displayArgv(view.argv);
  const more = actions.length - 1;
  return `${sentence(gravest)}${more > 0 ? `, and ${more} more ${more === 1 ? 'action' : 'actions'}` : ''}`;
}

function sentence(action: Action): string {
  const { kind, name, namespace, path } = action.resource;
  const target = [kind, name ?? path].filter((part) => part !== undefined).map(collapsed);
  const inside = namespace === undefined ? [] : [`in ${collapsed(namespace)}`];
  const where = Object.entries(action.scope).flatMap(([field, value]) =>
    value === undefined ? [] : [`${visible(field)} ${collapsed(value)}`],
  );
  const at = where.length > 0 ? [`(${where.join(', ')})`] : [];
  const what = visible(action.tool === action.operation ? action.tool : `${action.tool} ${action.operation}`);
  return [what, ...target, ...inside, ...at, ...(action.opaque ? ['not all of it can be seen'] : [])].join(' ');
}

function weight({ effects, opaque }: Action): number {
  return Math.max(...effects.map((effect) => ORDER.indexOf(effect)), opaque ? ORDER.length : 0);
}
