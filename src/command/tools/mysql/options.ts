import type { Grammar, Option } from '../../options.ts';
import { OPTIONS } from './options-table.ts';

const grammars = new Map<string, Grammar>();

/** The options of one program around MySQL, by MySQL's rules: `--skip-x`, `--x=0`, underscores for dashes. */
export function grammarOf(program: string): Grammar {
  let found = grammars.get(program);
  if (found === undefined) {
    found = build(program);
    grammars.set(program, found);
  }
  return found;
}

function build(program: string): Grammar {
  const options = new Map<string, Option>();
  const table = OPTIONS[program];
  const add = (list: string, takes: Option['takes']): void => {
    for (const item of list.split(' ')) {
      const spellings = item.split('/');
      const name = (spellings.at(-1) ?? '').replace(/^--/, '');
      for (const spelling of spellings) {
        const long = spelling.startsWith('--');
        options.set(spelling, { name, takes: takes === 'nothing' && long ? 'optional' : takes, many: true });
        if (takes !== 'nothing' || !long) continue;
        for (const prefix of ['skip', 'disable', 'enable'])
          options.set(`--${prefix}-${name}`, { name: `${prefix}-${name}`, takes: 'optional', many: true });
      }
    }
  };
  add(table?.flags ?? '', 'nothing');
  add(table?.optional ?? '', 'optional');
  add(table?.values ?? '', 'value');
  add(EVERYWHERE.flags, 'nothing');
  add(EVERYWHERE.values, 'value');
  options.delete('');
  return { style: 'getopt', options };
}

/** Every program reads option files; their help tells of these apart from the others. */
const EVERYWHERE = {
  flags: '--no-defaults --print-defaults',
  values: '--defaults-file --defaults-extra-file --defaults-group-suffix --login-path',
};

/** Underscores in the names of options are dashes. */
export function plainArguments(argv: readonly string[]): readonly string[] {
  return argv.map((arg) => {
    if (!arg.startsWith('--') || !arg.includes('_')) return arg;
    const equals = arg.indexOf('=');
    return equals < 0 ? arg.replaceAll('_', '-') : arg.slice(0, equals).replaceAll('_', '-') + arg.slice(equals);
  });
}
