import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import helmTree from '../../src/command/grammars/helm.json' with { type: 'json' };
import { canonical, EFFECTS } from '../../src/command/tools/helm/effects-table.ts';
import { effects, filesOf, line, meaning, onlyReads } from './support.ts';

const helm = (words: string, more = {}) => meaning(['helm', ...words.split(' ')], more);

describe('helm', () => {
  test.each([
    'list -A',
    'ls -n shop --kube-context prod -o json',
    'history web --max 5',
    'status web --show-resources',
    'show values bitnami/nginx --version 1.2.3',
    'search repo nginx -l',
    'template web ./chart -f values.yaml --set a=b --api-versions v1 --include-crds',
    'lint . --strict',
    'get notes web',
    'diff upgrade web ./chart -f values.yaml -C 3 --detailed-exitcode',
    'install web ./chart --dry-run=server',
    'upgrade --install web ./chart --dry-run',
    'uninstall web --dry-run',
    'version --short',
    'upgrade --help',
    'help install',
    'repo list',
    'plugin list',
    '--kube-apiserver https://127.0.0.1:6443 list',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await helm(words))).toBe(true);
  });

  test.each([
    ['install web ./chart --wait --timeout 5m --create-namespace', 'write'],
    ['upgrade --install web ./chart --rollback-on-failure --take-ownership', 'write'],
    ['upgrade web ./chart --dry-run=none', 'write'],
    ['upgrade web ./chart --dry-run=false', 'write'],
    ['upgrade web ./chart --force', 'destroy write'],
    ['rollback web 0', 'write'],
    ['del web --keep-history', 'destroy'],
    ['delete web --no-hooks', 'destroy'],
    ['uninstall web --cascade=foreground', 'destroy'],
    ['get values web', 'read secret'],
    ['get manifest web', 'read secret'],
    ['status web -o yaml', 'read secret'],
    ['diff upgrade web . --show-secrets', 'read secret'],
    ['list --kube-as-user admin', 'privilege read'],
    ['list --kube-apiserver https://evil', 'privilege read'],
    ['plugin install https://x', 'execute write'],
    ['test web', 'execute write'],
    ['registry login r.example -u a', 'privilege'],
    ['push x.tgz oci://r.example/charts', 'write'],
    ['pull bitnami/nginx', 'write'],
    ['template web . --output-dir out', 'read write'],
  ])('%s has the effects %s', async (words, expected) => {
    const understanding = await helm(words);
    expect(effects(understanding).join(' ')).toBe(expected);
    expect(understanding.opaque).toBe(false);
  });

  test.each(['secrets view x', 'template . --post-renderer ./x.sh', 'list --frobnicate', 'repo frobnicate'])(
    '%s is not understood',
    async (words) => {
      expect(effects(await helm(words))).toContain('unknown');
    },
  );

  test('names the release, the chart and the cluster', async () => {
    const files = filesOf({
      '/k': 'current-context: eu\ncontexts: [{name: eu, context: {cluster: c, namespace: shop}}]\nclusters: [{name: c, cluster: {server: "https://eu"}}]\n',
    });
    const { actions, inputs } = await helm('upgrade web ./chart', { files, environment: { KUBECONFIG: '/k' } });
    expect(actions[0]?.resource).toEqual({ kind: 'release', name: 'web', namespace: 'shop', package: './chart' });
    expect(actions[0]?.scope).toMatchObject({ context: 'eu', server: 'https://eu', reach: 'remote' });
    expect(inputs.map((input) => input.path)).toEqual(['/k']);
    const other = await helm('list', { environment: { HELM_KUBECONTEXT: 'us', HELM_NAMESPACE: 'x' } });
    expect(other.actions[0]?.scope).toMatchObject({ context: 'us', namespace: 'x' });
  });

  test('what it writes on this machine is named', async () => {
    for (const [words, path] of [
      ['create chart', '/work/chart'],
      ['dependency update ./chart', '/work/chart/charts'],
      ['package . -d out', '/work/out'],
      ['repo add a https://a', '/home/dev/.config/helm/repositories.yaml'],
    ] as const) {
      const { actions } = await helm(words);
      expect(actions.map((action) => action.resource)).toEqual([{ kind: 'file', path }]);
    }
  });

  test('files with values are inputs', async () => {
    const files = filesOf({ 'a.yaml': 'x: 1', 'b.txt': 'y' });
    const { inputs } = await helm('upgrade web . -f a.yaml,https://x/y.yaml --set-file k=b.txt -f missing.yaml', {
      files,
    });
    expect(inputs.map(({ role, path, digest }) => [role, path, digest !== undefined])).toEqual([
      ['values', 'a.yaml', true],
      ['values', 'missing.yaml', false],
      ['values', 'b.txt', true],
    ]);
  });

  test('a name that only the shell knows is a name', async () => {
    expect(onlyReads(await line('helm status $REL -n $NS'))).toBe(true);
    expect(onlyReads(await line('helm $VERB web'))).toBe(false);
    expect(onlyReads(await line('helm status $REL -o json'))).toBe(false);
  });

  test('credentials are secrets', async () => {
    expect((await helm('registry login x -u a -p hunter2')).secrets).toEqual(['hunter2']);
    expect((await helm('--kube-token abc list')).secrets).toEqual(['abc']);
  });

  test('every command of the tree is judged', () => {
    const missing: string[] = [];
    const walk = (node: { commands?: object }, path: readonly string[]) => {
      for (const [name, sub] of Object.entries(node.commands ?? {})) {
        if (typeof sub === 'string') continue;
        if (sub.commands === undefined && EFFECTS.of(canonical([...path, name].join(' '))) === undefined)
          missing.push([...path, name].join(' '));
        walk(sub, [...path, name]);
      }
    };
    walk(helmTree, []);
    expect(missing).toEqual([]);
  });

  test('any words give an answer, and an option nobody knows never makes it weaker', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'get',
        'values',
        'list',
        'upgrade',
        'diff',
        'repo',
        'add',
        '-n',
        'x',
        '--',
        '-f',
        '--dry-run',
        '\0',
      ),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 7 }), async (words) => {
        expect((await meaning(['helm', ...words])).actions.length).toBeGreaterThan(0);
        if (!words.includes('--')) expect(onlyReads(await meaning(['helm', ...words, 'x', '--no-such']))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
