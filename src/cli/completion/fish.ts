import { everyOutline, type Outline, type OutlineOption } from '../outline.ts';
import { type Offer, offerFor, offerForOption } from './values.ts';

/** Completion for fish. After `--` the command completes as it does by itself. */
export function fishCompletion(root: Outline, version: string): string {
  const all = everyOutline(root);
  return `# fish completion of gate ${version}, printed by: gate completion fish

# The subcommand before the cursor; :command behind --, where a command of somebody's has begun.
function __gate_path
    set -l tokens (commandline -opc)
    set -l path ''
    set -l skip 0
    for token in $tokens[2..]
        if test $skip = 1
            set skip 0
            continue
        end
        if test "$token" = --
            contains -- "$path" '' explain; and echo :command; or echo :none
            return
        end
        switch $token
            case '-*'
                contains -- "$path $token" ${valued(all)}
                and set skip 1
            case '*'
                contains -- (string trim "$path $token") ${all
                  .filter(({ words }) => words.length > 0)
                  .map(({ words }) => quoted(words.join(' ')))
                  .join(' ')}
                and set path (string trim "$path $token")
        end
    end
    echo $path
end

function __gate_at
    test (__gate_path) = "$argv"
end

function __gate_words
    set -l tokens (commandline -opc)
    eval (string escape -- (string replace -r '^~' $HOME -- $tokens[1])) completion --words $argv 2>/dev/null </dev/null
end

function __gate_command
    set -l tokens (commandline -opc)
    set -l begin (contains -i -- -- $tokens)
    set -l rest (string escape -- $tokens[(math $begin + 1)..])
    complete -C (string join -- ' ' $rest (commandline -ct))
end

complete -c gate -f
complete -c gate -n '__gate_at :command' -a '(__gate_command)'
${all.map(rowsOf).join('')}`;
}

function rowsOf(outline: Outline): string {
  const at = `complete -c gate -n ${quoted(outline.words.length === 0 ? "__gate_at ''" : `__gate_at ${outline.words.join(' ')}`)}`;
  const options = outline.options.map((option) => `${at} ${optionWords(outline, option)}\n`);
  const subcommands = outline.subcommands.map(
    ({ words, summary }) => `${at} -a ${words.at(-1)} -d ${quoted(summary)}\n`,
  );
  // The first argument speaks for all of them: no subcommand takes two different lists.
  const [first] = outline.arguments;
  const offered = first === undefined ? '' : offerWords(offerFor(outline, first.name, first.choices));
  return [...options, ...subcommands, ...(offered === '' ? [] : [`${at} ${offered}\n`])].join('');
}

function optionWords(outline: Outline, option: OutlineOption): string {
  const { short, long, value, summary } = option;
  const names = `${short === undefined ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)} -d ${quoted(summary)}`;
  if (value === undefined) return names;
  const offered = offerWords(offerForOption(outline, option));
  return `${names} ${offered.startsWith('-F') ? '-r' : '-x'}${offered === '' ? '' : ` ${offered}`}`;
}

function offerWords(offer: Offer): string {
  switch (offer.kind) {
    case 'file':
      return '-F';
    case 'directory':
      return "-a '(__fish_complete_directories)'";
    case 'choices':
      return `-a ${quoted(offer.choices.join(' '))}`;
    case 'words':
      return `-a '(__gate_words ${offer.list})'`;
    case 'nothing':
      return '';
  }
}

/** `'approve --for'`: where an option takes the token after it. */
function valued(all: readonly Outline[]): string {
  return all
    .flatMap(({ words, options }) =>
      options
        .filter(({ value }) => value !== undefined)
        .flatMap(({ short, long }) => (short === undefined ? [long] : [short, long]))
        .map((name) => quoted(`${words.join(' ')} ${name}`)),
    )
    .join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
