import { type ArrayNode, type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { GateError } from '../../errors.ts';

/**
 * Texts of JSON that belong to somebody: read with positions, so that an edit changes its own lines and nothing else,
 * neither comments nor order nor indentation. Pure.
 */

/** What the reader of the file takes. Nobody takes a comma after the last entry. */
export interface Dialect {
  readonly comments: boolean;
  /** A byte order mark at the beginning. */
  readonly mark: boolean;
}

export interface Read {
  readonly text: string;
  readonly root: ObjectNode;
  /** Begin and end of every comma. */
  readonly commas: readonly number[];
}

interface Place {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

const MARK = '\ufeff';

/**
 * @param text a file without anything but white space counts as `{}`
 * @throws GateError CONFIG_INVALID, with `LINE:COLUMN: ` in front, when its reader could not read it either
 */
export function readText(text: string, { comments, mark }: Dialect): Read {
  if (text.startsWith(MARK) && !mark) throw fault(1, 1, 'begins with a byte order mark, which its reader refuses');
  // One character for one character: positions stay those of the file.
  const plain = text.startsWith(MARK) ? ` ${text.slice(1)}` : text;
  if (plain.trim() === '') return { ...readText('{}\n', { comments, mark }) };
  try {
    const { body, tokens = [] } = parse(plain, { mode: comments ? 'jsonc' : 'json', ranges: true, tokens: true });
    const blank = tokens.reduce(
      (rest, { type, range }) => (type.endsWith('Comment') ? blanked(rest, range ?? [0, 0]) : rest),
      plain,
    );
    // The harness reads with a plain JSON parser: it has the last word on what is valid.
    JSON.parse(blank);
    if (body.type !== 'Object') throw fault(1, 1, 'is no object: `{` is expected');
    return {
      text,
      root: body,
      commas: tokens.filter(({ type }) => type === 'Comma').map(({ range }) => range?.[0] ?? 0),
    };
  } catch (cause) {
    if (cause instanceof GateError) throw cause;
    if (cause instanceof RangeError) throw fault(1, 1, 'is nested too deeply');
    const { line = 1, column = 1, message } = cause as { line?: number; column?: number; message: string };
    throw fault(line, column, `is not valid JSON: ${message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '')}`);
  }
}

/** @throws GateError CONFIG_INVALID when the name stands there twice: readers differ in which one counts */
export function memberOf(object: ObjectNode, name: string): ValueNode | undefined {
  const found = object.members.filter((member) => nameOf(member) === name);
  const second = found[1];
  if (second) throw fault(second.loc.start.line, second.loc.start.column, `\`${name}\` stands there twice`);
  return found[0]?.value;
}

export function nameOf({ name }: ObjectNode['members'][number]): string {
  return name.type === 'String' ? name.value : name.name;
}

/** The value as JavaScript has it. */
export function plainOf(node: ValueNode): unknown {
  switch (node.type) {
    case 'Object':
      return Object.fromEntries(node.members.map((member) => [nameOf(member), plainOf(member.value)]));
    case 'Array':
      return node.elements.map(({ value }) => plainOf(value));
    case 'String':
    case 'Number':
    case 'Boolean':
      return node.value;
    default:
      return null;
  }
}

/** About this place of the text. */
export function faultAt({ loc: { start } }: ValueNode, why: string): GateError {
  return fault(start.line, start.column, why);
}

function fault(line: number, column: number, why: string): GateError {
  return new GateError('CONFIG_INVALID', `${line}:${column}: ${why}`, {
    hint: 'nothing was changed; mend it, and ask again',
  });
}

/** With one entry more at the end; `name` for an object. */
export function inserted(read: Read, into: ObjectNode | ArrayNode, value: unknown, name?: string): string {
  const { text } = read;
  const [begin, end] = rangeOf(into);
  const close = end - 1;
  const children = childrenOf(into);
  const last = children.at(-1);
  const from = last === undefined ? begin + 1 : rangeOf(last)[1];
  const key = name === undefined ? '' : `${JSON.stringify(name)}: `;
  const between = text.slice(from, close);
  const comma = last === undefined ? '' : ',';
  // What stands in one line goes on in that line.
  const inLine = last === undefined ? isOneLine(read) : !text.slice(begin, end).includes('\n');
  if (inLine) {
    const tight = /^\S/.test(between) || !/[,:]\s/.test(text.slice(begin, end));
    return spliced(text, from, from, `${comma}${tight ? '' : ' '}${key}${JSON.stringify(value)}`);
  }
  const eol = eolOf(text);
  const outer = indentOf(text, begin);
  const inner = (last && ownIndent(text, rangeOf(last)[0])) ?? outer + unitOf(read);
  const kept = between.trimEnd();
  const lines = JSON.stringify(value, null, unitOf(read))
    .split('\n')
    .join(eol + inner);
  const tail = /\n/.test(between) ? between.slice(kept.length) : eol + outer;
  return spliced(
    text,
    from,
    close,
    `${comma}${kept}${eol}${inner}${key}${lines}${last === undefined ? eol + outer : tail}`,
  );
}

/** With another value in the place of this one. */
export function replaced(read: Read, node: ValueNode, value: unknown): string {
  const [begin, end] = rangeOf(node);
  const whole = read.text.slice(begin, end).includes('\n') || ownIndent(read.text, begin) !== undefined;
  const lines = JSON.stringify(value, null, whole ? unitOf(read) : undefined).split('\n');
  return spliced(read.text, begin, end, lines.join(eolOf(read.text) + indentOf(read.text, begin)));
}

/** Without one entry, its comma, and the line it stood on. Comments beside it stay. */
export function removed({ text, commas }: Read, from: ObjectNode | ArrayNode, index: number): string {
  const children = childrenOf(from);
  const [begin, end] = rangeOf(children[index]!);
  const before = index === 0 ? rangeOf(from)[0] + 1 : rangeOf(children[index - 1]!)[1];
  const after = index === children.length - 1 ? rangeOf(from)[1] - 1 : rangeOf(children[index + 1]!)[0];
  const between = (low: number, high: number) => commas.find((at) => at >= low && at < high);
  const own = between(end, after);
  const comma = own ?? between(before, begin);
  const lead = /\s*$/.exec(text.slice(before, begin))![0];
  const alone =
    children.length === 1 && text.slice(before, begin).trim() === '' && text.slice(end, after).trim() === '';
  if (alone) return spliced(text, before, after, '');
  const first = own !== undefined && !lead.includes('\n');
  let rest = text;
  if (first) {
    // In a line with others: the white space behind it goes, not that before it.
    const behind = /^[ \t]*/.exec(text.slice(own + 1, after))![0];
    return spliced(spliced(rest, own, own + 1 + behind.length, ''), begin, end, '');
  }
  if (own !== undefined) rest = spliced(rest, own, own + 1, '');
  rest = spliced(rest, begin - lead.length, end, '');
  // Removed above all that was cut behind it, so that its position still holds.
  return own === undefined && comma !== undefined ? spliced(rest, comma, comma + 1, '') : rest;
}

function rangeOf({ loc: { start, end } }: { readonly loc: Place }): readonly [number, number] {
  return [start.offset, end.offset];
}

function childrenOf(node: ObjectNode | ArrayNode) {
  return node.type === 'Object' ? node.members : node.elements.map(({ value }) => value);
}

/** A file that was written without line ends is left so; one with nothing in it is not. */
function isOneLine({ text, root }: Read): boolean {
  const [begin, end] = rangeOf(root);
  return root.members.length > 0 && !text.slice(begin, end).includes('\n');
}

function blanked(text: string, [begin, end]: readonly [number, number]): string {
  return spliced(text, begin, end, text.slice(begin, end).replace(/[^\n]/g, ' '));
}

function spliced(text: string, begin: number, end: number, middle: string): string {
  return text.slice(0, begin) + middle + text.slice(end);
}

function eolOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** Of the line in which it stands. */
function indentOf(text: string, at: number): string {
  return /^[\ufeff]?([ \t]*)/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[1] ?? '';
}

/** Undefined when something stands before it in its line. */
function ownIndent(text: string, at: number): string | undefined {
  return /^[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0];
}

/** One step of indentation, as the first entry of the file has it. */
function unitOf({ text, root }: Read): string {
  const [first] = root.members;
  return (first && ownIndent(text, rangeOf(first)[0])) || '  ';
}
