import { forEachChild, type SyntaxNode } from 'unbash';

/** What must be known about a whole script before its first line is read. */
export interface Survey {
  /** Arithmetic evaluates the text of variables, and a text here could hold a command. */
  readonly hidesCommands: boolean;
  /** Arithmetic anywhere. */
  readonly arithmetic: boolean;
  /** Something the walker has no rule for. */
  readonly strange: readonly string[];
  readonly errors: readonly string[];
}

/** Operators of `[[ ]]` whose words are arithmetic, or names with subscripts. */
const ARITHMETIC_TESTS: ReadonlySet<string> = new Set('-eq -ne -lt -le -gt -ge -v -R'.split(' '));

/** Looks at every node once, also where it may never run. */
export function survey(script: SyntaxNode): Survey {
  const strange: string[] = [];
  const errors: string[] = [];
  let arithmetic = false;
  let subscript = false;
  let command = false;
  const text = (value: string): void => {
    if (value.includes('[')) subscript = true;
    if (/\$\(|`|\$$|^\(/.test(value)) command = true;
  };

  const visit = (node: SyntaxNode, inQuotes: boolean): void => {
    switch (node.type) {
      case 'Script':
        for (const error of node.errors ?? []) errors.push(error.message);
        break;
      case 'Assignment':
        if (/^BASH_(CMDS|ALIASES)$/.test(node.name)) strange.push('a change of what names run');
        break;
      case 'Word':
        if (node.parts === undefined && node.text.includes('\\')) text(node.value);
        break;
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        text(node.value);
        break;
      case 'Literal':
        if (inQuotes || node.text.includes('\\')) text(node.value);
        break;
      case 'HereDocBody':
        if (node.parts === undefined) text(node.text);
        break;
      case 'ArithmeticExpansion':
      case 'ArithmeticCommand':
      case 'ArithmeticFor':
        arithmetic = true;
        break;
      case 'TestUnary':
      case 'TestBinary':
        if (ARITHMETIC_TESTS.has(node.operator)) arithmetic = true;
        break;
      case 'ParameterExpansion':
        if ((node.index && !/^(\d+|[@*])$/.test(node.index.text)) || node.operation?.type === 'Slice')
          arithmetic = true;
        if (
          (node.operation?.type === 'Transform' && !/^@[QULu]$/.test(node.text.slice(-3, -1))) ||
          node.operation?.type === 'Unknown'
        )
          strange.push('an expansion that may run commands');
        break;
      default:
    }
    const quotes = node.type === 'DoubleQuoted' || node.type === 'LocaleString' || node.type === 'HereDocBody';
    forEachChild(node, (child) => visit(child, quotes));
  };
  visit(script, false);
  return { hidesCommands: subscript && command, arithmetic, strange, errors };
}
