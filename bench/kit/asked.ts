import type { StatefulAuthorizationCall } from '@cedar-policy/cedar-wasm/nodejs';
import type { Action } from '../../src/command/action.ts';
import type { Facts } from '../../src/policy/condition.ts';
import { CLUSTERS, chooser, PARTS, REGIONS, STAGES, TOOLS } from './policies.ts';

/** One question, as gate is asked and as Cedar is asked; both made beforehand. Pure. */
export interface Asked {
  readonly request: Facts;
  readonly command: { readonly actions: readonly Action[] };
  readonly call: StatefulAuthorizationCall;
}

const agent: Facts = {
  principal: { kind: 'agent', id: 'agent:claude-code@alice@laptop', owner: 'person:alice@laptop', known: 'os' },
  argv: ['command'],
  cwd: '/home/alice/shop',
  host: 'laptop',
  user: { uid: 1000, name: 'alice' },
  tty: false,
  stdin: 'null',
  parents: [],
  at: Date.UTC(2026, 4, 6, 12),
};
const person: Facts = {
  ...agent,
  principal: { kind: 'person', id: 'person:alice@laptop', known: 'os' },
  tty: true,
  stdin: 'terminal',
};

/** One action with one effect each: what Cedar answers with one call, too. */
export function questions(count: number, policies: string): readonly Asked[] {
  const pick = chooser(7);
  return Array.from({ length: count }, () => {
    const tool = pick(Object.keys(TOOLS));
    const { place, part, operations } = TOOLS[tool]!;
    const [operation, effect] = pick(Object.entries(operations));
    const where = `${pick(STAGES)}-${pick(REGIONS)}-${pick(CLUSTERS)}`;
    const whose = pick(PARTS);
    const name = `${whose}-${pick(CLUSTERS)}`;
    const fields: Record<'scope' | 'resource', Record<string, string>> = {
      scope: {},
      resource: { kind: 'thing', name },
    };
    fields[place[0]][place[1]] = where;
    fields[part[0]][part[1]] = whose;
    const who = pick([agent, person]);
    return {
      request: { ...who },
      command: { actions: [{ tool, operation, effects: [effect], ...fields, opaque: false }] },
      call: {
        principal: { type: who === agent ? 'Agent' : 'Person', id: who.principal.id },
        action: { type: 'Action', id: effect },
        resource: { type: tool, id: name },
        context: { operation, place: where, part: whose, name },
        preparsedPolicySetId: policies,
        entities: [],
      },
    };
  });
}
