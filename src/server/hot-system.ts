import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { People } from '../approval/people.ts';
import { bundledPeople, systemBundle, takeBundle } from '../config/bundle.ts';
import type { BundleSource } from '../config/bundle-schema.ts';
import type { Paths } from '../config/paths.ts';
import { SYSTEM_FILE, type SystemConfig, systemConfig } from '../config/system.ts';
import type { BundleInForce, Offered } from '../policy/bundle/in-force.ts';

/** What the machine's owner says, as it is now: the system's file and its policy bundle, read again when they changed. */
export interface HotSystem {
  /**
   * Looks whether they changed first, so that no decision is made by what was there before.
   *
   * @throws GateError CONFIG_INVALID; POLICY_INVALID when a bundle is named and none is good
   */
  now(): Promise<SystemConfig>;
  /** Who existed when somebody last looked. */
  readonly people: People | undefined;
  /** The bundle in force then. */
  readonly bundle: BundleInForce | undefined;
  stop(): void;
}

export interface HotSystemParts {
  readonly file?: string;
  /** The state of the service: its memory of bundles. */
  readonly paths: Paths;
  readonly clock: () => number;
  /** One line about what changed, or was refused. */
  readonly log: (line: string) => void;
  /** Gets what lies at an address. */
  readonly fetched: (url: string) => Promise<Offered['bytes']>;
}

interface Look {
  readonly config: SystemConfig;
  readonly people: People | undefined;
  readonly bundle: BundleInForce | undefined;
  /** What the files were like. */
  readonly seen: string;
  /** It is looked at again then, although nothing changed: time passes. */
  readonly until: number;
}

/** Where no event comes. */
const LOOK_MILLISECONDS = 1_000;
const FETCH_MILLISECONDS = 60_000;

/** @throws GateError as `now` */
export async function hotSystem({
  file = SYSTEM_FILE,
  paths,
  clock,
  log,
  fetched,
}: HotSystemParts): Promise<HotSystem> {
  const keeping = { paths, service: true, now: clock };
  let last: Look | undefined;
  let looking: Promise<Look> | undefined;
  let said = '';

  async function look(): Promise<Look> {
    // Before it is read: what changes while it is read is seen the next time.
    const fileSeen = signature(file);
    const isSame = last !== undefined && last.seen === `${fileSeen} ${bundleSignature(last.config)}`;
    if (last !== undefined && isSame && clock() < last.until) return last;
    const config = await systemConfig(file, paths.cache);
    const seen = `${fileSeen} ${bundleSignature(config)}`;
    const bundle = config.bundle && (await systemBundle(config.bundle, keeping));
    last = await lookOf(config, bundle, seen);
    tell(bundle);
    watchAll(config);
    return last;
  }

  async function lookOf(config: SystemConfig, bundle: BundleInForce | undefined, seen: string): Promise<Look> {
    const { people } = config;
    const named = people && { source: file, ...people };
    return {
      config: bundle === undefined ? config : { ...config, bundled: async () => bundle },
      people: named ?? (bundle && (await bundledPeople(bundle, paths.cache))),
      bundle,
      seen,
      until: clock() + FETCH_MILLISECONDS,
    };
  }

  function tell(bundle: BundleInForce | undefined): void {
    const words =
      bundle === undefined ? '' : `decides by version ${bundle.version} of the policy bundle ${bundle.name}`;
    for (const line of [words, bundle?.problem ?? '']) if (line !== '' && !said.includes(line)) log(line);
    said = `${words}\n${bundle?.problem ?? ''}`;
  }

  /** One look at a time: whoever comes meanwhile gets what it finds. */
  const now = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  // What is wrong is said to whoever needs a decision; here the last good look stays.
  const again = () => void now().catch(() => {});

  let watched = '';
  let watchers: FSWatcher[] = [];
  function watchAll({ bundle }: SystemConfig): void {
    const directories = [dirname(file), ...(bundle?.from.kind === 'file' ? [dirname(bundle.from.path)] : [])];
    if (watched === directories.join('\0')) return;
    watched = directories.join('\0');
    for (const each of watchers) each.close();
    watchers = directories.flatMap((directory) => {
      try {
        return [watch(directory, { persistent: false }, again).on('error', () => {})];
      } catch {
        return [];
      }
    });
  }

  async function fetchNow(): Promise<void> {
    const source: BundleSource | undefined = last?.config.bundle;
    if (source?.from.kind !== 'https') return;
    const { url } = source.from;
    const bundle = await takeBundle(source, { from: url, bytes: await fetched(url) }, keeping);
    if (last !== undefined) last = await lookOf(last.config, bundle, last.seen);
    tell(bundle);
  }

  const first = await systemConfig(file, paths.cache);
  if (first.bundle?.from.kind === 'https') {
    const { url } = first.bundle.from;
    await takeBundle(first.bundle, { from: url, bytes: await fetched(url) }, keeping);
  }
  await now();
  // What cannot be fetched now is fetched later; the last good one decides.
  const fetching = setInterval(() => void fetchNow().catch(() => {}), FETCH_MILLISECONDS);
  const ticking = setInterval(again, LOOK_MILLISECONDS);
  for (const timer of [fetching, ticking]) timer.unref();
  return {
    now: async () => (await now()).config,
    get people() {
      return last?.people;
    },
    get bundle() {
      return last?.bundle;
    },
    stop() {
      for (const timer of [fetching, ticking]) clearInterval(timer);
      for (const each of watchers) each.close();
    },
  };
}

function bundleSignature({ bundle }: SystemConfig): string {
  return bundle?.from.kind === 'file' ? signature(bundle.from.path) : '';
}

/** Changes whenever the file does. */
function signature(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? 'absent' : `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
}
