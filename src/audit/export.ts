import { hex, LOG_NAME } from './leaf.ts';
import type { Entry } from './log.ts';
import { CompactRange, HASH_BYTES } from './merkle.ts';
import { type Beginning, type Head, type Reason, type Verdict, Verifier } from './verify.ts';

/**
 * The export: docs/audit-format.md, "The export". ASCII lines that no terminal, spreadsheet or log collector takes for
 * anything else. There is exactly one spelling of everything, so that a reader can refuse all others.
 */

export function headerLine(log: string, before: CompactRange): string {
  return `${JSON.stringify({ export: 1, log, from: before.size, range: before.hashes.map(hex) })}\n`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws TypeError when the payload is not UTF-8, which no event of ours is */
export function entryLine(log: string, entry: Entry): string {
  const { index, at, type, request, commitment, leaf, salt, payload } = entry;
  return ascii({
    v: 1,
    log,
    index,
    at,
    type,
    request,
    commitment: hex(commitment),
    leaf: hex(leaf),
    salt: salt && hex(salt),
    payload: payload && utf8.decode(payload),
  });
}

export function trailerLine(head: Head & { readonly at: number }): string {
  return `${JSON.stringify({ size: head.size, root: hex(head.root), at: head.at })}\n`;
}

/** One line of JSON in which everything but printable ASCII is escaped. */
export function ascii(value: object): string {
  const text = JSON.stringify(value);
  return `${text.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/**
 * @param lines each with its line feed
 * @param held heads kept elsewhere
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  { held = [], progress }: { held?: readonly Head[]; progress?: (size: number) => void } = {},
): Promise<Verdict> {
  let verifier: Verifier | undefined;
  let log = '';
  let end: (Head & { at: number }) | undefined;
  for await (const line of lines) {
    if (verifier === undefined) {
      const header = parseHeader(line);
      if (header === undefined) return fault(0, 'syntax', 'this does not begin as an export');
      log = header.log;
      verifier = new Verifier({ ...header, held });
      continue;
    }
    if (end !== undefined) return fault(verifier.size, 'syntax', 'something follows the trailer');
    const parsed = parseLine(line);
    if (parsed === undefined) return verifier.fault ?? fault(verifier.size, 'syntax', 'the line is not as written');
    if (parsed.kind === 'trailer') {
      end = parsed.head;
      continue;
    }
    if (parsed.log !== log) return verifier.fault ?? fault(verifier.size, 'log', 'the entry is of another log');
    if (!verifier.add(parsed.entry)) break;
    if (verifier.size % 65_536 === 0) progress?.(verifier.size);
  }
  if (verifier === undefined) return fault(0, 'syntax', 'the export is empty');
  if (verifier.fault !== undefined) return verifier.fault;
  return end === undefined ? fault(verifier.size, 'syntax', 'the trailer is missing') : verifier.finish(end);
}

function fault(index: number, reason: Reason, detail: string): Verdict {
  return { kind: 'broken', index, reason, detail };
}

function parseHeader(line: string): Required<Omit<Beginning, 'held'>> | undefined {
  const raw = parseObject(line);
  if (raw === undefined || !isText(raw['log']) || !LOG_NAME.test(raw['log']) || !isSize(raw['from'])) return undefined;
  if (!Array.isArray(raw['range']) || !raw['range'].every((one) => isHex(one, HASH_BYTES))) return undefined;
  try {
    const range = new CompactRange(
      raw['from'],
      raw['range'].map((one) => bytes(one)),
    );
    return headerLine(raw['log'], range) === line ? { log: raw['log'], range } : undefined;
  } catch {
    return undefined;
  }
}

/** The event that a line of an export holds, as it is written there; undefined for anything else. */
export function exportedEntry(line: string): Entry | undefined {
  const parsed = parseLine(line);
  return parsed?.kind === 'entry' ? parsed.entry : undefined;
}

type Line =
  | { readonly kind: 'entry'; readonly log: string; readonly entry: Entry }
  | { readonly kind: 'trailer'; readonly head: Head & { at: number } };

function parseLine(line: string): Line | undefined {
  const raw = parseObject(line);
  if (raw === undefined) return undefined;
  if ('root' in raw) {
    if (!isSize(raw['size']) || !isHex(raw['root'], HASH_BYTES) || !isSize(raw['at'])) return undefined;
    const head = { size: raw['size'], root: bytes(raw['root']), at: raw['at'] };
    return trailerLine(head) === line ? { kind: 'trailer', head } : undefined;
  }
  const { log, index, at, type, request, commitment, leaf, salt, payload } = raw;
  if (!isText(log) || typeof index !== 'number' || typeof at !== 'number' || !isText(type)) return undefined;
  if ((request !== null && !isText(request)) || !isHex(commitment) || !isHex(leaf)) return undefined;
  if ((salt !== null && !isHex(salt)) || (payload !== null && !isText(payload))) return undefined;
  const entry = {
    index,
    at,
    type,
    request,
    payload: payload === null ? null : new TextEncoder().encode(payload),
    salt: salt === null ? null : bytes(salt),
    commitment: bytes(commitment),
    leaf: bytes(leaf),
  };
  return entryLine(log, entry) === line ? { kind: 'entry', log, entry } : undefined;
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const raw: unknown = JSON.parse(line);
    // The door: from here on every member is `unknown` until it was looked at.
    return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      ? (raw as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isHex(value: unknown, length?: number): value is string {
  if (typeof value !== 'string' || !/^([0-9a-f]{2})*$/.test(value)) return false;
  return length === undefined || value.length === 2 * length;
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}
