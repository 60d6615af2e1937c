import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Action, Effect } from '../command/action.ts';
import type { Request } from '../request/request.ts';
import { ACTION_FIELDS, nearest, PRINCIPAL_FIELDS, REQUEST_FIELDS, RESOURCE_FIELDS, SCOPE_FIELDS } from './fields.ts';

/**
 * `when`: a CEL condition. Only this file knows CEL, and the run path imports it only when a rule that matches has one.
 * Every documented field exists, absent ones are '' or []; a field nobody documented is an error when the policy is read.
 */

/** What a condition sees beside the request and the action. */
export interface Touched {
  readonly labels: readonly string[];
  readonly owners: readonly string[];
  readonly boundaries: readonly string[];
}

export type Facts = Pick<Request, 'principal' | 'argv' | 'cwd' | 'host' | 'user' | 'tty' | 'stdin' | 'parents' | 'at'> &
  Pick<Request, 'intent' | 'ticket'>;

/** @throws when it cannot be evaluated; the caller makes a deny of that */
export type Condition = (request: Facts, action: Action, effect: Effect, touched: Touched) => boolean;

export interface ConditionError {
  readonly message: string;
  readonly hint?: string;
  /** Where in the expression. */
  readonly offset: number;
}

class PrincipalValue {}
class RequestValue {}
class ResourceValue {}
class ScopeValue {}
class ActionValue {}

const texts = (fields: object) => Object.fromEntries(Object.keys(fields).map((field) => [field, 'string']));
const types = (fields: Readonly<Record<string, readonly [string, string]>>) =>
  Object.fromEntries(Object.entries(fields).map(([field, [type]]) => [field, type]));

const environment = new Environment({
  limits: { maxAstNodes: 500, maxDepth: 32, maxListElements: 200, maxMapEntries: 50 },
})
  .registerType('Principal', { ctor: PrincipalValue, fields: types(PRINCIPAL_FIELDS) })
  .registerType('Request', { ctor: RequestValue, fields: { ...types(REQUEST_FIELDS), principal: 'Principal' } })
  .registerType('Resource', { ctor: ResourceValue, fields: texts(RESOURCE_FIELDS) })
  .registerType('Scope', { ctor: ScopeValue, fields: texts(SCOPE_FIELDS) })
  .registerType('Action', {
    ctor: ActionValue,
    fields: { ...types(ACTION_FIELDS), resource: 'Resource', scope: 'Scope' },
  })
  .registerVariable('request', 'Request')
  .registerVariable('action', 'Action');

const SHAPES: Readonly<Record<string, readonly string[]>> = {
  request: [...Object.keys(REQUEST_FIELDS), 'principal'],
  action: [...Object.keys(ACTION_FIELDS), 'resource', 'scope'],
  principal: Object.keys(PRINCIPAL_FIELDS),
  resource: Object.keys(RESOURCE_FIELDS),
  scope: Object.keys(SCOPE_FIELDS),
};

/** What is wrong with a condition, or undefined. */
export function checkCondition(source: string): ConditionError | undefined {
  let tree: ASTNode;
  try {
    tree = environment.parse(source).ast;
  } catch (error) {
    return described(error, source);
  }
  const refused = refusal(tree, 0);
  if (refused) return refused;
  const checked = environment.check(source);
  if (!checked.valid) return described(checked.error, source);
  if (checked.type === 'bool') return undefined;
  return { message: `the condition gives ${checked.type ?? 'no value'}, not true or false`, offset: 0 };
}

/** @throws when `checkCondition` would have found something wrong */
export function compileCondition(source: string): Condition {
  const wrong = checkCondition(source);
  if (wrong) throw new Error(wrong.message);
  const evaluate = environment.parse(source);
  return (request, action, effect, touched) => {
    const result: unknown = evaluate({ request: requestValue(request), action: actionValue(action, effect, touched) });
    if (typeof result !== 'boolean') throw new Error('the condition gave neither true nor false');
    return result;
  };
}

/** Functions that would take back a promise of this file, each with what to write instead. */
const REFUSED: Readonly<Record<string, string>> = {
  matches: 'regular expressions can take seconds; use `match` patterns, startsWith, endsWith or contains',
  dyn: 'it hides misspelt fields from the check',
  has: "every documented field exists; compare with '' or use size()",
};
const MACROS = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'bind', 'transformList', 'transformMap']);

function refusal(node: ASTNode, inside: number): ConditionError | undefined {
  const name = node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined;
  const offset = node.range.start;
  if (name !== undefined && Object.hasOwn(REFUSED, name)) {
    return { message: `\`${name}()\` is not allowed`, hint: REFUSED[name]!, offset };
  }
  const macro = node.op === 'rcall' && MACROS.has(node.args[0]);
  // One loop inside another is quadratic in what the requester wrote.
  if (macro && inside > 0) return { message: `\`${name}()\` inside another loop is not allowed`, offset };
  for (const child of children(node.args)) {
    const found = refusal(child, inside + (macro ? 1 : 0));
    if (found) return found;
  }
  return undefined;
}

function children(value: unknown): ASTNode[] {
  if (Array.isArray(value)) return value.flatMap(children);
  return typeof value === 'object' && value !== null && 'op' in value ? [value as ASTNode] : [];
}

function described(error: unknown, source: string): ConditionError {
  const { summary, range, message } = error as { summary?: string; range?: { start: number }; message: string };
  const offset = range?.start ?? 0;
  const text = (summary ?? message).split('\n')[0]!;
  const missing = /^No such key: (\w+)/.exec(text)?.[1];
  if (missing === undefined)
    return { message: `bad condition: ${text.charAt(0).toLowerCase()}${text.slice(1)}`, offset };
  const parent = /(\w+)\.$/.exec(source.slice(0, offset))?.[1] ?? '';
  const known = nearest(missing, SHAPES[parent] ?? []);
  const hint = known ? `did you mean \`${known}\`?` : 'docs/policy.md lists the fields';
  return { message: `unknown field \`${missing}\``, hint, offset };
}

/** Rules of one command share the request, and often the action. */
const requests = new WeakMap<Facts, RequestValue>();

function requestValue(request: Facts): RequestValue {
  let value = requests.get(request);
  if (value === undefined) {
    const { principal } = request;
    const who = Object.keys(PRINCIPAL_FIELDS).map((field) => [field, principal[field as keyof typeof principal] ?? '']);
    value = Object.assign(new RequestValue(), {
      principal: Object.assign(new PrincipalValue(), Object.fromEntries(who)),
      argv: [...request.argv],
      cwd: request.cwd,
      host: request.host,
      user: request.user.name,
      tty: request.tty,
      stdin: request.stdin,
      parents: request.parents.map((parent) => parent.name),
      intent: request.intent ?? '',
      ticket: request.ticket ?? '',
      at: new Date(request.at),
    });
    requests.set(request, value);
  }
  return value;
}

function actionValue(action: Action, effect: Effect, touched: Touched): ActionValue {
  return Object.assign(new ActionValue(), {
    tool: action.tool,
    operation: action.operation,
    effects: [...action.effects],
    effect,
    opaque: action.opaque,
    resource: filled(new ResourceValue(), RESOURCE_FIELDS, action.resource),
    scope: filled(new ScopeValue(), SCOPE_FIELDS, action.scope),
    labels: [...touched.labels],
    owners: [...touched.owners],
    boundaries: [...touched.boundaries],
  });
}

function filled<Value extends object>(
  value: Value,
  fields: object,
  given: Readonly<Record<string, string | undefined>>,
): Value {
  const target = value as Record<string, string>;
  for (const field of Object.keys(fields)) target[field] = (Object.hasOwn(given, field) && given[field]) || '';
  return value;
}
