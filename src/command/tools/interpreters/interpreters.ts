import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unseen } from '../../reading.ts';
import { language } from './languages.ts';
import { LANGUAGES } from './languages-table.ts';
import { python } from './python.ts';

/**
 * Programs that run code in a language gate does not read: `execute` and `unknown`, but for the little that provably
 * computes and prints. A file is named by its path and its digest; commands that the code names literally are judged too.
 */
export const reader: Reader = { names: [], read };

const ASKS = /^(--version|-V|--help|-h|-version|--usage|-v)$/;

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const asks = argv.length === 2 && ASKS.test(argv[1] as string);
  if (
    asks &&
    !/^(eval|source|\.)$/.test(tool) &&
    !(argv[1] === '-v' && /^(vim?|nvim|ex|ed|nano|emacs|tclsh|irb)$/.test(tool))
  )
    return { actions: [act(tool, tool, ['read'])] };
  if (/^(python|pypy)[0-9.]*$/.test(tool)) return python(tool, argv, context);
  const name =
    tool === 'nodejs'
      ? 'node'
      : /^perl5/.test(tool)
        ? 'perl'
        : tool.replace(/^(ruby|php|lua|tclsh|wish)[0-9.]+$/, '$1');
  const by = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
  if (by !== undefined) return language(name, by, argv, context);
  return { ...unseen(tool, `${tool} runs code that gate does not read`), settled: true };
}
