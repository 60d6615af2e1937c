import { mayVote } from '../approval/directory.ts';
import type { Looking } from '../approval/previews/previews.ts';
import { GateError } from '../errors.ts';
import { chance, type OpenQueue } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { notYours, printResults } from './results.ts';
import type { Actor } from './votes.ts';

/** `gate inbox`: people at a terminal only, and said at once to everybody else. */
export interface InboxOptions {
  readonly plain?: boolean;
  readonly bell?: boolean;
  readonly notify?: boolean;
  readonly looking: () => Promise<Looking>;
}

export async function inbox(
  { queue, again }: OpenQueue,
  environment: Readonly<Record<string, string>>,
  options: InboxOptions,
  actor: Actor,
  io: Io,
): Promise<number> {
  const { principal, supervised } = actor.identified;
  const barred = mayVote(principal, supervised, actor.tty);
  if (barred !== undefined) return printResults([notYours('', barred, actor)], {}, io);
  const { stdin, stdout } = process;
  if (!stdin.isTTY || (!stdout.isTTY && !options.plain)) {
    throw new GateError('USAGE', 'the inbox reads keys from a terminal and draws on one', {
      hint: 'run it without redirecting; `gate inbox --plain` may write elsewhere, `gate list` prints once',
    });
  }
  const parts = {
    broker: queue,
    reopen: again,
    voter: { by: principal.id, looking: options.looking, now: chance.now, random: chance.random },
    stdin,
    stdout,
    notify: { bell: options.bell === true, desktop: options.notify === true },
    tmux: Boolean(environment['TMUX']),
  };
  const { injectable } = await import('../channels/terminal/inbox/notify.ts');
  const warning = injectable(environment);
  const told = warning === undefined ? parts : { ...parts, warning };
  if (options.plain) {
    const { runPlain } = await import('../channels/terminal/inbox/plain.ts');
    await runPlain(told);
  } else {
    const { runInbox } = await import('../channels/terminal/inbox/inbox.ts');
    await runInbox({ ...told, color: !environment['NO_COLOR'] && environment['TERM'] !== 'dumb' });
  }
  return EXIT.ok;
}
