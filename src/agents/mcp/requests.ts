import type { CallToolResult } from '@modelcontextprotocol/server';
import { statusOfErrno, statusOfSignal } from '../../cli/exit-codes.ts';
import { visible } from '../../command/display.ts';
import { askGate, type OwnGate, type Said } from './own-gate.ts';
import { told } from './results.ts';
import type { RunOutput, What } from './shapes.ts';

/** What the tools ask gate about, beside running: a request as the record has it, an answer, an explanation. */

export async function status(gate: OwnGate, id: string): Promise<CallToolResult> {
  const said = await askGate(gate, ['show', id, '--json']);
  if (said.status !== 0) return told({ ...UNKNOWN, ...errorOf(said), outcome: 'failed', status: said.status });
  return told(recorded(JSON.parse(said.stdout) as Recorded));
}

export async function answer(gate: OwnGate, id: string, text: string): Promise<CallToolResult> {
  const said = await askGate(gate, ['answer', id, `--message=${text}`]);
  const { message, hint } = errorOf(said);
  const outcome =
    said.status === 0 ? 'answered' : said.status === 77 ? 'refused' : said.status === 76 ? 'ended' : 'failed';
  const next = outcome === 'answered' ? `call resume with id ${id} to wait for the decision` : hint;
  const words = [
    outcome === 'answered' ? message : `${outcome} (exit status ${said.status} of gate): ${message}`,
    ...(next === undefined ? [] : [`next: ${next}`]),
  ];
  return {
    content: [{ type: 'text', text: words.join('\n') }],
    structuredContent: {
      ...{ schema_version: 1, outcome, request: id, status: said.status, message },
      ...(next === undefined ? {} : { next }),
    },
    ...(outcome === 'answered' ? {} : { isError: true }),
  };
}

export async function explanation(gate: OwnGate, argv: readonly string[], { cwd }: What): Promise<CallToolResult> {
  const [data, words] = await Promise.all([
    askGate(gate, ['explain', '--json', '--', ...argv], cwd),
    askGate(gate, ['explain', '--', ...argv], cwd),
  ]);
  if (data.status !== 0) return told({ ...UNKNOWN, ...errorOf(data), outcome: 'failed', status: data.status });
  return {
    content: [{ type: 'text', text: `Nothing ran.\n${words.stdout.trimEnd()}` }],
    structuredContent: JSON.parse(data.stdout) as Record<string, unknown>,
  };
}

const UNKNOWN = { schema_version: 1, request: null, ran: false, reason: null } as const;

/** Out of the text that a subcommand prints for people; it is printable already. */
function errorOf({ stderr }: Said): { message: string; hint?: string } {
  const [first = '', ...rest] = stderr.trim().split('\n');
  const hint = rest.map((line) => line.trim()).join('; ');
  return { message: first.replace(/^gate: /, ''), ...(hint === '' ? {} : { hint }) };
}

/** The members of `gate show --json` that are needed here. */
interface Recorded {
  readonly id: string;
  readonly state: string;
  readonly rules: string[];
  readonly expires_at: string | null;
  readonly question: { readonly by: string; readonly text: string } | null;
  readonly ended: { readonly reason: string; readonly by?: string; readonly text?: string } | null;
  readonly outcome: {
    readonly kind?: string;
    readonly code?: number;
    readonly signal?: number;
    readonly errno?: string;
  } | null;
}

function recorded({ id, state, rules, expires_at, question, ended, outcome }: Recorded): RunOutput {
  const base = { schema_version: 1 as const, request: id, ran: false, reason: null, status: null, rules };
  const tail = id.slice(-8);
  const elsewhere = 'what it wrote is not in the record';
  switch (state) {
    case 'pending':
      return { ...base, outcome: 'pending', expires_at, next: `call resume with id ${tail} to wait and run it` };
    case 'questioned':
      return {
        ...base,
        ...{ outcome: 'question', expires_at },
        ...(question === null ? {} : { question: { by: question.by, text: question.text } }),
        next: `call answer with id ${tail}, then resume with id ${tail}`,
      };
    case 'granted':
      return { ...base, outcome: 'granted', expires_at, next: `call resume with id ${tail} to run it` };
    case 'started':
      return { ...base, outcome: 'running', ran: true, hint: `it was started elsewhere; ${elsewhere}` };
    case 'finished': {
      const signal = outcome?.signal;
      const how = signal === undefined ? (outcome?.code ?? null) : statusOfSignal(signal);
      const reason = signal === undefined ? 'exited' : 'signaled';
      const more = signal === undefined ? {} : { signal };
      return { ...base, outcome: 'finished', ran: true, reason, status: how, ...more, hint: elsewhere };
    }
    case 'failed': {
      const errno = outcome?.errno ?? 'UNKNOWN';
      const how = { reason: errno === 'ENOENT' ? 'not_found' : 'not_executable', status: statusOfErrno(errno) };
      return { ...base, outcome: 'failed', ...how, message: `the command could not be executed (${visible(errno)})` };
    }
    case 'unknown':
      return {
        ...base,
        outcome: 'failed',
        ran: true,
        message: 'gate was killed while it ran; how it ended is not known',
      };
    default: {
      const denied = state === 'denied';
      const by = ended?.by === undefined ? '' : ` by ${visible(ended.by)}`;
      const why = ended?.text === undefined || ended.text === '' ? '' : `: ${visible(ended.text)}`;
      return {
        ...base,
        outcome: denied ? 'refused' : 'ended',
        reason: ended?.reason ?? state,
        status: denied ? 77 : 76,
        message: `${visible(state)}${by}${why}`,
        ...(denied ? {} : { next: 'ask anew with run, if it is still wanted' }),
      };
    }
  }
}
