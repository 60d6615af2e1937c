import { forEachChild, type SyntaxNode } from 'unbash';
import { SETS_NAMES } from './builtins-table.ts';

/** What must be known about a whole script before its first line is read. */
export interface Survey {
  /** How often each name is assigned anywhere; a name assigned once at the top keeps its value. */
  readonly assigned: ReadonlyMap<string, number>;
  readonly functions: ReadonlySet<string>;
  /** `set`, `shift` or the like may change `$1`. */
  readonly movesArguments: boolean;
  /** Anything may have been assigned: `eval`, `source`, a computed name. */
  readonly unbounded: boolean;
  /** A function may be forgotten again. */
  readonly unsets: boolean;
  /** Arithmetic evaluates the text of variables, commands inside included. */
  readonly arithmetic: boolean;
  /** Something the walker has no rule for. */
  readonly strange: readonly string[];
  readonly errors: readonly string[];
}

/** Looks at every node once, also where it may never run. */
export function survey(script: SyntaxNode): Survey {
  const assigned = new Map<string, number>();
  const functions = new Set<string>();
  const strange: string[] = [];
  const errors: string[] = [];
  let movesArguments = false;
  let unbounded = false;
  let arithmetic = false;
  let unsets = false;
  const assign = (name: string): void => void assigned.set(name, (assigned.get(name) ?? 0) + 1);

  const visit = (node: SyntaxNode): void => {
    switch (node.type) {
      case 'Script':
        for (const error of node.errors ?? []) errors.push(error.message);
        break;
      case 'Assignment':
        assign(node.name);
        if (/^BASH_(CMDS|ALIASES)$/.test(node.name)) strange.push('a change of what names run');
        if (node.append || node.index) assign(node.name);
        break;
      case 'For':
      case 'Select':
        assign(node.name.value);
        assign(node.name.value);
        break;
      case 'Function':
        functions.add(node.name.value);
        break;
      case 'ArithmeticExpansion':
      case 'ArithmeticCommand':
      case 'ArithmeticFor':
      case 'TestCommand':
        arithmetic = true;
        break;
      case 'ParameterExpansion':
        if (node.index || node.operation?.type === 'Slice') arithmetic = true;
        if (node.prefix === '!') strange.push('an indirect expansion');
        if (node.operation?.type === 'Transform' || node.operation?.type === 'Unknown')
          strange.push('an expansion that may run commands');
        if (node.operation?.type === 'Default' && node.operation.operator.includes('=')) {
          assign(node.parameter);
          assign(node.parameter);
        }
        break;
      case 'Coproc':
        strange.push('a coprocess');
        break;
      case 'Command': {
        const name = node.name?.value ?? '';
        if (name === 'eval' || name === 'source' || name === '.') unbounded = true;
        if (name === 'set' || name === 'shift') movesArguments = true;
        if (SETS_NAMES.has(name)) {
          for (const arg of node.args) {
            if (arg.type !== 'Word') continue;
            const named = /^([A-Za-z_]\w*)/.exec(arg.value);
            if (named) {
              assign(named[1] as string);
              assign(named[1] as string);
            } else if (/[$`]/.test(arg.text) && name !== 'printf') unbounded = true;
          }
        }
        if (/^(declare|typeset|local)$/.test(name) && node.args.some((arg) => /^[-+][a-zA-Z]*n/.test(arg.text)))
          unbounded = true;
        if (name === 'printf' && node.args.some((arg, at) => node.args[at - 1]?.text === '-v' && /[$`]/.test(arg.text)))
          unbounded = true;
        if (name === 'unset' || name === 'enable') unsets = true;
        if (name === 'mapfile' || name === 'readarray') assign('MAPFILE');
        if (name === 'read') assign('REPLY');
        break;
      }
      default:
    }
    forEachChild(node, visit);
  };
  visit(script);
  return { assigned, functions, movesArguments, unbounded, unsets, arithmetic, strange, errors };
}
