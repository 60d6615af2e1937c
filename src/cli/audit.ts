import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ascii, entryLine, headerLine, trailerLine, verifyExport } from '../audit/export.ts';
import { hex } from '../audit/leaf.ts';
import type { Entry } from '../audit/log.ts';
import { collected, type LogSource } from '../audit/log-source.ts';
import { CompactRange } from '../audit/merkle.ts';
import { type Verdict, Verifier } from '../audit/verify.ts';
import { visible } from '../command/display.ts';
import { errno, GateError } from '../errors.ts';
import { LogReader } from '../store/reader.ts';
import { eventWords } from './event-words.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { type Elsewhere, openLog } from './open-log.ts';

/** `gate audit ...`: everything here reads the log without write access, and escapes whatever it shows. */

export interface AuditLog {
  /** Path of the database. */
  readonly path: string;
  /** In place of it: the log of a service. */
  readonly elsewhere?: Elsewhere;
  /** Ends `--follow`. */
  readonly signal?: AbortSignal;
}

/** Within design.md's bound for polling: a follower may be of another user than those who write, so nobody can poke it. */
const FOLLOW_MILLISECONDS = 250;

/** `gate audit tail [-n N] [--follow] [--json]` */
export async function auditTail(
  log: AuditLog,
  { count = 10, follow = false, json = false }: { count?: number; follow?: boolean; json?: boolean },
  io: Io,
): Promise<number> {
  const reader = await openLog(log.path, log.elsewhere);
  try {
    const show = json ? jsonLine : textLine;
    let next = Math.max(0, (await reader.head()).size - count);
    for (;;) {
      for await (const entry of reader.entries({ from: next })) {
        io.stdout(show(entry));
        next = entry.index + 1;
      }
      if (!follow || log.signal?.aborted) return EXIT.ok;
      await sleep(FOLLOW_MILLISECONDS, undefined, log.signal && { signal: log.signal }).catch(() => undefined);
    }
  } finally {
    reader.close();
  }
}

/** `gate audit show INDEX|ID`: one event, or all of a request or standing grant. A small number is an index, all else an id. */
export async function auditShow(
  log: AuditLog,
  { what, json = false }: { what: string; json?: boolean },
  io: Io,
): Promise<number> {
  const reader = await openLog(log.path, log.elsewhere);
  try {
    const found = await entriesOf(reader, what);
    for (const entry of found) io.stdout(json ? jsonLine(entry) : `${textLine(entry)}${indented(entry)}`);
    return EXIT.ok;
  } finally {
    reader.close();
  }
}

async function entriesOf(reader: LogSource, what: string): Promise<readonly Entry[]> {
  if (/^[0-9]{1,15}$/.test(what)) {
    const [entry] = await collected(reader.entries({ from: Number(what), limit: 1 }));
    if (entry?.index === Number(what)) return [entry];
  }
  const [id, another] = what.length < 4 ? [] : await reader.find(what.toLowerCase());
  if (id !== undefined && another === undefined) return collected(reader.entries({ request: id }));
  const shown = visible(what);
  throw new GateError(
    'UNKNOWN_REQUEST',
    id === undefined ? `no event and no request is called \`${shown}\`` : `several requests end with \`${shown}\``,
    { hint: id === undefined ? 'see `gate audit tail` or `gate list`' : 'give more of the id' },
  );
}

/** `gate audit export [--from N] [--to N]`: from and to are indexes, both included. */
export async function auditExport(
  log: AuditLog,
  { from = 0, to }: { from?: number; to?: number },
  io: Io,
): Promise<number> {
  const reader = await openLog(log.path, log.elsewhere);
  try {
    const head = await reader.head();
    const end = Math.min(to === undefined ? head.size : to + 1, head.size);
    if (from > end)
      throw new GateError('USAGE', `the log has ${head.size} events; there is no part from ${from} to ${end}`);
    const range = new CompactRange();
    let greatest = 0;
    for await (const entry of reader.entries({ from: 0, limit: end })) {
      if (entry.index === from) io.stdout(headerLine(head.log, range));
      greatest = Math.max(greatest, entry.at);
      range.append(entry.leaf);
      if (entry.index >= from) io.stdout(exportLine(head.log, entry));
    }
    if (from === end) io.stdout(headerLine(head.log, range));
    // The whole log is exported with the head it claims, so that an export never makes a damaged log look sound.
    const whole = end === head.size;
    io.stdout(trailerLine(whole ? head : { size: range.size, root: range.root(), at: greatest }));
    return EXIT.ok;
  } finally {
    reader.close();
  }
}

function exportLine(log: string, entry: Entry): string {
  try {
    return entryLine(log, entry);
  } catch (cause) {
    throw new GateError('AUDIT_CORRUPT', `event ${entry.index} cannot be exported: its payload is not text`, {
      hint: 'run `gate audit verify`',
      cause,
    });
  }
}

/** `gate audit verify [--json] [FILE]`: the log, or a database or export somebody gave us. */
export async function auditVerify(
  log: AuditLog,
  { file, json = false }: { file?: string; json?: boolean },
  io: Io,
): Promise<number> {
  const progress = (size: number) => {
    if (io.stderrIsTerminal) io.stderr(`\r${size} events checked`);
  };
  const verdict =
    file !== undefined && !(await isDatabase(file))
      ? await verifyExport(linesOf(file), { progress })
      : file === undefined && log.elsewhere !== undefined
        ? await verifySource(await log.elsewhere(), progress)
        : verifyDatabase(file ?? log.path, progress);
  if (io.stderrIsTerminal) io.stderr('\r\u001b[K');
  io.stdout(json ? verdictJson(verdict) : verdictText(verdict));
  return verdict.kind === 'sound' ? EXIT.ok : EXIT.audit;
}

function verifyDatabase(path: string, progress: (size: number) => void): Verdict {
  const reader = new LogReader(path);
  try {
    return reader.verify({ progress });
  } finally {
    reader.close();
  }
}

/** Every event that the service hands out, against the head that it names; what lies beside them in its database it alone can see. */
async function verifySource(source: LogSource, progress: (size: number) => void): Promise<Verdict> {
  const { log, ...head } = await source.head();
  const verifier = new Verifier({ log });
  // Events appended meanwhile belong to a later head.
  for await (const entry of source.entries({ from: 0, limit: head.size })) {
    if (!verifier.add(entry)) break;
    if (verifier.size % PROGRESS === 0) progress(verifier.size);
  }
  return verifier.finish(head);
}

const PROGRESS = 10_000;

/** Looks before SQLite opens it: closing a descriptor afterwards would drop SQLite's locks (AUD-05). */
async function isDatabase(path: string): Promise<boolean> {
  if (path === '-') return false;
  try {
    if (!(await stat(path)).isFile()) return false;
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.subarray(0, bytesRead).toString('latin1') === 'SQLite format 3\0';
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new GateError('AUDIT_UNAVAILABLE', `cannot read \`${visible(path)}\`: ${errno(cause)}`, { cause });
  }
}

/** Lines with their line feeds; bytes that are not ASCII come through as characters that no export holds. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const input = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
  let rest = '';
  for await (const chunk of input.setEncoding('latin1')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield `${line}\n`;
  }
  if (rest !== '') yield rest;
}

function verdictJson(verdict: Verdict): string {
  const { kind, ...facts } = verdict;
  const shown = 'root' in facts ? { ...facts, root: hex(facts.root) } : facts;
  return ascii({ schema_version: 1, sound: kind === 'sound', ...shown });
}

function verdictText(verdict: Verdict): string {
  if (verdict.kind === 'broken')
    return `BROKEN at entry ${verdict.index} (${verdict.reason}): ${visible(verdict.detail)}\n`;
  const { log, size, root, at, erased, open: unfinished, unreviewed, signed, configured } = verdict;
  const lines = [
    `sound: ${size} events, ${unfinished} requests not ended, ${erased} payloads erased`,
    ...(unreviewed === 0
      ? []
      : [
          `NOT REVIEWED: ${unreviewed} ${unreviewed === 1 ? 'run' : 'runs'} under break-glass; see \`gate report approvals\``,
        ]),
    ...(signed === 0 ? [] : [signedWords(signed, configured)]),
    `log    ${log}`,
    `root   ${hex(root)}`,
    `latest ${time(at)}`,
    'This shows no accident and no clumsy edit. Whoever can write the file could have rewritten it whole, or cut off its end:',
    'compare size and root with a copy kept where they cannot write.',
  ];
  return `${lines.join('\n')}\n`;
}

function signedWords(signed: number, configured: number): string {
  const votes = `${signed} signed ${signed === 1 ? 'vote holds' : 'votes hold'}`;
  return configured === 0 ? votes : `${votes}, ${configured} of them by a key known from configuration only`;
}

function jsonLine({ index, at, type, request, commitment, payload }: Entry): string {
  const parsed = payload === null ? null : parse(payload);
  return ascii({ schema_version: 1, index, at, type, request, commitment: hex(commitment), payload: parsed });
}

function textLine({ index, at, type, request, payload }: Entry): string {
  const id = request === null ? '-' : request.slice(-8);
  const words = payload === null ? '(erased)' : eventWords(type, parse(payload));
  const line = `${String(index).padStart(6)}  ${time(at)}  ${visible(id).padEnd(8)}  ${visible(type).padEnd(17)}  ${words}`;
  return `${line.trimEnd()}\n`;
}

function indented({ payload }: Entry): string {
  if (payload === null) return '';
  const lines = JSON.stringify(parse(payload), null, 2).split('\n');
  return lines.map((line) => `        ${visible(line)}\n`).join('');
}

function parse(payload: Uint8Array): unknown {
  const text = Buffer.from(payload).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function time(at: number): string {
  return Number.isInteger(at) && Math.abs(at) <= 8_640_000_000_000_000 ? new Date(at).toISOString() : String(at);
}
