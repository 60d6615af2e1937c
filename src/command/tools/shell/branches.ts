import { type CommandNode, type CompoundList, forEachChild, type SyntaxNode, type Word } from 'unbash';
import { UNRESOLVED } from '../../options.ts';
import { assignedIn } from './assigned.ts';
import type { State } from './variables.ts';
import type { Walk } from './walk.ts';
import { expand } from './words.ts';

/**
 * Reads each branch from the same start: what holds afterwards holds whichever was taken.
 * @param skips perhaps none of them is
 */
export function readBranches(branches: readonly (() => void)[], skips: boolean, walk: Walk): void {
  const { place, variables } = walk;
  place.deeper(() => {
    const start = variables.save();
    const cwd = place.cwd;
    let moved = false;
    const ends: State[] = [];
    for (const branch of branches) {
      variables.restore(start);
      place.move(cwd);
      branch();
      ends.push(variables.save());
      moved ||= place.cwd !== cwd;
    }
    if (skips) variables.restore(start);
    for (const end of ends) variables.merge(end);
    place.move(moved ? UNRESOLVED : cwd);
  });
}

type Loop = Extract<CommandNode, { type: 'For' | 'Select' | 'ArithmeticFor' | 'While' }>;

/** A loop over more words than this is read once, with a word nobody knows. */
const MOST_ROUNDS = 16;
/** So many loops inside one another, and names keep no values. */
const DEEPEST = 6;

/** Reads a loop's body as it is in any round: with what no round changes, and each word it is known to go over. */
export function readLoop(node: Loop, compound: (list: CompoundList) => void, walk: Walk): void {
  const { place, variables, functions } = walk;
  const words = node.type === 'For' ? wordsOf(node.wordlist, walk) : undefined;
  if (node.type === 'Select') wordsOf(node.wordlist, walk);
  const start = variables.save();
  const changed = walk.loops < DEEPEST ? assignedIn(node, (name) => functions.bodiesOf(name)) : undefined;
  if (changed === undefined) variables.forgetAll();
  else variables.forget(changed.names, changed.everything);
  if (changed?.args !== false) variables.setArgs(undefined);
  // The directory of a later round is where an earlier one left.
  const cwd = place.cwd;
  if (moves(node, walk)) place.move(UNRESOLVED);
  const any = variables.save();
  const name = node.type === 'For' || node.type === 'Select' ? node.name.value : undefined;
  const round = (word: string): void => {
    variables.restore(any);
    if (name !== undefined) variables.assign(name, word);
    place.deeper(() => {
      if (node.type === 'While') compound(node.clause);
      else if (node.type === 'ArithmeticFor')
        for (const part of [node.initialize, node.test, node.update]) if (part) walk.nested(part);
      compound(node.body);
    });
  };
  walk.loops++;
  const known = words !== undefined && words.length > 0 && words.length <= MOST_ROUNDS;
  if (known && words.length <= walk.rounds) {
    walk.rounds -= words.length;
    for (const word of words) round(word);
  } else round(UNRESOLVED);
  walk.loops--;
  variables.restore(any);
  if (name !== undefined) variables.assign(name, UNRESOLVED);
  variables.merge(start);
  if (place.cwd !== cwd) place.move(UNRESOLVED);
}

/** The words a loop goes over, each once; undefined when there may be others. */
function wordsOf(list: readonly Word[] | undefined, walk: Walk): readonly string[] | undefined {
  if (list === undefined) {
    const { args } = walk.variables;
    return args?.includes(UNRESOLVED) ? undefined : args;
  }
  for (const word of list) walk.nested(word);
  const all = list.map((word) => expand(word, walk));
  return all.some(({ open }) => open) ? undefined : [...new Set(all.flatMap(({ words }) => words))];
}

const MOVES: ReadonlySet<string> = new Set('cd pushd popd eval source . builtin command'.split(' '));

/** It may change the directory for its own next round. */
function moves(node: SyntaxNode, { functions }: Walk): boolean {
  const seen = new Set<SyntaxNode>();
  let found = false;
  const visit = (part: SyntaxNode): void => {
    if (found || part.type === 'Subshell' || part.type === 'CommandExpansion' || part.type === 'ProcessSubstitution')
      return;
    if (part.type === 'Command') {
      const name = part.name?.value ?? '';
      found = MOVES.has(name);
      for (const body of functions.bodiesOf(name)) {
        if (seen.has(body)) continue;
        seen.add(body);
        visit(body);
      }
    }
    if (!found) forEachChild(part, visit);
  };
  visit(node);
  return found;
}
