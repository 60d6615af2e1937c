/** What differs between operating systems, behind one interface. `gate doctor` names what a platform cannot do. */
import type { Ancestor } from '../request/principal.ts';
import type { Stdin } from '../request/request.ts';

export interface Platform {
  readonly name: 'linux' | 'macos';
  /** gate's own arguments (program excluded) as the kernel holds them. */
  rawArguments(): Uint8Array[];
  /** `NAME=value` entries, each ended by a NUL, as the kernel holds them. */
  rawEnvironment(): Uint8Array;
  /** Processes above this one, nearest first, at most 64. */
  ancestors(): Ancestor[];
  stdin(): Stdin;
  host(): string;
  /** By the kernel's uid, never by a variable. */
  user(): { readonly uid: number; readonly name: string; readonly home: string };
  /** True when a controlling terminal can be opened. */
  hasTerminal(): boolean;
  /** Sentences about what cannot be known or done here. */
  readonly limits: readonly string[];
}
