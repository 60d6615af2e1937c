import { z } from 'zod';
import { EVIDENCE_LEVELS } from '../../policy/decision.ts';
import { text, texts, version } from './words.ts';

/** Who asks. */

export const peopleSchemas = {
  whoami: z
    .looseObject({
      schema_version: version,
      kind: z.enum(['person', 'agent', 'pipeline']),
      id: text,
      owner: text.nullable(),
      known: z.enum(['claimed', 'os', 'token', 'oidc', 'signed']),
      harness: text.nullable(),
      session: text.nullable(),
      why: texts.min(1),
      groups: texts.describe('groups of the configuration this person is in'),
      votes: z.boolean(),
      approves: texts,
      evidence: z.enum(EVIDENCE_LEVELS).nullable().describe('the strongest that this person can give here'),
      enrolled: z
        .array(z.looseObject({ id: text, factor: text, key: text.nullable(), usable: z.boolean() }))
        .describe('usable: false when what is kept is not what was enrolled'),
      barred: text.nullable().describe('why not, when it may not vote'),
      correct: text,
    })
    .describe('gate whoami --json'),
};
