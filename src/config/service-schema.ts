import { z } from 'zod';
import type { Service } from './service.ts';

/** `service:` of the system's `config.yaml`, for clients. */

/** What connect(2) takes on Linux: 107 bytes and the terminator. */
const LONGEST_SOCKET_PATH = 107;

export const absolutePath = z
  .string()
  .max(4096, 'is longer than 4096 characters')
  .regex(/^\/[^\0\n]*$/, 'must be an absolute path');
export const socketPath = absolutePath
  .refine((path) => Buffer.byteLength(path) <= LONGEST_SOCKET_PATH, `is longer than ${LONGEST_SOCKET_PATH} bytes`)
  .refine((path) => !path.split('/').includes('..'), 'must not contain `..`');
export const accountName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9._-]{0,127}$/, 'must be the name of an account of this machine');

const origin = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'https:' && (text === url.origin || text === `${url.origin}/`);
}, 'must be `https://HOST` or `https://HOST:PORT`, and nothing after it');

export const serviceSchema = z.union([
  z.strictObject({ socket: socketPath, user: accountName, runs: z.enum(['host', 'client']).optional() }),
  z.strictObject({
    url: origin,
    ca: absolutePath.optional(),
    token: absolutePath.optional(),
    audience: z.string().min(1, 'is empty').max(512, 'is longer than 512 characters').optional(),
  }),
]);

export function serviceOf(written: z.infer<typeof serviceSchema>): Service {
  if ('socket' in written) {
    const { socket: path, user, runs } = written;
    return { kind: 'socket', path, user, ...(runs === 'client' ? { runs } : {}) };
  }
  const { url, ca, token, audience } = written;
  return {
    kind: 'https',
    url: new URL(url).origin,
    ...(ca === undefined ? {} : { ca }),
    ...(token === undefined ? {} : { token }),
    ...(audience === undefined ? {} : { audience }),
  };
}
