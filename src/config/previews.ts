import { z } from 'zod';
import type { PreviewCredentials } from '../approval/previews/access.ts';

/** `previews:` of config.yaml: with what the approvers' previews may look (docs/previews.md). Names of files, no secrets. */

const path = z
  .string()
  .max(4096, 'is longer than 4096 characters')
  .regex(/^\/[^\0\n]*$/, 'must be an absolute path');
const name = z
  .string()
  .max(200, 'is longer than 200 characters')
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_./@:-]*$/, 'must be letters, digits and `_ . / @ : -`');

const psql = z.strictObject({ service: name, service_file: path, passfile: path.optional() });
const aws = z.strictObject({
  profile: name,
  config_file: path,
  credentials_file: path,
  stands_for: z.array(name).optional(),
});
const oneOrSeveral = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item).min(1, 'names none')]);

export const previewsSchema = z.strictObject({
  kubectl: z.strictObject({ kubeconfig: path }).optional(),
  psql: oneOrSeveral(psql).optional(),
  aws: oneOrSeveral(aws).optional(),
});

/** As previews use it: lists where one or several may be written. */
export function previewCredentials(written: z.infer<typeof previewsSchema>): PreviewCredentials {
  const { kubectl, psql: databases, aws: accounts } = written;
  return {
    ...(kubectl && { kubectl }),
    ...(databases && {
      psql: [databases]
        .flat()
        .map(({ passfile, ...rest }) => ({ ...rest, ...(passfile !== undefined && { passfile }) })),
    }),
    ...(accounts && {
      aws: [accounts].flat().map(({ stands_for, ...rest }) => ({ ...rest, ...(stands_for && { stands_for }) })),
    }),
  };
}
