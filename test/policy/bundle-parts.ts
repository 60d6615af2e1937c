import { sha256Hex } from '../../src/platform/hash.ts';
import { formatBundle } from '../../src/policy/bundle/bundle.ts';
import { formatStatement, type Statement } from '../../src/policy/bundle/statement.ts';
import { formatNoteKey } from '../../src/signed-note/note.ts';
import { newSigningKey, type SigningKey, signedNote } from '../../src/signed-note/signing-key.ts';

/** Bundles for tests, made without `gate policy bundle build`. */
export const NOW = Date.UTC(2026, 10, 21, 20);

export function newKey(name: string): SigningKey {
  return newSigningKey(name, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))[0];
}

export function written(key: SigningKey): string {
  return formatNoteKey(key);
}

/** @param members text by name */
export function bundleOf(
  members: Readonly<Record<string, string>>,
  keys: readonly SigningKey[],
  more: Partial<Statement> = {},
): Buffer {
  const sorted = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  const statement = {
    ...{ name: 'acme', version: 1, created: NOW },
    members: sorted.map(([name, text]) => ({ name, sha256: sha256Hex(text) })),
    ...more,
  };
  return Buffer.from(formatBundle(signedNote(formatStatement(statement), keys), new Map(sorted)));
}

export function denying(tool: string): string {
  return `version: 1\npacks: []\nrules:\n  - { id: no-${tool}, match: { tool: ${tool} }, decision: deny, reason: the bundle says no }\n`;
}
