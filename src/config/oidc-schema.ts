import { z } from 'zod';
import { seconds } from '../policy/duration.ts';
import { MAX_PATTERN } from '../policy/glob.ts';
import type { Report } from './strict-yaml.ts';

/** `oidc:` of `serve.yaml`: whose tokens make a caller a pipeline, which one, and of which person. */

export interface PipelineIssuer {
  /** Exactly as its tokens say it in `iss`; its keys are found below it. */
  readonly issuer: string;
  readonly audience: string;
  /** The permanent name after `pipeline:`. */
  readonly pipeline: Template;
  /** The same for all jobs of a run, so that one can go on where another died. */
  readonly session?: Template;
  readonly owner: { readonly claim: string; readonly people: Readonly<Record<string, string>> };
  /** Every claim named here fits one of its patterns. */
  readonly when: readonly { readonly claim: string; readonly patterns: readonly string[] }[];
}

/** Literal text and the names of claims by turns, a literal (maybe empty) first and last. */
export interface Template {
  readonly literals: readonly string[];
  readonly claims: readonly string[];
}

/** What issuers that serve everybody call the session of a run, and what says whose run it is. */
const KNOWN: Readonly<Record<string, { readonly session: string; readonly tenant: readonly string[] }>> = {
  'https://token.actions.githubusercontent.com': {
    session: '{run_id}',
    tenant: [
      'repository',
      'repository_id',
      'repository_owner',
      'repository_owner_id',
      'enterprise',
      'enterprise_id',
      'sub',
    ],
  },
  'https://gitlab.com': {
    session: '{pipeline_id}',
    tenant: ['project_path', 'project_id', 'namespace_path', 'namespace_id', 'sub'],
  },
};

const claim = z.string().regex(/^[A-Za-z0-9_:./-]{1,128}$/, 'must be the name of a claim');
const template = z
  .string()
  .max(256, 'is longer than 256 characters')
  .refine((text) => templateOf(text) !== undefined, 'must be plain text and `{claim}`, with text between two of them');
const pattern = z.string().min(1, 'is empty').max(MAX_PATTERN, `is longer than ${MAX_PATTERN} characters`);

/** Whole, as tokens say it; nothing that could lead elsewhere. http only where nobody else can listen. */
export const issuerUrl = z
  .string()
  .max(512, 'is longer than 512 characters')
  .refine((text) => {
    const url = URL.parse(text);
    if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
      return false;
    if (/[\s\\?#]/.test(text)) return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(url.hostname));
  }, 'must be `https://HOST` and maybe a path, exactly as its tokens say it');

export const duration = z
  .string()
  .refine((text) => seconds(text) !== undefined, 'must be a duration such as `30d` or `12h`, a year at most');

export const pipelineIssuerSchema = z.strictObject({
  issuer: issuerUrl,
  audience: z.string().min(1, 'is empty').max(512, 'is longer than 512 characters'),
  pipeline: template,
  session: template.optional(),
  owner: z.strictObject({ claim, people: z.record(z.string(), z.string()) }),
  when: z.record(z.string(), z.union([pattern, z.array(pattern).min(1, 'names none')])).optional(),
});

/** With what the shape alone cannot tell: two issuers never speak for one pipeline, and nobody else's jobs get in. */
export function pipelineIssuers(
  written: readonly z.infer<typeof pipelineIssuerSchema>[],
  report: Report,
): readonly PipelineIssuer[] {
  const spaces = new Map<string, string>();
  return written.map(({ issuer, audience, pipeline, session, owner, when = {} }, index) => {
    const known = KNOWN[issuer];
    const name = templateOf(pipeline) ?? EMPTY;
    const space = /^[a-z0-9][a-z0-9._-]*\//.exec(name.literals[0] ?? '')?.[0];
    if (space === undefined) {
      report(['oidc', index, 'pipeline'], '`pipeline` must begin with a name and `/`, such as `github/{repository}`');
    } else if (space === 'token/' || space === 'certificate/' || space === 'relay/') {
      report(
        ['oidc', index, 'pipeline'],
        `\`${space}\` is where the pipelines with a ${space.slice(0, -1)} of gate’s own are`,
      );
    } else if ((spaces.get(space) ?? issuer) !== issuer) {
      report(['oidc', index, 'pipeline'], `\`${space}\` is where the pipelines of ${spaces.get(space)} are already`);
    } else {
      spaces.set(space, issuer);
    }
    if (Object.keys(owner.people).length === 0) report(['oidc', index, 'owner', 'people'], '`people` names nobody');
    const conditions = Object.entries(when).map(([name, patterns]) => ({ claim: name, patterns: [patterns].flat() }));
    const tenants = known?.tenant ?? [];
    const pinned = conditions.some(
      (each) => tenants.includes(each.claim) && each.patterns.every((one) => /^[^*?]{2}/.test(one)),
    );
    if (known !== undefined && !pinned) {
      report(
        ['oidc', index, ...('when' in written[index]! ? ['when'] : [])],
        `anybody can have a token of ${issuer} with your audience: \`when\` must say whose, by ${tenants.slice(0, 3).join(', ')} or the like`,
      );
    }
    const own = session ?? known?.session;
    return {
      issuer,
      audience,
      pipeline: name,
      ...(own === undefined ? {} : { session: templateOf(own) ?? EMPTY }),
      owner,
      when: conditions,
    };
  });
}

const EMPTY: Template = { literals: [''], claims: [] };

/** Undefined when it is none, or when two claims would touch, and nobody could tell where one ends. */
export function templateOf(text: string): Template | undefined {
  if (!/^(?:[A-Za-z0-9._/:@+-]|\{[A-Za-z0-9_:./-]{1,128}\})+$/.test(text)) return undefined;
  const parts = text.split(/\{([^}]*)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0);
  const claims = parts.filter((_, index) => index % 2 === 1);
  return literals.slice(1, -1).includes('') ? undefined : { literals, claims };
}
