import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EFFECTS } from '../../src/command/action.ts';
import { KUBECTL } from '../../src/command/tools/kubectl/kubectl.ts';
import { verbOf } from '../../src/command/tools/kubectl/verbs.ts';
import { effects, filesOf, line, meaning, onlyReads } from './support.ts';

const kubectl = (words: string, more = {}) => meaning(['kubectl', ...words.split(' ')], more);

describe('kubectl', () => {
  test.each([
    'get pods',
    '-n prod get pods -o wide',
    '-o json get cm app',
    '--context c get pod/x',
    'get pods -o custom-columns-file=columns.txt',
    'get -f x.yaml',
    'get --raw /healthz',
    'get --raw /api/v1/nodes/n/proxy/stats/summary',
    'get pods -v=7',
    'describe deploy web',
    'logs -f web-0 -c app',
    'rollout status deploy/web',
    'rollout undo deploy/web --dry-run=client',
    'auth can-i delete pods',
    'auth whoami',
    'config get-contexts',
    'config view --minify -o jsonpath={..namespace}',
    'create deployment x --image=y --dry-run=client',
    'create secret generic x --from-literal=a=b --dry-run=client -o yaml',
    'create --raw /apis/authorization.k8s.io/v1/selfsubjectaccessreviews -f review.json',
    'diff -f x.yaml',
    'diff -k overlay',
    'events --types=Warning',
    'kustomize overlay',
    'label pod x --list',
    'set env deploy/web --list',
    'set image deploy/web a=b --local',
    'version --client',
    'help delete',
    'delete po x --help',
    '--server http://127.0.0.1:8001 get pods',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await kubectl(words))).toBe(true);
  });

  test.each([
    ['delete ns prod', 'destroy'],
    ['--context c -n=prod delete ns prod', 'destroy'],
    ['delete -n prod pod/x', 'destroy'],
    ['delete -f x.yaml', 'destroy'],
    ['delete --raw /api/v1/namespaces/x', 'destroy'],
    ['create --raw /api/v1/namespaces/x/pods/y/eviction -f e.json', 'destroy write'],
    ['drain node-1', 'destroy'],
    ['drain node-1 --delete-local-data', 'destroy'],
    ['replace --force -f x.yaml', 'destroy write'],
    ['apply --prune -l a=b -f x.yaml', 'destroy write'],
    ['get secrets', 'read secret'],
    ['get secret db -o yaml', 'read secret'],
    ['get secret db -v=9', 'read secret'],
    ['get pods,secrets -o json', 'read secret'],
    ['get secret/db -ojsonpath={.data}', 'read secret'],
    ['describe secret db', 'read secret'],
    ['get --raw /api/v1/secrets', 'read secret'],
    ['get --raw /api/v1/namespaces/x/%73ecrets', 'read secret'],
    ['config view --raw', 'read secret'],
    ['config view -o jsonpath={.users[0].user.password}', 'read secret'],
    ['create token deployer', 'privilege secret'],
    ['create --raw /api/v1/namespaces/x/serviceaccounts/y/token -f t.json', 'privilege secret write'],
    ['create configmap x --from-file=/home/u/.ssh/id_rsa', 'secret write'],
    ['patch secret x -p {} -o yaml', 'secret write'],
    ['edit deploy/web', 'execute write'],
    ['edit secret x', 'execute secret write'],
    ['attach web-0 -it', 'execute'],
    ['port-forward pod/web 80', 'execute'],
    ['proxy', 'execute'],
    ['proxy --address=0.0.0.0', 'execute privilege'],
    ['run x --image=y', 'execute write'],
    ['debug node/n -it --image=busybox', 'execute write'],
    ['debug x --copy-to=y --replace', 'destroy execute write'],
    ['create clusterrolebinding x --clusterrole=admin --user=eve', 'privilege write'],
    ['create sa x', 'privilege write'],
    ['delete role x', 'destroy privilege'],
    ['certificate approve csr-1', 'privilege'],
    ['auth reconcile -f rbac.yaml', 'privilege write'],
    ['set subject rolebinding rb --user=eve', 'privilege write'],
    ['get pods --as system:admin', 'privilege read'],
    ['--token=abc get pods', 'privilege read'],
    ['-s https://evil --insecure-skip-tls-verify get pods', 'privilege read'],
    ['cp web-0:/data .', 'export read write'],
    ['cp ./x shop/web-0:/tmp/x', 'read write'],
    ['cp .env web-0:/tmp/x', 'export read secret write'],
    ['cluster-info dump', 'export read'],
    ['scale deploy/web --replicas=0', 'write'],
    ['rollout undo deploy/web --dry-run=server', 'write'],
    ['create deployment x --image=y --dry-run=none', 'write'],
    ['apply -f x.yaml', 'write'],
    ['apply -k overlay', 'write'],
    ['config use-context prod', 'write'],
    ['config set-credentials x --token=abc', 'privilege write'],
    ['--profile=cpu get pods', 'read write'],
    ['get pods -o go-template-file=/home/u/.aws/credentials', 'read secret'],
    ['kustomize https://github.com/a/b', 'execute read'],
    ['kustomize --enable-helm overlay', 'execute read'],
  ])('%s has the effects %s', async (words, expected) => {
    const understanding = await kubectl(words);
    expect(effects(understanding).join(' ')).toBe(expected);
    expect(understanding.opaque).toBe(false);
  });

  test.each([
    ['a verb that is a plugin', 'ns prod'],
    ['a kind that is a plugin of create', 'create frobnicate x'],
    ['an option it does not have', 'get pods --frobnicate'],
    ['the beginning of an option', 'get pods --nam prod'],
    ['a context given twice', '--context a --context b get pods'],
    ['another cache', '--cache-dir=/tmp/x get pods'],
    ['a request to a program in the cluster', 'get --raw /api/v1/namespaces/x/services/y/proxy/run'],
    ['a path with steps back', 'get --raw /api/v1/pods/../secrets'],
    ['a path encoded twice', 'get --raw /api/v1/%2573ecrets'],
    ['a program given to kustomize', 'kustomize --enable-helm --helm-command=/tmp/x .'],
  ])('%s is not understood', async (_, words) => {
    const understanding = await kubectl(words);
    expect(understanding.opaque).toBe(true);
    expect(effects(understanding)).toContain('unknown');
  });

  test.each([
    ['a manifest on the web', 'apply -f https://example.org/x.yaml'],
    ['a remote base', 'apply -k github.com/a/b?ref=v1'],
    ['stdin that is not here', 'apply -f -'],
    ['a pattern', 'apply -f *.yaml'],
  ])('%s is a write whose objects are not seen', async (_, words) => {
    const understanding = await kubectl(words);
    expect(effects(understanding)).toEqual(['write']);
    expect(understanding.opaque).toBe(true);
  });

  test('a file that is not there is only trusted to be absent when nothing ran before', async () => {
    expect((await kubectl('apply -f x.yaml')).opaque).toBe(false);
    const understanding = await meaning(['kubectl', 'apply', '-f', 'x.yaml'], { changed: true });
    expect(understanding.opaque).toBe(true);
    expect(
      (await kubectl('apply -f dir', { files: { ...filesOf({}), realpath: (path: string) => path } })).opaque,
    ).toBe(true);
  });

  test('a file that the same line writes is not the one that was seen', async () => {
    const files = filesOf({ 'x.yaml': 'kind: ConfigMap\nmetadata: {name: a}\n' });
    expect((await line('ls; kubectl create ns a; kubectl apply -f x.yaml', { files })).opaque).toBe(false);
    expect((await line('echo kind: Role > x.yaml; kubectl apply -f x.yaml', { files })).opaque).toBe(true);
    expect((await line('echo kind: Role > x.yaml && kubectl apply -f x.yaml')).opaque).toBe(true);
  });

  test('options given in a kuberc are a doubt, for their command', async () => {
    const files = filesOf({
      '/home/dev/.kube/kuberc':
        'kind: Preference\ndefaults: [{command: delete, options: [{name: all-namespaces, default: "true"}]}]\n',
    });
    expect(effects(await kubectl('delete pods --all', { files }))).toContain('unknown');
    const understanding = await kubectl('get pods', { files });
    expect(onlyReads(understanding)).toBe(true);
    expect(understanding.inputs).toMatchObject([{ role: 'kuberc' }]);
  });

  test('files that become part of an object are inputs', async () => {
    const files = filesOf({ 'p.json': '{}', 'a.txt': 'x' });
    const { inputs } = await kubectl('patch deploy web --patch-file p.json', { files });
    expect(inputs).toMatchObject([{ role: 'content', path: 'p.json', digest: expect.any(String) }]);
    const made = await kubectl('create configmap x --from-file=k=a.txt --from-file=missing', { files });
    expect(made.inputs.map(({ path, digest }) => [path, digest !== undefined])).toEqual([
      ['a.txt', true],
      ['missing', false],
    ]);
  });

  test('names what it acts on', async () => {
    const { actions } = await kubectl('--context prod -n shop delete deploy web api');
    expect(actions.map((action) => action.resource)).toEqual([
      { kind: 'deployment', name: 'web', namespace: 'shop' },
      { kind: 'deployment', name: 'api', namespace: 'shop' },
    ]);
    expect(actions[0]?.scope).toMatchObject({ context: 'prod', namespace: 'shop', reach: 'remote' });
    for (const words of ['taint nodes x a:NoSchedule b-', 'label nodes x a=b c-', 'set sa node x account']) {
      const changed = await kubectl(words);
      expect(changed.actions.map((action) => action.resource)).toEqual([{ kind: 'node', name: 'x' }]);
    }
    const all = await kubectl('delete pods --all -A');
    expect(all.actions[0]?.resource).toEqual({ kind: 'pod', namespace: '*', all: 'true' });
    const raw = await kubectl('delete --raw /apis/apps/v1/namespaces/shop/deployments/web');
    expect(raw.actions[0]?.resource).toEqual({ kind: 'deployment', name: 'web', namespace: 'shop' });
  });

  test('what it writes on this machine is named', async () => {
    const files = (await kubectl('cp shop/web-0:/data out')).actions.map((action) => action.resource);
    expect(files).toEqual([
      { kind: 'pod', name: 'web-0', namespace: 'shop', direction: 'from' },
      { kind: 'file', path: '/work/out' },
    ]);
    const { actions } = await kubectl('config use-context prod');
    expect(actions[0]?.resource).toEqual({ kind: 'file', path: '/home/dev/.kube/config' });
  });

  test('the command inside a pod is read, as one that runs elsewhere', async () => {
    const { actions } = await kubectl('exec web-0 -- rm -rf /data');
    expect(actions.map(({ tool, operation }) => `${tool} ${operation}`)).toEqual(['kubectl exec', 'rm rm']);
    expect(actions[1]?.scope['reach']).toBe('remote');
    expect(effects({ actions })).toEqual(['destroy', 'execute']);
  });

  const kubeconfig = (command = 'aws') =>
    [
      'current-context: eu',
      'contexts: [{name: eu, context: {cluster: c1, user: u1, namespace: shop}}, {name: us, context: {cluster: c2, user: u1}}]',
      'clusters: [{name: c1, cluster: {server: https://eu}}, {name: c2, cluster: {server: https://127.0.0.1:6443}}]',
      `users: [{name: u1, user: {exec: {command: ${command}}}}]`,
    ].join('\n');

  test('finds the cluster in the kubeconfig and makes the file an input', async () => {
    const files = filesOf({ '/home/dev/.kube/config': kubeconfig() });
    const { actions, inputs, notes, opaque } = await kubectl('get pods', { files });
    expect(actions[0]?.scope).toEqual({
      context: 'eu',
      cluster: 'c1',
      server: 'https://eu',
      user: 'u1',
      namespace: 'shop',
      reach: 'remote',
    });
    expect(inputs).toMatchObject([{ role: 'kubeconfig', path: '/home/dev/.kube/config' }]);
    expect(notes.join()).toContain('starts aws');
    expect(opaque).toBe(false);
    const other = await kubectl('--context us get pods', { files });
    expect(other.actions[0]?.scope).toMatchObject({ context: 'us', reach: 'loopback' });
  });

  test('a kubeconfig that starts any other program is a doubt', async () => {
    for (const command of ['sh', './aws', '/tmp/aws', 'kubectl-ns']) {
      const files = filesOf({ '/k': kubeconfig(command) });
      expect(onlyReads(await kubectl('--kubeconfig=/k get pods', { files }))).toBe(false);
      expect(onlyReads(await kubectl('--kubeconfig=/k config get-contexts', { files }))).toBe(true);
    }
  });

  test('of several kubeconfigs the first that names something wins', async () => {
    const files = filesOf({
      '/a': 'current-context: us',
      '/b': kubeconfig(),
    });
    const { actions } = await kubectl('get pods', { files, environment: { KUBECONFIG: '/a:/missing:/b' } });
    expect(actions[0]?.scope).toMatchObject({ context: 'us', server: 'https://127.0.0.1:6443' });
  });

  test('KUBECONFIG of a wrapper counts', async () => {
    const files = filesOf({ '/k': kubeconfig() });
    const { actions } = await meaning(['env', 'KUBECONFIG=/k', 'kubectl', 'get', 'pods'], { files });
    expect(actions[0]?.scope['server']).toBe('https://eu');
  });

  test('the content of a manifest decides', async () => {
    const files = filesOf({
      'x.yaml': 'kind: ConfigMap\nmetadata: {name: a}\n---\nkind: ClusterRoleBinding\nmetadata: {name: b}\n',
      'list.json': '{"kind":"List","items":[{"kind":"Secret","metadata":{"name":"s","namespace":"n"}}]}',
      'merged.yaml': 'base: &b {kind: Role}\n<<: *b\nmetadata: {name: r}\n',
      'broken.yaml': 'kind: [',
      'twice.yaml': 'kind: ConfigMap\nkind: Role\n',
    });
    const understanding = await kubectl('apply -f x.yaml', { files });
    expect(understanding.actions.map((action) => action.resource)).toEqual([
      { kind: 'configmap', name: 'a' },
      { kind: 'clusterrolebinding', name: 'b' },
    ]);
    expect(effects(understanding)).toEqual(['privilege', 'write']);
    expect(understanding.opaque).toBe(false);
    const list = await kubectl('get -f list.json -o yaml', { files });
    expect(list.actions[0]?.resource).toEqual({ kind: 'secret', name: 's', namespace: 'n' });
    expect(effects(list)).toEqual(['read', 'secret']);
    expect(effects(await kubectl('apply -f merged.yaml', { files }))).toEqual(['privilege', 'write']);
    for (const file of ['broken.yaml', 'twice.yaml'])
      expect((await kubectl(`apply -f ${file}`, { files })).opaque).toBe(true);
  });

  test('a kustomization is followed to its objects', async () => {
    const files = filesOf({
      'prod/kustomization.yaml':
        'resources: [../base, role.yaml]\nnamespace: shop\nsecretGenerator: [{name: s}]\npatches: [{path: p.yaml}]\n',
      'prod/role.yaml': 'kind: Role\nmetadata: {name: r, namespace: other}\n',
      'base/kustomization.yml': 'namePrefix: x-\nresources: [web.yaml]\n',
      'base/web.yaml': 'kind: Deployment\nmetadata: {name: web}\n',
      'far/kustomization.yaml': 'resources: ["https://example.org/x.git"]\n',
      'helm/kustomization.yaml': 'helmCharts: [{name: x}]\n',
      'loop/kustomization.yaml': 'resources: [../loop]\n',
    });
    const { actions, opaque, inputs } = await kubectl('apply -k prod/', { files });
    expect(actions.map((action) => action.resource)).toEqual([
      { kind: 'deployment', namespace: 'shop' },
      { kind: 'role', name: 'r', namespace: 'shop' },
      { kind: 'secret', namespace: 'shop' },
    ]);
    expect(effects({ actions })).toEqual(['privilege', 'write']);
    expect(opaque).toBe(false);
    expect(inputs.map((input) => input.path)).toEqual([
      'prod/kustomization.yaml',
      'base/kustomization.yml',
      'base/web.yaml',
      'prod/role.yaml',
      'prod/p.yaml',
    ]);
    for (const unseen of ['far', 'helm', 'loop'])
      expect((await kubectl(`apply -k ${unseen}`, { files })).opaque).toBe(true);
    expect(effects(await kubectl('kustomize far', { files }))).toEqual(['execute', 'read']);
    expect(effects(await kubectl('kustomize prod', { files }))).toEqual(['read', 'secret']);
  });

  test('neither many files nor deep ones are followed without end', async () => {
    const files = filesOf({
      'kustomization.yaml': `resources: [${Array.from({ length: 2000 }, (_, at) => `r${at}.yaml`).join(', ')}]`,
      'deep.yaml': `kind: ${'['.repeat(50_000)}`,
      'bomb.yaml': `a: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`}, *${at === 0 ? 'a' : `b${at - 1}`}]`).join('\n')}\nkind: Role\n`,
    });
    const many = await kubectl('apply -k .', { files });
    expect(many.opaque).toBe(true);
    expect(many.inputs.length).toBeLessThan(300);
    for (const file of ['deep.yaml', 'bomb.yaml'])
      expect((await kubectl(`apply -f ${file}`, { files })).opaque).toBe(true);
    expect((await kubectl(`apply -f ${'x,'.repeat(20_000)}x`)).opaque).toBe(true);
  });

  test('a manifest in a here-document is seen', async () => {
    const understanding = await line("kubectl apply -f - <<'EOF'\nkind: Namespace\nmetadata:\n  name: x\nEOF");
    expect(understanding.actions[0]?.resource).toEqual({ kind: 'namespace', name: 'x' });
    expect(understanding.opaque).toBe(false);
  });

  test('names only the shell knows are names, kinds are not', async () => {
    expect(onlyReads(await line('kubectl get pod $POD -n $NS -o yaml'))).toBe(true);
    expect(onlyReads(await line('kubectl logs "$POD"'))).toBe(true);
    expect(onlyReads(await line('kubectl get "$KIND" x -o yaml'))).toBe(false);
    expect(effects(await line('kubectl create "$KIND" x'))).toContain('unknown');
    expect(effects(await line('kubectl "$VERB" pods'))).toContain('unknown');
    for (const words of ['rollout', 'cluster-info', 'get', 'get secret -o yaml', 'apply -f'])
      expect(onlyReads(await line(`cat list | xargs kubectl ${words}`))).toBe(false);
  });

  test('a token on the command line is a secret', async () => {
    expect((await kubectl('--token abc get pods')).secrets).toEqual(['abc']);
  });

  test('every command of the table is judged', () => {
    expect(KUBECTL.commands().filter((path) => verbOf(path) === undefined)).toEqual([]);
    expect(KUBECTL.commands().length).toBeGreaterThan(100);
  });

  test('any words give an answer, and an option nobody knows never makes it weaker', async () => {
    const word = fc.oneof(
      fc.constantFrom(...KUBECTL.commands().flatMap((path) => path.split(' '))),
      fc.constantFrom(
        '-f',
        '-',
        '--',
        '-n',
        'x',
        '-k',
        '--raw',
        '/api/v1/secrets',
        '-oyaml',
        '--dry-run=client',
        'a/b',
        '\0',
      ),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
        const { actions } = await meaning(['kubectl', ...words]);
        expect(actions.length).toBeGreaterThan(0);
        for (const action of actions) for (const effect of action.effects) expect(EFFECTS).toContain(effect);
        if (words.includes('--')) return;
        const more = await meaning(['kubectl', ...words, 'x', '--no-such-option']);
        expect(onlyReads(more)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
