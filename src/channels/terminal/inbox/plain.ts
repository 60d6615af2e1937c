import type { Queue } from '../../../broker/broker.ts';
import type { InboxParts } from './inbox.ts';
import { messageOf } from './message.ts';
import { notification } from './notify.ts';
import { historyLines, type PlainEffect, type PlainEvent, plainAdvance, plainFirst } from './plain-model.ts';
import { watching } from './record.ts';
import { carryOut, type Lend, lookAhead, lookOf, MOST_ENDED, readAll } from './source.ts';
import { DEAF_MILLISECONDS } from './state.ts';

/** After the deaf time, what was typed during it is read: also when this process stood still meanwhile. */
const DRAIN_MILLISECONDS = 20;
const QUIET_MILLISECONDS = 10_000;

type Loose = PlainEvent extends infer Each ? (Each extends PlainEvent ? Omit<Each, 'now'> : never) : never;

/** The inbox line by line; resolves when the person has left. */
export async function runPlain(parts: Omit<InboxParts, 'color'>): Promise<void> {
  const { voter, stdin, stdout, notify } = parts;
  let over: () => void = () => {};
  const left = new Promise<void>((resolve) => {
    over = resolve;
  });
  let state = plainFirst(stdout.columns || 80);
  let rangAt = 0;
  const say = (lines: readonly string[]) => {
    if (lines.length > 0) stdout.write(lines.map((line) => `${line}\n`).join(''));
  };

  const dispatch = (loose: Loose) => {
    const before = state.confirm?.serial;
    const { state: next, says, effects } = plainAdvance(state, { ...loose, now: voter.now() } as PlainEvent);
    state = next;
    say(says);
    const { confirm } = state;
    if (confirm && confirm.serial !== before) listenTo(confirm.serial);
    for (const effect of effects)
      void carry(effect).catch((error) => dispatch({ kind: 'failed', text: messageOf(error) }));
  };

  const listenTo = (serial: number) => {
    setImmediate(() => dispatch({ kind: 'printed' }));
    setTimeout(
      () => setTimeout(() => dispatch({ kind: 'listening', serial }), 2 * DRAIN_MILLISECONDS),
      DEAF_MILLISECONDS,
    );
  };

  const lend: Lend = async (about, use) => {
    say([about]);
    stdin.pause();
    try {
      return await use();
    } finally {
      stdin.resume();
    }
  };

  const carry = async (effect: PlainEffect): Promise<void> => {
    const broker: Queue = record.broker();
    switch (effect.kind) {
      case 'quit':
        return over();
      case 'refresh':
        return record.refresh();
      case 'ring':
        if (voter.now() - rangAt < QUIET_MILLISECONDS) return;
        rangAt = voter.now();
        return void stdout.write(notification(effect.waiting, notify, parts.tmux));
      case 'look': {
        // What would change is recorded by the first, and read again by the second: the card is of one version.
        await lookAhead(broker, effect.id, voter);
        const look = await lookOf(broker, effect.id, voter, voter.looking);
        return dispatch({ kind: 'look', look, purpose: effect.purpose });
      }
      case 'history':
        return say(historyLines(await broker.list({ open: false, limit: MOST_ENDED })));
      case 'act':
        return dispatch({ kind: 'received', received: await carryOut(broker, effect, voter, lend) });
    }
  };

  const record = watching(
    parts,
    async (broker) => {
      const { live, others } = await readAll(broker, { page: 'live', watched: state.live.map(({ id }) => id) });
      dispatch({ kind: 'snapshot', live, others, standings: await broker.standings({ open: true }) });
    },
    (error) => dispatch({ kind: 'trouble', text: messageOf(error) }),
  );
  if (parts.warning !== undefined) say([`${parts.warning}.`]);
  let rest = '';
  stdin.setEncoding('utf8');
  stdin.on('data', (data: string) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) dispatch({ kind: 'line', text });
  });
  stdin.on('end', over);
  stdin.on('error', over);
  stdout.on('error', over);
  // What has expired is said, also when nothing else happens.
  const timer = setInterval(() => {
    if (state.live.some(({ view: { deadline } }) => deadline !== undefined && deadline <= voter.now()))
      record.refresh();
  }, 1000);
  try {
    await left;
  } finally {
    clearInterval(timer);
    record.stop();
    stdin.pause();
  }
}
