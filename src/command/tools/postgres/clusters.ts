import type { Action, Effect } from '../../action.ts';
import { Names } from '../../names.ts';
import type { Reading } from '../../reader.ts';
import { act, unknownAction } from '../../reading.ts';

const PRINTS = new Names('--help -? -h --version -V');

/** The server itself, Debian's programs around it, and pgcli: no `--help` of the installed PostgreSQL lists these. */
export function cluster(program: string, argv: readonly string[]): Reading {
  const args = argv.slice(1);
  const make = (operation: string, effects: readonly Effect[]): Action =>
    act(program, operation, effects, { scope: { reach: 'machine' } });
  if (args.length === 1 && PRINTS.has(args[0] as string)) return { actions: [act(program, 'help', ['read'])] };
  const operands = args.filter((arg) => !arg.startsWith('-'));
  const plain = operands.length === args.length;
  switch (program) {
    case 'pg_lsclusters':
      return { actions: [make(program, ['read'])] };
    case 'pg_ctlcluster': {
      const verb = operands[2] ?? '';
      if (verb === 'status' && plain) return { actions: [make('status', ['read'])] };
      const known = new Names('start stop restart reload promote').has(verb);
      return { actions: [make(verb === '' ? program : verb, known ? ['write'] : ['unknown'])] };
    }
    case 'pg_createcluster':
      return { actions: [make(program, ['write'])] };
    case 'pg_dropcluster':
      return { actions: [make(program, ['destroy'])] };
    case 'pg_conftool': {
      const verb = operands.find((word) => /^(show|set|remove|edit)$/.test(word)) ?? '';
      if (verb === 'edit') return { actions: [make(verb, ['execute', 'unknown'])] };
      return { actions: [verb === '' ? unknownAction(program) : make(verb, verb === 'show' ? ['read'] : ['write'])] };
    }
    case 'pg_test_timing':
      return {
        actions: [
          make(program, args.every((arg) => /^(-d|--duration(=\d+)?|\d+)$/.test(arg)) ? ['read'] : ['unknown']),
        ],
      };
    case 'pg_test_fsync':
      // It measures by writing a file of its own, or the one that is named.
      return { actions: [make(program, ['write'])] };
    case 'pg_upgrade':
      // It runs the programs of both versions from the directories it is given.
      return { actions: [make(program, ['write', 'execute'])] };
    case 'pgcli':
      return { actions: [act(program, 'session', ['execute', 'unknown'], { scope: { reach: 'remote' } })] };
    default:
      // A server with settings of its own may run what they name.
      return { actions: [make(program, ['execute', 'unknown'])] };
  }
}
