/** What was pressed, as the inbox understands it: named keys, and characters. Pure. */
export type Key =
  | { readonly name: Named }
  /** One character, never a control character. */
  | { readonly name: 'char'; readonly char: string };

export type Named =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageup'
  | 'pagedown'
  | 'home'
  | 'end'
  | 'enter'
  | 'escape'
  | 'backspace'
  | 'tab'
  | 'interrupt'
  | 'stop'
  | 'redraw'
  /** Something this inbox has no use for. It never passes for another key. */
  | 'other';

const SEQUENCES: Readonly<Record<string, Named>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  '1~': 'home',
  '4~': 'end',
  '5~': 'pageup',
  '6~': 'pagedown',
  '7~': 'home',
  '8~': 'end',
};

const CONTROL: Readonly<Record<string, Named>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x03': 'interrupt',
  '\x04': 'interrupt',
  '\x1a': 'stop',
  '\x0c': 'redraw',
};

/**
 * A whole escape sequence: its end, or (Alt and a key) the character after it. Parameters of a known key are dropped:
 * Shift-Up is Up.
 */
const ESCAPE = /^\x1b(?:\[([0-9;?<>=]*)([ -/]*[@-~])|O([ -~])|([\x20-\x7e]))/;

/** The keys of what one read returned. A sequence that is not known is one `other`, never the letters in it. */
export function keysOf(read: string): readonly Key[] {
  const keys: Key[] = [];
  for (let at = 0; at < read.length; ) {
    const rest = read.slice(at);
    const sequence = ESCAPE.exec(rest);
    if (sequence) {
      keys.push({ name: named(sequence) });
      at += sequence[0].length;
      continue;
    }
    const char = String.fromCodePoint(rest.codePointAt(0)!);
    if (char === '\x1b') {
      // A sequence that a read cut in two: what follows it would be taken for letters.
      const cut = /^\x1b[[O][ -?]*$/.exec(rest);
      keys.push({ name: cut ? 'other' : 'escape' });
      at += cut ? cut[0].length : 1;
      continue;
    }
    const control = CONTROL[char];
    if (control) keys.push({ name: control });
    else keys.push(/\p{C}/u.test(char) ? { name: 'other' } : { name: 'char', char });
    at += char.length;
  }
  return keys;
}

function named([, parameters = '', end = '', application = '']: RegExpExecArray): Named {
  if (application !== '') return SEQUENCES[application] ?? 'other';
  if (end === '~') return SEQUENCES[`${parameters.split(';')[0]}~`] ?? 'other';
  return SEQUENCES[end] ?? 'other';
}
