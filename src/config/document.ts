import { isAlias, isCollection, isNode, isScalar, LineCounter, type Node, parseAllDocuments, visit } from 'yaml';
import { z } from 'zod';
import { sshKey } from '../approval/factors/ssh-key.ts';
import type { People } from '../approval/people.ts';
import type { PreviewCredentials } from '../approval/previews/access.ts';
import { printable } from '../policy/diagnostic.ts';
import { MAX_PATTERN } from '../policy/glob.ts';
import { flatten, lowered, message } from '../policy/issues.ts';
import { previewCredentials, previewsSchema } from './previews.ts';
import { invalid } from './trusted-file.ts';

/** What `config.yaml` may say, the system's and the user's (docs/people.md). Strict: nothing unknown is ignored. */

export interface Configuration {
  readonly mode?: 'enforce' | 'observe';
  readonly gate_home?: 'allowed' | 'forbidden';
  readonly people?: Omit<People, 'source'>;
  readonly previews?: PreviewCredentials;
  readonly pipelines?: { readonly wait: boolean };
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
    .regex(/^(agent|pipeline):[!-~]+$/, 'must begin with `agent:` or `pipeline:`'),
  owner: z.string().min(1, 'is empty'),
});

const shared = {
  version: z.literal(1),
  people: z.record(z.string(), person).optional(),
  groups: z.record(z.string(), z.array(z.string())).optional(),
  agents: z.record(z.string(), agent).optional(),
  previews: previewsSchema.optional(),
  pipelines: z.strictObject({ wait: z.boolean() }).optional(),
  mode: z.enum(['enforce', 'observe']).optional(),
};
const userSchema = z.strictObject(shared);
const systemSchema = z.strictObject({
  ...shared,
  gate_home: z.enum(['allowed', 'forbidden']).optional(),
});

type Written = z.infer<typeof systemSchema>;
type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

/** @throws GateError CONFIG_INVALID with everything that is wrong, each with file, line and column */
export function parseConfig(bytes: Uint8Array, file: string, owner: 'root' | 'self'): Configuration {
  const found: { readonly offset: number; readonly text: string }[] = [];
  const lines = new LineCounter();
  const fail = () => {
    const texts = found
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, text }) => {
        const { line, col } = lines.linePos(offset);
        return `${printable(file)}:${Math.max(1, line)}:${Math.max(1, col)}: ${text}`;
      });
    return invalid(owner, texts.join('; '));
  };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid(owner, `${printable(file)}:1:1: the file is not valid UTF-8`);
  }
  // YAML 1.2 core only, as in policies: no tags, no merge keys, no aliases.
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
  });
  const document = documents[0];
  if (document === undefined || !('contents' in document) || document.contents === null || documents.length > 1) {
    throw invalid(owner, `${printable(file)}:1:1: the file must hold one document that says \`version: 1\``);
  }
  for (const problem of [...document.errors, ...document.warnings]) {
    found.push({ offset: problem.pos[0], text: lowered(problem.message) });
  }
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor === undefined) return;
      found.push({ offset: node.range?.[0] ?? 0, text: 'anchors and aliases are not allowed' });
    },
    Pair: (_, { key: name }) => {
      if (isScalar(name) && typeof name.value === 'string' && name.value !== '__proto__') return;
      found.push({ offset: (name as Node | null)?.range?.[0] ?? 0, text: 'a field name must be plain text' });
    },
  });
  if (found.length > 0) throw fail();

  const root: Node = document.contents;
  const report: Report = (path, message) => {
    let node: Node = root;
    for (const step of path) {
      const next: unknown = isCollection(node) ? node.get(step, true) : undefined;
      if (!isNode(next)) break;
      node = next;
    }
    found.push({ offset: node.range?.[0] ?? 0, text: message });
  };
  const schema = owner === 'root' ? systemSchema : userSchema;
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!result.success) {
    for (const issue of flatten(result.error.issues)) {
      const path = issue.path as Path;
      if (issue.code === 'unrecognized_keys') {
        for (const name of issue.keys)
          report([...path, name], `unknown field \`${printable(name)}\`${elsewhere(name)}`);
      } else {
        const present = path.length > 0 && document.hasIn(path);
        report(path, path.length === 0 ? 'the file must hold fields such as `version: 1`' : message(issue, present));
      }
    }
    throw fail();
  }
  const written: Written = result.data;
  const people = peopleOf(written, report);
  if (found.length > 0) throw fail();
  const { mode, gate_home, pipelines } = written;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(gate_home === undefined ? {} : { gate_home }),
    ...(people === undefined ? {} : { people }),
    ...(pipelines === undefined ? {} : { pipelines }),
    ...(written.previews && { previews: previewCredentials(written.previews) }),
  };
}

function elsewhere(name: string): string {
  return name === 'gate_home' ? ': only the system’s file may say it' : '';
}

/** What the shape alone cannot tell: every name means somebody, and every identity one person. */
function peopleOf({ people, groups, agents }: Written, report: Report): Configuration['people'] {
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
  for (const [name, { owner }] of Object.entries(agents ?? {})) {
    named(personName, name, ['agents', name], report);
    someone(owner, ['agents', name, 'owner']);
  }
  return {
    people: Object.entries(people).map(([name, { os = [], ssh_keys = [] }]) => ({
      name,
      os,
      sshKeys: ssh_keys.flatMap((text) => sshKey(text)?.line ?? []),
    })),
    groups: Object.entries(groups ?? {}).map(([name, members]) => ({ name, members })),
    agents: Object.entries(agents ?? {}).map(([name, { match, owner }]) => ({ name, match, owner })),
  };
}

function named(schema: z.ZodString, name: string, path: Path, report: Report): void {
  const issue = schema.safeParse(name).error?.issues[0];
  if (issue !== undefined) report(path, `the name \`${printable(name)}\` ${issue.message}`);
}
