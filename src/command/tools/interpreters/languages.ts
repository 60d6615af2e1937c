import { UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import type { Language } from './languages-table.ts';
import { builds, runsCode, runsScript, runsStdin } from './scripts.ts';

/** An interpreter's own options, then code, a file or stdin. */
export function language(tool: string, by: Language, argv: readonly string[], context: ReadContext): Reading {
  const perl = tool === 'perl' ? inPlace(argv, context) : undefined;
  if (perl) return perl;
  let at = 1;
  for (; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (by.code.test(arg)) return code(tool, argv[at + 1], argv.slice(at + 2));
    const glued = /^(--(?:eval|print|run))=([\s\S]*)$/.exec(arg);
    if (glued !== null && by.code.test(glued[1] as string)) return code(tool, glued[2], argv.slice(at + 1));
    if (by.checks?.test(arg)) return checks(tool, argv.slice(at + 1), context);
    if (by.tests?.test(arg)) return builds(tool, arg.replace(/^-+/, ''), context);
    if (by.values?.test(arg)) at++;
    else if (!by.flags.test(arg) && !by.verb?.test(arg)) break;
  }
  const word = argv[at];
  if (word === undefined || word === '-') return runsStdin(tool, argv.slice(at + 1), context);
  // An option gate does not know may load other code, or change which word is the script.
  if (word.startsWith('-') || word.startsWith(UNRESOLVED)) return runsCode(tool, '', []);
  return runsScript(tool, word, context);
}

function code(tool: string, text: string | undefined, rest: readonly string[]): Reading {
  if (text === undefined) return runsCode(tool, '', []);
  if ((tool === 'node' || tool === 'bun') && isHarmlessNode(text) && !rest.some((word) => word.startsWith('-')))
    return { actions: [act(tool, tool, ['read'])], settled: true };
  return runsCode(tool, text, rest);
}

function checks(tool: string, rest: readonly string[], context: ReadContext): Reading {
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0 || file.startsWith('-')) return runsCode(tool, '', []);
  return { actions: [act(tool, tool, ['read'], { resource: fileAt(file, context.cwd) })] };
}

const LONGEST = 1000;

/** A number, a word, the version, or a field of a JSON file: computed or printed. */
const VALUE =
  /^(?:[\d\s+*/().%-]+|'[^'\\$]*'|"[^"\\$]*"|process\.(?:version|versions(?:\.\w+)?|platform|arch)|require\((['"])(?:\.{0,2}\/)?[\w@./-]+\.json\1\)(?:\.(?!constructor)[A-Za-z]\w*|\[['"][\w@./-]+['"]\])*|JSON\.stringify\(require\((['"])(?:\.{0,2}\/)?[\w@./-]+\.json\2\)(?:\.(?!constructor)[A-Za-z]\w*)*\))$/;

function isHarmlessNode(text: string): boolean {
  if (text.length > LONGEST) return false;
  const printed = /^\s*(?:console\.log\(([\s\S]*)\)|([\s\S]*?))\s*;?\s*$/.exec(text);
  const value = (printed?.[1] ?? printed?.[2] ?? '').trim();
  return (
    value.length < 500 &&
    VALUE.test(value) &&
    !/\.\.\/\.\.|constructor/.test(value) &&
    !namesSecretFile(value.replace(/['")\]]+/g, ' ').trim())
  );
}

/** `s/a/b/g` and the like: text in, text out. No `e`, no code inside a pattern, no name that is looked up. */
const SUBSTITUTION =
  /^\s*(?:(?:s|tr|y)([/|#,:!])(?:(?!\1)[^\\\n@`]|\\.)*\1(?:(?!\1)[^\\\n@`]|\\.)*\1[gimsxcd]*\s*;?\s*)+$/;

/** `perl -pi -e 's/a/b/' FILE`: an edit like that of sed; without `-i` it only prints. */
function inPlace(argv: readonly string[], context: ReadContext): Reading | undefined {
  const texts: string[] = [];
  const files: string[] = [];
  let edits = false;
  let prints = false;
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    const options = /^-([0-7npli]*?)(i(?:\.\w+|~)?)?(e?)$/.exec(arg);
    if (arg.length > 1 && options !== null && files.length === 0) {
      if (options[2] !== undefined || options[1]?.includes('i')) edits = true;
      if (options[1]?.includes('p')) prints = true;
      if (options[3] === 'e') texts.push(argv[++at] ?? '');
    } else if (arg.startsWith('-') && arg !== '-') return undefined;
    else files.push(arg);
  }
  const isPlain = texts.every(
    (text) => text.length < LONGEST && SUBSTITUTION.test(text) && !/\(\?\??\{|\$\{|\$\(|[$]ENV/.test(text),
  );
  if (!prints || texts.length === 0 || !isPlain || files.some((file) => file.includes('|') || /^[<>]/.test(file)))
    return undefined;
  const secret = files.some(namesSecretFile);
  const effects = edits ? (['write'] as const) : (['read'] as const);
  const all = secret ? [...effects, 'secret' as const] : effects;
  if (files.length === 0 || files.length > 64) return { actions: [act('perl', 'perl', all)] };
  return { actions: files.map((file) => act('perl', 'perl', all, { resource: fileAt(file, context.cwd) })) };
}
