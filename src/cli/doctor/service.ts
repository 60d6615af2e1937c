import { reported } from '../report.ts';
import type { Finding } from './finding.ts';

/** Whether the service answers, where one is chosen. @param ready asks it; throws why not */
export async function serviceFindings(ready: (() => Promise<unknown>) | undefined): Promise<readonly Finding[]> {
  if (ready === undefined) return [];
  try {
    await ready();
    return [];
  } catch (error) {
    const { message, hint } = reported(error);
    return [
      {
        check: 'service',
        level: 'problem',
        subject: 'service',
        text: message,
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  }
}
