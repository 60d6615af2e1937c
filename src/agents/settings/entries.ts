import { isDeepStrictEqual } from 'node:util';
import type { ArrayNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { gateIn, isGate } from './command-line.ts';
import type { Original, WiredHook } from './harness-settings.ts';
import {
  type Dialect,
  faultAt,
  inserted,
  memberOf,
  nameOf,
  plainOf,
  type Read,
  readText,
  removed,
  replaced,
} from './json-text.ts';

/** Gate's entries under `hooks`, in the two forms that harnesses have: lists of entries, and lists of groups of them. Pure. */
export interface Form {
  readonly harness: string;
  readonly dialect: Dialect;
  /** `hooks.EVENT[]` are groups with a matcher and `hooks[]`; else they are the entries themselves. */
  readonly grouped: boolean;
  /** What stands under each event. */
  readonly places: (gate: string) => Readonly<Record<string, object>>;
}

/** The first entry of each event that stands for itself is brought up to date in its place, because Codex counts places. */
export function wireEntries(text: string, gate: string, form: Form): string {
  let now = text;
  const places = Object.entries(form.places(gate));
  for (const [event, value] of places) {
    const read = readText(now, form.dialect);
    const own = occurrences(read, form).find((each) => each.event === event && each.alone);
    if (own === undefined) now = appended(read, event, value);
    else if (!isDeepStrictEqual(plainOf(own.element), value)) now = replaced(read, own.element, value);
  }
  for (;;) {
    const read = readText(now, form.dialect);
    const all = occurrences(read, form);
    const kept = places.map(([event]) => all.find((each) => each.event === event && each.alone));
    const extra = all.find((each) => !kept.includes(each));
    if (extra === undefined) return now;
    now = without(read, extra);
  }
}

export function unwireEntries(text: string, form: Form, original?: Original): string {
  const events = new Set<string>();
  let now = text;
  for (;;) {
    const read = readText(now, form.dialect);
    const [next] = occurrences(read, form);
    if (next === undefined) break;
    events.add(next.event);
    now = without(read, next);
  }
  for (const event of events) now = pruned(now, ['hooks', event], form.dialect, original);
  return events.size === 0 ? now : pruned(now, ['hooks'], form.dialect, original);
}

export function entriesIn(text: string, form: Form): readonly WiredHook[] {
  return occurrences(readText(text, form.dialect), form).map((found) => {
    const { event, gate, matcher, element, alone, line, args, index, inGroup } = found;
    const whole = alone && isDeepStrictEqual(plainOf(element), form.places(gate)[event]);
    return { event, matcher, gate, line, ...(args && { args }), place: [index, inGroup], whole };
  });
}

/** Hooks of others under the events that gate's stand under. */
export function othersIn(text: string, form: Form): number {
  const read = readText(text, form.dialect);
  const own = occurrences(read, form).length;
  const all = Object.keys(form.places('/gate')).flatMap((event) => {
    const list = at(read.root, ['hooks', event]);
    if (list?.type !== 'Array') return [];
    if (!form.grouped) return list.elements;
    return list.elements.flatMap(({ value }) => {
      const group = at(value, ['hooks']);
      return group?.type === 'Array' ? group.elements : [];
    });
  });
  return Math.max(0, all.length - own);
}

/** Without the container at this path, if it is empty and was not there before gate came. */
export function pruned(text: string, path: readonly string[], dialect: Dialect, original?: Original): string {
  const read = readText(text, dialect);
  const parent = at(read.root, path.slice(0, -1));
  if (parent?.type !== 'Object') return text;
  const value = memberOf(parent, path.at(-1)!);
  const empty =
    (value?.type === 'Object' && value.members.length === 0) ||
    (value?.type === 'Array' && value.elements.length === 0);
  if (!empty || wasThere(original, path, dialect)) return text;
  return removed(
    read,
    parent,
    parent.members.findIndex((member) => nameOf(member) === path.at(-1)),
  );
}

/** The file's whole text after undoing: gone when gate made it, as it was when it held nothing. */
export function leftOf(text: string, original: Original | undefined): string | undefined {
  if (original === undefined || text.trim() !== '{}') return text;
  if (original.text === undefined) return undefined;
  return original.text.trim() === '' ? original.text : text;
}

export function at(root: ValueNode, path: readonly string[]): ValueNode | undefined {
  return path.reduce<ValueNode | undefined>(
    (node, name) => (node?.type === 'Object' ? memberOf(node, name) : undefined),
    root,
  );
}

/** The container at this path; where there is none, the text with one. @throws GateError CONFIG_INVALID when something else is there */
export function appendedAt(read: Read, path: readonly string[], value: unknown): string {
  let node: ObjectNode | ArrayNode = read.root;
  for (const [index, name] of path.entries()) {
    if (node.type !== 'Object') break;
    const next = memberOf(node, name);
    const rest = path.slice(index + 1);
    if (next === undefined) {
      return inserted(
        read,
        node,
        rest.reduceRight<unknown>((inner, key) => ({ [key]: inner }), [value]),
        name,
      );
    }
    const wanted = rest.length > 0 ? 'Object' : 'Array';
    if (next.type !== wanted) {
      throw faultAt(next, `\`${path.slice(0, index + 1).join('.')}\` is no ${wanted === 'Array' ? 'list' : 'object'}`);
    }
    node = next as ObjectNode | ArrayNode;
  }
  return inserted(read, node, value);
}

interface Occurrence {
  readonly event: string;
  readonly matcher: string | undefined;
  readonly gate: string;
  readonly line: string;
  readonly args?: readonly string[];
  /** `hooks.EVENT`, and what of it this is. */
  readonly list: ArrayNode;
  readonly index: number;
  readonly element: ValueNode;
  /** Nothing of anybody else is in the same group. */
  readonly alone: boolean;
  /** The `hooks` of the group, and which of them this is. */
  readonly group?: ArrayNode;
  readonly inGroup: number;
}

function occurrences(read: Read, form: Form): readonly Occurrence[] {
  const hooks = memberOf(read.root, 'hooks');
  if (hooks?.type !== 'Object') return [];
  return hooks.members.flatMap((member) => {
    const { value: list } = member;
    if (list.type !== 'Array') return [];
    return list.elements.flatMap(({ value: element }, index): Occurrence[] => {
      if (element.type !== 'Object') return [];
      const matcher = textOf(element, 'matcher');
      const about = { event: nameOf(member), matcher, list, index, element };
      if (!form.grouped)
        return startedBy(element, form).map((started) => ({ ...about, ...started, alone: true, inGroup: 0 }));
      const group = memberOf(element, 'hooks');
      if (group?.type !== 'Array') return [];
      const alone = group.elements.length === 1;
      return group.elements.flatMap(({ value }, inGroup) =>
        startedBy(value, form).map((started) => ({ ...about, ...started, alone, group, inGroup })),
      );
    });
  });
}

/** The gate that an entry starts, if it does: as a line for a shell, or as a program with arguments. */
function startedBy(entry: ValueNode, { harness }: Form): readonly Pick<Occurrence, 'gate' | 'line' | 'args'>[] {
  if (entry.type !== 'Object') return [];
  const command = textOf(entry, 'command');
  if (command === undefined) return [];
  const given = memberOf(entry, 'args');
  if (given?.type === 'Array' && given.elements.length > 0) {
    const args = (plainOf(given) as unknown[]).map(String);
    const own = isGate(command) && args[0] === 'hook' && args[1] === harness;
    return own ? [{ gate: command, line: command, args }] : [];
  }
  const gate = gateIn(command, harness);
  return gate === undefined ? [] : [{ gate, line: command }];
}

function appended(read: Read, event: string, value: object): string {
  return appendedAt(read, ['hooks', event], value);
}

function without(read: Read, { list, index, group, inGroup, alone }: Occurrence): string {
  return alone || group === undefined ? removed(read, list, index) : removed(read, group, inGroup);
}

function textOf(object: ObjectNode, name: string): string | undefined {
  const value = memberOf(object, name);
  return value?.type === 'String' ? value.value : undefined;
}

function wasThere(original: Original | undefined, path: readonly string[], dialect: Dialect): boolean {
  if (original?.text === undefined) return false;
  try {
    return at(readText(original.text, dialect).root, path) !== undefined;
  } catch {
    return false;
  }
}
