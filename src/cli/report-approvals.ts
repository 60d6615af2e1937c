import type { Submitted } from '../approval/events.ts';
import { Approvals, type ApprovalsReport } from '../audit/approvals-report.ts';
import type { Habit } from '../audit/habits.ts';
import { collected, type LogSource } from '../audit/log-source.ts';
import { QUICK_MILLISECONDS } from '../audit/people-asked.ts';
import { quoted, visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import type { Decision } from '../policy/decision.ts';
import { EXIT } from './exit-codes.ts';
import { counted, day, spoken } from './figures.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { type Elsewhere, openLog } from './open-log.ts';
import { type Recorded, type Relief, type ReliefOptions, reliefFrom } from './relief.ts';
import { table } from './table.ts';

/** `gate report approvals`: are people asked too often, and do their answers mean something? Reads the log, changes nothing. */

export interface ReportOptions extends ReliefOptions {
  /** Path of the database. */
  readonly database: string;
  /** In place of it: the log of a service, whose policies nobody here can write. */
  readonly elsewhere?: Elsewhere;
  readonly sinceSeconds: number;
  readonly json?: boolean;
  /** Whether stdout takes colour. */
  readonly color: boolean;
  readonly now: number;
}

export async function reportApprovals(options: ReportOptions, io: Pick<Io, 'stdout' | 'stderr'>): Promise<number> {
  const { database, elsewhere, sinceSeconds, json = false, color, now } = options;
  const reader = await openLog(database, elsewhere);
  try {
    const approvals = new Approvals(now - sinceSeconds * 1000);
    for await (const entry of reader.entries()) approvals.add(entry);
    const report = approvals.report(now);
    const proposed = elsewhere ? undefined : reliefFrom(report.habits, (id) => recordOf(reader, id), options);
    const relief = await proposed?.catch((error: unknown) => {
      // The figures are worth having all the same.
      if (!(error instanceof GateError) || error.code !== 'POLICY_INVALID') throw error;
      io.stderr('gate: no rule is proposed: a policy is invalid; see `gate policy check`\n');
      return undefined;
    });
    if (json) io.stdout(jsonLine({ schema_version: 1, ...asData(report, relief) }));
    else io.stdout(rendered(report, relief, color));
    return EXIT.ok;
  } finally {
    reader.close();
  }
}

/** A request begins with what was asked and what policy said of it. */
async function recordOf(reader: LogSource, request: string): Promise<Recorded | undefined> {
  const [asked, decided] = await collected(reader.entries({ request, limit: 2 }));
  if (!asked?.payload || !decided?.payload || decided.type !== 'request.decided') return undefined;
  const parsed = (payload: Uint8Array): unknown => JSON.parse(Buffer.from(payload).toString());
  return {
    submitted: parsed(asked.payload) as Submitted,
    at: asked.at,
    decision: parsed(decided.payload) as Decision,
  };
}

/** Rows of the list of what is asked most. */
const MOST_SHOWN = 10;
const MOST_AS_DATA = 100;

function rendered(report: ApprovalsReport, relief: Relief | undefined, color: boolean): string {
  const red = (text: string) => (color ? `\u001b[1;31m${text}\u001b[0m` : text);
  return [
    `approvals since ${day(report.since)}, over ${counted(Math.round(report.days), 'day')}\n\n`,
    ...brokenGlass(report, red),
    questions(report),
    ...people(report, red),
    ...asked(report),
    ...standing(report),
    ...floods(report, red),
    ...suggestion(report, relief),
    report.unread === 0
      ? ''
      : `\n${counted(report.unread, 'event')} could not be read: erased, or not written by gate\n`,
  ].join('');
}

function questions(report: ApprovalsReport): string {
  const { asked: all, ...outcomes } = report.questions;
  const { standing, broken, refused } = report.notAsked;
  const unasked = [`standing grant ${standing}`, `break-glass ${broken}`, ...tally(refused)];
  const more = [
    `repeated while waiting ${report.repeated}`,
    `asked back ${report.askedBack}`,
    `escalated ${report.escalated}`,
    `proofs that did not hold ${report.rejectedVotes}`,
  ];
  const { count, median, p90 } = report.decided;
  return table([
    ['questions', `${all}, ${(all / report.days).toFixed(1)} a day`],
    ['', tally(outcomes).join(', ') || 'none'],
    ['not asked', unasked.join(', ')],
    ['along the way', more.join(', ')],
    ['time to decide', `median ${spoken(median)}, p90 ${spoken(p90)} (${counted(count, 'answer')})`],
  ]);
}

function people({ people: all, days }: ApprovalsReport, red: (text: string) => string): string[] {
  if (all.length === 0) return [];
  const head = ['person', 'questions', 'a day', 'most in a day', 'approved', 'denied', 'median', 'p90', 'under 2 s'];
  const rows = all.map(({ person, questions, busiest, approvals, denials, median, p90, quick }) => [
    visible(person),
    String(questions),
    (questions / days).toFixed(1),
    busiest === null ? '-' : `${busiest.questions} on ${busiest.day}`,
    String(approvals),
    String(denials),
    spoken(median),
    spoken(p90),
    quick === 0 ? '0' : red(`${quick} of ${approvals} !`),
  ]);
  const quick = all.reduce((sum, each) => sum + each.quick, 0);
  const note = `${counted(quick, 'approval')} came within ${QUICK_MILLISECONDS / 1000} seconds of the question: nobody reads that fast\n`;
  return ['\n', table([head, ...rows]), ...(quick === 0 ? [] : [red('! '), note])];
}

function asked({ habits, untold }: ApprovalsReport): string[] {
  if (habits.length === 0) return [];
  const head = ['asked', 'approved', 'denied', 'repeated', 'by', 'rules', 'command'];
  const rows = habits
    .slice(0, MOST_SHOWN)
    .map((habit) => [
      String(habit.asked),
      String(habit.approved),
      String(habit.denied),
      String(habit.repeated),
      visible(habit.principal),
      habit.rules.map(visible).join(' '),
      `${wordsOf(habit)}${place(habit)}`,
    ]);
  const left = habits.length - rows.length;
  const more = left > 0 ? [`and ${counted(left, 'other kind')} of command\n`] : [];
  const lost = untold > 0 ? [`${counted(untold, 'question')} of more kinds than can be told apart\n`] : [];
  return ['\nasked most\n', table([head, ...rows]), ...more, ...lost];
}

function standing({ standing: { granted, used, revoked, expired, open, grants } }: ApprovalsReport): string[] {
  if (granted + used + open === 0) return [];
  const line = `\nstanding grants  ${granted} given, ${used} uses, ${revoked} revoked, ${expired} expired, ${open} open now\n`;
  const rows = grants
    .slice(0, MOST_SHOWN)
    .map(({ id, principal, argv, uses }) => [counted(uses, 'use'), id.slice(-8), visible(principal), pattern(argv)]);
  return [line, table(rows)];
}

function floods({ floods: all }: ApprovalsReport, red: (text: string) => string): string[] {
  if (all.length === 0) return [];
  const rows = all.map(({ principal, refused }) => [visible(principal), tally(refused).join(', ')]);
  return [`\n${red('floods')}: refused before anybody was asked\n`, table(rows)];
}

/** First of all: somebody ran something that nobody approved, and nobody has looked at it. */
function brokenGlass({ broken }: ApprovalsReport, red: (text: string) => string): string[] {
  const { runs, justified, notJustified, unreviewed } = broken;
  if (runs + unreviewed.length === 0) return [];
  const rows = unreviewed.map(({ id, at, by, why }) => [id.slice(-8), day(at), visible(by), `says: ${visible(why)}`]);
  const reviews = `${justified} justified, ${notJustified} not justified`;
  const open = unreviewed.length === 0 ? 'all reviewed' : red(`${unreviewed.length} NOT REVIEWED (gate review ID)`);
  return [`break-glass  ${counted(runs, 'run')}, ${reviews}, ${open}\n`, table(rows), '\n'];
}

function suggestion({ habits, questions: { asked: all } }: ApprovalsReport, relief: Relief | undefined): string[] {
  if (all === 0) return ['\nnobody was asked anything\n'];
  if (relief === undefined) {
    const often = habits.some(({ asked: times }) => times > 2);
    return often
      ? ['\nno rule is proposed: what is asked often is grave, was denied, or is not for your policy to allow\n']
      : [];
  }
  const { habit, text } = relief;
  const { asked: times, approved, quick } = habit;
  const rules = habit.rules.map(visible).join(', ');
  const doubt =
    quick * 2 > approved ? `\nMost of these approvals took less than 2 seconds: look whether they were meant.\n` : '';
  return [
    `\nrule ${rules} asked ${times} times and ${approved} were approved, none denied:\n`,
    `    ${wordsOf(habit)}${place(habit)}, by ${visible(habit.principal)}\n`,
    `an allow rule for it would remove ${times} of ${counted(all, 'question')}. As a policy file of yours, if you want that:\n`,
    `${doubt}\n`,
    text.replace(/^/gm, '    ').trimEnd(),
    '\n',
  ];
}

/** What was different from one to the next is a star. */
function wordsOf({ words, open }: Habit): string {
  return `${pattern(words)}${open ? ' ...' : ''}`;
}

function pattern(words: readonly (string | null)[]): string {
  const line = words.map((word) => (word === null ? '*' : quoted(word))).join(' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)} [${line.length - LONGEST} more characters]`;
}

const LONGEST = 120;
/** The scope that people name a place by. */
const PLACES = ['context', 'cluster', 'account', 'region', 'host', 'database', 'project', 'reach'] as const;

function place({ meaning }: Habit): string {
  const found = PLACES.find((field) => meaning?.scope[field] !== undefined);
  return found === undefined ? '' : ` in ${found} ${visible(meaning?.scope[found] ?? '')}`;
}

function tally(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([name, count]) =>
    count === 0 ? [] : [`${visible(name).replaceAll('_', ' ')} ${count}`],
  );
}

function asData(report: ApprovalsReport, relief: Relief | undefined): object {
  const { questions: all, notAsked, decided, standing: grants, broken } = report;
  return {
    since: iso(report.since),
    until: iso(report.until),
    days: Number(report.days.toFixed(3)),
    questions: all,
    not_asked: notAsked,
    repeated: report.repeated,
    asked_back: report.askedBack,
    escalated: report.escalated,
    rejected_votes: report.rejectedVotes,
    decided: { count: decided.count, median_ms: decided.median, p90_ms: decided.p90 },
    people: report.people.map(({ median, p90, count, ...person }) => ({
      ...person,
      questions_per_day: Number((person.questions / report.days).toFixed(3)),
      answers: count,
      median_ms: median,
      p90_ms: p90,
    })),
    asked: report.habits.slice(0, MOST_AS_DATA).map(habitData),
    untold: report.untold,
    floods: report.floods,
    break_glass: {
      runs: broken.runs,
      justified: broken.justified,
      not_justified: broken.notJustified,
      unreviewed: broken.unreviewed.map(({ at, ...each }) => ({ ...each, at: iso(at) })),
    },
    standing: grants,
    relief:
      relief === undefined ? null : { ...habitData(relief.habit), removes: relief.habit.asked, policy: relief.text },
    unread: report.unread,
  };
}

function habitData({ principal, rules, words, open, example, ...counts }: Habit) {
  const { asked: times, approved, quick, denied, repeated } = counts;
  return { principal, rules, argv: words, open, example, asked: times, approved, quick, denied, repeated };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
