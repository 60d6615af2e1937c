import type { CommandTree } from '../../command-tree.ts';
import type { EffectTable } from '../../effect-table.ts';
import type { OptionTable } from '../../options.ts';

interface Growing {
  flags?: string;
  values?: string;
  optional?: string;
  many?: string;
  persistent?: OptionTable;
  commands?: Record<string, Growing | string>;
  operands?: boolean;
  wraps?: boolean;
}

/**
 * A tree with every command of a table of effects in it, and with options that all of them understand. For tools whose
 * completion spec is old, shallow or absent; the options come from the tool's documentation.
 * @param tool its own name in the table stands for the tool without a command
 * @param wraps commands whose first operand ends the options
 */
export function grown(
  tool: string,
  from: CommandTree | undefined,
  effects: EffectTable,
  everywhere: OptionTable,
  wraps = '',
): CommandTree {
  const root = structuredClone(from ?? {}) as Growing;
  const persistent = root.persistent ?? {};
  const added: Record<string, string> = {};
  for (const group of ['flags', 'values', 'optional', 'many'] as const) {
    const joined = [persistent[group], everywhere[group]].filter(Boolean).join(' ');
    if (joined !== '') added[group] = joined;
  }
  root.persistent = added;
  root.flags = `${root.flags ?? ''} --version -version`;
  for (const path of effects.commands()) {
    if (path === tool) {
      root.operands = true;
      continue;
    }
    const words = path.split(' ');
    const node = reach(root, words);
    if (node === undefined) continue;
    if (wraps.split('|').some((name) => name.trim().split('/')[0] === path)) node.wraps = true;
  }
  return root as CommandTree;
}

function reach(root: Growing, words: readonly string[]): Growing | undefined {
  let node = root;
  for (const word of words) {
    node.commands ??= {};
    const commands: Record<string, Growing | string> = node.commands;
    const known = commands[word];
    // Another name for a command that is there.
    if (typeof known === 'string') return undefined;
    const next: Growing = known ?? {};
    commands[word] = next;
    node = next;
  }
  return node;
}
