import { type Grammar, grammar, type Option, type OptionTable, type Scan, type Style, scan } from './options.ts';

/**
 * Tools made of subcommands (`git remote add`, `docker container ls`): their tree is data, generated from a maintained
 * source by a script, and this is the one way it is read. What the tree does not list is reported, never guessed.
 */
export interface CommandTree extends OptionTable {
  /** Options that every command below understands as well. */
  readonly persistent?: OptionTable;
  /** By name; a text is another name for the command of that name. */
  readonly commands?: Readonly<Record<string, CommandTree | string>>;
  /** A command with subcommands that also takes operands of its own (`git stash`, `git remote`). */
  readonly operands?: boolean;
  /** The first operand ends the options: what follows are the words of another command (`docker run`, `npm exec`). */
  readonly wraps?: boolean;
}

export interface CommandLine {
  /** The commands' own names from the tree, aliases resolved: `['remote', 'add']`. */
  readonly path: readonly string[];
  readonly options: Scan['options'];
  readonly positionals: readonly string[];
  /** As in `Scan`: what the tree does not know. */
  readonly unknown: readonly string[];
  /** The word in the place of a subcommand that the tree does not have. */
  readonly stranger: string | undefined;
  /** How many positionals came before `--`, when there was one. */
  readonly dash: number | undefined;
}

/** @param from index of the first word after the program's name */
export function parseCommandLine(argv: readonly string[], tree: CommandTree, style: Style, from = 1): CommandLine {
  const path: string[] = [];
  const options = new Map<string, readonly string[]>();
  const unknown: string[] = [];
  let node = tree;
  let inherited: Grammar | undefined;
  let at = from;
  for (;;) {
    const known = grammarsOf(node, inherited, style);
    const inner = node.commands !== undefined;
    const found = scan(argv, at, known.own, inner || node.wraps === true);
    for (const [name, values] of found.options) options.set(name, [...(options.get(name) ?? []), ...values]);
    unknown.push(...found.unknown);
    if (!inner && node.wraps !== true) {
      const { positionals, dash } = found;
      return { path, options, positionals, unknown, stranger: undefined, dash };
    }
    if (!inner) {
      return { path, options, positionals: argv.slice(found.end), unknown, stranger: undefined, dash: found.dash };
    }
    const word = argv[found.end];
    const next = word === undefined || found.dash !== undefined ? undefined : subcommand(node, word);
    if (next !== undefined) {
      path.push(next.name);
      node = next.tree;
      inherited = known.below;
      at = found.end + 1;
      continue;
    }
    const rest = found.dash === undefined ? scan(argv, found.end, known.own) : undefined;
    for (const [name, values] of rest?.options ?? []) options.set(name, [...(options.get(name) ?? []), ...values]);
    if (rest) unknown.push(...rest.unknown);
    const stranger = word !== undefined && node.operands !== true ? word : undefined;
    const positionals = rest?.positionals ?? argv.slice(found.end);
    return { path, options, positionals, unknown, stranger, dash: found.dash ?? rest?.dash };
  }
}

function subcommand(node: CommandTree, word: string): { name: string; tree: CommandTree } | undefined {
  const commands = node.commands;
  if (commands === undefined || !Object.hasOwn(commands, word)) return undefined;
  const found = commands[word];
  if (typeof found !== 'string') return found && { name: word, tree: found };
  const meant = Object.hasOwn(commands, found) ? commands[found] : undefined;
  return meant === undefined || typeof meant === 'string' ? undefined : { name: found, tree: meant };
}

interface Known {
  readonly own: Grammar;
  readonly below: Grammar | undefined;
}

/** Each node's grammar is made once: the same node is always reached by the same way. */
const made = new WeakMap<CommandTree, Known>();

function grammarsOf(node: CommandTree, inherited: Grammar | undefined, style: Style): Known {
  let known = made.get(node);
  if (known === undefined) {
    const below = node.persistent === undefined ? inherited : lenient(grammar(style, node.persistent, inherited));
    known = { below, own: lenient(grammar(style, node, below)) };
    made.set(node, known);
  }
  return known;
}

/** The trees do not say which options may be repeated; readers look at the ones that decide. */
function lenient(from: Grammar): Grammar {
  const options = new Map<string, Option>();
  for (const [spelling, option] of from.options)
    options.set(spelling, option.many ? option : { ...option, many: true });
  return { style: from.style, options };
}
