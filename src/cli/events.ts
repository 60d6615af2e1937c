import { closeSync, openSync, writeSync } from 'node:fs';
import { GateError } from '../errors.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

/**
 * What happens, as JSON lines: `--events FD|FILE` and `--json` (the same on stderr, with nothing between `started` and
 * the end of the command). The last line says whether the command ran and, if not, why. The descriptor is not inherited
 * by the command. Shapes: docs/events.md, `gate schema events`.
 */
export interface Events {
  emit(event: Event): void;
  close(): void;
}

/** Closed list: why the command ran or did not. */
export const REASONS = [
  'exited',
  'signaled',
  'rule',
  'limit',
  'error',
  'person',
  'nobody_can_approve',
  'no_terminal',
  'not_confirmed',
  'cooling_down',
  'too_many_open',
  'no_break_glass',
  'pending',
  'question',
  'expired',
  'withdrawn',
  'superseded',
  'revoked',
  'lapsed',
  'changed',
  'ran_elsewhere',
  'not_found',
  'not_executable',
  'usage',
  'request_unreadable',
  'unknown_request',
  'policy_invalid',
  'config_invalid',
  'cannot_write',
  'audit_unavailable',
  'audit_corrupt',
  'clock_backwards',
  'channel_unavailable',
  'caller_refused',
  'internal',
] as const;
export type Reason = (typeof REASONS)[number];

/** Who is asked, of one rule. */
export interface AskedBlock {
  readonly from: readonly string[];
  readonly count: number;
  readonly evidence: string;
}

export type Event =
  | { event: 'submitted'; request: string; digest: string; decision: string; rules: readonly string[]; mode: string }
  | {
      event: 'waiting';
      request: string;
      approvers: readonly AskedBlock[];
      expires_at: string | null;
      /** When this process stops waiting; the request goes on. */
      waits_until: string;
      /** The request was there already. */
      attached: boolean;
      /** What people type to answer, and the requester to go on. */
      commands: { approve: string; deny: string; question: string; resume: string };
    }
  | { event: 'question'; request: string; by: string; text: string; answer_with: string }
  | { event: 'answered'; request: string; by: string; text: string; file?: { name: string; digest: string } }
  | {
      event: 'granted';
      request: string;
      by: readonly string[];
      acknowledged: boolean;
      /** Id of the standing grant that covers it. */
      standing: string | null;
      break_glass: boolean;
      /** Who must look at it afterwards. */
      review_by?: readonly string[];
    }
  /** Before the command can write anything. When it cannot be executed after all, `failed` follows. */
  | { event: 'started'; request: string }
  /** The last line, always. */
  | {
      event: 'finished' | 'refused' | 'expired' | 'pending' | 'failed';
      request: string | null;
      ran: boolean;
      reason: Reason;
      status: number;
      signal?: number;
      /** Whose no, or whose question. */
      by?: string;
      rules?: readonly string[];
      reasons?: readonly string[];
      suggest?: readonly string[];
      /** What was understood, where it can be changed and how to ask; when policy refused it. Printable. */
      understood?: readonly string[];
      change?: readonly string[];
      ask?: readonly string[];
      approvers?: readonly AskedBlock[];
      answer_with?: string;
      resume_with?: string;
      message?: string;
      hint?: string;
    };

/** @throws GateError USAGE when the descriptor or file cannot be written */
export function openEvents(to: string | undefined, json: boolean, io: Io): Events {
  const descriptor = to === undefined ? undefined : open(to);
  return {
    emit(event) {
      if (descriptor === undefined && !json) return;
      const line = jsonLine({ schema_version: 1, ...event });
      if (descriptor !== undefined) writeLine(descriptor, line);
      if (json) io.stderr(line);
    },
    close() {
      if (descriptor !== undefined && !isNumber(to ?? '')) closeSync(descriptor);
    },
  };
}

function open(to: string): number {
  try {
    if (!isNumber(to)) return openSync(to, 'a', 0o600);
    if (Number(to) <= 2) throw new Error('the command inherits 0, 1 and 2');
    writeSync(Number(to), '');
    return Number(to);
  } catch (cause) {
    throw new GateError('USAGE', `--events cannot be written: \`${to}\``, {
      hint: 'give a descriptor above 2 that is open for writing, or a file; `--json` writes to stderr',
      cause,
    });
  }
}

function isNumber(to: string): boolean {
  return /^\d{1,9}$/.test(to);
}

/** A reader that went away does not stop the command. */
function writeLine(descriptor: number, line: string): void {
  try {
    writeSync(descriptor, line);
  } catch {
    // Nobody listens any more; the record in the log is complete all the same.
  }
}
