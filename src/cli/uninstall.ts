import { join } from 'node:path';
import { visible } from '../command/display.ts';
import type { Paths } from '../config/paths.ts';
import { SYSTEM_DIRECTORY } from '../config/paths.ts';
import { GateError } from '../errors.ts';
import { LAYOUT } from '../install/layout.ts';
import { ownFile } from '../install/material.ts';
import { readRecord } from '../install/record.ts';
import { uninstall as takeAway } from '../install/uninstall.ts';
import type { Identified } from '../request/principal.ts';
import { harnessesFound, type Surroundings } from './doctor/hooks/settings-found.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

/** `gate uninstall`: what gate put there and nobody changed since. Configuration, policies and record are people's, and stay. */

const WHY = {
  changed: 'it was changed since gate put it there',
  not_a_file: 'something else lies there',
  gone: 'it is gone already',
} as const;

export interface UninstallOptions {
  readonly prefix: string;
  readonly json?: boolean;
  /** Also when hooks of harnesses start it. */
  readonly force?: boolean;
  readonly paths: Paths;
  readonly here: Surroundings;
}

/** @throws GateError USAGE (hooks still start it), CANNOT_WRITE, CONFIG_INVALID */
export function uninstall(
  { prefix, json, force, paths, here }: UninstallOptions,
  { principal, why }: Identified,
  io: Io,
): number {
  // Local mode cannot keep an agent from removing files of its own account; it need not do it for one.
  if (principal.kind === 'agent') {
    io.stderr(
      `gate: not removed: only people and pipelines uninstall gate\n` +
        `  you are ${visible(principal.id)}: ${why.map(visible).join('; ')}\n`,
    );
    return EXIT.refused;
  }
  if (!force) requireNoHooks(join(prefix, LAYOUT.executable), here);
  const { version, removed, left } = takeAway(prefix);
  const kept = [SYSTEM_DIRECTORY, ...new Set([paths.config, paths.state])];
  if (json) {
    io.stdout(jsonLine({ schema_version: 1, version, prefix, removed, left, kept }));
    return EXIT.ok;
  }
  io.stdout(`gate ${visible(version)} is no longer installed in ${visible(prefix)}: ${removed.length} files removed\n`);
  for (const { path, why: reason } of left) io.stdout(`  left       ${visible(join(prefix, path))}: ${WHY[reason]}\n`);
  io.stdout(`  kept       configuration, policies and record: ${kept.map(visible).join(', ')}\n`);
  return EXIT.ok;
}

/** A hook whose gate is gone blocks every command of its harness, and nobody is left to take it out. */
function requireNoHooks(executable: string, here: Surroundings): void {
  const starting = harnessesFound(here).filter(({ settings }) =>
    settings.some(({ hooks }) => hooks.some(({ gate }) => gate === executable)),
  );
  const [first] = starting;
  if (first === undefined) return;
  const names = starting.map(({ title }) => title).join(', ');
  throw new GateError('USAGE', `hooks of ${names} start ${visible(executable)}, and would block every command`, {
    hint: `take them out first: gate init ${first.harness} --undo; or say --force`,
  });
}

/** Where the gate that runs is installed, if it is. */
export function ownPrefix(): string | undefined {
  const prefix = ownFile().replace(/\/(?:bin\/gate|lib\/gate\/gate\.js)$/, '');
  return prefix !== ownFile() && readRecord(prefix)?.files.some(({ path }) => path === LAYOUT.executable)
    ? prefix
    : undefined;
}
