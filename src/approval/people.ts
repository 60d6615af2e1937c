import { glob } from '../policy/glob.ts';
import type { Identified } from '../request/principal.ts';
import type { Principal } from '../request/request.ts';

/** Who exists, as somebody wrote it into a configuration file (docs/people.md). */
export interface People {
  /** The file. */
  readonly source: string;
  readonly people: readonly Person[];
  readonly groups: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly agents: readonly NamedAgent[];
}

export interface Person {
  readonly name: string;
  /** `USER`, or `USER@HOST` for one machine. */
  readonly os: readonly string[];
  /** `TYPE BASE64`: they count without enrolment. */
  readonly sshKeys: readonly string[];
  /** As an issuer of logins says them. */
  readonly email?: readonly string[];
}

/** An agent or pipeline with a name of its own and a person who answers for it. */
export interface NamedAgent {
  readonly name: string;
  /** Pattern of the whole permanent name, such as `agent:claude-code@*`. */
  readonly match?: string;
  /** Accounts of its own, `USER` or `USER@HOST`: whoever comes from one of them is this agent, whatever they say. */
  readonly os?: readonly string[];
  readonly owner: string;
}

/**
 * The same caller under the names of the directory: one person, however many accounts they have. Somebody whom the
 * directory does not know keeps the name of their account, and is in no group. Pure.
 */
export function recognised(identified: Identified, people: People | undefined): Identified {
  if (people === undefined) return identified;
  const { principal } = identified;
  const account = principal.kind === 'person' ? principal.id : principal.owner;
  const own = account === undefined ? undefined : agentAt(account, people);
  if (own !== undefined) return asNamed(identified, own, account ?? '', people.source);
  const person = account === undefined ? undefined : personAt(account, people);
  const why = person && `${account?.slice(PERSON.length)} is ${person.name} in ${people.source}`;
  if (principal.kind === 'person') {
    const unknown = `nobody in ${people.source} has the account ${principal.id.slice(PERSON.length)}`;
    return {
      ...identified,
      principal: person ? { ...principal, id: PERSON + person.name } : principal,
      why: [...identified.why, why ?? unknown],
    };
  }
  const owned: Principal = person ? { ...principal, owner: PERSON + person.name } : principal;
  const agent = people.agents.find(({ match }) => match !== undefined && glob(match)(principal.id));
  if (!agent) return { ...identified, principal: owned, why: why ? [...identified.why, why] : identified.why };
  return {
    ...identified,
    principal: { ...owned, id: `${principal.kind}:${agent.name}@${agent.owner}`, owner: PERSON + agent.owner },
    why: [...identified.why, `${principal.id} is ${agent.name} of ${agent.owner} in ${people.source}`],
  };
}

/** The person behind a permanent name, if the directory knows them. */
export function personOf(id: string, people: People): Person | undefined {
  return id.startsWith(PERSON) ? people.people.find(({ name }) => id === PERSON + name) : undefined;
}

export const PERSON = 'person:';

/** The agent whose own account this is. @param id `person:USER@HOST` */
export function agentAt(id: string, { agents }: People): NamedAgent | undefined {
  return at(id, agents);
}

/** Whoever comes from an account of an agent is that agent, whatever is set there. */
function asNamed(identified: Identified, agent: NamedAgent, account: string, source: string): Identified {
  const principal: Principal = {
    ...identified.principal,
    kind: 'agent',
    id: `agent:${agent.name}@${agent.owner}`,
    owner: PERSON + agent.owner,
    known: 'os',
  };
  return {
    ...identified,
    principal,
    why: [
      ...identified.why,
      `${account.slice(PERSON.length)} is an account of ${agent.name} of ${agent.owner} in ${source}`,
    ],
    supervised: true,
  };
}

/** What is said of one machine goes before what is said of all. */
function personAt(id: string, { people }: People): Person | undefined {
  return at(id, people);
}

function at<Named extends { readonly os?: readonly string[] }>(id: string, all: readonly Named[]): Named | undefined {
  const account = id.slice(PERSON.length);
  const user = account.slice(0, account.indexOf('@'));
  return all.find(({ os }) => os?.includes(account)) ?? all.find(({ os }) => os?.includes(user));
}
