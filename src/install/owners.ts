import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { GateError } from '../errors.ts';

/**
 * Root writes only where nobody else could lead it elsewhere, by a link in the place of a directory.
 *
 * @throws GateError CANNOT_WRITE for root, when a directory on the way belongs to somebody else
 */
export function requireOwnedByRoot(directory: string): void {
  if (process.getuid?.() !== 0) return;
  const foreign = existing(directory).find(({ stats }) => stats.uid !== 0);
  if (foreign === undefined) return;
  throw new GateError(
    'CANNOT_WRITE',
    `\`${foreign.path}\` belongs to uid ${foreign.stats.uid}, and root would write below it`,
    {
      hint: 'install as that user, or as root under a prefix that root owns',
    },
  );
}

/** A path and everything above it, as it is named and as it really is; what does not exist yet is left out. */
function existing(path: string): readonly { readonly path: string; readonly stats: Stats }[] {
  const named = upwards(path);
  const there = named.find((each) => statsOf(each) !== undefined);
  const all = new Set([...named, ...(there === undefined ? [] : upwards(realpathSync(there)))]);
  return [...all].flatMap((each) => {
    const stats = statsOf(each);
    return stats === undefined ? [] : [{ path: each, stats }];
  });
}

/** Undefined for what is not there, or cannot be looked at: whoever places a file there is told by the system. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function upwards(path: string): readonly string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...upwards(above)];
}
