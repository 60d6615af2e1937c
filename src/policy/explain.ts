import type { Action } from '../command/action.ts';
import { visible } from '../command/display.ts';
import type { Principal } from '../request/request.ts';
import type { Approvers, Decision, DirectoryView } from './decision.ts';
import { printable } from './diagnostic.ts';
import { spoken } from './duration.ts';

/**
 * A decision as sentences: what was understood, what was decided and why, who can change that, and how to ask. The same
 * words for a terminal, a chat and the record. Pure; every value is shown, none can move the cursor.
 */
export interface Explanation {
  readonly understood: readonly string[];
  readonly decided: readonly string[];
  readonly change: readonly string[];
  readonly ask: readonly string[];
}

/** @param inVain nobody could answer from here, so nobody is told to ask and wait */
export function explain(
  decision: Decision,
  actions: readonly Action[],
  principal: Pick<Principal, 'kind'>,
  inVain = false,
): Explanation {
  const reasons = decision.reasons.map((reason) => `because ${printable(reason)}`);
  const rules = `by ${decision.rules.map(ruleWords).join(', ')}`;
  return {
    understood: summary(actions),
    decided: [`${headline(decision)}, ${rules}`, ...reasons],
    change: (decision.where ?? []).map((place) => printable(place)),
    ask: howToAsk(decision, principal, inVain),
  };
}

/** Indented lines under headings, for a terminal. */
export function render({ understood, decided, change, ask }: Explanation): string {
  const part = (title: string, lines: readonly string[]) =>
    lines.map((line, index) => `${(index === 0 ? title : '').padEnd(12)}${line}\n`).join('');
  return [part('understood', understood), part('decision', decided), part('change it', change), part('ask', ask)].join(
    '',
  );
}

/** `kubectl delete (destroy) namespace payments; context prod` */
export function actionWords({ tool, operation, effects, resource, scope, opaque }: Action): string {
  const { kind, name, ...others } = resource;
  const what = [kind, name].filter((word) => word !== undefined).map(visible);
  // A branch is named as what it is and in a field of its own; once is enough for people.
  const fields = Object.entries(others).filter(([, value]) => value !== name);
  const more = new Set([...pairs(Object.fromEntries(fields)), ...pairs(scope)]);
  const verb = operation === tool ? visible(tool) : `${visible(tool)} ${visible(operation)}`;
  const head = [`${verb} (${effects.join(', ')})`, ...what].join(' ');
  return `${[head, ...more].join('; ')}${opaque ? '; part of it cannot be seen' : ''}`;
}

const MOST = 20;

function summary(actions: readonly Action[]): string[] {
  const lines = [...new Set(actions.map(actionWords))];
  return lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more`];
}

function pairs(fields: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    value === undefined ? [] : [`${visible(field)} ${visible(value)}`],
  );
}

function ruleWords(rule: string): string {
  return rule === 'default' ? 'the default' : `rule ${printable(rule)}`;
}

function headline({ kind, refusal, mode }: Decision): string {
  const words =
    kind === 'deny' && refusal === 'limit'
      ? 'deny: the limit is reached'
      : kind === 'deny' && refusal === 'error'
        ? 'deny: the policy could not be evaluated'
        : { allow: 'allow', confirm: 'confirm at the terminal', hold: 'hold until people approve', deny: 'deny' }[kind];
  return mode === 'observe' ? `${words} (observe mode: recorded, and it runs)` : words;
}

function howToAsk(decision: Decision, principal: Pick<Principal, 'kind'>, inVain: boolean): string[] {
  const { kind, mode, duties, suggest } = decision;
  const instead = [
    ...suggest.map((text) => `instead: ${printable(text)}`),
    ...(duties.view === undefined || kind === 'deny' ? [] : [VIEW_WORDS[duties.view]]),
  ];
  if (mode === 'observe' || kind === 'allow') return instead;
  if (kind === 'deny') return [...instead, 'nobody can approve this; the policy would have to change'];
  if (kind === 'confirm') return [...instead, 'run it at a terminal and type the word that gate shows'];
  const votes = duties.approvers.map(approversWords);
  if (inVain) return [...instead, ...votes];
  const who = principal.kind === 'person' ? '' : '; say why with --intent';
  return [...instead, ...votes, `run it through gate and wait, at most ${spoken(duties.expiresSeconds)}${who}`];
}

const VIEW_WORDS: Readonly<Record<DirectoryView, string>> = {
  copy: 'it sees a private copy of the directory, and nothing is written back',
  'read-only': 'it can write nothing in the directory',
};

/** `2 of sre, signed, not the owner` */
export function approversWords({ from, count, evidence, separation, relays = [] }: Approvers): string {
  const proof = evidence === 'os' ? '' : `, ${evidence} or stronger`;
  const apart = separation === 'owner' ? ", not the asking agent's owner" : '';
  const through = relays.length > 0 ? `; one may come through ${relays.map(printable).join(' or ')}` : '';
  return `needs ${count} ${count === 1 ? 'vote' : 'votes'} of ${from.map(printable).join(' or ')}${proof}${apart}${through}`;
}
