import type { CommandTree } from '../../src/command/command-tree.ts';

/** Every command of a tree that does something of its own: groups that only hold others are left out. */
export function paths(tree: CommandTree, above: readonly string[] = []): readonly string[] {
  return Object.entries(tree.commands ?? {}).flatMap(([name, below]) => {
    if (typeof below === 'string') return [];
    const path = [...above, name];
    const own = below.commands === undefined || below.operands === true ? [path.join(' ')] : [];
    return [...own, ...paths(below, path)];
  });
}
