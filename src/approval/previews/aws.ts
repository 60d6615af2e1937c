import type { Action } from '../../command/action.ts';
import { type CommandLine, parse } from '../../command/tools/aws/command-line.ts';
import type { Ran } from '../../platform/child.ts';
import { awsFor } from './aws-access.ts';
import {
  argumentsOf,
  bytes,
  counted,
  type Finding,
  found,
  outputOf,
  type Previewer,
  some,
  unknown,
} from './finding.ts';

/**
 * What an account would lose: how much lies below what `s3 rm` names, by listing; and whether EC2 would take a command,
 * by its own dry run, with arguments that are put together here and never handed through.
 */
export const preview: Previewer = async (actions, subject, look, access) => {
  const argv = argumentsOf(subject);
  if (!/^(.*\/)?aws$/.test(argv[0] ?? '')) return unknown('aws is started by another command');
  const words = argv.flatMap((word) => word ?? []);
  if (words.length < argv.length) return unknown('a secret is among its words');
  const line = parse(words);
  const looksAt = lookFor(actions, line);
  if (looksAt === undefined) return { kind: 'none', lines: [] };
  const account = awsFor(actions[0]?.scope ?? {}, line.globals.has('--profile'), look, access);
  if ('why' in account) return unknown(account.why);
  const aws: Aws = (...args) =>
    look.run('aws', [...args, ...account.options, '--output=json'], {
      cwd: look.home,
      environment: account.environment,
    });
  const finding = await looksAt(aws);
  return { ...finding, lines: [...finding.lines, `looked at ${account.as}`] };
};

type Aws = (...args: readonly string[]) => Promise<Ran>;
type Looked = (aws: Aws) => Promise<Finding>;

function lookFor(actions: readonly Action[], line: CommandLine): Looked | undefined {
  const { service, operation, parameters } = line;
  if (service === 's3' && (operation === 'rm' || operation === 'rb')) {
    const { bucket, name, kind } = actions[0]?.resource ?? {};
    if (bucket === undefined) return async () => unknown('which bucket it is about is not told by its words');
    if (operation === 'rb') return parameters.has('--force') ? (aws) => listed(bucket, '', false, aws) : undefined;
    const key = kind === 'bucket' ? '' : (name ?? '');
    if (!parameters.has('--recursive')) return (aws) => oneObject(bucket, key, aws);
    const prefix = key === '' || key.endsWith('/') ? key : `${key}/`;
    const filtered = parameters.has('--exclude') || parameters.has('--include');
    return (aws) => listed(bucket, prefix, filtered, aws);
  }
  const option = service === 'ec2' ? DRY_RUNS[operation] : undefined;
  if (option === undefined) return undefined;
  const ids = (parameters.get(option) ?? []).flatMap((value) => value.split(/[\s,]+/)).filter((id) => id !== '');
  return (aws) => dryRun(operation, option, ids, aws);
}

const MOST_LISTED = 20_000;

interface Listing {
  readonly count: number;
  readonly bytes: number;
  readonly more: string | null;
  readonly names: readonly string[];
}

/** At most so many objects, their number and length; contents are never asked for. */
async function list(
  bucket: string,
  prefix: string,
  most: number,
  aws: Aws,
): Promise<Listing | { readonly why: string }> {
  const shape =
    '{count: length(not_null(Contents, `[]`)), bytes: sum(not_null(Contents[].Size, `[]`)), more: NextToken, names: not_null(Contents, `[]`)[:12].Key}';
  const words = [`--bucket=${bucket}`, `--prefix=${prefix}`, `--max-items=${most}`, `--query=${shape}`];
  const output = outputOf(await aws('s3api', 'list-objects-v2', ...words), 'aws');
  if ('why' in output) return output;
  try {
    return JSON.parse(output.text) as Listing;
  } catch {
    return { why: 'the answer of aws is not understood' };
  }
}

async function listed(bucket: string, prefix: string, filtered: boolean, aws: Aws): Promise<Finding> {
  const answer = await list(bucket, prefix, MOST_LISTED, aws);
  if ('why' in answer) return unknown(answer.why);
  const about = answer.more !== null ? 'at least ' : filtered ? 'at most ' : '';
  return found(`${about}${counted(answer.count, 'object')}, ${bytes(answer.bytes)}`, [
    `below s3://${bucket}/${prefix}; older versions are not counted`,
    ...(filtered ? ['what --exclude and --include leave out is counted too'] : []),
    ...(answer.more !== null ? [`counting stopped at ${counted(MOST_LISTED, 'object')}`] : []),
    ...some(answer.names, 'names', 10),
    ...(answer.count > answer.names.length ? ['and more'] : []),
  ]);
}

async function oneObject(bucket: string, key: string, aws: Aws): Promise<Finding> {
  const answer = await list(bucket, key, 1, aws);
  if ('why' in answer) return unknown(answer.why);
  // What begins with it comes after it.
  if (answer.names[0] !== key) return found('nothing', [`s3://${bucket}/${key} is not there now`]);
  return found(`1 object, ${bytes(answer.bytes)}`, [`s3://${bucket}/${key}; older versions are not counted`]);
}

/** Operations of EC2 on things with ids, and the option that names them. */
const DRY_RUNS: Readonly<Record<string, string>> = {
  'terminate-instances': '--instance-ids',
  'stop-instances': '--instance-ids',
  'reboot-instances': '--instance-ids',
  'start-instances': '--instance-ids',
  'delete-volume': '--volume-id',
  'delete-snapshot': '--snapshot-id',
  'delete-security-group': '--group-id',
  'delete-vpc': '--vpc-id',
  'delete-subnet': '--subnet-id',
  'deregister-image': '--image-id',
  'release-address': '--allocation-id',
};

async function dryRun(operation: string, option: string, ids: readonly string[], aws: Aws): Promise<Finding> {
  if (ids.length === 0 || ids.some((id) => !/^[a-z]+-[0-9a-f]+$/.test(id)))
    return unknown('what it is about is not named by plain ids');
  const [ran, described] = await Promise.all([
    aws('ec2', operation, '--dry-run', option, ...ids),
    option === '--instance-ids' ? describe(ids, aws) : [],
  ]);
  if (ran.kind !== 'ended') {
    const output = outputOf(ran, 'aws');
    return unknown('why' in output ? output.why : '', ...described);
  }
  const code = /\((\w+(?:\.\w+)*)\)/.exec(ran.stderr)?.[1];
  const lines = [...described, ...some(ids, 'ids')];
  if (code === 'DryRunOperation')
    return found(counted(ids.length, 'thing'), ['a dry run says that it would be done', ...lines]);
  if (code === 'UnauthorizedOperation') {
    const why = 'this credential may not do it, so a dry run says nothing about it';
    return described.length > 0 ? found(counted(ids.length, 'instance'), [why, ...lines]) : unknown(why, ...lines);
  }
  return unknown(code === undefined ? 'the answer of aws is not understood' : `a dry run says: ${code}`, ...lines);
}

/** Kind and state; nothing that a tag says. */
async function describe(ids: readonly string[], aws: Aws): Promise<readonly string[]> {
  const shape = 'Reservations[].Instances[].[InstanceId, InstanceType, State.Name, LaunchTime]';
  const output = outputOf(await aws('ec2', 'describe-instances', '--instance-ids', ...ids, `--query=${shape}`), 'aws');
  if ('why' in output) return [];
  try {
    return (JSON.parse(output.text) as string[][]).map((fields) => fields.join(', '));
  } catch {
    return [];
  }
}
