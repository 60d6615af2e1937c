import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { parseConfig } from '../document.ts';
import type { Existing, Merged } from './merge.ts';
import { type Identities, KINDS } from './sighting.ts';
import { spliced } from './splice.ts';

/** People and groups into the text of a `config.yaml`; comments and everything else in it stay. Pure. */

/** What the file says of people now. @throws GateError CONFIG_INVALID when it does not hold */
export function existingIn(text: string | undefined, file: string, owner: 'root' | 'self'): Existing {
  if (text === undefined) return { people: {}, groups: {}, agents: [] };
  parseConfig(Buffer.from(text), file, owner);
  const { people, groups, agents } = read(text).toJS() as Written & { readonly agents?: object };
  return { people: people ?? {}, groups: groups ?? {}, agents: Object.keys(agents ?? {}) };
}

/**
 * The same text when nothing is added.
 *
 * @throws GateError CONFIG_INVALID when the result would not hold
 */
export function withPeople(
  text: string | undefined,
  additions: Pick<Merged, 'people' | 'groups'>,
  file: string,
  owner: 'root' | 'self',
): string | undefined {
  if (additions.people.length + additions.groups.length === 0) return text;
  const before = text ?? 'version: 1\n';
  const lines = spliced(before, additions);
  // Where the lines do not say exactly what is meant, the whole file is written anew.
  const meant = lines !== undefined && isDeepStrictEqual(meaningOf(lines), added(meaningOf(before), additions));
  const made = meant ? lines : rewritten(before, additions);
  parseConfig(Buffer.from(made), file, owner);
  return made;
}

/** What is wrong with it, the loader says: looking for keys that stand there twice takes time with their square. */
function read(text: string) {
  return parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
}

interface Written {
  readonly people?: Readonly<Record<string, Partial<Identities>>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

function meaningOf(text: string): Written | undefined {
  const document = read(text);
  return document.errors.length > 0 ? undefined : (document.toJS() as Written);
}

/** The same as data. */
function added(before: Written | undefined, { people, groups }: Pick<Merged, 'people' | 'groups'>): Written {
  const persons = { ...before?.people };
  for (const { name, identities } of people) {
    const person: Record<string, readonly string[]> = Object.hasOwn(persons, name) ? { ...persons[name] } : {};
    for (const kind of KINDS) {
      if (identities[kind].length > 0) person[kind] = [...(person[kind] ?? []), ...identities[kind]];
    }
    persons[name] = person;
  }
  const all = { ...before?.groups };
  for (const { name, members } of groups) {
    all[name] = [...(Object.hasOwn(all, name) ? (all[name] ?? []) : []), ...members];
  }
  return {
    ...before,
    ...(Object.keys(persons).length > 0 ? { people: persons } : {}),
    ...(Object.keys(all).length > 0 ? { groups: all } : {}),
  };
}

/** By the nodes of the file: keeps comments, and its own idea of blanks and line breaks. */
function rewritten(text: string, { people, groups }: Pick<Merged, 'people' | 'groups'>): string {
  const document = read(text);
  for (const { name, isNew, identities } of people) {
    const listed = mapIn(document, 'people');
    if (isNew) listed.set(document.createNode(name), document.createNode(given(identities)));
    else extend(document, listed.get(name, true), identities);
  }
  for (const { name, isNew, members } of groups) {
    const listed = mapIn(document, 'groups');
    const group = listed.get(name, true);
    if (isNew) listed.set(document.createNode(name), document.createNode(members));
    else if (isSeq(group)) for (const member of members) group.add(document.createNode(member));
  }
  return asBefore(document.toString({ lineWidth: 0 }), text);
}

function given(identities: Identities): object {
  return Object.fromEntries(
    KINDS.filter((kind) => identities[kind].length > 0).map((kind) => [kind, identities[kind]]),
  );
}

type Edited = Document | ReturnType<typeof read>;

function mapIn(document: Edited, field: 'people' | 'groups'): YAMLMap {
  const found = document.get(field, true);
  if (isMap(found)) return found;
  const made = document.createNode({});
  document.set(field, made);
  return made as YAMLMap;
}

function extend(document: Edited, person: unknown, identities: Identities): void {
  if (!isMap(person)) return;
  for (const kind of KINDS) {
    if (identities[kind].length === 0) continue;
    const list = person.get(kind, true);
    if (isSeq(list)) for (const value of identities[kind]) list.add(document.createNode(value));
    else person.set(kind, document.createNode(identities[kind]));
  }
}

/** Line ends and a byte order mark are the writer's, who gives them back. */
function asBefore(made: string, text: string): string {
  const lines = text.includes('\r\n') ? made.replaceAll('\n', '\r\n') : made;
  return text.startsWith('\ufeff') && !lines.startsWith('\ufeff') ? `\ufeff${lines}` : lines;
}
