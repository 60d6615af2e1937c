import type { Exit } from './execution.ts';

/** Where a command ran: in the gate that was asked, at the service, or at a client of one (docs/decisions/0012-serve.md). */
export type RunMode = 'local' | 'host' | 'client';

/** What the execution stage writes into the log. */
export interface ExecutionEvents {
  /**
   * Durable before anything runs. `pid`: of the gate that writes this, `runner`: the name for ever of what runs the command; `credentials`: name of the
   * issuer, if any; `mode`: absent in logs of the first gates, which were local; `run_as`: the account, in host mode.
   */
  'run.started': {
    readonly digest: string;
    readonly pid: number;
    readonly mode?: RunMode;
    readonly run_as?: string;
    readonly runner?: string;
    readonly credentials?: string;
  };
  'run.finished': Exclude<Exit, { kind: 'failed' }>;
  /** Nothing ran: the kernel refused to execute it. */
  'run.failed': { readonly errno: string; readonly milliseconds: number };
  /** gate ended before the command did, or nothing is heard of it; whether it completed is not known, unless its end is told later. */
  'run.lost': Record<string, never>;
}
