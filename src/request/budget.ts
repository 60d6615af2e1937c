import { AGENTS } from './harnesses.ts';
import type { Principal } from './request.ts';

/** How long the harness that runs gate lets one command run. */
export interface Allowance {
  readonly harness: string;
  readonly milliseconds: number;
}

const SHORTEST = 1000;
/** What a variable says beyond this is no time that anybody waits. */
const LONGEST = 24 * 3600 * 1000;

/**
 * The budget of the calling harness, as far as it is known; undefined for people, pipelines and harnesses that say
 * nothing. The environment is the caller's: a value that is no number of milliseconds counts for nothing, and of two the
 * shorter counts, since waiting too short costs another call and waiting too long the answer.
 */
export function budgetOf(
  { kind, harness: name }: Pick<Principal, 'kind' | 'harness'>,
  environment: Readonly<Record<string, string | undefined>>,
): Allowance | undefined {
  const budget = kind === 'agent' ? AGENTS.find((harness) => harness.name === name)?.budget : undefined;
  if (name === undefined || budget === undefined) return undefined;
  const { usual, variable, most } = budget;
  const said = milliseconds(variable, environment) ?? usual;
  return { harness: name, milliseconds: Math.min(said, milliseconds(most, environment) ?? said) };
}

function milliseconds(
  variable: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): number | undefined {
  const text = variable === undefined ? undefined : environment[variable];
  if (text === undefined || !/^\d{1,15}$/.test(text) || Number(text) === 0) return undefined;
  return Math.min(Math.max(Number(text), SHORTEST), LONGEST);
}
