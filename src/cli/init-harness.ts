import { settingsOf } from '../agents/settings/all.ts';
import type { HarnessName, HarnessSettings, Original } from '../agents/settings/harness-settings.ts';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { EXIT } from './exit-codes.ts';
import { backupsOf } from './file-backup.ts';
import { applyChange, changes, type FileChange, type Moment, planned, renderChange } from './file-change.ts';
import { adviceAfter } from './init-advice.ts';
import { installedGate } from './installed-gate.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { repositoryAbove } from './repository.ts';
import { textAt } from './text-file.ts';
import type { Actor } from './votes.ts';

/**
 * `gate init claude` and its like: puts gate's hook into the settings of a harness, or takes it out, after the person saw
 * what changes. Exit: 0 done or already so, 76 not written, 77 not for agents and pipelines.
 */
export interface InitParts {
  readonly actor: Actor;
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly cwd: string;
  readonly uid: number;
  /** Directory of gate's own record. */
  readonly state: string;
  readonly moment: Moment;
  /** Whether stdout takes colours. */
  readonly color: boolean;
}

export interface InitOptions {
  /** A gate that the person names. */
  readonly gate?: string;
  readonly project?: boolean;
  readonly undo?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** False: Claude Code does not ask again for lines that gate wrote. */
  readonly secondPrompt?: boolean;
}

type Outcome = 'written' | 'unchanged' | 'shown' | 'declined' | 'outrun' | 'refused';

const STATUS: Readonly<Record<Outcome, number>> = {
  written: EXIT.ok,
  unchanged: EXIT.ok,
  shown: EXIT.ok,
  declined: EXIT.ended,
  outrun: EXIT.ended,
  refused: EXIT.refused,
};

export async function initHarness(parts: InitParts, name: HarnessName, options: InitOptions, io: Io): Promise<number> {
  const settings = settingsOf(name);
  const project = options.project ? repositoryAt(parts.cwd) : undefined;
  const path = settings.path(parts.environment, parts.home, project);
  const { principal, supervised, why } = parts.actor.identified;
  if (!options.dryRun && (principal.kind !== 'person' || supervised)) {
    const message = `what guards an agent is changed by a person alone, and you are ${principal.id}: ${why.join('; ')}`;
    const notes = [`gate init ${name} --dry-run shows what would change`];
    return tell({ harness: name, path, outcome: 'refused', message, notes }, options, io);
  }

  const gate = options.undo ? undefined : installedGate(options.gate, parts);
  const found = planned(path, undefined, project === undefined ? {} : { mode: 0o666, directoryMode: 0o777 });
  const change = { ...found, after: inFile(path, () => textAfter(settings, found, options, gate)) };
  const done = await carriedOut(change, parts, options, io);
  const told = done.outcome === 'written' || (done.outcome === 'unchanged' && !options.undo);
  const advice = { ...parts, project, text: change.after, undo: options.undo === true, changed: changes(change) };
  const notes = [...done.notes, ...(told ? adviceAfter(settings, advice) : [])];
  const about = { harness: name, path, ...(gate && { gate: gate.path }), diff: renderChange(change, { color: false }) };
  return tell({ ...about, ...done, notes }, options, io);
}

interface Done {
  readonly outcome: Outcome;
  readonly message: string;
  readonly backup?: string;
  readonly notes: readonly string[];
}

interface Said extends Done {
  readonly harness: HarnessName;
  readonly path: string;
  readonly gate?: string;
  readonly diff?: string;
}

/** Shows it, asks where it has to, writes it. @throws GateError USAGE where nobody can be asked */
async function carriedOut(change: FileChange, parts: InitParts, options: InitOptions, io: Io): Promise<Done> {
  const { path, before, after } = change;
  if (!changes(change)) {
    const message = options.undo ? `nothing of gate is in ${path}` : `already so in ${path}`;
    return { outcome: 'unchanged', message, notes: [] };
  }
  const asks = !options.dryRun && !options.yes && parts.actor.tty;
  if (!asks && !options.json) io.stdout(renderChange(change, parts));
  if (options.dryRun) return { outcome: 'shown', message: 'nothing was written', notes: [] };
  if (!asks && !options.yes) {
    throw new GateError('USAGE', 'nothing was written: there is no terminal to ask at', {
      hint: '--yes writes it without asking, --dry-run only shows it',
    });
  }
  if (asks && !(await agreed(change))) return { outcome: 'declined', message: 'nothing was written', notes: [] };
  const applied = applyChange(change, parts.moment);
  if (applied.kind !== 'written') {
    const message = `somebody else changed ${path} meanwhile, and nothing was written; ask again`;
    return { outcome: 'outrun', message, notes: [] };
  }
  const { backup } = applied;
  const notes = before === undefined ? [] : [`what was there before: ${backup}`];
  return { outcome: 'written', message: `${after === undefined ? 'removed' : 'written'}: ${path}`, backup, notes };
}

/** At the controlling terminal; anything but a yes is no. */
async function agreed(change: FileChange): Promise<boolean> {
  const { askOnTerminal } = await import('../channels/terminal/prompt.ts');
  const typed = await askOnTerminal(renderChange(change, { color: false }), 'write it? [y/N] ');
  return typed.kind === 'line' && /^y(?:es)?$/i.test(typed.text.trim());
}

function tell({ gate, diff = '', backup, ...said }: Said, { json }: InitOptions, io: Io): number {
  if (json) {
    io.stdout(jsonLine({ schema_version: 1, gate: gate ?? null, ...said, diff, backup: backup ?? null }));
  } else {
    io.stderr(`gate: ${visible(said.message)}\n${said.notes.map((note) => `  ${visible(note)}\n`).join('')}`);
  }
  return STATUS[said.outcome];
}

/** @throws GateError USAGE */
function repositoryAt(cwd: string): string {
  const found = repositoryAbove(cwd);
  if (found !== undefined) return found;
  throw new GateError('USAGE', `\`${cwd}\` is in no git repository`, { hint: 'go into one, or leave --project out' });
}

function textAfter(
  settings: HarnessSettings,
  { path, before }: FileChange,
  { undo, secondPrompt = true }: InitOptions,
  gate: ReturnType<typeof installedGate> | undefined,
): string | undefined {
  if (undo) return before === undefined ? undefined : settings.unwire(before, originalOf(settings, path));
  if (gate === undefined) return before;
  return settings.wire(before, gate.path, { noSecondPrompt: !secondPrompt, real: gate.real });
}

/** The newest text that is kept from before gate was in it. */
function originalOf(settings: HarnessSettings, path: string): Original | undefined {
  for (const { file, absent } of backupsOf(path)) {
    if (absent) return { text: undefined };
    try {
      const text = textAt(file)?.text;
      if (text !== undefined && settings.wired(text).length === 0) return { text };
    } catch {
      // Not readable any more: an older one may be.
    }
  }
  return undefined;
}

/** Faults in the text are told with the name of the file: `FILE:LINE:COLUMN: ...`. */
function inFile<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    if (!(cause instanceof GateError) || !/^\d+:\d+: /.test(cause.message)) throw cause;
    const hint = cause.hint === undefined ? {} : { hint: cause.hint };
    throw new GateError(cause.code, `${path}:${cause.message}`, { ...hint, cause });
  }
}
