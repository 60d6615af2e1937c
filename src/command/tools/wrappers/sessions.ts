import { grammar, scan, UNRESOLVED } from '../../options.ts';
import type { Reading } from '../../reader.ts';
import { act, unseen, withDoubt } from '../../reading.ts';

/** Terminal multiplexers: they start commands in windows that stay, and type into them. */

const WORD = /[;&|<>$`"'\\ ]/;

/** One word is a line for a shell; several are a command, or a line in older versions: joined, both come out the same. */
function lineOf(words: readonly string[]): readonly string[] {
  if (words.length === 1 || words.some((word) => WORD.test(word))) return ['sh', '-c', words.join(' ')];
  return words;
}

const TMUX = grammar('getopt', { flags: '-2 -C -D -l -N -u -v -V', many: '-c -f -L -S -T' });
const NEW = grammar('getopt', {
  flags: '-A -a -b -B -C -d -D -E -f -h -I -k -N -P -S -v -X -Z',
  many: '-c -e -F -l -n -p -s -t -x -y -w -T',
});

const STARTS =
  /^(new(-session)?|new-?w(indow)?|neww|split-?w(indow)?|splitw|respawn-?[pw](ane|indow)?|(display-)?popup)$/;
const READS =
  /^(ls|lsw|lsp|lsc|lscm|lsk|lsb|list-[a-z]+|has(-session)?|show(-[a-z]+)?|info|start-server|show-messages|capture-?p(ane)?|capturep)$/;
/** They arrange windows, or end them. */
const ARRANGES =
  /^(kill-(session|server|window|pane)|kill[pw]|rename-(session|window)|rename[w]?|select-(window|pane|layout)|select[wpl]|resize-(window|pane)|resize[wp]|swap-(window|pane)|move-(window|pane)|detach(-client)?|set-buffer|delete-buffer|clear-history|last-window|next-window|previous-window|next|prev|rotate-window|wait(-for)?)$/;

export function tmux(argv: readonly string[]): Reading {
  const found = scan(argv, 1, TMUX, true);
  if (found.options.has('V')) return { actions: [act('tmux', 'tmux', ['read'])] };
  const readings = commandsOf(argv.slice(found.end)).map(tmuxCommand);
  const all: Reading = {
    actions: readings.flatMap(({ actions }) => actions),
    runs: readings.flatMap(({ runs }) => runs ?? []),
    notes: readings.flatMap(({ notes }) => notes ?? []),
  };
  const config = found.options.has('f') || found.options.has('c') || found.unknown.length > 0;
  return config ? withDoubt(all, ['tmux reads another configuration, or runs another shell']) : all;
}

/** `tmux a \; b`: one after another. */
function commandsOf(words: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  for (const word of words) {
    if (word === ';') all.push([]);
    else all.at(-1)?.push(word);
  }
  return all;
}

function tmuxCommand(words: readonly string[]): Reading {
  const name = words[0] ?? 'new-session';
  const scope = { reach: 'machine' };
  if (READS.test(name)) return { actions: [act('tmux', name, ['read'])] };
  if (ARRANGES.test(name)) return { actions: [act('tmux', name, ['write'], { scope })] };
  if (name === 'send-keys' || name === 'send') return keys(words);
  if (name === 'run-shell' || name === 'run' || STARTS.test(name)) {
    const found = scan(words, 1, NEW, true);
    const line = words.slice(Math.min(found.end, words.length));
    if (found.unknown.length > 0) return unseen('tmux', 'an option of tmux is not one gate knows');
    if (line.length === 0)
      return { actions: [act('tmux', name, ['execute'], { scope, opaque: true })], notes: ['tmux opens a shell'] };
    return { actions: [act('tmux', name, ['execute'], { scope })], runs: [{ argv: lineOf(line), via: 'tmux' }] };
  }
  return unseen('tmux', `tmux ${name} may run anything`);
}

const KEY = /^(Enter|C-m|KPEnter|Escape|Tab|BSpace|Space|Up|Down|Left|Right|[CM]-[a-z])$/;

/** What is typed into a window counts as a line, whatever reads it there. */
function keys(words: readonly string[]): Reading {
  const found = scan(words, 1, grammar('getopt', { flags: '-F -H -K -l -M -R -X', many: '-c -N -t' }), true);
  const line = words
    .slice(found.end)
    .map((word) => (KEY.test(word) ? '\n' : word))
    .join('');
  const action = act('tmux', 'send-keys', ['execute'], { scope: { reach: 'machine' }, opaque: true });
  const text = line.trim();
  if (found.unknown.length > 0 || text.includes(UNRESOLVED)) return unseen('tmux', 'what is typed is only known later');
  return { actions: [action], ...(text !== '' && { runs: [{ argv: ['sh', '-c', text], via: 'tmux send-keys' }] }) };
}

const SCREEN = grammar('getopt', {
  flags: '-4 -6 -a -A -D -d -i -I -l -L -m -O -q -Q -r -R -RR -U -v -w -x -X -ls -list -wipe',
  many: '-c -e -h -p -s -S -t -T -Logfile',
});

/** `screen -dmS NAME CMD` starts a command; `-X` gives orders to a session. */
export function screen(argv: readonly string[]): Reading {
  const words = argv.flatMap((word) => (word === '-dmS' ? ['-d', '-m', '-S'] : word === '-dm' ? ['-d', '-m'] : [word]));
  if (argv.length <= 3 && /^-(ls|list|v|-version|-help|h)$/.test(argv[1] ?? ''))
    return { actions: [act('screen', 'screen', ['read'])] };
  const found = scan(words, 1, SCREEN, true);
  const scope = { reach: 'machine' };
  const rest = words.slice(found.end);
  if (found.unknown.length > 0 || found.options.has('c') || found.options.has('X') || found.options.has('s'))
    return unseen('screen', 'screen gives orders gate does not read');
  if (rest.length === 0)
    return {
      actions: [act('screen', 'screen', ['execute'], { scope, opaque: true })],
      notes: ['screen opens a shell'],
    };
  return { actions: [act('screen', 'screen', ['execute'], { scope })], runs: [{ argv: rest, via: 'screen' }] };
}
