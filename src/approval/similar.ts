import { displayArgv, visible } from '../command/display.ts';
import { ago } from '../policy/duration.ts';
import type { View } from './states.ts';

/** An earlier request that people decided, as far as it says something about this one. */
export interface Similar {
  readonly id: string;
  readonly how: 'the same command' | 'the same but for the name' | 'the same requester';
  readonly outcome: 'approved' | 'denied' | 'run under break-glass';
  readonly by: readonly string[];
  readonly at: number;
  readonly text?: string;
  readonly argv: View['argv'];
}

/** More tells nobody anything. */
const MOST = 5;

/** The closest of these to a request, closest and newest first. Pure. */
export function similarTo(
  { id, view }: { readonly id: string; readonly view: View },
  others: readonly { readonly id: string; readonly view: View }[],
): readonly Similar[] {
  const found = others
    .filter((other) => other.id !== id && other.view.submittedAt <= view.submittedAt)
    .flatMap((other) => {
      const how = likeness(view, other.view);
      const decided = decisionOn(other.view);
      return how === undefined || decided === undefined
        ? []
        : [{ id: other.id, how, ...decided, argv: other.view.argv }];
    });
  const rank = { 'the same command': 0, 'the same but for the name': 1, 'the same requester': 2 };
  return found.toSorted((a, b) => rank[a.how] - rank[b.how] || b.at - a.at).slice(0, MOST);
}

function likeness(one: View, other: View): Similar['how'] | undefined {
  if (one.digest === other.digest) return 'the same command';
  if (one.shape.digest === other.shape.digest) return 'the same but for the name';
  return one.principal === other.principal ? 'the same requester' : undefined;
}

/** What people said to it; undefined when nobody did. */
function decisionOn(view: View): Pick<Similar, 'outcome' | 'by' | 'at' | 'text'> | undefined {
  const { ended, votes, broken, submittedAt } = view;
  if (ended?.reason === 'person') {
    const text = ended.text === undefined ? {} : { text: ended.text };
    return {
      outcome: 'denied',
      by: ended.by === undefined ? [] : [ended.by],
      at: view.endedAt ?? submittedAt,
      ...text,
    };
  }
  if (broken) return { outcome: 'run under break-glass', by: [broken.by], at: view.startedAt ?? submittedAt };
  const yes = votes.filter(({ vote }) => vote === 'approve');
  if (yes.length === 0 || !RAN.has(view.state)) return undefined;
  return { outcome: 'approved', by: yes.map(({ voter }) => voter), at: yes.at(-1)!.at };
}

/** States that only a grant leads to. */
const RAN: ReadonlySet<string> = new Set(['granted', 'started', 'finished', 'failed', 'unknown', 'lapsed', 'revoked']);

export function similarLine({ id, how, outcome, by, at, text, argv }: Similar, now: number): string {
  const who = by.length > 0 ? ` by ${visible(by.join(', '))}` : '';
  const why = text ? ` (${visible(text)})` : '';
  const what = how === 'the same command' ? '' : `: ${displayArgv(argv)}`;
  return `${id.slice(-8)} ${outcome}${who} ${ago(at, now)}${why}, ${how}${what}`;
}
