import type { Action, Effect, Resource, Scope } from '../../action.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';

/** `s3 cp|sync|mv`: what it means depends on which side is S3. */
export function transfer(
  operation: string,
  operands: readonly string[],
  flags: ReadonlySet<string>,
  scope: Scope,
  context: ReadContext,
): readonly Action[] | undefined {
  const [from, to] = operands;
  if (from === undefined || to === undefined || operands.length > 2) return undefined;
  if (flags.has('--dryrun'))
    return [act('aws', `s3:${operation}`, ['read'], { resource: place(from, context), scope })];
  const effects = new Set<Effect>();
  if (isS3(to)) effects.add('write');
  if (isS3(from) && !isS3(to)) effects.add('export').add('write');
  if (!isS3(from) || isS3(to)) effects.add('export');
  if (operation === 'mv') effects.add('destroy');
  if (operation === 'sync' && flags.has('--delete')) effects.add('destroy');
  if (flags.has('--acl') || flags.has('--grants')) effects.add('privilege');
  const all = [...effects];
  return [
    act('aws', `s3:${operation}`, all, { resource: { ...place(to, context), direction: 'to' }, scope }),
    act('aws', `s3:${operation}`, operation === 'mv' ? ['export', 'destroy'] : ['export'], {
      resource: { ...place(from, context), direction: 'from' },
      scope,
    }),
  ];
}

/** The object, bucket or file an operand names. */
export function place(path: string, context: ReadContext): Resource {
  const match = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(path);
  if (match === null) return fileAt(path, context.cwd);
  const [, bucket = '', key = ''] = match;
  return key === '' ? { kind: 'bucket', name: bucket } : { kind: 'object', name: key, bucket };
}

function isS3(path: string): boolean {
  return path.startsWith('s3://');
}
