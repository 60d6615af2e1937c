import type { Submission } from '../approval/submission.ts';
import type { Known } from '../broker/broker.ts';
import type { Requester } from '../broker/gather.ts';
import { displayArgv, shownArgv, visible } from '../command/display.ts';
import { spoken } from '../policy/duration.ts';
import type { Events } from './events.ts';
import type { Io } from './io.ts';
import { grantedBy } from './report.ts';
import type { RunOptions } from './run-options.ts';

/** What the one who asked sees while the answer is open: on stderr, as events, and at the terminal's prompt. */
export function requesterAt(parts: {
  readonly options: RunOptions;
  readonly events: Events;
  readonly io: Io;
  readonly interrupted: AbortSignal;
}): Requester {
  const { options, events, io, interrupted } = parts;
  let last: Known | undefined;
  return {
    wait: options.wait,
    timeoutMilliseconds: options.timeoutSeconds * 1000,
    interrupted,
    async confirm(submission, word) {
      const { askOnTerminal } = await import('../channels/terminal/prompt.ts');
      const typed = await askOnTerminal(card(submission), `  type ${visible(word)} to run it: `);
      return typed.kind === 'line' ? typed.text : undefined;
    },
    changed(known, attached) {
      const { view, id } = known;
      if (view.question !== undefined && view.question.text !== last?.view.question?.text) {
        events.emit({ event: 'question', request: id, ...view.question });
        if (!options.json) io.stderr(`gate: ${visible(view.question.by)} asks: ${visible(view.question.text)}\n`);
      } else if (view.answers.length > (last?.view.answers.length ?? 0) && last) {
        const { by, text } = view.answers.at(-1)!;
        events.emit({ event: 'answered', request: id, by, text });
      } else if (view.state === 'pending' && !last) {
        waits(known, attached);
      } else if (view.state === 'granted') {
        const by = view.votes.filter(({ vote }) => vote === 'approve').map(({ voter }) => voter);
        events.emit({ event: 'granted', request: id, by });
        if (!options.json && last) io.stderr(`gate: ${grantedBy(view)}\n`);
      }
      last = known;
    },
  };

  function waits({ id, view }: Known, attached: boolean): void {
    const approvers = view.approvers.map(({ from, count }) => ({ from, count }));
    const expires = view.deadline === undefined ? null : new Date(view.deadline).toISOString();
    events.emit({ event: 'waiting', request: id, approvers, expires_at: expires });
    if (options.json) return;
    const short = id.slice(-8);
    const asked = approvers.map(({ from, count }) => `${count} of ${from.join(' or ')}`).join(' and ');
    io.stderr(
      `gate: ${attached ? 'waits again' : 'waits'} as ${short} for ${visible(asked)}: ${displayArgv(view.argv)}\n` +
        `  rule ${view.rules.map(visible).join(', ')}; a person answers with: gate approve ${short}, or: gate deny ${short} -m WHY\n` +
        `  waiting ${spoken(options.timeoutSeconds)}, then resume with: gate --resume ${short}\n`,
    );
  }
}

/** The facts in front of a confirmation: what was understood, where, and which rule asks. */
function card({ command, decision }: Submission): string {
  const actions = command.actions.slice(0, 20).map(({ tool, operation, effects, resource, scope, opaque }) => {
    const what = [...new Set(Object.values(resource))].filter(Boolean).join(' ');
    const where = Object.entries(scope).map(([name, value]) => `${name}=${value}`);
    const parts = [
      `${tool} ${operation}`,
      what,
      where.length > 0 ? `(${where.join(', ')})` : '',
      `[${effects.join(', ')}]`,
    ];
    return `  ${parts.filter(Boolean).map(visible).join(' ')}${opaque ? ' opaque' : ''}\n`;
  });
  const more = command.actions.length - actions.length;
  return (
    `gate: confirm ${shownArgv(command.manifest.argv).join('\n  ')}\n  in ${visible(command.manifest.cwd)}, program ${visible(command.manifest.executable.path)}\n${actions.join('')}${more > 0 ? `  and ${more} more actions\n` : ''}` +
    decision.reasons.map((reason, index) => `  ${visible(decision.rules[index] ?? '')}: ${visible(reason)}\n`).join('')
  );
}

/** One event, and in observe mode the one line. */
export function announceDecision(
  { request, command, decision }: Submission,
  events: Events,
  io: Io,
  json: boolean,
): void {
  const { kind, rules, mode } = decision;
  events.emit({ event: 'submitted', request: request.id, digest: command.digest, decision: kind, rules, mode });
  if (json) return;
  if (mode === 'observe') io.stderr(`gate: only observing: would ${kind} by ${rules.map(visible).join(', ')}\n`);
  const removed = command.environment.removed.filter((name) => !name.startsWith('GATE_'));
  if (removed.length > 0)
    io.stderr(`gate: not passed on, it could run other code or lead elsewhere: ${removed.map(visible).join(', ')}\n`);
}
