import { z } from 'zod';
import { sshKey } from '../approval/factors/ssh-key.ts';
import type { People } from '../approval/people.ts';
import type { PreviewCredentials } from '../approval/previews/access.ts';
import { GateError } from '../errors.ts';
import { printable } from '../policy/diagnostic.ts';
import { MAX_PATTERN } from '../policy/glob.ts';
import { type BundleSource, bundleSchema, bundleSourceOf } from './bundle-schema.ts';
import { previewCredentials, previewsSchema } from './previews.ts';
import type { Service } from './service.ts';
import { serviceOf, serviceSchema } from './service-schema.ts';
import { type Path, parseStrict, type Report } from './strict-yaml.ts';
import { invalid } from './trusted-file.ts';

/** What `config.yaml` may say, the system's and the user's (docs/people.md). Strict: nothing unknown is ignored. */

export interface Configuration {
  readonly mode?: 'enforce' | 'observe';
  readonly gate_home?: 'allowed' | 'forbidden';
  readonly people?: Omit<People, 'source'>;
  readonly previews?: PreviewCredentials;
  readonly pipelines?: { readonly wait: boolean };
  readonly service?: Service;
  readonly bundle?: BundleSource;
}

export const personName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,99}$/,
    'must be small letters, digits, `.`, `_` or `-`, and start with a letter or digit',
  );
export const groupName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    'must be letters, digits, `.`, `_` or `-`, and start with a letter or digit',
  );

/** SELF-13: programs ask, people answer; what a program is called is no identity of a person. */
const NO_PERSON = /^(agent|pipeline|bot|service|system):|\[bot\]$/i;
const identity = z
  .string()
  .min(1, 'is empty')
  .max(254, 'is longer than 254 characters')
  .regex(/^[!-~]+$/, 'must be printable, without blanks')
  .refine((text) => !NO_PERSON.test(text), 'is a program, and only people vote');
const account = identity.regex(
  /^[A-Za-z0-9._/+-]{1,128}(@[A-Za-z0-9._/+-]{1,128})?$/,
  'must be the name of an account, or `account@host`',
);
const key = z
  .string()
  .refine((text) => sshKey(text) !== undefined, 'is no public key that gate knows, as in a `.pub` file');

/** Everything that can say who a person is; each is the identity of one person at most. */
export const identities = {
  os: account,
  ssh_keys: key,
  email: identity,
  slack: identity.refine((text) => !/^B[A-Z0-9]{6,}$/.test(text), 'is a Slack bot, and only people vote'),
  teams: identity,
};
const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1, 'names nobody').optional();

const person = z.strictObject({
  os: some(identities.os),
  ssh_keys: some(identities.ssh_keys),
  email: some(identities.email),
  slack: some(identities.slack),
  teams: some(identities.teams),
});

const agent = z.strictObject({
  match: z
    .string()
    .max(MAX_PATTERN, `is longer than ${MAX_PATTERN} characters`)
    .regex(/^(agent|pipeline):[!-~]+$/, 'must begin with `agent:` or `pipeline:`')
    .optional(),
  // Root is nobody's agent: whoever has it has everything.
  os: some(account.refine((text) => !/^root(@|$)/.test(text), 'is root, and root is nobody’s agent')),
  owner: z.string().min(1, 'is empty'),
});

const directory = {
  version: z.literal(1),
  people: z.record(z.string(), person).optional(),
  groups: z.record(z.string(), z.array(z.string())).optional(),
  agents: z.record(z.string(), agent).optional(),
};
const shared = {
  ...directory,
  previews: previewsSchema.optional(),
  pipelines: z.strictObject({ wait: z.boolean() }).optional(),
  mode: z.enum(['enforce', 'observe']).optional(),
};
const userSchema = z.strictObject(shared);
const systemSchema = z.strictObject({
  ...shared,
  gate_home: z.enum(['allowed', 'forbidden']).optional(),
  service: serviceSchema.optional(),
  bundle: bundleSchema.optional(),
});
const directorySchema = z.strictObject({ ...directory, people: z.record(z.string(), person) });

type Written = z.infer<typeof systemSchema>;

/** @throws GateError CONFIG_INVALID with everything that is wrong, each with file, line and column */
export function parseConfig(bytes: Uint8Array, file: string, owner: 'root' | 'self'): Configuration {
  const { value, report, settle } = parseStrict(bytes, {
    file,
    // The user's file is the system's without the fields that are the system's alone.
    schema: (owner === 'root' ? systemSchema : userSchema) as typeof systemSchema,
    refuse: (message) => invalid(owner, message),
    unknown: elsewhere,
  });
  const people = peopleOf(value, report);
  settle();
  const { mode, gate_home, pipelines, service, bundle } = value;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(gate_home === undefined ? {} : { gate_home }),
    ...(people === undefined ? {} : { people }),
    ...(pipelines === undefined ? {} : { pipelines }),
    ...(service === undefined ? {} : { service: serviceOf(service) }),
    ...(bundle === undefined ? {} : { bundle: bundleSourceOf(bundle) }),
    ...(value.previews && { previews: previewCredentials(value.previews) }),
  };
}

/**
 * The directory of a policy bundle: the people, groups and agents of a `config.yaml`, and nothing else.
 *
 * @throws GateError POLICY_INVALID with everything that is wrong
 */
export function parseDirectory(bytes: Uint8Array, file: string): Omit<People, 'source'> {
  const refuse = (message: string) => new GateError('POLICY_INVALID', message);
  const { value, report, settle } = parseStrict(bytes, { file, schema: directorySchema, refuse });
  const people = peopleOf(value, report);
  settle();
  if (people === undefined) throw refuse(`${printable(file)}:1:1: \`people\` is missing`);
  return people;
}

const SYSTEMS_ALONE: readonly string[] = ['gate_home', 'service', 'bundle'];

function elsewhere(name: string): string {
  return SYSTEMS_ALONE.includes(name) ? ': only the system’s file may say it' : '';
}

/** What the shape alone cannot tell: every name means somebody, and every identity one person. */
function peopleOf(
  { people, groups, agents }: Pick<Written, 'people' | 'groups' | 'agents'>,
  report: Report,
): Configuration['people'] {
  if (people === undefined) {
    for (const field of ['groups', 'agents'] as const) {
      if ({ groups, agents }[field] !== undefined) report([field], `\`${field}\` needs \`people\``);
    }
    return undefined;
  }
  const names = Object.keys(people);
  if (names.length === 0) report(['people'], '`people` names nobody');
  const agentNames = Object.keys(agents ?? {});
  const someone = (name: string, path: Path) => {
    if (Object.hasOwn(people, name)) return;
    const program = agentNames.includes(name) || NO_PERSON.test(name);
    report(
      path,
      program ? `\`${printable(name)}\` is a program, and only people vote` : `nobody is called \`${printable(name)}\``,
    );
  };
  const taken = new Map<string, string>();
  for (const [name, { os = [], ssh_keys = [], email = [], slack = [], teams = [] }] of Object.entries(people)) {
    named(personName, name, ['people', name], report);
    if (NO_PERSON.test(name) || agentNames.includes(name))
      report(['people', name], `\`${name}\` is a program, and only people vote`);
    const all = { os, ssh_keys: ssh_keys.map((text) => sshKey(text)?.line ?? text), email, slack, teams };
    if (Object.values(all).every((list) => list.length === 0)) {
      report(['people', name], `\`${printable(name)}\` has no identity, so nobody could be them: give \`os\``);
    }
    for (const [kind, list] of Object.entries(all)) {
      list.forEach((value, index) => {
        const before = taken.get(`${kind} ${value}`);
        if (before !== undefined) report(['people', name, kind, index], `\`${printable(value)}\` is ${before} already`);
        taken.set(`${kind} ${value}`, name);
      });
    }
  }
  for (const [name, members] of Object.entries(groups ?? {})) {
    named(groupName, name, ['groups', name], report);
    if (name === 'owners' || name === 'target-owner') report(['groups', name], `\`${name}\` is built in`);
    if (Object.hasOwn(people, name)) report(['groups', name], `\`${name}\` is a person already`);
    members.forEach((member, index) => {
      someone(member, ['groups', name, index]);
      if (members.indexOf(member) < index) report(['groups', name, index], `\`${printable(member)}\` is in it already`);
    });
  }
  for (const [name, { match, os = [], owner }] of Object.entries(agents ?? {})) {
    named(personName, name, ['agents', name], report);
    someone(owner, ['agents', name, 'owner']);
    if (match === undefined && os.length === 0) {
      report(['agents', name], `\`${printable(name)}\` is nobody: give \`match\`, or \`os\` for an account of its own`);
    }
    os.forEach((value, index) => {
      const before = taken.get(`os ${value}`);
      if (before !== undefined) report(['agents', name, 'os', index], `\`${printable(value)}\` is ${before} already`);
      taken.set(`os ${value}`, name);
    });
  }
  return {
    people: Object.entries(people).map(([name, { os = [], ssh_keys = [], email }]) => ({
      name,
      os,
      sshKeys: ssh_keys.flatMap((text) => sshKey(text)?.line ?? []),
      ...(email === undefined ? {} : { email }),
    })),
    groups: Object.entries(groups ?? {}).map(([name, members]) => ({ name, members })),
    agents: Object.entries(agents ?? {}).map(([name, { match, os, owner }]) => ({
      name,
      ...(match === undefined ? {} : { match }),
      ...(os === undefined ? {} : { os }),
      owner,
    })),
  };
}

function named(schema: z.ZodString, name: string, path: Path, report: Report): void {
  const issue = schema.safeParse(name).error?.issues[0];
  if (issue !== undefined) report(path, `the name \`${printable(name)}\` ${issue.message}`);
}
