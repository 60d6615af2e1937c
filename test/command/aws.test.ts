import { describe, expect, test } from 'vitest';
import { context, effects, filesOf, line, meaning, onlyReads, operations } from './support.ts';

const aws = (words: string, more = {}) => meaning(['aws', ...words.split(' ')], more);

describe('aws: effects', () => {
  test.each([
    'sts get-caller-identity',
    'ec2 describe-instances --filters Name=tag:a,Values=b Name=x,Values=y --max-items 5',
    'ec2 describe-instances --filter Name=tag:a,Values=b',
    '--region eu-west-1 s3 ls s3://b',
    's3 ls',
    's3 cp s3://b/k ./k --dryrun',
    's3api list-buckets --output json',
    'rds describe-db-instances --query DBInstances[0] --no-paginate',
    'ec2 wait instance-running --instance-ids i-1',
    'logs tail /aws/lambda/f --follow --since 1h',
    'logs start-query --log-group-name g --query-string x --start-time 1 --end-time 2',
    'iam list-users',
    'iam simulate-principal-policy --policy-source-arn a --action-names s3:GetObject',
    'configure list-profiles',
    'configure get region',
    'ssm get-parameter --name /app/flag',
    'ec2 run-instances --generate-cli-skeleton',
    'iam delete-user --generate-cli-skeleton output',
    'ec2 terminate-instances --instance-ids i --dry-run',
    'lambda invoke --function-name f --invocation-type DryRun out.json --generate-cli-skeleton',
    'sts get-caller-identity --debug',
    'apigateway get-rest-apis',
    'quicksight describe-dashboard-permissions --aws-account-id 1 --dashboard-id d',
    'help',
    'ec2 help',
    'ec2 terminate-instances help',
    '--version',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await aws(words))).toBe(true);
  });

  test.each([
    ['ec2 terminate-instances --instance-ids i-1', ['destroy', 'write']],
    ['--profile p --output json ec2 terminate-instances --instance-ids i-1', ['destroy', 'write']],
    ['ec2 run-instances --image-id x', ['write']],
    ['ec2 create-tags --resources i-1 --tags Key=a,Value=b', ['write']],
    ['ec2 deregister-image --image-id ami-1', ['destroy', 'write']],
    ['iam attach-role-policy --role-name r --policy-arn a', ['privilege', 'write']],
    ['iam create-access-key --user-name x', ['privilege', 'secret', 'write']],
    ['iam delete-role --role-name r', ['destroy', 'privilege', 'write']],
    ['sts assume-role --role-arn a --role-session-name s', ['privilege', 'secret', 'write']],
    ['s3api put-bucket-policy --bucket b --policy {}', ['privilege', 'write']],
    ['s3api put-object --bucket b --key k --acl public-read', ['privilege', 'write']],
    ['s3api put-object --bucket b --key k --acl private', ['write']],
    ['s3api delete-public-access-block --bucket b', ['destroy', 'privilege', 'write']],
    ['s3 mb s3://b', ['write']],
    ['s3 rb s3://b --force', ['destroy', 'write']],
    ['s3 rm s3://b/k --recursive', ['destroy', 'write']],
    ['s3 presign s3://b/k --expires-in 60', ['export', 'secret']],
    ['secretsmanager get-secret-value --secret-id x', ['read', 'secret']],
    ['ssm get-parameter --name x --with-decryption', ['secret']],
    ['ssm get-parameters-by-path --path / --with-decryption', ['secret']],
    ['kms decrypt --ciphertext-blob fileb://x', ['secret', 'write']],
    ['ecr get-login-password', ['secret']],
    ['eks get-token --cluster-name c', ['secret']],
    ['rds generate-db-auth-token --hostname h --port 1 --username u', ['secret']],
    ['configure get aws_secret_access_key', ['secret']],
    ['configure set region eu-west-1', ['privilege', 'write']],
    ['configure', ['privilege', 'write']],
    ['sso login --profile p', ['privilege']],
    ['eks update-kubeconfig --name c', ['privilege', 'write']],
    ['ssm start-session --target i-1', ['execute']],
    ['ssm send-command --document-name d --targets Key=a,Values=b', ['execute', 'write']],
    ['ecs execute-command --cluster c --task t --command sh --interactive', ['execute']],
    ['ec2-instance-connect ssh --instance-id i-1', ['execute']],
    ['cloudformation deploy --template-file t --stack-name s', ['privilege', 'write']],
    ['rds start-export-task --export-task-identifier e', ['export', 'write']],
    ['apigateway delete-rest-api --rest-api-id r', ['destroy', 'write']],
    ['history show', ['read', 'secret']],
  ])('%s has exactly the effects %j', async (words, expected) => {
    const understood = await aws(words);
    expect(effects(understood)).toEqual(expected);
    expect(understood.opaque).toBe(false);
  });
});

describe('aws: what is not understood', () => {
  test.each([
    ['an operation nobody has', 'ec2 frobnicate-instances'],
    ['a service nobody has', 'frobnicate list-things'],
    ['a service named like a property of objects', 'constructor get-x'],
    ['an operation named like a property of objects', 'ec2 constructor'],
    ['the prototype', '__proto__ toString'],
    ['an endpoint given twice', 'sts get-caller-identity --endpoint-url http://a --endpoint-url http://b'],
    ['parameters from a file nobody can see', 'ec2 run-instances --cli-input-json file://x.json'],
    ['a service alone', 'ec2'],
    ['an option no operation of the service has', 'ec2 describe-instances --frobnicate x'],
    ['more operands than there are', 'ec2 describe-vpcs a b'],
    ['what follows --', 'ec2 describe-vpcs -- --x'],
    ['an option before the service', '--frobnicate ec2 describe-instances'],
    ['prompting', 'ec2 describe-instances --cli-auto-prompt'],
    ['three places to copy between', 's3 cp s3://a s3://b s3://c'],
  ])('%s', async (_, words) => {
    expect((await aws(words)).opaque).toBe(true);
  });

  test('the beginning of an option is a doubt, whatever it means', async () => {
    expect((await aws('ec2 terminate-instances --instance-ids i --dry')).opaque).toBe(true);
    expect((await aws('s3 rm s3://b/k --dryr')).opaque).toBe(true);
    const endpoint = await aws('sts get-caller-identity --endp=http://127.0.0.1:1');
    expect(endpoint.opaque).toBe(true);
    expect(endpoint.actions[0]?.scope).toMatchObject({ endpoint: 'http://127.0.0.1:1' });
    const decrypted = await aws('ssm get-parameters-by-path --path / --with-d');
    expect(decrypted.opaque).toBe(true);
    expect(effects(decrypted)).toContain('secret');
  });

  test('a dry run with its opposite is no dry run', async () => {
    expect(effects(await aws('ec2 terminate-instances --instance-ids i --dry-run --no-dry-run'))).toContain('destroy');
  });

  test('help is help only where aws takes it so', async () => {
    expect(effects(await aws('ec2 terminate-instances --instance-ids help'))).toContain('destroy');
    expect(effects(await aws('ec2 terminate-instances --instance-ids i-1 help'))).toContain('destroy');
  });

  test('in front of the operation an option takes no value: the next word is the operation', async () => {
    expect(operations(await aws('s3api --bucket delete-bucket list-objects'))).toEqual(['aws s3:DeleteBucket']);
    expect(operations(await aws('ec2 --max-items terminate-instances describe-instances'))).toEqual([
      'aws ec2:TerminateInstances',
    ]);
  });
});

describe('aws: words that only the shell knows', () => {
  test.each([
    'aws ec2 describe-instances --instance-ids $ID',
    'aws s3 ls $BUCKET',
    'aws s3api list-objects-v2 --bucket $BUCKET',
    'aws sts get-caller-identity --profile "$P"',
    'aws ec2 describe-images --query x | xargs aws ec2 describe-images --image-ids',
  ])('%s only reads all the same', async (text) => {
    expect(onlyReads(await line(text))).toBe(true);
  });

  test.each([
    'aws --profile $P ec2 describe-instances',
    'aws $SERVICE describe-instances',
    'aws ec2 $OPERATION',
    'aws ec2 terminate-instances --instance-ids i --dry-run $MORE',
    'aws ssm get-parameter --name /x $MORE',
    'aws $COMMAND help',
    'aws s3api get-object --bucket b --key k $FILE',
    'aws sts get-caller-identity --endpoint-url "$URL"',
    'aws configure get "$NAME"',
  ])('%s is not harmless', async (text) => {
    expect(onlyReads(await line(text))).toBe(false);
  });
});

describe('aws: where it acts', () => {
  test('names the operation as AWS does, the resource and the place', async () => {
    const words = '--profile p --endpoint-url http://x rds describe-db-instances --db-instance-identifier d --region r';
    expect((await aws(words)).actions).toMatchObject([
      {
        operation: 'rds:DescribeDBInstances',
        resource: { kind: 'db-instance', name: 'd' },
        scope: { profile: 'p', region: 'r', endpoint: 'http://x' },
      },
    ]);
  });

  test('an account from the ARN of what is acted on', async () => {
    const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:f';
    const { actions } = await aws(`lambda delete-function --function-name ${arn}`);
    expect(actions).toMatchObject([{ resource: { arn }, scope: { account: '111122223333', reach: 'remote' } }]);
  });

  test('a role and its account from the configuration', async () => {
    const config = '[default]\nregion = eu-west-1\n[profile prod]\nrole_arn = arn:aws:iam::111122223333:role/ops\n';
    const files = filesOf({ '/home/dev/.aws/config': config });
    expect((await aws('s3 ls', { files })).actions[0]?.scope).toMatchObject({ region: 'eu-west-1' });
    expect((await aws('s3 ls --profile prod', { files })).actions[0]?.scope).toMatchObject({
      account: '111122223333',
      role: 'arn:aws:iam::111122223333:role/ops',
    });
    expect((await aws('s3 ls', { files })).inputs).toMatchObject([{ role: 'config', path: '/home/dev/.aws/config' }]);
    // Keys in the environment beat a profile that stands there too.
    const environment = { AWS_PROFILE: 'prod', AWS_ACCESS_KEY_ID: 'AKIA' };
    expect((await aws('s3 ls', { files, environment })).actions[0]?.scope).not.toHaveProperty('account');
  });

  test('an endpoint for one service from the environment', async () => {
    const environment = { AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:8000', AWS_ENDPOINT_URL: 'http://other' };
    const endpoint = async (words: string) => (await aws(words, { environment })).actions[0]?.scope['endpoint'];
    expect(await endpoint('dynamodb list-tables')).toBe('http://localhost:8000');
    expect(await endpoint('sqs list-queues')).toBe('http://other');
  });

  test('only an endpoint on the command line tells where a call ends', async () => {
    const reach = async (words: string, more = {}) =>
      (await aws(words, more)).actions.map(({ scope }) => scope['reach']);
    const local = '--endpoint-url http://localhost:4566';
    const environment = { AWS_ENDPOINT_URL: 'http://localhost:4566' };
    expect(await reach(`${local} s3 rb s3://b`)).toEqual(['loopback']);
    expect(await reach('s3 rb s3://b', { environment })).toEqual(['remote']);
    expect(await reach(`${local} cloudformation deploy --template-file t --stack-name s`)).toEqual(['remote']);
    expect(await reach(`${local} s3 mv s3://a s3://b --source-region r`)).toEqual(['loopback', 'remote']);
  });

  test('awslocal is aws at a LocalStack', async () => {
    const { actions } = await meaning(['awslocal', 'sqs', 'purge-queue', '--queue-url', 'q']);
    expect(actions).toMatchObject([{ tool: 'aws', effects: ['write', 'destroy'], scope: { reach: 'loopback' } }]);
    const environment = { LOCALSTACK_HOST: 'stack.example:4566' };
    const there = await meaning(['awslocal', 's3', 'ls'], { environment });
    expect(there.actions).toMatchObject([{ scope: { endpoint: 'http://stack.example:4566', reach: 'remote' } }]);
  });

  test('both sides of a copy', async () => {
    const sides = async (words: string) =>
      (await aws(words)).actions.map(({ effects, resource, scope }) => [
        resource['direction'],
        effects.join(),
        resource['path'] ?? resource['bucket'],
        scope['reach'],
      ]);
    const there = expect.stringMatching('remote');
    expect(await sides('s3 cp a.txt s3://b/k --region r')).toEqual([
      ['to', 'write', 'b', there],
      ['from', 'export', '/work/a.txt', there],
    ]);
    expect(await sides('s3 cp s3://b/k . --region r')).toMatchObject([
      ['to', 'write', '/work', expect.not.stringMatching('remote')],
      ['from', 'export', 'b', there],
    ]);
    expect(await sides('s3 sync s3://b d --delete')).toMatchObject([
      ['to', 'write,destroy', '/work/d', expect.anything()],
      ['from', 'export', 'b', there],
    ]);
    expect(await sides('s3 mv a s3://b/a')).toMatchObject([
      ['to', 'write', 'b', there],
      ['from', 'export', '/work/a', there],
      ['from', 'destroy', '/work/a', expect.not.stringMatching('remote')],
    ]);
    expect(await sides('s3 cp s3://b/k -')).toEqual([['from', 'read', 'b', there]]);
  });

  test('the file an answer is written to', async () => {
    const { actions } = await aws('lambda invoke --function-name f out.json');
    expect(actions).toMatchObject([
      { effects: ['write', 'execute'], resource: { kind: 'function', name: 'f' } },
      { effects: ['write'], resource: { path: '/work/out.json' } },
    ]);
    expect((await aws('lambda invoke --function-name f /dev/stdout')).actions).toHaveLength(1);
  });
});

describe('aws: what changes the meaning from elsewhere', () => {
  test('an alias of a service or an operation', async () => {
    const files = filesOf({
      '/home/dev/.aws/cli/alias': '[toplevel]\nsts = !touch x\n[command ec2]\ndescribe-vpcs = !id\n',
    });
    expect((await aws('sts get-caller-identity', { files })).opaque).toBe(true);
    expect((await aws('ec2 describe-vpcs', { files })).opaque).toBe(true);
    expect(onlyReads(await aws('ec2 describe-instances', { files }))).toBe(true);
  });

  test('a model of the service in the home directory', async () => {
    const files = filesOf({ '/home/dev/.aws/models/lambda': '' });
    expect((await aws('lambda list-functions', { files })).opaque).toBe(true);
    expect(onlyReads(await aws('ec2 describe-instances', { files }))).toBe(true);
  });

  test('parameters from a file are an input', async () => {
    const files = filesOf({ 'x.json': '{}' });
    const understood = await aws('ec2 run-instances --cli-input-json file://x.json', { files });
    expect(understood.opaque).toBe(false);
    expect(understood.inputs).toMatchObject([{ role: 'parameters', path: 'x.json' }]);
  });

  test.each([
    'rds create-db-instance --master-user-password hunter2 --db-name x',
    'ssm put-parameter --name n --type SecureString --value hunter2',
    'secretsmanager create-secret --name n --secret-string hunter2',
    'configure set aws_secret_access_key hunter2',
  ])('%s holds a secret', async (words) => {
    expect((await aws(words)).secrets).toEqual(['hunter2']);
  });
});

test('the context without files is enough', async () => {
  expect(onlyReads(await meaning(['aws', 's3', 'ls'], context()))).toBe(true);
});
