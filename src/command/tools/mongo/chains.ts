/**
 * Reads the one kind of JavaScript that gate understands for mongosh: chains of names and calls whose arguments are
 * literals, `db.users.find({ a: 1 }).limit(5)`. Everything else that JavaScript can say is not understood.
 */
export interface Step {
  readonly name: string;
  /** The text between the parentheses; absent when it is not called. */
  readonly args?: string;
}

/** A chain, or a line of the shell's own: `show dbs`, `use shop`. */
export type Statement = { readonly steps: readonly Step[] } | { readonly line: string };

/** Functions that only print what they are given. */
const PRINTERS = /^(printjson|printjsononeline|print|tojson|EJSON\.stringify|JSON\.stringify|console\.log)$/;

/** Values of MongoDB that look like calls. */
const VALUES =
  /^(ObjectId|ISODate|Date|NumberInt|NumberLong|NumberDecimal|Int32|Long|Double|Decimal128|UUID|Timestamp|BinData|HexData|MD5|MinKey|MaxKey|RegExp)$/;

/** The statements of a text; undefined when it says anything else. */
export function statementsOf(text: string): readonly Statement[] | undefined {
  const statements: Statement[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const own = /^(show|use|help|it)\b[ \t]*([\w.-]*)[ \t]*;?(?=\n|$)/.exec(text.slice(at, at + 200));
    if (own !== null) {
      statements.push({ line: own[0].replace(/;$/, '').trim() });
      at = skip(text, at + own[0].length);
      continue;
    }
    const found = expression(text, at, 0);
    if (found === undefined) return undefined;
    statements.push({ steps: found.steps });
    at = skip(text, found.end);
    // A statement ends with a semicolon, its line, or the text.
    if (at < text.length && !/[;\n\r\u2028\u2029]/.test(text.slice(found.end, at))) return undefined;
  }
  return statements;
}

/** Every end of a line that JavaScript knows. */
const LINE_END = /[\n\r\u2028\u2029]/g;

/** Past white space, semicolons and comments. */
function skip(text: string, from: number): number {
  let at = from;
  for (;;) {
    const char = text[at];
    if (char !== undefined && ' \t\n\r\u2028\u2029;'.includes(char)) at++;
    else if (text.startsWith('//', at)) {
      LINE_END.lastIndex = at;
      at = LINE_END.exec(text)?.index ?? text.length;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) return text.length;
      at = end + 2;
    } else return at;
  }
}

const NAME = /[A-Za-z_$][\w$]*/y;
const MEMBER = /\s*\.\s*([A-Za-z_$][\w$]*)/y;
const INDEX = /\s*\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\]/y;

interface Found {
  readonly steps: readonly Step[];
  readonly end: number;
}

function expression(text: string, from: number, depth: number): Found | undefined {
  if (depth > 4) return undefined;
  NAME.lastIndex = from;
  const first = NAME.exec(text)?.[0];
  if (first === undefined) return undefined;
  const steps: { name: string; args?: string }[] = [{ name: first }];
  let at = from + first.length;
  for (;;) {
    MEMBER.lastIndex = at;
    INDEX.lastIndex = at;
    const member = MEMBER.exec(text);
    const index = member === null ? INDEX.exec(text) : null;
    if (member !== null || index !== null) {
      const [whole] = (member ?? index) as RegExpExecArray;
      steps.push({ name: member?.[1] ?? index?.[1] ?? index?.[2] ?? '' });
      at += whole.length;
    } else if (text[at] === '(') {
      const last = steps.at(-1) as { name: string; args?: string };
      if (last.args !== undefined) return undefined;
      if (PRINTERS.test(steps.map(({ name }) => name).join('.'))) return printed(text, at, depth);
      const end = literals(text, at + 1);
      if (end === undefined) return undefined;
      last.args = text.slice(at + 1, end);
      at = end + 1;
    } else return { steps, end: at };
  }
}

/** `printjson(db.users.findOne())`: what is inside counts. */
function printed(text: string, open: number, depth: number): Found | undefined {
  const start = skip(text, open + 1);
  const inside = expression(text, start, depth + 1);
  if (inside !== undefined) {
    const close = skip(text, inside.end);
    if (text[close] === ')') return { steps: inside.steps, end: close + 1 };
  }
  const end = literals(text, open + 1);
  return end === undefined ? undefined : { steps: [{ name: 'print', args: '' }], end: end + 1 };
}

const WORD = /[A-Za-z_$][\w$.]*/y;
const NUMBER = /-?(?:\d[\w.]*|\.\d+)/y;
const REGULAR = /\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** The end of arguments that are literals; undefined when anything in them could run. */
function literals(text: string, from: number): number | undefined {
  const closers: string[] = [')'];
  let at = from;
  while (at < text.length) {
    const char = text[at] as string;
    if (/[\s,:]/.test(char)) at++;
    else if (char === '{' || char === '[') {
      closers.push(char === '{' ? '}' : ']');
      at++;
    } else if (char === closers.at(-1)) {
      closers.pop();
      if (closers.length === 0) return at;
      at++;
    } else if (char === '"' || char === "'") {
      const end = stringEnd(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else {
      const next = atom(text, at);
      if (next === undefined) return undefined;
      if (text[next] === '(') {
        if (!VALUES.test(text.slice(at, next).replace(/^new\s+/, ''))) return undefined;
        closers.push(')');
        at = next + 1;
      } else at = next;
    }
  }
  return undefined;
}

/** The end of a name, a number or a regular expression. */
function atom(text: string, at: number): number | undefined {
  const from = text.startsWith('new ', at) ? at + 4 : at;
  for (const pattern of [WORD, NUMBER, REGULAR]) {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (found === null) continue;
    // A word with a dot in it is a member of something; only calls of values go on.
    return found[0].includes('.') && pattern === WORD ? undefined : from + found[0].length;
  }
  return undefined;
}

function stringEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '\n') return undefined;
    else if (text[at] === text[from]) return at + 1;
  }
  return undefined;
}
