import type { ReadStream, WriteStream } from 'node:tty';
import { currentRequest } from './entries.ts';
import { layout } from './layout.ts';
import { messageOf } from './message.ts';
import { advance, first, watched } from './model.ts';
import { type Notifying, notification } from './notify.ts';
import { isUndecided } from './panel.ts';
import { type Reopening, watching } from './record.ts';
import { openTerminal } from './screen-terminal.ts';
import { carryOut, type Lend, lookAhead, lookOf, readAll, type Voter } from './source.ts';
import { DEAF_MILLISECONDS, type Effect, type Event } from './state.ts';

/** The inbox at a terminal: connects the model with the broker, the keys and the screen. */
export interface InboxParts extends Reopening {
  readonly voter: Voter;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly color: boolean;
  readonly warning?: string;
  readonly notify: Notifying;
  readonly tmux: boolean;
}

/** After the deaf time, what was typed during it is read: also when this process stood still meanwhile. */
const DRAIN_MILLISECONDS = 20;
const SECOND = 1000;
/** Nothing is started to find out what would change while the cursor only passes by. */
const GLANCE_MILLISECONDS = 400;
/** How long something waits is no reason to wake up every second. */
const SLOW_TICK = 5 * SECOND;

type Loose = Event extends infer Each ? (Each extends Event ? Omit<Each, 'now'> : never) : never;

/** Resolves when the person has left. */
export async function runInbox(parts: InboxParts): Promise<void> {
  const { voter, notify } = parts;
  let over: () => void = () => {};
  const left = new Promise<void>((resolve) => {
    over = resolve;
  });
  const terminal = openTerminal(parts, parts.color, {
    key: (key) => dispatch({ kind: 'key', key }),
    resized: () => dispatch({ kind: 'resize', size: terminal.size() }),
    drawn: ({ drawing }) => dispatch({ kind: 'drawn', drawing }),
    gone: () => over(),
  });
  const { warning } = parts;
  let state = first(terminal.size(), voter.now(), { me: voter.by, ...(warning !== undefined && { warning }) });
  let armed = 0;
  let busy = false;
  const loading = new Set<string>();

  const dispatch = (loose: Loose) => {
    const { state: next, effects } = advance(state, { ...loose, now: voter.now() } as Event);
    state = next;
    for (const effect of effects) carry(effect);
    arm();
    if (!busy) terminal.draw(layout(state));
  };

  /** The panel is on the screen: it listens when half a second is over, and what came before has been read. */
  const arm = () => {
    const { panel } = state;
    if (panel?.drawnAt === undefined || panel.serial === armed) return;
    const { serial } = panel;
    armed = serial;
    setTimeout(() => setTimeout(() => dispatch({ kind: 'listening', serial }), DRAIN_MILLISECONDS), DEAF_MILLISECONDS);
  };

  const carry = (effect: Effect) => {
    switch (effect.kind) {
      case 'quit':
        return over();
      case 'refresh':
        return record.refresh();
      case 'ring':
        return terminal.write(notification(effect.waiting, notify, parts.tmux));
      case 'redraw':
        return terminal.redraw();
      case 'stop':
        return void stop();
      case 'look':
        return void look(effect.id);
      case 'act':
        return void act(effect);
    }
  };

  const look = async (id: string) => {
    if (loading.has(id)) return;
    loading.add(id);
    try {
      const quick = await lookOf(record.broker(), id, voter);
      const previewing = quick.objection === undefined && isUndecided(quick.known.view);
      dispatch({ kind: 'look', look: { ...quick, previewing } });
      if (!previewing) return;
      await new Promise((resolve) => setTimeout(resolve, GLANCE_MILLISECONDS));
      if (currentRequest(state)?.id !== id) return;
      // Recorded by the first, read again by the second: the card is of one version.
      await lookAhead(record.broker(), id, voter);
      dispatch({ kind: 'look', look: await lookOf(record.broker(), id, voter, voter.looking) });
    } catch (error) {
      // When the whole record is lost, the next reading of it says so.
      if (state.trouble === undefined) dispatch({ kind: 'unreadable', text: messageOf(error) });
      await new Promise((resolve) => setTimeout(resolve, SECOND));
    } finally {
      loading.delete(id);
    }
  };

  const act = async (effect: Extract<Effect, { kind: 'act' }>) => {
    try {
      dispatch({ kind: 'received', act: effect.act, received: await carryOut(record.broker(), effect, voter, lend) });
    } catch (error) {
      dispatch({ kind: 'failed', text: messageOf(error) });
    }
  };

  /** Nothing is drawn, and no key is heard, while somebody else has the terminal. */
  const lend: Lend = async (about, use) => {
    busy = true;
    try {
      return await terminal.lend(() => {
        if (about !== '') terminal.write(`${about}\r\n`);
        return use();
      });
    } finally {
      busy = false;
      dispatch({ kind: 'resize', size: terminal.size() });
      dispatch({ kind: 'back' });
    }
  };

  const stop = () =>
    lend(
      '',
      () =>
        new Promise<void>((resolve) => {
          // A shell without job control lets nobody stop; then the timer comes back.
          const back = () => {
            clearTimeout(timer);
            process.off('SIGCONT', back);
            resolve();
          };
          const timer = setTimeout(back, SECOND / 2);
          process.on('SIGCONT', back);
          process.kill(process.pid, 'SIGTSTP');
        }),
    );
  // Stopped by somebody else: the shell has changed the terminal meanwhile.
  const continued = () => {
    if (!busy) void lend('', async () => {});
  };

  const record = watching(
    parts,
    async (broker) => {
      const read = await readAll(broker, { page: state.page, watched: watched(state) });
      dispatch({ kind: 'snapshot', ...read });
    },
    (error) => dispatch({ kind: 'trouble', text: messageOf(error) }),
  );
  let timer: NodeJS.Timeout | undefined;
  const tick = () => {
    const { live, now } = state;
    if (live.some(({ view: { deadline } }) => deadline !== undefined && deadline <= now)) record.refresh();
    if (live.length > 0 || state.page === 'grants') dispatch({ kind: 'tick' });
    timer = setTimeout(tick, state.panel ? SECOND : SLOW_TICK);
  };
  process.on('SIGCONT', continued);
  const endings = (['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const).map((signal) => {
    const end = () => {
      terminal.close();
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    };
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  tick();
  terminal.draw(layout(state));
  try {
    await left;
  } finally {
    process.off('SIGCONT', continued);
    for (const off of endings) off();
    clearTimeout(timer);
    busy = true;
    record.stop();
    terminal.close();
  }
}
