import { dirname } from 'node:path';
import type { HarnessName } from '../../../agents/settings/harness-settings.ts';
import { shellWord } from '../../../command/shell-word.ts';
import { type Ran, runToEnd } from '../../../platform/child.ts';
import { LogReader } from '../../../store/reader.ts';
import { type Finding, tilde } from '../finding.ts';
import { isSame, realOf } from '../installation.ts';
import { type Answer, answerOf } from './answers.ts';
import type { HookState, Installed } from './hooks.ts';
import { ATTEST_SESSION, payloadOf, type Said } from './payloads.ts';
import { projectAbove, type Surroundings } from './settings-found.ts';

/** What each hook did with a line that nobody may run, one that everybody may, and a payload that is none. */
export interface Attested {
  readonly harness: HarnessName;
  readonly path: string;
  readonly event: string;
  /** How the harness hands the payload over. */
  readonly by: 'standard input' | 'here-document';
  readonly forbidden: Answer['kind'];
  readonly harmless: Answer['kind'];
  readonly mangled: Answer['kind'];
  readonly stopped: boolean;
  /** Indices in this log. */
  readonly recorded: readonly number[];
}

export interface Attesting extends Surroundings {
  /** Where this gate really lies. */
  readonly real: string;
  readonly database: string;
  readonly now: number;
  readonly random: (bytes: number) => Uint8Array;
}

/** A program that does not exist: if it ran after all, nothing would happen. */
export const FORBIDDEN = 'gate-attest-forbidden';
const HARMLESS = 'true';

/** Sends the three through every installed hook as its harness would; nothing of them is executed. */
export async function attest(hooks: readonly HookState[], attesting: Attesting) {
  const attested: Attested[] = [];
  const findings: Finding[] = [];
  for (const { harness, title, installed } of hooks) {
    for (const hook of installed) {
      if (hook.of === 'project' && !(hook.whole && isSame(realOf(hook.gate), attesting.real))) {
        findings.push(strange(title, harness, hook, attesting.home));
        continue;
      }
      for (const way of waysOf(harness, hook)) {
        const result = await attestOne({ harness, title, hook, way }, attesting);
        if (result === undefined) continue;
        attested.push(result.attested);
        findings.push(...result.findings);
      }
    }
  }
  if (attested.length === 0) {
    const text = 'no hook of gate is installed here, so there was none to send a call through';
    findings.push({ check: 'attest', level: 'warning', subject: 'none', text, hint: '`gate init NAME` installs one' });
  }
  return { attested, findings };
}

/** A clone may say anything: nothing of it is started but this gate, by the line that gate writes. */
function strange(title: string, harness: HarnessName, { event, path }: Installed, home: string): Finding {
  const where = tilde(path, home);
  const text = `${title}, ${event} of ${where}: not tried, because the project's line starts something else than this gate as gate writes it`;
  const hint = `read that file; gate init ${harness}`;
  return { check: 'attest', level: 'problem', subject: `${harness} ${event}: not tried`, text, where, hint };
}

interface Way {
  readonly by: Attested['by'];
  readonly start: (payload: string) => {
    readonly file: string;
    readonly args: readonly string[];
    readonly stdin: string;
  };
}

/** docs/decisions/0009-hooks.md; Cursor has two ways, and both are in use. */
function waysOf(harness: HarnessName, { line, args }: Installed): readonly Way[] {
  const piped = (file: string, own: readonly string[]): Way => ({
    by: 'standard input',
    start: (stdin) => ({ file, args: own, stdin }),
  });
  if (args) return [piped(line, args)];
  switch (harness) {
    case 'claude':
      return [piped('/bin/sh', ['-c', line])];
    case 'codex':
    case 'gemini':
      return [piped('bash', ['-c', line])];
    case 'cursor': {
      const shell = process.env['SHELL'] || '/bin/sh';
      const document = (payload: string) => `${line} <<'CURSOR_HOOK_EOF'\n${payload}\nCURSOR_HOOK_EOF`;
      const heredoc: Way = {
        by: 'here-document',
        start: (payload) => ({ file: shell, args: ['-lc', document(payload)], stdin: '' }),
      };
      return [piped(shell, ['-lc', line]), heredoc];
    }
  }
}

interface One {
  readonly harness: HarnessName;
  readonly title: string;
  readonly hook: Installed;
  readonly way: Way;
}

async function attestOne({ harness, title, hook, way }: One, attesting: Attesting) {
  const { home, now } = attesting;
  const before = sizeOf(attesting.database);
  const toolUse = `attest-${Buffer.from(attesting.random(8)).toString('hex')}`;
  const said = (command: string): Said => ({ event: hook.event, command, cwd: attesting.cwd, toolUse, now });
  const payloads = [FORBIDDEN, HARMLESS].map((command) => payloadOf(harness, said(command)));
  const [forbiddenPayload, harmlessPayload] = payloads.map((payload) => JSON.stringify(payload));
  if (forbiddenPayload === undefined || harmlessPayload === undefined) return undefined;
  // What gate writes for Cursor says `failClosed`.
  const closed = harness === 'cursor' && hook.whole;
  const ask = async (payload: string) =>
    answerOf(harness, await send(way.start(payload), { harness, hook }, attesting), closed);

  const forbidden = await ask(forbiddenPayload);
  const harmless = await ask(harmlessPayload);
  const mangled = await ask(forbiddenPayload.slice(0, -10));
  const seen = recordedSince(attesting.database, before, toolUse);

  const handed = forbidden.kind === 'rewritten' && startsGate(forbidden.line, hook);
  const stopped = (forbidden.kind === 'blocked' || handed) && mangled.kind === 'blocked';
  const attested: Attested = {
    ...{ harness, path: hook.path, event: hook.event, by: way.by, stopped },
    ...{ forbidden: forbidden.kind, harmless: harmless.kind, mangled: mangled.kind },
    recorded: seen.map(({ index }) => index),
  };

  const where = tilde(hook.path, home);
  const about = `${title}, ${hook.event} of ${where}${way.by === 'here-document' ? ', by here-document' : ''}`;
  const finding = (level: Finding['level'], subject: string, text: string, hint?: string): Finding => ({
    ...{
      check: 'attest',
      level,
      subject: `${harness} ${hook.event} ${way.by}: ${subject}`,
      text: `${about}: ${text}`,
      where,
    },
    ...(hint === undefined ? {} : { hint }),
  });
  const findings: Finding[] = [];
  if (forbidden.kind === 'runs') {
    const allowed = seen.some(({ answer, command }) => answer === 'passed' && command === FORBIDDEN);
    findings.push(
      allowed
        ? finding(
            'problem',
            'not stopped',
            `\`${FORBIDDEN}\` would run: the hook answers, and your policies let an agent run even an unknown program`,
            '`gate explain -- gate-attest-forbidden` says which; `mode: observe` stops nothing',
          )
        : finding(
            'problem',
            'not stopped',
            `\`${FORBIDDEN}\` would run: ${firstLine(forbidden.why)}`,
            `gate init ${harness}`,
          ),
    );
  } else if (!stopped && forbidden.kind === 'rewritten' && !handed) {
    findings.push(
      finding(
        'problem',
        'not stopped',
        `\`${FORBIDDEN}\` was rewritten to something that is not this hook's gate`,
        `gate init ${harness}`,
      ),
    );
  }
  if (mangled.kind !== 'blocked') {
    findings.push(
      finding('problem', 'mangled payload', 'a payload that is cut off is not blocked', `gate init ${harness}`),
    );
  }
  if (stopped && harmless.kind === 'blocked') {
    findings.push(finding('warning', 'harmless', `even \`${HARMLESS}\` is blocked: ${firstLine(harmless.why)}`));
  }
  if (stopped) {
    const what = forbidden.kind === 'blocked' ? 'blocked' : 'handed to gate';
    const passed = { runs: 'passes', rewritten: 'is handed to gate too', blocked: 'is blocked too' }[harmless.kind];
    const record = seen.length === 0 ? '' : `; recorded as ${seen.map(({ index }) => index).join(', ')}`;
    findings.push(
      finding(
        'ok',
        'stopped',
        `\`${FORBIDDEN}\` is ${what}, \`${HARMLESS}\` ${passed}, a payload that is cut off is blocked${record}`,
      ),
    );
  }
  return { attested, findings };
}

/** Longer than gate takes for an answer, shorter than harnesses wait. */
const PATIENCE = 20_000;

async function send(
  { file, args, stdin }: ReturnType<Way['start']>,
  { harness, hook }: Pick<One, 'harness' | 'hook'>,
  { environment, cwd }: Attesting,
): Promise<Ran> {
  const project = projectAbove(cwd);
  const own: Readonly<Record<HarnessName, Readonly<Record<string, string>>>> = {
    claude: { CLAUDECODE: '1', CLAUDE_PROJECT_DIR: project },
    codex: {},
    gemini: { GEMINI_PROJECT_DIR: cwd, GEMINI_CWD: cwd, CLAUDE_PROJECT_DIR: cwd },
    cursor: { CURSOR_PROJECT_DIR: project, CURSOR_VERSION: '2.4.0', CLAUDE_PROJECT_DIR: project },
  };
  // Hooks of Cursor start beside the settings they stand in.
  const place = harness === 'cursor' ? (hook.of === 'project' ? project : dirname(hook.path)) : cwd;
  try {
    return await runToEnd(
      file,
      args,
      { cwd: place, environment: { ...environment, ...own[harness] }, stdin },
      PATIENCE,
    );
  } catch {
    return { kind: 'absent' };
  }
}

/** The line runs the gate that this hook starts. */
function startsGate(line: string, { gate }: Installed): boolean {
  return [gate, realOf(gate)].some((path) => line.startsWith(`${shellWord(path)} --call `));
}

function sizeOf(database: string): number {
  try {
    const reader = new LogReader(database);
    try {
      return reader.head().size;
    } finally {
      reader.close();
    }
  } catch {
    return 0;
  }
}

interface Seen {
  readonly index: number;
  readonly answer: string;
  readonly command: string;
}

function recordedSince(database: string, from: number, toolUse: string): readonly Seen[] {
  try {
    const reader = new LogReader(database);
    try {
      return [...reader.entries({ from })].flatMap(({ index, type, payload }) => {
        if (type !== 'call.seen' || payload === null) return [];
        const { claimed, answer, command } = JSON.parse(Buffer.from(payload).toString('utf8'));
        // Not every harness gives a call a name.
        const own = claimed.session === ATTEST_SESSION && (claimed.tool_use ?? toolUse) === toolUse;
        return own ? [{ index, answer: String(answer), command: String(command) }] : [];
      });
    } finally {
      reader.close();
    }
  } catch {
    return [];
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
