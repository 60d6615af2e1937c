import type { Action } from '../command/action.ts';
import { canonical } from '../command/canonical.ts';
import type { Manifest, Text } from '../command/manifest.ts';
import { sha256Hex } from '../platform/hash.ts';

/**
 * What a standing grant covers, as a value that can be compared and shown: the manifest, with the target's name left open
 * where that is harmless. Program, directory, environment, configuration, input files and every other argument stay as
 * they were, and so do the actions. Nothing matches by pattern: two commands have the same shape when this text is equal.
 */
export interface Shape {
  /** `sha256:`; equal for every command the shape covers. */
  readonly digest: string;
  /** The arguments; `null` stands for any one name. */
  readonly argv: readonly (Text | null)[];
  /** True when no name is left open: exactly this command again. */
  readonly exact: boolean;
}

/** Effects that allow the name to differ: nothing is lost, revealed or given away, and no code comes from the requester. */
const MILD: ReadonlySet<string> = new Set(['read', 'write']);

export function shapeOf(manifest: Manifest, actions: readonly Action[]): Shape {
  const argv = mild(actions) ? opened(manifest.argv, actions) : manifest.argv;
  const exact = !argv.includes(null);
  const meaning = exact ? actions : actions.map(withoutName);
  return { digest: `sha256:${sha256Hex(canonical({ ...manifest, argv, actions: meaning }))}`, argv, exact };
}

function mild(actions: readonly Action[]): boolean {
  return actions.every(({ effects, opaque }) => !opaque && effects.every((effect) => MILD.has(effect)));
}

/** A name is left open only where it is the one target and a whole argument; otherwise nothing is. */
function opened(argv: readonly Text[], actions: readonly Action[]): readonly (Text | null)[] {
  const names = new Set(actions.map(({ resource }) => resource.name));
  const [name] = names;
  if (names.size !== 1 || name === undefined || name === '' || name.startsWith('-')) return argv;
  // The first word is the program, and a name that stands twice could mean two things.
  const places = argv.flatMap((text, index) => (index > 0 && text === name ? [index] : []));
  return places.length === 1 ? argv.map((text, index) => (index === places[0] ? null : text)) : argv;
}

function withoutName(action: Action): object {
  const { name: _, ...resource } = action.resource;
  return { ...action, resource };
}
