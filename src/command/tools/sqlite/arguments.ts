import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';

/** The command line of sqlite3: options with one dash or two, anywhere; the first other word names the database. */
export interface Arguments {
  readonly database: string;
  readonly init?: string;
  /** `-cmd`, which run first. */
  readonly commands: readonly string[];
  readonly texts: readonly string[];
  /** What stands behind `-A`. */
  readonly archive?: readonly string[];
  readonly help: boolean;
  readonly doubts: readonly string[];
}

/** How many words follow each option, as `sqlite3 -help` of 3.40 and later lists them. */
const FLAGS = new Names(`append ascii bail batch box column csv deserialize echo header noheader html interactive json
line list markdown memtrace nofollow quote readonly safe stats table tabs zip unsafe-testing no-rowid-in-view escape`);
const ONE = new Names('maxsize mmap newline nonce nullvalue separator vfs');
const TWO = new Names('lookaside pagecache');

export function argumentsOf(argv: readonly string[]): Arguments {
  const commands: string[] = [];
  const texts: string[] = [];
  const doubts: string[] = [];
  let database: string | undefined;
  let init: string | undefined;
  let archive: readonly string[] | undefined;
  let help = false;
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (!arg.startsWith('-') || arg === '-') {
      if (arg.startsWith(UNRESOLVED)) doubts.push('a word is only known when it runs');
      if (database === undefined) database = arg;
      else texts.push(arg);
      continue;
    }
    const name = arg.replace(/^--?/, '');
    if (name === 'help' || name === 'version') help = true;
    else if (name === 'cmd') commands.push(argv[++at] ?? '');
    else if (name === 'init') init = argv[++at] ?? '';
    else if (name.startsWith('A')) {
      archive = [name.slice(1), ...argv.slice(at + 1)];
      // The archive's own words may name files in any order.
      break;
    } else if (ONE.has(name)) at++;
    else if (TWO.has(name)) at += 2;
    else if (!FLAGS.has(name)) doubts.push(`option ${arg} is not one gate knows`);
  }
  return {
    database: database ?? ':memory:',
    commands,
    texts,
    help,
    doubts,
    ...(init === undefined ? {} : { init }),
    ...(archive === undefined ? {} : { archive }),
  };
}
