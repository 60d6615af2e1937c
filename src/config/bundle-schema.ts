import { z } from 'zod';
import { BUNDLE_NAME } from '../policy/bundle/statement.ts';
import { parseNoteKey } from '../signed-note/note.ts';
import { absolutePath } from './service-schema.ts';

/** `bundle:` of the system's `config.yaml`: which policy bundle counts here, and whose signature makes it one. */
export interface BundleSource {
  readonly from:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'https'; readonly url: string }
    | { readonly kind: 'service' };
  readonly name: string;
  /** One signature of one of them is enough. */
  readonly keys: readonly string[];
}

const address = z.string().refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === '';
});

export const bundleSchema = z.strictObject({
  from: z.union([absolutePath, z.literal('service'), address]).describe('a file, an https:// address, or `service`'),
  name: z.string().regex(BUNDLE_NAME, 'must be letters, digits, `.`, `_` or `-`, and start with a letter or digit'),
  keys: z
    .array(
      z
        .string()
        .refine((text) => parseNoteKey(text) !== undefined, 'is no key as `gate policy bundle keygen` prints it'),
    )
    .min(1, 'names no key, and nothing could be signed by one')
    .max(16, 'are more than 16 keys'),
});

export function bundleSourceOf({ from, name, keys }: z.infer<typeof bundleSchema>): BundleSource {
  if (from === 'service') return { from: { kind: 'service' }, name, keys };
  return { from: from.startsWith('/') ? { kind: 'file', path: from } : { kind: 'https', url: from }, name, keys };
}
