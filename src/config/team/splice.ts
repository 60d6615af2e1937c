import { isMap, isScalar, isSeq, parse, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Merged } from './merge.ts';
import { type Identities, KINDS } from './sighting.ts';

/**
 * People and groups put into the text of a `config.yaml` as people write them, so that every other line stays as it is.
 * Pure, and it proves nothing: whoever calls it reads the result, and compares.
 */
export function spliced(text: string, { people, groups }: Pick<Merged, 'people' | 'groups'>): string | undefined {
  const { contents } = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
  if (!isMap(contents) || contents.flow) return undefined;
  const edits: Edit[] = [];
  const into = (field: 'people' | 'groups', entries: readonly Entry[]) => {
    if (entries.length === 0) return;
    const map = contents.get(field, true);
    const lines = entries.flatMap(({ inline, block }) => (inline.length <= LONGEST_LINE ? [inline] : block));
    if (map === undefined) edits.push({ at: text.length, put: [`${field}:`, ...lines.map((line) => `  ${line}`)] });
    else if (isMap(map) && map.flow)
      edits.push(
        closing(
          text,
          map,
          entries.map(({ inline }) => inline),
        ),
      );
    else if (isMap(map)) edits.push(after(text, map, lines));
  };
  for (const { name, isNew, identities } of people) {
    if (isNew) continue;
    const person = mapAt(contents, 'people', name);
    if (person === undefined) return undefined;
    edits.push(...extending(text, person, identities));
  }
  into(
    'people',
    people.flatMap(({ name, isNew, identities }) => (isNew ? [personEntry(name, identities)] : [])),
  );
  for (const { name, isNew, members } of groups) {
    const list = listAt(contents, 'groups', name);
    if (!isNew && list === undefined) return undefined;
    if (list !== undefined) edits.push(adding(text, list, members));
  }
  into(
    'groups',
    groups.flatMap(({ name, isNew, members }) => (isNew ? [groupEntry(name, members)] : [])),
  );
  return edits.some(({ at }) => at < 0) ? undefined : applied(text, edits);
}

/** Lines go below whatever line `at` is in; other text goes exactly there. */
interface Edit {
  readonly at: number;
  readonly put: string | readonly string[];
}

function applied(text: string, edits: readonly Edit[]): string {
  const placed = edits.map((edit, order) => ({
    ...edit,
    order,
    at: typeof edit.put === 'string' ? edit.at : below(text, edit.at),
  }));
  placed.sort((a, b) => a.at - b.at || a.order - b.order);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let made = '';
  let from = 0;
  for (const { at, put } of placed) {
    made += text.slice(from, at);
    from = at;
    if (typeof put === 'string') made += put;
    else made += `${made === '' || made.endsWith('\n') ? '' : end}${put.map((line) => line + end).join('')}`;
  }
  return made + text.slice(from);
}

function below(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function mapAt(root: YAMLMap, field: string, name: string): YAMLMap | undefined {
  const found = root.getIn([field, name], true);
  return isMap(found) ? found : undefined;
}

function listAt(root: YAMLMap, field: string, name: string): YAMLSeq | undefined {
  const found = root.getIn([field, name], true);
  return isSeq(found) ? found : undefined;
}

/** Below the last entry of a block, as far in as its first. */
function after(text: string, block: YAMLMap | YAMLSeq, lines: readonly string[]): Edit {
  const first: unknown = isMap(block) ? block.items[0]?.key : block.items[0];
  const start = (isScalar(first) ? first.range?.[0] : undefined) ?? block.range?.[0] ?? 0;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = isSeq(block) ? before.replace(/-\s*$/, '') : before;
  if (/\S/.test(indent)) return { at: -1, put: '' };
  return { at: block.range?.[1] ?? -1, put: lines.map((line) => `${indent}${line}`) };
}

function extending(text: string, person: YAMLMap, identities: Identities): Edit[] {
  const lines: string[] = [];
  const inBraces: string[] = [];
  const edits: Edit[] = [];
  for (const kind of KINDS) {
    const values = identities[kind];
    if (values.length === 0) continue;
    const list = person.get(kind, true);
    if (isSeq(list)) edits.push(adding(text, list, values));
    else if (person.flow) inBraces.push(`${kind}: [${values.map(scalar).join(', ')}]`);
    else lines.push(`${kind}: [${values.map(scalar).join(', ')}]`);
  }
  if (lines.length > 0) edits.push(after(text, person, lines));
  if (inBraces.length > 0) edits.push(closing(text, person, inBraces));
  return edits;
}

function adding(text: string, list: YAMLSeq, values: readonly string[]): Edit {
  if (list.flow) return closing(text, list, values.map(scalar));
  return after(
    text,
    list,
    values.map((value) => `- ${scalar(value)}`),
  );
}

/** Before the bracket that closes it, and the blanks before that. */
function closing(text: string, { range, items }: YAMLMap | YAMLSeq, parts: readonly string[]): Edit {
  const inner = text.slice(range?.[0] ?? 0, (range?.[1] ?? 1) - 1);
  const at = (range?.[0] ?? 0) + inner.trimEnd().length;
  return { at, put: `${items.length === 0 ? '' : ', '}${parts.join(', ')}` };
}

/** The two ways to write an entry: in one line, which is used unless it is too long for people; and in several. */
interface Entry {
  readonly inline: string;
  readonly block: readonly string[];
}

const LONGEST_LINE = 120;

function personEntry(name: string, identities: Identities): Entry {
  const given = KINDS.filter((kind) => identities[kind].length > 0);
  const parts = given.map((kind) => `${kind}: [${identities[kind].map(scalar).join(', ')}]`);
  return {
    inline: `${scalar(name)}: { ${parts.join(', ')} }`,
    block: [`${scalar(name)}:`, ...parts.map((part) => `  ${part}`)],
  };
}

function groupEntry(name: string, members: readonly string[]): Entry {
  return {
    inline: `${scalar(name)}: [${members.map(scalar).join(', ')}]`,
    block: [`${scalar(name)}:`, ...members.map((member) => `  - ${scalar(member)}`)],
  };
}

/** Plain where it cannot be read as anything but this text, also between brackets; else in double quotes. */
function scalar(value: string): string {
  const plain = /^[A-Za-z0-9_./][A-Za-z0-9_./@+=-]*$/.test(value);
  return plain && isText(value) ? value : JSON.stringify(value);
}

function isText(value: string): boolean {
  return typeof (parse(value, { version: '1.2', schema: 'core' }) as Scalar) === 'string';
}
