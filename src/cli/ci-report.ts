import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Entry } from '../audit/log.ts';
import { visible } from '../command/display.ts';
import { errno, GateError } from '../errors.ts';
import { LogReader } from '../store/reader.ts';
import { auditExport } from './audit.ts';
import { annotation, outputLines, summaryMarkdown } from './ci-github.ts';
import { type EventLine, factLines, outcomeOf, parsedLine, type Recorded } from './ci-outcome.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { unheard } from './unheard.ts';

/** `gate ci report`: what became of a step, for the pages of a CI system, and the record for its artifacts. */
export interface CiReportOptions {
  readonly database: string;
  /** What `--events FILE` wrote; a file that is not there says that gate ended before it could say anything. */
  readonly events: string;
  readonly format: 'github' | 'text';
  /** Appended to: `$GITHUB_STEP_SUMMARY`, `$GITHUB_OUTPUT`. */
  readonly summary?: string | undefined;
  readonly outputs?: string | undefined;
  /** Where the whole log is written to, for an artifact. */
  readonly record?: string | undefined;
}

/** Larger than the events of any run. */
const MOST_BYTES = 16 << 20;

/** @throws GateError USAGE when a file cannot be read or written; AUDIT_CORRUPT, AUDIT_UNAVAILABLE */
export async function ciReport(options: CiReportOptions, io: Pick<Io, 'stdout'>): Promise<number> {
  const lines = eventsIn(options.events);
  const request = lines.findLast((line) => 'request' in line && line.request !== null)?.request ?? undefined;
  const outcome = outcomeOf(lines, request === undefined ? [] : recordedIn(options.database, request));
  const kept = await keptRecord(options);
  const told = { ...outcome, facts: [...outcome.facts, { label: 'record', lines: [kept] }] };
  if (options.format === 'text') io.stdout(unheard(`${told.headline}\n${factLines(told.facts).join('\n')}\n`));
  else {
    // A line of its own: the command may have ended in the middle of one.
    io.stdout(`\n${unheard(`gate: the record: ${kept}\n`)}${annotation(told) ?? ''}`);
  }
  if (options.summary !== undefined) appended(options.summary, summaryMarkdown(told));
  if (options.outputs !== undefined) appended(options.outputs, outputLines(told));
  return EXIT.ok;
}

function eventsIn(file: string): readonly EventLine[] {
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw unfit(file, `is ${size} bytes long`);
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof GateError) throw cause;
    if (errno(cause) === 'ENOENT') return [];
    throw unfit(file, `cannot be read (${errno(cause)})`, cause);
  }
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = parsedLine(line);
      if (parsed === undefined) throw unfit(file, 'holds a line that gate did not write');
      return parsed;
    });
  // Of several runs in one file, the last: it begins where it was submitted, or after the end of the one before.
  const submitted = lines.findLastIndex(({ event }) => event === 'submitted');
  const before = lines.findLastIndex((line, at) => at < lines.length - 1 && 'reason' in line);
  return lines.slice(Math.max(submitted, before + 1, 0));
}

function unfit(file: string, what: string, cause?: unknown): GateError {
  return new GateError('USAGE', `the events in \`${visible(file)}\` cannot be used: the file ${what}`, {
    hint: 'give the file that `gate --events FILE` wrote',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Nothing where there is no log: gate ended before it began one. */
function recordedIn(database: string, request: string): readonly Recorded[] {
  if (!existsSync(database)) return [];
  const reader = new LogReader(database);
  try {
    return [...reader.entries({ request })].map((entry) => ({ type: entry.type, payload: payloadOf(entry) }));
  } finally {
    reader.close();
  }
}

function payloadOf({ payload }: Entry): unknown {
  try {
    return payload && JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch {
    return null;
  }
}

/** In one sentence where the record is, and how long. */
async function keptRecord({ database, record }: CiReportOptions): Promise<string> {
  if (!existsSync(database)) return 'there is none: gate ended before it began one';
  if (record === undefined) return `in ${visible(database)}; whoever throws this machine away throws it away too`;
  const draft = `${record}.draft`;
  try {
    writeFileSync(draft, '', { mode: 0o600 });
    await auditExport({ path: database }, {}, { stdout: (text) => appendFileSync(draft, text), ...NO_STDERR });
    renameSync(draft, record);
  } catch (cause) {
    rmSync(draft, { force: true });
    if (cause instanceof GateError) throw cause;
    throw new GateError('USAGE', `the record cannot be written to \`${visible(record)}\` (${errno(cause)})`, { cause });
  }
  return `exported to ${visible(record)}; it will be LOST with the runner unless that file is uploaded`;
}

const NO_STDERR = { stderr: () => {}, stderrIsTerminal: false };

function appended(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (cause) {
    throw new GateError('USAGE', `cannot write to \`${visible(file)}\` (${errno(cause)})`, { cause });
  }
}
