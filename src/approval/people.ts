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
}

/** An agent or pipeline with a name of its own and a person who answers for it. */
export interface NamedAgent {
  readonly name: string;
  /** Pattern of the whole permanent name, such as `agent:claude-code@*`. */
  readonly match: string;
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
  const agent = people.agents.find(({ match }) => glob(match)(principal.id));
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

/** What is said of one machine goes before what is said of all. */
function personAt(id: string, { people }: People): Person | undefined {
  const account = id.slice(PERSON.length);
  const user = account.slice(0, account.indexOf('@'));
  return people.find(({ os }) => os.includes(account)) ?? people.find(({ os }) => os.includes(user));
}
