import { z } from 'zod';
import { count, digest, text, texts, version } from './words.ts';

/** Putting gate in place, and taking it away. */

export const installSchemas = {
  install: z
    .looseObject({
      schema_version: version,
      version: text.describe('of gate'),
      dry_run: z.boolean(),
      changed: z.boolean().describe('false when all of it was there already'),
      prefix: text,
      replaced: text.nullable().describe('the version that was there'),
      executable: text.describe('absolute path'),
      files: z.array(
        z.looseObject({
          path: text.describe('under the prefix, as all paths here'),
          sha256: digest,
          bytes: count,
          mode: z.enum(['0644', '0755']),
          change: z.enum(['new', 'replaced', 'unchanged']),
        }),
      ),
      removed: texts.describe('of a version before'),
      record: text.describe('the file that says what is installed'),
      on_path: z.boolean(),
      shadowed_by: text.nullable().describe('another program of that name that PATH finds first'),
      warnings: texts,
    })
    .describe('gate install --json'),
  uninstall: z
    .looseObject({
      schema_version: version,
      version: text.describe('that was installed'),
      prefix: text,
      removed: texts,
      left: z.array(z.looseObject({ path: text, why: z.enum(['changed', 'not_a_file', 'gone']) })),
      kept: texts.describe('absolute paths of configuration, policies and record, which are never touched'),
    })
    .describe('gate uninstall --json'),
};
