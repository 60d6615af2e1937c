import type { HarnessName } from './harness-settings.ts';

/** Why a harness drops a whole settings file without a word, or with one that nobody sees. Pure. */

/** @param text JSON without comments; other texts have no answer here */
export function refused(name: HarnessName, text: string): readonly string[] {
  if (name !== 'claude' && name !== 'codex') return [];
  let settings: unknown;
  try {
    settings = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return [];
  }
  return name === 'claude' ? refusedByClaude(settings) : refusedByCodex(settings);
}

/**
 * Claude Code 2.1.330: one entry that it does not take switches off every hook of the file.
 * @param settings the file as a value
 */
function refusedByClaude(settings: unknown): readonly string[] {
  const wrong = entriesOf(settings).flatMap(({ event, entry }) => {
    const { type, command, timeout, onFailure } = entry;
    const why = [
      ...(type === 'command' && (typeof command !== 'string' || command === '') ? ['no `command`'] : []),
      ...(timeout !== undefined && !(typeof timeout === 'number' && timeout > 0) ? ['a `timeout` that is none'] : []),
      ...(onFailure !== undefined && onFailure !== 'continue' && onFailure !== 'block'
        ? ['an `onFailure` that is none']
        : []),
    ];
    return why.map((what) => `an entry of ${event} has ${what}, which switches off all hooks`);
  });
  return [...new Set(wrong)];
}

/** Codex 0.169.0, for `hooks.json`. */
function refusedByCodex(settings: unknown): readonly string[] {
  const extra = isObject(settings)
    ? Object.keys(settings).filter((key) => key !== 'hooks' && key !== 'description')
    : [];
  const wrong = entriesOf(settings).flatMap(({ event, entry }) => {
    const { type, timeout } = entry;
    return [
      ...(typeof type === 'string' && TYPES.includes(type)
        ? []
        : [`an entry of ${event} has no \`type\` that Codex knows`]),
      ...(timeout === undefined || (Number.isInteger(timeout) && (timeout as number) >= 0)
        ? []
        : [`an entry of ${event} has a \`timeout\` that is no whole number`]),
    ];
  });
  return [...extra.map((key) => `\`${key}\` stands there, and Codex drops such a file`), ...new Set(wrong)];
}

const TYPES = ['command', 'prompt', 'agent', 'mcp_tool'];

type Entry = Readonly<Record<string, unknown>>;

function entriesOf(settings: unknown): readonly { readonly event: string; readonly entry: Entry }[] {
  const hooks = isObject(settings) ? settings['hooks'] : undefined;
  if (!isObject(hooks)) return [];
  return Object.entries(hooks).flatMap(([event, groups]) =>
    (Array.isArray(groups) ? groups : [])
      .flatMap((group: unknown) =>
        isObject(group) && Array.isArray(group['hooks']) ? (group['hooks'] as unknown[]) : [],
      )
      .flatMap((entry) => (isObject(entry) ? [{ event, entry }] : [])),
  );
}

function isObject(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
