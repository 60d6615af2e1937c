import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An API server as far as kubectl's reading and dry runs need one, with what is stored given by a test; it keeps nothing. */
export interface KubeApi extends AsyncDisposable {
  readonly url: string;
  /** Its certificate, as a kubeconfig holds it. */
  readonly authority: string;
  /** Method and path of everything that was asked. */
  readonly asked: readonly string[];
  /** Authorization headers that came. */
  readonly credentials: ReadonlySet<string>;
}

interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

const KINDS: readonly (readonly [group: string, plural: string, kind: string, namespaced: boolean])[] = [
  ['', 'pods', 'Pod', true],
  ['', 'secrets', 'Secret', true],
  ['', 'configmaps', 'ConfigMap', true],
  ['', 'namespaces', 'Namespace', false],
  ['', 'nodes', 'Node', false],
  ['apps', 'deployments', 'Deployment', true],
  ['apiextensions.k8s.io', 'customresourcedefinitions', 'CustomResourceDefinition', false],
  ['example.com', 'foos', 'Foo', true],
];
const VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update'];

export async function startKubeApi(objects: readonly KubeObject[]): Promise<KubeApi> {
  const asked: string[] = [];
  const credentials = new Set<string>();
  const tls = certificate();
  const server = createServer(tls, async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    credentials.add(request.headers.authorization ?? '');
    const { status, body } = answer(objects, request, await bodyOf(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    authority: tls.cert.toString('base64'),
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    credentials,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

let made: { readonly key: Buffer; readonly cert: Buffer } | undefined;

/** Without TLS kubectl sends no token. */
function certificate() {
  if (made) return made;
  const directory = mkdtempSync(join(tmpdir(), 'kube-tls-'));
  const [key, cert] = [join(directory, 'key'), join(directory, 'cert')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', '-nodes', '-days', '2', ...curve, ...names, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(directory, { recursive: true });
  return made;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

function answer(objects: readonly KubeObject[], { url = '', method }: IncomingMessage, body: string) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const ok = (value: unknown) => ({ status: 200, body: value });
  const notFound = { status: 404, body: status(404, 'NotFound', `not found: ${pathname}`) };
  const groups = [...new Set(KINDS.map(([group]) => group).filter((group) => group !== ''))];
  if (pathname === '/version') return ok({ major: '1', minor: '32', gitVersion: 'v1.32.0' });
  if (pathname === '/api') return ok({ kind: 'APIVersions', versions: ['v1'] });
  if (pathname === '/apis') {
    const version = (name: string) => ({ groupVersion: `${name}/v1`, version: 'v1' });
    return ok({
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map((name) => ({ name, versions: [version(name)], preferredVersion: version(name) })),
    });
  }
  if (pathname === '/openapi/v3')
    return ok({
      paths: Object.fromEntries(
        ['api/v1', 'apis/apps/v1'].map((path) => [path, { serverRelativeURL: `/openapi/v3/${path}` }]),
      ),
    });
  if (pathname.startsWith('/openapi/v3/')) return ok(openApi(pathname.slice('/openapi/v3'.length)));
  const path = /^\/(?:api\/v1|apis\/([^/]+)\/v1)(?:\/namespaces\/([^/]+)(?=\/))?(?:\/([^/]+)(?:\/([^/]+))?)?$/.exec(
    pathname,
  );
  if (!path) return notFound;
  const [, group = '', namespace, plural, name] = path;
  if (plural === undefined) {
    const resources = KINDS.filter(([of]) => of === group).map(([, of, kind, namespaced]) => ({
      name: of,
      singularName: kind.toLowerCase(),
      kind,
      namespaced,
      verbs: VERBS,
    }));
    return ok({ kind: 'APIResourceList', groupVersion: group === '' ? 'v1' : `${group}/v1`, resources });
  }
  const known = KINDS.find(([of, each]) => of === group && each === plural);
  if (!known) return notFound;
  const [, , kind] = known;
  const all = objects.filter(
    (object) => object.kind === kind && (namespace === undefined || object.metadata.namespace === namespace),
  );
  const dry = searchParams.get('dryRun') === 'All';
  if (method === 'POST' && dry) return { status: 201, body: JSON.parse(body) };
  const one = all.find(({ metadata }) => metadata.name === name);
  if (method === 'PATCH' && dry && one) return ok(merged(one, JSON.parse(body)));
  if (method !== 'GET')
    return { status: 500, body: status(500, 'InternalError', 'a preview must not change anything') };
  if (name !== undefined) return one ? ok(one) : notFound;
  const label = searchParams.get('labelSelector')?.split('=');
  const node = searchParams.get('fieldSelector')?.replace('spec.nodeName=', '');
  const on = (object: KubeObject) => node === undefined || (object['spec'] as { nodeName?: string })?.nodeName === node;
  const items = all.filter(on).filter(({ metadata }) => !label || metadata.labels?.[label[0] ?? ''] === label[1]);
  const apiVersion = group === '' ? 'v1' : `${group}/v1`;
  return ok({ kind: `${kind}List`, apiVersion, metadata: { resourceVersion: '1' }, items });
}

function status(code: number, reason: string, message: string) {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code };
}

function merged(one: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: Record<string, unknown> = { ...(one as object) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key] ?? {}, value);
  }
  return result;
}

/** Only what kubectl looks for before a dry run: that the server knows the parameter. */
function openApi(prefix: string) {
  const group = prefix === '/api/v1' ? '' : (prefix.split('/')[2] ?? '');
  const paths = KINDS.filter(([of]) => of === group).map(([, plural, kind]) => [
    `${prefix}/namespaces/{namespace}/${plural}/{name}`,
    {
      patch: {
        parameters: [
          { name: 'dryRun', in: 'query', schema: { type: 'string' } },
          { name: 'fieldValidation', in: 'query', schema: { type: 'string' } },
        ],
        'x-kubernetes-group-version-kind': { group, version: 'v1', kind },
      },
    },
  ]);
  return {
    openapi: '3.0.0',
    info: { title: 'x', version: '1' },
    paths: Object.fromEntries(paths),
    components: { schemas: {} },
  };
}
