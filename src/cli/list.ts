import type { View } from '../approval/states.ts';
import type { Known, Queue } from '../broker/broker.ts';
import { displayArgv, visible } from '../command/display.ts';
import { ago, spoken } from '../policy/duration.ts';
import { chance } from '../wiring.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { summary } from './requests.ts';

/** `gate list`: what waits, how long already and how long still; a flood's refusals as one line. */

const USUAL_LIMIT = 100;
/** How far back refusals of a flood are still worth a line. */
const FLOOD_SECONDS = 3600;
const MOST_SEARCHED = 500;

export async function list(
  broker: Queue,
  options: { all?: boolean; json?: boolean; limit?: number; environment: Readonly<Record<string, string>> },
  io: Io,
): Promise<number> {
  const limit = options.limit ?? USUAL_LIMIT;
  const now = chance.now();
  const [known, ended] = await Promise.all([
    broker.list({ ...(options.all ? {} : { open: true }), limit }),
    broker.list({ open: false, limit: MOST_SEARCHED }),
  ]);
  const refused = floods(ended, now);
  if (options.json) {
    io.stdout(jsonLine({ schema_version: 1, requests: known.map(summary), refused }));
    return 0;
  }
  const rows = known.filter(({ view }) => !isFlood(view));
  if (rows.length > 0) {
    const { lookOn } = await import('../channels/terminal/look.ts');
    io.stdout(table(rows, now, lookOn(1, options.environment).color));
  } else if (refused.length === 0) {
    io.stderr(options.all ? 'no request was ever made\n' : 'nothing waits; `gate list --all` shows what ended\n');
  }
  for (const { principal, count } of refused) {
    const were = count === 1 ? 'request of' : 'requests of';
    const was = count === 1 ? 'was' : 'were';
    io.stdout(`${count} ${were} ${visible(principal)} ${was} refused: too many open\n`);
  }
  return 0;
}

function table(known: readonly Known[], now: number, color: boolean): string {
  const rows = known.map(({ id, view }) => [
    `${isUnreviewed(view) ? '!' : ' '}${id.slice(-8)}`,
    view.state,
    ago(view.submittedAt, now),
    left(view, now),
    view.repeated > 0 ? `x${view.repeated + 1}` : '',
    visible(view.principal),
    shortened(displayArgv(view.argv), id),
  ]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  // Columns that nobody needs now are not there; nor is the room for a mark that nothing bears.
  const marked = known.some(({ view }) => isUnreviewed(view));
  return rows
    .map((row, index) => {
      const cells = row.flatMap((cell, column) => (widths[column] === 0 ? [] : [cell.padEnd(widths[column]!)]));
      const line = cells
        .join('  ')
        .trimEnd()
        .slice(marked ? 0 : 1);
      return `${color && isUnreviewed(known[index]!.view) ? `\x1b[31m${line}\x1b[0m` : line}\n`;
    })
    .join('');
}

/** Run without the votes, and nobody has looked at it yet. */
export function isUnreviewed({ broken, review }: View): boolean {
  return broken !== undefined && review === undefined;
}

function left({ open, state, deadline, broken }: View, now: number): string {
  if (broken && state !== 'granted' && state !== 'started') return open ? 'review it' : '';
  if (!open || deadline === undefined) return '';
  const seconds = Math.max(0, Math.ceil((deadline - now) / 1000));
  return `${seconds < 120 ? spoken(seconds) : spoken(seconds - (seconds % 60))} left`;
}

function isFlood({ ended }: View): boolean {
  return ended?.reason === 'too_many_open';
}

/** Refusals of the last hour, because too much waited already: one for each requester. */
function floods(ended: readonly Known[], now: number) {
  const counts = new Map<string, { count: number; last: number }>();
  for (const { view } of ended) {
    if (!isFlood(view) || now - view.submittedAt > FLOOD_SECONDS * 1000) continue;
    const { count = 0, last = 0 } = counts.get(view.principal) ?? {};
    counts.set(view.principal, { count: count + 1, last: Math.max(last, view.submittedAt) });
  }
  return [...counts].map(([principal, { count, last }]) => ({
    principal,
    reason: 'too_many_open' as const,
    count,
    last_at: new Date(last).toISOString(),
  }));
}

const LONGEST_IN_LIST = 160;

/** A list is for finding; what is left out is said, and where to see it. */
function shortened(text: string, id: string): string {
  const more = text.length - LONGEST_IN_LIST;
  if (more <= 0) return text;
  return `${text.slice(0, LONGEST_IN_LIST)} [${more} more characters: gate show ${id.slice(-8)}]`;
}
