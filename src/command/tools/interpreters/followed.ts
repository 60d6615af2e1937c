import { UNRESOLVED } from '../../options.ts';
import type { Run } from '../../reader.ts';

/**
 * The commands that a piece of code names literally: `os.system('rm x')`, `execSync("rm x")`, `system "rm", "x"`,
 * backticks. They are judged beside the code itself, which stays unknown: this finds what is plain to see and nothing
 * more.
 */
export function followed(tool: string, source: string, args: readonly string[]): readonly Run[] {
  if (source === '' || source.length > MOST_TEXT) return [];
  const code = decoded(source);
  const runs: Run[] = [];
  const add = (argv: readonly string[]): void => {
    if (argv.length > 0 && argv[0] !== '' && runs.length < MOST_CALLS) runs.push({ argv, via: tool });
  };
  for (const match of code.matchAll(CALL)) {
    const name = match[1] as string;
    const found = argumentsAt(code, match.index + match[0].length);
    if (found !== undefined) for (const argv of commandsOf(name, found)) add(argv);
    // `exec @ARGV`, `system(*ARGV)`: what stands behind the code is the command.
    else if (/^\s*\(?\s*[@*]ARGV/.test(code.slice(match.index + match[0].length, match.index + match[0].length + 20)))
      add(args[0] === '--' ? args.slice(1) : args);
  }
  if (/^(perl|ruby|php)/.test(tool))
    for (const [, line = '', other = ''] of code.matchAll(/`([^`]+)`|(?:\bqx|%x)\s*[{([]([^})\]]+)[})\]]/g))
      add(['sh', '-c', line || other]);
  if (/^(tclsh|expect|wish)/.test(tool))
    for (const [, line = ''] of code.matchAll(/(?:^|[;\n[{])\s*(?:exec|spawn|system)\s+([^;\n\]]+)/g))
      add(['sh', '-c', line]);
  return runs;
}

const MOST_TEXT = 64 * 1024;
const MOST_CALLS = 16;

/** Calls that start programs, in the libraries of Python, JavaScript, Perl, Ruby, PHP, Lua, Julia, R and awk. */
const CALL =
  /\b(system|system2|popen[234]?|run|call|check_call|check_output|Popen|getoutput|getstatusoutput|exec|execSync|execFile|execFileSync|execv|execve|execvp|execvpe|execl|execle|execlp|execlpe|spawn|spawnSync|spawnl|spawnlp|spawnv|spawnvp|posix_spawn|posix_spawnp|shell_exec|passthru|proc_open|pcntl_exec|execute|capture2|capture2e|capture3|popen2e|pipeline|create_subprocess_shell|create_subprocess_exec)\b/g;

/** `b64decode('...')` and `.decode()` around text: the text itself. */
function decoded(code: string): string {
  return code.replace(
    /(?:\w+\.)?(?:b64decode|decode64)\(\s*b?(['"])([A-Za-z0-9+/=\s]{1,8192})\1\s*\)(?:\.decode\([^()]{0,20}\))?|Buffer\.from\(\s*(['"`])([A-Za-z0-9+/=]{1,8192})\3\s*,\s*['"`]base64['"`]\s*\)(?:\.toString\([^()]{0,20}\))?|\batob\(\s*(['"`])([A-Za-z0-9+/=]{1,8192})\5\s*\)/g,
    (_, _a, python?: string, _b?: string, node?: string, _c?: string, browser?: string) =>
      JSON.stringify(Buffer.from(python ?? node ?? browser ?? '', 'base64').toString('utf8')),
  );
}

type Argument = string | readonly string[];

/** The literal arguments of a call, up to the first that is none; undefined when the first is none. */
function argumentsAt(code: string, from: number): readonly Argument[] | undefined {
  const found: Argument[] = [];
  let at = skip(code, from, /[\s(]/y);
  for (let count = 0; count < 64; count++) {
    const item = code[at] === '[' || code[at] === '(' ? listAt(code, at) : literalAt(code, at);
    if (item === undefined) break;
    found.push(item.value);
    at = skip(code, item.end, /\s/y);
    if (code[at] !== ',') break;
    at = skip(code, at + 1, /\s/y);
  }
  return found.length === 0 ? undefined : found;
}

function skip(code: string, from: number, what: RegExp): number {
  let at = from;
  what.lastIndex = at;
  while (what.test(code)) what.lastIndex = ++at;
  return at;
}

function listAt(code: string, from: number): { value: readonly string[]; end: number } | undefined {
  const value: string[] = [];
  let at = skip(code, from + 1, /[\s,]/y);
  while (code[at] !== ']' && code[at] !== ')') {
    const item = literalAt(code, at);
    if (item === undefined || value.length > 256) return undefined;
    value.push(item.value);
    at = skip(code, item.end, /[\s,]/y);
  }
  return { value, end: at + 1 };
}

/** One string; where code is put into it, nobody knows the text. */
function literalAt(code: string, from: number): { value: string; end: number } | undefined {
  const prefix = /[rbuf]{0,2}/iy;
  prefix.lastIndex = from;
  const letters = prefix.exec(code)?.[0] ?? '';
  const start = from + letters.length;
  const quote = code[start];
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  const triple = code.startsWith(quote.repeat(3), start);
  const close = triple ? quote.repeat(3) : quote;
  let value = '';
  for (let at = start + close.length; at < code.length; at++) {
    if (code.startsWith(close, at)) {
      const computed = (quote === '`' && value.includes('${')) || (/f/i.test(letters) && value.includes('{'));
      return { value: computed ? UNRESOLVED : value, end: at + close.length };
    }
    if (code[at] === '\\' && at + 1 < code.length) {
      const next = code[++at] as string;
      value += next === 'n' ? '\n' : next === 't' ? '\t' : next;
    } else value += code[at];
  }
  return undefined;
}

function commandsOf(name: string, [first, ...rest]: readonly Argument[]): readonly (readonly string[])[] {
  if (first === undefined) return [];
  if (typeof first !== 'string') return [first];
  const [second] = rest;
  if (Array.isArray(second)) return [/^(exec|spawn)v|^posix_spawn/.test(name) ? second : [first, ...second]];
  const strings = rest.filter((item) => typeof item === 'string');
  if (/^(exec|spawn)l/.test(name)) return [strings];
  if (/^(exec|spawn)v/.test(name)) return [];
  if (strings.length > 0 && /^(system|exec|spawn|capture|create_subprocess_exec|popen)/.test(name))
    return [[first, ...strings]];
  return [['sh', '-c', first]];
}
