import type { Tone } from './card-rows.ts';
import type { Drawing } from './state.ts';

/** A frame as lines of toned text, for any renderer. */
export interface Screen {
  readonly lines: readonly Line[];
  /** What a person has seen once this is on the terminal. */
  readonly drawing: Drawing;
}

export type Line = readonly Span[];

export interface Span {
  readonly text: string;
  readonly tone?: Tone | 'good' | 'bad' | 'selected';
}
