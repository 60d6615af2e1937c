import { existsSync } from 'node:fs';
import type { View } from '../../approval/states.ts';
import { displayArgv, displayText, visible } from '../../command/display.ts';
import type { Local } from '../../wiring.ts';
import type { Io } from '../io.ts';
import { isUnreviewed } from '../list.ts';
import type { WordList } from './values.ts';

/** What shells ask for at the moment of a TAB: `gate completion --words LIST`. Internal to our own completions. */

const REQUESTS: Readonly<Record<string, { readonly open: boolean; readonly has: (view: View) => boolean }>> = {
  pending: { open: true, has: ({ state }) => state === 'pending' || state === 'questioned' },
  questioned: { open: true, has: ({ state }) => state === 'questioned' },
  granted: { open: true, has: ({ state }) => state === 'granted' },
  resumable: { open: true, has: ({ state }) => ['pending', 'questioned', 'granted'].includes(state) },
  open: { open: true, has: () => true },
  unreviewed: { open: true, has: isUnreviewed },
  all: { open: false, has: () => true },
};

/** A list longer than this helps nobody. */
const MOST = 50;
const LONGEST = 60;

/** One word a line, then a tab and what it is; nothing when there is nothing. Never begins a log. */
export async function printWords(
  list: WordList,
  { local, database }: { readonly local: () => Local; readonly database: string },
  io: Pick<Io, 'stdout'>,
): Promise<number> {
  for (const [word, about] of await wordsOf(list, existsSync(database) ? local : undefined)) {
    io.stdout(about === undefined ? `${word}\n` : `${word}\t${shortened(visible(about))}\n`);
  }
  return 0;
}

async function wordsOf(list: WordList, local: (() => Local) | undefined): Promise<readonly [string, string?][]> {
  if (list === 'schemas') return Object.keys((await import('../schemas.ts')).SCHEMAS).map((name) => [name]);
  if (list === 'packs') return (await import('../../policy/packs/packs.ts')).PACK_NAMES.map((name) => [name]);
  if (local === undefined) return [];
  if (list === 'standing') {
    const known = await local().broker.standings({ open: true, limit: MOST });
    const words = (argv: KnownArgv) => argv.map((word) => (word === null ? '<any name>' : displayText(word))).join(' ');
    return known.map(({ id, view }) => [id.slice(-8), words(view.grant.shape.argv)]);
  }
  const { open, has } = REQUESTS[list]!;
  const known = await local().broker.list({ ...(open ? { open } : {}), limit: MOST });
  return known
    .filter(({ view }) => has(view))
    .map(({ id, view }) => [id.slice(-8), `${view.state}: ${displayArgv(view.argv)}`]);
}

type KnownArgv = readonly (Parameters<typeof displayText>[0] | null)[];

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 3)}...`;
}
