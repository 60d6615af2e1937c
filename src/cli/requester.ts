import type { Submission } from '../approval/submission.ts';
import type { Known, Receiving } from '../broker/broker.ts';
import type { Requester } from '../broker/gather.ts';
import { questionOf } from '../broker/wait.ts';
import { displayArgv, flat, shownArgv, visible } from '../command/display.ts';
import type { Events } from './events.ts';
import { statusOfSignal } from './exit-codes.ts';
import type { Interruptible } from './interrupt.ts';
import type { Io } from './io.ts';
import { leftOf, type Patience, patienceWords } from './patience.ts';
import {
  answerWith,
  askedBlocks,
  askedWords,
  grantedBy,
  pendingEvent,
  pendingText,
  resumeWith,
  votersOf,
} from './report.ts';
import type { RunOptions } from './run-options.ts';

/** What the one who asked sees while the answer is open: on stderr, as events, and at the terminal's prompt. */
export function requesterAt(parts: {
  readonly options: RunOptions;
  readonly patience: Patience;
  /** How the requester calls gate. */
  readonly gate: string;
  /** A person can be asked back here. */
  readonly atTerminal: boolean;
  readonly events: Events;
  readonly io: Io;
  readonly interrupted: Pick<Interruptible, 'signal' | 'onEnd'>;
  readonly reply: (id: string, text: string) => Promise<Receiving>;
}): Requester {
  const { options, patience, gate, events, io, interrupted } = parts;
  const say = (text: string) => {
    if (!options.json) io.stderr(text);
  };
  let last: Known | undefined;
  return {
    wait: options.wait,
    get timeoutMilliseconds() {
      return leftOf(patience, performance.now());
    },
    interrupted: interrupted.signal,
    async looking({ request, command }) {
      const { lookingWith } = await import('./looking.ts');
      const { variables } = command.environment;
      return lookingWith({ kind: 'present', environment: variables, home: request.home }, request.host);
    },
    async confirm(submission, word, previews) {
      const [{ askOnTerminal }, { previewLines }] = await Promise.all([
        import('../channels/terminal/prompt.ts'),
        import('../approval/materials.ts'),
      ]);
      const change = previewLines(previews).map((line) => `  ${line}\n`);
      const typed = await askOnTerminal(card(submission) + change.join(''), `  type ${visible(word)} to run it: `);
      return typed.kind === 'line' ? typed.text : undefined;
    },
    ...(parts.atTerminal ? { answer } : {}),
    changed(known, attached) {
      const { view, id } = known;
      const answers = view.answers.slice(last?.view.answers.length ?? view.answers.length);
      const goesOn = view.state === 'pending' || (view.state === 'questioned' && view.principalKind === 'person');
      if (goesOn && !last) waits(known, attached);
      for (const { by, text, file } of answers) {
        const attachment = file && { file: { name: file.name, digest: file.digest } };
        events.emit({ event: 'answered', request: id, by, text, ...attachment });
      }
      if (view.question !== undefined && questionOf(known) !== (last && questionOf(last))) {
        const { by, text } = view.question;
        events.emit({ event: 'question', request: id, by, text, answer_with: answerWith(id, gate) });
        // An agent reads it at its end, a person at the prompt.
        if (view.principalKind === 'person' && !parts.atTerminal) {
          say(`gate: ${visible(by)} asks: ${visible(text)}\n  answer with: ${answerWith(id, gate)} [--file F]\n`);
        }
      }
      if (view.state === 'granted') granted(known);
      last = known;
    },
  };

  function waits({ id, view }: Known, attached: boolean): void {
    // First of all: what is said below is read, and then the signal comes.
    interrupted.onEnd((signal) => {
      const pending = { kind: 'pending', request: id, reason: 'pending', approvers: view.approvers } as const;
      say(pendingText(pending, gate));
      events.emit(pendingEvent(pending, statusOfSignal(signal), gate));
    });
    const short = id.slice(-8);
    const commands = {
      approve: `gate approve ${short}`,
      deny: `gate deny ${short} -m WHY`,
      question: `gate question ${short} -m TEXT`,
      resume: resumeWith(id, gate),
    };
    events.emit({
      event: 'waiting',
      request: id,
      approvers: askedBlocks(view.approvers),
      expires_at: view.deadline === undefined ? null : new Date(view.deadline).toISOString(),
      waits_until: new Date(Date.now() + leftOf(patience, performance.now())).toISOString(),
      attached,
      commands,
    });
    say(
      `gate: ${attached ? 'waits again' : 'waits'} as ${short} for ${askedWords(view.approvers)}: ${displayArgv(view.argv)}\n` +
        `  rule ${view.rules.map(visible).join(', ')}; a person answers with: ${commands.approve}, or: ${commands.deny}\n` +
        `  waiting ${patienceWords(patience)}, then resume with: ${commands.resume}\n`,
    );
  }

  function granted({ id, view }: Known): void {
    const { broken, standing, acknowledged } = view;
    events.emit({
      event: 'granted',
      request: id,
      by: broken ? [] : votersOf(view),
      acknowledged,
      standing: standing ?? null,
      break_glass: broken !== undefined,
      ...(broken ? { review_by: broken.told } : {}),
    });
    if (broken) say(brokenText(id, broken));
    else if (standing !== undefined) say(`gate: under standing grant ${standing.slice(-8)}, ${grantedBy(view)}\n`);
    else if (last) say(`gate: ${grantedBy(view)}\n`);
  }

  /** The question at the terminal of the person who asked; an empty line leaves it open. */
  async function answer({ id, view }: Known, settled: AbortSignal): Promise<'done' | 'broken off'> {
    const { askOnTerminal } = await import('../channels/terminal/prompt.ts');
    const { by = '', text = '' } = view.question ?? {};
    const about = `gate: ${visible(by)} asks about ${id.slice(-8)}: ${visible(text)}\n`;
    const typed = await askOnTerminal(about, '  your answer: ', settled);
    if (typed.kind === 'interrupted') return 'broken off';
    if (typed.kind === 'line' && typed.text.trim() !== '') await parts.reply(id, typed.text);
    else if (typed.kind === 'line') say(`gate: not answered; the question waits for: ${answerWith(id, gate)}\n`);
    return 'done';
  }
}

/** Loud: nobody has agreed to this, and somebody will ask. */
function brokenText(id: string, { by, why, told }: NonNullable<Known['view']['broken']>): string {
  return (
    `gate: BREAK-GLASS: runs now without approval, as ${visible(by)}: ${visible(flat(why))}\n` +
    `  it stays open until it was reviewed, with \`gate review ${id.slice(-8)}\`, by one of: ${told.map(visible).join(', ')}\n`
  );
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
