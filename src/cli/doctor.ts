import { accessSync, constants, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { mayVote } from '../approval/directory.ts';
import { visible } from '../command/display.ts';
import type { Paths } from '../config/paths.ts';
import { systemConfig } from '../config/system.ts';
import { errno } from '../errors.ts';
import { currentPlatform } from '../platform/current.ts';
import { loadPolicies } from '../policy/load.ts';
import type { PolicyPaths } from '../policy/paths.ts';
import { LogReader } from '../store/reader.ts';
import { type PeopleFound, peopleWords } from './doctor-people.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { reported } from './report.ts';
import type { Actor } from './votes.ts';

/** `gate doctor`: which mode this is, what it holds and what it does not, and whether everything is in order. */

export interface DoctorParts {
  readonly actor: Actor;
  readonly environment: Readonly<Record<string, string>>;
  readonly paths: Paths;
  readonly policies: PolicyPaths;
  readonly people: PeopleFound;
  readonly executable: string;
}

const HOLDS = [
  'a command is understood and decided before it runs, and an agent cannot answer for a person by mistake',
  'what is shown is what will run: an approval is bound to a digest, and what changed meanwhile does not start',
  'every request, decision, vote, start and end is in a log, written before the command starts',
];

const HOLDS_NOT = [
  'a program of the same user can run the real command without gate, or with another client',
  'it can also answer prompts (but not give a proof that a rule with `evidence: factor` asks for), read the secrets of gate and of commands, and change policies, gate and the log',
  'stopping or killing gate does not stop the command, and gate cannot notice its own removal',
  'BUN_OPTIONS and BUN_BE_BUN act on this executable before its first line and cannot be switched off',
];

interface Place {
  readonly what: string;
  readonly path: string;
  readonly mode: string | null;
}

interface Log {
  readonly path: string;
  readonly state: 'none' | 'readable' | 'unusable';
  readonly events?: number;
  readonly last?: string;
  readonly message?: string;
}

interface Policies {
  readonly valid: boolean;
  readonly files: readonly { readonly layer: string; readonly name: string; readonly digest: string }[];
  readonly message?: string;
}

export async function doctor(parts: DoctorParts, options: { json?: boolean }, io: Io): Promise<number> {
  const { principal, why, supervised } = parts.actor.identified;
  const barred = mayVote(principal, supervised, parts.actor.tty);
  const policies = await inForce(parts.policies);
  const log = logAt(parts.paths.database);
  const places = placesOf(parts);
  const limits = (await currentPlatform()).limits;
  const kernel = {
    ptrace_scope: setting('/proc/sys/kernel/yama/ptrace_scope'),
    legacy_tiocsti: setting('/proc/sys/dev/tty/legacy_tiocsti'),
  };
  const warnings = [...onPath(parts), ...surroundings(parts.environment), ...kernelWarnings(kernel)];
  if (options.json) {
    const who = { id: principal.id, kind: principal.kind, why, votes: barred === undefined };
    const mode = { mode: 'local', holds: HOLDS, does_not_hold: HOLDS_NOT };
    io.stdout(
      jsonLine({
        schema_version: 1,
        ...mode,
        who,
        executable: parts.executable,
        places,
        policies,
        people: parts.people,
        log,
        limits,
        kernel,
        warnings,
      }),
    );
  } else {
    const line = (label: string, text: string) => io.stdout(`${label.padEnd(10)}${visible(text)}\n`);
    line('mode', 'local: the broker runs inside gate, as you');
    for (const text of HOLDS) line('holds', text);
    for (const text of HOLDS_NOT) line('not held', text);
    line('you', `${principal.id}; ${barred === undefined ? 'may answer requests of your agents' : barred}`);
    line('gate', parts.executable);
    for (const { what, path, mode } of places) line(what, `${path}  ${mode ?? 'not there'}`);
    for (const { layer, name, digest } of policies.files) line('policy', `${layer}  ${name}  ${digest}`);
    for (const text of policies.message?.split('\n') ?? []) line('INVALID', text);
    line(parts.people.state === 'invalid' ? 'INVALID' : 'people', peopleWords(parts.people));
    line('log', logWords(log));
    for (const text of limits) line('limit', text);
    for (const text of warnings) line('warning', text);
  }
  if (!policies.valid || parts.people.state === 'invalid') return EXIT.config;
  return log.state === 'unusable' ? EXIT.audit : EXIT.ok;
}

async function inForce(paths: PolicyPaths): Promise<Policies> {
  try {
    const { mode } = await systemConfig();
    const system = mode === undefined ? {} : { systemMode: mode };
    const { documents } = await loadPolicies({ paths, tools: 'all', ...system });
    return { valid: true, files: documents.map(({ layer, name, digest }) => ({ layer, name, digest })) };
  } catch (error) {
    return { valid: false, files: [], message: reported(error).message };
  }
}

function logAt(path: string): Log {
  if (stats(path) === undefined) return { path, state: 'none' };
  try {
    const reader = new LogReader(path);
    try {
      const { size, at } = reader.head();
      return { path, state: 'readable', events: size, ...(size === 0 ? {} : { last: new Date(at).toISOString() }) };
    } finally {
      reader.close();
    }
  } catch (error) {
    return { path, state: 'unusable', message: reported(error).message };
  }
}

function logWords({ path, state, events, last, message }: Log): string {
  if (state === 'none') return `${path}  not begun: the first command begins it`;
  if (state === 'unusable') return `${path}  UNUSABLE: ${message ?? ''}`;
  return `${path}  ${events} events, the last at ${last ?? '-'}; check all of them with: gate audit verify`;
}

function placesOf({ paths, policies }: DoctorParts): readonly Place[] {
  const named: readonly (readonly [string, string])[] = [
    ['system', policies.system],
    ['user', policies.user],
    ['state', paths.state],
    ['key', paths.key],
  ];
  return named.map(([what, path]) => {
    const mode = stats(path)?.mode;
    return { what, path, mode: mode === undefined ? null : (mode & 0o7777).toString(8).padStart(4, '0') };
  });
}

/** BYP-03: what a shell would start when somebody types `gate`. */
function onPath({ environment, executable }: DoctorParts): string[] {
  const self = real(executable);
  for (const folder of (environment['PATH'] ?? '').split(':')) {
    const candidate = `${folder === '' ? '.' : folder}/gate`;
    try {
      if (!statSync(candidate).isFile()) continue;
      accessSync(candidate, constants.X_OK);
    } catch {
      continue;
    }
    // The launcher lies beside the directory of the executable that it starts.
    const found = real(candidate);
    if (found === self || found.replace(/\/bin\/gate$/, '') === self.replace(/\/dist\/gate(\.js)?$/, '')) return [];
    return [`\`gate\` on PATH is ${found}, not this one: name gate by its full path`];
  }
  return [];
}

function surroundings(environment: Readonly<Record<string, string>>): string[] {
  const names = ['TMUX', 'STY', 'ZELLIJ', 'KITTY_LISTEN_ON', 'WEZTERM_UNIX_SOCKET'].filter((name) => environment[name]);
  return names.map((name) => `${name} is set: programs of yours can type into this terminal and answer its prompts`);
}

function kernelWarnings({ ptrace_scope, legacy_tiocsti }: Record<'ptrace_scope' | 'legacy_tiocsti', string | null>) {
  return [
    ...(ptrace_scope === null || ptrace_scope === '0'
      ? ['kernel.yama.ptrace_scope does not keep processes of yours from reading the memory of others of yours']
      : []),
    ...(legacy_tiocsti === '1'
      ? ['dev.tty.legacy_tiocsti is 1: a process on your terminal can type into it; set it to 0']
      : []),
  ];
}

function setting(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function stats(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR' || errno(error) === 'EACCES') return undefined;
    throw error;
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
