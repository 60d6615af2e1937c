import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OC, OC_VERBS } from '../../src/command/tools/kubectl/oc.ts';
import { verbOf } from '../../src/command/tools/kubectl/verbs.ts';
import { effects, line, meaning, onlyReads, operations } from './support.ts';

const oc = (words: string, more = {}) => meaning(['oc', ...words.split(' ')], more);

describe('oc', () => {
  test.each([
    'get clusteroperator -o yaml',
    'get co',
    '--loglevel=6 get pods --context x',
    '-n x describe vmi y',
    'logs -f bc/web --version 3',
    'status --suggest',
    'projects -q',
    'project',
    'whoami --show-server',
    'adm top pod -n x -l app=y',
    'adm top images',
    'adm node-logs --role master -u kubelet',
    'adm release info --commits',
    'adm upgrade',
    'adm upgrade status',
    'adm policy who-can delete pods -A',
    'policy can-i --list',
    'auth can-i create leases',
    'adm prune images --keep-tag-revisions=3',
    'image info quay.io/x/y:1',
    'process -f t.yaml -p A=b -o yaml',
    'set volumes dc/x',
    'debug mypod -o yaml',
    'new-app -L',
    'version',
    'adm --help',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await oc(words))).toBe(true);
  });

  test.each([
    ['delete project prod', 'destroy'],
    ['adm drain node-1 --delete-local-data', 'destroy'],
    ['adm prune builds --confirm', 'destroy'],
    ['adm policy add-cluster-role-to-user cluster-admin eve', 'privilege'],
    ['adm policy remove-scc-from-user -n wasp privileged -z wasp', 'privilege'],
    ['adm groups sync --confirm', 'privilege'],
    ['adm certificate approve csr-1', 'privilege'],
    ['login -u eve https://api:6443', 'privilege write'],
    ['status --as system:admin', 'privilege read'],
    ['whoami -t', 'read secret'],
    ['get secret x -o jsonpath={.data.ep}', 'read secret'],
    ['extract secret/x --to=-', 'read secret'],
    ['extract secret/x --to=out', 'read secret write'],
    ['extract cm/x --to=out', 'read write'],
    ['serviceaccounts get-token x', 'secret'],
    ['project prod', 'read write'],
    ['new-app nginx', 'write'],
    ['rollout latest dc/web', 'write'],
    ['adm upgrade --to=4.16.3', 'write'],
    ['adm cordon node-1', 'write'],
    ['adm inspect clusteroperator/x --dest-dir=out', 'read write'],
    ['adm must-gather', 'execute write'],
    ['tag -d x:latest', 'destroy write'],
    ['rsh web-0', 'execute'],
    ['debug node/n', 'execute write'],
    ['edit flowcollector cluster', 'execute write'],
    ['port-forward alertmanager-0 9093', 'execute'],
    ['rsync web-0:/data ./out', 'export read write'],
    ['rsync ./src web-0:/app --delete', 'destroy read write'],
  ])('%s has the effects %s', async (words, expected) => {
    const understanding = await oc(words);
    expect(effects(understanding).join(' ')).toBe(expected);
    expect(understanding.opaque).toBe(false);
  });

  test.each([
    ['a plugin', 'frobnicate'],
    ['a command of kubectl that oc has elsewhere', 'drain node-1'],
    ['a group with a word that is none of its commands', 'adm policy frobnicate x'],
    ['an option it does not have', 'status --frobnicate'],
  ])('%s is not understood', async (_, words) => {
    expect(effects(await oc(words))).toContain('unknown');
  });

  test('the words behind the pod are the command of rsh, options and all', async () => {
    const understanding = await oc('rsh -n x web-0 rm -rf /data');
    expect(operations(understanding)).toEqual(['oc rsh', 'rm rm']);
    expect(understanding.actions[0]?.resource).toEqual({ kind: 'pod', name: 'web-0' });
    expect(understanding.actions[1]?.scope['reach']).toBe('remote');
    const node = await oc('debug node/n -- chroot /host rm -rf /data');
    expect(effects(node)).toContain('destroy');
    expect(node.actions[0]?.resource).toEqual({ kind: 'node', name: 'n' });
  });

  test('runbooks with names that only the shell knows read on', async () => {
    for (const words of [
      'oc -n $NAMESPACE get pods -l kubevirt.io=virt-api -o wide',
      'oc logs $POD -n $NAMESPACE -c compute --previous',
      'oc adm top pod $POD_NAME',
      'oc get vmi $VM -ojsonpath={.spec}',
    ])
      expect(onlyReads(await line(words))).toBe(true);
  });

  test('every command of the tables is judged', () => {
    expect(OC.commands().filter((path) => OC_VERBS.get(path) === undefined && verbOf(path) === undefined)).toEqual([]);
    expect([...OC_VERBS.keys()].filter((path) => !OC.commands().includes(path))).toEqual([]);
  });

  test('any words give an answer, and an option nobody knows never makes it weaker', async () => {
    const word = fc.oneof(
      fc.constantFrom(...OC.commands().flatMap((path) => path.split(' '))),
      fc.constantFrom('-f', '-', '--', '-n', 'x', '--confirm', '-oyaml', '--dry-run=client', 'a/b', 'x:y', '\0'),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
        expect((await meaning(['oc', ...words])).actions.length).toBeGreaterThan(0);
        if (words.includes('--') || words.includes('rsh')) return;
        expect(onlyReads(await meaning(['oc', ...words, 'x', '--no-such-option']))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
