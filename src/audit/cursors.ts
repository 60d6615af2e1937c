/**
 * How far somebody has read the log: whoever passes events on. Outside the log, which stays the truth; a cursor that is lost is made again,
 * and one that is a little old means that something is passed on twice.
 */
export interface Cursors {
  /** All there are, by name. */
  cursors(): Promise<readonly Cursor[]>;
  /**
   * The cursors whose names begin with `prefix`, after one was made for each name that is wanted and has none, and the others were taken away. Durable.
   * A new one stands at the end of the log, or with `start` at its oldest event.
   *
   * @throws GateError AUDIT_UNAVAILABLE
   */
  keepCursors(
    prefix: string,
    wanted: readonly { readonly name: string; readonly start: boolean }[],
  ): Promise<readonly Cursor[]>;
  /** Not durable by itself. One that was taken away stays away. @throws GateError AUDIT_UNAVAILABLE */
  moveCursor(cursor: Cursor): Promise<void>;
}

export interface Cursor {
  readonly name: string;
  /** Index of the event that comes next. */
  readonly next: number;
  /** When something was last passed on. Milliseconds since 1970, as all times here. */
  readonly at?: number;
  /** What comes next could not be passed on. */
  readonly failing?: {
    readonly since: number;
    readonly attempts: number;
    /** How many of the attempts were refusals of what came next. */
    readonly refusals: number;
    readonly why: string;
  };
  /** Nothing is tried any more, and since when. */
  readonly stopped?: number;
}
