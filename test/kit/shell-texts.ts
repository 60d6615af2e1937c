import fc from 'fast-check';

/** They read all that comes: a writer whose reader is gone may die of it, or not, from one time to the next. */
const READERS = ['cat', 'sort', 'wc -c', 'tr a-z A-Z', 'grep -c a', 'while read -r B; do echo "-$B"; done'];
const name = fc.constantFrom('a', 'b', 'c1', 'data');
const characters = fc.constantFrom(
  ...[
    'a',
    'B',
    '0',
    ' ',
    '  ',
    '\t',
    '\n',
    "'",
    '"',
    '\\',
    '$',
    '`',
    '!',
    '*',
    '?',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    '|',
    '&',
  ],
  ...[
    ';',
    '#',
    '~',
    '%',
    '=',
    '-',
    '--',
    '/',
    '.',
    ',',
    ':',
    '@',
    '^',
    '+',
    'é',
    '日本',
    '🦆',
    '\u200b',
    '\u00a0',
    '\\n',
    '$A',
    `\${B}`,
  ],
);
const strange = fc.array(characters, { maxLength: 8 }).map((parts) => parts.join(''));
const plain = fc
  .array(fc.constantFrom('a', 'b', 'Z', '9', '-', '_', '.', '/', '=', ':', ',', '@', '%', '+'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const single = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const word: fc.Arbitrary<string> = fc.oneof(
  plain,
  strange.map(single),
  strange.map((text) => `"${text.replace(/[\\"`$]/g, '\\$&')}"`),
  strange.map((text) => `$'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`),
  fc.constantFrom(
    '$A',
    '"$A"',
    `\${B:-none}`,
    '"$@"',
    '$#',
    '$1',
    '*',
    'a*',
    '{x,y}z',
    '$((1 + 2))',
    '`echo in`',
    '"$(echo " two  three")"',
    '\\$A',
    '-n',
    '--',
    '""',
  ),
);
const words = fc.array(word, { maxLength: 3 }).map((all) => all.join(' '));

const simple: fc.Arbitrary<string> = fc.oneof(
  words.map((all) => `echo ${all}`),
  words.map((all) => `printf '<%s>\\n' ${all}`),
  words.map((all) => `/usr/bin/printf '%q\\n' ${all}`),
  fc.tuple(name, word).map(([file, text]) => `printf %s ${text} > ${file}`),
  name.map((file) => `cat ${file}`),
  name.map((file) => `mkdir -p dir/${file} && touch dir/${file}/x`),
  name.map((file) => `rm -f ${file}`),
  fc.tuple(name, name).map(([a, b]) => `cp ${a} ${b}`),
  fc.constantFrom(
    'true',
    'false',
    ':',
    'ls',
    'ls -a dir',
    'wc -c',
    'sort',
    'tr a-z A-Z',
    'grep -c a',
    'test -e a',
    '[ -d dir ]',
    '[[ -n $A ]]',
    'cd dir',
    'read -r B',
    'shift',
    'no-such-program x',
    './a',
    'ls /no/such',
  ),
);
const redirection = fc.oneof(
  name.map((file) => `> ${file}`),
  name.map((file) => `>> ${file}`),
  name.map((file) => `< ${file}`),
  fc.constantFrom('2>&1', '> /dev/null', '2> errors', '>&2', '<<< "here $A"'),
);
const assignment = fc.tuple(fc.constantFrom('A', 'B'), word).map(([variable, value]) => `${variable}=${value}`);
const here = fc.tuple(fc.constantFrom('EOF', "'EOF'", '"EOF"'), strange).map(
  ([mark, text]) =>
    `cat << ${mark}\n${text
      .replaceAll('EOF', '')
      .replace(/\$+(?=\$)/g, '')
      .replace(/\\+$/, '')}\nEOF\n`,
);
const ends = fc.constantFrom(
  'exit 3',
  'exit 0',
  '(exit 200)',
  'return 2',
  'exec false',
  'trap "echo bye" EXIT',
  'set -o pipefail',
);

/**
 * Texts for a shell as agents write them: words in every kind of quotes, lists, pipes, redirections, here-documents, loops,
 * functions, substitutions. They touch files of the current directory only, end by themselves, and do not ask for what differs between
 * two runs (process ids, times, paths).
 */
export const shellTexts: fc.Arbitrary<string> = fc.letrec<{ text: string; list: string; command: string }>((tie) => ({
  text: fc
    .tuple(
      fc.constantFrom('', '', 'set -e; ', 'set -u\n', '# why\n', '  '),
      tie('list'),
      fc.constantFrom('', '\n', '; kill -TERM $$', '\nkill -KILL $$', ' # end', ';'),
    )
    .map((parts) => parts.join('')),
  list: fc
    .tuple(
      tie('command'),
      fc.array(
        fc.tuple(
          fc.constantFrom(' && ', ' || ', '; ', '\n', ...READERS.map((reader) => ` | ${reader}; `)),
          tie('command'),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([first, more]) => first + more.map(([joint, next]) => joint + next).join('')),
  command: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'command' },
    simple,
    fc.tuple(simple, redirection).map(([command, to]) => `${command} ${to}`),
    fc.tuple(assignment, simple).map(([set, command]) => `${set}; ${command}`),
    fc
      .tuple(assignment, fc.constantFrom('sh -c \'echo "$A-$B"\'', 'env | grep ^A='))
      .map(([set, use]) => `${set} ${use}`),
    here,
    tie('list').map((list) => `( ${list}\n)`),
    tie('list').map((list) => `{ ${list}\n}`),
    fc.tuple(word, word, tie('list')).map(([a, b, list]) => `for A in ${a} ${b}; do ${list}\ndone`),
    fc.tuple(tie('command'), tie('list'), tie('list')).map(([a, b, c]) => `if ${a}; then ${b}\nelse ${c}\nfi`),
    fc.tuple(name, tie('list')).map(([f, list]) => `{ f_${f}() { ${list}\n}; f_${f} one 'two three'; }`),
    fc.tuple(word, tie('list')).map(([w, list]) => `case ${w} in a*) ${list}\n;; *) echo other;; esac`),
    tie('list').map((list) => `echo "$(${list}\n)"`),
    tie('list').map((list) => `! { ${list}\n}`),
    tie('list').map((list) => `bash -c ${single(list)}`),
    ends,
  ),
})).text;
