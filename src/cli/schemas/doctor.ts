import { z } from 'zod';
import { CHECKS, LEVELS } from '../doctor/finding.ts';
import { count, digest, text, texts, version } from './words.ts';

const harness = z.enum(['claude', 'codex', 'gemini', 'cursor']);
const answer = z.enum(['blocked', 'rewritten', 'runs']).describe('what the harness would do');

/** Whether everything is in order. */
export const doctorSchemas = {
  doctor: z
    .looseObject({
      schema_version: version,
      mode: text,
      holds: texts,
      does_not_hold: texts,
      version: text.describe('of gate'),
      who: z.looseObject({
        id: text,
        kind: z.enum(['person', 'agent', 'pipeline']),
        why: texts,
        votes: z.boolean(),
        barred: text.nullable().describe('why not, when it may not vote'),
      }),
      installation: z.looseObject({
        version: text,
        executable: text.describe('as it is started'),
        real: text.describe('where it really lies'),
        owner: z.number().int().nullable().describe('uid'),
        mode: text.nullable().describe('four octal digits'),
        standalone: z.boolean().describe('false: the bundle, on Node'),
      }),
      places: z.array(z.looseObject({ what: text, path: text, mode: text.nullable() })),
      policies: z.looseObject({
        valid: z.boolean(),
        files: z.array(z.looseObject({ layer: text, name: text, digest })).describe('what decides, packs included'),
        message: text.optional(),
        bundle: z.looseObject({ name: text, version: count, digest }).optional().describe('the policy bundle in force'),
        problem: text.optional().describe('why it is not the one that is offered, or that it is out of date'),
      }),
      people: z.looseObject({ state: z.enum(['none', 'listed', 'invalid']), source: text.optional() }),
      log: z.looseObject({
        path: text,
        state: z.enum(['none', 'readable', 'unusable']),
        events: count.optional(),
        last: text.optional(),
      }),
      limits: texts.describe('what this operating system or runtime cannot do'),
      kernel: z.looseObject({ ptrace_scope: text.nullable(), legacy_tiocsti: text.nullable() }),
      hooks: z.array(
        z.looseObject({
          harness,
          title: text,
          here: z.boolean().describe('its program or its settings are on this machine'),
          live: z.boolean().describe('installed, startable, and nothing that can be seen keeps it from running'),
          installed: z.array(
            z.looseObject({
              of: z.enum(['user', 'project', 'machine']),
              path: text,
              event: text,
              matcher: text.nullable(),
              gate: text,
              line: text.describe('what the harness starts'),
              args: texts.optional(),
              whole: z.boolean().describe('exactly what gate writes'),
            }),
          ),
        }),
      ),
      attest: z
        .array(
          z.looseObject({
            harness,
            path: text,
            event: text,
            by: z.enum(['standard input', 'here-document']),
            forbidden: answer,
            harmless: answer,
            mangled: answer,
            stopped: z.boolean(),
            recorded: z.array(count).describe('indices of events in this log'),
          }),
        )
        .optional()
        .describe('with --attest'),
      latency: z
        .looseObject({
          run_ms: z.number().nullable().describe('`gate -- true`: the median'),
          runs_ms: z.array(z.number()),
          commit_ms: z.number().nullable().describe('one durable commit: the median'),
          message: text.optional().describe('why it could not be measured'),
        })
        .describe('milliseconds'),
      findings: z.array(
        z.looseObject({
          check: z.enum(CHECKS),
          level: z.enum(LEVELS).describe('a problem makes the status 78, or 74 when it is the log alone'),
          subject: text.describe('what it is about: the same on every machine'),
          text,
          where: text.optional().describe('a path, with ~/ for the home directory'),
          hint: text.optional().describe('what helps'),
        }),
      ),
    })
    .describe('gate doctor --json'),
};
