import type { Effect } from '../command/action.ts';

/** Strictness grows from left to right; the strictest match wins. */
export const DECISION_KINDS = ['allow', 'confirm', 'hold', 'deny'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Weakest first: os < channel < factor < signed. */
export const EVIDENCE_LEVELS = ['os', 'channel', 'factor', 'signed'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** Who must say yes. Every block of every deciding rule must be met; one vote may count in several. */
export interface Approvers {
  /** Groups; `owners` and `target-owner` are built in. */
  readonly from: readonly string[];
  readonly count: number;
  readonly evidence: EvidenceLevel;
  /** `owner`: the person behind the asking agent or pipeline may not vote. */
  readonly separation: 'none' | 'owner';
  /** The rule that asks for it. */
  readonly rule: string;
  /** The people asked are reminded this often. */
  readonly remindSeconds?: number;
  /** Who is asked as well once the request has waited that long. */
  readonly escalate?: { readonly to: readonly string[]; readonly afterSeconds: number };
  /** The longest that an approval may stand; 0: never. Absent: an hour, and never for `privilege`. */
  readonly standingSeconds?: number;
  /** How long an approval stands without anybody saying so. */
  readonly standsSeconds?: number;
  /** Names of the relays whose word counts here, where evidence `os` is enough. Absent: none. */
  readonly relays?: readonly string[];
  /** Groups whose members may run it at once, to be reviewed afterwards. Absent: nobody. */
  readonly breakGlass?: readonly string[];
}

/** How a command sees the directory it runs in, strictest last. `copy`: a private one, and nothing is written back. */
export const DIRECTORY_VIEWS = ['as-is', 'copy', 'read-only'] as const;
/** Absent where it is as it is. */
export type DirectoryView = Exclude<(typeof DIRECTORY_VIEWS)[number], 'as-is'>;

/** The stricter of two. */
export function stricterView(
  one: DirectoryView | undefined,
  other: DirectoryView | undefined,
): DirectoryView | undefined {
  return one === 'read-only' || other === undefined ? one : other;
}

/** Counts starts in a sliding window. */
export interface Limit {
  readonly rule: string;
  readonly count: number;
  readonly windowSeconds: number;
  /** What is counted together: the principal's id, the owner's id, or everything (`''`). */
  readonly key: string;
}

/** What has to be done before and while it runs. Duties of all deciding rules add up. */
export interface Duties {
  readonly approvers: readonly Approvers[];
  /** How long the request may wait; the shortest of all. */
  readonly expiresSeconds: number;
  /** A grant not started within this lapses. */
  readonly startWithinSeconds: number;
  readonly limits: readonly Limit[];
  /** Name of the issuer; two different names are a deny. */
  readonly credentials?: string;
  /** The strictest of all. */
  readonly view?: DirectoryView;
}

/** Why: one (action, effect) judged by one layer. */
export interface Finding {
  /** Index into the command's actions. */
  readonly action: number;
  readonly effect: Effect;
  readonly layer: 'system' | 'user' | 'repository';
  /** `pack/rule` or `rule`; absent when nothing matched and the layer's default decided. */
  readonly rule?: string;
  readonly kind: DecisionKind;
  /** In observe mode: said and recorded, not enforced. */
  readonly observed?: true;
}

export interface Decision {
  readonly kind: DecisionKind;
  /** Ids of the rules that decided (those of the strictest kind), each once, in policy order; `default` when nothing matched. */
  readonly rules: readonly string[];
  /** One sentence per deciding rule. A repository's words are marked as such. */
  readonly reasons: readonly string[];
  /** Who can change that: the file and line of each deciding rule, or the field that switches a pack's rule off. */
  readonly where?: readonly string[];
  /** What to do instead, from the rules. */
  readonly suggest: readonly string[];
  readonly tags: readonly string[];
  readonly duties: Duties;
  readonly findings: readonly Finding[];
  /** Labels and owners of the targets touched. */
  readonly labels: readonly string[];
  readonly owners: readonly string[];
  /** Set when a rule or its limit refused: `rule`, `limit`, `error`. */
  readonly refusal?: 'rule' | 'limit' | 'error';
  /** `observe`: the decision is recorded and announced, and the command runs. */
  readonly mode: 'enforce' | 'observe';
  /** Digests of every policy document that took part, `sha256:...`, packs included. */
  readonly policy: readonly string[];
  /** The policy bundle that took part. */
  readonly bundle?: Bundled;
}

export interface Bundled {
  readonly name: string;
  readonly version: number;
  /** `sha256:` of the text of its note. */
  readonly digest: string;
}

/** What has to happen with a tool call now; `handed` means: gate itself runs it, asks, counts or issues. */
export type CallVerdict = 'passed' | 'handed' | 'denied';

export function callVerdict({ kind, mode, duties }: Decision): CallVerdict {
  if (mode === 'observe') return 'passed';
  if (kind === 'deny') return 'denied';
  if (kind !== 'allow') return 'handed';
  const { limits, credentials, view } = duties;
  return limits.length > 0 || credentials !== undefined || view !== undefined ? 'handed' : 'passed';
}

/** Nobody is asked: the rule allows it, or only observes. */
export function runsAtOnce(decision: Pick<Decision, 'kind' | 'mode'>): boolean {
  return decision.kind === 'allow' || decision.mode === 'observe';
}
