import { type Grammar, grammar, type Scan, scan } from '../../options.ts';
import { KUBECTL_OPTIONS } from './options-table.ts';

/** A kubectl command line taken apart: the command path (`create secret generic`), and its options and operands. */
export interface Parsed {
  /** Undefined when the verb is not one of kubectl's own: then it is somebody's plugin. */
  readonly path: string | undefined;
  readonly found: Scan;
  readonly operands: readonly string[];
  /** What follows `--`. */
  readonly after: readonly string[];
}

const TABLE = new Map<string, readonly string[]>(
  KUBECTL_OPTIONS.trim()
    .split('\n')
    .map((line) => {
      const [path = '', ...columns] = line.split('|').map((column) => column.trim());
      return [path, columns];
    }),
);

const GLOBAL = grammarOf('*');
const cache = new Map<string, Grammar>();

function grammarOf(path: string, base?: Grammar): Grammar {
  const [flags = '', values = '', many = '', optional = ''] = TABLE.get(path) ?? [];
  return grammar('pflag', { flags, values, many, optional }, base);
}

function cached(path: string): Grammar {
  const known = cache.get(path);
  if (known) return known;
  const made = grammarOf(path, GLOBAL);
  cache.set(path, made);
  return made;
}

/** Verbs under another name. */
const ALIASES: Readonly<Record<string, string>> = {
  no: 'node',
  nodes: 'node',
  po: 'pod',
  pods: 'pod',
  deploy: 'deployment',
  ns: 'namespace',
  sa: 'serviceaccount',
  svc: 'service',
  cm: 'configmap',
  cj: 'cronjob',
  ing: 'ingress',
  pdb: 'poddisruptionbudget',
  pc: 'priorityclass',
  resourcequota: 'quota',
  use: 'use-context',
};

/** The command, its options and its operands; without a path when the verb is not one of kubectl. */
export function parseKubectl(argv: readonly string[]): Parsed {
  const at = verbAt(argv, 1);
  const verb = argv[at];
  if (verb === undefined) return { path: '', found: scan(argv, 1, GLOBAL), operands: [], after: [] };
  let path: string | undefined = TABLE.has(verb) && verb !== '*' ? verb : undefined;
  const rest = [...argv.slice(1, at), ...argv.slice(at + 1)];
  if (verb === 'help') return { path: 'help', found: scan(rest, 0, GLOBAL), operands: [], after: [] };
  if (path === undefined) return { path, found: scan(argv, at + 1, GLOBAL), operands: [], after: [] };
  let used = 0;
  for (;;) {
    // The word after the verb may be a command of its own: `rollout restart`, `create secret generic`.
    const found = scan(rest, 0, cached(path));
    const next: string | undefined = found.positionals[used];
    const beforeDash = found.dash === undefined || used < found.dash;
    const deeper: string | undefined = next !== undefined && beforeDash ? commandUnder(path, next) : undefined;
    if (deeper === undefined) {
      const dash = found.dash ?? found.positionals.length;
      return { path, found, operands: found.positionals.slice(used, dash), after: found.positionals.slice(dash) };
    }
    path = deeper;
    used++;
  }
}

function commandUnder(path: string, word: string): string | undefined {
  if (TABLE.has(`${path} ${word}`)) return `${path} ${word}`;
  const alias = Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined;
  return alias !== undefined && TABLE.has(`${path} ${alias}`) ? `${path} ${alias}` : undefined;
}

/** kubectl looks for its verb behind options; of one it does not know yet it takes the next word for the value. */
function verbAt(argv: readonly string[], from: number): number {
  for (let at = from; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg === '--') return at + 1;
    if (!arg.startsWith('-') || arg === '-') return at;
    const option = GLOBAL.options.get(arg);
    const short = arg[1] !== '-' && arg.length === 2;
    if (arg.includes('=')) continue;
    if (option === undefined ? short || arg.startsWith('--') : option.takes === 'value') at++;
  }
  return argv.length;
}
