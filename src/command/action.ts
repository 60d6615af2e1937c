/** What a command does, in the field's own words. */

/** Effects, weakest first. `unknown` means "could not be understood" and is never treated as harmless. */
export const EFFECTS = ['read', 'write', 'execute', 'export', 'secret', 'privilege', 'destroy', 'unknown'] as const;
/**
 * - `read`: changes nothing
 * - `write`: creates or changes state
 * - `execute`: runs given code, or opens a session
 * - `export`: moves data out
 * - `secret`: reveals a credential
 * - `privilege`: changes who may do what
 * - `destroy`: deletes, or overwrites beyond recovery
 */
export type Effect = (typeof EFFECTS)[number];

/** A field the reader could not resolve is absent; policy then treats it as "could be anything". */
export interface Resource {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  /** A file's absolute path, a table, a bucket: further fields by their field's own names. */
  readonly [field: string]: string | undefined;
}

/** Where it acts: `context`, `cluster`, `server`, `account`, `region`, `profile`, `host`, `port`, `database`, `user`... */
export interface Scope {
  readonly [field: string]: string | undefined;
}

export interface Action {
  /** `kubectl`, `aws`, `psql`, or the program's name. */
  readonly tool: string;
  /** The field's own name: kubectl verb, `service:ApiName`, SQL command tag, or the program's name. */
  readonly operation: string;
  /** Never empty. */
  readonly effects: readonly Effect[];
  readonly resource: Resource;
  readonly scope: Scope;
  /** True when part of what will happen cannot be seen in what was given. */
  readonly opaque: boolean;
}
