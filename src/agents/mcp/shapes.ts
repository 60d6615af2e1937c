import { z } from 'zod';
import type { AskedBlock } from '../../cli/events.ts';
import { action, count, decision, text, texts, version } from '../../cli/schemas/words.ts';
import type { Output } from './capture.ts';
import { LONGEST_SECONDS } from './patience.ts';

/**
 * What the tools take and give. What comes in is a model's: every field is bounded, and what a process cannot be given
 * unaltered (NUL, half a surrogate pair) is refused.
 */

const exact = (most: number) =>
  z
    .string()
    .max(most)
    .refine(
      (value) => value.isWellFormed() && !value.includes('\0'),
      'cannot be passed on unaltered: NUL or broken UTF-16',
    );

const LONGEST_ARGUMENT = 128 * 1024 - 1;
const LONGEST_STDIN = 4 * 1024 * 1024;
const LONGEST_WORDS = 2000;

const what = {
  command: z
    .array(exact(LONGEST_ARGUMENT))
    .min(1)
    .max(10_000)
    .optional()
    .describe('program and arguments, one string each, passed on exactly; no shell. Give this or `shell`'),
  shell: exact(LONGEST_ARGUMENT).min(1).optional().describe('a text for `bash -c`. Give this or `command`'),
  cwd: exact(4096)
    .startsWith('/', 'must be an absolute path')
    .optional()
    .describe('absolute path of the directory to run in; without it, the directory this server was started in'),
};

const timeout = {
  timeout_seconds: z
    .number()
    .int()
    .min(1)
    .max(LONGEST_SECONDS)
    .optional()
    .describe(
      'how long this call may take before it answers `pending` or `running`; not longer than your client waits for a tool. Without it gate picks a time your client is known to allow',
    ),
};

const id = z
  .string()
  .regex(/^[0-9A-Fa-f][0-9A-Fa-f-]{3,35}$/, 'is an id as gate gave it: hexadecimal digits and dashes')
  .describe('id of the request, whole or its last 8 characters');

export const runInput = z.strictObject({
  ...what,
  intent: exact(LONGEST_WORDS).optional().describe('why: recorded, and read by the people who decide'),
  ticket: exact(LONGEST_WORDS).optional().describe('the ticket it belongs to'),
  stdin: z
    .string()
    .max(LONGEST_STDIN)
    .refine((value) => value.isWellFormed(), 'is not well-formed text')
    .optional()
    .describe('standard input of the command; without it the command reads nothing'),
  ...timeout,
});
export const explainInput = z.strictObject(what);
export const statusInput = z.strictObject({ id });
export const resumeInput = z.strictObject({ id, ...timeout });
export const answerInput = z.strictObject({
  id,
  text: exact(16 * 1024)
    .min(1)
    .describe('the answer to the question, for the people who decide'),
});

export type What = z.infer<typeof explainInput>;

const output = z.looseObject({
  encoding: z.enum(['utf-8', 'base64']).describe('base64 when it is not UTF-8'),
  bytes: count.describe('how much there was'),
  cut_bytes: count.describe('how much of it is missing between `content` and `tail`'),
  content: text.describe('all of it, or its beginning'),
  tail: text.optional().describe('its end, when something is missing'),
});

export const OUTCOMES = [
  'finished',
  'running',
  'pending',
  'question',
  'granted',
  'refused',
  'ended',
  'failed',
] as const;

/** Of `run`, `resume` and `status`. */
export const runOutput = z.looseObject({
  schema_version: version,
  outcome: z
    .enum(OUTCOMES)
    .describe(
      'finished: it ran and ended. running: it runs. pending: people are asked. question: somebody asks back. granted: approved, not started. refused: no. ended: without a no (expired, withdrawn, changed). failed: gate could not',
    ),
  request: text.nullable().describe('id of the request'),
  ran: z.boolean().describe('whether the command was started'),
  reason: text.nullable().describe("from gate's closed list; null while it is open"),
  status: count
    .nullable()
    .describe(
      "exit status: the command's own when it ran, else the one gate ends with; null while it runs or is not known",
    ),
  signal: count.optional().describe('number of the signal that ended the command'),
  stdout: output.optional(),
  stderr: output.optional(),
  held_open: z
    .boolean()
    .optional()
    .describe('something outlives the command and may still write; that is not collected'),
  message: text.optional(),
  hint: text.optional(),
  understood: texts.optional().describe('what gate understood'),
  rules: texts.optional().describe('rules that decided'),
  reasons: texts.optional(),
  suggest: texts.optional().describe('what to do instead'),
  change: texts.optional().describe('where that can be changed, by the people it belongs to'),
  ask: texts.optional().describe('how to ask for it'),
  approvers: z
    .array(z.looseObject({ from: texts, count, evidence: text }))
    .optional()
    .describe('who is asked'),
  question: z.looseObject({ by: text, text }).optional().describe('words of the one who asks, as they were given'),
  expires_at: text.nullable().optional(),
  next: text.optional().describe('what to do now'),
});

/** The same, as gate writes it. */
export interface RunOutput {
  readonly schema_version: 1;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly request: string | null;
  readonly ran: boolean;
  readonly reason: string | null;
  readonly status: number | null;
  readonly signal?: number;
  readonly stdout?: Output;
  readonly stderr?: Output;
  readonly held_open?: boolean;
  /** Printable; `hint`, `understood`, `change` and `ask` are as well. */
  readonly message?: string;
  readonly hint?: string;
  readonly understood?: readonly string[];
  readonly rules?: readonly string[];
  readonly reasons?: readonly string[];
  readonly suggest?: readonly string[];
  readonly change?: readonly string[];
  readonly ask?: readonly string[];
  readonly approvers?: readonly AskedBlock[];
  readonly question?: { readonly by: string; readonly text: string };
  readonly expires_at?: string | null;
  readonly next?: string;
}

export const answerOutput = z.looseObject({
  schema_version: version,
  outcome: z.enum(['answered', 'refused', 'ended', 'failed']),
  request: text.describe('as it was given'),
  status: count.describe('exit status of gate'),
  message: text,
  next: text.optional().describe('what to do now'),
});

export const explainOutput = z.looseObject({
  schema_version: version,
  decision,
  opaque: z.boolean().describe('part of what would happen cannot be seen'),
  rules: texts,
  reasons: texts,
  refusal: text.optional(),
  mode: text.optional(),
  actions: z.array(action),
});
