import { join } from 'node:path';
import type { People } from '../approval/people.ts';
import {
  type BundleInForce,
  bundleInForce,
  type Offered,
  offeredFile,
  ROOT_MEMORY,
} from '../policy/bundle/in-force.ts';
import { DIRECTORY_MEMBER } from '../policy/bundle/statement.ts';
import { assemble, loadBundle } from '../policy/load.ts';
import type { BundleSource } from './bundle-schema.ts';
import { cacheConfig, cachedConfig } from './cache.ts';
import type { Paths } from './paths.ts';

/** The policy bundle of `bundle:` in the system's file (docs/decisions/0017-policy-bundle.md). */

export interface BundleKeeping {
  /** Of the account, or of the service; no variable of a caller names them. */
  readonly paths: Pick<Paths, 'state' | 'cache'>;
  /** The service keeps its own memory and no other. */
  readonly service?: boolean;
  readonly now: () => number;
}

/** @throws GateError POLICY_INVALID when none is good and none ever was */
export function systemBundle(source: BundleSource, keeping: BundleKeeping): Promise<BundleInForce> {
  const { from } = source;
  return takeBundle(source, from.kind === 'file' ? offeredFile(from.path) : undefined, keeping);
}

/** The same with what was fetched. */
export function takeBundle(
  { name, keys }: BundleSource,
  offered: Offered | undefined,
  { paths, service = false, now }: BundleKeeping,
): Promise<BundleInForce> {
  const own = join(paths.state, 'bundles');
  const isRoot = process.getuid?.() === 0;
  const places = {
    ...{ name, keys, now: now(), cacheDirectory: paths.cache },
    memories: service ? [own] : [ROOT_MEMORY, own],
    keep: service || !isRoot ? own : ROOT_MEMORY,
  };
  return bundleInForce(offered, places, async (bundle) => {
    const loaded = await loadBundle(bundle, { tools: 'all', cacheDirectory: paths.cache });
    assemble(loaded, { tools: 'all', bundle });
    await bundledPeople(bundle, paths.cache);
  });
}

/**
 * Who exists by the bundle; undefined when it has no directory.
 *
 * @throws GateError POLICY_INVALID when this version of gate does not understand it
 */
export async function bundledPeople(bundle: BundleInForce, cacheDirectory: string): Promise<People | undefined> {
  const member = bundle.members.find(({ name }) => name === DIRECTORY_MEMBER);
  if (member === undefined) return undefined;
  const key = `${member.sha256}-directory`;
  const source = `the policy bundle ${bundle.name}, version ${bundle.version}`;
  const cached = cachedConfig(cacheDirectory, key);
  if (cached !== undefined) return { source, ...(cached as Omit<People, 'source'>) };
  const { parseDirectory } = await import('./document.ts');
  const people = parseDirectory(
    Buffer.from(bundle.text(DIRECTORY_MEMBER)),
    `bundle:${bundle.name}/${DIRECTORY_MEMBER}`,
  );
  cacheConfig(cacheDirectory, key, people);
  return { source, ...people };
}
