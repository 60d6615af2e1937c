import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Access } from '../../src/approval/previews/access.ts';
import { startKubeApi } from '../kit/kube-api.ts';
import { Folder, NOTHING, previewOf, previewsIn, subjectOf } from './looking.ts';

const SECRET_VALUE = Buffer.from('s3cr3t-of-prod').toString('base64');
const OBJECTS = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-1', namespace: 'shop', labels: { app: 'web' } } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-2', namespace: 'shop', labels: { app: 'web' } } },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'db-0', namespace: 'shop', labels: { app: 'db' } },
    spec: { nodeName: 'n1' },
  },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other', namespace: 'else', labels: { app: 'web' } } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys', namespace: 'shop' }, data: { key: SECRET_VALUE } },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' }, spec: { replicas: 3 } },
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'foos.example.com' },
  },
  { apiVersion: 'example.com/v1', kind: 'Foo', metadata: { name: 'a', namespace: 'shop' } },
  { apiVersion: 'example.com/v1', kind: 'Foo', metadata: { name: 'b', namespace: 'else' } },
];

/** A kubeconfig for the request, and one with which previews look. */
function kubeconfig(
  folder: Folder,
  name: string,
  { url, authority }: { readonly url: string; readonly authority: string },
  more: { context?: string; user?: object; cluster?: object } = {},
): string {
  const { context = 'prod', user = { token: `token-of-${name}` }, cluster = {} } = more;
  const path = join(folder.path, name);
  const text = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': context,
    contexts: [{ name: context, context: { cluster: 'c', user: 'u', namespace: 'shop' } }],
    clusters: [{ name: 'c', cluster: { server: url, 'certificate-authority-data': authority, ...cluster } }],
    users: [{ name: 'u', user }],
  });
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

const withKubeconfig = (path: string): Access => ({
  kind: 'configured',
  credentials: { kubectl: { kubeconfig: path } },
});
const installed = spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;

/** Reads, and dry runs that the server throws away. */
const harmless = (request: string) => request.startsWith('GET ') || request.includes('dryRun=All');

describe.skipIf(!installed)('what a cluster would lose or get, with kubectl', () => {
  const cases = [
    [
      'delete by selector',
      ['kubectl', 'delete', 'pods', '-l', 'app=web'],
      '2 objects',
      ['Pod shop/web-1', 'Pod shop/web-2'],
    ],
    [
      'delete by selector everywhere',
      ['kubectl', 'delete', 'pods', '-A', '--selector=app=web'],
      '3 objects',
      ['Pod else/other'],
    ],
    [
      'delete by name',
      ['kubectl', 'delete', 'pod/db-0', 'deploy/gone'],
      '1 object',
      ['Pod shop/db-0', 'deployment gone: is not there now'],
    ],
    ['drain a node', ['kubectl', 'drain', 'n1'], '1 pod on 1 node', ['n1: shop/db-0']],
    ['delete all', ['kubectl', 'delete', 'pods', '--all'], '3 objects', []],
    [
      'delete a namespace',
      ['kubectl', 'delete', 'ns', 'shop'],
      '1 object',
      ['in namespace shop: 6 objects: 3 pods, 1 secret, 1 deployment, 1 foo'],
    ],
    [
      'delete the definition of a kind',
      ['kubectl', 'delete', 'crd', 'foos.example.com'],
      '1 object',
      ['of foos.example.com: 2 objects, in all namespaces'],
    ],
  ] as const;
  test.each(cases)('%s: the objects it touches, by reading', async (_, argv, headline, lines) => {
    await using api = await startKubeApi(OBJECTS);
    using folder = new Folder();
    const KUBECONFIG = kubeconfig(folder, 'request', api);
    const access = withKubeconfig(kubeconfig(folder, 'preview', api));
    const preview = await previewOf(argv, folder.path, access, { KUBECONFIG });
    expect(preview).toMatchObject({ tool: 'kubectl', kind: 'found', headline });
    expect(preview.lines).toEqual(expect.arrayContaining([...lines]));
    expect(api.asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect([...api.credentials]).toEqual(['Bearer token-of-preview']);
    expect(JSON.stringify(preview)).not.toContain(SECRET_VALUE);
  });

  test('apply: a dry run of the server, compared field by field; what Secrets hold is not shown', async () => {
    await using api = await startKubeApi(OBJECTS);
    using folder = new Folder();
    const KUBECONFIG = kubeconfig(folder, 'request', api);
    writeFileSync(
      join(folder.path, 'm.yaml'),
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 0 }
---
apiVersion: v1
kind: Secret
metadata: { name: keys, namespace: shop }
data: { key: bmV3LXZhbHVl }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: fresh, namespace: shop }
`,
    );
    const argv = ['kubectl', 'apply', '-f', 'm.yaml'];
    const access = withKubeconfig(kubeconfig(folder, 'preview', api));
    const preview = await previewOf(argv, folder.path, access, { KUBECONFIG });
    expect(preview).toMatchObject({ kind: 'found', headline: '1 object made, 2 changed, 0 as they are' });
    const text = preview.lines.join('\n');
    expect(text).toContain('new: ConfigMap shop/fresh');
    expect(text).toContain('spec.replicas: 3 -> 0');
    expect(text).toContain('data.key: [not shown] -> [not shown]');
    expect(text).not.toContain(SECRET_VALUE);
    expect(text).not.toContain('bmV3LXZhbHVl');
    expect(api.asked.filter((request) => !harmless(request))).toEqual([]);
    expect(api.asked.some((request) => request.includes('dryRun=All'))).toBe(true);
  });

  test('a manifest that names its namespace is looked at, whatever the namespace of the context is', async () => {
    await using api = await startKubeApi(OBJECTS);
    using folder = new Folder();
    const KUBECONFIG = kubeconfig(folder, 'request', api);
    const access = withKubeconfig(kubeconfig(folder, 'preview', api));
    const metadata = { name: 'fresh', namespace: 'else' };
    writeFileSync(join(folder.path, 'm.json'), JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata }));
    const lines = async (argv: readonly string[]) => (await previewOf(argv, folder.path, access, { KUBECONFIG })).lines;
    expect(await lines(['kubectl', 'apply', '-f', 'm.json'])).toContain('new: ConfigMap else/fresh');
    // Said on the command line it binds the manifest, and kubectl refuses, here as there.
    expect((await lines(['kubectl', '-n', 'shop', 'apply', '-f', 'm.json'])).join()).toContain('does not match');
  });

  test('without a credential that leads to this very server, nothing is asked and nothing is said', async () => {
    await using api = await startKubeApi(OBJECTS);
    await using other = await startKubeApi(OBJECTS);
    using folder = new Folder();
    const KUBECONFIG = kubeconfig(folder, 'request', api);
    const argv = ['kubectl', 'delete', 'pods', '--all'];
    const why = async (access: Access, words = argv, config = KUBECONFIG) => {
      const previews = await previewsIn(await subjectOf(words, folder.path, { KUBECONFIG: config }), access);
      const preview = previews.find(({ tool }) => tool === 'kubectl');
      expect(preview?.kind).toBe('unknown');
      return preview?.lines.join('\n');
    };
    expect(await why(NOTHING)).toBe('no credential for previews of kubectl is configured');
    const elsewhere = withKubeconfig(kubeconfig(folder, 'elsewhere', other));
    expect(await why(elsewhere)).toContain('does not lead to');
    const own = withKubeconfig(kubeconfig(folder, 'preview', api));
    // The command names another server than its context does: the credential does not follow it there.
    expect(await why(own, [...argv, '--server', other.url])).toContain('does not lead to');
    // What a context is called on another machine says nothing here, and one look is at one cluster.
    expect(await why(own, ['ssh', 'jump', 'kubectl', '--context', 'prod', 'delete', 'pods', '--all'])).toContain(
      'kubectl is started by another command',
    );
    const two = 'kubectl delete pods --all; kubectl --context test delete pods --all';
    expect(await why(own, ['bash', '-c', two])).toContain('more than one cluster');
    expect([...api.asked, ...other.asked]).toEqual([]);
  });

  test('CFG-12 CFG-14 a kubeconfig that starts a program, or that others can write, is not used', async () => {
    await using api = await startKubeApi(OBJECTS);
    using folder = new Folder();
    const KUBECONFIG = kubeconfig(folder, 'request', api);
    const mark = join(folder.path, 'mark');
    const exec = {
      exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'touch', args: [mark], interactiveMode: 'Never' },
    };
    const plugin = kubeconfig(folder, 'plugin', api, { user: exec });
    const proxy = kubeconfig(folder, 'proxy', api, { cluster: { 'proxy-url': 'http://127.0.0.1:1' } });
    const open = kubeconfig(folder, 'open', api);
    chmodSync(open, 0o666);
    for (const [path, why] of [
      [plugin, 'starts a program to log in'],
      [proxy, 'through a proxy'],
      [open, 'can be written by others'],
    ] as const) {
      const preview = await previewOf(['kubectl', 'delete', 'pods', '--all'], folder.path, withKubeconfig(path), {
        KUBECONFIG,
      });
      expect(preview).toMatchObject({ kind: 'unknown' });
      expect(preview.lines.join('\n')).toContain(why);
    }
    const present: Access = { kind: 'present', environment: { KUBECONFIG: plugin }, home: folder.path };
    const mine = await previewOf(['kubectl', 'delete', 'pods', '--all'], folder.path, present, { KUBECONFIG: plugin });
    expect(mine.lines.join('\n')).toContain('starts a program to log in');
    expect(folder.has('mark')).toBe(false);
    expect(api.asked).toEqual([]);
  });

  test('the person who confirms looks with their own kubeconfig', async () => {
    await using api = await startKubeApi(OBJECTS);
    using folder = new Folder();
    const KUBECONFIG = kubeconfig(folder, 'mine', api);
    const present: Access = { kind: 'present', environment: { KUBECONFIG }, home: folder.path };
    const preview = await previewOf(['kubectl', 'delete', 'pods', '--all'], folder.path, present, { KUBECONFIG });
    expect(preview).toMatchObject({ kind: 'found', headline: '3 objects' });
    expect([...api.credentials]).toEqual(['Bearer token-of-mine']);
  });

  test('a server that does not answer is unknown when the time is over', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      using folder = new Folder();
      const { port } = silent.address() as import('node:net').AddressInfo;
      const KUBECONFIG = kubeconfig(folder, 'request', { url: `https://127.0.0.1:${port}`, authority: '' });
      const subject = await subjectOf(['kubectl', 'delete', 'pods', '--all'], folder.path, { KUBECONFIG });
      const [preview] = await previewsIn(subject, withKubeconfig(KUBECONFIG), 1500);
      expect(preview).toMatchObject({ kind: 'unknown' });
      expect(preview?.lines.join('\n')).toMatch(/did not answer in time|kubectl said/);
    } finally {
      silent.close();
    }
  });
});
