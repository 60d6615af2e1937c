import { GateError } from '../../errors.ts';
import type { RunAccount } from '../accounts.ts';
import { type Berth, begin, leave, openBerth } from './berth.ts';
import { LONGEST_ANSWER } from './reading.ts';

/** One process that reads commands, under the account that they would run with. */
export interface ReaderProcess {
  /** Questions, each framed; they are answered in this order. */
  send(frames: readonly Buffer[]): void;
  /** Kills it, and resolves when nothing of it is left. */
  end(): Promise<void>;
}

export interface ReaderOptions {
  /** What starts a starter, and what starts a reader, as command lines. */
  readonly starter: readonly string[];
  readonly reader: readonly string[];
  /** False: no namespaces, even where the kernel would give them. */
  readonly nest?: boolean;
}

export interface Hearing {
  /** One answer, without its frame. */
  onAnswer(text: string): void;
  /** It is gone, whyever; nothing more is answered. */
  onEnded(): void;
}

/** @throws GateError CONFIG_INVALID when it cannot be started under that account */
export async function startReader(
  { uid, gid, name }: RunAccount,
  { starter, reader, nest = true }: ReaderOptions,
  hearing: Hearing,
): Promise<ReaderProcess> {
  const berth = await openBerth(starter, nest);
  const own = uid === process.geteuid?.() && gid === process.getegid?.();
  const beginning = await begin(berth, {
    file: reader[0] ?? '',
    argv: reader,
    cwd: '/',
    environment: [],
    ...(own ? {} : { account: { uid, gid } }),
    ...(berth.nested ? {} : { parent: process.pid }),
    umask: 0o077,
  });
  if (beginning.kind !== 'begun') {
    await ended(berth);
    const why = beginning.kind === 'failed' ? beginning.errno : beginning.why;
    throw new GateError('CONFIG_INVALID', `commands cannot be read under the account \`${name}\`: ${why}`, {
      hint: 'the account must be able to execute gate itself',
    });
  }
  void berth.stderr.read(async () => {});
  void listen(berth, hearing);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    send(frames) {
      writing = writing.then(() => berth.stdin.write(Buffer.concat(frames)));
    },
    end: () => ended(berth),
  };
}

async function listen(berth: Berth, { onAnswer, onEnded }: Hearing): Promise<void> {
  let kept = Buffer.alloc(0);
  await berth.stdout
    .read(async (piece) => {
      kept = Buffer.concat([kept, piece]);
      for (;;) {
        const size = kept.length < 4 ? undefined : kept.readUInt32BE();
        if (size !== undefined && size > LONGEST_ANSWER) return ended(berth);
        if (size === undefined || kept.length < 4 + size) return;
        const text = kept.toString('utf8', 4, 4 + size);
        kept = kept.subarray(4 + size);
        onAnswer(text);
      }
    })
    .catch(() => {});
  await ended(berth);
  onEnded();
}

async function ended(berth: Berth): Promise<void> {
  if (!berth.over) {
    try {
      process.kill(berth.starter.pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }
  await leave(berth);
}
