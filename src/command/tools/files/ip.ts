import type { Effect, Scope } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import type { Reader, Reading } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';
import { type Known, scanLine, spellingsOf } from './scan.ts';

/** ip of iproute2: options, an object, a command; object and command may be shortened. */
export const reader: Reader = { names: ['ip'], read };

/** In the order in which iproute2 compares what it is given: the first that begins so is meant. */
const OBJECTS =
  'address addrlabel maddress route rule neighbor neighbour ntable ntbl link l2tp fou ila macsec tunnel tunl tuntap tap token tcpmetrics tcp_metrics monitor xfrm mroute mrule netns netconf vrf sr nexthop mptcp ioam help stats'.split(
    ' ',
  );

const READS = 'show list lst ls get help monitor identify pids list-id save showdump limits id'.split(' ');
const CHANGES = 'add set change chg replace append prepend attach up down enable disable restore endpoint token'.split(
  ' ',
);
const REMOVES = 'delete del flush remove reset'.split(' ');

const MACHINE: Scope = Object.freeze({ reach: 'machine' });

let known: ReadonlyMap<string, Known> | undefined;

function read(argv: readonly string[]): Reading {
  known ??= spellingsOf(
    '-4 -6 -0 -B -M -V/-Version -h/-human/-human-readable -s/-stats/-statistics -d/-details -l/-loops -r/-resolve -o/-oneline -t/-timestamp -ts/-tshort -a/-all -c/-color -br/-brief -j/-json -p/-pretty -iec -N/-Numeric -echo -force --help --version|-f/-family -n/-netns -b/-batch -rc/-rcvbuf -l|',
  );
  const line = scanLine(
    argv.map((arg) => (/^--[a-z0-9]+$/.test(arg) && !/^--(help|version)$/.test(arg) ? arg.slice(1) : arg)),
    1,
    known,
    { stops: true },
  );
  if (line.options.some(({ option }) => option.spellings.includes('-b'))) {
    return { actions: [unknownAction('ip', 'batch', { scope: MACHINE })], notes: ['ip takes commands from a file'] };
  }
  const doubts = line.unknown.map((option) => `option ${option} of ip is not one gate knows`);
  const [first = 'help', second, ...rest] = line.operands;
  const object = OBJECTS.find((name) => name.startsWith(first));
  const reads = (operation: string): Reading =>
    withDoubt({ actions: [act('ip', operation, ['read'], { scope: MACHINE })] }, doubts);
  if (object === undefined)
    return {
      actions: [unknownAction('ip', 'ip', { scope: MACHINE })],
      notes: [`ip has no object ${first.includes(UNRESOLVED) ? '?' : first}`],
    };
  if (second === undefined || object === 'help' || object === 'monitor') return reads(object);
  if ((object === 'netns' || object === 'vrf') && second.length > 0 && 'exec'.startsWith(second)) {
    const command = rest[0] === '-n' ? rest.slice(2) : rest.slice(1);
    return {
      actions: [act('ip', `${object} exec`, ['execute'], { scope: MACHINE })],
      runs: command.length > 0 ? [{ argv: command, via: `ip ${object} exec` }] : [],
    };
  }
  const effect = effectOf(object, second);
  if (effect === undefined) {
    const verb = second.includes(UNRESOLVED) ? '?' : second;
    return {
      actions: [unknownAction('ip', object, { scope: MACHINE })],
      notes: [`gate does not know ip ${object} ${verb}`],
    };
  }
  if (effect === 'read') return reads(object);
  const name = rest.includes('dev') ? rest[rest.indexOf('dev') + 1] : rest[0];
  const resource = name === undefined ? { kind: 'interface' } : { kind: 'interface', name };
  return withDoubt({ actions: [act('ip', `${object} ${second}`, [effect], { scope: MACHINE, resource })] }, doubts);
}

function effectOf(object: string, verb: string): Effect | undefined {
  if (READS.includes(verb)) return 'read';
  if (REMOVES.includes(verb)) return 'destroy';
  if (CHANGES.includes(verb)) return 'write';
  if (object === 'xfrm' && /^(state|policy|monitor)$/.test(verb)) return undefined;
  if (verb === '' || verb.includes(UNRESOLVED)) return undefined;
  // A shortened command: what every list agrees on. `s` is `set` for a link and `show` for the rest.
  const lists: readonly (readonly [Effect, readonly string[]])[] = [
    ['read', READS],
    ['write', CHANGES],
    ['destroy', REMOVES],
  ];
  const meant = lists.filter(([, verbs]) => verbs.some((name) => name.startsWith(verb))).map(([effect]) => effect);
  if (meant.length === 1) return meant[0];
  return meant.length > 1 && !meant.includes('destroy') ? (object === 'link' ? 'write' : undefined) : undefined;
}
