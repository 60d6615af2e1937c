import type { Because } from '../audit/after-the-no.ts';
import type { SessionRecord } from '../audit/session.ts';
import type { Result, SessionLine } from '../audit/session-line.ts';
import { displayArgv, visible } from '../command/display.ts';
import { counted, day, moment, spoken } from './figures.ts';
import { isSameCommand } from './same-command.ts';

/** A session for people, in 80 columns. Whatever the log holds is escaped; the agent's words stand in quotes. */

export interface Paint {
  red(text: string): string;
  dim(text: string): string;
}

export function painted(color: boolean): Paint {
  const paint = (code: number) => (text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { red: paint(31), dim: paint(2) };
}

export function sessionText(record: SessionRecord, paint: Paint): string {
  const { lines, unread } = record;
  return [
    ...heading(record),
    ...lines.flatMap((line, index) => [
      ...newDay(line, lines[index - 1]),
      ...lineText(line, lines[index - 1], lines, paint),
    ]),
    ...(unread === 0
      ? []
      : [
          '\n',
          ...wrapped(
            `${counted(unread, 'tool call or request')} of that time can no longer be read; some may be of this session`,
            '',
          ),
        ]),
  ].join('');
}

function heading({ session, lines }: SessionRecord): string[] {
  const [first] = lines;
  if (first === undefined) return [`session ${visible(session)}: nothing that can still be read\n`];
  const many = (test: (line: SessionLine) => boolean) => lines.filter(test).length;
  const denied = many(({ result }) => result === 'denied');
  const figures = [
    counted(lines.length, 'command'),
    `${many(({ result }) => result === 'passed')} passed`,
    `${many(({ ran, result }) => ran !== undefined || result === 'started')} run by gate`,
    `${many(isHeld)} held`,
    `${denied + many(({ result }) => result === 'blocked')} stopped`,
  ];
  const tried = many(({ after }) => after !== undefined);
  if (tried > 0) figures.push(`${tried} tried next`);
  const observed = many(({ decision }) => decision?.observed === true);
  if (observed > 0) figures.push(`${observed} only observed`);
  const who = [...new Set(lines.map(({ principal }) => visible(principal)))].join(', ');
  return [...wrapped(`session ${visible(session)} of ${who}`, ''), ...wrapped(figures.join(', '), '')];
}

function isHeld({ decision }: SessionLine): boolean {
  return decision !== undefined && !decision.observed && (decision.kind === 'hold' || decision.kind === 'confirm');
}

function newDay({ at }: SessionLine, before: SessionLine | undefined): string[] {
  return before !== undefined && day(before.at) === day(at) ? [] : [`\n${day(at)} (UTC)\n`];
}

const WIDTH = 80;
const INDENT = ' '.repeat(20);
/** Of a text that is longer, the rest is counted. */
const MOST_ROWS = 3;

const WORDS: Readonly<Record<Result, string>> = {
  passed: 'passed',
  handed: 'not run',
  blocked: 'blocked',
  denied: 'DENIED',
  pending: 'waits',
  questioned: 'waits',
  granted: 'not run',
  started: 'runs',
  finished: 'ran',
  failed: 'failed',
  unknown: 'lost',
  expired: 'expired',
  withdrawn: 'withdrawn',
  superseded: 'replaced',
  changed: 'changed',
  revoked: 'revoked',
  lapsed: 'lapsed',
};

function lineText(
  line: SessionLine,
  before: SessionLine | undefined,
  lines: readonly SessionLine[],
  { red, dim }: Paint,
): string[] {
  const { at, command, argv, result, description, intent, decision, principal, cwd, claimed } = line;
  const what = command === undefined ? displayArgv(argv ?? []) : visible(command);
  const word = (decision?.observed ? 'observed' : WORDS[result]).padEnd(9);
  const stopped = result === 'denied' || result === 'blocked';
  const [first = '', ...rest] = wrapped(what, INDENT);
  const detail = (text: string) => wrapped(text, INDENT);
  const other = command !== undefined && argv !== undefined && !isSameCommand(command, argv);
  return [
    `${time(at)}  ${stopped ? red(word) : word} ${first.slice(INDENT.length)}`,
    ...rest,
    ...(other ? detail(`as ${displayArgv(argv ?? [])}`) : []),
    ...(before === undefined || before.principal === principal ? [] : detail(`by ${visible(principal)}`)),
    ...(cwd === before?.cwd ? [] : detail(`in ${visible(cwd)}`).map(dim)),
    ...(claimed?.agent_type === undefined ? [] : detail(`by subagent "${visible(claimed.agent_type)}"`)),
    ...(description === undefined ? [] : detail(`"${visible(description)}"`)),
    ...(intent === undefined || intent === description ? [] : detail(`asks: "${visible(intent)}"`)),
    ...detailsOf(line).flatMap(detail),
    ...followed(line, lines).flatMap(detail).map(red),
    ...(line.erased ? detail('part of it is no longer in the log') : []),
  ];
}

const BECAUSE: Readonly<Record<Because, string>> = {
  same_target: 'the same target',
  names_target: 'it names the same target',
  same_program: 'the same program',
};

function followed({ after }: SessionLine, lines: readonly SessionLine[]): string[] {
  const stop = after && lines[after.line];
  if (after === undefined || stop === undefined) return [];
  return [`TRIED NEXT, ${spoken(after.milliseconds)} after ${time(stop.at)} was stopped: ${BECAUSE[after.because]}`];
}

/** What policy said, what people said, and how it ended: in this order, in one sentence. */
function detailsOf(line: SessionLine): string[] {
  const { decision, result } = line;
  const said = policyWords(line);
  const people = peopleWords(line);
  const end = endWords(line);
  const words = [said, people, end].filter((each) => each !== '');
  if (result === 'handed') words.push('handed to gate, which was never started');
  if (result === 'blocked') words.push('not run: the agent was told to ask gate');
  if (result === 'passed' && decision?.observed === true) words.push('ran');
  return words.length === 0 ? [] : [words.join('; ')];
}

function policyWords({ decision, ended, result }: SessionLine): string {
  if (decision === undefined || decision.kind === 'allow') return '';
  const by = `by ${decision.rules.map(visible).join(', ') || '?'}`;
  if (decision.observed) return `would ${decision.kind} ${by}`;
  if (decision.kind === 'deny') {
    const reasons = decision.reasons.map(visible).join('; ');
    const why = ended !== undefined && result === 'denied' && ended.reason === 'limit' ? 'limit' : 'denied';
    return `${why} ${by}${reasons === '' ? '' : `: ${reasons}`}`;
  }
  return `${decision.kind === 'hold' ? 'held' : 'to confirm'} ${by}`;
}

function peopleWords({ broken, standing, confirmed, voters, acknowledged, waited }: SessionLine): string {
  const after = waited === undefined ? '' : ` after ${spoken(waited)}`;
  if (broken !== undefined) return `WITHOUT THE VOTES by ${visible(broken.by)}: "${visible(broken.why)}"`;
  if (standing !== undefined) return `under standing grant ${visible(standing.slice(-8))}`;
  if (confirmed) return `confirmed${after}`;
  if (voters.length === 0) return '';
  return `${acknowledged ? 'acknowledged by the owner' : 'approved by'} ${voters.map(visible).join(', ')}${after}`;
}

function endWords({ result, ended, code, signal, ran, decision, waited }: SessionLine): string {
  if (result === 'finished') {
    const how = code === undefined ? `signal ${visible(signal ?? '?')}` : `exit ${code}`;
    return ran === undefined ? how : `${how} in ${spoken(ran)}`;
  }
  if (result === 'pending') return 'waits for an answer';
  if (result === 'questioned') return 'a question about it is open';
  if (result === 'granted') return 'not started';
  if (result === 'started') return 'no end recorded';
  if (result === 'unknown') return 'gate ended before it did';
  // The rule has been named already.
  if (ended === undefined || (result === 'denied' && decision?.kind === 'deny')) return '';
  const text = ended.text === undefined || ended.text === '' ? '' : `: "${visible(ended.text)}"`;
  const by = ended.by === undefined ? '' : ` by ${visible(ended.by)}`;
  const after = waited === undefined ? '' : ` after ${spoken(waited)}`;
  if (result !== 'denied') return `${WORDS[result]}${by}${text}`;
  return ended.reason === 'person'
    ? `DENIED${by}${after}${text}`
    : `refused (${visible(ended.reason).replaceAll('_', ' ')})${by}${text}`;
}

/** Rows of at most 80 columns, broken at blanks where there are some. */
function wrapped(text: string, indent: string): string[] {
  const width = WIDTH - indent.length;
  const rows: string[] = [];
  let rest = text;
  while (rest.length > width && rows.length < MOST_ROWS - 1) {
    const blank = rest.lastIndexOf(' ', width);
    const end = blank > width / 2 ? blank : width;
    rows.push(`${indent}${rest.slice(0, end)}\n`);
    rest = rest.slice(end).replace(/^ /, '');
  }
  if (rest.length > width) {
    const note = (left: number) => ` [${left} more characters]`;
    const kept = width - note(rest.length).length;
    rest = `${rest.slice(0, kept)}${note(rest.length - kept)}`;
  }
  rows.push(`${indent}${rest}\n`);
  return rows;
}

function time(at: number): string {
  return moment(at)?.slice(11, 19) ?? '??:??:??';
}
