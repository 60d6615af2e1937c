import { join } from 'node:path';
import { visible } from '../command/display.ts';
import type { Paths } from '../config/paths.ts';
import { SYSTEM_DIRECTORY } from '../config/paths.ts';
import { LAYOUT } from '../install/layout.ts';
import { ownFile } from '../install/material.ts';
import { readRecord } from '../install/record.ts';
import { uninstall as takeAway } from '../install/uninstall.ts';
import type { Identified } from '../request/principal.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

/** `gate uninstall`: what gate put there and nobody changed since. Configuration, policies and record are people's, and stay. */

const WHY = {
  changed: 'it was changed since gate put it there',
  not_a_file: 'something else lies there',
  gone: 'it is gone already',
} as const;

/** @throws GateError USAGE, CANNOT_WRITE, CONFIG_INVALID */
export function uninstall(
  { prefix, json, paths }: { readonly prefix: string; readonly json?: boolean; readonly paths: Paths },
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

/** Where the gate that runs is installed, if it is. */
export function ownPrefix(): string | undefined {
  const prefix = ownFile().replace(/\/(?:bin\/gate|lib\/gate\/gate\.js)$/, '');
  return prefix !== ownFile() && readRecord(prefix)?.files.some(({ path }) => path === LAYOUT.executable)
    ? prefix
    : undefined;
}
