import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { isHarmlessPython } from './harmless-python.ts';
import { BUILDS, FLAGS, PROGRAMS, READS } from './python-table.ts';
import { builds, runsCode, runsScript, runsStdin } from './scripts.ts';

const BUILD_MODULES = new Names(BUILDS);
const READ_MODULES = new Names(READS);

/** `python`: its own options, then code, a module, a file or stdin. */
export function python(tool: string, argv: readonly string[], context: ReadContext): Reading {
  let at = 1;
  for (; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (/^(--version|-V|-VV|--help|-h|-\?|--help-env|--help-xoptions|--help-all)$/.test(arg))
      return { actions: [act(tool, tool, ['read'])] };
    if (FLAGS.test(arg) || /^--check-hash-based-pycs=/.test(arg) || /^-[WX]./.test(arg)) continue;
    if (arg === '-W' || arg === '-X') at++;
    else break;
  }
  const word = argv[at];
  if (word === undefined || word === '-') return runsStdin(tool, argv.slice(at + 1), context);
  const flagged = /^-[bBdEIOPqsSuvx]*([cm])([\s\S]*)$/.exec(word);
  if (flagged !== null) {
    const [, letter, glued = ''] = flagged;
    const value = glued === '' ? argv[at + 1] : glued;
    const rest = argv.slice(glued === '' ? at + 2 : at + 1);
    if (value === undefined) return runsCode(tool, '', []);
    return letter === 'c' ? code(tool, value, rest, context) : module(tool, value, rest, context);
  }
  // An option gate does not know may change which word is the script.
  if (word.startsWith('-') || word.startsWith(UNRESOLVED)) return runsCode(tool, '', []);
  return runsScript(tool, word, context);
}

function code(tool: string, text: string, rest: readonly string[], context: ReadContext): Reading {
  if (!text.includes(UNRESOLVED) && isHarmlessPython(text, context) && !rest.some(namesSecretFile))
    return { actions: [act(tool, tool, ['read'])], settled: true };
  return runsCode(tool, text, rest);
}

function module(tool: string, name: string, rest: readonly string[], context: ReadContext): Reading {
  const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  if (program !== undefined) return { actions: [], runs: [{ argv: [program, ...rest], via: `${tool} -m` }] };
  if (READ_MODULES.has(name)) return { actions: [act(tool, name, ['read'])] };
  if (BUILD_MODULES.has(name))
    return /^(--version|--help)$/.test(rest.join(' '))
      ? { actions: [act(tool, name, ['read'])] }
      : builds(tool, name, context);
  const operands = rest.filter((word) => !word.startsWith('-'));
  switch (name) {
    case 'json.tool': {
      const [input, output, ...more] = operands;
      const known = rest.every(
        (word) =>
          !word.startsWith('-') || /^--(sort-keys|json-lines|no-ensure-ascii|compact|tab|no-indent|help)$/.test(word),
      );
      if (!known || more.length > 0) return runsCode(tool, '', []);
      const secret = input !== undefined && namesSecretFile(input);
      if (output !== undefined && output !== '-')
        return { actions: [act(tool, name, ['write'], { resource: fileAt(output, context.cwd) })] };
      return {
        actions: [
          act(
            tool,
            name,
            secret ? ['read', 'secret'] : ['read'],
            input === undefined ? {} : { resource: fileAt(input, context.cwd) },
          ),
        ],
      };
    }
    case 'venv':
    case 'virtualenv':
      return {
        actions: (operands.length === 0 ? ['.'] : operands).map((path) =>
          act(tool, name, ['write'], { resource: fileAt(path, context.cwd) }),
        ),
      };
    case 'http.server':
      // It hands out the directory to whoever asks.
      return { actions: [act(tool, name, ['execute', 'export'], { scope: { reach: 'machine' } })] };
    case 'ensurepip':
      return { actions: [act(tool, name, ['write'], { scope: { reach: 'machine' } })] };
    default:
  }
  const path = `${name.replaceAll('.', '/')}`;
  const own = /^[\w.]+$/.test(name)
    ? [`${path}.py`, `${path}/__main__.py`].find((file) => context.files.realpath(file) !== undefined)
    : undefined;
  // A module of the project itself; any other may be one that was installed, and does what it does.
  if (own !== undefined) return runsScript(tool, absolute(own, context.cwd), context);
  return runsCode(tool, '', []);
}
