import { everyOutline, type Outline, type OutlineOption } from '../outline.ts';
import { type Offer, offerFor, offerForOption } from './values.ts';

/** Completion for zsh: a file `_gate` for a directory of `fpath`. After `--` the command completes as it does by itself. */
export function zshCompletion(root: Outline, version: string): string {
  return `#compdef gate
# zsh completion of gate ${version}, printed by: gate completion zsh

__gate_words() {
  local -a found
  local tab=$'\\t'
  found=("\${(@f)$(_call_program gate-$1 "\${(q)__gate_program}" completion --words $1 2>/dev/null)}")
  found=("\${(@)found//:/\\\\:}")
  found=("\${(@)found/$tab/:}")
  _describe -t gate-$1 "$1" found
}

${everyOutline(root).map(functionOf).join('\n')}
_gate() {
  local __gate_program=$words[1] i
  for ((i = 2; i < CURRENT; i++)); do
    if [[ $words[i] == -- ]]; then
      words=("\${(@)words[i + 1, -1]}")
      ((CURRENT -= i))
      _normal
      return
    fi
  done
  __gate
}

# Called by the completion system when this file is a function of it; sourced, it names itself.
if [[ $funcstack[1] == _gate ]]; then
  _gate "$@"
else
  compdef _gate gate
fi
`;
}

/** One function for each path of words: options and arguments, then the functions below it. */
function functionOf(outline: Outline): string {
  const specs = [...outline.options.map((option) => optionSpec(outline, option)), ...argumentSpecs(outline)];
  const below = outline.subcommands;
  if (below.length === 0) return `${nameOf(outline)}() {\n  _arguments -s -S ${lines(specs)}\n}\n`;
  const list = below.map((each) => `      ${quoted(`${each.words.at(-1)}:${each.summary.replaceAll(':', '\\:')}`)}\n`);
  const cases = below.map((each) => `        ${each.words.at(-1)}) ${nameOf(each)} ;;\n`);
  return `${nameOf(outline)}() {
  local curcontext=$curcontext state line
  local -a subcommands
  typeset -A opt_args
  _arguments -s -S -C ${lines([...specs, "'1: :->subcommand'", "'*:: :->rest'"])}
  case $state in
    subcommand)
      subcommands=(
${list.join('')}      )
      _describe -t commands 'subcommand' subcommands
      ;;
    rest)
      case $line[1] in
${cases.join('')}      esac
      ;;
  esac
}
`;
}

function nameOf({ words }: Outline): string {
  return ['__gate', ...words].join('_');
}

/** `'(-m --message)'{-m,--message}'[why]:text: '` */
function optionSpec(outline: Outline, option: OutlineOption): string {
  const { short, long, value, summary } = option;
  const about = `[${escaped(summary).replaceAll(/[[\]]/g, '\\$&')}]`;
  const takes = value === undefined ? '' : `:${escaped(value)}:${action(offerForOption(outline, option))}`;
  if (short === undefined) return quoted(`${long}${value === undefined ? '' : '='}${about}${takes}`);
  // Two spellings of one option; the braces are for the shell, so they stand outside of the quotes.
  const both = `{${short}${value === undefined ? '' : '+'},${long}${value === undefined ? '' : '='}}`;
  return `${quoted(`(${short} ${long})`)}${both}${quoted(`${about}${takes}`)}`;
}

function argumentSpecs(outline: Outline): readonly string[] {
  return outline.arguments.map(({ name, variadic, choices }) => {
    const offer = action(offerFor(outline, name, choices));
    return quoted(`${variadic ? '*' : ''}:${escaped(name)}:${offer}`);
  });
}

function action(offer: Offer): string {
  switch (offer.kind) {
    case 'file':
      return '_files';
    case 'directory':
      return '_files -/';
    case 'choices':
      return `(${offer.choices.join(' ')})`;
    case 'words':
      // A space in front: called with these words alone.
      return ` __gate_words ${offer.list}`;
    case 'nothing':
      return ' ';
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\:]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function lines(specs: readonly string[]): string {
  return specs.map((spec) => `\\\n    ${spec}`).join(' ');
}
