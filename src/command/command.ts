import type { Action } from './action.ts';
import type { ChildEnvironment } from './environment.ts';
import type { Manifest, Text } from './manifest.ts';
import type { Input } from './reader.ts';

/** What a request means: the union of everything it and the commands it starts would do. Pure, nothing pinned yet. */
export interface Understanding {
  /** Never empty. */
  readonly actions: readonly Action[];
  readonly inputs: readonly Input[];
  readonly secrets: readonly string[];
  readonly pins: readonly string[];
  readonly notes: readonly string[];
  /** True when any action is. */
  readonly opaque: boolean;
}

/** Understood and pinned: the one value that policy judges, people approve, and execution runs. */
export interface Command extends Understanding {
  readonly manifest: Manifest;
  /** `sha256:` of the canonical manifest: what an approval is bound to. */
  readonly digest: string;
  /** The file to execute: real path whose digest the manifest holds. */
  readonly executable: string;
  /** Exactly what the child gets; the manifest holds the part that matters, secrets as HMAC. */
  readonly environment: ChildEnvironment;
  /** Takes this command's secrets out of any text, for the record and for screens. */
  readonly redact: (text: string) => Text;
  /** Descriptor of the spooled stdin, when the command reads it as code; the child gets it as its 0. */
  readonly stdin?: number;
}
