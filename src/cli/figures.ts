/** Figures as reports say them. */

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The day, in UTC. @param at milliseconds since 1970 */
export function day(at: number): string {
  return moment(at)?.slice(0, 10) ?? '?';
}

/** As programs read it; undefined for what is no time: a log may hold what no gate wrote. */
export function moment(at: number): string | undefined {
  return Number.isInteger(at) && Math.abs(at) <= 8_640_000_000_000_000 ? new Date(at).toISOString() : undefined;
}

/** How long something took, with as much precision as people need. */
export function spoken(milliseconds: number | null): string {
  if (milliseconds === null) return '-';
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)}s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, '0')}s`;
  return `${Math.floor(seconds / 3600)}h${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}m`;
}
