import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effects, filesOf, line, meaning } from './support.ts';

describe('interpreters', () => {
  test.each([
    ['python3 x.py', ['python3', '-u', 'x.py', 'arg'], '/work/x.py'],
    ['python with warnings', ['python', '-W', 'error', 'x.py'], '/work/x.py'],
    ['node x.js', ['node', '--enable-source-maps', 'x.js'], '/work/x.js'],
    ['perl x.pl', ['perl', '-w', 'x.pl'], '/work/x.pl'],
    ['ruby x.rb', ['ruby', 'x.rb'], '/work/x.rb'],
    ['a program by its path', ['./configure', '--help'], '/work/configure'],
    ['bash x.sh that cannot be seen', ['bash', 'x.sh'], '/work/x.sh'],
  ])('%s is a script by its path', async (_, argv, path) => {
    const understanding = await meaning(argv);
    expect(understanding.actions[0]).toMatchObject({
      effects: ['execute', 'unknown'],
      resource: { kind: 'script', path },
      opaque: true,
    });
    expect(understanding.inputs).toHaveLength(1);
  });

  test.each([
    ['an option that loads other code', ['node', '--require', './evil.js', 'x.js']],
    ['an option nobody knows', ['python3', '--frobnicate', 'x.py']],
    ['a name that is only known later', ['python3', '\0']],
  ])('%s leaves the script unnamed', async (_, argv) => {
    const { actions } = await meaning(argv);
    expect(actions[0]?.effects).toEqual(['execute', 'unknown']);
    expect(actions[0]?.resource['path']).toBeUndefined();
  });

  test.each([
    [['python3', '-m', 'pytest', '-q'], 'pytest'],
    [['python', '-m', 'unittest', 'discover'], 'unittest'],
    [['python', '-m', 'compileall', '.'], 'compileall'],
    [['node', '--test'], 'test'],
  ])('%j builds or tests the project', async (argv, operation) => {
    const { actions, opaque } = await meaning(argv);
    expect(actions).toMatchObject([{ operation, effects: ['execute'], resource: { kind: 'build', path: '/work' } }]);
    expect(opaque).toBe(false);
  });

  test.each([
    [['python3', '--version']],
    [['node', '--check', 'x.js']],
    [['php', '-l', 'x.php']],
    [['python3', '-m', 'json.tool', 'x.json']],
    [['python3', '-c', 'import json,sys; print(json.load(sys.stdin)["a"][0])']],
    [['python3', '-c', "import math\nprint(f'{math.pi:.3f}')"]],
    [['python3', '-c', 'print(len(open("x.txt").read().split()))']],
    [['python3', '-c', 'import datetime; print(datetime.datetime.now().isoformat())']],
    [['node', '-p', "require('./package.json').version"]],
    [['node', '-e', 'console.log(process.version)']],
    [['perl', '-pe', 's/a/b/g', 'x']],
  ])('%j only reads', async (argv) => {
    expect(effects(await meaning(argv))).toEqual(['read']);
  });

  test.each([
    ['a module that does things', 'import os; print(os.getcwd())'],
    ['an attribute that leads further', 'import json; print(json.codecs.open("x","w"))'],
    ['the class of a value', 'print("".__class__)'],
    ['a module of its own', 'import mine'],
    ['a file opened for writing', 'open("x", "w")'],
    ['a secret', 'print(open("/etc/shadow").read())'],
    ['code as text', 'exec("x")'],
    ['an attribute by its name', 'print(getattr(1, "x"))'],
    ['code in a formatted text', 'print(f"{open(1)}")'],
    ['an import inside a text', '__import__("os")'],
    ['part nobody knows', 'print("\0")'],
  ])('python with %s is not harmless', async (_, code) => {
    expect(effects(await meaning(['python3', '-c', code]))).not.toEqual(['read']);
  });

  test('a module that the directory has too is not the library', async () => {
    const files = filesOf({ 'json.py': '' });
    expect((await meaning(['python3', '-c', 'import json; print(1)'], { files })).opaque).toBe(true);
  });

  test.each([
    ['python', ['python3', '-c', "import os; os.system('rm x')"]],
    ['python, a list', ['python3', '-c', "import subprocess; subprocess.run(['rm', '-rf', 'x'])"]],
    ['python, encoded', ['python3', '-c', "import os,base64;os.system(base64.b64decode('cm0geA==').decode())"]],
    ['node', ['node', '-e', 'require("child_process").execSync("rm x")']],
    ['node, a list', ['node', '-e', 'require("child_process").spawnSync("rm", ["x"])']],
    ['perl', ['perl', '-e', 'system "rm", "x"']],
    ['perl with its arguments', ['perl', '-e', 'exec @ARGV', '--', 'rm', 'x']],
    ['ruby', ['ruby', '-e', '`rm x`']],
    ['ruby with its arguments', ['ruby', '-e', 'system(*ARGV)', 'rm', 'x']],
    ['php', ['php', '-r', 'shell_exec("rm x");']],
    ['lua', ['lua', '-e', "os.execute('rm x')"]],
    ['expect', ['expect', '-c', 'spawn rm x; expect eof']],
  ])('a command that %s names is judged as well', async (_, argv) => {
    expect([...effects(await meaning(argv))].sort()).toEqual(['destroy', 'execute', 'unknown']);
  });

  test('code on stdin is looked through', async () => {
    const found = await line("python3 - <<'E'\nimport os\nos.execvp('rm', ['rm', 'x'])\nE");
    expect(effects(found)).toContain('destroy');
  });

  test('an edit in place names its files', async () => {
    const { actions } = await meaning(['perl', '-pi', '-e', 's/a/b/g', 'x', 'y']);
    expect(actions).toMatchObject([
      { effects: ['write'], resource: { path: '/work/x' } },
      { effects: ['write'], resource: { path: '/work/y' } },
    ]);
    expect((await meaning(['perl', '-pi', '-e', 's/a/`rm x`/e', 'x'])).opaque).toBe(true);
  });

  test('pip by another name is pip', async () => {
    const direct = await meaning(['pip', 'install', 'x']);
    expect(effects(await meaning(['python3', '-m', 'pip', 'install', 'x']))).toEqual(effects(direct));
  });

  test('no code crashes or is taken for harmless by accident', async () => {
    const piece = fc.constantFrom(
      'import os',
      'os.system(',
      '"rm x"',
      "'",
      '"',
      '(',
      ')',
      '[',
      ']',
      ',',
      '\\',
      '{',
      '}',
      'f"',
      '`',
      '\n',
      ';',
      'exec',
      'open(',
      'print',
      '#',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('python3 -c', 'node -e', 'perl -e', 'ruby -e', 'php -r'),
        fc.array(piece, { maxLength: 12 }),
        async (start, pieces) => {
          const code = pieces.join('');
          const understanding = await meaning([...start.split(' '), code]);
          expect(understanding.notes.join(' ')).not.toMatch(/failed:/);
          if (/\bimport os\b|\bexec\b/.test(code.replace(/'[^']*'|"[^"]*"|#.*/g, '')))
            expect(effects(understanding)).not.toEqual(['read']);
        },
      ),
      { numRuns: 600 },
    );
  });
});
