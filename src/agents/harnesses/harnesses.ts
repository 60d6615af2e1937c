import type { Harness, Payload } from '../tool-call.ts';
import { claude } from './claude.ts';
import { codex } from './codex.ts';
import { cursor } from './cursor.ts';
import { gemini } from './gemini.ts';

export const HARNESSES: readonly Harness[] = [claude, codex, gemini, cursor];

/** The harness that a hook was installed for. */
export function harnessNamed(name: string | undefined): Harness | undefined {
  return HARNESSES.find((harness) => harness.name === name);
}

/** Whose payload it is: some harnesses run the hooks of others, and only understand their own answers. */
export function harnessOf(payload: Payload, installed: Harness): Harness {
  if (installed.recognises(payload)) return installed;
  return [cursor, gemini, codex].find((harness) => harness.recognises(payload)) ?? installed;
}
