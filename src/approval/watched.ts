import type { Request } from '../request/request.ts';

/** What a configuration file says about the queue of this account: whether people answer what pipelines ask there. */
export interface QueueWords {
  readonly wait: boolean;
  /** The file. */
  readonly source: string;
}

/**
 * Why nobody could answer a request out of a CI job, and what would change that; undefined where somebody may. In local
 * mode the queue is a file of the job's account, and most machines that run jobs end with them. Not known is no: a minute
 * of waiting is paid for, and a refusal at once says what to do. Pure; docs/decisions/0011-pipelines.md.
 *
 * @param contained whether this machine is a container, which ends with the job whatever the CI system says
 */
export function unwatched(
  { job, tty, principal }: Pick<Request, 'job' | 'tty' | 'principal'>,
  said: QueueWords | undefined,
  contained: boolean,
): string | undefined {
  // Somebody sits at the terminal, and can open another.
  if (job === undefined || tty) return undefined;
  if (said?.wait ?? (job.stays && !contained)) return undefined;
  const why = said
    ? `${said.source} says that nobody answers what pipelines ask`
    : `the queue is a file of the machine that runs this ${job.system} job, where nobody is known to look`;
  return `${why}: allow it for \`${principal.id}\` by a rule, or say \`pipelines: { wait: true }\` in config.yaml where people do answer`;
}
