import { canonical } from '../../command/canonical.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { type NoteKey, parseNote, signersOf } from '../../signed-note/note.ts';
import { printable } from '../diagnostic.ts';
import { MEMBER_NAME, parseStatement, type Statement } from './statement.ts';
import { LARGEST_BUNDLE, refusedBundle } from './succession.ts';

/** A bundle whose note, members and form fit together. Who signed it, and whether it may come into force, is asked apart. */
export interface Bundle {
  readonly statement: Statement;
  /** `sha256:` of the note's text: more signatures do not make it another bundle. */
  readonly digest: string;
  /** The note with its signatures. */
  readonly note: string;
  /** The text of each member. */
  readonly members: ReadonlyMap<string, string>;
  /** The keys among those given that signed it. */
  readonly signers: readonly NoteKey[];
}

/**
 * Reads a bundle, hostile until the end: whatever is not exactly one is refused.
 *
 * @param keys signatures of others say nothing
 * @throws GateError POLICY_INVALID, and nothing else
 */
export async function readBundle(bytes: Uint8Array, from: string, keys: readonly NoteKey[]): Promise<Bundle> {
  const refuse = (why: string) => refusedBundle(`${printable(from)} ${why}`);
  if (bytes.length > LARGEST_BUNDLE) throw refuse(`is larger than ${LARGEST_BUNDLE} bytes`);
  const { note, members } = parts(bytes) ?? {};
  const parsed = note === undefined ? undefined : parseNote(note);
  const statement = parsed && parseStatement(parsed.text);
  if (note === undefined || members === undefined || parsed === undefined || statement === undefined) {
    throw refuse('is no policy bundle');
  }
  const signers = await signersOf(parsed, keys);
  // Before anything it says is believed.
  if (keys.length > 0 && signers.length === 0) throw refuse('is signed by none of the keys that count');
  const named = new Set(statement.members.map(({ name }) => name));
  const more = [...members.keys()].find((name) => !named.has(name));
  if (more !== undefined) throw refuse(`holds \`${printable(more)}\`, which its note does not name`);
  for (const { name, sha256 } of statement.members) {
    const text = members.get(name);
    if (text === undefined) throw refuse(`does not hold \`${name}\`, which its note names`);
    if (sha256Hex(text) !== sha256) throw refuse(`holds another \`${name}\` than its note names`);
  }
  return { statement, digest: `sha256:${sha256Hex(parsed.text)}`, note, members, signers };
}

/** @param members text of each member, by name */
export function formatBundle(note: string, members: ReadonlyMap<string, string>): string {
  return `${canonical({ note, members: Object.fromEntries(members) })}\n`;
}

/** Note and members, when the bytes are the one way to write them. */
function parts(bytes: Uint8Array): { readonly note: string; readonly members: Map<string, string> } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || !isRecord(value['members']) || typeof value['note'] !== 'string') return undefined;
    const members = new Map<string, string>();
    for (const [name, member] of Object.entries(value['members'])) {
      if (!MEMBER_NAME.test(name) || typeof member !== 'string') return undefined;
      members.set(name, member);
    }
    const { note } = value as { note: string };
    return formatBundle(note, members) === text ? { note, members } : undefined;
  } catch {
    // Not UTF-8, not JSON, too deep, or without a canonical form.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
