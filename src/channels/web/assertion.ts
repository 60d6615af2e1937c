import { z } from 'zod';

const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(8192);

/** What a passkey signed, as the script sends it. */
export const assertion = { credential: bytes, authenticator: bytes, client: bytes, signature: bytes } as const;

/** What a browser hands over when a passkey was made. */
export const created = { credential: bytes, authenticator: bytes, client: bytes, publicKey: bytes } as const;
