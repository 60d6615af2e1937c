import { z } from 'zod';
import { displayArgv, flat, visible } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';
import type { Reason } from './events.ts';
import { events as eventLine } from './schemas/events.ts';

/** What became of a step of a pipeline, from the events of its run and the record of its request. Pure. */
export interface Outcome {
  /** `unsaid`: gate ended before it could say. */
  readonly kind: 'ran' | 'refused' | 'pending' | 'failed' | 'unsaid';
  readonly ran: boolean;
  readonly request?: string;
  readonly decision?: string;
  readonly reason?: Reason;
  readonly status?: number;
  /** In fixed words: nothing of the requester's is in it. */
  readonly headline: string;
  /** Label and lines, in printable ASCII. */
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
}

/** What the log holds of the request, as far as it can be read. */
export interface Recorded {
  readonly type: string;
  readonly payload: unknown;
}

/**
 * @param lines of `--events FILE`; of several runs in one file the last counts
 * @param recorded events of the log for that request
 */
export function outcomeOf(lines: readonly EventLine[], recorded: readonly Recorded[]): Outcome {
  const last = lines.at(-1);
  const submitted = lines.findLast((line) => line.event === 'submitted');
  const known: Pick<Outcome, 'request' | 'decision'> =
    submitted === undefined ? {} : { request: submitted.request, decision: submitted.decision };
  const record = recordOf(recorded);
  if (last === undefined || !isEnd(last)) {
    const headline = 'gate ended before it said what became of the command';
    return { kind: 'unsaid', ran: false, ...known, headline, facts: factsOf(known.request, record) };
  }
  const { ran, reason, status, signal } = last;
  const { kind, headline } = judged(last.event, ran, status, signal);
  const about = last.request === null ? known : { ...known, request: last.request };
  return {
    ...{ kind, ran, reason, status, headline },
    ...about,
    facts: [
      ...factsOf(about.request, record),
      ...fact('why not', ran ? [] : [last.message, last.hint]),
      ...fact('change it', last.change ?? []),
      ...fact('ask', last.ask ?? []),
      ...fact('ended', [`${reason}, status ${status}`]),
    ],
  };
}

export type EventLine = z.infer<typeof eventLine>;
type End = Extract<EventLine, { reason: unknown }>;

/** One line of the file; undefined when it is none of gate's. */
export function parsedLine(line: string): EventLine | undefined {
  try {
    return eventLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function isEnd(line: EventLine): line is End {
  return 'reason' in line && 'status' in line;
}

function judged(event: End['event'], ran: boolean, status: number, signal: unknown) {
  if (ran && event === 'failed')
    return { kind: 'failed', headline: 'gate ran the command, and its end could not be recorded' } as const;
  if (ran) {
    const how = signal === undefined ? `ended with status ${status}` : `was killed by signal ${Number(signal)}`;
    return { kind: 'ran', headline: `gate ran the command, which ${how}` } as const;
  }
  if (event === 'pending') return { kind: 'pending', headline: 'gate ran nothing: people have not decided' } as const;
  if (event === 'failed') return { kind: 'failed', headline: 'gate ran nothing: an error' } as const;
  return { kind: 'refused', headline: 'gate ran nothing: refused' } as const;
}

/** What was asked and decided, as it was recorded: secrets are taken out there. */
const text: z.ZodType<Text> = z.union([
  z.string(),
  z.array(z.union([z.string(), z.looseObject({ hmac: z.string() })])),
]);
const submittedPayload = z.looseObject({
  principal: z.looseObject({ id: z.string() }),
  argv: z.array(text),
  intent: text.optional(),
  ticket: text.optional(),
});
const decidedPayload = z.looseObject({
  kind: z.string(),
  mode: z.string(),
  rules: z.array(z.string()),
  reasons: z.array(z.string()),
});
const endedPayload = z.looseObject({ milliseconds: z.number() });

function recordOf(recorded: readonly Recorded[]) {
  const payload = (...types: readonly string[]) => recorded.find(({ type }) => types.includes(type))?.payload;
  return {
    asked: submittedPayload.safeParse(payload('request.submitted')).data,
    decided: decidedPayload.safeParse(payload('request.decided')).data,
    ended: endedPayload.safeParse(payload('run.finished', 'run.failed')).data,
  };
}

function factsOf(request: string | undefined, { asked, decided, ended }: ReturnType<typeof recordOf>): Fact[] {
  return [
    ...(asked ? [{ label: 'command', lines: commandLines(asked.argv) }] : []),
    ...fact('decision', decided ? [decisionWords(decided)] : []),
    ...fact('because', decided?.reasons ?? []),
    ...fact('intent', [asked?.intent]),
    ...fact('ticket', [asked?.ticket]),
    ...fact('asked by', [asked?.principal.id]),
    ...fact('request', [request]),
    ...fact('took', ended ? [`${(ended.milliseconds / 1000).toFixed(1)} s`] : []),
  ];
}

function decisionWords({ kind, mode, rules }: z.infer<typeof decidedPayload>): string {
  return `${kind} by ${rules.join(', ')}${mode === 'observe' ? ' (only observed: it ran whatever was decided)' : ''}`;
}

/** A script of several lines stands below the words, one line each. */
function commandLines(argv: readonly Text[]): readonly string[] {
  const scripts = argv.map(flat).filter((argument) => argument.includes('\n'));
  const words = argv.filter((argument) => !flat(argument).includes('\n'));
  const lines = scripts.flatMap((script) =>
    script
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `| ${visible(line)}`),
  );
  return bounded([displayArgv(words), ...lines]);
}

function fact(label: string, lines: readonly (Text | undefined)[]): Fact[] {
  const said = lines.filter((line) => line !== undefined && line !== '').map((line) => visible(flat(line as Text)));
  return said.length === 0 ? [] : [{ label, lines: bounded(said) }];
}

/** The record has everything; a page about it need not be longer than people read. */
const MOST_LINES = 60;
const LONGEST = 500;

function bounded(lines: readonly string[]): readonly string[] {
  const cut = lines.slice(0, MOST_LINES).map((line) => {
    return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)} [${line.length - LONGEST} more characters]`;
  });
  return lines.length <= MOST_LINES ? cut : [...cut, `[${lines.length - MOST_LINES} more lines]`];
}

/** Two columns, every line with something in front of what was said. */
export function factLines(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(({ label, lines }) => lines.map((line, at) => `${(at === 0 ? label : '').padEnd(12)}${line}`));
}
