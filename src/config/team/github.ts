import { z } from 'zod';
import { sshKey } from '../../approval/factors/ssh-key.ts';
import { isEmail } from './csv.ts';
import { groupNamed } from './names.ts';
import { type LeftOut, nobody, type Sighting, type Team } from './sighting.ts';
import type { Document } from './slack.ts';
import { sourceError } from './source-error.ts';

/**
 * What GitHub answers: lists of members (REST: `orgs/ORG/members`, `orgs/ORG/teams/TEAM/members`), users (`users/USER`),
 * keys (`users/USER/keys`, with the login beside them), and GraphQL pages of `externalIdentities` (SAML) or
 * `membersWithRole`. The fields are those of GitHub's REST and GraphQL reference (2026). Pure.
 */

const text = z.string().nullish();
const key = z.union([z.string(), z.looseObject({ key: z.string() }).transform((each) => each.key)]);

const user = z.looseObject({
  login: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,98}(\[bot\])?$/, 'is no GitHub login'),
  type: text,
  name: text,
  email: text,
  organizationVerifiedDomainEmails: z.array(z.string()).nullish(),
  ssh_keys: z.array(key).nullish(),
});

const saml = z.looseObject({
  user: z.looseObject({ login: user.shape.login }).nullish(),
  samlIdentity: z
    .looseObject({ nameId: text, emails: z.array(z.looseObject({ value: z.string() })).nullish() })
    .nullish(),
  scimIdentity: z
    .looseObject({ username: text, emails: z.array(z.looseObject({ value: z.string() })).nullish() })
    .nullish(),
});

interface Account {
  readonly login: string;
  readonly files: Set<string>;
  readonly emails: Set<string>;
  readonly keys: Set<string>;
  readonly groups: Set<string>;
  name?: string;
  bot: boolean;
}

/** @throws GateError CONFIG_INVALID for what GitHub does not answer */
export function peopleOfGithub(documents: readonly Document[]): Team {
  const accounts = new Map<string, Account>();
  const notes: string[] = [];
  for (const { file, value } of documents) collect(value, { file, place: '', accounts, notes });
  const sightings: Sighting[] = [];
  const leftOut: LeftOut[] = [];
  for (const account of accounts.values()) {
    const at = `${[...account.files].join(', ')}: ${account.login}`;
    if (account.bot) leftOut.push({ at, who: account.login, why: 'is no user, as GitHub says' });
    else sightings.push(sightingOf(account, at));
  }
  return { sightings, leftOut, closed: [], notes };
}

interface Collecting {
  readonly file: string;
  /** Where in the file, as `[3].members`. */
  readonly place: string;
  /** The team whose members these are. */
  readonly group?: string;
  readonly accounts: Map<string, Account>;
  readonly notes: string[];
}

function collect(value: unknown, at: Collecting): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, { ...at, place: `${at.place}[${index}]` });
    return;
  }
  const found = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if ('login' in found) account(parsed(user, found, at), at);
  else if ('samlIdentity' in found || 'scimIdentity' in found) external(parsed(saml, found, at), at);
  else if ('data' in found || 'errors' in found) graph(found, at);
  else if (typeof found['slug'] === 'string' && 'members' in found) {
    members(found['members'], { ...at, place: `${at.place}.members` }, found['slug']);
  } else if (typeof found['message'] === 'string') {
    throw sourceError(at.file, [
      { place: at.place || '1', text: `GitHub did not give the list: \`${found['message']}\`` },
    ]);
  } else if (Object.keys(found).length > 0 && Object.values(found).every(Array.isArray)) {
    for (const [team, list] of Object.entries(found)) members(list, { ...at, place: `${at.place}.${team}` }, team);
  } else {
    const text = 'this is no list of members, no user, no team and no page of GraphQL as GitHub answers them';
    throw sourceError(at.file, [{ place: at.place || '1', text }]);
  }
}

/** The members of a team, as REST lists them or as a connection of GraphQL. */
function members(list: unknown, at: Collecting, team: string): void {
  const name = groupNamed(team);
  if (name === undefined) at.notes.push(`the GitHub team ${team} has no name that a group can have, and is left out`);
  collect(nodesOf(list), { ...at, ...(name === undefined ? {} : { group: name }) });
}

function graph({ data, errors }: Record<string, unknown>, at: Collecting): void {
  const of = (parent: unknown, ...path: string[]): unknown =>
    path.reduce<unknown>((each, step) => (each as Record<string, unknown> | null | undefined)?.[step], parent);
  const organization = of(data, 'organization');
  const lists = [
    of(organization, 'samlIdentityProvider', 'externalIdentities'),
    of(data, 'enterprise', 'ownerInfo', 'samlIdentityProvider', 'externalIdentities'),
    of(organization, 'membersWithRole'),
  ].filter((list) => list != null);
  const teams = [
    of(organization, 'team'),
    ...[of(organization, 'teams')].filter((list) => list != null).flatMap(nodesOf),
  ];
  const named = teams.filter((team) => team != null);
  if (lists.length + named.length === 0) {
    const said = of(errors, '0', 'message');
    const text =
      typeof said === 'string'
        ? `GitHub did not give the list: \`${said}\``
        : 'the page holds neither externalIdentities, membersWithRole nor teams';
    throw sourceError(at.file, [{ place: at.place || '1', text }]);
  }
  for (const list of lists) collect(nodesOf(list), at);
  for (const team of named) collect(team, at);
}

/** A connection of GraphQL has `nodes`, or `edges` with a `node` each. */
function nodesOf(list: unknown): readonly unknown[] {
  if (Array.isArray(list)) return list;
  const { nodes, edges } = (list ?? {}) as { nodes?: unknown; edges?: unknown };
  if (Array.isArray(nodes)) return nodes;
  return Array.isArray(edges) ? edges.map((edge) => (edge as { node?: unknown } | null)?.node) : [list];
}

function external({ user: linked, samlIdentity, scimIdentity }: z.infer<typeof saml>, at: Collecting): void {
  const names = [samlIdentity?.nameId, scimIdentity?.username];
  const emails = [...(samlIdentity?.emails ?? []), ...(scimIdentity?.emails ?? [])].map(({ value }) => value);
  const known = [...new Set([...names, ...emails].flatMap((each) => (each ? [each.toLowerCase()] : [])))].filter(
    isEmail,
  );
  if (linked == null) {
    at.notes.push(`${known[0] ?? names[0] ?? 'somebody'} has signed in to the organisation with no GitHub account yet`);
    return;
  }
  const { emails: all } = accountOf(linked.login, at);
  for (const email of known) all.add(email);
}

function account(found: z.infer<typeof user>, at: Collecting): void {
  const known = accountOf(found.login, at);
  if (found.name) known.name ??= found.name;
  known.bot ||= (found.type != null && found.type !== 'User') || found.login.endsWith('[bot]');
  for (const email of [found.email, ...(found.organizationVerifiedDomainEmails ?? [])]) {
    if (email && isEmail(email.toLowerCase())) known.emails.add(email.toLowerCase());
  }
  for (const line of found.ssh_keys ?? []) {
    const parsedKey = sshKey(line);
    if (parsedKey === undefined) at.notes.push(`a key of the GitHub user ${found.login} is of no type that gate knows`);
    else known.keys.add(parsedKey.line);
  }
}

function accountOf(login: string, { file, group, accounts }: Collecting): Account {
  const name = login.toLowerCase();
  const known = accounts.get(name) ?? {
    ...{
      login,
      files: new Set<string>(),
      emails: new Set<string>(),
      keys: new Set<string>(),
      groups: new Set<string>(),
    },
    bot: false,
  };
  accounts.set(name, known);
  known.files.add(file);
  if (group !== undefined) known.groups.add(group);
  return known;
}

function parsed<Shape extends z.ZodType>(shape: Shape, value: unknown, { file, place }: Collecting): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => ({
    place: `${place}${path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')}`,
    text: message,
  }));
  throw sourceError(file, faults);
}

function sightingOf({ login, name, emails, keys, groups }: Account, at: string): Sighting {
  return {
    at,
    source: 'github',
    ...(name === undefined ? {} : { name }),
    handles: [login],
    identities: { ...nobody(), email: [...emails], ssh_keys: [...keys] },
    github: [login],
    groups: [...groups],
  };
}
