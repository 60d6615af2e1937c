import { grammar, optionValue, scan } from '../../options.ts';
import type { Reading } from '../../reader.ts';
import { act, doubtsOf } from '../../reading.ts';

/** A shell as somebody else. */

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
