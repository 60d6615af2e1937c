import type { Effect } from '../../action.ts';
import { optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { GRAMMARS, localRuns, placeOf, settingsOf } from './client.ts';

export const reader: Reader = {
  names: ['ssh-keygen', 'ssh-add', 'ssh-agent', 'ssh-copy-id', 'ssh-keyscan'],
  read,
};

function read(argv: readonly string[], context: ReadContext): Reading {
  switch (programOf(argv[0] ?? '').base) {
    case 'ssh-keygen':
      return keygen(argv, context);
    case 'ssh-add':
      return add(argv, context);
    case 'ssh-agent':
      return agent(argv);
    case 'ssh-copy-id':
      return copyId(argv);
    default:
      return keyscan(argv);
  }
}

/** What ssh-keygen does by the option that chooses it; without one it makes a key. */
const MODES: readonly (readonly [option: string, effects: readonly Effect[]])[] = [
  ['R', ['write']],
  ['H', ['write']],
  ['A', ['write']],
  ['p', ['write']],
  ['c', ['write']],
  ['M', ['write']],
  ['k', ['write']],
  ['s', ['privilege', 'write']],
  ['K', ['secret', 'write']],
  // It unlocks a private key, though it prints only the public half.
  ['y', ['read', 'secret']],
  ['e', ['read', 'secret']],
  ['i', ['read', 'secret']],
  ['l', ['read']],
  ['L', ['read']],
  ['B', ['read']],
  ['F', ['read']],
  ['Q', ['read']],
  ['r', ['read']],
];

function keygen(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMARS.of('ssh-keygen'));
  const secrets = ['N', 'P']
    .flatMap((option) => found.options.get(option) ?? [])
    .filter((value) => value !== '' && !value.includes(UNRESOLVED));
  const doubts = [...doubtsOf(found)];
  if (found.options.has('D') || found.options.has('w')) doubts.push('it loads a library');
  const signing = optionValue(found, 'Y');
  const mode = MODES.find(([option]) => found.options.has(option));
  const effects: readonly Effect[] =
    signing !== undefined ? (signing === 'sign' ? ['write'] : ['read']) : (mode?.[1] ?? ['write']);
  const known = mode?.[0] === 'R' || mode?.[0] === 'H' ? `${context.home}/.ssh/known_hosts` : undefined;
  const file = optionValue(found, 'f')?.replace(/^~\//, `${context.home}/`) ?? known ?? defaultKey(found, context);
  const action = act('ssh-keygen', 'ssh-keygen', effects, { resource: fileAt(file, context.cwd) });
  return withDoubt({ actions: [action], secrets }, doubts);
}

function defaultKey(found: Scan, context: ReadContext): string {
  const type = (optionValue(found, 't') ?? 'ed25519').replace('-sk', '_sk');
  return `${context.home}/.ssh/id_${type}`;
}

function add(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMARS.of('ssh-add'));
  const { options } = found;
  const doubts = [...doubtsOf(found)];
  if (options.has('s') || options.has('S')) doubts.push('it loads a library');
  const effects: readonly Effect[] =
    options.has('l') || options.has('L') || options.has('T')
      ? ['read']
      : options.has('d') || options.has('D') || options.has('e')
        ? ['destroy']
        : options.has('x') || options.has('X')
          ? ['write']
          : ['privilege'];
  const [file] = found.positionals;
  const action = act('ssh-add', 'ssh-add', effects, {
    resource: file === undefined ? {} : fileAt(file, context.cwd),
    scope: { reach: 'machine' },
  });
  return withDoubt({ actions: [action], pins: ['SSH_AUTH_SOCK'] }, doubts);
}

/** With a command behind its options it is a wrapper around it. */
function agent(argv: readonly string[]): Reading {
  const found = scan(argv, 1, GRAMMARS.of('ssh-agent'), true);
  const command = argv.slice(found.end);
  const action = act('ssh-agent', 'ssh-agent', ['write'], { scope: { reach: 'machine' } });
  const runs = command.length === 0 ? [] : [{ argv: command, via: 'ssh-agent' }];
  return { ...withDoubt({ actions: [action] }, doubtsOf(found)), runs };
}

function copyId(argv: readonly string[]): Reading {
  const found = scan(argv, 1, GRAMMARS.of('ssh-copy-id'));
  const settings = settingsOf([found]);
  const [host] = found.positionals;
  const doubts = [...doubtsOf(found), ...settings.doubts];
  if (host === undefined) {
    const asked = found.options.has('h') && found.unknown.length === 0;
    return { actions: [asked ? act('ssh-copy-id', 'ssh-copy-id', ['read']) : unknownAction('ssh-copy-id')] };
  }
  const place = placeOf(host, found);
  const effects: readonly Effect[] = found.options.has('n') ? ['execute'] : ['privilege'];
  const action = act('ssh-copy-id', 'ssh-copy-id', effects, {
    scope: fields({ host: place.host, user: place.user, port: place.port }),
  });
  return { ...withDoubt({ actions: [action] }, doubts), runs: localRuns(settings, 'ssh-copy-id') };
}

function keyscan(argv: readonly string[]): Reading {
  const found = scan(argv, 1, GRAMMARS.of('ssh-keyscan'));
  const [host] = found.positionals;
  return withDoubt(
    {
      actions: [
        act('ssh-keyscan', 'ssh-keyscan', ['read'], { scope: fields({ host, port: optionValue(found, 'p') }) }),
      ],
    },
    doubtsOf(found),
  );
}
