// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text of a shell, not of this language
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Effect } from '../../src/command/action.ts';
import { effects, line, meaning, onlyReads } from '../command/support.ts';
import { effort } from '../kit/effort.ts';

/** How much a person has to fear, least first. */
const ORDER: readonly Effect[] = ['read', 'write', 'execute', 'export', 'secret', 'privilege', 'destroy'];

/** The worst effect that is known, and whether something is not. */
function worst(found: readonly Effect[]): number {
  return Math.max(...found.map((effect) => ORDER.indexOf(effect)));
}

/** Spellings that run the words behind them as they are. */
const WRAPPERS = [
  'env',
  'env -i',
  'env A=b',
  'env -u A --',
  'env -C /tmp',
  'nice',
  'nice -n 5',
  'nice -5',
  'ionice -c 3',
  'nohup',
  'setsid -w',
  'stdbuf -oL -e0',
  'timeout 5',
  'timeout -k 1 --signal=KILL 5',
  'command',
  'command -p --',
  'exec',
  'exec -a x',
  'time -p',
  'flock /tmp/l',
  'taskset -c 0',
  'chrt -b 0',
  'busybox',
  'sudo',
  'sudo -n -u app',
  'doas -u app',
  'pkexec --user app',
  'gosu app',
  'su-exec app',
  'runuser -u app --',
  'chroot /mnt',
  'unshare -r -n',
  'setpriv --no-new-privs',
  'systemd-run --wait -q --user',
  'systemd-inhibit --what=idle',
  'strace -f -o /dev/null',
  'ltrace -f',
  'valgrind --tool=memcheck',
  'rlwrap',
  'dbus-run-session --',
  'xvfb-run -a',
  'firejail --quiet',
  'bwrap --ro-bind / / --dev /dev',
  'proot -r /',
  'fakeroot',
  'tini --',
  'dumb-init',
  'catatonit',
  'torsocks',
  'proxychains4 -q',
  'eatmydata',
  'chronic',
  'softlimit -m 1',
  'chpst -u app',
  'setarch x86_64',
  'perf stat',
  'screen -dmS x',
  'tmux new-session -d',
  'entr',
  'parallel -j 1',
  'xargs',
  'xargs -n 1',
  'xargs -0',
  'aws-vault exec prod --',
  'faketime now',
  'watch -x',
  'gdb --args',
  'ld.so',
  'numactl --localalloc',
  'nohup nice timeout 5 env A=b',
].map((text) => text.split(' '));

const COMMANDS: readonly (readonly string[])[] = [
  ['rm', '-rf', 'x'],
  ['shred', 'x'],
  ['chmod', 'u+s', 'x'],
  ['cat', '/etc/shadow'],
  ['kubectl', 'delete', 'ns', 'prod'],
  ['cp', 'a', 'b'],
  ['frobnicate', 'x'],
  ['tee', 'x'],
];

test('a wrapper never hides what its command does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...WRAPPERS), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...COMMANDS),
      async (wrappers, command) => {
        const bare = effects(await meaning(command));
        const wrapped = await meaning([...wrappers.flat(), ...command]);
        const found = effects(wrapped);
        expect(onlyReads(wrapped)).toBe(false);
        if (!found.includes('unknown')) expect(worst(found)).toBeGreaterThanOrEqual(worst(bare));
      },
    ),
    { numRuns: 600 },
  );
});

test('each wrapper by itself shows the command behind it', async () => {
  for (const wrapper of WRAPPERS) {
    const found = effects(await meaning([...wrapper, 'rm', '-rf', 'x']));
    expect([wrapper, found.includes('destroy') || found.includes('unknown')]).toEqual([wrapper, true]);
  }
});

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Ways to write one command as a text for a shell. */
const SPELLINGS: readonly (readonly [name: string, spell: (argv: readonly string[]) => string])[] = [
  ['plain', (argv) => argv.join(' ')],
  ['quoted', (argv) => argv.map(quote).join(' ')],
  ['double-quoted', (argv) => argv.map((word) => `"${word}"`).join(' ')],
  ['split by empty quotes', ([name = '', ...rest]) => [`${name[0]}''${name.slice(1)}`, ...rest].join(' ')],
  ['a backslash', (argv) => `\\${argv.join(' ')}`],
  ['a continued line', (argv) => argv.join(' \\\n  ')],
  ['in a variable', ([name, ...rest]) => `c=${name}; $c ${rest.join(' ')}`],
  ['in two variables', ([name = '', ...rest]) => `a=${name[0]};b=${name.slice(1)};$a$b ${rest.join(' ')}`],
  ['in an array', (argv) => `x=(${argv.map(quote).join(' ')}); "\${x[@]}"`],
  ['as arguments', (argv) => `set -- ${argv.map(quote).join(' ')}; "$@"`],
  ['a default', ([name, ...rest]) => `\${nothing:-${name}} ${rest.join(' ')}`],
  ['a slice', ([name = '', ...rest]) => `z=xx${name}yy; \${z:2:${name.length}} ${rest.join(' ')}`],
  ['lowered', ([name = '', ...rest]) => `c=${name.toUpperCase()}; \${c,,} ${rest.join(' ')}`],
  ['indirect', ([name, ...rest]) => `n=t; t=${name}; \${!n} ${rest.join(' ')}`],
  [
    'ANSI quotes',
    ([name = '', ...rest]) => `$'\\x${name.charCodeAt(0).toString(16)}'${name.slice(1)} ${rest.join(' ')}`,
  ],
  ['printed', ([name, ...rest]) => `$(echo ${name}) ${rest.join(' ')}`],
  ['IFS', (argv) => argv.join('${IFS}')],
  ['nothing inside', ([name = '', ...rest]) => `${name[0]}$@${name.slice(1)} ${rest.join(' ')}`],
  ['a function', ([name, ...rest]) => `f() { ${name} "$@"; }; f ${rest.join(' ')}`],
  [
    'a loop',
    ([name, ...rest]) => `for w in ${rest.at(-1) ?? 'x'}; do ${[name, ...rest.slice(0, -1)].join(' ')} "$w"; done`,
  ],
  ['a group', (argv) => `{ ${argv.join(' ')}; }`],
  ['a subshell', (argv) => `( ${argv.join(' ')} )`],
  ['eval', (argv) => `eval ${quote(argv.join(' '))}`],
  ['another shell', (argv) => `bash -c ${quote(argv.join(' '))}`],
  ['a here-string', (argv) => `bash <<< ${quote(argv.join(' '))}`],
  ['a here-document', (argv) => `bash <<'E'\n${argv.join(' ')}\nE`],
  ['braces', ([name, ...rest]) => `${name} ${rest.slice(0, -1).join(' ')} {${rest.at(-1) ?? 'x'},}`],
  ['a sourced text', (argv) => `. <(echo ${quote(argv.join(' '))})`],
  ['a negation', (argv) => `! ${argv.join(' ')}`],
  ['a branch', (argv) => `if true; then ${argv.join(' ')}; fi`],
  ['an alias', ([name, ...rest]) => `shopt -s expand_aliases\nalias k=${name}\nk ${rest.join(' ')}`],
];

test.each(SPELLINGS)('the same command in another spelling means the same: %s', async (_, spell) => {
  for (const argv of [
    ['rm', '-rf', 'x'],
    ['chmod', 'u+s', 'x'],
    ['kubectl', 'delete', 'pod', 'x'],
  ]) {
    const bare = effects(await meaning(argv));
    const found = effects(await line(spell(argv)));
    for (const effect of bare) expect(found).toContain(effect);
  }
});

test('a decoded text means what it says', async () => {
  const text = 'rm -rf x';
  const forms = [
    `echo ${Buffer.from(text).toString('base64')} | base64 -d | sh`,
    `echo ${Buffer.from(text).toString('hex')} | xxd -r -p | bash`,
    `echo '${[...text].reverse().join('')}' | rev | sh`,
    `printf '${[...text].map((char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')}' | sh`,
    `eval "$(base64 -d <<< ${Buffer.from(text).toString('base64')})"`,
  ];
  for (const form of forms) expect([form, effects(await line(form)).includes('destroy')]).toEqual([form, true]);
});

test('a text that was hidden is never harmless, whatever it says', async () => {
  const hidden = Buffer.from('ls').toString('base64');
  for (const text of [
    `echo ${hidden} | base64 -d | bash`,
    `eval "$(base64 -d <<< ${hidden})"`,
    `$(base64 -d <<< ${hidden}) x`,
    `bash -c "$(echo ${hidden} | base64 -d)"`,
    `. <(echo ${hidden} | base64 -d)`,
    "printf '\\154\\163' | sh",
  ])
    expect([text, onlyReads(await line(text))]).toEqual([text, false]);
  expect(onlyReads(await line(`echo ${hidden} | base64 -d`))).toBe(true);
});

test('one more argument that nobody knows never makes a command harmless', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...WRAPPERS),
      fc.constantFrom(...COMMANDS),
      fc.stringMatching(/^--[a-z]{3,12}$/),
      fc.nat({ max: 4 }),
      async (wrapper, command, option, place) => {
        const argv = [...wrapper, ...command];
        const at = 1 + (place % argv.length);
        expect(onlyReads(await meaning([...argv.slice(0, at), option, ...argv.slice(at)]))).toBe(false);
      },
    ),
    { numRuns: 600 },
  );
});

const PIECES = [
  'rm x',
  'ls',
  '$x',
  '${x:-y}',
  '${x#*}',
  '${!x}',
  '${x@P}',
  '$(',
  ')',
  '`',
  '"',
  "'",
  '{a,b}',
  '{1..9}',
  '*',
  '[a-z]',
  '~',
  ';',
  '|',
  '&&',
  '||',
  '&',
  '\n',
  '(',
  '{',
  '}',
  'for x in a b; do',
  'while',
  'do',
  'done',
  'if',
  'then',
  'fi',
  'case x in',
  'esac',
  'f()',
  'eval',
  'trap',
  'source',
  'set --',
  'shift',
  'local x',
  'declare -n',
  'export',
  'alias',
  'x=',
  'x=(',
  'x+=(a',
  '<<E',
  '<<<',
  '>',
  '<(',
  '((',
  '))',
  '[[',
  ']]',
  'printf -v x',
  'read x',
  '\\',
  '\0',
  '\u0001',
  'base64 -d',
  'xargs',
  'parallel :::',
  'python3 -c',
  'node -e',
  'perl -pe',
  'tmux send-keys',
];

test('any pile of pieces has a meaning', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }), {
        maxLength: 16,
      }),
      fc.constantFrom('', ' '),
      async (pieces, joint) => {
        const understanding = await line(pieces.join(joint));
        expect(understanding.actions.length).toBeGreaterThan(0);
        expect(understanding.notes.join(' ')).not.toMatch(/failed:/);
        expect(JSON.stringify(understanding.actions)).not.toMatch(/\\u000[01]/);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['substitutions inside here-strings', (size: number) => `${'cat <<< $('.repeat(size)}ls${')'.repeat(size)}`, 60],
  ['loops inside loops', (size: number) => `${'for x in a b c; do '.repeat(size)}ls $x; ${'done; '.repeat(size)}`, 60],
  [
    'functions that call functions',
    (size: number) =>
      `${Array.from({ length: size }, (_, at) => `f${at}() { f${at + 1}; f${at + 1}; }`).join('\n')}\nf0`,
    60,
  ],
  ['braces beside braces', (size: number) => `echo ${'{a,b,c}'.repeat(size)}`, 200],
  [
    'one assignment after another',
    (size: number) => Array.from({ length: size }, (_, at) => `x${at}=$x${at - 1}a`).join('\n'),
    2000,
  ],
  ['a value that doubles', (size: number) => `x=a\n${'x=$x$x\n'.repeat(size)}echo $x`, 60],
  ['patterns', (size: number) => `x=${'a'.repeat(200)}; ${`echo "\${x#${'*a'.repeat(60)}b}"; `.repeat(size)}`, 20],
])('does not take long over %s', async (_, text, size) => {
  // A bound that only an explosion reaches.
  expect(await effort(() => line(text(size)))).toBeLessThan(5000);
});

test('twice the text takes about twice as long', async () => {
  const texts = ['ls $x; ', 'x=a; ', 'if a; then x=b; fi; ', '{ ls; }; ', 'echo $(ls); '];
  for (const text of texts) {
    const least = async (count: number): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 3; round++) times.push(await effort(() => line(text.repeat(count))));
      return Math.min(...times);
    };
    const small = await least(400);
    const large = await least(3200);
    expect(large).toBeLessThan(Math.max(small, 2) * 8 * 8);
  }
}, 60_000);

test('more than 64 KiB are not read', async () => {
  expect((await line('ls; '.repeat(20_000))).opaque).toBe(true);
});
