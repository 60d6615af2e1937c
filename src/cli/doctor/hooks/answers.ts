import type { HarnessName } from '../../../agents/settings/harness-settings.ts';
import type { Ran } from '../../../platform/child.ts';

/** What a harness makes of how a hook ended: docs/decisions/0009-hooks.md. Whatever is not a clear "no" lets the call run. */
export type Answer =
  | { readonly kind: 'blocked'; readonly why: string }
  | { readonly kind: 'rewritten'; readonly line: string }
  | { readonly kind: 'runs'; readonly why: string };

/**
 * @param closed the entry says that a hook which fails blocks (`failClosed` of Cursor)
 */
export function answerOf(harness: HarnessName, ran: Ran, closed = false): Answer {
  const answer = openAnswerOf(harness, ran);
  const failed = ran.kind !== 'ended' || ran.code !== 0 || ran.stdout.trim() === '';
  if (!closed || !failed || answer.kind !== 'runs') return answer;
  return { kind: 'blocked', why: `${answer.why}; a hook that fails blocks here` };
}

function openAnswerOf(harness: HarnessName, ran: Ran): Answer {
  if (ran.kind !== 'ended') return { kind: 'runs', why: ran.kind === 'late' ? 'the hook took too long' : 'it failed' };
  const { code, stdout, stderr } = ran;
  const said = object(stdout);
  // Gemini CLI reads an answer whatever the status is; the others only with 0.
  if (code === 0 || harness === 'gemini') {
    const blocked = said && reasonIn(harness, said);
    if (blocked !== undefined) return { kind: 'blocked', why: blocked };
    const line = said && lineIn(harness, said);
    if (line !== undefined) return { kind: 'rewritten', line };
    if (code === 0 || said !== undefined) return { kind: 'runs', why: 'the hook let it pass' };
  }
  if (code === 2 && stderr.trim() !== '' && stdout.trim() === '') return { kind: 'blocked', why: stderr.trim() };
  return { kind: 'runs', why: `the hook ended with ${code}, which the harness takes for no answer` };
}

function reasonIn(harness: HarnessName, said: Json): string | undefined {
  const own = inner(said);
  const [decision, reason] = {
    claude: [own['permissionDecision'], own['permissionDecisionReason']],
    codex: [own['permissionDecision'], own['permissionDecisionReason']],
    gemini: [said['decision'], said['reason']],
    cursor: [said['permission'], said['user_message']],
  }[harness];
  const no = decision === 'deny' || (harness === 'gemini' && decision === 'block');
  return no && typeof reason === 'string' && reason !== '' ? reason : undefined;
}

function lineIn(harness: HarnessName, said: Json): string | undefined {
  const own = inner(said);
  const input = {
    claude: own['updatedInput'],
    codex: own['updatedInput'],
    gemini: own['tool_input'],
    cursor: said['updated_input'],
  }[harness];
  // Codex takes a rewritten line together with `allow` alone.
  if (harness === 'codex' && own['permissionDecision'] !== 'allow') return undefined;
  const line = isObject(input) ? input['command'] : undefined;
  return typeof line === 'string' ? line : undefined;
}

type Json = Readonly<Record<string, unknown>>;

function inner(said: Json): Json {
  const own = said['hookSpecificOutput'];
  return isObject(own) ? own : {};
}

/** The last object in what was printed: a login shell may say something first. */
function object(text: string): Json | undefined {
  for (const candidate of [text, text.trim().split('\n').at(-1) ?? '']) {
    try {
      const value: unknown = JSON.parse(candidate);
      if (isObject(value)) return value;
    } catch {
      // Not that one.
    }
  }
  return undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
