// One approval: tell the person, wait for their word, bring it to gate.
import { condition, defineSignal, proxyActivities, setHandler, uuid4, workflowInfo } from '@temporalio/workflow';
import type * as activities from './activities.ts';
import type { Held } from './receiver.ts';

export interface Decided {
  /** As gate's directory calls them. Whoever sends the signal has made sure that it is them. */
  readonly person: string;
  readonly vote: 'approve' | 'deny';
  readonly text?: string;
}

export const decided = defineSignal<[Decided]>('decided');
/** gate says that it is over, whoever ended it. */
export const over = defineSignal<[string]>('over');

const { tell, convey } = proxyActivities<typeof activities>({ startToCloseTimeout: '1 minute' });

export async function approval(held: Held): Promise<string> {
  let answer: Decided | undefined;
  let end: string | undefined;
  setHandler(decided, (given) => {
    answer ??= given;
  });
  setHandler(over, (state) => {
    end ??= state;
  });
  // The same for every attempt of the activity, so that gate counts the vote once.
  const nonce = uuid4().replaceAll('-', '');
  await tell(held);
  const left = Date.parse(held.expires_at) - Date.now();
  await condition(() => answer !== undefined || end !== undefined, Math.max(1, left));
  if (end !== undefined) return end;
  if (answer === undefined) return 'nobody answered';
  const outcome = await convey({ ...answer, id: held.id, digest: held.digest, nonce, workflow: workflowInfo().workflowId });
  return outcome.state ?? `not taken: ${outcome.why}`;
}
