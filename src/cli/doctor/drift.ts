import { basename } from 'node:path';
import { z } from 'zod';
import { GateError } from '../../errors.ts';
import { textAt } from '../text-file.ts';
import type { Report } from './doctor.ts';
import { CHECKS, type Check, type Finding, LEVELS } from './finding.ts';

/**
 * What should be the case on a machine: an earlier `gate doctor --json`, or a part of one. What it does not say is not asked
 * for.
 */
const EXPECTATION = z.looseObject({
  schema_version: z.literal(1).optional(),
  mode: z.string().optional(),
  version: z.string().optional(),
  installation: z
    .looseObject({
      real: z.string().optional(),
      owner: z.number().nullable().optional(),
      mode: z.string().nullable().optional(),
    })
    .optional(),
  policies: z
    .looseObject({
      files: z.array(z.looseObject({ layer: z.string(), name: z.string().optional(), digest: z.string() })),
    })
    .optional(),
  people: z.looseObject({ state: z.string(), source: z.string().optional() }).optional(),
  hooks: z.array(z.looseObject({ harness: z.string(), live: z.boolean().optional() })).optional(),
  findings: z
    .array(
      z.looseObject({
        check: z.enum(CHECKS),
        level: z.enum(LEVELS),
        subject: z.string(),
        where: z.string().optional(),
      }),
    )
    .optional(),
});

export type Expectation = z.infer<typeof EXPECTATION>;

/** @throws GateError USAGE when it cannot be read, or expects something in another form */
export function expectationIn(path: string): Expectation {
  const hint = 'give what `gate doctor --json` printed, or a part of it; `gate schema doctor` has the form';
  let text: string | undefined;
  let value: unknown;
  try {
    text = textAt(path)?.text;
    value = JSON.parse(text ?? '');
  } catch (cause) {
    const why = text === undefined ? 'cannot be read' : 'is not JSON';
    throw new GateError('USAGE', `what is expected ${why}: \`${path}\``, { hint, cause });
  }
  const parsed = EXPECTATION.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.map(String).join('.') ?? '';
  throw new GateError('USAGE', `what is expected has another form at \`${at}\`: \`${path}\``, { hint });
}

/** Every difference, each a problem. */
export function driftFindings(expected: Expectation, report: Omit<Report, 'schema_version'>): readonly Finding[] {
  const { installation } = report;
  const hooks = hookDrift(expected.hooks ?? [], report.hooks);
  return [
    ...value('mode', expected.mode, report.mode),
    ...value('version', expected.version, report.version),
    ...value('real path', expected.installation?.real, installation.real),
    ...value('owner', expected.installation?.owner, installation.owner),
    ...value('mode of the program', expected.installation?.mode, installation.mode),
    ...value('people', expected.people?.state, report.people.state),
    ...value('people from', expected.people?.source, report.people.source),
    // Where one is invalid none is in force, and that is a problem of its own.
    ...(report.policies.valid ? policyDrift(expected.policies?.files ?? [], report.policies.files) : []),
    ...hooks,
    ...newFindings(
      expected.findings,
      // What is not live was said.
      report.findings.filter(({ subject }) => !hooks.some((one) => `hook ${subject}`.startsWith(`${one.subject}:`))),
    ),
  ];
}

function value(subject: string, expected: unknown, found: unknown): Finding[] {
  if (expected === undefined || expected === found) return [];
  return [drift(subject, `${subject} is ${shown(found)}, expected ${shown(expected)}`)];
}

/** Layers that are named are compared whole; where a file lies may differ between users. */
function policyDrift(
  expected: readonly { layer: string; name?: string | undefined; digest: string }[],
  found: Report['policies']['files'],
): Finding[] {
  const layers = [...new Set(expected.map(({ layer }) => layer))];
  return layers.flatMap((layer) => {
    const wanted = expected.filter((one) => one.layer === layer);
    const there = found.filter((one) => one.layer === layer);
    const missing = wanted.filter(({ digest }) => there.every((one) => one.digest !== digest));
    const more = there.filter(({ digest }) => wanted.every((one) => one.digest !== digest));
    return [
      ...missing.map(({ name, digest }) =>
        drift(
          `policy ${layer}`,
          `the policy ${basename(name ?? '')} of layer ${layer} is not in force as expected: ${digest}`,
        ),
      ),
      ...more.map(({ name, digest }) =>
        drift(`policy ${layer}`, `a policy is in force in layer ${layer} that was not expected: ${name} ${digest}`),
      ),
    ];
  });
}

function hookDrift(
  expected: readonly { harness: string; live?: boolean | undefined }[],
  found: Report['hooks'],
): Finding[] {
  return expected
    .filter(({ harness, live }) => live !== false && found.every((hook) => hook.harness !== harness || !hook.live))
    .map(({ harness }) => drift(`hook ${harness}`, `the hook of ${harness} is not live`, `gate init ${harness}`));
}

/** What depends on the moment, or on the terminal, is left out. */
const LASTING: readonly Check[] = ['installation', 'hooks', 'kernel', 'ways-around'];

function newFindings(expected: Expectation['findings'], found: readonly Finding[]): Finding[] {
  if (expected === undefined) return [];
  const key = ({ check, subject, where = '' }: { check: string; subject: string; where?: string | undefined }) =>
    JSON.stringify([check, subject, where]);
  const known = new Set(expected.map(key));
  return found
    .filter(({ check, level }) => LASTING.includes(check) && level === 'warning')
    .filter((finding) => !known.has(key(finding)))
    .map(({ check, subject, text }) => drift(`${check} ${subject}`, `new since then: ${text}`));
}

function drift(subject: string, text: string, hint?: string): Finding {
  return { check: 'drift', level: 'problem', subject, text, ...(hint === undefined ? {} : { hint }) };
}

function shown(value: unknown): string {
  return value === null || value === undefined ? 'not there' : String(value);
}
