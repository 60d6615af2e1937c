import type { ParameterExpansionPart, ParameterOperation, SimpleExpansionPart, Word } from 'unbash';
import { GLOB, UNRESOLVED } from '../../options.ts';
import { removed } from './patterns.ts';
import type { Value } from './variables.ts';
import { type Names, valueOfWord } from './words.ts';

/** What `$x` or `${x...}` stands for: a list for `$@` and whole arrays; undefined when only the shell will know. */
export function valueOfParameter(part: SimpleExpansionPart | ParameterExpansionPart, names: Names): Value | undefined {
  if (part.type === 'SimpleExpansion') return named(part.text.slice(1), names);
  const { parameter, prefix, index, operation } = part;
  if (prefix === '!') return indirect(part, names);
  const base = index === undefined ? named(parameter, names) : element(parameter, index, names);
  if (prefix === '#') return isKnown(base) ? String(base.length) : `0${UNRESOLVED}`;
  if (operation === undefined) return base;
  if (operation.type === 'Default') return withDefault(part, operation, base, names);
  if (Array.isArray(base)) return slicedList(base, operation, names);
  return isKnown(base) ? computed(base, operation, names) : undefined;
}

function named(name: string, names: Names): Value | undefined {
  if (name === '@' || name === '*') {
    const { args } = names.variables;
    return name === '*' && args !== undefined && !args.includes(UNRESOLVED) ? [...args] : args;
  }
  const value = names.variables.lookup(name);
  // An array by its bare name is its first element.
  return typeof value === 'string' || value === undefined ? value : value[0];
}

function element(parameter: string, index: Word, names: Names): Value | undefined {
  const value = names.variables.lookup(parameter);
  if (value === undefined) return undefined;
  const elements = typeof value === 'string' ? [value] : value;
  if (index.text === '@' || index.text === '*') return elements;
  if (!/^\d{1,4}$/.test(index.text)) return undefined;
  const rest = elements.indexOf(UNRESOLVED);
  const at = Number(index.text);
  return rest >= 0 && at >= rest ? undefined : (elements[at] ?? '');
}

function indirect({ parameter, index, operation }: ParameterExpansionPart, names: Names): Value | undefined {
  // The names of variables, or the keys of an array.
  if (operation?.type === 'Names' || index !== undefined) return undefined;
  const other = names.variables.lookup(parameter);
  if (typeof other === 'string' && /^[A-Za-z_]\w*$/.test(other) && operation === undefined)
    return names.variables.lookup(other);
  names.doubt('the shell text holds an indirect expansion');
  return undefined;
}

function withDefault(
  { parameter, index }: ParameterExpansionPart,
  { operator, operand }: Extract<ParameterOperation, { type: 'Default' }>,
  base: Value | undefined,
  names: Names,
): Value | undefined {
  const unset = base === undefined && index === undefined && names.variables.isUnset(parameter);
  const empty = base === '' || (Array.isArray(base) && base.length === 0);
  // Whether a text nobody knows is empty, nobody knows.
  const full = base !== undefined && !empty && (Array.isArray(base) || /[^\0]/.test(base as string));
  const missing = unset || (empty && operator.startsWith(':'));
  const present = full || (empty && !operator.startsWith(':'));
  if (!missing && !present) {
    if (operator.includes('=')) names.variables.assign(parameter, UNRESOLVED);
    return undefined;
  }
  if (operator.includes('+')) return present ? valueOfWord(operand, names) : '';
  if (present) return base;
  if (operator.includes('?')) return undefined;
  const value = valueOfWord(operand, names);
  if (operator.includes('=')) names.variables.assign(parameter, value);
  return value;
}

function slicedList(base: readonly string[], operation: ParameterOperation, names: Names): Value | undefined {
  if (operation.type !== 'Slice' || operation.length !== undefined) return undefined;
  const offset = valueOfWord(operation.offset, names).trim();
  // `${@:1}` counts from one, because `$0` is the first.
  return /^[1-9]\d{0,3}$/.test(offset) ? base.slice(Number(offset) - 1) : undefined;
}

function computed(base: string, operation: ParameterOperation, names: Names): string | undefined {
  switch (operation.type) {
    case 'Remove': {
      const pattern = patternOf(operation.operand, names);
      return pattern === undefined ? undefined : removed(base, operation.operator, pattern);
    }
    case 'Replace': {
      const pattern = patternOf(operation.pattern, names);
      const value = valueOfWord(operation.replacement, names);
      if (pattern === undefined || /[*?[\]\\]/.test(pattern) || pattern === '' || !isKnown(value)) return undefined;
      if (operation.operator === '//') return base.replaceAll(pattern, () => value);
      if (operation.operator === '/') return base.replace(pattern, () => value);
      return undefined;
    }
    case 'Slice': {
      const offset = valueOfWord(operation.offset, names).trim();
      const length = operation.length === undefined ? undefined : valueOfWord(operation.length, names).trim();
      if (!/^\d{1,6}$/.test(offset) || (length !== undefined && !/^\d{1,6}$/.test(length))) return undefined;
      return base.slice(Number(offset), length === undefined ? undefined : Number(offset) + Number(length));
    }
    case 'CaseModification':
      if (operation.operand !== undefined || !/^[\x20-\x7e]*$/.test(base)) return undefined;
      if (operation.operator === '^^') return base.toUpperCase();
      if (operation.operator === ',,') return base.toLowerCase();
      return operation.operator === '^'
        ? base.slice(0, 1).toUpperCase() + base.slice(1)
        : base.slice(0, 1).toLowerCase() + base.slice(1);
    default:
      return undefined;
  }
}

/** The pattern as text, its own `*` and `?` included; undefined when quoted pattern characters make it unclear. */
function patternOf(word: Word, names: Names): string | undefined {
  if (word.parts === undefined)
    return word.text.includes('\\') && /[*?[\]\\]/.test(word.value) ? undefined : word.value;
  let pattern = '';
  for (const part of word.parts) {
    if (part.type === 'Glob' && part.kind !== 'bracket') pattern += part.text;
    else if (part.type === 'Literal' || part.type === 'SingleQuoted') {
      if (/[*?[\]\\]/.test(part.value)) return undefined;
      pattern += part.value;
    } else if (part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion') {
      const value = valueOfParameter(part, names);
      if (!isKnown(value) || /[*?[\]\\]/.test(value)) return undefined;
      pattern += value;
    } else return undefined;
  }
  return pattern;
}

/** A text of which every character is known. */
export function isKnown(value: Value | undefined): value is string {
  return typeof value === 'string' && !value.includes(UNRESOLVED) && !value.includes(GLOB);
}
