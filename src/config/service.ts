import type { SystemConfig } from './system.ts';

/** Where the broker is, when it is not in this process: `service:` of the system's file, and nowhere else. */
export type Service =
  /** Of this machine: the account that listens there is `user`, or root. */
  | { readonly kind: 'socket'; readonly path: string; readonly user: string }
  /** Elsewhere. `ca`: the only certificate authority that counts, else those of the runtime. */
  | { readonly kind: 'https'; readonly url: string; readonly ca?: string };

/**
 * The service that this machine's owner chose; undefined for local mode. No option, variable or file of the caller
 * leads elsewhere (docs/decisions/0012-serve.md).
 */
export function serviceIn({ service }: SystemConfig): Service | undefined {
  return service;
}
