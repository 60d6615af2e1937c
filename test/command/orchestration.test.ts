import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { EffectTable } from '../../src/command/effect-table.ts';
import { CLUSTER } from '../../src/command/tools/orchestration/cluster-table.ts';
import { DEPLOY } from '../../src/command/tools/orchestration/deploy-table.ts';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const run = (words: string) => meaning(words.split(' '));
const TOOLS = { ...CLUSTER, ...DEPLOY };

describe('tools of clusters and clouds', () => {
  test.each([
    'etcdctl endpoint status -w table',
    'skopeo inspect docker://alpine',
    'buildah images',
    'crictl ps -a',
    'ctr -n k8s.io images ls',
    'argocd app list -o wide',
    'flux get ks -A',
    'istioctl proxy-status',
    'velero backup get',
    'eksctl get cluster',
    'stern app -n prod --since 5m',
    'kubectx',
    'kubens -h',
    'hcloud server list -o json',
    'consul members',
    'nomad job status x',
    'packer validate x.pkr.hcl',
    'vagrant global-status',
    'virsh list --all',
    'incus list',
    'docker-machine ls',
    'linode-cli linodes list --json',
    'kubeadm certs check-expiration',
    'pulumi stack ls',
    'fly status -a x',
    'vercel ls',
    'netlify status',
    'wrangler whoami',
    'wrangler d1 list',
    'doctl compute droplet list',
    'heroku logs -t -a x',
    'minikube status',
    'kind get clusters',
    'pm2 list',
    'launchctl list',
    'pulumi --version',
    'argocd app --help',
    'ansible all -m ping',
    'ansible-playbook site.yml --list-tasks',
    'ansible-doc copy',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['etcdctl del / --prefix', 'destroy'],
    ['etcdctl get / --prefix', 'export'],
    ['etcdctl user add bob', 'privilege'],
    ['skopeo copy docker://a docker://b', 'export,write'],
    ['buildah bud -t x .', 'execute'],
    ['argocd app delete prod --cascade', 'destroy'],
    ['argocd app sync x', 'destroy,write'],
    ['flux uninstall', 'destroy'],
    ['velero backup delete nightly', 'destroy'],
    ['velero restore create --from-backup x', 'destroy,write'],
    ['eksctl delete cluster --name prod', 'destroy'],
    ['eksctl create iamserviceaccount', 'privilege'],
    ['k9s', 'execute'],
    ['kubectx prod', 'write'],
    ['hcloud server delete x', 'destroy'],
    ['consul kv delete x', 'destroy'],
    ['nomad job stop -purge x', 'destroy'],
    ['vagrant destroy -f', 'destroy'],
    ['virsh pool-destroy x', 'destroy'],
    ['virsh -c qemu+ssh://h/system?command=/tmp/x list', 'read,unknown'],
    ['etcdctl watch x -- sh', 'execute'],
    ['vagrant status', 'execute'],
    ['argocd context prod', 'write'],
    ['buildah --storage-opt mount_program=/tmp/x images', 'read,unknown'],
    ['ansible all -i hosts -m ping', 'read,unknown'],
    ['ansible all -i a,b -m ping', 'read'],
    ['ansible all -m ping --ssh-common-args=-oProxyCommand=x', 'read,unknown'],
    ['incus exec c -- rm -rf /x', 'destroy,execute'],
    ['kubeadm reset', 'destroy'],
    ['docker-machine rm x', 'destroy'],
    ['linode-cli linodes delete 3', 'destroy'],
    ['linode-cli linodes rebuild 3', 'destroy,write'],
    ['pulumi up -y', 'destroy,write'],
    ['pulumi destroy --yes', 'destroy'],
    ['pulumi preview', 'execute'],
    ['pulumi stack --show-secrets', 'read,secret'],
    ['cdk diff', 'execute'],
    ['cdk destroy --force', 'destroy,execute'],
    ['sam deploy', 'write'],
    ['fly apps destroy x', 'destroy'],
    ['fly secrets set A=b', 'write'],
    ['vercel env pull', 'secret'],
    ['wrangler kv:key delete --namespace-id=abc KEY', 'destroy'],
    ['wrangler deployments rollback', 'destroy'],
    ['doctl compute droplet delete 3', 'destroy'],
    ['heroku config -a x', 'secret'],
    ['supabase db reset', 'destroy'],
    ['kind delete cluster', 'destroy'],
    ['pulumi frob', 'unknown'],
    ['argocd app frob', 'unknown'],
    ['velero backup get --frob', 'read,unknown'],
    ['stern --frob x', 'read,unknown'],
    ['ansible web -m apt -a name=x', 'write'],
    ['ansible web -m file -a path=/x,state=absent', 'destroy'],
    ['ansible web -b -m user -a name=x', 'privilege'],
    ['ansible web -m frob', 'execute,unknown'],
    ['ansible-playbook site.yml', 'execute,write'],
    ['ansible-vault view x', 'secret'],
    ['ansible-galaxy collection install a.b', 'write'],
    ['ansible-galaxy role remove x', 'destroy'],
  ])('%s: %s', async (words, expected) => {
    expect(effects(await run(words)).join()).toBe(expected);
  });

  it('judges what runs on other hosts', async () => {
    const found = await meaning(['ansible', 'web', '-m', 'shell', '-a', 'rm -rf /data']);
    expect(operations(found)).toContain('rm rm');
    expect(found.actions[0]?.scope).toEqual({ host: 'web', reach: 'remote' });
  });

  it('takes the playbook as an input', async () => {
    const found = await meaning(['ansible-playbook', '-i', 'hosts', 'site.yml'], {
      files: filesOf({ 'site.yml': '[]', hosts: '' }),
    });
    expect(found.inputs.map(({ role, path }) => `${role} ${path}`)).toEqual(['playbook site.yml', 'inventory hosts']);
  });

  it('writes every command of a table once', () => {
    for (const [tool, { effects: written }] of Object.entries(TOOLS)) {
      const names = written
        .split(/\n|\|/)
        .map((one) => one.replace(/^.*?: /, '').trim())
        .filter((one) => one !== '');
      const twice = names.filter((one, index) => names.indexOf(one) !== index);
      expect([tool, ...twice]).toEqual([tool]);
      expect(new EffectTable(written).commands().length).toBe(names.length);
    }
  });

  it('never throws, and an option it does not know never makes it harmless', async () => {
    const words = fc.array(
      fc.constantFrom('list', 'get', 'delete', '--', '\0', '--frob', '', '-n', 'x', 'app', 'backup', 'exec', '-a'),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(TOOLS), 'ansible', 'ansible-vault', 'terragrunt'),
        words,
        async (tool, rest) => {
          expect((await meaning([tool, ...rest])).actions.length).toBeGreaterThan(0);
          expect(onlyReads(await meaning([tool, '--frobnicate', ...rest]))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
