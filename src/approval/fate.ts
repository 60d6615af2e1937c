import { visible } from '../command/display.ts';
import type { View } from './states.ts';

/** What became of a request, who decided it and when: one line of printable ASCII. Pure. */
export function fateOf(view: View): string {
  return visible(sentence(view));
}

function sentence(view: View): string {
  const { state, ended, votes, broken } = view;
  const by = ended?.by === undefined ? '' : ` by ${ended.by}`;
  const why = ended?.text ? `: ${ended.text}` : '';
  const at = view.endedAt === undefined ? '' : ` at ${clock(view.endedAt)}`;
  switch (state) {
    case 'pending': {
      const last = votes.at(-1);
      return last ? `it waits; ${last.voter} voted ${last.vote} at ${clock(last.at)}` : 'it waits';
    }
    case 'questioned':
      return view.question ? `${view.question.by} asked at ${clock(view.question.at)}: ${view.question.text}` : 'asked';
    case 'granted':
    case 'started':
    case 'finished':
    case 'failed':
    case 'unknown':
      return `${state === 'granted' ? 'granted' : `granted and ${state}`}${granted(view, broken !== undefined)}${at}`;
    case 'denied':
      return `denied${by || ` (${(ended?.reason ?? '').replaceAll('_', ' ')})`}${at}${why}`;
    default:
      return `${state}${by}${at}${why}`;
  }
}

function granted({ votes, standing, votes: { length } }: View, broken: boolean): string {
  if (broken) return ' under break-glass';
  if (standing !== undefined) return ' by a standing grant';
  if (length === 0) return '';
  const yes = votes.filter(({ vote }) => vote === 'approve');
  const last = yes.at(-1);
  return last ? ` by ${[...new Set(yes.map(({ voter }) => voter))].join(', ')} at ${clock(last.at)}` : '';
}

/** Of the day, in UTC, as all of gate's times. */
export function clock(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(11, 19)}Z`;
}

/** How long, for a column: `42s`, `7m`, `3h`, `2d`; and negative time is none. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 120) return `${seconds}s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)}m`;
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)}d`;
}
