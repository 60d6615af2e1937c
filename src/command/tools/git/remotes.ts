import type { Scope } from '../../action.ts';

/** `transport::address` hands the address to a program: `ext::sh -c ...` runs it. */
export function runsTransport(address: string): boolean {
  return /^[A-Za-z0-9+-]+::/.test(address) || /^-/.test(address);
}

/**
 * Where a remote's name or address points, without a password in it.
 * @param addresses what the repository's configuration says of its remotes, by name
 */
export function scopeOf(remote: string | undefined, addresses?: ReadonlyMap<string, string>): Scope {
  const address = addresses?.get(remote || 'origin');
  const repository = address === undefined ? {} : { repository: bare(address) };
  if (remote === undefined || remote === '') return { ...repository, reach: 'remote' };
  return { remote: bare(remote), ...repository, reach: 'remote' };
}

function bare(address: string): string {
  return address.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1');
}

/** The password in `https://user:password@host/`. */
export function passwordIn(address: string): string | undefined {
  return /^[a-z+]+:\/\/[^/:@]*:([^/@]+)@/i.exec(address)?.[1];
}

/** The directory that `git clone ADDRESS` makes. */
export function folderOf(address: string): string {
  const path = address
    .replace(/\/+$/, '')
    .replace(/\/\.git$/, '')
    .replace(/\.(git|bundle)$/, '');
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1) || path;
}
