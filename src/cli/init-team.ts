import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Directory, notInPerson } from '../approval/directory.ts';
import { type People, personOf, recognised } from '../approval/people.ts';
import { visible } from '../command/display.ts';
import { groupName, parseConfig } from '../config/document.ts';
import { loadConfig } from '../config/load.ts';
import type { Paths } from '../config/paths.ts';
import { userFile } from '../config/people.ts';
import { SYSTEM_FILE, type SystemConfig } from '../config/system.ts';
import { existingIn, withPeople } from '../config/team/edit.ts';
import { type Merged, merge, type WantedGroup } from '../config/team/merge.ts';
import { KINDS, type Team } from '../config/team/sighting.ts';
import { GateError } from '../errors.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { chance } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import { applyChange, changes, type FileChange, planned, renderChange, undoChange } from './file-change.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { type Checked, checked, checkJson, checkText, satisfied } from './team-check.ts';
import { textAt } from './text-file.ts';
import type { Actor } from './votes.ts';

/**
 * `gate init team`: people out of files into `config.yaml`. Shows what would change; a person at a terminal writes it.
 * Exit: 0 shown or written, 77 not theirs to write, 76 somebody edited the file meanwhile or the person said no, 78 a
 * file does not hold, or (`--check`) a rule never finds its people.
 */
export interface TeamParts {
  readonly actor: Actor;
  readonly paths: Paths;
  readonly system: SystemConfig;
  readonly host: string;
  /** Whose account this is, `USER@HOST`. */
  readonly account: string;
  /** @throws GateError CONFIG_INVALID */
  readonly people: () => People | undefined;
  readonly policies: () => Promise<PolicySet>;
  /** Those people with what each could prove here. */
  readonly directoryOf: (people: People | undefined) => Directory;
  /** Whether a person reads standard output, and how. */
  readonly screen: { readonly terminal: boolean; readonly color: boolean };
}

export interface TeamOptions {
  readonly csv?: readonly string[];
  readonly slack?: readonly string[];
  readonly github?: readonly string[];
  readonly group?: readonly string[];
  readonly system?: boolean;
  readonly write?: boolean;
  readonly undo?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
}

export async function initTeam(parts: TeamParts, options: TeamOptions, io: Io): Promise<number> {
  const sources = [...(options.csv ?? []), ...(options.slack ?? []), ...(options.github ?? [])].length;
  const doing = [sources > 0, options.undo === true, options.check === true].filter(Boolean).length;
  if (doing !== 1) {
    throw new GateError('USAGE', doing === 0 ? 'whose team?' : '--undo and --check stand alone', {
      hint: 'for example: gate init team --csv team.csv; or --slack, --github, --check, --undo',
    });
  }
  if (options.check) return check(parts, options, io);
  const file = options.system ? SYSTEM_FILE : userFile(parts.paths);
  if (options.undo) return undo(file, parts, io);
  return bring(file, parts, options, io);
}

async function check(parts: TeamParts, { json }: TeamOptions, io: Io): Promise<number> {
  const found = await checkedWith(parts.people(), parts);
  io.stdout(json ? jsonLine({ schema_version: 1, ...checkJson(found) }) : checkText(found));
  return satisfied(found) ? EXIT.ok : EXIT.config;
}

async function checkedWith(people: People | undefined, parts: TeamParts): Promise<Checked> {
  const { host, account } = parts;
  return checked({ policies: await parts.policies(), people, directory: parts.directoryOf(people), host, account });
}

function undo(file: string, { actor }: TeamParts, io: Io): number {
  const barred = barredFrom(actor);
  if (barred !== undefined) return refused(barred, actor, io);
  const undone = undoChange(file, chance);
  if (undone.kind === 'restored') {
    io.stderr(`gate: ${visible(file)} is ${undone.removed ? 'gone again' : 'as it was before'}\n`);
    return EXIT.ok;
  }
  if (undone.kind === 'edited') {
    io.stderr(
      `gate: nothing was changed: ${visible(file)} was edited since gate wrote it\n  what it was before is in ${visible(undone.backup)}\n`,
    );
    return EXIT.ended;
  }
  io.stderr(`gate: nothing to take back: no backup lies beside ${visible(file)}\n`);
  return EXIT.ended;
}

async function bring(file: string, parts: TeamParts, options: TeamOptions, io: Io): Promise<number> {
  const { actor, screen, system } = parts;
  const owner = options.system ? 'root' : 'self';
  const barred = barredFrom(actor);
  if (options.write && barred !== undefined) return refused(barred, actor, io);
  const teams = await teamsOf(options);
  // By the loader that counts: a file that it does not trust is not written either.
  await loadConfig(file, owner, undefined);
  const modes = options.system ? { mode: 0o644, directoryMode: 0o755 } : {};
  const { before, ...plan } = planned(file, undefined, modes);
  const merged = merge(teams, existingIn(before, file, owner), (options.group ?? []).map(wantedGroup));
  const change: FileChange = { ...plan, before, after: withPeople(before, merged, file, owner) };
  const after = peopleAfter(change, owner, parts);
  const found = await checkedWith(after, parts);
  const notes = [
    ...merged.notes,
    ...(owner === 'self' && system.people ? [ignoredNote(file)] : []),
    ...unlistedNote(actor, after),
  ];
  const told = { change, merged: { ...merged, notes }, found };
  if (!options.json) io.stdout(`${renderChange(change, screen)}${mergedText(told.merged)}${checkText(found)}`);

  const asking = barred === undefined && screen.terminal && !options.json && changes(change);
  const agreed = options.write || (asking && (await agrees()));
  const done = agreed ? await write(change, owner, io) : undefined;
  if (options.json) io.stdout(jsonLine({ schema_version: 1, ...asJson(told, done) }));
  else if (!changes(change)) io.stderr(`gate: nothing to change: ${visible(file)} says all of this already\n`);
  else if (done === undefined) {
    const how = barred === undefined ? 'with --write it is' : 'a person at a terminal writes it, with --write';
    io.stderr(`gate: nothing was written; ${how}\n`);
  }
  if (done?.kind === 'outrun') return EXIT.ended;
  return asking && !agreed ? EXIT.ended : EXIT.ok;
}

/** Who may approve is decided by this file, so no program writes it. */
function barredFrom({ identified, tty }: Actor): string | undefined {
  const why = notInPerson(identified.principal, identified.supervised, tty);
  return why && `${why}, and only a person at a terminal says who the people are`;
}

function refused(barred: string, { identified }: Actor, io: Io): number {
  io.stderr(
    `gate: nothing was written: ${visible(barred)}\n  you are ${visible(identified.principal.id)}; without --write gate shows what would change\n`,
  );
  return EXIT.refused;
}

async function teamsOf({ csv = [], slack = [], github = [] }: TeamOptions): Promise<readonly Team[]> {
  const [{ peopleOfCsv }, { peopleOfSlack }, { peopleOfGithub }, { jsonTexts }] = await Promise.all([
    import('../config/team/csv.ts'),
    import('../config/team/slack.ts'),
    import('../config/team/github.ts'),
    import('../config/team/json-texts.ts'),
  ]);
  const documents = (files: readonly string[]) =>
    files.flatMap((file) => jsonTexts(given(file), basename(file)).map((value) => ({ file: basename(file), value })));
  return [
    ...csv.map((file) => peopleOfCsv(given(file), basename(file))),
    peopleOfSlack(documents(slack.flatMap(inExport))),
    peopleOfGithub(documents(github)),
  ];
}

/** The files of an export that name people. */
function inExport(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const here = (name: string) => statSync(join(path, name), { throwIfNoEntry: false })?.isFile() === true;
  const found = ['users.json', 'org_users.json', 'usergroups.json'].filter(here);
  if (!found.some((name) => name.endsWith('users.json'))) {
    throw new GateError('USAGE', `\`${path}\` holds no users.json`, {
      hint: 'name the directory that the export was unpacked into',
    });
  }
  return found.map((name) => join(path, name));
}

function given(file: string): string {
  const found = textAt(file);
  if (found === undefined) throw new GateError('USAGE', `there is no file \`${file}\``);
  return found.text;
}

function wantedGroup(text: string): WantedGroup {
  const [, name = '', who = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (!groupName.safeParse(name).success || who.trim() === '') {
    throw new GateError('USAGE', `\`--group ${text}\` is not NAME=WHO`, {
      hint: 'for example: --group sre=@platform,alice@example.com; @platform is a group of the files',
    });
  }
  return { name, who: who.split(',').flatMap((each) => each.trim() || []) };
}

/** Who counts once this is written: the system's people go before the user's. */
function peopleAfter({ after, path }: FileChange, owner: 'root' | 'self', { system }: TeamParts): People | undefined {
  if (owner === 'self' && system.people) return { source: SYSTEM_FILE, ...system.people };
  if (after === undefined) return undefined;
  const { people } = parseConfig(Buffer.from(after), path, owner);
  return people && { source: path, ...people };
}

function ignoredNote(file: string): string {
  return `the people in ${file} do not count, because ${SYSTEM_FILE} names people: --system is for that file`;
}

/** Whoever sets this up and is not in it has locked themselves out. */
function unlistedNote({ identified }: Actor, people: People | undefined): string[] {
  const { kind, id } = identified.principal;
  if (kind !== 'person' || people === undefined) return [];
  if (recognised(identified, people).principal.id !== id || personOf(id, people)) return [];
  return [`you are ${id}, and nobody has that account there: you could approve nothing; name it under \`os\``];
}

async function agrees(): Promise<boolean> {
  const { askOnTerminal } = await import('../channels/terminal/prompt.ts');
  const typed = await askOnTerminal('', 'write it? type yes and Enter; anything else is no: ');
  return typed.kind === 'line' && typed.text.trim() === 'yes';
}

async function write(change: FileChange, owner: 'root' | 'self', io: Io) {
  const applied = applyChange(change, chance);
  if (applied.kind === 'outrun') {
    io.stderr(`gate: nothing was written: ${visible(change.path)} was changed meanwhile; run this again\n`);
  }
  if (applied.kind !== 'written') return applied;
  try {
    await loadConfig(change.path, owner, undefined);
  } catch (error) {
    // What cannot be loaded stops every command: back to what could.
    undoChange(change.path, chance);
    throw error;
  }
  io.stderr(
    `gate: written: ${visible(change.path)}; before: ${visible(applied.backup)}\n  take it back with: gate init team --undo${owner === 'root' ? ' --system' : ''}\n`,
  );
  return applied;
}

interface Told {
  readonly change: FileChange;
  readonly merged: Merged;
  readonly found: Checked;
}

const MOST_SHOWN = 20;

function mergedText({ people, groups, leftOut, apart, notes }: Merged): string {
  const lines: string[] = [];
  const some = (label: string, texts: readonly string[]) => {
    for (const text of texts.slice(0, MOST_SHOWN)) lines.push(`${label.padEnd(11)}${visible(text)}`);
    if (texts.length > MOST_SHOWN)
      lines.push(`${label.padEnd(11)}and ${texts.length - MOST_SHOWN} more; --json lists all`);
  };
  const fresh = people.filter(({ isNew }) => isNew).length;
  lines.push(
    `people     ${fresh} new, ${people.length - fresh} with something new; groups with new members: ${groups.length}`,
  );
  const keys = people.filter(({ identities }) => identities.ssh_keys.length > 0).map(({ name }) => name);
  some(
    'signs',
    keys.map((name) => `${name} can prove votes with a key of the files, without enrolling it`),
  );
  some(
    'APART',
    apart.map(({ at, who, why }) => `${who} (${at}): ${why}`),
  );
  some(
    'left out',
    leftOut.map(({ at, who, why }) => `${who} (${at}): ${why}`),
  );
  some('note', notes);
  return lines.map((line) => `${line}\n`).join('');
}

function asJson({ change, merged, found }: Told, done: ReturnType<typeof applyChange> | undefined): object {
  const { path, target } = change;
  return {
    file: path,
    target,
    state: !changes(change) ? 'unchanged' : (done?.kind ?? 'shown'),
    backup: done?.kind === 'written' ? done.backup : null,
    people: merged.people.map(({ name, isNew, identities, from }) => ({
      ...{ id: `person:${name}`, new: isNew, from },
      ...Object.fromEntries(KINDS.map((kind) => [kind, identities[kind]])),
    })),
    groups: merged.groups.map(({ name, isNew, members }) => ({ name, new: isNew, members })),
    apart: merged.apart,
    left_out: merged.leftOut,
    notes: merged.notes,
    diff: renderChange(change, { color: false }),
    check: checkJson(found),
  };
}
