import { z } from 'zod';
import { EFFECTS } from '../../command/action.ts';
import { argument, digest } from './fields.ts';

/**
 * What a client in client mode says of its machine (docs/decisions/0013-client-mode.md): all of it is the client's word. The service understands the
 * command from these bytes alone, and holds its own reading against the client's.
 */

const path = argument.max(4096);
const name = z.string().min(1).max(4096);
/** 512 KiB of bytes. */
const content = z.base64().max(699_052);
const file = z.strictObject({ digest, size: z.number().int().nonnegative(), content: content.optional() });
const fields = z.record(z.string().max(64), z.string().max(64 * 1024));
const text = z.union([
  argument,
  z.array(z.union([argument, z.strictObject({ hmac: z.string().regex(/^[0-9a-f]{64}$/) })])).max(1024),
]);

export const manifest = z.strictObject({
  v: z.literal(1),
  argv: z.array(text).max(4096),
  executable: z.strictObject({ path, digest }),
  cwd: path,
  environment: z.strictObject({
    level: z.enum(['checked', 'sealed']),
    pinned: z.record(name, text),
    removed: z.array(name).max(4096),
  }),
  inputs: z.array(z.strictObject({ role: z.string().max(64), path, digest: digest.nullable() })).max(4096),
  stdin: z.strictObject({ kind: z.string().max(16), digest: digest.nullable() }),
  target: z.array(fields).max(4096),
});

export const client = z.strictObject({
  /** Of gate: two that differ may understand differently. */
  version: z.string().max(64),
  host: z.string().max(256),
  sent: z.strictObject({
    home: path,
    program: z.strictObject({ path, digest }),
    environment: z.strictObject({
      values: z.record(name, argument),
      names: z.array(name).max(4096),
      removed: z.array(name).max(4096),
    }),
    files: z.record(path, file),
    stdin: file.optional(),
    paths: z.record(path, path.nullable()),
    surroundings: z.strictObject({
      root: path.optional(),
      temporary: z.array(path).max(16),
      paths: z.record(path, path),
      links: z.record(path, z.boolean()),
      restorable: z.record(path, z.boolean()),
    }),
  }),
  /** Files of the repository's policies, nearest first. */
  policies: z.array(z.strictObject({ path, content })).max(64),
  manifest,
  /** What the secrets in `manifest` are hidden with: drawn for this one time. */
  key: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  actions: z
    .array(
      z.strictObject({
        tool: z.string().max(4096),
        operation: z.string().max(4096),
        effects: z.array(z.enum(EFFECTS)).min(1).max(16),
        resource: fields,
        scope: fields,
        opaque: z.boolean(),
      }),
    )
    .min(1)
    .max(4096),
});

export type ClientBody = z.infer<typeof client>;
