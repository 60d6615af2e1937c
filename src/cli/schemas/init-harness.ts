import { z } from 'zod';
import { text, texts, version } from './words.ts';

/** Gate's hook in the settings of harnesses. */

const harness = z.enum(['claude', 'codex', 'gemini', 'cursor']);

const file = z.looseObject({
  of: z.enum(['user', 'project', 'machine']),
  path: text,
  hooks: z
    .array(
      z.looseObject({
        event: text,
        matcher: text.nullable(),
        gate: text.describe('the program that it starts'),
        whole: z.boolean().describe('exactly as gate writes it: every shell tool, and every failure blocks'),
      }),
    )
    .describe('hooks of gate; others are not listed'),
  invalid: text.nullable().describe('why the file cannot be read, with line and column'),
});

export const initHarnessSchemas = {
  'init-harness': z
    .looseObject({
      schema_version: version,
      harness,
      path: text,
      gate: text.nullable().describe('the gate that the hook starts; null when it is taken out, or refused'),
      outcome: z
        .enum(['written', 'unchanged', 'shown', 'declined', 'outrun', 'refused'])
        .describe('outrun: somebody else changed the file meanwhile'),
      message: text,
      diff: text,
      backup: text.nullable(),
      notes: texts.describe('what to do or to know'),
    })
    .describe('gate init claude --json, and codex, gemini, cursor'),
  'init-harnesses': z
    .looseObject({
      schema_version: version,
      harnesses: z.array(
        z.looseObject({
          harness,
          title: text,
          here: z.boolean().describe('its program is in PATH, or settings of it are there'),
          settings: z.array(file),
          off: texts.describe('why its hooks do not run, one clause each'),
          others: z.number().int().nonnegative().describe('hooks of others for the same events'),
        }),
      ),
    })
    .describe('gate init --json'),
};
