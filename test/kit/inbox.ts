import type { Gate } from './gate.ts';
import { GATE } from './gate.ts';
import { atTerminal, type Seen, type Session } from './person.ts';
import { type Shown, screenOf } from './screen.ts';

/** Somebody at an inbox, and what their screen shows at the moment. */
export interface AtInbox extends Session {
  shown(): Shown;
  /** Resolves when the screen shows it, as it is then. */
  shows(what: string | RegExp): Promise<void>;
  /** Types keys until the screen shows it: what is deaf, or not there yet, hears the next ones. */
  until(keys: string, what: string | RegExp): Promise<void>;
  /** Closes what is open. A key right behind Escape would make it another key, so it is tried until it is heard. */
  escapes(): Promise<void>;
  /** Leaves, and gives what was seen. */
  quits(): Promise<Seen>;
  /** Scrolls until all of the card was seen. */
  readsCard(): Promise<void>;
  /** Opens the panel of a key, and types an answer when it listens. */
  answers(key: string, answer: string): Promise<void>;
}

export function atInbox(
  gate: Gate,
  options: {
    readonly args?: readonly string[];
    readonly cols?: number;
    readonly rows?: number;
    readonly env?: Readonly<Record<string, string>>;
    readonly command?: readonly string[];
  } = {},
): AtInbox {
  const { args = [], cols = 140, rows = 40, command = [GATE] } = options;
  const session = atTerminal([...command, 'inbox', ...args], {
    cwd: gate.home,
    env: { GATE_HOME: gate.home, ...options.env },
    cols,
    rows,
  });
  let size = { cols, rows };
  const shown = () => screenOf(session.screen(), size.cols, size.rows);
  const has = (what: string | RegExp) => {
    const { text } = shown();
    return typeof what === 'string' ? text.includes(what) : what.test(text);
  };
  const shows = async (what: string | RegExp) => {
    try {
      await session.sees(() => has(what));
    } catch (error) {
      throw new Error(`${what} is not on the screen:\n${shown().text}`, { cause: error });
    }
  };
  const until = async (keys: string, what: string | RegExp) => {
    if (has(what)) return;
    session.type(keys);
    const trial = setInterval(() => session.type(keys), 700);
    try {
      await shows(what);
    } finally {
      clearInterval(trial);
    }
  };
  return {
    ...session,
    resize(columns, lines) {
      size = { cols: columns, rows: lines };
      session.resize(columns, lines);
    },
    shown,
    shows,
    until,
    escapes: () => until('\x1b', 'a approve'),
    async quits() {
      session.type('q');
      const trial = setInterval(() => session.type('q'), 700);
      try {
        return await session.ended;
      } finally {
        clearInterval(trial);
      }
    },
    readsCard: () => until(' ', /all seen|all of the card is shown/),
    async answers(key, answer) {
      await until(key, 'Escape: decide nothing');
      await shows(/^: _$/m);
      session.type(answer);
    },
  };
}
