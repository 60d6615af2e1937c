import { programOf } from '../paths.ts';
import type { Reader, Reading } from '../reader.ts';
import { act, unknownAction } from '../reading.ts';
import { ONLY_READ } from './plain-table.ts';

/** What a shell has as a builtin and the system as a program, and `unknown` for every program that nobody wrote a reader for. */
export const reader: Reader = { names: [], read };

function read(argv: readonly string[]): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (!ONLY_READ.has(tool)) {
    return { actions: [unknownAction(tool)], notes: [`gate does not know ${tool}`], settled: true };
  }
  return { actions: [tool === 'printenv' ? printenv(argv) : act(tool, tool, ['read'])], settled: true };
}

/** The whole environment, or a variable that sounds like a secret. */
function printenv(argv: readonly string[]) {
  const names = argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const plain = names.length > 0 && names.every((name) => /^[A-Za-z_]\w*$/.test(name) && !SECRET.test(name));
  return act('printenv', 'printenv', plain ? ['read'] : ['read', 'secret']);
}

const SECRET = /token|key|secret|pass|cred|auth|session|cookie|private|dsn|url|conn/i;
