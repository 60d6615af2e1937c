import {
  ANY_TOOL,
  type Compiled,
  type CompiledPlace,
  type CompiledRule,
  type CompiledTarget,
  type Patterns,
  type Shard,
} from './compiled.ts';
import type { Rule, Target } from './document.ts';
import { seconds } from './duration.ts';
import { isExact } from './glob.ts';
import type { Parsed } from './parse.ts';

/** A checked document as plain data, in shards by tool. Pure. */
export function compile({ policy, place }: Parsed): Compiled {
  const shards = new Map<string, { rules: CompiledRule[]; targets: CompiledTarget[] }>();
  const shard = (tool: string) => {
    const found = shards.get(tool) ?? { rules: [], targets: [] };
    shards.set(tool, found);
    return found;
  };
  policy.rules?.forEach((rule, order) => {
    const { line } = place(['rules', order, 'id']);
    const compiled = ruleOf(rule, order, line);
    for (const tool of toolsOf(compiled.tool)) shard(tool).rules.push(compiled);
  });
  policy.targets?.forEach((target) => {
    const compiled = targetOf(target);
    for (const tool of toolsOf(compiled.tool)) shard(tool).targets.push(compiled);
  });
  return {
    header: {
      ...(policy.packs && { packs: policy.packs.map((name, index) => ({ name, ...place(['packs', index]) })) }),
      ...(policy.default && { default: policy.default }),
      ...(policy.mode && { mode: policy.mode }),
      ...(policy.except && { except: policy.except }),
      ...(policy.local && { local: policy.local.map(placeOf) }),
    },
    shards: shards as Map<string, Shard>,
  };
}

function toolsOf(patterns: Patterns | undefined): Iterable<string> {
  return patterns?.every(isExact) ? new Set(patterns) : [ANY_TOOL];
}

function ruleOf(rule: Rule, order: number, line: number): CompiledRule {
  const { match, approvers, limit } = rule;
  const count = approvers?.count ?? 1;
  const expiresSeconds = approvers?.expires && seconds(approvers.expires);
  const startWithinSeconds = approvers?.start_within && seconds(approvers.start_within);
  return {
    id: rule.id,
    line,
    order,
    decision: rule.decision,
    ...placeOf(match),
    ...(match.operation !== undefined && { operation: list(match.operation) }),
    ...(match.effects && { effects: match.effects }),
    ...(match.labels !== undefined && { labels: list(match.labels) }),
    ...(match.owner !== undefined && { owner: list(match.owner) }),
    ...(match.boundary !== undefined && { boundary: list(match.boundary) }),
    ...(match.opaque !== undefined && { opaque: match.opaque }),
    ...(match.attended !== undefined && { attended: match.attended }),
    ...(rule.when !== undefined && { when: rule.when }),
    ...(rule.mode === 'observe' && { observe: true }),
    ...(approvers && {
      approvers: {
        from: approvers.from ?? ['owners'],
        count,
        evidence: approvers.evidence ?? 'os',
        separation: approvers.separation ?? (count >= 2 ? 'owner' : 'none'),
        ...(approvers.remind && { remindSeconds: seconds(approvers.remind)! }),
        ...(approvers.escalate && {
          escalate: { to: approvers.escalate.to, afterSeconds: seconds(approvers.escalate.after)! },
        }),
        ...(approvers.standing !== undefined && {
          standingSeconds: approvers.standing === 'never' ? 0 : seconds(approvers.standing)!,
        }),
        ...(approvers.stands && { standsSeconds: seconds(approvers.stands)! }),
        ...(approvers.relays && { relays: approvers.relays }),
        ...(approvers.break_glass && { breakGlass: approvers.break_glass }),
      },
    }),
    ...(expiresSeconds && { expiresSeconds }),
    ...(startWithinSeconds && { startWithinSeconds }),
    ...(limit && { limit: { count: limit.count, windowSeconds: seconds(limit.per)!, by: limit.by ?? 'principal' } }),
    ...(rule.credentials !== undefined && { credentials: rule.credentials }),
    ...(rule.view !== undefined && rule.view !== 'as-is' && { view: rule.view }),
    ...(rule.tags && { tags: rule.tags }),
    ...(rule.reason !== undefined && { reason: oneLine(rule.reason) }),
    ...(rule.suggest !== undefined && { suggest: oneLine(rule.suggest) }),
  };
}

function targetOf(target: Target): CompiledTarget {
  return {
    id: target.id,
    ...placeOf(target.match),
    labels: target.labels ?? [],
    ...(target.owner !== undefined && { owner: target.owner }),
    ...(target.boundary !== undefined && { boundary: target.boundary }),
  };
}

function placeOf(match: Target['match']): CompiledPlace {
  return {
    ...(match.tool !== undefined && { tool: list(match.tool) }),
    ...(match.resource && { resource: lists(match.resource) }),
    ...(match.scope && { scope: lists(match.scope) }),
  };
}

const list = (patterns: string | readonly string[]): Patterns =>
  typeof patterns === 'string' ? [patterns] : [...patterns];

function lists(fields: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, Patterns> {
  const found: Record<string, Patterns> = {};
  for (const [field, patterns] of Object.entries(fields)) if (patterns !== undefined) found[field] = list(patterns);
  return found;
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
