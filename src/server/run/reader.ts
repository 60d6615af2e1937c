import { readSync, writeSync } from 'node:fs';
import { visible } from '../../command/display.ts';
import type { DigestCache } from '../../command/pin.ts';
import { type Looked, lookAt, type Subject } from '../../command/prepare.ts';
import { selfAt } from '../../command/self.ts';
import { environmentOfSent, type Sent, sightOfSent, spooledOf, stdinOfSent } from '../../command/sent.ts';
import { hereForAnother } from '../../command/sight.ts';
import type { Spooled } from '../../command/spool.ts';
import { GateError } from '../../errors.ts';
import { endNow } from '../../platform/exit.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { libc } from '../../platform/libc.ts';
import { ownPath } from '../../platform/own-path.ts';
import { readRepository } from '../../policy/trusted-files.ts';
import { NeedsInput } from './needs-input.ts';
import { answerText, framed, LONGEST_ANSWER, LONGEST_QUESTION, type Question, type Reading } from './reading.ts';

/**
 * The process that reads commands: it has the rights of the account that they would run under and no others, so what the account cannot read
 * nobody learns by asking for it, and what breaks it breaks nothing else. Questions come on its stdin, one after the other.
 */
export async function readAll(): Promise<never> {
  await closedToOthers();
  const digests = remembered();
  for (;;) {
    const question = nextQuestion();
    if (question === undefined) return endNow(0);
    answer(framed(answerText(await read(question, digests))));
  }
}

const PR_SET_DUMPABLE = 4;

/** Commands run under this very account: they must not be able to look into this process, or make it say something else. */
async function closedToOthers(): Promise<void> {
  (await libc()).call('prctl', PR_SET_DUMPABLE, 0, 0, 0, 0);
}

async function read(
  { subject, sealing, sent, repository, needsWorkTree, call, input }: Question,
  digests: DigestCache,
): Promise<Reading | GateError> {
  try {
    if (sent !== undefined) return { looked: await lookAtSent(subject, sent, digests), repository: [] };
    if (sealing === undefined) throw new GateError('INTERNAL', 'a command without its environment');
    enter(subject.cwd);
    return {
      looked: await lookAt(subject, {
        ...{ sealing, digests, sight: hereForAnother(digests) },
        ...(call
          ? { self: (environment) => selfAt(ownPath(), environment, subject.cwd) }
          : { stdin: () => inputOf(input) }),
      }),
      repository: attempt(() => readRepository(repository, needsWorkTree)),
    };
  } catch (error) {
    return gateError(error);
  }
}

/** Where the command will be: a path may lead through the directory of whoever follows it (`/proc/self/cwd`). */
function enter(directory: string): void {
  try {
    process.chdir(directory);
  } catch {
    // Nor can the command enter it: it will not start.
    process.chdir('/');
  }
}

/** What a client sent is all there is: nothing of this machine is looked at. */
async function lookAtSent(subject: Subject, sent: Sent, digests: DigestCache): Promise<Looked> {
  const sight = sightOfSent(sent);
  if ('wrong' in sight) throw new GateError('REQUEST_UNREADABLE', visible(sight.wrong));
  const input = stdinOfSent(sent);
  if (sent.stdin !== undefined && input === undefined) {
    throw new GateError('REQUEST_UNREADABLE', 'the bytes of standard input are not those of its digest');
  }
  const stdin = () => (input === undefined ? inputOf(undefined) : spooledOf(input));
  return lookAt(subject, { sight, built: environmentOfSent(sent), digests, stdin });
}

/** In the form that the readers of commands have it. */
function inputOf(input: string | undefined): Spooled {
  if (input === undefined) throw new NeedsInput();
  const bytes = Buffer.from(input, 'base64');
  return spooledOf({ path: '-', bytes, digest: `sha256:${sha256Hex(bytes)}`, size: bytes.length });
}

function attempt<Value>(make: () => Value): Value | GateError {
  try {
    return make();
  } catch (error) {
    return gateError(error);
  }
}

function gateError(error: unknown): GateError {
  return error instanceof GateError ? error : new GateError('INTERNAL', 'the command could not be read');
}

const MOST_REMEMBERED = 4096;

function remembered(): DigestCache {
  const known = new Map<string, string>();
  return {
    get: async (key) => known.get(key),
    async set(key, digest) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, digest);
    },
  };
}

/** Undefined: the service has ended. */
function nextQuestion(): Question | undefined {
  const header = bytes(4);
  const size = header?.readUInt32BE() ?? 0;
  if (size === 0 || size > LONGEST_QUESTION) return undefined;
  const text = bytes(size);
  return text && (JSON.parse(text.toString('utf8')) as Question);
}

function bytes(count: number): Buffer | undefined {
  const buffer = Buffer.alloc(count);
  for (let have = 0; have < count; ) {
    const more = readSync(0, buffer, have, count - have, null);
    if (more === 0) return undefined;
    have += more;
  }
  return buffer;
}

function answer(frame: Buffer): void {
  const whole =
    frame.length <= LONGEST_ANSWER
      ? frame
      : framed(answerText(new GateError('REQUEST_UNREADABLE', 'what was read for this command is too much')));
  for (let done = 0; done < whole.length; ) done += writeSync(1, whole, done);
}
