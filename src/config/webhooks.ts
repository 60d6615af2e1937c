import { isIP } from 'node:net';
import { z } from 'zod';
import { EVENTS } from '../audit/events.ts';
import { absolutePath } from './service-schema.ts';
import type { Report } from './strict-yaml.ts';

/** `webhooks:` of `serve.yaml`: whom the service tells what happens (docs/decisions/0016-webhooks.md). */
export interface Webhook {
  readonly url: string;
  /** All of them sign. */
  readonly secrets: readonly Secret[];
  /** Names of messages, each once. */
  readonly events: readonly string[];
  /** File of the authorities its certificate must come from, in place of the usual ones. */
  readonly ca?: string;
  /** A new one begins with the oldest event of the log. */
  readonly start: boolean;
}

export type Secret = { readonly file: string } | { readonly env: string };

/** What nobody is sent: the decision comes with everything that `submitted` has, and previews are for those who are asked. */
const KEPT = ['request.submitted', 'request.previewed'];
/** The decision has this name where people are asked. */
export const HELD = 'request.held';
/** Every name that a message can have. */
export const MESSAGES: readonly string[] = [
  HELD,
  ...Object.keys(EVENTS).filter(
    (name) => /^(?:request|vote|question|grant|run|standing)\./.test(name) && !KEPT.includes(name),
  ),
];

const secret = z
  .strictObject({
    file: absolutePath.optional(),
    env: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, 'must be the name of a variable')
      .optional(),
  })
  .refine(({ file, env }) => (file === undefined) !== (env === undefined), 'must have either `file` or `env`')
  .transform(({ file, env = '' }): Secret => (file === undefined ? { env } : { file }));

export const webhookSchema = z.strictObject({
  url: z
    .string()
    .max(2048, 'is longer than 2048 characters')
    .refine(isAddress, 'must be an `https://` address without a password in it, or an `http://` one of this machine'),
  secret: secret.optional(),
  secrets: z.array(secret).min(1, 'names none').max(4, 'names more than four').optional(),
  events: z
    .array(
      z.string().refine((name) => named(name).length > 0, {
        error: ({ input }) =>
          `\`${input}\` is no message that is ever sent: give names, \`request.*\` and the like, or \`*\``,
      }),
    )
    .min(1, 'names none'),
  ca: absolutePath.optional(),
  from: z.enum(['start', 'now']).optional(),
});

export function webhooksOf(written: readonly z.infer<typeof webhookSchema>[], report: Report): readonly Webhook[] {
  const seen = new Set<string>();
  return written.map(({ url, secret, secrets = [], events, ca, from }, index) => {
    const all = [...(secret ? [secret] : []), ...secrets];
    if (all.length === 0) report(['webhooks', index], '`secret` is missing, and nothing is sent without a signature');
    const address = new URL(url).href;
    if (seen.has(address)) report(['webhooks', index, 'url'], 'this address is there already: name all events there');
    seen.add(address);
    return {
      url: address,
      secrets: all,
      events: [...new Set(events.flatMap(named))],
      ...(ca === undefined ? {} : { ca }),
      start: from === 'start',
    };
  });
}

function named(pattern: string): readonly string[] {
  if (pattern === '*') return MESSAGES;
  if (pattern.endsWith('.*')) return MESSAGES.filter((name) => name.startsWith(pattern.slice(0, -1)));
  return MESSAGES.filter((name) => name === pattern);
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
}

/** @param host as `URL` has it: an address of IPv6 in brackets */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}
