import { UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';

/** More places than this are not listed one by one. */
const MAX_PLACES = 16;

/**
 * Files and directories outside of the one a tool works in that its words name: `--rootdir=/x`, `../other`,
 * `-c /tmp/rules.yaml`. What lies below the directory goes without saying.
 */
export function placesOutside(words: readonly string[], directory: string, home: string): readonly string[] {
  const places = new Set<string>();
  for (const word of words) {
    const equals = word.startsWith('-') || /^[A-Za-z_][\w.-]*=/.test(word) ? word.lastIndexOf('=') : -1;
    const value = equals < 0 ? word : word.slice(equals + 1);
    if (value.startsWith('-') || value.includes(UNRESOLVED)) continue;
    const place = outside(value, directory, home);
    if (place !== undefined && place !== '/dev/null') places.add(place);
    if (places.size >= MAX_PLACES) break;
  }
  return [...places];
}

function outside(value: string, directory: string, home: string): string | undefined {
  if (value === '~' || value.startsWith('~/')) return `${home}${value.slice(1)}`;
  if (value.startsWith('//')) return undefined;
  if (value.startsWith('/'))
    return /^\/[\w.@+/-]+/.test(value) ? absolute(value.replace(/::.*$/, ''), directory) : undefined;
  if (value === '..' || value.startsWith('../') || value.includes('/../'))
    return absolute(value.replace(/::.*$/, ''), directory);
  return undefined;
}
