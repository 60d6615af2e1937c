import { objectOf, stringsOf } from './said.ts';

/**
 * Which lines of a session look like another try at what was just stopped. Conservative: a line is marked only when it comes
 * within ten minutes after the stop and not so fast that nobody can have heard of it, does more than read, and
 *
 * - `same_target`: one of its actions has the same resource as the stopped one, by the same tool or with one of its effects;
 * - `names_target`: part of it cannot be seen, and its text names the resource that would have been changed or revealed;
 * - `same_program`: one of its actions is by the tool of the stopped one.
 *
 * It is a hint where to look, not a verdict. Pure.
 */
export interface Followed {
  /** The line that was stopped, counted from 0. */
  readonly line: number;
  /** From the stop to this line. */
  readonly milliseconds: number;
  readonly because: Because;
}

export const BECAUSE = ['same_target', 'names_target', 'same_program'] as const;
export type Because = (typeof BECAUSE)[number];

export const AFTER_MILLISECONDS = 10 * 60_000;
/** Agents send several calls at once: what comes faster than a model answers was chosen before the stop. */
export const LEAST_MILLISECONDS = 500;
/** Of many stops in ten minutes, the newest are looked at. */
const MOST_STOPS = 50;
/** A shorter name is too common a word to say anything. */
const LEAST_NAME = 5;
/** Fields that say how much of a resource, not which. */
const HOW_MUCH: ReadonlySet<string> = new Set(['all', 'selector', 'subresource', 'git']);
/** What only has these effects names what it runs or reads, not what it would have changed. */
const VAGUE: ReadonlySet<string> = new Set(['read', 'execute', 'unknown']);

/** What a line means, as far as it matters here. */
export interface Meant {
  readonly text: string;
  readonly actions: readonly Did[];
}

interface Did {
  readonly tool: string;
  readonly effects: readonly string[];
  /** The resource's fields, sorted; empty when it has no name. */
  readonly resource: string;
  readonly names: readonly string[];
  readonly opaque: boolean;
}

export interface Tried {
  readonly at: number;
  readonly stoppedAt: number | undefined;
  readonly meant: Meant;
  /** The actions that were the reason of the stop; all of them when that is not known. */
  readonly blamed: readonly number[];
}

/** @param lines in the order of their time */
export function afterTheNo(lines: readonly Tried[]): readonly (Followed | undefined)[] {
  const stops = lines
    .flatMap(({ stoppedAt, ...rest }, line) => (stoppedAt === undefined ? [] : [{ ...rest, stoppedAt, line }]))
    .sort((a, b) => a.stoppedAt - b.stoppedAt);
  let known = 0;
  return lines.map(({ at, meant }) => {
    while (known < stops.length && stops[known]!.stoppedAt <= at - LEAST_MILLISECONDS) known++;
    for (let index = known - 1; index >= Math.max(0, known - MOST_STOPS); index--) {
      const stop = stops[index]!;
      const milliseconds = at - stop.stoppedAt;
      if (milliseconds > AFTER_MILLISECONDS) return undefined;
      const because = likeness(stop, meant);
      if (because !== undefined) return { line: stop.line, milliseconds, because };
    }
    return undefined;
  });
}

function likeness({ meant, blamed }: Pick<Tried, 'meant' | 'blamed'>, next: Meant): Because | undefined {
  const reasons = meant.actions.filter((_, index) => blamed.length === 0 || blamed.includes(index));
  const trying = next.actions.filter(({ effects }) => effects.some((effect) => effect !== 'read'));
  const any = (like: (stopped: Did, next: Did) => boolean) =>
    trying.some((action) => reasons.some((stopped) => like(stopped, action)));
  if (any((a, b) => a.resource !== '' && a.resource === b.resource && (a.tool === b.tool || share(a, b))))
    return 'same_target';
  if (any((a, b) => isDark(b) && a.names.some((name) => mentions(next.text, name)))) return 'names_target';
  return any((a, b) => a.tool === b.tool) ? 'same_program' : undefined;
}

function share(a: Did, b: Did): boolean {
  return a.effects.some((effect) => effect !== 'read' && b.effects.includes(effect));
}

function isDark({ opaque, effects }: Did): boolean {
  return opaque || effects.includes('execute') || effects.includes('unknown');
}

/** As a word of its own. */
function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
    if (!around.some((char) => /[A-Za-z0-9_]/.test(char))) return true;
  }
  return false;
}

/** From the actions of a payload, whatever it holds. */
export function meantBy(actions: unknown, text: string): Meant {
  return { text, actions: (Array.isArray(actions) ? actions : []).map(didOf) };
}

function didOf(action: unknown): Did {
  const { tool, effects, resource, opaque } = objectOf(action);
  const fields = Object.entries(objectOf(resource)).filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '',
  );
  const names = fields.filter(([field]) => field === 'name' || field === 'path').map(([, value]) => value);
  return {
    tool: typeof tool === 'string' ? tool : '',
    effects: stringsOf(effects),
    resource:
      names.length === 0
        ? ''
        : JSON.stringify(fields.filter(([field]) => !HOW_MUCH.has(field)).sort(([a], [b]) => (a < b ? -1 : 1))),
    names: stringsOf(effects).some((effect) => !VAGUE.has(effect))
      ? names.filter((name) => name.length >= LEAST_NAME)
      : [],
    opaque: opaque === true,
  };
}

/** Indexes of the actions that made the decision what it is. */
export function blamedBy(decision: unknown): readonly number[] {
  const { kind, findings } = objectOf(decision);
  const found = (Array.isArray(findings) ? findings : []).map(objectOf);
  // `confirm` of a rule is `hold` for an agent.
  const asked = new Set(kind === 'hold' ? ['hold', 'confirm'] : [kind]);
  return found.flatMap(({ kind: each, action }) => (asked.has(each) && typeof action === 'number' ? [action] : []));
}
