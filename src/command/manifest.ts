import { sha256Hex } from '../platform/hash.ts';
import type { Scope } from './action.ts';
import { canonical } from './canonical.ts';

/**
 * Manifest v1: the canonical description of what will run (docs/decisions/0004-manifest.md). Later versions add
 * entries and never change these. A secret appears as an HMAC with the store's key, so the digest can be recomputed from
 * the redacted record and a short secret cannot be guessed from it.
 */
export interface Manifest {
  readonly v: 1;
  readonly argv: readonly Text[];
  readonly executable: { readonly path: string; readonly digest: string };
  readonly cwd: string;
  readonly environment: {
    readonly level: 'checked' | 'sealed';
    /** Variables that matter to this command, with the values the child gets. */
    readonly pinned: Readonly<Record<string, Text>>;
    /** Names the caller had set and the child does not get. */
    readonly removed: readonly string[];
  };
  readonly inputs: readonly { readonly role: string; readonly path: string; readonly digest: string | null }[];
  /** `pinned` when the command reads stdin as code: the digest of the spooled bytes. */
  readonly stdin: { readonly kind: string; readonly digest: string | null };
  /** One per distinct scope of the actions, in order of first appearance. */
  readonly target: readonly Scope[];
}

/** Plain text, or text with secrets taken out: `["--token=", {hmac: "..."}]`. An array is never ambiguous with literal text. */
export type Text = string | readonly (string | { readonly hmac: string })[];

/** The manifest of these parts, in the version this gate writes. */
export function buildManifest(parts: Omit<Manifest, 'v'>): Manifest {
  return { v: 1, ...parts };
}

/** `sha256:` of the RFC 8785 form. */
export function digestManifest(manifest: Manifest): string {
  return `sha256:${sha256Hex(canonical(manifest))}`;
}
