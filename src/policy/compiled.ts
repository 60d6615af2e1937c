import type { Effect } from '../command/action.ts';
import type { DecisionKind, DirectoryView, EvidenceLevel } from './decision.ts';

/**
 * What is left of a policy document once everything that can be checked has been checked: plain data, in shards by
 * tool, so that one command reads only what can concern it. Written to the cache and into the executable.
 */

/** Raise it with every change of these shapes, or of what `compile` makes of a text: older entries are then rebuilt. */
export const FORMAT = 3;

export type Patterns = readonly string[];

export interface CompiledRule {
  readonly id: string;
  readonly line: number;
  /** Place in the document: order decides nothing, but reasons are given in it. */
  readonly order: number;
  readonly decision: DecisionKind;
  readonly tool?: Patterns;
  readonly operation?: Patterns;
  readonly effects?: readonly Effect[];
  readonly resource?: Readonly<Record<string, Patterns>>;
  readonly scope?: Readonly<Record<string, Patterns>>;
  readonly labels?: Patterns;
  readonly owner?: Patterns;
  readonly boundary?: Patterns;
  readonly opaque?: boolean;
  /** True: only when a person at a terminal asks; false: only when not. */
  readonly attended?: boolean;
  readonly when?: string;
  readonly observe?: boolean;
  readonly approvers?: {
    readonly from: readonly string[];
    readonly count: number;
    readonly evidence: EvidenceLevel;
    readonly separation: 'none' | 'owner';
    readonly remindSeconds?: number;
    readonly escalate?: { readonly to: readonly string[]; readonly afterSeconds: number };
    readonly standingSeconds?: number;
    readonly standsSeconds?: number;
    readonly relays?: readonly string[];
    readonly breakGlass?: readonly string[];
  };
  readonly expiresSeconds?: number;
  readonly startWithinSeconds?: number;
  readonly limit?: {
    readonly count: number;
    readonly windowSeconds: number;
    readonly by: 'principal' | 'owner' | 'all';
  };
  readonly credentials?: string;
  readonly view?: DirectoryView;
  readonly tags?: readonly string[];
  readonly reason?: string;
  readonly suggest?: string;
}

export interface CompiledPlace {
  readonly tool?: Patterns;
  readonly resource?: Readonly<Record<string, Patterns>>;
  readonly scope?: Readonly<Record<string, Patterns>>;
}

export interface CompiledTarget extends CompiledPlace {
  readonly id: string;
  readonly labels: readonly string[];
  readonly owner?: string;
  readonly boundary?: string;
}

/** Always read. */
export interface Header {
  readonly packs?: readonly { readonly name: string; readonly line: number; readonly column: number }[];
  readonly default?: DecisionKind;
  readonly mode?: 'enforce' | 'observe';
  readonly except?: readonly string[];
  /** Servers at a loopback address that are for development. */
  readonly local?: readonly CompiledPlace[];
}

export interface Shard {
  readonly rules: readonly CompiledRule[];
  readonly targets: readonly CompiledTarget[];
}

/** The shard of everything that is not bound to tools by name. No tool has this name. */
export const ANY_TOOL = '*';

export interface Compiled {
  readonly header: Header;
  readonly shards: ReadonlyMap<string, Shard>;
}

/** A compiled document as its readers see it, whether it lies in memory, in the executable or in the cache. */
export interface Source {
  readonly header: Header;
  /** Undefined when nothing is bound to this tool by name. */
  shard(tool: string): Shard | undefined;
  /** Tools with a shard of their own. */
  tools(): readonly string[];
}

export function inMemory(compiled: Compiled): Source {
  return {
    header: compiled.header,
    shard: (tool) => compiled.shards.get(tool),
    tools: () => [...compiled.shards.keys()],
  };
}
