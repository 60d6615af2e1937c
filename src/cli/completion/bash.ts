import { everyOutline, type Outline, type OutlineOption } from '../outline.ts';
import { type Offer, offerFor, offerForOption } from './values.ts';

/**
 * Completion for bash, 3.2 (macOS) included: no associative arrays, and `compopt` only where it exists. After `--` the
 * package bash-completion completes the command itself, if it is loaded; else programs and files are offered.
 */
export function bashCompletion(root: Outline, version: string): string {
  const all = everyOutline(root);
  return `# bash completion of gate ${version}, printed by: gate completion bash

${shellCase('__gate_subcommands', all, ({ subcommands }) => subcommands.map(({ words }) => words.at(-1)!).join(' '))}
${shellCase('__gate_options', all, ({ options }) => options.flatMap(spellings).join(' '))}
# Of an option that takes a value: what kind of value.
__gate_value() {
  case "$1 $2" in
${all.flatMap((outline) => outline.options.flatMap((option) => valueRows(outline, option))).join('')}    *) return 1 ;;
  esac
}

${shellCase('__gate_argument', all, argumentOffer)}
# Lines as answers: names may hold spaces and stars.
__gate_reply() {
  local line
  while IFS= read -r line; do
    [[ -n $line ]] && COMPREPLY+=("$line")
  done <<<"$1"
}

__gate_offer() {
  case $1 in
    file) compopt -o filenames 2>/dev/null; __gate_reply "$(compgen -f -- "$2")" ;;
    directory) compopt -o filenames 2>/dev/null; __gate_reply "$(compgen -d -- "$2")" ;;
    choices:*) __gate_reply "$(compgen -W "\${1#choices:}" -- "$2")" ;;
    words:*)
      set -- "$("\${COMP_WORDS[0]/#\\~/$HOME}" completion --words "\${1#words:}" 2>/dev/null </dev/null | cut -f1)" "$2"
      __gate_reply "$(compgen -W "$1" -- "$2")"
      ;;
  esac
}

# The command after --, as the shell would complete it by itself.
__gate_command() {
  if declare -F _command_offset >/dev/null; then
    _command_offset "$1"
  elif declare -F _comp_command_offset >/dev/null; then
    _comp_command_offset "$1"
  elif ((COMP_CWORD == $1)); then
    __gate_reply "$(compgen -c -- "$2")"
  else
    compopt -o default 2>/dev/null
    __gate_reply "$(compgen -f -- "$2")"
  fi
}

_gate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} path= word subcommand i offer IFS=$' \\t\\n'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      --)
        case $path in '' | explain) __gate_command "$((i + 1))" "$cur" ;; esac
        return
        ;;
      =) ;;
      -*)
        if offer=$(__gate_value "$path" "$word"); then
          # bash parts --option=value into three words.
          [[ \${COMP_WORDS[i + 1]} == = ]] && ((i++))
          ((i++))
          if ((i == COMP_CWORD)); then
            __gate_offer "$offer" "$cur"
            return
          elif ((i > COMP_CWORD)); then
            __gate_offer "$offer" ''
            return
          fi
        fi
        ;;
      *)
        for subcommand in $(__gate_subcommands "$path"); do
          if [[ $subcommand == "$word" ]]; then
            path=\${path:+$path }$word
            break
          fi
        done
        ;;
    esac
  done
  if [[ $cur == -* ]]; then
    __gate_reply "$(compgen -W "$(__gate_options "$path")" -- "$cur")"
    return
  fi
  offer=$(__gate_argument "$path")
  if [[ -n $offer ]]; then
    __gate_offer "$offer" "$cur"
  fi
  __gate_reply "$(compgen -W "$(__gate_subcommands "$path")" -- "$cur")"
}

complete -F _gate gate
`;
}

/** A function that prints a line for each path of words that has one. */
function shellCase(name: string, all: readonly Outline[], line: (outline: Outline) => string): string {
  const rows = all.flatMap((outline) => {
    const text = line(outline);
    return text === '' ? [] : [`    '${outline.words.join(' ')}') echo ${quoted(text)} ;;\n`];
  });
  return `${name}() {\n  case $1 in\n${rows.join('')}  esac\n}\n`;
}

function valueRows(outline: Outline, option: OutlineOption): readonly string[] {
  if (option.value === undefined) return [];
  const pattern = spellings(option).map((name) => `'${[outline.words.join(' '), name].join(' ')}'`);
  return [`    ${pattern.join(' | ')}) echo ${quoted(offerWords(offerForOption(outline, option)))} ;;\n`];
}

/** The first argument speaks for all of them: no subcommand takes two different lists. */
function argumentOffer(outline: Outline): string {
  const [first] = outline.arguments;
  if (first === undefined) return '';
  const offer = offerFor(outline, first.name, first.choices);
  return offer.kind === 'nothing' ? '' : offerWords(offer);
}

function offerWords(offer: Offer): string {
  if (offer.kind === 'choices') return `choices:${offer.choices.join(' ')}`;
  return offer.kind === 'words' ? `words:${offer.list}` : offer.kind;
}

function spellings({ short, long }: OutlineOption): readonly string[] {
  return short === undefined ? [long] : [short, long];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
