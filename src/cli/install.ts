import { dirname, join } from 'node:path';
import { quoted, visible } from '../command/display.ts';
import { DOCUMENTS } from '../install/embedded-notices.ts';
import { type Installation, install as put } from '../install/install.ts';
import { LAYOUT } from '../install/layout.ts';
import { materials } from '../install/material.ts';
import { completionText } from './completion/completion.ts';
import { firstOnPath, isSame, realOf, writableFindings } from './doctor/installation.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { manualPage } from './manual/manual.ts';
import { outline } from './outline.ts';
import { VERSION } from './version.ts';

/** `gate install`: this very program, its manual, completions and licences, under a prefix; and what to do next. */

export interface InstallOptions {
  readonly prefix: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly caller: { readonly uid: number; readonly home: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly now: number;
}

/** @throws GateError CANNOT_WRITE, CONFIG_INVALID; then nothing was changed */
export function install(
  { prefix, dryRun = false, force = false, json, caller, environment, now }: InstallOptions,
  io: Io,
): number {
  const completions = { bash: completionText('bash'), zsh: completionText('zsh'), fish: completionText('fish') };
  const texts = { manual: manualPage(outline(), VERSION), completions, documents: DOCUMENTS };
  const done = put(materials(texts), { prefix, version: VERSION, force, dryRun, now });
  const executable = join(prefix, LAYOUT.executable);
  const bin = join(prefix, 'bin');
  const found = firstOnPath(environment);
  // A dry run put nothing there, so nothing can be said of it yet.
  const after = {
    onPath: isOnPath(bin, environment),
    shadow: found !== undefined && !isSame(realOf(found), realOf(executable)) ? found : undefined,
    warnings: dryRun && done.changed ? [] : replaceable(executable, caller),
  };
  if (json) io.stdout(jsonLine(asData(done, dryRun, executable, after)));
  else asText(done, dryRun, executable, { bin, ...after }, io);
  return EXIT.ok;
}

/** RT-03: who could put another program in its place. */
function replaceable(executable: string, caller: InstallOptions['caller']): readonly string[] {
  const real = realOf(executable);
  const others = writableFindings(real, caller, 'gate').map(({ text, hint }) => `${text}; ${hint}`);
  if (caller.uid === 0) return others;
  return [`an agent that runs as you can replace ${real}; what root installs in /usr/local it cannot`, ...others];
}

/** Under whatever name it stands there. */
function isOnPath(directory: string, environment: Readonly<Record<string, string>>): boolean {
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return folders.some((folder) => realOf(folder) === realOf(directory));
}

interface After {
  readonly onPath: boolean;
  /** What a shell starts instead. */
  readonly shadow: string | undefined;
  readonly warnings: readonly string[];
}

function asData(done: Installation, dryRun: boolean, executable: string, after: After) {
  return {
    schema_version: 1,
    version: VERSION,
    dry_run: dryRun,
    changed: done.changed,
    prefix: done.prefix,
    replaced: done.before ?? null,
    executable,
    files: done.steps.map(({ material, digest, bytes, change }) => ({
      path: material.path,
      sha256: digest,
      bytes,
      mode: material.mode.toString(8).padStart(4, '0'),
      change,
    })),
    removed: done.removed,
    record: LAYOUT.record,
    on_path: after.onPath,
    shadowed_by: after.shadow ?? null,
    warnings: after.warnings,
  };
}

function asText(
  done: Installation,
  dryRun: boolean,
  executable: string,
  { bin, onPath, shadow, warnings }: After & { readonly bin: string },
  io: Io,
): void {
  const line = (label: string, text: string) => io.stdout(`  ${label.padEnd(10)} ${visible(text)}\n`);
  const prefix = visible(done.prefix);
  const instead =
    done.before === undefined || done.before === VERSION ? '' : `, in the place of ${visible(done.before)}`;
  if (!done.changed) io.stdout(`gate ${VERSION} is installed in ${prefix} already; nothing was changed\n`);
  else io.stdout(`gate ${VERSION} ${dryRun ? 'would be' : 'is'} installed in ${prefix}${instead}\n`);
  for (const [what, path] of rows(done)) line(what, path);
  if (done.removed.length > 0) line('removed', `${done.removed.length} files of the version before the last`);
  if (dryRun) return;
  for (const text of warnings) line('warning', text);
  if (!onPath) pathAdvice(bin, line);
  else if (shadow !== undefined) {
    line('warning', `\`gate\` starts ${shadow}, which comes first in PATH: remove it, or name gate by its full path`);
  }
  if (!['/usr', '/usr/local'].includes(done.prefix)) {
    const folder = quoted(join(done.prefix, dirname(LAYOUT.completions.zsh)));
    line('zsh', `finds its completion when ~/.zshrc says, before compinit: fpath=(${folder} $fpath)`);
  }
  const typed = onPath && shadow === undefined ? 'gate' : quoted(executable);
  line('next', `${typed} init puts it in front of your agent: claude, codex, gemini or cursor`);
  line('', `${typed} doctor says what this gate holds and what it does not; ${typed} --help, what it can do`);
}

/** What was put where, a line for each kind of thing. */
function rows({ steps, prefix }: Installation): readonly [string, string][] {
  const words = (change: string) => (change === 'unchanged' ? '' : `, ${change}`);
  const under = (folder: string) => steps.filter(({ material }) => material.path.startsWith(`${folder}/`));
  const one = (what: string, path: string): [string, string][] => {
    const step = steps.find(({ material }) => material.path === path);
    return step === undefined ? [] : [[what, `${join(prefix, path)}${words(step.change)}`]];
  };
  const many = (what: string, folder: string): [string, string][] => {
    const found = under(folder);
    if (found.length === 0) return [];
    const changed = found.find(({ change }) => change !== 'unchanged')?.change ?? 'unchanged';
    return [[what, `${join(prefix, folder)}/, ${found.length} files${words(changed)}`]];
  };
  return [
    ...one('program', LAYOUT.executable),
    ...many('its parts', LAYOUT.library),
    ...one('manual', LAYOUT.manual),
    ...Object.entries(LAYOUT.completions).flatMap(([shell, path]) => one(shell, path)),
    ...many('licences', LAYOUT.documents),
    ['record', join(prefix, LAYOUT.record)],
  ];
}

/** What to write where, for each shell. */
function pathAdvice(bin: string, line: (label: string, text: string) => void): void {
  const exported = quoted(`export PATH=${quoted(bin)}:"$PATH"`);
  line('not found', `${bin} is not in PATH; to add it, and open a new terminal:`);
  line('  bash', `echo ${exported} >> ~/.bashrc`);
  line('  zsh', `echo ${exported} >> ~/.zshrc`);
  line('  fish', `fish_add_path ${quoted(bin)}`);
}
