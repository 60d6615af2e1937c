import type { Action, Effect, Resource, Scope } from './action.ts';
import type { Scan } from './options.ts';
import { absolute } from './paths.ts';
import type { Input, Reading, Snapshot } from './reader.ts';

/** Small constructors that every reader uses, so that an action is never half filled in. */

export interface ActionParts {
  readonly resource?: Resource;
  readonly scope?: Scope;
  readonly opaque?: boolean;
}

const NOTHING = Object.freeze({});

/** One action. `unknown` makes it opaque by itself. */
export function act(tool: string, operation: string, effects: readonly Effect[], parts: ActionParts = NOTHING): Action {
  return {
    tool,
    operation,
    effects,
    resource: parts.resource ?? NOTHING,
    scope: parts.scope ?? NOTHING,
    opaque: parts.opaque === true || effects.includes('unknown'),
  };
}

/** What cannot be understood. Never harmless. */
export function unknownAction(tool: string, operation: string = tool, parts: ActionParts = NOTHING): Action {
  return act(tool, operation, ['unknown'], parts);
}

/** Something runs that gate does not see into: what it may do is not known, and why. */
export function unseen(tool: string, note: string): Reading {
  return { actions: [act(tool, tool, ['execute', 'unknown'])], notes: [note] };
}

/** The same action, but part of what happens cannot be seen. */
export function doubted(action: Action): Action {
  const effects = action.effects.includes('unknown') ? action.effects : [...action.effects, 'unknown' as const];
  return { ...action, effects, opaque: true };
}

/** A file or stdin that decides the meaning; without a digest when it could not be read. */
export function inputOf(role: string, path: string, snapshot: Snapshot | undefined): Input {
  return snapshot === undefined ? { role, path } : { role, path, digest: snapshot.digest };
}

/** A file on this machine, by its absolute path where the directory is known. */
export function fileAt(path: string, cwd: string): Resource & { readonly path: string } {
  return { kind: 'file', path: absolute(path, cwd) };
}

/** A reading whose every action is in doubt, and why. */
export function withDoubt(reading: Reading, notes: readonly string[]): Reading {
  if (notes.length === 0) return reading;
  return { ...reading, actions: reading.actions.map(doubted), notes: [...(reading.notes ?? []), ...notes] };
}

/** What a scan could not account for, as sentences. */
export function doubtsOf(scan: Scan): readonly string[] {
  if (scan.unknown.length === 0 && scan.repeated.length === 0) return NONE;
  return [
    ...scan.unknown.map((option) => `option ${option} is not one gate knows`),
    ...scan.repeated.map((option) => `option ${option} is given more than once`),
  ];
}

const NONE: readonly string[] = [];

/** Fields without a value left out, so that "unresolved" is the same as "absent". */
export function fields(parts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name in parts) {
    const value = parts[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
