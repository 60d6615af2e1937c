import { describe, expect, test } from 'vitest';
import { effects, meaning, onlyReads } from './support.ts';

const aws = (words: string) => meaning(['aws', ...words.split(' ')]);

describe('aws', () => {
  test.each([
    'sts get-caller-identity',
    'ec2 describe-instances',
    '--region eu-west-1 s3 ls s3://b',
    's3api list-buckets --output json',
    'ec2 wait instance-running',
    'help',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await aws(words))).toBe(true);
  });

  test.each([
    ['ec2 terminate-instances --instance-ids i-1', 'destroy'],
    ['--profile p --output json ec2 terminate-instances --instance-ids i-1', 'destroy'],
    ['s3 rm s3://b/k --recursive', 'destroy'],
    ['s3 sync s3://a s3://b --delete', 'destroy'],
    ['s3 mv s3://a/x s3://b/x', 'destroy'],
    ['s3 cp s3://b/k .', 'export'],
    ['s3 presign s3://b/k', 'secret'],
    ['secretsmanager get-secret-value --secret-id x', 'secret'],
    ['ssm get-parameter --name x --with-decryption', 'secret'],
    ['iam create-access-key --user-name x', 'secret'],
    ['iam attach-role-policy --role-name r --policy-arn a', 'privilege'],
    ['ssm start-session --target i-1', 'execute'],
    ['ecs execute-command --cluster c --task t --command sh --interactive', 'execute'],
    ['lambda invoke --function-name f out.json', 'execute'],
    ['ec2 run-instances --image-id x', 'write'],
    ['sts get-caller-identity --debug', 'secret'],
  ])('%s has the effect %s', async (words, effect) => {
    expect(effects(await aws(words))).toContain(effect);
  });

  test.each([
    ['an operation nobody has', 'ec2 frobnicate-instances'],
    ['the beginning of a global option', 'sts get-caller-identity --endp=http://127.0.0.1:1'],
    ['an endpoint given twice', 'sts get-caller-identity --endpoint-url http://a --endpoint-url http://b'],
    ['parameters from a file nobody can see', 'ec2 run-instances --cli-input-json file://x.json'],
    ['a service alone', 'ec2'],
  ])('%s is not understood', async (_, words) => {
    expect((await aws(words)).opaque).toBe(true);
  });

  test('names the operation as AWS does, and where it acts', async () => {
    const { actions } = await aws('--profile p --endpoint-url http://x ec2 describe-instances --region eu-west-1');
    expect(actions).toMatchObject([
      {
        tool: 'aws',
        operation: 'ec2:DescribeInstances',
        scope: { profile: 'p', region: 'eu-west-1', endpoint: 'http://x' },
      },
    ]);
  });

  test('a dry run with its opposite is no dry run', async () => {
    expect(effects(await aws('ec2 terminate-instances --instance-ids i --dry-run'))).toEqual(['read']);
    expect(effects(await aws('ec2 terminate-instances --instance-ids i --dry-run --no-dry-run'))).toContain('destroy');
  });
});
