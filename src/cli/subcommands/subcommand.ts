import { type Command, InvalidArgumentError } from 'commander';
import type { Looking } from '../../approval/previews/previews.ts';
import type { Away } from '../../broker/away.ts';
import type { Listing } from '../../broker/live-directory.ts';
import type { Paths } from '../../config/paths.ts';
import type { SystemConfig } from '../../config/system.ts';
import { seconds } from '../../policy/duration.ts';
import type { PolicyPaths } from '../../policy/paths.ts';
import type { RawFacts } from '../../request/capture.ts';
import type { Identified } from '../../request/principal.ts';
import type { Local, OpenQueue } from '../../wiring.ts';
import type { Io } from '../io.ts';
import type { Elsewhere } from '../open-log.ts';
import type { Actor } from '../votes.ts';

/** One family of subcommands: declares them, and loads what they need when one of them is called. */
export type Subcommands = (here: Here) => void;

/** What every subcommand is made of. Functions fail when they are called, so that help and doctor work everywhere. */
export interface Here {
  readonly program: Command;
  /** Declares `gate LINE` with the manners of all others. */
  readonly add: (parent: Command, line: string, description: string) => Command;
  readonly io: Io;
  /** How this process ends. */
  readonly done: (status: number) => void;
  /** What stands after `--`. */
  readonly command: readonly string[] | undefined;
  readonly facts: RawFacts;
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly paths: Paths;
  readonly system: SystemConfig;
  /** @throws GateError CONFIG_INVALID */
  readonly listing: () => Listing;
  /** The broker and the record of this account. */
  readonly local: () => Local;
  /** The log of the service that this machine's owner chose; undefined where the account's own counts. */
  readonly elsewhere: Elsewhere | undefined;
  /** @throws GateError USAGE where a service decides: this would show or change what counts for nothing */
  readonly requireLocal: (what: string) => void;
  /** What waits: here, or at the service that this machine's owner chose. */
  readonly queue: (away?: Away) => Promise<OpenQueue>;
  readonly policies: () => PolicyPaths;
  /** The caller by its account alone, and under the names of the directory. */
  readonly account: () => Identified;
  readonly actor: () => Actor;
  readonly looking: () => Promise<Looking>;
}

export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

/** In seconds. */
export function duration(text: string): number {
  const parsed = seconds(text);
  if (parsed === undefined) throw new InvalidArgumentError('write it like 90s, 10m or 2h');
  return parsed;
}
