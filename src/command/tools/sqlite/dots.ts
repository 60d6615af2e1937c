import { Names } from '../../names.ts';

/**
 * What each dot command does. sqlite3 takes any beginning of a name that it can tell apart, and which that is differs
 * between versions: of an abbreviation, every command it may stand for counts.
 */
export type Kind =
  | 'look'
  | 'file' // writes the file it names
  | 'pipe' // writes the file it names, or starts the program behind a bar
  | 'shell'
  | 'read'
  | 'import'
  | 'load'
  | 'open'
  | 'cd'
  | 'dump'
  | 'restore'
  | 'archive'
  | 'write'
  | 'unknown';

const KINDS: readonly (readonly [Kind, Names])[] = [
  [
    'look',
    new Names(`auth bail binary changes check connection crnl databases dbconfig dbinfo dbtotxt echo eqp exit expert
explain fullschema headers help indexes indices intck limit lint mode nullvalue parameter print progress prompt quit
scanstats schema selftest separator sha3sum show stats tables timeout timer version vfsinfo vfslist vfsname width`),
  ],
  ['file', new Names('backup save clone log trace testcase')],
  ['pipe', new Names('output once')],
  ['shell', new Names('shell system')],
  ['read', new Names('read')],
  ['import', new Names('import')],
  ['load', new Names('load excel www')],
  ['open', new Names('open')],
  ['cd', new Names('cd')],
  ['dump', new Names('dump recover')],
  ['restore', new Names('restore')],
  ['archive', new Names('archive')],
  ['write', new Names('imposter session')],
  ['unknown', new Names('filectrl nonce testctrl unmodule')],
];

/** The kinds a name may be of; empty when no command begins like it. */
export function kindsOf(name: string): readonly Kind[] {
  for (const [kind, names] of KINDS) if (names.has(name)) return [kind];
  if (name === '') return [];
  return KINDS.filter(([, names]) => names.all().some((full) => full.startsWith(name))).map(([kind]) => kind);
}
