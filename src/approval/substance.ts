import type { View } from './states.ts';

/**
 * What an approver must know anew when it changes: who decided knowing another one decided about something else. Being asked for again is not
 * among it, so nobody can jam a decision.
 */
export function substance({ state, votes, question, answers, approvers, previews }: View): string {
  return JSON.stringify([state, votes.map(({ nonce }) => nonce), question, answers.length, approvers, previews]);
}
