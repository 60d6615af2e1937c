/** One thing that a check of `gate doctor` found. */
export interface Finding {
  readonly check: Check;
  readonly level: Level;
  /** What it is about, within its check: stays the same between machines and versions. */
  readonly subject: string;
  /** One clause; never a secret or a part of one. */
  readonly text: string;
  /** A path, with `~/` for the home directory. */
  readonly where?: string;
  /** What helps. */
  readonly hint?: string;
}

/** Ordered as they are shown. */
export const CHECKS = [
  'service',
  'policy',
  'people',
  'log',
  'drift',
  'installation',
  'hooks',
  'attest',
  'latency',
  'terminal',
  'kernel',
  'ways-around',
] as const;

export type Check = (typeof CHECKS)[number];

/** `problem`: something that should hold does not, and gate ends with 78. */
export const LEVELS = ['problem', 'warning', 'note', 'ok'] as const;

export type Level = (typeof LEVELS)[number];

/** A path as people write it, and as it is the same for every user. */
export function tilde(path: string, home: string): string {
  return home !== '/' && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
