import { everyOutline, type Outline, type OutlineOption } from '../outline.ts';
import { DESCRIPTION, ENVIRONMENT, EXAMPLES, EXIT_STATUS, FILES, NAME, STATUSES } from './prose.ts';
import { bold, code, definition, heading, italic, paragraph, plain, subheading } from './roff.ts';

/**
 * The manual page gate(1), for man(1) and mandoc(1): options and subcommands from their declarations, the rest from
 * `prose.ts`. It holds no date, so that the same source makes the same page.
 */
export function manualPage(root: Outline, version: string): string {
  const below = everyOutline(root).slice(1);
  return [
    `.TH GATE 1 "" ${plain(`"gate ${version}"`)} "User Commands"\n`,
    heading('NAME'),
    `gate ${plain('-')} ${plain(NAME)}\n`,
    heading('SYNOPSIS'),
    ...root.usage.map((usage) => synopsis(['gate'], usage)),
    '.br\n',
    `${bold('gate')} ${italic('SUBCOMMAND')} ...\n`,
    heading('DESCRIPTION'),
    ...DESCRIPTION.map(paragraph),
    heading('OPTIONS'),
    ...root.options.map(optionEntry),
    heading('SUBCOMMANDS'),
    ...below.map(subcommand),
    heading('EXIT STATUS'),
    ...EXIT_STATUS.map(paragraph),
    ...STATUSES.map(([status, meaning]) => definition(bold(String(status)), meaning)),
    heading('ENVIRONMENT'),
    ...ENVIRONMENT.map(([name, text]) => definition(bold(name), text)),
    heading('FILES'),
    ...FILES.map(([path, text]) => definition(italic(path), text)),
    heading('EXAMPLES'),
    ...EXAMPLES.map(([line, text]) => `${paragraph(text)}${code(line)}`),
  ]
    .join('')
    .replaceAll(/^(\.SH .*\n)\.PP\n/gm, '$1');
}

function subcommand({ words, summary, usage, options, subcommands }: Outline): string {
  const own = options.filter(({ long }) => long !== '--help');
  const lines = usage.map((line) => line.replace(' [command]', ''));
  // A word that only leads on to others has no line of its own to type.
  const group = subcommands.length > 0 && own.length === 0;
  const forms = group ? ['SUBCOMMAND'] : lines.map((line) => (own.length > 0 ? line : line.replace('[options]', '')));
  return [
    subheading(['gate', ...words].join(' ')),
    `${plain(sentence(summary))}\n.PP\n`,
    forms.map((form) => synopsis(['gate', ...words], form.trim())).join('.br\n'),
    ...own.map(optionEntry),
  ].join('');
}

function synopsis(words: readonly string[], usage: string): string {
  const parts = usage.split(' ').map((word) => (/^[-<[]*--/.test(word) ? bold(word) : italic(word)));
  return `${bold(words.join(' '))} ${parts.join(' ')}\n`.replace(/ +\n$/, '\n');
}

function optionEntry({ short, long, value, choices, needed, summary }: OutlineOption): string {
  const spellings = [short, long].filter((each) => each !== undefined).map(bold);
  const term = `${spellings.join(', ')}${value === undefined ? '' : ` ${italic(value)}`}`;
  const notes = [...(needed ? ['must be given'] : []), ...(choices.length > 0 ? [`one of ${choices.join(', ')}`] : [])];
  return definition(term, `${summary}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
}
