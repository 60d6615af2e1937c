import type { Exit } from './execution.ts';

/** What the execution stage writes into the log. */
export interface ExecutionEvents {
  /** Durable before anything runs. `pid`: of the gate that starts it, `runner`: its name for ever; `credentials`: name of the issuer, if any. */
  'run.started': {
    readonly digest: string;
    readonly pid: number;
    readonly runner?: string;
    readonly credentials?: string;
  };
  'run.finished': Exclude<Exit, { kind: 'failed' }>;
  /** Nothing ran: the kernel refused to execute it. */
  'run.failed': { readonly errno: string; readonly milliseconds: number };
  /** gate ended before the command did; whether it completed is not known. */
  'run.lost': Record<string, never>;
}
