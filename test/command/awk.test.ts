import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProgram } from '../../src/command/tools/awk/program.ts';
import { effects, filesOf, line, meaning, onlyReads } from './support.ts';

const awk = (program: string, ...rest: string[]) => meaning(['awk', program, ...rest]);

describe('awk', () => {
  test.each([
    '{print $1}',
    '$3 > 100 {print $1, $3}',
    '{ if ($1 > 5) print $2; else printf "%s\\n", ($1 > 2) ? "a" : "b" }',
    'NR==FNR{a[$1]=$2;next} $1 in a{print a[$1]}',
    '/a\\/b/ {c++} END {print c/NR}',
    '{gsub(/[^/]+\\//,"")}1',
    'BEGIN{FS=":"; OFS="|"} {print}',
    '{print "a > b | c; system(x)"}',
    '# print > "x"\n{print}',
    'function f(x) { return x > 1 }\n{ print f($1) }',
    '{print > "/dev/stderr"}',
    '{while ((getline line < "x") > 0) n++} END {print n}',
    'BEGIN { print ENVIRON["HOME"] }',
    '{ print length / 2, $1 / $2 / 3 }',
  ])('%s only reads', async (program) => {
    expect(onlyReads(await awk(program, 'x'))).toBe(true);
  });

  test.each([
    ['{print > "out"}', 'read,write'],
    ['{print $1,\n $2 >> "out"}', 'read,write'],
    ['{print > $1}', 'read,write'],
    ['{print "x" > ("o" "ut")}', 'read,write'],
    ['{print | "sort -u"}', 'execute,read'],
    ['{print | "rm x"}', 'destroy,execute,read'],
    ['{print | $1}', 'execute,read,unknown'],
    ['{print | "rm " $1}', 'execute,read,unknown'],
    ['BEGIN{system("rm x")}', 'destroy,execute,read'],
    ['BEGIN{system ( "rm x" )}', 'destroy,execute,read'],
    ['{system("rm " $1)}', 'execute,read,unknown'],
    ['BEGIN{"date" | getline d; print d}', 'execute,read'],
    ['BEGIN{while (("date" | getline d) > 0) print d}', 'execute,read'],
    ['BEGIN{c = "date"; c | getline d}', 'execute,read,unknown'],
    ['BEGIN{x "date" | getline d}', 'execute,read,unknown'],
    ['BEGIN{if (1) /"/; system("rm x"); x = "/"}', 'destroy,execute,read'],
    ['/[/]{system("rm x")}#/', 'destroy,execute,read'],
    ['BEGIN{print ENVIRON["AWS_SECRET_ACCESS_KEY"]}', 'read,secret'],
    ['BEGIN{for (k in ENVIRON) print ENVIRON[k]}', 'read,secret'],
    ['BEGIN{ARGV[1] = "y"}', 'read,unknown'],
    ['@load "x"', 'read,unknown'],
    ['BEGIN{f = "system"; @f("rm x")}', 'read,unknown'],
    ['BEGIN{print "x" |& "/inet/tcp/0/h/1"}', 'export,read'],
    ['{print "open}', 'read,unknown'],
  ])('%s: %s', async (program, expected) => {
    expect(effects(await awk(program, 'x')).join()).toBe(expected);
  });

  test.each([
    [['awk', '-F:', '-v', 'x=1', '$1>x', 'x'], 'read'],
    [['gawk', '-i', 'inplace', '{print}', 'x'], 'read,write'],
    [['gawk', '-i', 'frob', '{print}', 'x'], 'read,unknown'],
    [['gawk', '--source', '{print}', 'x'], 'read'],
    [['gawk', '-o', '{print}', 'x'], 'read,write'],
    [['awk', '-f', 'missing.awk', 'x'], 'execute,read,unknown'],
    [['awk', '--frob', '{print}', 'x'], 'read,unknown'],
    [['awk', '{print}', '.env'], 'read,secret'],
    [['awk', '--version'], 'read'],
    [['awk'], 'read,unknown'],
  ] as const)('%j: %s', async (argv, expected) => {
    expect(effects(await meaning(argv)).join()).toBe(expected);
  });

  test('a program file that can be read is read, and is an input', async () => {
    const found = await meaning(['awk', '-f', 'p.awk', 'x'], { files: filesOf({ 'p.awk': '{ print > "out" }' }) });
    expect(effects(found)).toEqual(['read', 'write']);
    expect(found.inputs.map((input) => input.role)).toEqual(['script']);
  });

  test('text that the shell puts into a program is not known; the files behind it are only names', async () => {
    expect((await line('awk "{print $X}" x')).opaque).toBe(true);
    expect((await line("awk '{print}' $FILES")).opaque).toBe(false);
  });

  test('a call of system is found whatever stands before it', () => {
    const piece = fc.constantFrom(
      'print $1',
      'x = "}"',
      '/a[/]b/',
      'y = 1 / 2',
      'if (1) /"/',
      'z = "/"',
      'n++ / 2',
      'a[1] / 3',
      'print "#"',
      'f = $1 / 2',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const program = readProgram(`{${[...pieces, 'system("x")'].join(';\n')}}`);
        expect(program.doubt !== undefined || program.runs.includes('x')).toBe(true);
      }),
    );
  });

  test('any text is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        readProgram(text);
      }),
      { numRuns: 2000 },
    );
    readProgram('"a" | getline < "b" > '.repeat(5000));
  });
});
