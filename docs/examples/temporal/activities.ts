// What the workflow does outside of itself. Temporal tries again whatever throws.
import type { Held } from './receiver.ts';
import type { Decided } from './workflow.ts';

const { GATE_URL = '', GATE_RELAY_TOKEN = '', TEMPORAL_UI = '', TELL_URL = '' } = process.env;

/** Puts the card in front of people: here, wherever TELL_URL leads. */
export async function tell(held: Held): Promise<void> {
  const { status } = await fetch(TELL_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(held),
  });
  if (status >= 300) throw new Error(`nobody could be told: ${status}`);
}

export interface Vote extends Decided {
  readonly id: string;
  /** Of what the person was shown. */
  readonly digest: string;
  readonly nonce: string;
  readonly workflow: string;
}

/** Brings what a person decided to gate: how the request stands now, or why it was not taken, which no further attempt would change. */
export async function convey({ id, workflow, ...vote }: Vote): Promise<{ state?: string; why?: string }> {
  const answer = await fetch(`${GATE_URL}/v1/relay/requests/${id}/votes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${GATE_RELAY_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...vote, at: Date.now(), run: `${TEMPORAL_UI}/workflows/${workflow}` }),
  });
  const said = (await answer.json()) as { state?: string; title?: string; hint?: string };
  if (answer.ok) return { state: said.state ?? '' };
  if ([400, 403, 404, 409].includes(answer.status)) return { why: [said.title, said.hint].filter(Boolean).join('; ') };
  throw new Error(`gate answers ${answer.status}`);
}
