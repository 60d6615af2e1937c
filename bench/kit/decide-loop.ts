import { decide } from '../../src/policy/decide.ts';
import { policies } from '../../test/policy/build.ts';
import { type Asked, questions } from './asked.ts';
import { cedarPolicy, gatePolicy, generated } from './policies.ts';

/**
 * Its own program, so that Node and Bun can both run it: `decide-loop RULES SLICES CONDITIONS`. Prints one JSON line: how
 * many decisions a second gate and Cedar made, slice by slice in turn, after both gave the same answer to every question.
 */

export interface Measured {
  readonly gate: readonly number[];
  /** Empty when Cedar does not load in this runtime. */
  readonly cedar: readonly number[];
  readonly questions: number;
  readonly allowed: number;
  readonly missing?: string;
}

const SLICE_MILLISECONDS = 150;
const QUESTIONS = 500;
const NONE = () => 0;

export async function measure(count: number, slices: number, conditions: boolean): Promise<Measured> {
  const rules = generated(count, conditions);
  const set = await policies({ user: gatePolicy(rules, { packs: [], default: 'deny' }) });
  const asked = questions(QUESTIONS, 'bench');
  const gate = ({ request, command }: Asked) => decide(request, command, set, NONE).kind === 'allow';
  const allowed = asked.filter(gate).length;

  let cedar: (one: Asked) => boolean;
  try {
    cedar = await preparsed(cedarPolicy(rules));
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    return {
      gate: Array.from({ length: slices + 1 }, () => rate(gate, asked)).slice(1),
      cedar: [],
      questions: asked.length,
      allowed,
      missing,
    };
  }
  for (const one of asked) {
    if (gate(one) !== cedar(one)) throw new Error(`gate and Cedar differ about ${JSON.stringify(one)}`);
  }
  const rates = { gate: [] as number[], cedar: [] as number[] };
  for (let slice = -1; slice < slices; slice++) {
    const ours = rate(gate, asked);
    const theirs = rate(cedar, asked);
    if (slice < 0) continue; // The first warms up.
    rates.gate.push(ours);
    rates.cedar.push(theirs);
  }
  return { ...rates, questions: asked.length, allowed };
}

async function preparsed(text: string): Promise<(one: Asked) => boolean> {
  const { preparsePolicySet, statefulIsAuthorized } = await import('@cedar-policy/cedar-wasm/nodejs');
  const parsed = preparsePolicySet('bench', { staticPolicies: text });
  if (parsed.type !== 'success') throw new Error(`Cedar refuses the policy: ${parsed.errors[0]?.message}`);
  return ({ call }) => {
    const answer = statefulIsAuthorized(call);
    if (answer.type !== 'success') throw new Error(`Cedar refuses the request: ${answer.errors[0]?.message}`);
    return answer.response.decision === 'allow';
  };
}

/** Decisions per second; every question in turn, so that none is answered from what the one before left behind. */
function rate(answer: (one: Asked) => boolean, asked: readonly Asked[]): number {
  const since = performance.now();
  let at = 0;
  let elapsed = 0;
  while (elapsed < SLICE_MILLISECONDS) {
    for (let batch = 0; batch < 50; batch++) answer(asked[at++ % asked.length]!);
    elapsed = performance.now() - since;
  }
  return (at / elapsed) * 1000;
}

if (import.meta.main) {
  const [rules, slices, conditions] = process.argv.slice(2);
  process.stdout.write(
    `${JSON.stringify(await measure(Number(rules), Number(slices), conditions === 'conditions'))}\n`,
  );
}
