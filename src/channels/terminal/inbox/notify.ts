/** How somebody who looks elsewhere is told that something waits: no word of a requester is in it. Pure. */

export interface Notifying {
  readonly bell: boolean;
  readonly desktop: boolean;
}

const BELL = '\x07';

/** @param tmux inside it, what is for the terminal outside is wrapped */
export function notification(waiting: number, { bell, desktop }: Notifying, tmux: boolean): string {
  const text = `gate: ${waiting} ${waiting === 1 ? 'request waits' : 'requests wait'} for people`;
  // Two ways, and terminals know one or none of them: OSC 9 (iTerm2, kitty, WezTerm, Windows), OSC 777 (urxvt, VTE).
  const sequences = desktop ? [`\x1b]9;${text}${BELL}`, `\x1b]777;notify;gate;${text}${BELL}`] : [];
  return (bell ? BELL : '') + sequences.map((each) => (tmux ? wrapped(each) : each)).join('');
}

function wrapped(sequence: string): string {
  return `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
}

/** Programs that can type into this terminal in somebody's place (SELF-03); undefined when none is known. */
export function injectable(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const found = [
    ...(environment['TMUX'] ? ['tmux'] : []),
    ...(environment['STY'] ? ['screen'] : []),
    ...(environment['KITTY_LISTEN_ON'] ? ['kitty remote control'] : []),
    ...(Object.keys(environment).some((name) => name.startsWith('VSCODE_')) ? ['the editor'] : []),
  ];
  return found.length === 0 ? undefined : `Keys can be typed here by programs, through ${found.join(' and ')}`;
}
