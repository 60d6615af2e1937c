import type { Action, Effect, Resource, Scope } from '../../action.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import type { CloudWords } from './cloud-words.ts';

/** Copies between buckets and this machine: `gcloud storage cp|mv|rsync`, `gsutil cp|mv|rsync`. */

const URL = /^(gs|s3|https?):\/\//;

/** A bucket or object, or a file on this machine. */
export function placeOf(operand: string, context: ReadContext): Resource {
  const remote = /^(?:gs|s3):\/\/([^/]*)\/?(.*)$/s.exec(operand);
  if (remote === null) return fileAt(operand, context.cwd);
  const [, bucket = '', key = ''] = remote;
  return key === '' ? { kind: 'bucket', bucket, name: bucket } : { kind: 'object', bucket, key };
}

const COPIES: ReadonlySet<string> = new Set(['cp', 'mv', 'rsync']);

/** Undefined when it is no copy, or its two sides are not plain. */
export function transfer(
  tool: string,
  operation: string,
  words: Pick<CloudWords, 'operands' | 'options'>,
  scope: Scope,
  context: ReadContext,
): readonly Action[] | undefined {
  const verb = operation.split(' ').at(-1) ?? '';
  if (!COPIES.has(verb)) return undefined;
  const { operands, options } = words;
  const to = operands.at(-1);
  const from = operands.slice(0, -1);
  if (to === undefined || from.length === 0) return undefined;
  const dry = verb === 'rsync' && (options.has('--dry-run') || (tool === 'gsutil' && options.has('n')));
  if (dry) return [act(tool, operation, ['read'], { resource: placeOf(to, context), scope })];

  const upload = URL.test(to);
  const remoteFrom = from.some((one) => URL.test(one));
  const removes =
    verb === 'rsync' &&
    (options.has('--delete-unmatched-destination-objects') || (tool === 'gsutil' && options.has('d')));
  const effects = new Set<Effect>();
  if (verb === 'mv') effects.add('write');
  else if (verb !== 'cp' || upload || !remoteFrom) effects.add('write');
  // Data leaves its store: a bucket for this machine, this machine or a bucket for another bucket.
  if (verb !== 'mv' || upload !== remoteFrom) effects.add('export');
  if (removes) effects.add('destroy');
  const actions: Action[] = [
    act(tool, operation, [...effects], { resource: placeOf(upload ? to : (from[0] as string), context), scope }),
  ];
  if (!upload && to !== '-') actions.push(act(tool, operation, ['write'], { resource: fileAt(to, context.cwd) }));
  return actions;
}
