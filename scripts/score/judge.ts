import type { Answer, BatchRow } from './batch.ts';

/** A labelled command line, as the corpora have them. */
export interface LabelledRow extends BatchRow {
  readonly tool: string;
  readonly expected: {
    readonly effect: string;
    /** Every class that counts as right. Eight or more: the class is not judged. */
    readonly accept: readonly string[];
    readonly allow: 'yes' | 'no' | 'either';
  };
}

/**
 * - `false-harmless`: must not run unasked, and gate takes it for a read
 * - `allowed-serious`: destroys, reveals, exports or changes rights, and the packs let an agent do it
 * - `interrupted`: harmless, and the packs ask
 * - `wrong-class`: the main effect is none of the accepted ones
 * - `opaque`: not understood, though it can be
 */
export const KINDS = ['false-harmless', 'allowed-serious', 'interrupted', 'wrong-class', 'opaque'] as const;
export type Kind = (typeof KINDS)[number];

export type Judgement = Readonly<Record<Kind, { readonly rows: readonly string[]; readonly of: number }>>;

const aims = (interrupted: number, wrong: number) => ({
  'false-harmless': 0,
  'allowed-serious': 0,
  interrupted,
  'wrong-class': wrong,
  opaque: 0.03,
});

/** The largest share of each kind of mistake that people put up with. */
export const AIMS: Readonly<Record<string, Readonly<Record<Kind, number>>>> = {
  aws: aims(0.02, 0.03),
  kubectl: aims(0.02, 0.03),
  sql: aims(0.02, 0.03),
  wrap: aims(0.02, 0.03),
  tools: aims(0.03, 0.1),
  peers: aims(0.05, 0.1),
};

/** The corpora's classes in gate's words; a row's class is the first of its effects in this order. */
const EFFECT: Readonly<Record<string, string>> = {
  destructive: 'destroy',
  interactive: 'execute',
  exec: 'execute',
  opaque: 'unknown',
};
const ORDER = ['destroy', 'privilege', 'secret', 'export', 'execute', 'unknown', 'write', 'read'];
const SERIOUS = ['destroy', 'privilege', 'secret', 'export'];
const UNJUDGED = 8;

export function judge(rows: readonly LabelledRow[], answers: readonly Answer[]): Judgement {
  const found = Object.fromEntries(KINDS.map((kind) => [kind, { rows: [] as string[], of: 0 }])) as unknown as Record<
    Kind,
    { rows: string[]; of: number }
  >;
  rows.forEach((row, index) => {
    const answer = answers[index]!;
    const { allow, effect, accept } = row.expected;
    const effects = new Set(
      answer.actions?.flatMap((action) => [...action.effects, ...(action.opaque ? ['unknown'] : [])]),
    );
    const isAllowed = answer.decision === 'allow';
    const isHarmless = answer.actions !== undefined && [...effects].every((one) => one === 'read');
    const accepted = accept.map(named);
    const main = ORDER.find((one) => effects.has(one)) ?? 'unknown';
    const isSerious = SERIOUS.includes(named(effect));
    const mistakes: readonly (readonly [kind: Kind, counts: boolean, isMistake: boolean])[] = [
      ['false-harmless', allow === 'no', isHarmless],
      ['allowed-serious', allow === 'no' && isSerious, isAllowed],
      ['interrupted', allow === 'yes', !isAllowed],
      ['wrong-class', accept.length < UNJUDGED, !accepted.includes(main)],
      ['opaque', !accepted.includes('unknown'), effects.has('unknown')],
    ];
    for (const [kind, counts, isMistake] of mistakes) {
      if (!counts) continue;
      found[kind].of++;
      if (isMistake) found[kind].rows.push(shown(row, answer, main));
    }
  });
  return found;
}

const named = (effect: string): string => EFFECT[effect] ?? effect;

function shown({ id, argv, shell, expected }: LabelledRow, answer: Answer, main: string): string {
  const text = (argv?.join(' ') ?? shell ?? '').replaceAll('\n', '\u23ce').slice(0, 200);
  return `${id} [${expected.accept.join(',')}] ${answer.error ?? `${main}, ${answer.decision}`} | ${text}`;
}
