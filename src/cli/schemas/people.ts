import { z } from 'zod';
import { EVIDENCE_LEVELS } from '../../policy/decision.ts';
import { count, text, texts, version } from './words.ts';

/** Who asks, and who the people are. */

const check = {
  satisfied: z.boolean().describe('no rule is there that nobody could ever satisfy'),
  rules: z.array(
    z.looseObject({
      rule: text,
      where: text.describe('file and line, or the pack'),
      decision: z.enum(['hold', 'confirm']),
      observed: z.boolean().describe('it decides nothing yet'),
      state: z.enum(['met', 'partly', 'never']).describe('partly: not for everybody who could ask'),
      reasons: z.array(z.looseObject({ text, todo: text })),
      asks: z.array(
        z.looseObject({
          ...{ from: texts, count, evidence: z.enum(EVIDENCE_LEVELS), separation: z.enum(['none', 'owner']) },
          ...{ escalate: texts, break_glass: texts },
        }),
      ),
    }),
  ),
  unreachable: z.array(z.looseObject({ person: text, groups: texts, why: text })),
  notes: texts,
};
const somebody = z.array(z.looseObject({ at: text.describe('the file and the row or id'), who: text, why: text }));

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
      service: text.optional().describe('the service elsewhere that says so'),
      credential: text.optional().describe('what the caller came with'),
      by: z.enum(['token', 'oidc', 'login', 'certificate']).optional(),
      scopes: texts.optional().describe('what it is good for there'),
    })
    .describe('gate whoami --json'),
  'init-team': z
    .looseObject({
      schema_version: version,
      file: text,
      target: text.describe('where the bytes of that file lie, behind links'),
      state: z
        .enum(['shown', 'written', 'unchanged', 'outrun'])
        .describe('outrun: somebody changed the file meanwhile'),
      backup: text.nullable(),
      people: z
        .array(
          z.looseObject({
            ...{ id: text, new: z.boolean(), from: texts },
            ...{ os: texts, email: texts, slack: texts, teams: texts, ssh_keys: texts },
          }),
        )
        .describe('who is new, or of whom something is: what is added'),
      groups: z.array(z.looseObject({ name: text, new: z.boolean(), members: texts.describe('who is added') })),
      apart: somebody.describe('not taken over, because it is not clear who they are'),
      left_out: somebody.describe('not taken over: bots, guests, closed accounts, nobody with an identity'),
      notes: texts,
      diff: text,
      check: z.looseObject(check).describe('of the people as they would be'),
    })
    .describe('gate init team --json'),
  'init-team-check': z.looseObject({ schema_version: version, ...check }).describe('gate init team --check --json'),
};
