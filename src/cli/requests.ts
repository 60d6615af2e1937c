import type { View } from '../approval/states.ts';
import type { Broker, Known, RecordedEvent } from '../broker/broker.ts';
import { displayArgv, displayText, flat, shownArgv, visible } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

/** `gate list` and `gate show`: the queue, and the one continuous record of a request. */

export async function list(
  broker: Broker,
  options: { all?: boolean; json?: boolean; limit?: number },
  io: Io,
): Promise<number> {
  const known = await broker.list({ ...(options.all ? {} : { open: true }), limit: options.limit ?? 100 });
  if (options.json) {
    io.stdout(jsonLine({ schema_version: 1, requests: known.map(summary) }));
    return 0;
  }
  if (known.length === 0) {
    io.stderr(options.all ? 'no request was ever made\n' : 'nothing waits; `gate list --all` shows what ended\n');
    return 0;
  }
  const rows = known.map(({ id, view }) => [
    id.slice(-8),
    view.state,
    ago(view.submittedAt),
    visible(view.principal),
    shortened(displayArgv(view.argv), id),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    io.stdout(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  return 0;
}

export async function show(broker: Broker, id: string, options: { json?: boolean }, io: Io): Promise<number> {
  const known = await broker.find(id);
  const events = await broker.record(known.id);
  io.stdout(options.json ? jsonLine(recordOf(known, events)) : recordText(known, events));
  return 0;
}

/** One row of `list --json`. */
export function summary({ id, view }: Known) {
  return {
    id,
    state: view.state,
    digest: view.digest,
    argv: view.argv.map(flat),
    principal: view.principal,
    decision: view.decision,
    rules: view.rules,
    submitted_at: iso(view.submittedAt),
    expires_at: iso(view.deadline),
    question: view.question ?? null,
    ended: view.ended ?? null,
  };
}

/** Intent, context, decision, votes and outcome as data. */
function recordOf(known: Known, events: readonly RecordedEvent[]) {
  const payload = (type: string) => events.find((event) => event.type === type)?.payload ?? null;
  return {
    schema_version: 1,
    ...summary(known),
    request: payload('request.submitted'),
    policy: payload('request.decided'),
    votes: known.view.votes,
    answers: known.view.answers,
    outcome: payload('run.finished') ?? payload('run.failed'),
    events: events.map(({ index, at, type, payload: body }) => ({ index, at: iso(at), type, payload: body })),
  };
}

interface Line {
  readonly label: string;
  readonly text: string;
}

/** The same for people: what gate computed first, the requester's own words last and marked as such. */
export function recordText({ id, view }: Known, events: readonly RecordedEvent[]): string {
  const submitted = body(events, 'request.submitted');
  const decided = body(events, 'request.decided');
  const lines: Line[] = [
    { label: 'request', text: `${id}  ${view.state}` },
    ...shownArgv(view.argv).map((text) => ({ label: 'command', text })),
    ...actions(submitted).map((text) => ({ label: 'does', text })),
    { label: 'in', text: `${visible(str(submitted, 'cwd'))} on ${visible(str(submitted, 'host'))}` },
    { label: 'program', text: program(submitted) },
    { label: 'asked by', text: visible(view.principal) + (view.owner ? `, owned by ${visible(view.owner)}` : '') },
    { label: 'decision', text: decision(view, decided) },
    ...strings(decided, 'reasons').map((text) => ({ label: 'because', text: visible(text) })),
    ...circumstances(submitted),
    ...(view.open && view.deadline !== undefined ? [{ label: 'expires', text: iso(view.deadline) ?? '' }] : []),
    { label: 'digest', text: view.digest },
    ...events.flatMap(timeline),
    ...words(submitted),
  ];
  const width = Math.max(...lines.map(({ label }) => label.length));
  return lines.map(({ label, text }) => `${label.padEnd(width)}  ${text}\n`).join('');
}

function decision(view: View, decided: Record<string, unknown>): string {
  const rules = view.rules.map(visible).join(', ');
  const asked = view.approvers.map(({ from, count }) => `${count} of ${visible(from.join(' or '))}`).join(' and ');
  const observed = decided['mode'] === 'observe' ? ' (only observed)' : '';
  return `${view.decision} by ${rules}${asked ? `, asks ${asked}` : ''}${observed}`;
}

function actions(submitted: Record<string, unknown>): string[] {
  const list = Array.isArray(submitted['actions']) ? (submitted['actions'] as Record<string, unknown>[]) : [];
  return list.map((action) => {
    const fields = (name: string) =>
      Object.entries((action[name] ?? {}) as Record<string, string>).map(([key, value]) => `${key}=${value}`);
    const parts = [`${str(action, 'tool')} ${str(action, 'operation')}`, `[${strings(action, 'effects').join(', ')}]`];
    return visible(
      [...parts, ...fields('resource'), ...fields('scope'), action['opaque'] ? 'opaque' : ''].filter(Boolean).join(' '),
    );
  });
}

function program(submitted: Record<string, unknown>): string {
  const manifest = (submitted['manifest'] ?? {}) as Record<string, unknown>;
  const executable = (manifest['executable'] ?? {}) as Record<string, unknown>;
  return `${visible(str(executable, 'path'))}  ${visible(str(executable, 'digest'))}`;
}

/** What the command gets and reads beside its arguments: all of it is in the digest. */
function circumstances(submitted: Record<string, unknown>): Line[] {
  const manifest = object(submitted, 'manifest');
  const environment = object(manifest, 'environment');
  const pinned = Object.entries(object(environment, 'pinned')).map(([name, value]) => ({
    label: 'variable',
    text: `${visible(name)}=${displayText(value as Text)}`,
  }));
  const removed = strings(environment, 'removed').map(visible).join(', ');
  const stdin = object(manifest, 'stdin');
  const digest = str(stdin, 'digest');
  const inputs = Array.isArray(manifest['inputs']) ? (manifest['inputs'] as Record<string, unknown>[]) : [];
  return [
    ...inputs.map((input) => ({
      label: 'reads',
      text: visible(`${str(input, 'role')} ${str(input, 'path')}  ${str(input, 'digest') || 'not pinned'}`),
    })),
    { label: 'stdin', text: visible(str(stdin, 'kind')) + (digest === '' ? '' : `  ${visible(digest)}`) },
    ...pinned,
    ...(removed === '' ? [] : [{ label: 'kept away', text: removed }]),
  ];
}

function object(from: Record<string, unknown>, name: string): Record<string, unknown> {
  return (from[name] ?? {}) as Record<string, unknown>;
}

const LONGEST_IN_LIST = 160;

/** A list is for finding; what is left out is said, and where to see it. */
function shortened(text: string, id: string): string {
  const more = text.length - LONGEST_IN_LIST;
  if (more <= 0) return text;
  return `${text.slice(0, LONGEST_IN_LIST)} [${more} more characters: gate show ${id.slice(-8)}]`;
}

const QUIET = new Set(['request.submitted', 'request.decided']);

/** The name of a process for ever tells people nothing. */
const FOR_MACHINES = 'runner';

/** Everything after the decision, one line each. */
function timeline({ at, type, payload }: RecordedEvent): Line[] {
  if (QUIET.has(type)) return [];
  const fields = (payload ?? {}) as Record<string, unknown>;
  const said = Object.entries(fields)
    .filter(([key]) => key !== FOR_MACHINES)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [{ label: iso(at) ?? '', text: visible([type, ...said].join(' ')) }];
}

function words(submitted: Record<string, unknown>): Line[] {
  return ['intent', 'ticket'].flatMap((name) => {
    const value = submitted[name];
    return value === undefined
      ? []
      : [{ label: `${name} (the requester's words)`, text: visible(flat(value as Text)) }];
  });
}

function body(events: readonly RecordedEvent[], type: string): Record<string, unknown> {
  return (events.find((event) => event.type === type)?.payload ?? {}) as Record<string, unknown>;
}

function str(object: Record<string, unknown>, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

function strings(object: Record<string, unknown>, name: string): string[] {
  const value = object[name];
  return Array.isArray(value) ? value.map(String) : [];
}

function iso(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}

function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round((Date.now() - milliseconds) / 1000));
  if (seconds < 120) return `${seconds}s ago`;
  if (seconds < 7200) return `${Math.round(seconds / 60)}m ago`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)}h ago` : `${Math.round(seconds / 86_400)}d ago`;
}
