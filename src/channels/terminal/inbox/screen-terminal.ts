import type { ReadStream, WriteStream } from 'node:tty';
import { type Instance, render } from 'ink';
import { type Size, USUAL } from '../pages.ts';
import { type Key, keysOf } from './keys.ts';
import type { Screen } from './screen.ts';
import { view } from './view.ts';

/** The terminal as the inbox needs it: frames out, keys in, and given back whenever somebody else needs it. */
export interface Terminal {
  size(): Size;
  draw(screen: Screen): void;
  /** Past everything that runs in the frames. */
  write(text: string): void;
  /** Gives the terminal back, does something, and takes it again. */
  lend<What>(use: () => Promise<What>): Promise<What>;
  /** Draws everything anew. */
  redraw(): void;
  close(): void;
}

export interface Listener {
  readonly key: (key: Key) => void;
  readonly resized: () => void;
  /** A frame is on the terminal. */
  readonly drawn: (screen: Screen) => void;
  readonly gone: () => void;
}

const FRAMES_PER_SECOND = 60;

export function openTerminal(
  { stdin, stdout }: { readonly stdin: ReadStream; readonly stdout: WriteStream },
  color: boolean,
  listener: Listener,
): Terminal {
  let instance: Instance | undefined;
  let latest: Screen | undefined;
  let told = '';
  let text = '';
  const tell = () => {
    const screen = latest;
    if (screen === undefined || instance === undefined) return;
    // Only what is new on it: telling makes the next frame, and that must not go round for ever.
    const drawing = JSON.stringify(screen.drawing);
    if (drawing === told) return;
    told = drawing;
    // Not inside of Ink's own work.
    setImmediate(() => listener.drawn(screen));
  };
  const mount = () => {
    if (latest === undefined) return;
    told = '';
    instance = render(view(latest, color), {
      stdin,
      stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: FRAMES_PER_SECOND,
      onRender: tell,
    });
  };
  const unmount = () => {
    instance?.unmount();
    instance?.cleanup();
    instance = undefined;
  };
  const onData = (data: string) => {
    for (const key of keysOf(data)) listener.key(key);
  };
  const listen = () => {
    stdin.setRawMode(true);
    stdin.on('data', onData);
    stdin.resume();
  };
  const deafen = () => {
    stdin.off('data', onData);
    stdin.pause();
    stdin.setRawMode(false);
  };
  const { resized, gone } = listener;
  stdin.setEncoding('utf8');
  stdin.on('end', gone);
  stdin.on('error', gone);
  stdout.on('error', gone);
  stdout.on('resize', resized);
  listen();
  return {
    size: () => ({ columns: stdout.columns || USUAL.columns, rows: stdout.rows || USUAL.rows }),
    draw(screen) {
      const next = JSON.stringify(screen.lines);
      latest = screen;
      if (instance === undefined) mount();
      else if (next === text) tell();
      else instance.rerender(view(screen, color));
      text = next;
    },
    write: (bytes) => void stdout.write(bytes),
    async lend(use) {
      unmount();
      deafen();
      try {
        return await use();
      } finally {
        listen();
        mount();
      }
    },
    redraw() {
      unmount();
      mount();
    },
    close() {
      unmount();
      deafen();
      stdout.off('resize', resized);
    },
  };
}
