import { z } from 'zod';
import { isEmail } from './csv.ts';
import { groupNamed } from './names.ts';
import { type LeftOut, nobody, type Sighting, type Team } from './sighting.ts';
import { sourceError } from './source-error.ts';

/**
 * Slack's own files: `users.json` of an export, and what `users.list` and `usergroups.list` answer. The fields are those
 * of Slack's reference (user object, usergroup object, 2026). Pure.
 */

const flag = z.boolean().nullish();
const text = z.string().nullish();

const user = z.looseObject({
  id: z.string().regex(/^[UW][A-Z0-9]{1,30}$/, 'is no id of a user'),
  name: text,
  real_name: text,
  deleted: flag,
  is_bot: flag,
  is_workflow_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  is_invited_user: flag,
  profile: z.looseObject({ email: text, real_name: text }).nullish(),
});

const usergroup = z.looseObject({
  id: z.string().regex(/^S[A-Z0-9]{1,30}$/, 'is no id of a user group'),
  handle: z.string().min(1, 'is empty'),
  date_delete: z.number().nullish(),
  users: z.array(z.string()).nullish(),
});

type User = z.infer<typeof user>;
type Usergroup = z.infer<typeof usergroup>;

export interface Document {
  readonly file: string;
  readonly value: unknown;
}

/** @throws GateError CONFIG_INVALID for what is none of these files */
export function peopleOfSlack(documents: readonly Document[]): Team {
  const users = new Map<string, { readonly user: User; readonly file: string }>();
  const usergroups: Usergroup[] = [];
  const notes: string[] = [];
  for (const { file, value } of documents) {
    for (const [index, item] of itemsOf(value, file).entries()) {
      if (isUsergroup(item)) usergroups.push(parsed(usergroup, item, file, index));
      else {
        const found = parsed(user, item, file, index);
        users.set(found.id, { user: found, file });
      }
    }
  }
  const groupsOf = new Map<string, string[]>();
  for (const { handle, date_delete, users: members } of usergroups) {
    if (date_delete) continue;
    const name = groupNamed(handle);
    if (name === undefined) {
      notes.push(`the Slack user group @${handle} has no name that a group can have, and is left out`);
      continue;
    }
    if (members == null)
      notes.push(`the Slack user group @${handle} comes without its members: ask for them with include_users=true`);
    for (const id of members ?? []) {
      groupsOf.set(id, [...(groupsOf.get(id) ?? []), name]);
      if (!users.has(id)) notes.push(`${id} of the Slack user group @${handle} is in no users.json`);
    }
  }
  const sightings: Sighting[] = [];
  const leftOut: LeftOut[] = [];
  const closed: Team['closed'][number][] = [];
  for (const [id, { user: found, file }] of users) {
    const at = `${file}: ${id}`;
    const who = nameOf(found) ?? found.name ?? id;
    const why = whyNot(found);
    if (why === undefined) sightings.push(sightingOf(found, at, groupsOf.get(id) ?? []));
    else leftOut.push({ at, who, why });
    if (found.deleted === true) closed.push({ kind: 'slack', value: id, why: 'is deactivated in Slack' });
  }
  return { sightings, leftOut, closed, notes };
}

/** The list in it, whatever stands around. */
function itemsOf(value: unknown, file: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { ok, error, members, usergroups, profile } = (value ?? {}) as Record<string, unknown>;
  if (ok === false)
    throw sourceError(file, [{ place: '1', text: `Slack did not give the list: \`${String(error)}\`` }]);
  if (Array.isArray(members)) return members;
  if (Array.isArray(usergroups)) return usergroups;
  const one = (value as { id?: unknown } | null)?.id;
  if (typeof one === 'string' && profile !== undefined) return [value];
  throw sourceError(file, [
    { place: '1', text: 'this is neither the users.json of an export nor an answer of users.list or usergroups.list' },
  ]);
}

function isUsergroup(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'handle' in item;
}

function parsed<Shape extends z.ZodType>(shape: Shape, item: unknown, file: string, index: number): z.infer<Shape> {
  const result = shape.safeParse(item);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => ({
    place: `[${index}]${path.map((step) => `.${String(step)}`).join('')}`,
    text: message,
  }));
  throw sourceError(file, faults);
}

/** Only people of the workspace itself vote. Slackbot is a bot that does not say so. */
function whyNot(found: User): string | undefined {
  if (found.is_bot === true || found.is_workflow_bot === true || found.id === 'USLACKBOT') return 'is a bot';
  if (found.deleted === true) return 'is deactivated in Slack';
  if (found.is_ultra_restricted === true) return 'is a guest of one channel';
  if (found.is_restricted === true) return 'is a guest';
  if (found.is_stranger === true) return 'belongs to another organisation';
  if (found.is_invited_user === true) return 'has not accepted the invitation';
  return undefined;
}

function sightingOf(found: User, at: string, groups: readonly string[]): Sighting {
  const email = found.profile?.email?.toLowerCase() ?? '';
  const name = nameOf(found);
  return {
    at,
    source: 'slack',
    ...(name === undefined ? {} : { name }),
    handles: found.name ? [found.name] : [],
    identities: { ...nobody(), slack: [found.id], email: isEmail(email) ? [email] : [] },
    github: [],
    groups: [...new Set(groups)],
  };
}

function nameOf({ profile, real_name }: User): string | undefined {
  return profile?.real_name || real_name || undefined;
}
