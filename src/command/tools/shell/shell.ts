import { grammar, optionValue, scan, UNRESOLVED } from '../../options.ts';
import { absolute, programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, inputOf, unseen, withDoubt } from '../../reading.ts';
import { readScript } from './script.ts';
import { NONE_GIVEN } from './variables.ts';
import type { Dialect } from './walk.ts';

/** Shells: the text of `-c`, of a script file or of stdin is read as bash reads it, and every command inside is judged. */
export const reader: Reader = { names: ['sh', 'bash', 'dash', 'zsh', 'ksh', 'mksh', 'ash', 'rbash'], read };

const OPTIONS = grammar('getopt', {
  flags:
    '-a -b -c -e -f -h -k -l/--login -m -n -p -r/--restricted -s -t -u -v/--verbose -x -B -C -E -H -P -T -D ' +
    '--noprofile --norc --posix --noediting --protected --wordexp --help --version -i',
  many: '-o -O --rcfile --init-file',
});

function read(argv: readonly string[], context: ReadContext): Reading {
  const shell = programOf(argv[0] ?? '').base;
  const dialect: Dialect = {
    shell,
    bash: shell === 'bash' || shell === 'rbash' || shell === 'zsh' || shell === 'ksh' || shell === 'mksh',
  };
  const found = scan(plusOptions(argv), 1, OPTIONS, true);
  const rest = argv.slice(found.end);
  const doubts = [...doubtsOf(found)];
  if (found.options.has('rcfile') || found.options.has('init-file'))
    doubts.push('a start file of the caller runs first');
  if (found.options.has('help') || found.options.has('version')) return { actions: [act(shell, shell, ['read'])] };
  if (found.options.has('k')) doubts.push('-k turns arguments into assignments');

  if (found.options.has('c')) {
    const [text, ...named] = rest;
    if (text === undefined || text.includes(UNRESOLVED))
      return unseen(shell, 'the text it runs is only known when it runs');
    return finished(text, dialect, argumentsOf(named), context, doubts);
  }
  if (rest.length > 0 && !found.options.has('s')) return script(rest, dialect, context, doubts);
  return fromStdin(
    shell,
    dialect,
    rest,
    context,
    doubts,
    found.options.has('i') || optionValue(found, 's') !== undefined,
  );
}

/**
 * The word after the text is `$0`; any number from elsewhere may stand for that one and for more. Without any there are
 * none here, but such a text is often a piece of a script that has some: `$1` is then not known.
 */
function argumentsOf(named: readonly string[]): readonly string[] {
  if (named.length === 0) return NONE_GIVEN;
  return named[0] === UNRESOLVED ? named : named.slice(1);
}

/** `+x` switches an option off; it changes nothing about what runs. */
function plusOptions(argv: readonly string[]): readonly string[] {
  return argv.some((arg) => arg.startsWith('+'))
    ? argv.map((arg, index) => (index > 0 && /^\+[a-zA-Z]$/.test(arg) ? '-e' : arg))
    : argv;
}

const MOST_SUBSTITUTIONS = 1000;

function finished(
  text: string,
  dialect: Dialect,
  args: readonly string[] | undefined,
  context: ReadContext,
  doubts: readonly string[],
): Reading {
  // Each opens a text of its own to read, and reading them takes time by the square of the depth.
  if ((text.match(/\$\(|`|[<>]\(/g)?.length ?? 0) > MOST_SUBSTITUTIONS)
    return unseen(dialect.shell, `the text holds more than ${MOST_SUBSTITUTIONS} substitutions`);
  const reading = readScript(text, dialect, args, context);
  const more =
    dialect.shell === 'zsh' && /[*?~=(){}#^]/.test(text)
      ? [...doubts, 'zsh reads some of these characters in its own way']
      : doubts;
  if (more.length === 0) return reading;
  const actions = [...reading.actions, act(dialect.shell, dialect.shell, ['unknown'])];
  return withDoubt({ ...reading, actions }, more);
}

function script(rest: readonly string[], dialect: Dialect, context: ReadContext, doubts: readonly string[]): Reading {
  const [path = '', ...args] = rest;
  const known = !/[\0\u0001]/.test(path);
  // An earlier command of the same line may have written it anew.
  const snapshot = known && context.changed !== true ? context.files.read(path) : undefined;
  const input = inputOf('script', path, snapshot);
  if (snapshot?.bytes === undefined || snapshot.bytes.includes(0)) {
    const full = known ? absolute(path, context.cwd) : '';
    const resource = { kind: 'script', ...(full.startsWith('/') && { path: full }) };
    return {
      actions: [act(dialect.shell, dialect.shell, ['execute', 'unknown'], { resource })],
      inputs: [input],
      notes: ['the script it runs cannot be read'],
    };
  }
  const reading = finished(Buffer.from(snapshot.bytes).toString('utf8'), dialect, args, context, doubts);
  return { ...reading, inputs: [...(reading.inputs ?? []), input] };
}

function fromStdin(
  shell: string,
  dialect: Dialect,
  args: readonly string[],
  context: ReadContext,
  doubts: readonly string[],
  interactive: boolean,
): Reading {
  const spooled = context.files.stdin();
  if ((context.stdin === 'null' || context.stdin === 'closed') && !interactive)
    return { actions: [act(shell, shell, ['read'])] };
  const input = inputOf('script', '-', spooled);
  if (spooled?.bytes === undefined) {
    const reading = unseen(
      shell,
      context.stdin === 'terminal' ? 'an interactive shell' : 'it runs what comes in on stdin',
    );
    return context.stdin === 'terminal' ? reading : { ...reading, inputs: [input] };
  }
  const reading = finished(
    Buffer.from(spooled.bytes).toString('utf8'),
    dialect,
    args,
    { ...context, stdin: 'pipe' },
    doubts,
  );
  return { ...reading, inputs: [...(reading.inputs ?? []), input] };
}
