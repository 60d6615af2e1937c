import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import type { CommandLine } from './command-line.ts';
import { operationOf } from './table.ts';
import { elsewhereToo } from './where.ts';

/** `aws s3`: what a command means depends on which side is S3. Undefined when aws would not take it. */
export function s3(line: CommandLine, scope: Scope, context: ReadContext): readonly Action[] | undefined {
  const { operation, operands, parameters } = line;
  const effects = operationOf('s3', operation)?.effects;
  if (effects === undefined) return undefined;
  const [from, to] = operands;
  const moves = operation === 'cp' || operation === 'mv' || operation === 'sync';
  if (operands.length > (moves ? 2 : 1)) return undefined;
  const name = `s3:${operation}`;
  if (from === undefined) return operation === 'ls' ? [act('aws', name, effects, { scope })] : undefined;
  if (parameters.has('--dryrun')) return [act('aws', name, ['read'], { resource: place(from, context), scope })];
  if (!moves) {
    // The scheme may be left out here; a bucket it is all the same.
    const path = from.startsWith('s3://') || from.startsWith(UNRESOLVED) ? from : `s3://${from}`;
    return [act('aws', name, effects, { resource: place(path, context), scope })];
  }
  return to === undefined ? undefined : transfer(line, from, to, scope, context);
}

function transfer(line: CommandLine, from: string, to: string, scope: Scope, context: ReadContext): readonly Action[] {
  const { operation, parameters } = line;
  const name = `s3:${operation}`;
  const sweeps = operation === 'sync' && parameters.has('--delete');
  const actions: Action[] = [];
  const add = (path: string, direction: string, effects: readonly Effect[], where: Scope): void => {
    actions.push(act('aws', name, effects, { resource: { ...place(path, context), direction }, scope: where }));
  };
  // `-` is stdin or stdout, a device keeps nothing.
  if (to !== '-' && !to.startsWith('/dev/')) {
    const written: Effect[] = ['write'];
    if (sweeps) written.push('destroy');
    if (!isLocal(to) && opensUp(parameters)) written.push('privilege');
    add(to, 'to', written, isLocal(to) ? HERE : scope);
  }
  if (isLocal(from)) {
    // The file stays here, what is in it does not.
    if (from !== '-') add(from, 'from', ['export'], scope);
    if (operation === 'mv') add(from, 'from', ['destroy'], HERE);
  } else {
    const taken: readonly Effect[] = to === '-' ? ['read'] : ['export'];
    // With a region of its own the source is looked for at AWS, whatever the endpoint.
    const source = parameters.has('--source-region') ? elsewhereToo(scope) : scope;
    add(from, 'from', operation === 'mv' ? [...taken, 'destroy'] : taken, source);
  }
  return actions.length > 0 ? actions : [act('aws', name, ['write'], { scope })];
}

/** Of a file on this machine: how far it is follows from its path. */
const HERE: Scope = Object.freeze({});

/** An access list or a grant that lets others at the objects. */
export function opensUp(parameters: CommandLine['parameters']): boolean {
  if (parameters.has('--grants')) return true;
  return parameters.get('--acl')?.some((acl) => acl !== 'private' && !acl.startsWith('bucket-owner-')) === true;
}

/** The object, bucket or file an operand names; nothing where only the shell knows which of them. */
export function place(path: string, context: ReadContext): Resource {
  if (path.startsWith(UNRESOLVED)) return {};
  if (isLocal(path)) return fileAt(path, context.cwd);
  const rest = path.slice('s3://'.length);
  const slash = rest.indexOf('/');
  const bucket = slash < 0 ? rest : rest.slice(0, slash);
  const key = slash < 0 ? '' : rest.slice(slash + 1);
  return key === '' ? { kind: 'bucket', name: bucket, bucket } : { kind: 'object', name: key, bucket };
}

function isLocal(path: string): boolean {
  return !path.startsWith('s3://') && !path.startsWith(UNRESOLVED);
}
