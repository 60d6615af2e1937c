import type { Effect } from '../../action.ts';
import tree from '../../grammars/journalctl.json' with { type: 'json' };
import { grammar, type OptionTable, scan } from '../../options.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, withDoubt } from '../../reading.ts';

/** The journal: read, unless an option throws entries away or writes beside them. */
export const reader: Reader = { names: [], read };

const OPTIONS = grammar('getopt', tree.persistent as OptionTable);

const CHANGES: Readonly<Record<string, Effect>> = {
  'vacuum-size': 'destroy',
  'vacuum-files': 'destroy',
  'vacuum-time': 'destroy',
  rotate: 'write',
  flush: 'write',
  sync: 'write',
  'relinquish-var': 'write',
  'smart-relinquish-var': 'write',
  'update-catalog': 'write',
  'setup-keys': 'write',
};

function read(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(joined(argv), 1, OPTIONS);
  const effects = new Set<Effect>();
  for (const name of found.options.keys()) if (Object.hasOwn(CHANGES, name)) effects.add(CHANGES[name] as Effect);
  if (found.options.has('setup-keys')) effects.add('secret');
  if (effects.size === 0 || found.options.has('help')) effects.add('read');
  if (found.options.has('help')) for (const effect of effects) if (effect !== 'read') effects.delete(effect);
  const [unit] = [...(found.options.get('unit') ?? []), ...(found.options.get('user-unit') ?? [])];
  const scope = { reach: 'machine' };
  const resource = fields({ kind: 'journal', service: unit });
  const actions = [act('journalctl', 'journalctl', [...effects], { resource, scope })];
  const cursor = found.options.get('cursor-file')?.at(-1);
  if (cursor !== undefined)
    actions.push(act('journalctl', 'journalctl', ['write'], { resource: fileAt(cursor, context.cwd) }));
  // Matches given twice add up, and so do most options: only what is not known is a doubt.
  return withDoubt({ actions, pins: ['SYSTEMD_PAGER'] }, doubtsOf({ ...found, repeated: [] }));
}

/** `-b -1` and `-n 5`: journalctl takes the next word as the value when it looks like one. */
function joined(argv: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    const next = argv[at + 1];
    const takes = next !== undefined && /^(-b|--boot|-n|--lines)$/.test(word) && BOOT.test(next);
    words.push(takes ? `${word}${word.startsWith('--') ? '=' : ''}${next}` : word);
    if (takes) at++;
  }
  return words;
}

const BOOT = /^([-+]?\d{1,6}|all|[0-9a-f]{32}([-+]\d{1,6})?)$/;
