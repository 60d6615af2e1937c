import type { Submitted } from '../../approval/events.ts';
import { shortCode } from '../../approval/short-code.ts';
import type { Standing } from '../../approval/standing.ts';
import type { View } from '../../approval/states.ts';
import { flat } from '../../command/display.ts';
import type { Decision } from '../../policy/decision.ts';

export interface Described {
  readonly id: string;
  readonly view: View;
  readonly submitted?: Submitted;
  readonly decision?: Decision;
  /** Whose vote could count. */
  readonly people: readonly string[];
  readonly page: string | undefined;
  /** Without what can be long. */
  readonly brief?: boolean;
}

/** A request as data: what an engine routes and compares by. For people there is the card. */
export function requestOf({ id, view, submitted, decision, people, page, brief = false }: Described): object {
  const { principal, owner, session, deadline, question, ended } = view;
  return {
    id,
    short: id.slice(-8),
    state: view.state,
    digest: view.digest,
    code: shortCode(view.digest),
    decision: view.decision,
    rules: view.rules,
    labels: decision?.labels ?? [],
    principal: { id: principal, kind: view.principalKind, owner: owner ?? null, session: session ?? null },
    argv: brief ? null : view.argv.map(flat),
    effects: view.effects,
    opaque: submitted?.opaque ?? null,
    actions: brief ? null : (submitted?.actions ?? null),
    target: brief ? null : (submitted?.manifest.target ?? null),
    host: submitted?.host ?? null,
    cwd: submitted?.cwd ?? null,
    intent: submitted?.intent === undefined ? null : flat(submitted.intent),
    ticket: submitted?.ticket === undefined ? null : flat(submitted.ticket),
    submitted_at: iso(view.submittedAt),
    expires_at: view.open && deadline !== undefined ? iso(deadline) : null,
    people,
    question: question === undefined ? null : { by: question.by, text: question.text },
    ended: ended ?? null,
    break_glass: view.broken !== undefined,
    url: page ?? null,
  };
}

export function standingOf(id: string, { state, grant, grantedAt, uses }: Standing): object {
  return {
    id,
    state,
    request: grant.request,
    principal: grant.principal,
    owner: grant.owner ?? null,
    session: grant.session ?? null,
    argv: grant.shape.argv.map((text) => (text === null ? null : flat(text))),
    exact: grant.shape.exact,
    shape: grant.shape.digest,
    by: grant.votes.map(({ voter }) => voter),
    granted_at: iso(grantedAt),
    until: iso(grant.until),
    uses,
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
