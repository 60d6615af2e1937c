import { settingsOf } from '../agents/settings/all.ts';
import { visible } from '../command/display.ts';
import { codexTrust } from './doctor/hooks/codex-trust.ts';
import {
  type HarnessFound,
  harnessesFound,
  type SettingsFound,
  type Surroundings,
} from './doctor/hooks/settings-found.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

/** `gate init`: which harnesses are on this machine, and whether gate stands in front of them. */
export function listHarnesses(here: Surroundings, options: { readonly json?: boolean }, io: Io): number {
  const found = harnessesFound(here);
  if (options.json) {
    const harnesses = found.map(({ settings, ...rest }) => ({ ...rest, settings: settings.map(asData) }));
    io.stdout(jsonLine({ schema_version: 1, harnesses }));
    return 0;
  }
  for (const each of found) {
    const words = each.here ? stateOf(each) : 'not found';
    io.stdout(`${each.harness.padEnd(8)}${visible(`${each.title}: ${words}`)}\n`);
    for (const file of each.settings.filter(isTold)) io.stdout(`        ${visible(fileWords(each, file, here))}\n`);
    for (const why of each.off) io.stdout(`        hooks do NOT run: ${visible(why)}\n`);
  }
  const open = found.find((each) => each.here && !isWired(each));
  if (open) io.stderr(`gate: put gate in front of it with: gate init ${open.harness}\n`);
  return 0;
}

function asData({ of, path, hooks, invalid }: SettingsFound) {
  const own = hooks.map(({ event, matcher, gate, whole }) => ({ event, matcher: matcher ?? null, gate, whole }));
  return { of, path, hooks: own, invalid: invalid ?? null };
}

function isWired({ settings }: HarnessFound): boolean {
  return settings.some(({ hooks }) => hooks.length > 0);
}

function isTold({ hooks, invalid }: SettingsFound): boolean {
  return hooks.length > 0 || invalid !== undefined;
}

function stateOf(found: HarnessFound): string {
  return isWired(found) ? 'gate is in its settings' : 'here, without gate';
}

function fileWords({ harness }: HarnessFound, { path, hooks, invalid }: SettingsFound, here: Surroundings): string {
  if (invalid !== undefined) return `${path}: INVALID, ${invalid}`;
  const gates = [...new Set(hooks.map(({ gate }) => gate))].join(', ');
  const untrusted = harness === 'codex' && hooks.some((hook) => codexTrust(path, hook, here) === 'untrusted');
  const doubts = [
    ...(hooks.some(({ whole }) => !whole) ? [`not as gate writes it: gate init ${harness}`] : []),
    ...(untrusted ? [`not trusted in ${settingsOf('codex').title} yet: type /hooks there`] : []),
  ];
  return [`${path}: calls ${gates}`, ...doubts].join('; ');
}
