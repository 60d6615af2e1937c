import { describe, expect, test } from 'vitest';
import { effects, filesOf, line, meaning, onlyReads } from './support.ts';

const kubectl = (words: string, more = {}) => meaning(['kubectl', ...words.split(' ')], more);

describe('kubectl', () => {
  test.each([
    'get pods',
    '-n prod get pods -o wide',
    '--context c get pod/x',
    'describe deploy web',
    'logs -f web-0 -c app',
    'rollout status deploy/web',
    'auth can-i delete pods',
    'config get-contexts',
    'create deployment x --image=y --dry-run=client',
    'version',
    'help delete',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await kubectl(words))).toBe(true);
  });

  test.each([
    ['delete ns prod', 'destroy'],
    ['--context c -n=prod delete ns prod', 'destroy'],
    ['delete -n prod pod/x', 'destroy'],
    ['drain node-1', 'destroy'],
    ['replace --force -f x.yaml', 'destroy'],
    ['get secret db -o yaml', 'secret'],
    ['get pods,secrets', 'secret'],
    ['get secret/db', 'secret'],
    ['get --raw /api/v1/secrets', 'secret'],
    ['config view --raw', 'secret'],
    ['create token deployer', 'secret'],
    ['exec web-0 -- rm -rf /data', 'execute'],
    ['port-forward pod/web 80', 'execute'],
    ['run x --image=y', 'execute'],
    ['create clusterrolebinding x --clusterrole=admin --user=eve', 'privilege'],
    ['certificate approve csr-1', 'privilege'],
    ['auth reconcile -f rbac.yaml', 'privilege'],
    ['get pods --as system:admin', 'privilege'],
    ['cp web-0:/data .', 'export'],
    ['scale deploy/web --replicas=0', 'write'],
    ['rollout undo deploy/web --dry-run=server', 'write'],
    ['create deployment x --image=y --dry-run=none', 'write'],
  ])('%s has the effect %s', async (words, effect) => {
    expect(effects(await kubectl(words))).toContain(effect);
  });

  test.each([
    ['a verb that is a plugin', 'ns prod'],
    ['a kind that is a plugin of create', 'create frobnicate x'],
    ['an option it does not have', 'get pods --frobnicate'],
    ['the beginning of an option', 'get pods --nam prod'],
    ['a context given twice', '--context a --context b get pods'],
    ['another cache', '--cache-dir=/tmp/x get pods'],
    ['a profile written to a file', '--profile=cpu get pods'],
    ['a template read from a file', 'get pods -o go-template-file=/etc/passwd'],
    ['a file nobody can see', 'apply -f x.yaml'],
    ['a kustomization', 'apply -k overlay'],
  ])('%s is not understood', async (_, words) => {
    const understanding = await kubectl(words);
    expect(understanding.opaque).toBe(true);
    expect(effects(understanding)).toContain('unknown');
  });

  test('names what it acts on', async () => {
    const { actions } = await kubectl('--context prod -n shop delete deploy web api');
    expect(actions.map((action) => action.resource)).toEqual([
      { kind: 'deployment', name: 'web', namespace: 'shop' },
      { kind: 'deployment', name: 'api', namespace: 'shop' },
    ]);
    expect(actions[0]?.scope).toMatchObject({ context: 'prod', namespace: 'shop' });
  });

  const kubeconfig = [
    'current-context: eu',
    'contexts: [{name: eu, context: {cluster: c1, user: u1, namespace: shop}}, {name: us, context: {cluster: c2, user: u1}}]',
    'clusters: [{name: c1, cluster: {server: https://eu}}, {name: c2, cluster: {server: https://us}}]',
    'users: [{name: u1, user: {exec: {command: aws}}}]',
  ].join('\n');

  test('finds the cluster in the kubeconfig and makes the file an input', async () => {
    const files = filesOf({ '/home/dev/.kube/config': kubeconfig });
    const { actions, inputs, notes } = await kubectl('get pods', { files });
    expect(actions[0]?.scope).toEqual({
      context: 'eu',
      cluster: 'c1',
      server: 'https://eu',
      user: 'u1',
      namespace: 'shop',
    });
    expect(inputs).toMatchObject([{ role: 'kubeconfig', path: '/home/dev/.kube/config' }]);
    expect(notes.join()).toContain('starts aws');
    const other = await kubectl('--context us get pods', { files });
    expect(other.actions[0]?.scope).toMatchObject({ context: 'us', server: 'https://us' });
  });

  test('KUBECONFIG of a wrapper counts', async () => {
    const files = filesOf({ '/k': kubeconfig });
    const { actions } = await meaning(['env', 'KUBECONFIG=/k', 'kubectl', 'get', 'pods'], { files });
    expect(actions[0]?.scope['server']).toBe('https://eu');
  });

  test('the content of a manifest decides', async () => {
    const files = filesOf({
      'x.yaml': 'kind: ConfigMap\nmetadata: {name: a}\n---\nkind: ClusterRoleBinding\nmetadata: {name: b}\n',
    });
    const understanding = await kubectl('apply -f x.yaml', { files });
    expect(understanding.actions.map((action) => action.resource)).toEqual([
      { kind: 'configmap', name: 'a' },
      { kind: 'clusterrolebinding', name: 'b' },
    ]);
    expect(effects(understanding)).toEqual(['privilege', 'write']);
    expect(understanding.opaque).toBe(false);
  });

  test('a manifest in a here-document is seen', async () => {
    const understanding = await line("kubectl apply -f - <<'EOF'\nkind: Namespace\nmetadata:\n  name: x\nEOF");
    expect(understanding.actions[0]?.resource).toEqual({ kind: 'namespace', name: 'x' });
    expect(understanding.opaque).toBe(false);
  });

  test('a token on the command line is a secret', async () => {
    expect((await kubectl('--token abc get pods')).secrets).toEqual(['abc']);
  });
});
