import type { Header, Shard, Source } from '../compiled.ts';
import { EMBEDDED } from './embedded.ts';

/** The packs that come with gate: their text and what was compiled of it, inside the program. */

export interface Pack {
  readonly name: string;
  readonly digest: string;
  text(): Promise<string>;
  readonly source: Source;
}

/** As generated: JSON in strings, because most runs need two shards of it. */
export interface EmbeddedPack {
  readonly digest: string;
  readonly header: string;
  readonly shards: Readonly<Record<string, string>>;
}

export const PACK_NAMES: readonly string[] = Object.keys(EMBEDDED);

/** What applies where nobody has written a policy. */
export const DEFAULT_PACKS: readonly string[] = [
  'baseline',
  'kubernetes',
  'aws',
  'postgres',
  'terraform',
  'git',
  'containers',
  'files',
  'network',
];

export function pack(name: string): Pack | undefined {
  if (!Object.hasOwn(EMBEDDED, name)) return undefined;
  const { digest, header, shards } = EMBEDDED[name]!;
  const parsed = new Map<string, Shard>();
  const source: Source = {
    header: JSON.parse(header) as Header,
    tools: () => Object.keys(shards),
    shard(tool) {
      if (!Object.hasOwn(shards, tool)) return undefined;
      const found = parsed.get(tool) ?? (JSON.parse(shards[tool]!) as Shard);
      parsed.set(tool, found);
      return found;
    },
  };
  return { name, digest, text: async () => (await import('./embedded-texts.ts')).TEXTS[name]!, source };
}
