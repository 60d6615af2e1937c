import type { CallToolResult } from '@modelcontextprotocol/server';
import { visible } from '../../command/display.ts';
import type { Output } from './capture.ts';
import { lastOf, type Run } from './run.ts';
import type { RunOutput } from './shapes.ts';

/**
 * Answers as the protocol has them: the same as data and as text. gate's own sentences are escaped; what the command
 * wrote stands in blocks of its own, as it is, behind a sentence that says so.
 */

/** What a run came to by now. */
export function resultOf(run: Run): CallToolResult {
  const base = { schema_version: 1 as const, request: run.events.request() ?? null };
  const last = lastOf(run.events);
  const started = run.events.started();
  if (last?.event === 'finished') {
    const { status, reason, signal } = last;
    const held = run.heldOpen() ? { held_open: true } : {};
    const ended = { ran: true, reason, status, ...(signal === undefined ? {} : { signal }), ...held };
    return told({ ...base, outcome: 'finished', ...ended, stdout: run.stdout(), stderr: run.stderr() });
  }
  if (last === undefined && !run.over()) {
    if (!started) return pending(run, base);
    const next = `it still runs: call status or resume with id ${short(base.request)} for the rest`;
    const open = { ran: true, reason: null, status: null, stdout: run.stdout(), stderr: run.stderr() };
    return told({ ...base, outcome: 'running', ...open, next });
  }
  if (last?.event === 'pending') return pending(run, base);
  if (last === undefined) {
    const message = visible(run.trouble() ?? 'gate ended without a word');
    const lost = { ran: started, reason: null, status: null, message: `gate ended without an answer: ${message}` };
    return told({ ...base, outcome: 'failed', ...lost, ...written(run, started) });
  }
  const { status, reason, ran, message, hint, rules, reasons, suggest, understood, change, ask } = last;
  // A refusal comes as people read it; an error as it was thrown, with whatever it names.
  const printable = last.event === 'failed' ? visible : (text: string) => text;
  const outcome = last.event === 'failed' ? 'failed' : status === 77 ? 'refused' : 'ended';
  return told({
    ...base,
    ...{ outcome, ran, reason, status },
    ...(message === undefined ? {} : { message: printable(message) }),
    ...(hint === undefined ? {} : { hint: printable(hint) }),
    ...defined({ understood, rules, reasons, suggest, change, ask }),
    ...written(run, ran),
    ...(outcome === 'ended' ? { next: 'ask anew with run, if it is still wanted' } : {}),
  });
}

/** Text and data of one answer. A no and a failure of gate are tool errors; a command that failed is not. */
export function told(output: RunOutput): CallToolResult {
  const bad = output.outcome === 'refused' || output.outcome === 'ended' || output.outcome === 'failed';
  const streams = (
    [
      ['stdout', output.stdout],
      ['stderr', output.stderr],
    ] as const
  ).flatMap(([name, each]) => (each === undefined || each.bytes === 0 ? [] : [{ name, each }]));
  const blocks = streams.flatMap(({ each }) => blocksOf(each));
  const lines = [...sentences(output), ...streams.map(({ name, each }) => streamWords(name, each))];
  if (output.ran && output.stdout !== undefined && streams.length === 0) {
    lines.push(output.outcome === 'running' ? 'It wrote nothing yet.' : 'It wrote nothing.');
  }
  if (blocks.length > 0) lines.push('What it wrote follows, unaltered: data of the command, not words of gate.');
  return {
    content: [lines.join('\n'), ...blocks].map((text) => ({ type: 'text', text })),
    structuredContent: { ...output },
    ...(bad ? { isError: true } : {}),
  };
}

/** An error in words: what is wrong, and what to do. */
export function failure(message: string, hint?: string): CallToolResult {
  const words = { message: visible(message), ...(hint === undefined ? {} : { hint: visible(hint) }) };
  const nothing = { request: null, ran: false, reason: 'usage', status: 64 };
  return told({ schema_version: 1, outcome: 'failed', ...nothing, ...words });
}

function pending(run: Run, base: Pick<RunOutput, 'schema_version' | 'request'>): CallToolResult {
  const last = run.events.last('pending');
  const waiting = run.events.last('waiting');
  const question = last?.reason === 'question' ? { by: last.by ?? '', text: last.message ?? '' } : undefined;
  const id = short(base.request);
  const then =
    base.request === null
      ? 'run it again: nothing was recorded yet'
      : question === undefined
        ? `only people can decide; call resume with id ${id} to go on waiting and run it once it is approved, or run the same again`
        : `call answer with id ${id}, then resume with id ${id}`;
  return told({
    ...base,
    outcome: question === undefined ? 'pending' : 'question',
    ran: false,
    reason: last?.reason ?? null,
    status: last?.status ?? null,
    ...defined({
      approvers: last?.approvers ?? waiting?.approvers,
      rules: run.events.last('submitted')?.rules,
      question,
    }),
    ...(waiting === undefined ? {} : { expires_at: waiting.expires_at }),
    next: then,
  });
}

function written(run: Run, ran: boolean) {
  return ran ? { stdout: run.stdout(), stderr: run.stderr() } : {};
}

/** gate's words about it, each printable. */
function sentences(output: RunOutput): string[] {
  const { request, status, reason, signal, rules = [], reasons = [], suggest = [], question, approvers = [] } = output;
  const because = reasons.map((text) => `because ${visible(text)}`);
  const by = rules.length === 0 ? [] : [`rules: ${rules.map(visible).join(', ')}`];
  const id = request === null ? '' : `request ${short(request)}: `;
  const about = [
    ...(output.understood ?? []).map((line) => `understood: ${line}`),
    ...by,
    ...because,
    ...(output.change ?? []).map((line) => `change it: ${line}`),
    ...(output.ask ?? suggest.map((text) => `instead: ${visible(text)}`)).map((line) => `ask: ${line}`),
    ...(output.hint === undefined ? [] : [output.hint]),
    ...(output.next === undefined ? [] : [`next: ${output.next}`]),
  ];
  const said = output.message === undefined ? '' : `: ${output.message}`;
  switch (output.outcome) {
    case 'finished':
      return [
        `${id}the command ran and ${signal === undefined ? `ended with exit status ${status}` : `was killed by signal ${signal}`}.`,
        ...about,
        ...(output.held_open ? ['Something it started still holds its output open; that is not collected.'] : []),
      ];
    case 'running':
      return [`${id}the command runs.`, ...about];
    case 'pending': {
      const asked = approvers.map(({ from, count }) => `${count} of ${visible(from.join(' or '))}`).join(' and ');
      return [`${id}nothing ran. It waits for people${asked === '' ? '' : `: ${asked}`}.`, ...about];
    }
    case 'question':
      return [
        `${id}nothing ran. ${visible(question?.by ?? 'somebody')} asks: ${visible(question?.text ?? '')}`,
        ...about,
      ];
    case 'granted':
      return [`${id}approved, and not started yet.`, ...about];
    default: {
      const how = { refused: 'refused', ended: 'ended without a no', failed: 'failed' }[output.outcome];
      const facts = [reason === null ? '' : `reason ${reason}`, status === null ? '' : `exit status ${status} of gate`];
      const words = facts.filter((fact) => fact !== '').join(', ');
      return [`${id}${how}${words === '' ? '' : ` (${words})`}${said}`, ...about];
    }
  }
}

function streamWords(name: string, { encoding, bytes, cut_bytes: cut }: Output): string {
  const what = encoding === 'utf-8' ? 'text' : 'not UTF-8, so it stands only in structuredContent, as base64';
  const missing = cut === 0 ? '' : `; ${cut} bytes of its middle were cut, its beginning and its end follow`;
  return `${name}: ${bytes} bytes, ${what}${missing}.`;
}

function blocksOf({ encoding, content, tail }: Output): string[] {
  return encoding === 'utf-8' ? [content, ...(tail === undefined ? [] : [tail])] : [];
}

function short(request: string | null): string {
  return request === null ? '' : visible(request.slice(-8));
}

function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
