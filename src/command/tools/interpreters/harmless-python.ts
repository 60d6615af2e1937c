import { Names } from '../../names.ts';
import type { ReadContext } from '../../reader.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { HARMLESS_ATTRIBUTES, HARMLESS_MODULES, SHARP } from './python-table.ts';

const MODULES = new Names(HARMLESS_MODULES);
const ATTRIBUTES = new Names(HARMLESS_ATTRIBUTES);
const SHARP_NAMES = new Names(SHARP);

const LONGEST = 2000;

const TOKEN =
  /\s+|#[^\n]*|([rRbBuUfF]{0,2})('''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")|(\.\s*)?([A-Za-z_]\w*)|\d[\w.]*|[-+*/%=<>!~&|^(){}[\],:;.@\\]/y;

/**
 * True for code that only computes and prints: imports of harmless modules, names, attributes from a list, files opened
 * for reading by a literal name. What the list does not hold makes the answer no; nothing is guessed.
 */
export function isHarmlessPython(code: string, context: ReadContext): boolean {
  if (code.length > LONGEST || /[^\x20-\x7e\n\t]/.test(code)) return false;
  const rest = withoutImports(code, context);
  if (rest === undefined) return false;
  const opened = withoutOpens(rest);
  return opened !== undefined && onlyComputes(opened);
}

/** The code without its imports; undefined when one is of a module that may do something, or that the project has too. */
function withoutImports(code: string, context: ReadContext): string | undefined {
  let clear = true;
  const isHarmless = (name: string): boolean => {
    if (!MODULES.has(name)) return false;
    const [top = ''] = name.split('.');
    // A file of that name in the directory comes before the library's.
    return [`${top}.py`, top, `${top}.pyc`].every((path) => context.files.realpath(path) === undefined);
  };
  const rest = code.replace(
    /(^|[;\n])[ \t]*(?:import[ \t]+([\w., \t]+?)|from[ \t]+([\w.]+)[ \t]+import[ \t]+([\w, \t]+?))[ \t]*(?=[;\n]|$)/g,
    (_, before: string, imported?: string, from?: string, names?: string) => {
      const modules = imported?.split(',') ?? [from ?? ''];
      for (const module of modules) {
        const [name = '', as, alias] = module.trim().split(/[ \t]+/);
        if (!isHarmless(name) || (as !== undefined && (as !== 'as' || !/^[a-z]\w*$/i.test(alias ?? '')))) clear = false;
        if (alias !== undefined && SHARP_NAMES.has(alias)) clear = false;
      }
      for (const name of names?.split(',') ?? []) if (!ATTRIBUTES.has(name.trim())) clear = false;
      return before;
    },
  );
  return clear && !/\bimport\b/.test(rest.replace(/'[^'\n]*'|"[^"\n]*"/g, '')) ? rest : undefined;
}

/** `open('file')` for reading, by a literal name that holds no secret. */
function withoutOpens(code: string): string | undefined {
  let clear = true;
  const rest = code.replace(
    /\bopen\(\s*(['"])([^'"\\\n]*)\1\s*(?:,\s*(['"])(r|rb|rt)\3\s*)?(?:,\s*encoding\s*=\s*(['"])[\w-]+\5\s*)?\)/g,
    (_, _quote: string, path: string) => {
      if (namesSecretFile(path)) clear = false;
      return 'opened';
    },
  );
  return clear ? rest : undefined;
}

/** Words of the language itself that may stand beside a name. */
const KEYWORDS = new Names(
  'and as assert async await break continue def del elif else except finally for from global if in is lambda not or pass raise return try while with yield class nonlocal',
);

function onlyComputes(code: string): boolean {
  TOKEN.lastIndex = 0;
  let at = 0;
  /** The name before, when nothing but blanks stands between: two of them are no Python, so the text is not understood. */
  let before: string | undefined;
  while (at < code.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(code);
    if (found === null) return false;
    const [text, prefix = '', string, dot, name] = found;
    at += text.length;
    if (string !== undefined) {
      // Code inside the braces of an f-string is code.
      if (/f/i.test(prefix) && /[{}]/.test(string)) {
        const inside = [...string.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part.replace(/[:!][^:!]*$/, ''));
        if (/\{\{|\}\}|\\/.test(string) || !inside.every((part) => !/['"]/.test(part) && onlyComputesNested(part)))
          return false;
      }
    } else if (name !== undefined) {
      if (name.startsWith('__')) return false;
      if (dot !== undefined ? !ATTRIBUTES.has(name) : SHARP_NAMES.has(name)) return false;
      if (before !== undefined && dot === undefined && !KEYWORDS.has(before) && !KEYWORDS.has(name)) return false;
    } else if (text === '\\') return false;
    if (text.trim() !== '') before = name;
    else if (text.includes('\n')) before = undefined;
  }
  return true;
}

function onlyComputesNested(code: string): boolean {
  return code.length < LONGEST && onlyComputes(code);
}
