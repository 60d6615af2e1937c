import { z } from 'zod';
import { EFFECTS } from '../../command/action.ts';
import type { Looked, Subject } from '../../command/prepare.ts';
import type { Sealing } from '../../command/sealed.ts';
import { type Sent, spooledOf } from '../../command/sent.ts';
import { ERROR_CODES, GateError } from '../../errors.ts';
import type { PolicyFile } from '../../policy/trusted-files.ts';
import { NeedsInput } from './needs-input.ts';

/**
 * What goes between the service and a reader: four bytes of length, then JSON. A reader parses what a requester may have made to break it, so its
 * answer is worth what its account is worth, and is checked like anything from outside.
 */

export interface Question {
  readonly subject: Subject;
  /** How its environment is built; absent when it was sent. */
  readonly sealing?: Sealing;
  /** In client mode: what is looked at, in place of this machine. */
  readonly sent?: Sent;
  /** Directories that may hold policies of the repository, and whether only a work tree leads upwards. */
  readonly repository: readonly string[];
  readonly needsWorkTree: boolean;
  /** A tool call that a harness would run itself: nobody sees its stdin, and gate in it decides what it is given. */
  readonly call?: true;
  /** What comes in on its standard input, in Base64. */
  readonly input?: string;
}

/** What it read: or the errors, each for the stage that it belongs to. */
export interface Reading {
  readonly looked: Looked;
  readonly repository: readonly PolicyFile[] | GateError;
}

export const LONGEST_QUESTION = 4 * 1024 * 1024;
export const LONGEST_ANSWER = 16 * 1024 * 1024;

export function framed(value: object): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  const frame = Buffer.alloc(4 + text.length);
  frame.writeUInt32BE(text.length);
  text.copy(frame, 4);
  return frame;
}

/** The answer of a reader. */
export function answerText(reading: Reading | GateError): object {
  if (reading instanceof NeedsInput) return { needs: 'input' };
  if (reading instanceof GateError) return { error: plain(reading) };
  const { looked, repository } = reading;
  return {
    executable: looked.executable,
    ...(looked.spooled === undefined ? {} : { stdin: looked.spooled.snapshot.digest }),
    understanding: looked.understanding,
    repository:
      repository instanceof GateError
        ? plain(repository)
        : repository.map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes).toString('base64') })),
  };
}

function plain({ code, message, hint }: GateError) {
  return { code, message, ...(hint === undefined ? {} : { hint }) };
}

/** @throws GateError what the reader says it was, or INTERNAL when it says nothing that can be understood */
export function answerOf(text: string): Reading {
  const parsed = answer.safeParse(parse(text));
  if (!parsed.success) throw new GateError('INTERNAL', 'what reads commands gave no answer that can be understood');
  const { data } = parsed;
  if ('needs' in data) throw new NeedsInput();
  if ('error' in data) throw errorOf(data.error);
  const { executable, understanding, repository, stdin } = data;
  const spooled = stdin === undefined ? {} : { spooled: spooledOf({ path: '-', digest: stdin, size: 0 }) };
  return {
    looked: { executable, understanding: understanding as Looked['understanding'], ...spooled },
    repository: Array.isArray(repository)
      ? repository.map(({ path, bytes }) => ({ path, layer: 'repository', bytes: Buffer.from(bytes, 'base64') }))
      : errorOf(repository),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf({ code, message, hint }: z.infer<typeof error>): GateError {
  return new GateError(code, message, hint === undefined ? {} : { hint });
}

const fields = z.record(z.string(), z.string());
const action = z.strictObject({
  tool: z.string(),
  operation: z.string(),
  // Without an effect nothing would be judged.
  effects: z.array(z.enum(EFFECTS)).min(1),
  resource: fields,
  scope: fields,
  opaque: z.boolean(),
});
const strings = z.array(z.string());
const error = z.strictObject({ code: z.enum(ERROR_CODES), message: z.string(), hint: z.string().optional() });
const answer = z.union([
  z.strictObject({
    executable: z.strictObject({ path: z.string(), digest: z.string() }),
    stdin: z.string().optional(),
    understanding: z.strictObject({
      actions: z.array(action).min(1),
      inputs: z.array(z.strictObject({ role: z.string(), path: z.string(), digest: z.string().optional() })),
      secrets: strings,
      pins: strings,
      notes: strings,
      opaque: z.boolean(),
    }),
    repository: z.union([z.array(z.strictObject({ path: z.string(), bytes: z.string() })), error]),
  }),
  z.strictObject({ error }),
  z.strictObject({ needs: z.literal('input') }),
]);
