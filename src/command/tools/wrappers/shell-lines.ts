import { grammar, optionValue, scan } from '../../options.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, doubtsOf, fileAt, unseen } from '../../reading.ts';

/** Programs whose words become a line for a shell. */

const WATCH = grammar('getopt', {
  flags:
    '-b/--beep -c/--color -C/--no-color -e/--errexit -g/--chgexit -p/--precise -t/--no-title -w/--no-wrap -x/--exec -r -h/--help -v/--version',
  many: '-n/--interval -q/--equexit -s/--shotsdir',
  optional: '-d/--differences',
});

/** The words watch repeats: without -x they are joined and given to a shell. */
export function watch(argv: readonly string[]): Reading {
  const found = scan(argv, 1, WATCH, true);
  const words = argv.slice(found.end);
  const doubts = doubtsOf(found);
  if (words.length === 0 || doubts.length > 0) return unseen('watch', doubts[0] ?? 'nothing to watch');
  const command = found.options.has('exec') ? words : ['sh', '-c', words.join(' ')];
  return { actions: [], runs: [{ argv: command, via: 'watch' }] };
}

const SCRIPT = grammar('getopt', {
  flags: '-a/--append -e/--return -f/--flush -q/--quiet --force -h/--help -V/--version',
  many: '-c/--command -E/--echo -I/--log-in -O/--log-out -B/--log-io -T/--log-timing -m/--logging-format -o/--output-limit',
  optional: '-t/--timing',
});

/** The line of `script -c`, and the file it records to; without a line it opens a shell. */
export function script(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, SCRIPT);
  const line = optionValue(found, 'command');
  const file = found.positionals[0] ?? optionValue(found, 'log-out') ?? 'typescript';
  const writes =
    file === '/dev/null' ? [] : [act('script', 'script', ['write'], { resource: fileAt(file, context.cwd) })];
  const doubts = doubtsOf(found);
  if (line === undefined || doubts.length > 0 || found.positionals.length > 1) {
    return unseen('script', 'script opens a shell');
  }
  return { actions: writes, runs: [{ argv: ['sh', '-c', line], via: 'script -c' }] };
}
