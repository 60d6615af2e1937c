import { AGENTS, ANY_CI, type Harness, marked, named, PIPELINES, type Pipeline } from './harnesses.ts';
import type { Job, Parent, Principal } from './request.ts';

/** A process above gate with what is known about it, nearest first. */
export interface Ancestor extends Parent {
  /** Base names of the program and of the script an interpreter runs. */
  readonly programs: readonly string[];
  /** Its environment, where this uid may read it and it holds a marker of any harness. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Identified {
  readonly principal: Principal;
  /** One sentence per fact that led to it, for `gate whoami` and for refusals. */
  readonly why: readonly string[];
  /** True when an agent, a pipeline or gate itself is among the ancestors: nobody can vote from here. */
  readonly supervised: boolean;
  /** The CI job around it, of an agent too. */
  readonly job?: Job;
}

/**
 * Who asks. An agent is known by what executes: a marker in the environment, or an agent among the ancestors (then
 * dropping the marker changes nothing). No option and no variable can make an agent a person; a variable that makes a
 * person an agent only costs that person freedom.
 */
export function identify(
  user: string,
  host: string,
  environment: Readonly<Record<string, string>>,
  ancestors: readonly Ancestor[],
): Identified {
  const person = `person:${name(user)}@${name(host)}`;
  const underGate = ancestors.find((ancestor) => ancestor.programs.includes('gate'));
  const agent = find(AGENTS, environment, ancestors);
  if (agent) {
    const around = marked(PIPELINES, environment);
    const session = sessionOf(agent.harness, agent.environment);
    return {
      principal: {
        kind: 'agent',
        id: `agent:${agent.harness.name}@${person.slice('person:'.length)}`,
        owner: person,
        known: agent.ancestor ? 'os' : 'claimed',
        harness: agent.harness.name,
        ...(session ? { session } : {}),
      },
      why: agent.why,
      supervised: true,
      // Agents set CI for what they run, to be asked nothing: that alone is no job.
      ...(around && around.name !== ANY_CI ? { job: jobOf(around, environment) } : {}),
    };
  }
  const pipeline = find(PIPELINES, environment, ancestors);
  if (pipeline) {
    const session = sessionOf(pipeline.harness, pipeline.environment);
    const subject = subjectOf(pipeline.harness, pipeline.environment);
    return {
      principal: {
        kind: 'pipeline',
        id: `pipeline:${pipeline.harness.name}/${subject || person.slice('person:'.length)}`,
        owner: person,
        known: 'claimed',
        harness: pipeline.harness.name,
        ...(session ? { session } : {}),
      },
      why: pipeline.why,
      supervised: true,
      job: jobOf(pipeline.harness, pipeline.environment),
    };
  }
  return {
    principal: { kind: 'person', id: person, known: 'os' },
    why: [
      `the operating system says the user is ${name(user)}`,
      'no agent or pipeline is among the parent processes, and none of their markers is set',
      ...(underGate ? [`gate itself is among the parent processes (${underGate.pid})`] : []),
    ],
    supervised: underGate !== undefined,
  };
}

/**
 * Who calls a hook or a server of a harness is an agent in it, whatever the process looks like: nobody becomes a person by it.
 * @param harness by its name in `harnesses.ts`
 */
export function asAgent(identified: Identified, harness: string): Identified {
  const { principal, why } = identified;
  if (principal.kind === 'agent') return { ...identified, supervised: true };
  const owner = principal.owner ?? principal.id;
  return {
    principal: {
      kind: 'agent',
      id: `agent:${harness}@${owner.slice('person:'.length)}`,
      owner,
      known: 'claimed',
      harness,
    },
    why: [...why, `${harness} calls gate on behalf of its agent`],
    supervised: true,
  };
}

interface Found<H> {
  readonly harness: H;
  readonly ancestor?: Ancestor;
  readonly environment: Readonly<Record<string, string>>;
  readonly why: readonly string[];
}

/** By what is set here first; then by the nearest parent that is one, or carries a marker. */
function find<H extends Harness>(
  harnesses: readonly H[],
  environment: Readonly<Record<string, string>>,
  ancestors: readonly Ancestor[],
): Found<H> | undefined {
  const here = marked(harnesses, environment);
  for (const ancestor of ancestors) {
    const harness = named(harnesses, ancestor.programs) ?? marked(harnesses, ancestor.environment ?? {});
    if (!harness || (here && here !== harness)) continue;
    const among = `${harness.name} is among the parent processes (${ancestor.name}, ${ancestor.pid})`;
    const removed = harness.variables.length > 0 ? ['its marker was removed from the environment'] : [];
    const own = here ? environment : (ancestor.environment ?? {});
    return { harness, ancestor, environment: own, why: here ? [setHere(here), among] : [among, ...removed] };
  }
  return here && { harness: here, environment, why: [setHere(here)] };
}

function setHere({ name, variables }: Harness): string {
  return `${variables.join(' or ')} is set, which ${name} sets for what it runs`;
}

function sessionOf(harness: Harness, environment: Readonly<Record<string, string>>): string | undefined {
  for (const variable of harness.session ?? []) {
    const value = environment[variable];
    if (value) return name(value);
  }
  return undefined;
}

function jobOf({ name: system, stays }: Pipeline, environment: Readonly<Record<string, string>>): Job {
  return { system, stays: stays !== undefined && environment[stays[0]] === stays[1] };
}

function subjectOf(pipeline: Pipeline, environment: Readonly<Record<string, string>>): string {
  const parts = pipeline.subject.map((variable) => environment[variable] ?? '').filter((part) => part !== '');
  return parts.map(name).join('/');
}

/** Names end up in ids and on screens: keep what names are made of, and bound the length. */
function name(raw: string): string {
  const clean = raw.replace(/[^A-Za-z0-9._/+-]/g, '_').slice(0, 128);
  return clean === '' ? 'unknown' : clean;
}
