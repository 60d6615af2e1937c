import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { withDoubt } from '../../reading.ts';
import { onFiles } from './paths.ts';
import { has, type Known, scanLine, spellingsOf } from './scan.ts';

/** Two programs share this name: one takes two words, the other an expression in Perl, which runs even with -n. */
export const reader: Reader = { names: ['rename', 'prename', 'file-rename', 'rename.ul'], read };

let known: ReadonlyMap<string, Known> | undefined;

/** A substitution or translation without code in it. */
const PLAIN = /^(s|y|tr)([/|#,!:])(?:(?!\2)[^\\\n]|\\.)*\2(?:(?!\2)[^\\\n]|\\.)*\2[gidcrsx]*;?$/;
const CODE = /[@$]\{|\$\(|@\w|\(\?\??\{|`/;

function read(argv: readonly string[], { cwd }: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  known ??= spellingsOf(
    '-v --verbose -n --nono --no-act -f --force -o --no-overwrite -i --interactive -0 --null -d --filename --nopath --fullpath -a --all -l --last -s --symlink -u -h --help -V --version --dry-run|-e -E --expr|',
  );
  const line = scanLine(argv, 1, known);
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  if (has(line, '--help', '--version')) return { actions: onFiles(tool, ['read'], [], cwd) };
  const given = line.options.filter(({ option }) => /^(-e|-E|--expr)$/.test(option.spellings[0] ?? ''));
  const [first = '', second = '', ...rest] = line.operands;
  const expressions = given.length > 0 ? given.map(({ value }) => value) : [first];
  const isPerl = given.length > 0 || !/^[\w.+ -]*$/.test(first);
  if (isPerl && !expressions.every((text) => PLAIN.test(text) && !CODE.test(text) && !text.includes(UNRESOLVED))) {
    return withDoubt({ actions: onFiles(tool, ['write', 'execute'], [], cwd) }, [`${tool} runs an expression in Perl`]);
  }
  const files = given.length > 0 ? line.operands : isPerl ? [second, ...rest] : rest;
  return withDoubt(
    {
      actions: onFiles(
        tool,
        ['write'],
        files.filter((file) => file !== ''),
        cwd,
        false,
      ),
    },
    doubts,
  );
}
