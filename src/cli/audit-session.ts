import type { Entry } from '../audit/log.ts';
import type { LogSource } from '../audit/log-source.ts';
import { type SessionRecord, SessionTimeline } from '../audit/session.ts';
import type { SessionLine } from '../audit/session-line.ts';
import { type SessionSummary, Sessions } from '../audit/sessions.ts';
import { flat, visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { EXIT } from './exit-codes.ts';
import { counted, day, moment } from './figures.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { type Elsewhere, openLog } from './open-log.ts';
import { painted, sessionText } from './session-text.ts';
import { table } from './table.ts';

/** `gate audit session [ID]`: what an agent ran, what was stopped, what it tried next. Reads the log, changes nothing. */

export interface SessionOptions {
  /** Path of the database. */
  readonly database: string;
  /** In place of it: the log of a service. */
  readonly elsewhere?: Elsewhere;
  /** The id of a session, or how it begins; without it, the sessions are listed. */
  readonly id?: string;
  /** For the list. */
  readonly sinceSeconds: number;
  readonly json?: boolean;
  /** Whether stdout takes colour. */
  readonly color: boolean;
  readonly now: number;
}

/** @throws GateError UNKNOWN_REQUEST when no session, or several, begin like that */
export async function auditSession(options: SessionOptions, io: Pick<Io, 'stdout'>): Promise<number> {
  const { database, elsewhere, id, sinceSeconds, json = false, color, now } = options;
  const reader = await openLog(database, elsewhere);
  try {
    const sessions = await collected(reader, new Sessions());
    if (id === undefined) {
      const since = now - sinceSeconds * 1000;
      const list = sessions.list(since);
      io.stdout(json ? listJson(list, since) : listText(list, since));
      return EXIT.ok;
    }
    const record = (await collected(reader, new SessionTimeline(theOne(id, sessions.find(id))))).record();
    io.stdout(json ? recordJson(record) : sessionText(record, painted(color)));
    return EXIT.ok;
  } finally {
    reader.close();
  }
}

async function collected<Collection extends { add(entry: Entry): void }>(
  reader: LogSource,
  into: Collection,
): Promise<Collection> {
  for await (const entry of reader.entries()) into.add(entry);
  return into;
}

function theOne(id: string, found: readonly string[]): string {
  const [session, another] = found;
  if (session !== undefined && another === undefined) return session;
  const shown = visible(id);
  throw new GateError(
    'UNKNOWN_REQUEST',
    session === undefined ? `no session begins with \`${shown}\`` : `several sessions begin with \`${shown}\``,
    { hint: session === undefined ? '`gate audit session` lists them' : 'give more of the id' },
  );
}

/** Enough of each id to tell it from the others, and to find it again. */
function listText(list: readonly SessionSummary[], since: number): string {
  if (list.length === 0) return `no session since ${day(since)}\n`;
  const ids = list.map(({ session }) => session);
  const head = ['session', 'last (UTC)', 'calls', 'runs', 'held', 'denied', 'by'];
  const rows = list.map(({ session, last, calls, runs, held, denied, principals }) => [
    visible(unique(session, ids)),
    moment(last)?.slice(0, 16).replace('T', ' ') ?? '?',
    ...[calls, runs, held, denied].map(String),
    principals.map(visible).join(', '),
  ]);
  const observed = list.reduce((sum, each) => sum + each.observed, 0);
  const note =
    observed === 0
      ? ''
      : `${counted(observed, 'command')} would have been held or denied, had the policy been enforced\n`;
  return table([head, ...rows]) + note;
}

const SHORTEST = 8;

function unique(id: string, all: readonly string[]): string {
  let length = Math.min(SHORTEST, id.length);
  const others = all.filter((other) => other !== id);
  while (length < id.length && others.some((other) => other.startsWith(id.slice(0, length)))) length++;
  return id.slice(0, length);
}

function listJson(list: readonly SessionSummary[], since: number): string {
  const sessions = list.map(({ first, last, ...rest }) => ({
    ...rest,
    first_at: moment(first) ?? null,
    last_at: moment(last) ?? null,
  }));
  return jsonLine({ schema_version: 1, since: moment(since), sessions });
}

function recordJson({ session, lines, unread }: SessionRecord): string {
  return jsonLine({ schema_version: 1, session, lines: lines.map(lineData), unread });
}

function lineData(line: SessionLine): object {
  const { claimed, decision, ended, after, broken } = line;
  return {
    at: moment(line.at) ?? null,
    call: line.call ?? null,
    request: line.request ?? null,
    principal: line.principal,
    owner: line.owner ?? null,
    cwd: line.cwd,
    command: line.command ?? null,
    argv: line.argv?.map(flat) ?? null,
    description: line.description ?? null,
    intent: line.intent ?? null,
    hook: claimed?.hook ?? null,
    tool: claimed?.tool ?? null,
    tool_use: claimed?.tool_use ?? null,
    permission_mode: claimed?.permission_mode ?? null,
    agent_type: claimed?.agent_type ?? null,
    answer: line.answer ?? null,
    decision: decision?.kind ?? null,
    observed: decision?.observed ?? false,
    rules: decision?.rules ?? [],
    reasons: decision?.reasons ?? [],
    result: line.result,
    voters: line.voters,
    acknowledged: line.acknowledged,
    confirmed: line.confirmed,
    standing: line.standing ?? null,
    break_glass: broken ?? null,
    waited_ms: line.waited ?? null,
    code: line.code ?? null,
    signal: line.signal ?? null,
    ran_ms: line.ran ?? null,
    ended: ended === undefined ? null : { reason: ended.reason, by: ended.by ?? null, text: ended.text ?? null },
    after: after === undefined ? null : { line: after.line, milliseconds: after.milliseconds, because: after.because },
    erased: line.erased,
  };
}
