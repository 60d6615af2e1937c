import type { NamedTool } from './named-tools.ts';

/** Options that everything built on kubectl's client understands. */
const KUBE_FLAGS = '-h/--help --insecure-skip-tls-verify --disable-compression';
const KUBE_VALUES =
  '--kubeconfig --context --kube-context --kubecontext -n/--namespace --cluster --user --as --as-group --as-uid --request-timeout -s/--server --tls-server-name --certificate-authority --client-certificate --client-key --token --cache-dir';

/**
 * Tools around Kubernetes, containers and key-value stores. Each table follows the tool's command reference; the options
 * are those that the commands which only look understand, so that a change with an option of its own is merely in doubt
 * as well.
 */
export const CLUSTER: Readonly<Record<string, Omit<NamedTool, 'tree'>>> = {
  etcdctl: {
    effects: `
      write+execute: elect | lock
      execute: watch
      read: alarm list   | endpoint hashkv | endpoint health | endpoint status | help | lease list
          | lease timetolive | member list | role get | role list | snapshot status | user get | user list | version 
          | completion bash | completion zsh | completion fish | completion powershell
      export: get | snapshot save | make-mirror
      write: check datascale | check perf | put | txn | alarm disarm | compaction | defrag   | lease grant | lease keep-alive | member add | member promote
          | member update | move-leader | migrate | downgrade enable | downgrade cancel | downgrade validate
      write+destroy: snapshot restore
      destroy: del | lease revoke | member remove
      privilege: auth enable | auth disable | role add | role grant-permission | role revoke-permission | user add | user grant-role
          | user passwd | user revoke-role
      privilege+destroy: role delete | user delete
    `,
    secrets: ['password', 'user'],
    pins: ['ETCDCTL_API', 'ETCDCTL_ENDPOINTS', 'ETCDCTL_CACERT', 'ETCDCTL_CERT', 'ETCDCTL_KEY', 'ETCDCTL_USER'],
  },
  skopeo: {
    effects: `
      read: inspect | list-tags | manifest-digest | standalone-verify | help | completion
      write+export: copy | sync
      write: standalone-sign | generate-sigstore-key | logout
      destroy: delete
      privilege: login
      execute: experimental-image-proxy
    `,
    options: {
      optional: '--tls-verify --src-tls-verify --dest-tls-verify',
      flags: '--no-tags -n --raw --config --no-creds',
      values:
        '--creds --authfile --cert-dir --format -f --retry-times --daemon-host --shared-blob-dir --src-creds --dest-creds --username --password --registry-token',
    },
    secrets: ['creds', 'src-creds', 'dest-creds', 'password', 'registry-token'],
  },
  buildah: {
    reach: 'machine',
    effects: `
      read: containers | images | info | inspect | version | help | manifest inspect | manifest exists | source inspect | list | ls
      write: add | commit | config | copy | from | logout | mount | pull | rename | tag | umount | unmount | untag | manifest add | manifest annotate
          | manifest create | manifest remove | manifest push | source add | source create | source pull | manifest rm | create
      write+export: push | source push
      execute: build | build-using-dockerfile | bud | run | unshare
      destroy: rm | rmi | prune | delete
      privilege: login
    `,
    secrets: ['creds', 'password'],
    hazards: ['storage-opt'],
    wraps: 'run/1 | unshare/0/here',
  },
  crictl: {
    reach: 'machine',
    effects: `
      read: ps | images | image | img | logs | inspect | inspecti | inspectp | imagefsinfo | pods | info | stats | statsp | version | metricsp
          | metricdescs | events | completion  | runtime-config | help
      write: config | pull | create | start | stop | stopp | update | runp | checkpoint | update-runtime-config
      execute: exec | attach | port-forward | run
      destroy: rm | rmi | rmp
    `,
    options: {
      flags:
        '-h/--help -D/--debug --enable-tracing -v/--version -a/--all -q/--quiet --verbose --digests --no-trunc -f/--follow -l/--latest -p/--previous --timestamps',
      values:
        '-c/--config -i/--image-endpoint -r/--runtime-endpoint -t/--timeout -o/--output --name --namespace --state -s --id --pod --image --label --last -n --since --tail --template --limit-bytes -w/--watch',
    },
    wraps: 'exec/1',
    secrets: ['auth', 'creds'],
  },
  ctr: {
    style: 'getopt',
    reach: 'machine',
    effects: `
      read: version | containers ls | containers list | containers info | c ls | c info | images ls | images list | images check | i ls | i check
          | namespaces ls | namespaces list | ns ls | plugins ls | plugins list | snapshots ls | snapshots list | snapshots info | snapshots tree
          | snapshots usage | content ls | content list | tasks ls | tasks list | tasks ps | tasks metrics | t ls | t ps | info | events
          | leases ls | leases list
      write: containers create | containers label | images pull | images import | images tag | images label | images mount | images unmount
          | i pull | i import | i tag | namespaces create | namespaces label | ns create | tasks start | tasks pause | tasks resume | tasks kill
          | t start | t kill | leases create | snapshots prepare | snapshots commit
      export: images export | i export | content fetch | content get
      write+export: images push | i push
      execute: run | tasks exec | tasks attach | t exec | shim
      destroy: containers delete | containers rm | c rm | images rm | images remove | images delete | i rm | namespaces rm | namespaces remove
          | ns rm | tasks rm | tasks delete | t rm | snapshots rm | content rm | leases rm
    `,
    options: {
      flags: '-h/--help -v/--version --debug -q/--quiet',
      values: '-a/--address -n/--namespace --timeout --connect-timeout',
    },
    wraps: 'run/2 | tasks exec/1 | t exec/1',
  },
  kubeadm: {
    reach: 'machine',
    effects: `
      secret: token list
      read: version | config print init-defaults | config print join-defaults | config print reset-defaults | config images list | config validate
          | config migrate | certs check-expiration | upgrade plan | upgrade diff  | help | completion bash | completion zsh
      write: init | join | upgrade apply | upgrade node | config images pull | init phase preflight | init phase control-plane all
          | init phase etcd local | init phase kubelet-start | init phase addon all | init phase upload-config all | init phase mark-control-plane
      write+privilege: init phase certs all | init phase kubeconfig all | init phase bootstrap-token | init phase upload-certs | certs renew all
          | certs renew apiserver | certs renew admin.conf
      privilege+secret: token create | token generate | certs certificate-key | kubeconfig user | certs generate-csr
      destroy: reset | token delete | reset phase cleanup-node | reset phase remove-etcd-member
    `,
    options: {
      flags: '-h/--help --allow-experimental-upgrades --allow-missing-template-keys --show-managed-fields',
      values:
        '--kubeconfig --rootfs -v/--v --config -o/--output --cri-socket --node-name --feature-gates --kubernetes-version --image-repository --cert-dir --ignore-preflight-errors',
    },
    pretends: ['dry-run'],
  },
  argocd: {
    verbs: true,
    effects: `
      read: app list | app get | app diff | app history | app logs | app manifests | app resources | app wait | app actions list
          | app get-resource | appset list | appset get | appset generate | cluster list | cluster get | proj list | proj get | proj role list | proj role get
          | proj role list-tokens | proj windows list | repo list | repo get | repocreds list | cert list | gpg list | gpg get | account list | account get
          | account get-user-info | account can-i  | version | help | admin settings validate | admin settings rbac can | admin settings rbac validate
          | admin cluster stats | admin cluster shards | admin app get-reconcile-results | admin app diff-reconcile-results | admin cluster namespaces
          | admin settings resource-overrides health | admin notifications trigger get | admin notifications template get | completion 
      write: configure | context | app create | app set | app unset | app edit | app patch | app patch-resource | app rollback | app actions run | app add-source
          | app remove-source | app terminate-op | app confirm-deletion | appset create | proj create | proj set | proj edit | proj add-source
          | proj remove-source | proj add-destination | proj remove-destination | proj allow-cluster-resource | proj deny-cluster-resource
          | proj allow-namespace-resource | proj deny-namespace-resource | proj windows add | proj windows update | proj windows enable-manual-sync
          | cluster set | cluster rotate-auth | repo add | repocreds add | cert add-tls | cert add-ssh | gpg add | admin import
          | proj add-orphaned-ignore | proj remove-orphaned-ignore | proj add-signature-key | proj remove-signature-key
      write+destroy: app sync
      destroy: app delete | app delete-resource | appset delete | cluster rm | proj delete | proj windows delete | repo rm | repocreds rm | cert rm | gpg rm
      privilege: login | logout | relogin | account update-password | proj role create | proj role delete | proj role add-policy
          | proj role remove-policy | proj role add-group | proj role remove-group | cluster add | account delete-token | proj role delete-token
      privilege+secret: account generate-token | proj role create-token | admin initial-password | admin redis-initial-password | account session-token
          | admin cluster kubeconfig
      secret: account bcrypt
      export+secret: admin export
      execute: admin dashboard
    `,
    options: {
      flags:
        '-h/--help --core --grpc-web --insecure --plaintext --port-forward --prompts-enabled --hard-refresh --refresh --show-operation --show-params -f/--follow --health --sync --suspended --degraded --orphaned --exit-code --server-side-generate --cascade -y/--yes --client --short --prune --dry-run --force --async -p/--previous --operation --hydrated --delete',
      values:
        '--auth-token --client-crt --client-crt-key --config --controller-name --grpc-web-root-path -H/--header --http-retry-max --kube-context --logformat --loglevel --port-forward-namespace --redis-haproxy-name --redis-name --redis-compress --repo-server-name --server --argocd-context --server-crt --server-name -o/--output -l/--selector -p/--project -N/--app-namespace --cluster -r/--repo --path --name --revision --source --group --kind --resource-name --container --tail --since-seconds --timeout --resource --label --propagation-policy --local --local-repo-root --ref --source-names --source-positions --revisions --namespace --strategy --retry-limit --assumeYes -u --username --password',
      optional: '--cascade --yes',
    },
    pretends: [],
    secrets: ['auth-token', 'password'],
    pins: ['ARGOCD_SERVER', 'ARGOCD_OPTS', 'ARGOCD_AUTH_TOKEN', 'ARGOCD_CONFIG_DIR', 'KUBECONFIG'],
  },
  flux: {
    verbs: true,
    effects: `
      read: check | events | logs | stats | trace | tree kustomization | version | diff kustomization | diff artifact | get all | get alerts
          | get alert-providers | get helmreleases | get hr | get images all | get kustomizations | get ks | get receivers | get sources all
          | get sources git | get sources helm | get sources oci | get sources bucket | get sources chart | list artifacts | build kustomization
          | debug kustomization | envsubst | completion bash
      secret: debug helmrelease
      write: install | create kustomization | create helmrelease | create source git | create source helm | create source oci | create source bucket
          | create alert | create receiver | create image policy | create image repository | create image update | create tenant
          | reconcile kustomization | reconcile helmrelease | reconcile source git | reconcile source helm | reconcile source oci
          | suspend kustomization | suspend helmrelease | suspend source git | resume kustomization | resume helmrelease | resume source git
          | pull artifact | tag artifact | migrate
      write+secret: create secret git | create secret helm | create secret oci | create secret tls
      write+export: push artifact
      write+privilege: bootstrap github | bootstrap gitlab | bootstrap git | bootstrap bitbucket-server | bootstrap gitea
      export: export kustomization | export helmrelease | export source git | export source helm
      destroy: uninstall | delete kustomization | delete helmrelease | delete source git | delete source helm | delete source oci | delete alert
          | delete receiver | delete image policy
    `,
    options: {
      flags: `${KUBE_FLAGS} --verbose -A/--all-namespaces --no-header -w/--watch -f/--follow --client --pre -s/--silent`,
      values: `${KUBE_VALUES} --kube-api-burst --kube-api-qps --timeout --status-selector -l/--label-selector --level --kind --name --since --tail --for --types -o/--output --path --kustomization-file`,
    },
    secrets: ['password', 'token'],
  },
  istioctl: {
    verbs: true,
    effects: `
      read: analyze | analyse | proxy-status | ps | proxy-config all | proxy-config bootstrap | proxy-config cluster | proxy-config clusters
          | proxy-config endpoint | proxy-config endpoints | proxy-config listener | proxy-config listeners | proxy-config route | proxy-config routes | pc all | pc cluster
          | pc endpoint | pc listener | pc route  | version | validate | verify-install  | manifest diff | profile list
          | profile dump | x describe pod | experimental describe pod | x precheck | experimental precheck | x authz check | experimental authz check
          | x injector list | remote-clusters | tag list | waypoint list | waypoint status | ztunnel-config all | ztunnel-config workload
          | ztunnel-config service  | metrics | x metrics | check-inject | x check-inject | help
      secret: proxy-config secret | pc secret
      write: proxy-config log | kube-inject | manifest generate | install | upgrade | operator init | tag set | tag generate | waypoint apply | waypoint generate | manifest install | create-remote-secret
      execute: dashboard | d
      export: bug-report
      destroy: uninstall | operator remove | tag remove | waypoint delete 
    `,
    options: {
      flags: `${KUBE_FLAGS} --vklog -A/--all-namespaces --use-kube --recursive -R --short --remote --verbose`,
      values: `${KUBE_VALUES} -c -i/--istioNamespace --revision -r -o/--output -f/--filename --set -d/--manifests --port --fqdn --direction --subset --address --name --type --level --file --failure-threshold --output-threshold --suppress -S`,
    },
  },
  velero: {
    verbs: true,
    effects: `
      read: backup get | backup describe | backup logs | restore get | restore describe | restore logs | schedule get | schedule describe
          | backup-location get | snapshot-location get | plugin get | repo get | client config get | version | get backups | get backup
          | get restores | get schedules | get schedule | describe backups | describe backup | describe restore | describe schedule | help | repo list
          | completion
      export: backup download | debug
      write: backup create | create backup | schedule create | create schedule | schedule pause | schedule unpause | backup-location create
          | backup-location set | snapshot-location create | snapshot-location set | plugin add | plugin remove | install | client config set
      write+destroy: restore create | create restore
      destroy: backup delete | restore delete | schedule delete | backup-location delete | snapshot-location delete | uninstall | delete backup
          | delete backups | delete restore | delete schedule
    `,
    options: {
      flags: `${KUBE_FLAGS} --colorized --details --insecure-skip-tls-verify --show-labels --client-only --alsologtostderr --logtostderr --confirm --all -w/--wait --snapshot-volumes --include-cluster-resources --force`,
      values: `${KUBE_VALUES} --kubecontext --features --cacert -l/--selector -o/--output --label-columns --timeout -v/--v --from-backup --from-schedule --include-namespaces --exclude-namespaces --include-resources --exclude-resources --ttl --storage-location --schedule --namespace-mappings --bucket --provider --plugins --backup-location-config --secret-file`,
    },
  },
  eksctl: {
    verbs: true,
    effects: `
      read: get cluster | get clusters | get nodegroup | get nodegroups | get iamserviceaccount | get iamidentitymapping | get addon | get addons | get labels
          | get fargateprofile | get identityprovider | get accessentry | get podidentityassociation | version | info | help
          | utils describe-stacks | utils describe-addon-versions | utils describe-addon-configuration | utils nodegroup-health | utils schema
      write: create cluster | create nodegroup | create addon | create fargateprofile | update addon | update nodegroup | scale nodegroup | upgrade cluster
          | upgrade nodegroup | set labels | register cluster | utils update-kube-proxy | utils update-aws-node | utils update-coredns
          | utils update-cluster-logging | utils update-cluster-endpoints | enable flux | enable profile
      write+destroy: drain nodegroup
      privilege: create iamserviceaccount | create iamidentitymapping | create accessentry | create podidentityassociation | associate identityprovider
          | utils associate-iam-oidc-provider | utils write-kubeconfig | update iamserviceaccount | utils migrate-to-access-entry
      privilege+destroy: delete iamserviceaccount | delete iamidentitymapping | delete accessentry | delete podidentityassociation | disassociate identityprovider
      destroy: delete cluster | delete nodegroup | delete addon | delete fargateprofile | deregister cluster | unset labels
    `,
    options: {
      flags: '-h/--help -d/--dumpLogs -A/--all-regions --approve -w/--wait',
      values:
        '-C/--color -v/--verbose -r/--region -p/--profile --cfn-role-arn --timeout --chunk-size -o/--output -c/--cluster -n/--name -f/--config-file --namespace --nodegroup-name --service-account --arn',
    },
    pins: ['AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'],
  },
  stern: {
    effects: 'read: stern',
    options: {
      flags: `${KUBE_FLAGS} -A/--all-namespaces --no-follow -p/--prompt --init-containers --ephemeral-containers --only-log-lines --diff-container -v/--version --show-hidden-options --stdin`,
      values: `${KUBE_VALUES} -c/--container -E/--exclude-container --container-state -e/--exclude -i/--include -H/--highlight --field-selector -l/--selector --max-log-requests --node -o/--output --since --tail --template --template-file -T --timezone --color --color-diff --verbosity --config --completion --condition --exclude-pod --pod-colors --container-colors`,
      optional: '-t/--timestamps',
    },
  },
  k9s: {
    effects: 'execute: k9s\nread: info | version | help',
    options: {
      flags: '-h/--help --headless --logoless --crumbsless --readonly --write -A/--all-namespaces',
      values: `${KUBE_VALUES} -c/--command -l/--logLevel --logFile -r/--refresh --screen-dump-dir --splashless`,
    },
  },
  kubectx: {
    effects: 'write: kubectx',
    asks: true,
    reach: 'machine',
    options: { flags: '-h/--help -c/--current -V/--version -u/--unset', values: '-d' },
  },
  kubens: {
    effects: 'write: kubens',
    asks: true,
    reach: 'machine',
    options: { flags: '-h/--help -c/--current -V/--version -f/--force -u/--unset' },
  },
  hcloud: {
    verbs: true,
    effects: `
      read: ${each('server image ssh-key server-type datacenter location floating-ip primary-ip iso volume network load-balancer load-balancer-type firewall certificate placement-group context', 'list describe')}
          | server ip | server metrics | all list | version | context active | config get | config list
      secret: server request-console | server reset-password
      execute: server ssh
      write: ${each('server image ssh-key floating-ip primary-ip volume network load-balancer firewall certificate placement-group', 'create update add-label remove-label enable-protection disable-protection')}
          | server poweron | server poweroff | server shutdown | server reboot | server reset | server create-image | server change-type | server attach-to-network
          | server detach-from-network | server attach-iso | server enable-backup | server disable-backup | server enable-rescue | server disable-rescue
          | server set-rdns | volume attach | volume detach | volume resize | floating-ip assign | floating-ip unassign | firewall add-rule
          | firewall delete-rule | firewall apply-to-resource | firewall remove-from-resource | firewall replace-rules | context use | context create | config set
      destroy: ${each('server image ssh-key floating-ip primary-ip volume network load-balancer firewall certificate placement-group context', 'delete')} | server rebuild
    `,
    options: {
      flags: '-h/--help --debug --no-color -q/--quiet',
      values:
        '--config --context --debug-file --endpoint --poll-interval --http-timeout -o/--output -l/--selector -s/--sort -t/--type -a/--architecture',
    },
    pins: ['HCLOUD_CONTEXT', 'HCLOUD_ENDPOINT'],
  },
  consul: {
    style: 'goflag',
    effects: `
      secret: connect ca get-config
      read: catalog datacenters | catalog nodes | catalog services | members | info | config list | config read | operator raft list-peers | operator autopilot get-config
          | operator autopilot state | operator usage instances  | rtt | version | validate | snapshot inspect | intention list | intention check
          | intention get | intention match | acl policy list | acl policy read | acl role list | acl role read | acl auth-method list | acl auth-method read
          | acl binding-rule list | acl binding-rule read | namespace list | namespace read | partition list | partition read | peering list | peering read
           | monitor | troubleshoot ports | troubleshoot proxy | troubleshoot upstreams | resource list | resource read
      export: kv get | kv export | snapshot save | debug
      write: services export | kv put | kv import | config write | services register | services deregister | reload | join | maint | event | operator raft transfer-leader
          | operator autopilot set-config | intention create | peering establish | connect ca set-config | namespace create | namespace update | namespace write
          | partition create | partition write | tls ca create | tls cert create
      privilege+secret: acl bootstrap | acl token create | acl token read | acl token list | acl token clone | keygen | peering generate-token | login
      privilege: acl policy create | acl policy update | acl role create | acl role update | acl token update | acl set-agent-token | acl auth-method create
          | acl auth-method update | acl binding-rule create | acl binding-rule update | logout | keyring
      privilege+destroy: acl policy delete | acl role delete | acl token delete | acl auth-method delete | acl binding-rule delete
      destroy: kv delete | config delete | force-leave | leave | operator raft remove-peer | intention delete | namespace delete | partition delete | peering delete
      write+destroy: snapshot restore
      execute: agent | exec | watch | lock | connect proxy | connect envoy
    `,
    options: {
      flags: '-h -help -version -detailed -recurse -keys -base64 -wan -stale -meta -show-meta',
      values:
        '-ca-file -ca-path -client-cert -client-key -http-addr -token -token-file -tls-server-name -namespace -partition -datacenter -format -node -service -kind -name -status -segment -filter -separator -near -node-meta -tags -id -log-level',
    },
    secrets: ['token'],
    pins: ['CONSUL_HTTP_ADDR', 'CONSUL_NAMESPACE', 'CONSUL_HTTP_SSL', 'CONSUL_CACERT'],
    wraps: 'exec/0 | lock/1/here',
  },
  nomad: {
    style: 'goflag',
    effects: `
      read: status | job status | job history | job inspect | job plan | job validate | job allocs | job deployments | plan | inspect | validate
          | node status | server members | alloc status | alloc logs | alloc checks | alloc fs | logs | fs | eval status | eval list | deployment status | deployment list
          | namespace list | namespace status | namespace inspect | quota list | quota status | quota inspect | volume status | plugin status | agent-info
          | acl policy list | acl policy info | acl role list | acl role info | acl auth-method list | acl binding-rule list | operator raft list-peers
          | operator autopilot get-config | operator autopilot health | operator scheduler get-config | operator metrics | scaling policy list | scaling policy info
          | service list | service info | version | ui | monitor | node pool list | node pool info | license get | recommendation list | var list
          | node-status | job scaling-events
      secret: var get
      write: run | job run | job dispatch | job eval | job revert | job promote | job scale | job restart | job start | job init | job periodic force | node drain
          | node eligibility | node meta apply | alloc restart | alloc signal | alloc stop | deployment promote | deployment pause | deployment resume | deployment unblock
          | namespace apply | quota apply | volume create | volume register | system gc | system reconcile summaries | server join | var put | var init | fmt
          | operator autopilot set-config | operator scheduler set-config | node pool apply | job tag apply
      write+destroy: operator snapshot restore
      privilege+secret: acl bootstrap | acl token create | acl token list | acl token info | acl token self | login | operator gossip keyring generate
      privilege: acl policy apply | acl role create | acl role update | acl token update | acl auth-method create | acl binding-rule create | operator root keyring rotate
      privilege+destroy: acl policy delete | acl role delete | acl token delete | acl auth-method delete | acl binding-rule delete
      destroy: stop | job stop | namespace delete | quota delete | volume delete | volume deregister | volume detach | server force-leave | deployment fail
          | operator raft remove-peer | eval delete | var purge | service delete | node pool delete
      export: operator snapshot save | operator debug
      execute: alloc exec | exec | agent | job action | operator api
    `,
    options: {
      flags:
        '-h -help -version -no-color -force-color -tls-skip-verify -verbose -short -json -stats -self -allocs -evals -all-allocs -f -tail -stderr -stdout -H -stat -i -diff -p -purge -detach -yes -y -global -enable -disable -force -monitor',
      values:
        '-address -region -namespace -ca-cert -ca-path -client-cert -client-key -tls-server-name -token -t -n -c -job -task -per-page -page-token -filter -os -quota -log-level -type -name -out',
    },
    secrets: ['token'],
    pins: ['NOMAD_ADDR', 'NOMAD_NAMESPACE', 'NOMAD_REGION', 'NOMAD_CACERT'],
  },
  packer: {
    style: 'goflag',
    reach: 'remote',
    effects: `
      read: version | validate | inspect | plugins installed | plugins required | help
      write: fmt | init | plugins install | fix | hcl2_upgrade
      write+execute: build
      execute: console
      destroy: plugins remove
    `,
    options: {
      flags:
        '-h -help -v -version -machine-readable -syntax-only -evaluate-datasources -no-warn-undeclared-var -recursive -check -diff -force -debug -color -timestamp-ui -parallel -upgrade',
      values: '-var -var-file -only -except -on-error -parallel-builds -warn-on-undeclared-var',
    },
  },
  vagrant: {
    style: 'getopt',
    reach: 'machine',
    effects: `
      read:  global-status | version | list-commands | box list | box outdated | plugin list     | help 
      write: up | halt | suspend | resume | reload | provision | init | box add | box update | plugin install | plugin update | snapshot save | snapshot push | package | cap | autocomplete install
      execute: snapshot list | validate | winrm-config | ssh-config | port | status | ssh | rdp | powershell | winrm | rsync-auto | rsync | push | serve
      destroy: destroy | box remove | box prune | plugin uninstall | snapshot delete | plugin expunge
      write+destroy: snapshot restore | snapshot pop
      privilege: login | cloud auth login
      write+export: cloud publish | upload
    `,
    options: {
      flags:
        '-h/--help -v/--version -f/--force -g/--graceful --provision --no-provision --parallel --debug --no-color --color --machine-readable --prune -i/--box-info --no-tty --timestamp --debug-timestamp',
      values: '--host --guest --name',
    },
  },
  virsh: {
    style: 'getopt',
    effects: `
      read: list | dominfo | domstate | domblklist | domiflist | domblkinfo | domblkstat | domifstat | domifaddr | dommemstat | domstats | domjobinfo | dumpxml | domxml-to-native
          | vcpuinfo | vcpucount | nodeinfo | nodecpumap | nodememstats | nodecpustats | nodedev-list | nodedev-dumpxml | capabilities | domcapabilities | hostname | sysinfo | uri
          | version | freecell | freepages | net-list | net-info | net-dumpxml | net-dhcp-leases | net-name | net-uuid | iface-list | iface-dumpxml | iface-mac | pool-list | pool-info | pool-dumpxml
          | vol-list | vol-info | vol-path | vol-dumpxml | vol-key | vol-name | vol-pool | snapshot-list | snapshot-info | snapshot-dumpxml | snapshot-current | snapshot-parent
          | checkpoint-list | checkpoint-info | nwfilter-list | nwfilter-dumpxml | secret-list | secret-dumpxml | help | domid | domname | domuuid | domtime | domhostname | guestinfo | guestvcpus
          | event | net-event | ttyconsole | domdisplay | vncdisplay | domcontrol | domfsinfo | maxvcpus | schedinfo | domlaunchsecinfo | net-port-list | echo | pool-event
      secret: secret-get-value
      write: start | create | define | edit | autostart | reboot | suspend | resume | restore | save | setmem | setmaxmem | setvcpus | attach-device | attach-disk | attach-interface
          | detach-device | detach-disk | detach-interface | update-device | change-media | migrate | managedsave | snapshot-create | snapshot-create-as | snapshot-edit
          | net-create | net-define | net-start | net-autostart | net-edit | net-update | pool-create | pool-create-as | pool-define | pool-define-as | pool-start | pool-build | pool-autostart
          | pool-refresh | pool-edit | vol-create | vol-create-as | vol-create-from | vol-clone | vol-resize | vol-upload | iface-start | iface-define | iface-bridge | shutdown | desc | metadata | domrename
          | blockcopy | blockcommit | blockpull | blockresize | blkdeviotune | domif-setlink | dompmsuspend | dompmwakeup | inject-nmi | send-key | nodedev-detach | nodedev-reattach | numatune | memtune
          | blkiotune | domiftune | vcpupin | emulatorpin | iothreadadd | iothreaddel | secret-define | checkpoint-create
      export: vol-download | dump | screenshot | backup-begin
      execute: console | qemu-agent-command | qemu-monitor-command | lxc-enter-namespace
      privilege: secret-set-value | set-user-password | set-user-sshkeys
      destroy: destroy | undefine | snapshot-delete | snapshot-revert | net-destroy | net-undefine | pool-destroy | pool-delete | pool-undefine | vol-delete | vol-wipe | iface-destroy | iface-undefine
          | managedsave-remove | nwfilter-undefine | secret-undefine | checkpoint-delete | nodedev-destroy | reset
    `,
    options: {
      flags:
        '-h/--help -v/--version -V -q/--quiet -r/--readonly -t/--timing --all --inactive --active --name --uuid --title --persistent --transient --autostart --no-autostart --details --table --tree --security-info --config --live --current --capacity --physical --human --managed-save --with-snapshot --without-snapshot --metadata --with-managed-save',
      values:
        '-c/--connect -d/--debug -e/--escape -k/--keepalive-interval -K/--keepalive-count -l/--log --pool --vol --domain --source --network --type --cap --interface --target --size --format',
    },
    pins: ['LIBVIRT_DEFAULT_URI'],
    // A URI may name a program: `qemu+ext://`, `qemu+ssh://host/?command=`.
    plain: { connect: /^[a-z]+(\+(unix|tcp|tls|ssh))?:\/\/[^?]*$/ },
  },
  'docker-machine': {
    reach: 'machine',
    effects: `
      read: ls | ip | status | inspect | url | version | active | config | env | help
      write: create | start | stop | restart | kill | upgrade | provision
      write+privilege: regenerate-certs
      write+export: scp
      execute: ssh | mount
      destroy: rm
    `,
    options: {
      flags: '-h/--help -D/--debug --native-ssh -v/--version -q/--quiet --swarm -u/--unset -f/--force -y --no-proxy',
      values:
        '-s/--storage-path --tls-ca-cert --tls-ca-key --tls-client-cert --tls-client-key --github-api-token --bugsnag-api-token -d/--driver --filter -t/--timeout --format --shell',
    },
    wraps: 'ssh/1',
  },
  // Its actions are named alike in every group: https://techdocs.akamai.com/cloud-computing/docs/cli
  'linode-cli': {
    verbs: true,
    style: 'getopt',
    effects: `
      read: ${each('linodes volumes domains nodebalancers firewalls images lke databases object-storage account events tickets longview sshkeys stackscripts networking vpcs regions tags placement', 'list view ls')}
          | linodes types | linodes kernels-list | linodes disks-list | linodes configs-list | linodes ips-list | linodes backups-list | domains records-list
          | nodebalancers configs-list | lke clusters-list | lke cluster-view | lke pools-list | lke versions-list | firewalls rules-list | firewalls devices-list
          | databases engines | databases types | object-storage clusters-list | object-storage buckets-list
      write: ${each('linodes volumes domains nodebalancers firewalls images databases placement vpcs stackscripts sshkeys tags tickets', 'create update')}
          | linodes boot | linodes reboot | linodes shutdown | linodes resize | linodes clone | linodes migrate | linodes snapshot | volumes attach | volumes detach | volumes resize
          | domains records-create | domains records-update | lke cluster-create | lke cluster-update | lke pool-create | firewalls device-create | firewalls rules-update
      write+destroy: linodes rebuild | linodes backup-restore
      destroy: ${each('linodes volumes domains nodebalancers firewalls images databases placement vpcs stackscripts sshkeys tags', 'delete rm')}
          | linodes disk-delete | domains records-delete | lke cluster-delete | lke pool-delete | lke cluster-nodes-recycle | firewalls device-delete | nodebalancers config-delete
      secret: lke kubeconfig-view | databases mysql-creds-view | databases postgresql-creds-view | linodes password-reset
      privilege: configure | set-user | users create | users update | profile token-create | object-storage keys-create
      privilege+destroy: users delete | object-storage keys-cancel
    `,
    options: {
      flags:
        '-h/--help --text --json --markdown --all --no-headers --pretty --suppress-warnings --no-truncation --all-columns --all-rows --version -v --debug --no-defaults',
      values: '--delimiter --format --page --page-size --as-user --order-by --order --label --region --id --tags',
    },
  },
  lxc: lxd(),
  incus: lxd(),
};

/** lxc (LXD's client) and incus grew from one tree: https://linuxcontainers.org/incus/docs/main/reference/manpages/ */
function lxd(): Omit<NamedTool, 'tree'> {
  return {
    reach: 'machine',
    effects: `
      read: list | ls | info | version | image list | image show | image info | image alias list | image get-property | network list | network show | network info | network get
          | network list-leases | storage list | storage show | storage info | storage get | storage volume list | storage volume show | storage volume info | profile list | profile show
          | profile get | config show | config get | config device list | config device show | config device get | config metadata show | config template list | config template show
          | config trust list | config trust show | project list | project show | project info | project get | remote list | remote get-default | snapshot list | snapshot show | cluster list
          | cluster show | cluster info | operation list | operation show | monitor | warning list | warning show | network acl list | network acl show | alias list | top
      write: launch | init | create | start | stop | restart | pause | resume | rename | move | copy | snapshot | snapshot create | snapshot rename | publish | image copy | image import
          | image edit | image refresh | image alias create | image set-property | network create | network edit | network set | network attach | network detach | storage create | storage edit
          | storage set | storage volume create | storage volume attach | storage volume detach | storage volume copy | storage volume set | profile create | profile edit | profile set
          | profile add | profile remove | profile assign | profile copy | profile device add | project create | project edit | project set | project switch | remote switch | remote rename
          | config edit | config template create | file push | file create | file edit | config device set | cluster edit | alias add
      write+privilege: config set | config device add | config device override | remote add | config trust add | config trust add-certificate | cluster add
      privilege+destroy: config trust remove | config trust revoke-token
      write+destroy: restore | snapshot restore | rebuild
      export: export | image export | storage volume export | file pull
      execute: exec | console | shell
      unknown: query
      destroy: delete | rm | image delete | image alias delete | network delete | network unset | storage delete | storage volume delete | profile delete | project delete | remote remove
          | snapshot delete | config unset | config device remove | file delete | operation delete | cluster remove | alias remove
    `,
    options: {
      flags:
        '-h/--help --debug --force-local --version -v/--verbose -q/--quiet --all-projects --show-log --resources --expanded -e --sub-commands',
      values: '--project -c/--columns -f/--format --type --target',
    },
    wraps: 'exec/1',
  };
}

function each(groups: string, verbs: string): string {
  return groups
    .split(' ')
    .flatMap((group) => verbs.split(' ').map((verb) => `${group} ${verb}`))
    .join(' | ');
}
