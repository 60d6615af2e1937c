import type { Effect } from '../../src/command/action.ts';

/**
 * Policies as a platform team writes them: which stage, which team's part, which operations, who. Generated once in a form
 * of our own, then spelled as gate's YAML and as Cedar, with the same answers. Pure, and the same every time.
 */

interface Tool {
  /** The field that says where, and the one that says whose part of it. */
  readonly place: readonly ['scope' | 'resource', string];
  readonly part: readonly ['scope' | 'resource', string];
  readonly operations: Readonly<Record<string, Effect>>;
}

export const TOOLS: Readonly<Record<string, Tool>> = {
  kubectl: {
    place: ['scope', 'context'],
    part: ['resource', 'namespace'],
    operations: { get: 'read', describe: 'read', apply: 'write', scale: 'write', delete: 'destroy', exec: 'execute' },
  },
  psql: {
    place: ['scope', 'host'],
    part: ['scope', 'database'],
    operations: {
      SELECT: 'read',
      INSERT: 'write',
      UPDATE: 'write',
      'DROP TABLE': 'destroy',
      GRANT: 'privilege',
      COPY: 'export',
    },
  },
  aws: {
    place: ['scope', 'profile'],
    part: ['scope', 'account'],
    operations: {
      's3:ListBucket': 'read',
      's3:PutObject': 'write',
      's3:DeleteObject': 'destroy',
      'iam:PutRolePolicy': 'privilege',
      'secretsmanager:GetSecretValue': 'secret',
    },
  },
  terraform: {
    place: ['scope', 'workspace'],
    part: ['scope', 'project'],
    operations: { plan: 'read', apply: 'write', destroy: 'destroy', console: 'execute' },
  },
};

export interface Rule {
  readonly id: string;
  readonly decision: 'allow' | 'deny';
  /** Absent: any. */
  readonly tool?: string;
  readonly operation?: string;
  readonly effects: readonly Effect[];
  readonly place?: string;
  readonly part?: string;
  /** Pattern on the name of the resource, which every tool has. */
  readonly name?: string;
  /** A condition in gate, a constraint on the principal in Cedar. */
  readonly agentsOnly?: boolean;
}

export type Pick = <Value>(values: readonly Value[]) => Value;

/** The same choices on every machine and in every run. */
export function chooser(seed: number): Pick {
  let state = seed;
  return (values) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)]!;
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
export const STAGES = ['dev', 'staging', 'prod'] as const;
export const REGIONS = ['eu', 'us', 'ap'] as const;
export const CLUSTERS = numbers(12);
export const PARTS = numbers(60).map((team) => `team-${team}`);
const CHANGES: readonly Effect[] = ['write', 'destroy', 'execute', 'privilege', 'secret', 'export'];

/** The first allows reading; of the others a tenth is about any tool, and a tenth has a condition. */
export function generated(count: number, conditions = true): readonly Rule[] {
  const pick = chooser(count);
  const rules: Rule[] = [{ id: 'reading', decision: 'allow', effects: ['read'] }];
  for (let index = 1; index < count; index++) {
    const id = `rule-${index}`;
    if (index % 10 === 5) {
      rules.push({ id, decision: 'deny', effects: [pick(CHANGES), pick(CHANGES)], name: `${pick(PARTS)}-*` });
      continue;
    }
    const tool = pick(Object.keys(TOOLS));
    const stage = pick(STAGES);
    const region = pick(REGIONS);
    const place = pick([`${stage}-*`, `${stage}-${region}-*`, `${stage}-${region}-${pick(CLUSTERS)}`]);
    const known = Object.values(TOOLS[tool]!.operations);
    const operation = pick([undefined, undefined, ...Object.keys(TOOLS[tool]!.operations)]);
    const part = pick([undefined, pick(PARTS), pick(PARTS), pick(PARTS)]);
    rules.push({
      id,
      decision: stage === 'prod' ? 'deny' : 'allow',
      tool,
      effects:
        operation === undefined ? [...new Set([pick(known), pick(known)])] : [TOOLS[tool]!.operations[operation]!],
      place,
      ...(operation === undefined ? {} : { operation }),
      ...(part === undefined ? {} : { part }),
      ...(conditions && index % 10 === 7 ? { agentsOnly: true } : {}),
    });
  }
  return rules;
}

export function gatePolicy(rules: readonly Rule[], options: { packs: readonly string[]; default?: 'deny' }): string {
  const lines = ['version: 1', `packs: [${options.packs.join(', ')}]`];
  if (options.default) lines.push(`default: ${options.default}`);
  lines.push('rules:');
  for (const { id, decision, tool, operation, effects, place, part, name, agentsOnly } of rules) {
    const fields: Record<'scope' | 'resource', Record<string, string>> = { scope: {}, resource: {} };
    const shape = tool === undefined ? undefined : TOOLS[tool];
    if (shape && place !== undefined) fields[shape.place[0]][shape.place[1]] = place;
    if (shape && part !== undefined) fields[shape.part[0]][shape.part[1]] = part;
    if (name !== undefined) fields.resource['name'] = name;
    const match = {
      ...(tool && { tool }),
      ...(operation && { operation }),
      effects: [...new Set(effects)],
      ...(Object.keys(fields.scope).length > 0 && { scope: fields.scope }),
      ...(Object.keys(fields.resource).length > 0 && { resource: fields.resource }),
    };
    // JSON is YAML.
    lines.push(`  - id: ${id}`, `    match: ${JSON.stringify(match)}`, `    decision: ${decision}`);
    if (agentsOnly) lines.push("    when: request.principal.kind == 'agent'");
  }
  return `${lines.join('\n')}\n`;
}

/** Constraints where Cedar has them (it skips the rest of a policy whose head does not fit), conditions for the rest. */
export function cedarPolicy(rules: readonly Rule[]): string {
  return rules
    .map(({ decision, tool, operation, effects, place, part, name, agentsOnly }) => {
      const principal = agentsOnly ? 'principal is Agent' : 'principal';
      const actions = [...new Set(effects)].map((effect) => `Action::"${effect}"`);
      const action = actions.length === 1 ? `action == ${actions[0]}` : `action in [${actions.join(', ')}]`;
      const resource = tool === undefined ? 'resource' : `resource is ${tool}`;
      const conditions = [
        ...(operation === undefined ? [] : [`context.operation == "${operation}"`]),
        ...(place === undefined ? [] : [compared('place', place)]),
        ...(part === undefined ? [] : [compared('part', part)]),
        ...(name === undefined ? [] : [compared('name', name)]),
      ];
      const when = conditions.length === 0 ? '' : ` when { ${conditions.join(' && ')} }`;
      return `${decision === 'allow' ? 'permit' : 'forbid'} (${principal}, ${action}, ${resource})${when};`;
    })
    .join('\n');
}

function compared(field: string, pattern: string): string {
  return pattern.includes('*') ? `context.${field} like "${pattern}"` : `context.${field} == "${pattern}"`;
}
