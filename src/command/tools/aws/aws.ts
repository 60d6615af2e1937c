import type { Action, Resource } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { type ActionParts, act, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { alteredBy } from './altered.ts';
import { type CommandLine, parse } from './command-line.ts';
import { adjusted, dependsOnParameters, filesOf, resourceOf, secretsOf } from './parameters.ts';
import { s3 } from './s3.ts';
import { operationOf, optionsOf } from './table.ts';
import { elsewhereToo, homeOf, localStack, PINS, placeOf } from './where.ts';

/** `awslocal` is the same program, sent to a LocalStack on this machine. */
export const reader: Reader = { names: ['aws', 'awslocal'], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const line = parse(argv);
  const { globals, operation, operands } = line;
  const service = line.service ?? '';
  const resource = resourceOf(line);
  const arns = resource['arn'] === undefined ? [] : [resource['arn']];
  const local = programOf(argv[0] ?? '').base === 'awslocal' ? localStack(context) : undefined;
  const where = placeOf(line, arns, context, local);
  const { inputs, unseen } = filesOf(line, context);
  const base = { pins: PINS, secrets: secretsOf(line), inputs: [...where.inputs, ...inputs] };
  const doubts = [...line.doubts];
  if (globals.has('--cli-auto-prompt')) doubts.push('--cli-auto-prompt asks for the rest later');
  if (globals.get('--endpoint-url')?.includes(UNRESOLVED)) doubts.push('the endpoint is only known when it runs');
  // Standard error will show the headers of each request. That is the caller's own session, on the caller's own screen,
  // as reading ~/.aws/credentials would be; it takes nothing from AWS that the caller lacks, so it is said, not asked.
  const notes = globals.has('--debug') ? ['--debug prints request headers, the session token among them'] : [];

  const altered = alteredBy(service, operation, context);
  if (altered !== undefined) doubts.push(altered);
  const answer = (actions: readonly Action[]): Reading => withDoubt({ ...base, notes, actions }, doubts);
  if (asksForHelp(line)) return answer([act('aws', 'help', ['read'])]);
  if (service === 'configure' && operation === '') {
    return answer([act('aws', 'configure', ['write', 'privilege'], { scope: MACHINE, resource: settings(context) })]);
  }
  if ((service === 'login' || service === 'logout') && operation === '') {
    return answer([act('aws', service, ['privilege'], { scope: where.scope })]);
  }

  const known = operationOf(service, operation);
  // What aws puts together of several calls sends only some of them to an endpoint that is given.
  const scope = known?.api === '' && service !== 's3' ? elsewhereToo(where.scope) : where.scope;
  // `s3api` is a word of the command line only; the operations are those of S3.
  const name = `${service === 's3api' ? 's3' : service}:${apiName(service, operation, known?.api)}`;
  const strange: Reading = {
    ...base,
    actions: [unknownAction('aws', line.service === undefined ? 'aws' : name, { scope })],
    notes: [...notes, 'this operation is not one gate knows'],
  };
  if (known === undefined) return withDoubt(strange, doubts);
  if (service === 's3') {
    const actions = s3(line, scope, context);
    return actions === undefined
      ? withDoubt(strange, doubts)
      : { ...answer(actions), settled: line.settled && !MOVES.has(operation) };
  }

  const effects = adjusted(line, known.effects);
  const takes = optionsOf(service)?.operandsOf(operation) ?? NO_OPERANDS;
  if (operands.length > takes.most) doubts.push(`${operation} takes fewer operands`);
  if (unseen && effects.some((effect) => effect !== 'read'))
    doubts.push('parameters come from a file that cannot be seen');
  const written = keptHere(line, context);
  const actions = [act('aws', name, effects, written ?? { resource, scope })];
  const outfile = takes.outfile ? operands[0] : undefined;
  if (outfile !== undefined && keeps(outfile) && !line.parameters.has('--generate-cli-skeleton')) {
    actions.push(act('aws', name, ['write'], { resource: { ...fileAt(outfile, context.cwd), direction: 'to' } }));
  }
  return {
    ...answer(actions),
    settled: line.settled && effects === known.effects && !takes.outfile && !dependsOnParameters(service, operation),
  };
}

/** `help` as the only word that is left, or an option that makes aws stop before it does anything. */
function asksForHelp({ service, operation, operands, globals, parameters }: CommandLine): boolean {
  if (globals.has('--version') || globals.has('--help')) return true;
  if (service === 'help' || operation === 'help') return true;
  return operands.at(-1) === 'help' && operands.length === (operation === 'wait' ? 2 : 1) && parameters.size === 0;
}

/** A device keeps nothing of what is written to it. */
function keeps(path: string): boolean {
  return path !== '-' && !path.startsWith('/dev/');
}

function settings(context: ReadContext): Resource {
  return { kind: 'file', path: context.environment['AWS_CONFIG_FILE'] ?? `${homeOf(context)}/.aws/config` };
}

/** Commands that change nothing but a file of this machine. */
function keptHere({ service, operation, parameters }: CommandLine, context: ReadContext): ActionParts | undefined {
  if (service === 'configure') return { resource: settings(context), scope: MACHINE };
  if (service !== 'eks' || operation !== 'update-kubeconfig') return undefined;
  const given = parameters.get('--kubeconfig')?.[0] ?? context.environment['KUBECONFIG']?.split(':')[0];
  return { resource: fileAt(given || `${homeOf(context)}/.kube/config`, context.cwd) };
}

const NO_OPERANDS = { most: 0, outfile: false };
const MACHINE = { reach: 'machine' };
const MOVES: ReadonlySet<string> = new Set(['cp', 'mv', 'sync']);

/** `describe-db-instances` -> `DescribeDbInstances`, unless the table says how the service writes it. */
function apiName(service: string, operation: string, api: string | undefined): string {
  if (api) return api;
  if (service === 's3' || service === 'configure') return operation;
  return operation
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
