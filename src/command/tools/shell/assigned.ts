import { forEachChild, type SyntaxNode, type Word } from 'unbash';

/** What a part of a script may assign, whichever way it goes. */
export interface Assigned {
  readonly names: ReadonlySet<string>;
  /** It may assign any name. */
  readonly everything: boolean;
  /** It may change `$1`. */
  readonly args: boolean;
}

/** Commands that assign to the names among their words. */
const SETS_NAMES: ReadonlySet<string> = new Set(
  'read mapfile readarray getopts unset local declare typeset export readonly printf select wait'.split(' '),
);

/** Commands after which anything may hold. */
const UNBOUNDED: ReadonlySet<string> = new Set('eval source . let'.split(' '));

/** @param bodiesOf the functions that a name may mean */
export function assignedIn(node: SyntaxNode, bodiesOf: (name: string) => readonly SyntaxNode[]): Assigned {
  const names = new Set<string>();
  const seen = new Set<SyntaxNode>();
  let everything = false;
  let args = false;
  const command = (name: string, words: readonly Word[]): void => {
    if (UNBOUNDED.has(name)) everything = true;
    if (name === 'set' || name === 'shift') args = true;
    if (name === 'command' || name === 'builtin') {
      if (words.some(({ value }) => UNBOUNDED.has(value) || SETS_NAMES.has(value))) everything = true;
    }
    if (SETS_NAMES.has(name)) {
      for (const word of words) {
        const named = /^([A-Za-z_]\w*)(\[.*\])?$/.exec(word.value);
        if (named && word.parts === undefined) names.add(named[1] as string);
        else if (word.parts !== undefined && name !== 'printf') everything = true;
        else if (name === 'printf' && word.value.startsWith('-v'))
          everything ||= !/^-v$|^-v[A-Za-z_]\w*$/.test(word.value);
      }
      if (name === 'read') names.add('REPLY');
      if (name === 'mapfile' || name === 'readarray') names.add('MAPFILE');
    }
    for (const body of bodiesOf(name)) {
      if (seen.has(body)) continue;
      seen.add(body);
      visit(body);
    }
  };
  const visit = (part: SyntaxNode): void => {
    switch (part.type) {
      case 'Assignment':
        names.add(part.name);
        break;
      case 'For':
      case 'Select':
        names.add(part.name.value);
        break;
      case 'Coproc':
        names.add(part.name?.value ?? 'COPROC');
        break;
      case 'ParameterExpansion':
        if (part.operation?.type === 'Default' && part.operation.operator.includes('=')) names.add(part.parameter);
        break;
      case 'ArithmeticBinary':
      case 'ArithmeticUnary':
        for (const name of assignedByArithmetic(part)) names.add(name);
        break;
      case 'Command':
        if (part.name === undefined) break;
        if (!isSpelled(part.name)) everything = true;
        command(
          part.name.value,
          part.args.filter((arg) => arg.type === 'Word'),
        );
        break;
      default:
    }
    forEachChild(part, visit);
  };
  visit(node);
  return { names, everything, args };
}

/** The word is the text that stands there, quotes aside. */
function isSpelled(word: Word): boolean {
  return (word.parts ?? []).every(
    (part) =>
      part.type === 'Literal' ||
      part.type === 'SingleQuoted' ||
      part.type === 'AnsiCQuoted' ||
      (part.type === 'DoubleQuoted' && part.parts.every(({ type }) => type === 'Literal')),
  );
}

/** The names that `x=1`, `x+=1`, `x++` inside arithmetic change. */
export function assignedByArithmetic(node: SyntaxNode): readonly string[] {
  const target =
    node.type === 'ArithmeticBinary' && /^([-+*/%&|^]|<<|>>)?=$/.test(node.operator)
      ? node.left
      : node.type === 'ArithmeticUnary' && /^(\+\+|--)$/.test(node.operator)
        ? node.operand
        : undefined;
  if (target?.type !== 'ArithmeticWord') return [];
  const name = /^\s*([A-Za-z_]\w*)/.exec(target.value);
  return name === null ? [] : [name[1] as string];
}
