import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Access } from '../../src/approval/previews/access.ts';
import { startAwsApi } from '../kit/aws-api.ts';
import { Folder, NOTHING, previewOf } from './looking.ts';

const installed = ['/usr/local/bin/aws', '/usr/bin/aws', '/opt/homebrew/bin/aws'].some((path) => existsSync(path));

function credential(folder: Folder, endpoint: string, more = ''): Access {
  const config_file = join(folder.path, 'config');
  const credentials_file = join(folder.path, 'credentials');
  writeFileSync(config_file, `[profile look]\nregion = eu-west-1\nendpoint_url = ${endpoint}\n${more}`, {
    mode: 0o600,
  });
  writeFileSync(credentials_file, '[look]\naws_access_key_id = AKIALOOK\naws_secret_access_key = x\n', { mode: 0o600 });
  return {
    kind: 'configured',
    credentials: { aws: [{ profile: 'look', config_file, credentials_file, stands_for: ['prod'] }] },
  };
}

const OBJECTS: Record<string, number> = { 'other/x': 5, logs: 7, 'logs-old/y': 9 };
for (let index = 0; index < 1500; index++) OBJECTS[`logs/${String(index).padStart(5, '0')}`] = 1000;

describe.skipIf(!installed)('what an account would lose, with aws', () => {
  const aws = (url: string, ...words: readonly string[]) => [
    'aws',
    ...words,
    '--profile',
    'prod',
    '--endpoint-url',
    url,
  ];

  test('s3 rm --recursive: objects and bytes below it, over several pages, by listing', async () => {
    await using api = await startAwsApi(OBJECTS);
    using folder = new Folder();
    const preview = await previewOf(
      aws(api.url, 's3', 'rm', 's3://data/logs', '--recursive'),
      folder.path,
      credential(folder, api.url),
    );
    expect(preview).toMatchObject({ tool: 'aws', kind: 'found', headline: '1,500 objects, 1.5 MB' });
    expect(preview.lines).toContain('logs/00000');
    expect(api.asked.every((request) => request.startsWith('GET /data?list-type=2'))).toBe(true);
    expect([...api.keys]).toEqual(['AKIALOOK']);
  });

  test('s3 rm of one object: that one and no other that begins like it', async () => {
    await using api = await startAwsApi(OBJECTS);
    using folder = new Folder();
    const access = credential(folder, api.url);
    expect((await previewOf(aws(api.url, 's3', 'rm', 's3://data/logs'), folder.path, access)).headline).toBe(
      '1 object, 7 B',
    );
    expect((await previewOf(aws(api.url, 's3', 'rm', 's3://data/logs/0'), folder.path, access)).headline).toBe(
      'nothing',
    );
    expect((await previewOf(aws(api.url, 's3', 'rb', 's3://data', '--force'), folder.path, access)).headline).toBe(
      '1,503 objects, 1.5 MB',
    );
  });

  test('ec2: described, and asked with a dry run that is put together here', async () => {
    await using api = await startAwsApi({});
    using folder = new Folder();
    const argv = aws(api.url, 'ec2', 'terminate-instances', '--no-dry-run', '--instance-ids', 'i-0a1b');
    const preview = await previewOf(argv, folder.path, credential(folder, api.url));
    expect(preview).toMatchObject({ kind: 'found', headline: '1 thing' });
    expect(preview.lines).toContain('a dry run says that it would be done');
    expect(preview.lines.join('\n')).toContain('i-0a1b, m5.large, running');
    const changing = api.asked.filter((request) => request.includes('TerminateInstances'));
    expect(changing.length).toBe(1);
    expect(changing.every((request) => request.includes('DryRun=true'))).toBe(true);
    const odd = aws(api.url, 'ec2', 'terminate-instances', '--instance-ids', '--no-dry-run', 'file:///etc/passwd');
    expect((await previewOf(odd, folder.path, credential(folder, api.url))).kind).toBe('unknown');
  });

  test('CFG-06 CFG-07 CFG-08 CFG-10 nothing is started, and the credential goes to no other endpoint', async () => {
    await using api = await startAwsApi(OBJECTS);
    await using other = await startAwsApi(OBJECTS);
    using folder = new Folder();
    const argv = aws(api.url, 's3', 'rm', 's3://data/logs', '--recursive');
    const why = async (access: Access, words = argv) => (await previewOf(words, folder.path, access)).lines.join('\n');
    expect(await why(NOTHING)).toBe('no credential for previews of aws is configured');
    const good = credential(folder, api.url);
    expect(await why(good, aws(other.url, 's3', 'rm', 's3://data/logs'))).toContain('another endpoint');
    expect(await why(good, ['aws', 's3', 'rm', 's3://data/logs', '--profile', 'prod'])).toContain('another endpoint');
    expect(
      await why(good, ['aws', 's3', 'rm', 's3://data/logs', '--profile', 'test', '--endpoint-url', api.url]),
    ).toContain('no credential for previews stands for the profile test');
    for (const planted of [
      `credential_process = touch ${folder.path}/mark\n`,
      `[plugins]\ncli_legacy_plugin_path = ${folder.path}\nx = y\n`,
    ]) {
      expect(await why(credential(folder, api.url, planted))).toContain('starts a program');
    }
    mkdirSync(join(folder.path, '.aws', 'cli'), { recursive: true });
    writeFileSync(join(folder.path, '.aws', 'cli', 'alias'), `[toplevel]\ns3api = !touch ${folder.path}/mark\n`);
    const present: Access = { kind: 'present', environment: { HOME: folder.path }, home: folder.path };
    expect(await why(present)).toContain('an endpoint of its own');
    expect(await why(present, ['aws', 's3', 'rm', 's3://data/logs'])).toContain('there is no profile default');
    expect([...api.asked, ...other.asked]).toEqual([]);
    expect(folder.has('mark')).toBe(false);
  });
});
