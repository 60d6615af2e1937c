import { grammar, optionValue, scan } from '../../options.ts';
import type { Reading, Run } from '../../reader.ts';
import { act, doubtsOf, fields, unknownAction, withDoubt } from '../../reading.ts';

/** A shell as somebody else, or somewhere else. */

const SU = grammar('getopt', {
  flags: '-/-l/--login -m/-p/--preserve-environment -f/--fast -P/--pty -h/--help -V/--version',
  many: '-c/--command -s/--shell -g/--group -G/--supp-group -w/--whitelist-environment --session-command',
});

/** `su -c` is judged by its line; any other `su` is a session nobody sees into. */
export function su(argv: readonly string[]): Reading {
  const found = scan(argv, 1, SU);
  const names = found.positionals.filter((name) => name !== '-');
  const scope = { user: names[0] ?? 'root' };
  const line = optionValue(found, 'command') ?? optionValue(found, 'session-command');
  const clear = names.length < 2 && doubtsOf(found).length === 0 && optionValue(found, 'shell') === undefined;
  if (line === undefined || !clear) {
    return {
      actions: [
        act('su', 'su', ['privilege', 'execute', ...(clear ? [] : (['unknown'] as const))], { scope, opaque: true }),
      ],
    };
  }
  return {
    actions: [act('su', 'su', ['privilege'], { scope })],
    runs: [{ argv: ['sh', '-c', line], via: `su ${scope.user} -c` }],
  };
}

const SSH = grammar('getopt', {
  flags: '-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -V -v -X -x -Y -y',
  many: '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -P -p -Q -R -S -W -w',
});

/** The remote side is out of sight: always `execute`, and the remote words are judged as a shell line as well. */
export function ssh(argv: readonly string[]): Reading {
  const first = scan(argv, 1, SSH, true);
  const host = argv[first.end];
  // ssh goes on looking for options after the host.
  const more = scan(argv, first.end + 1, SSH, true);
  if (host === undefined) {
    const version = argv.length === 2 && argv[1] === '-V';
    return { actions: [version ? act('ssh', 'ssh', ['read']) : unknownAction('ssh')] };
  }
  const at = host.lastIndexOf('@');
  const scope = fields({
    host: at < 0 ? host : host.slice(at + 1),
    user: at < 0 ? (optionValue(first, 'l') ?? optionValue(more, 'l')) : host.slice(0, at),
    port: optionValue(first, 'p') ?? optionValue(more, 'p'),
  });
  const line = argv.slice(more.end).join(' ');
  const doubts = [...doubtsOf(first), ...doubtsOf(more)];
  const action = act('ssh', 'ssh', ['execute'], { scope, opaque: true });
  const runs: Run[] = line === '' ? [] : [{ argv: ['sh', '-c', line], via: `ssh ${host}` }];
  return {
    ...withDoubt({ actions: [action], notes: ['what the remote machine does cannot be seen from here'] }, doubts),
    runs,
  };
}
