import { join } from 'node:path';
import type { HarnessName, WiredHook } from '../../../agents/settings/harness-settings.ts';
import { runToEnd } from '../../../platform/child.ts';
import { VERSION } from '../../version.ts';
import { type Finding, tilde } from '../finding.ts';
import { isExecutable, isSame, realOf, writableFindings } from '../installation.ts';
import { codexTrust } from './codex-trust.ts';
import { geminiTrust } from './gemini-trust.ts';
import { type HarnessFound, harnessesFound, type SettingsFound, type Surroundings } from './settings-found.ts';

/** Whether the hooks of the harnesses on this machine are there, are this gate, and run. */
export interface HookState {
  readonly harness: HarnessName;
  readonly title: string;
  readonly here: boolean;
  /** A hook of gate's stands in its settings, can be started, and nothing that can be seen keeps it from running. */
  readonly live: boolean;
  readonly installed: readonly Installed[];
}

export interface Installed extends Pick<WiredHook, 'event' | 'gate' | 'line' | 'args' | 'whole'> {
  readonly of: SettingsFound['of'];
  readonly path: string;
  readonly matcher: string | null;
}

export interface HooksFound {
  readonly hooks: readonly HookState[];
  readonly findings: readonly Finding[];
}

/** Whose gate the hooks should start, and for whom. */
export interface Expected extends Surroundings {
  /** Where this gate really lies. */
  readonly real: string;
  readonly uid: number;
}

export async function hooksFound(expected: Expected): Promise<HooksFound> {
  const states = await Promise.all(harnessesFound(expected).map((found) => hookState(found, expected)));
  return { hooks: states.map(({ state }) => state), findings: states.flatMap(({ findings }) => findings) };
}

async function hookState(found: HarnessFound, expected: Expected) {
  const { harness, title, here, settings } = found;
  const installed = settings.flatMap(({ of, path, hooks }) =>
    hooks.map(({ event, gate, line, args, whole, matcher }) => ({
      ...{ of, path, event, matcher: matcher ?? null, gate, line, whole },
      ...(args && { args }),
    })),
  );
  const unread = settings.flatMap(({ invalid, path }) =>
    invalid === undefined
      ? []
      : [
          finding(
            found,
            'problem',
            'unreadable',
            `its settings cannot be read: ${invalid}`,
            'mend the file',
            tilde(path, expected.home),
          ),
        ],
  );
  const findings =
    installed.length === 0
      ? [...unread, ...absent(found)]
      : [...unread, ...(await present(found, installed, expected))];
  const live = installed.length > 0 && findings.every(({ level }) => level !== 'problem');
  if (live) findings.push(finding(found, 'ok', 'live', `live: ${liveWords(installed, expected.home)}`));
  const state: HookState = { harness, title, here, live, installed };
  return { state, findings };
}

function absent(found: HarnessFound): Finding[] {
  if (!found.here) return [];
  const text = 'on this machine, and gate is not among its hooks: its commands do not pass through gate';
  return [finding(found, 'warning', 'absent', text, `gate init ${found.harness}`)];
}

async function present(found: HarnessFound, installed: readonly Installed[], expected: Expected): Promise<Finding[]> {
  const again = `gate init ${found.harness}`;
  const findings = found.off.map((why) =>
    finding(
      found,
      'problem',
      'switched off',
      `its hooks do not run: ${shortened(why, expected.home)}`,
      'take that out of the file',
    ),
  );
  const programs = [...new Set(installed.map(({ gate }) => gate))];
  for (const gate of programs) {
    // What only a repository names is not started to ask it who it is.
    const own = installed.some((hook) => hook.gate === gate && hook.of !== 'project');
    findings.push(...(await programFindings(found, gate, own, expected)));
  }
  const missing = (EVENTS[found.harness] ?? []).filter((event) => installed.every((hook) => hook.event !== event));
  if (missing.length > 0) {
    const text = `gate is not asked at ${missing.join(' and ')}`;
    findings.push(finding(found, installed.length === 0 ? 'problem' : 'warning', 'event missing', text, again));
  }
  if (installed.some(({ whole }) => !whole)) {
    const text = 'an entry is not what gate writes: it may not see every shell, or let a call run when it fails';
    findings.push(finding(found, 'warning', 'not whole', text, again));
  }
  if (found.others > 0) {
    const who = found.others === 1 ? 'a hook of others runs' : `${found.others} hooks of others run`;
    const text = `${who} beside it; the last one that rewrites a command wins`;
    findings.push(
      finding(found, 'note', 'others', text, 'see that none of them rewrites commands; a block always holds'),
    );
  }
  return [...findings, ...trustFindings(found, expected)];
}

/** The events without which a shell command is not seen. */
const EVENTS: Readonly<Record<HarnessName, readonly string[]>> = {
  claude: ['PreToolUse'],
  codex: ['PreToolUse'],
  gemini: ['BeforeTool'],
  cursor: ['preToolUse', 'beforeShellExecution'],
};

async function programFindings(
  found: HarnessFound,
  gate: string,
  mayAsk: boolean,
  expected: Expected,
): Promise<Finding[]> {
  const { environment, home, real, uid } = expected;
  const again = `gate init ${found.harness}`;
  const path = gate.startsWith('/') ? gate : onPath(gate, environment['PATH']);
  const where = tilde(path ?? gate, home);
  if (path === undefined || !isExecutable(path)) {
    const text = `its hook starts ${where}, which is not there or cannot be executed`;
    return [finding(found, 'problem', 'program missing', text, again, where)];
  }
  const findings: Finding[] = [];
  if (!gate.startsWith('/')) {
    const text = `its hook looks for \`${gate}\` in PATH, where anything may be found`;
    findings.push(finding(found, 'warning', 'no full path', text, again, where));
  }
  const own = realOf(path);
  const replaceable = writableFindings(own, { home, uid }, `the hook of ${found.title}`);
  if (!isSame(own, real) && (!mayAsk || replaceable.length > 0)) {
    const text = `its hook starts another program than this gate, ${where}`;
    findings.push(finding(found, 'warning', 'another gate', text, again, where));
  } else if (!isSame(own, real)) {
    const version = await versionOf(path, environment);
    const same = version === VERSION ? ', of the same version' : '';
    const text =
      version === undefined
        ? `its hook starts ${where}, which does not say that it is gate`
        : `its hook starts another gate, ${where} ${version}${same}`;
    findings.push(finding(found, version === undefined ? 'problem' : 'warning', 'another gate', text, again, where));
  }
  for (const writable of replaceable) {
    findings.push({ ...writable, check: 'hooks', subject: `${found.harness}: program can be replaced` });
  }
  return findings;
}

function trustFindings(found: HarnessFound, expected: Expected): Finding[] {
  if (found.harness === 'codex') {
    return found.settings.flatMap(({ path, hooks }) =>
      hooks.flatMap((hook) => {
        const trust = codexTrust(path, hook, expected);
        if (trust === 'untrusted') {
          const text = 'nobody trusted its hook yet, so Codex does not run it';
          return [finding(found, 'problem', 'untrusted', text, 'start codex, type /hooks, and trust it')];
        }
        if (trust === 'switched off') {
          const text = 'its hooks do not run: `hooks` is false under [features] in config.toml';
          return [finding(found, 'problem', 'switched off', text, 'take that out of the file')];
        }
        const text =
          trust === 'trusted'
            ? 'its hook was trusted; whether it was changed since, only Codex can tell'
            : 'whether its hook is trusted is not known: config.toml does not say so in a form that gate reads';
        return [finding(found, 'note', 'trust', text, 'start codex and type /hooks')];
      }),
    );
  }
  if (found.harness === 'gemini') {
    const trust = geminiTrust(expected);
    if (trust === 'trusted') return [];
    const text =
      trust === 'untrusted'
        ? 'it does not trust this directory, and runs no hooks in it'
        : 'it may not trust this directory yet; where it does not, it runs no hooks';
    return [
      finding(
        found,
        trust === 'untrusted' ? 'warning' : 'note',
        'trust',
        text,
        'start gemini here and trust the directory',
      ),
    ];
  }
  return [];
}

/** A second; undefined when it does not answer as gate does. */
async function versionOf(path: string, environment: Readonly<Record<string, string>>): Promise<string | undefined> {
  const ran = await runToEnd(path, ['--version'], { environment, most: 4096 }, 2000);
  const [, version] = ran.kind === 'ended' && ran.code === 0 ? (/^(\d+\.\d+\.\d+\S*)\s*$/.exec(ran.stdout) ?? []) : [];
  return version;
}

function onPath(name: string, path = ''): string | undefined {
  return path
    .split(':')
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function liveWords(installed: readonly Installed[], home: string): string {
  return [...new Set(installed.map(({ path, event }) => `${tilde(path, home)} ${event}`))].join(', ');
}

function shortened(why: string, home: string): string {
  return why.replace(/ in (\/.*)$/, (_, path: string) => ` in ${tilde(path, home)}`);
}

function finding(
  { harness, title }: HarnessFound,
  level: Finding['level'],
  subject: string,
  text: string,
  hint?: string,
  where?: string,
): Finding {
  return {
    ...{ check: 'hooks', level, subject: `${harness}: ${subject}`, text: `${title}: ${text}` },
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
  };
}
