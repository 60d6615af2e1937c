import type { Exit } from './execution.ts';

/** What the execution stage writes into the log. */
export interface ExecutionEvents {
  /** Durable before anything runs. `environment`: names the child gets beyond the pinned ones of the manifest. */
  'run.started': { readonly digest: string; readonly pid: number; readonly credentials?: string };
  'run.finished': Exclude<Exit, { kind: 'failed' }>;
  /** Nothing ran: the kernel refused to execute it. */
  'run.failed': { readonly errno: string; readonly milliseconds: number };
  /** gate ended before the command did; whether it completed is not known. */
  'run.lost': { readonly noticed_by: string };
}
