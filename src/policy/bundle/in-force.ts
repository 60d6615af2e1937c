import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errno, GateError } from '../../errors.ts';
import { printable } from '../diagnostic.ts';
import { type Checked, checkedBundle } from './checked.ts';
import { second } from './statement.ts';
import { LARGEST_BUNDLE, objectionTo, refusedBundle } from './succession.ts';

/** The bundle that decides here (effect): what is offered when it is good, else the last that was. */
export interface BundleInForce
  extends Pick<Checked, 'name' | 'version' | 'digest' | 'created' | 'expires' | 'members'> {
  /** The signed note: the digest of all of it. */
  readonly note: { readonly digest: string; text(): string };
  /** Of a member. */
  text(member: string): string;
  /** The whole file. */
  readonly bytes: Uint8Array;
  /** Why it is not another one, or that it is out of date: one line, safe to show. */
  readonly problem?: string;
}

export interface BundlePlaces {
  /** The name it must have. */
  readonly name: string;
  /** The keys whose signature makes it one, as they are written. */
  readonly keys: readonly string[];
  /** Directories of bundles that were in force. Nobody else than root and this account may have written there. */
  readonly memories: readonly string[];
  /** Where a new one is kept, in force from then on: one of those. */
  readonly keep: string;
  /** What was found out about bytes; without it everything is checked each time. */
  readonly cacheDirectory?: string;
  readonly now: number;
}

/** What is offered: its bytes, or why there are none. */
export interface Offered {
  /** File or address, for people. */
  readonly from: string;
  readonly bytes: Uint8Array | { readonly missing: string };
}

/** Root's memory: no other account takes anything back there. */
export const ROOT_MEMORY = '/var/lib/gate/bundles';

/**
 * Chooses, and keeps what comes into force.
 *
 * @param offered undefined: nothing is looked at but what was kept
 * @param usable throws when this version of gate cannot decide with its policies
 * @throws GateError POLICY_INVALID when nothing is good and nothing ever was
 */
export async function bundleInForce(
  offered: Offered | undefined,
  places: BundlePlaces,
  usable: (bundle: BundleInForce) => Promise<void>,
): Promise<BundleInForce> {
  const looks: Look[] = [];
  const kept = await bestKept(places, looks);
  if (offered === undefined) {
    if (kept !== undefined) return outdated(kept, places.now);
    throw nothingGood(places, 'none has been fetched yet', 'run `gate policy bundle fetch` as root');
  }
  try {
    const fresh = await lookedAt(offered, places, looks);
    const objection = objectionTo(asBundle(fresh), { name: places.name, now: places.now }, kept && asBundle(kept));
    if (objection !== undefined) throw refusedBundle(`${printable(offered.from)} ${objection}`);
    if (kept?.digest === fresh.digest) return outdated(fresh, places.now);
    await usable(fresh);
    return keep(fresh, places);
  } catch (error) {
    if (!(error instanceof GateError) || error.code !== 'POLICY_INVALID') throw error;
    const [why = ''] = error.message.split('\n');
    if (kept === undefined) throw nothingGood(places, error.message, error.hint);
    return { ...kept, problem: `the policy bundle ${kept.name} stays at version ${kept.version}: ${why}` };
  }
}

/** The bytes at a path. */
export function offeredFile(path: string): Offered {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_BUNDLE) return { from: path, bytes: { missing: `is larger than ${LARGEST_BUNDLE} bytes` } };
    return { from: path, bytes: readFileSync(path) };
  } catch (error) {
    return { from: path, bytes: { missing: `cannot be read (${errno(error) || 'unknown'})` } };
  }
}

export function keptPath(directory: string, name: string): string {
  return join(directory, `${name}.json`);
}

/** Bytes that were looked at already: what is offered is mostly what was kept. */
type Look = Pick<BundleInForce, 'bytes'> & { readonly found: BundleInForce };

async function lookedAt(
  { from, bytes }: Offered,
  { keys, cacheDirectory }: BundlePlaces,
  looks: Look[],
): Promise<BundleInForce> {
  if ('missing' in bytes) throw refusedBundle(`${printable(from)} ${bytes.missing}`);
  const before = looks.find((look) => Buffer.compare(look.bytes, bytes) === 0);
  if (before !== undefined) return before.found;
  const checked = await checkedBundle(bytes, {
    from,
    keys,
    ...(cacheDirectory === undefined ? {} : { cacheDirectory }),
  });
  let members: Readonly<Record<string, string>> | undefined;
  let note = '';
  // These very bytes were checked: they need no second look.
  const opened = () => {
    if (members === undefined) ({ members, note } = JSON.parse(Buffer.from(bytes).toString('utf8')));
    return { members: members as Readonly<Record<string, string>>, note };
  };
  const found = {
    ...checked,
    note: { digest: checked.noteDigest, text: () => opened().note },
    text: (member: string) => opened().members[member] ?? '',
    bytes,
  };
  looks.push({ bytes, found });
  return found;
}

/** The highest version of those that were kept and are still signed by a key that counts. */
async function bestKept(places: BundlePlaces, looks: Look[]): Promise<BundleInForce | undefined> {
  let best: BundleInForce | undefined;
  for (const directory of new Set(places.memories)) {
    const path = keptPath(directory, places.name);
    if (!isOurs(path) || !isOurs(directory)) continue;
    try {
      const found = await lookedAt(offeredFile(path), places, looks);
      if (found.name === places.name && found.version > (best?.version ?? 0)) best = found;
    } catch (error) {
      if (!(error instanceof GateError)) throw error;
    }
  }
  return best;
}

function isOurs(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || (stats.mode & 0o022) !== 0) return false;
  return stats.uid === 0 || stats.uid === process.getuid?.();
}

/** It is in force although it cannot be kept: then this account remembers less, and says so. */
function keep(bundle: BundleInForce, { keep: directory }: BundlePlaces): BundleInForce {
  const path = keptPath(directory, bundle.name);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: directory === ROOT_MEMORY ? 0o755 : 0o700 });
    writeFileSync(draft, bundle.bytes, { mode: directory === ROOT_MEMORY ? 0o644 : 0o600 });
    renameSync(draft, path);
    return bundle;
  } catch (error) {
    const why = errno(error) || 'unknown';
    return {
      ...bundle,
      problem: `version ${bundle.version} of the policy bundle ${bundle.name} cannot be kept at ${printable(path)} (${why}): an older one would be taken for new`,
    };
  }
}

function outdated(bundle: BundleInForce, now: number): BundleInForce {
  const { name, version, expires } = bundle;
  if (expires === undefined || expires > now) return bundle;
  return {
    ...bundle,
    problem: `version ${version} of the policy bundle ${name} expired at ${second(expires)}, and is still in force`,
  };
}

function asBundle({ digest, ...statement }: BundleInForce) {
  return { digest, statement };
}

function nothingGood({ name }: BundlePlaces, why: string, hint?: string): GateError {
  return refusedBundle(
    `there is no policy bundle ${name} to decide by: ${why}`,
    hint ?? 'nothing runs until a good one is there; `gate policy bundle verify` looks at a file',
  );
}
