import type { Effect } from '../command/action.ts';
import type { Rule } from './document.ts';

/**
 * A rule that would stop gate from asking what was always approved. It says exactly what was approved and no more:
 * the requester, the operation, its effects, the kind of thing and the place; only the name is left open. Pure.
 *
 * INVARIANT: nothing that deletes, reveals, gives away, changes rights or runs code is ever proposed, unless it only
 * deletes, on this machine, where it may be deleted anyway; and nothing that cannot be seen whole.
 */

export interface Meaning {
  readonly tool: string;
  readonly operation: string;
  readonly effects: readonly Effect[];
  /** Without its name. */
  readonly resource: Readonly<Record<string, string>>;
  readonly named: boolean;
  /** Fields of the resource that say its name again. */
  readonly repeats?: readonly string[];
  readonly scope: Readonly<Record<string, string>>;
  readonly opaque: boolean;
}

export interface Wish {
  readonly principal: string;
  readonly meaning: Meaning;
  /** Rules of the user's own layer that ask. */
  readonly asking: readonly string[];
  readonly reason: string;
}

/** What the snippet has to say beside the rule. */
export interface Surroundings {
  readonly packs: readonly string[];
  /** The rules that ask, as they are written. */
  readonly rules: ReadonlyMap<string, Rule>;
}

export interface Snippet {
  readonly version: 1;
  readonly packs?: readonly string[];
  readonly except?: readonly string[];
  readonly rules: readonly Rule[];
}

const MILD: ReadonlySet<string> = new Set(['read', 'write']);
/** Where deleting can be allowed for good; `machine` and `protected` are not among them. */
const OWN: ReadonlySet<string> = new Set(['project', 'temporary', 'local']);
/** What makes a command elsewhere reach further although the rest is the same: it must be absent where it was absent. */
const WIDER = {
  resource: ['all', 'selector', 'subresource'],
  scope: ['as', 'as_group', 'credential', 'endpoint', 'kubeconfig', 'server', 'tls'],
} as const;

/** May it be proposed at all? */
export function mayBeProposed({ effects, opaque, scope }: Meaning): boolean {
  if (opaque || effects.length === 0) return false;
  if (effects.every((effect) => MILD.has(effect))) return true;
  return effects.every((effect) => MILD.has(effect) || effect === 'destroy') && OWN.has(scope['reach'] ?? '');
}

/**
 * A rule that allows must not meet a stricter one: those that ask are switched off, and said again for everything else.
 * Undefined when a value cannot be written without doubt, or a rule is not there any more.
 */
export function reliefOf(
  { principal, meaning, asking, reason }: Wish,
  { packs, rules }: Surroundings,
): Snippet | undefined {
  if (!mayBeProposed(meaning)) return undefined;
  const fields = [...Object.values(meaning.resource), ...Object.values(meaning.scope)];
  if (![principal, meaning.tool, meaning.operation, ...fields].every(isPlain)) return undefined;
  const condition = conditionOf(principal, meaning);
  const allowed: Rule = {
    id: `asked-often-${slug(meaning.tool)}-${slug(meaning.operation)}`,
    match: { tool: meaning.tool, operation: meaning.operation, effects: [...meaning.effects], opaque: false },
    when: condition,
    decision: 'allow',
    reason,
  };
  const rest: Rule[] = [];
  for (const id of asking) {
    const rule = rules.get(id);
    if (rule === undefined) return undefined;
    const { id: _, match, when, ...others } = rule;
    const otherwise = `!(${condition})`;
    const whole = when === undefined ? otherwise : `(${when}) && ${otherwise}`;
    rest.push({ id: `${slug(id)}-otherwise`, match, when: whole, ...others });
  }
  return {
    version: 1,
    ...(packs.length === 0 ? {} : { packs }),
    ...(asking.length === 0 ? {} : { except: asking }),
    rules: [allowed, ...rest],
  };
}

function conditionOf(
  principal: string,
  { tool, operation, effects, resource, named, repeats = [], scope }: Meaning,
): string {
  const equal = (field: string, value: string) => `${field} == '${value}'`;
  const absent = OWN.has(scope['reach'] ?? '') ? { resource: [], scope: [] } : WIDER;
  return [
    equal('request.principal.id', principal),
    equal('action.tool', tool),
    equal('action.operation', operation),
    `action.effects == [${effects.map((effect) => `'${effect}'`).join(', ')}]`,
    '!action.opaque',
    ...(named ? ["action.resource.name != ''"] : [equal('action.resource.name', '')]),
    ...repeats.map((field) => `action.resource.${field} == action.resource.name`),
    ...Object.entries(resource).map(([field, value]) => equal(`action.resource.${field}`, value)),
    ...Object.entries(scope).map(([field, value]) => equal(`action.scope.${field}`, value)),
    ...absent.resource
      .filter((field) => !(field in resource || repeats.includes(field)))
      .map((field) => equal(`action.resource.${field}`, '')),
    ...absent.scope.filter((field) => !(field in scope)).map((field) => equal(`action.scope.${field}`, '')),
  ].join(' && ');
}

/** Means the same in a pattern, in a condition and in YAML. */
function isPlain(value: string): boolean {
  return /^[A-Za-z0-9_@%+=:,./ -]+$/.test(value);
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}
