import type { SystemConfig } from './system.ts';

/** Where the broker is, when it is not in this process: `service:` of the system's file, and nowhere else. */
export type Service =
  /** Of this machine: the account that listens there is `user`, or root. */
  | {
      readonly kind: 'socket';
      readonly path: string;
      readonly user: string;
      /** Where commands run: at the service, unless this says at the client. */
      readonly runs?: 'client';
    }
  | RemoteService;

/** Elsewhere. */
export interface RemoteService {
  readonly kind: 'https';
  /** `https://HOST[:PORT]`. */
  readonly url: string;
  /** File of the only certificate authorities that count; else those that the runtime was built with. */
  readonly ca?: string;
  /** File of a token, for the accounts of this machine that can read it. */
  readonly token?: string;
  /** What tokens of CI jobs are made out to; else the host of `url`. */
  readonly audience?: string;
}

/** Whether commands run at the client: always, with a service elsewhere. */
export function runsHere(service: Service): boolean {
  return service.kind === 'https' || service.runs === 'client';
}

/**
 * The service that this machine's owner chose; undefined for local mode. No option, variable or file of the caller
 * leads elsewhere (docs/decisions/0012-serve.md).
 */
export function serviceIn({ service }: SystemConfig): Service | undefined {
  return service;
}
