/**
 * The commands and options that oc has beside kubectl's, after the source of openshift/oc (pkg/cli: the commands that
 * `NewOcCommand` and `NewCommandAdmin` add, and their `Flags()`), as of release 4.18. Written by hand, because oc is in
 * no registry that a script could ask. In the format of options-table.ts. Only commands that read need every option of
 * theirs here; elsewhere one that is missing makes a doubt, and such a command is asked about anyway.
 */
export const OC_OPTIONS = `
*||--config/--kubeconfig --loglevel/--v||
adm||||
adm build-chain|--all --reverse --trigger-only|-o/--output||
adm catalog||||
adm catalog build||--appregistry-endpoint --appregistry-org --auth-token --dir --from --from-dir --manifest-dir --to --to-db||
adm catalog mirror|--dry-run --insecure --manifests-only|--dir --from-dir --path --to-manifests -a/--registry-config --index-filter-by-os --max-components --max-icsp-size||
adm copy-to-node|--dry-run|--copy -l/--selector --role||
adm create-bootstrap-project-template||--name -o/--output||
adm create-error-template||||
adm create-login-template||||
adm create-provider-selection-template||||
adm groups||||
adm groups add-users||-o/--output||--dry-run
adm groups new||-o/--output||--dry-run
adm groups prune|--confirm|--blacklist --sync-config --whitelist||
adm groups remove-users||-o/--output||--dry-run
adm groups sync|--confirm|--blacklist --sync-config --type --whitelist -o/--output||
adm inspect|-A/--all-namespaces --rotated-pod-logs|--dest-dir --since --since-time -l/--selector|-f/--filename|
adm migrate||||
adm migrate icsp||--dest-dir||
adm migrate template-instances|--confirm -A/--all-namespaces|--include -o/--output||
adm must-gather|--host-network --keep --all-images|--dest-dir --image-stream --node-name --node-selector --run-namespace --since --since-time --source-dir --timeout --volume-percentage|--image|
adm new-project||--admin --admin-role --description --display-name --node-selector||
adm node-image||||
adm node-image create|--insecure --one-shot --pxe --skip-tls-verify|--dir --mac-address --output-name --registry-config -a --report --root-device-hint --ssh-key-path --cpu-architecture||
adm node-image monitor|--insecure|--ip-addresses --registry-config -a||
adm node-logs|--case-sensitive --raw --unify|--boot --path --role --since --tail --until -g/--grep -l/--selector -o/--output|-u/--unit|
adm ocp-certificates||||
adm ocp-certificates monitor-certificates||--since||
adm ocp-certificates regenerate-leaf||--valid-before -l/--selector --field-selector|-f/--filename|--dry-run
adm ocp-certificates regenerate-machine-config-server-serving-cert||--update-ignition||--dry-run
adm ocp-certificates regenerate-top-level||--valid-before -l/--selector --field-selector|-f/--filename|--dry-run
adm ocp-certificates remove-old-trust|--all|--created-before --exclude-bundles -l/--selector|-f/--filename|--dry-run
adm ocp-certificates update-ignition-ca-bundle-for-machine-config-server||||--dry-run
adm pod-network||||
adm pod-network isolate-projects||--selector||
adm pod-network join-projects||--selector --to||
adm pod-network make-projects-global||--selector||
adm policy||||
adm policy add-cluster-role-to-group|--rolebinding-name|-o/--output||--dry-run
adm policy add-cluster-role-to-user||--rolebinding-name -o/--output -z/--serviceaccount||--dry-run
adm policy add-role-to-group||--role-namespace --rolebinding-name -o/--output||--dry-run
adm policy add-role-to-user||--role-namespace --rolebinding-name -o/--output|-z/--serviceaccount|--dry-run
adm policy add-scc-to-group||-o/--output||--dry-run
adm policy add-scc-to-user||-o/--output|-z/--serviceaccount|--dry-run
adm policy remove-cluster-role-from-group||--rolebinding-name -o/--output||--dry-run
adm policy remove-cluster-role-from-user||--rolebinding-name -o/--output|-z/--serviceaccount|--dry-run
adm policy remove-group||-o/--output||--dry-run
adm policy remove-role-from-group||--rolebinding-name -o/--output||--dry-run
adm policy remove-role-from-user||--rolebinding-name -o/--output|-z/--serviceaccount|--dry-run
adm policy remove-scc-from-group||-o/--output||--dry-run
adm policy remove-scc-from-user||-o/--output|-z/--serviceaccount|--dry-run
adm policy remove-user||-o/--output||--dry-run
adm policy scc-review|--no-headers|-o/--output|-f/--filename -z/--serviceaccount|
adm policy scc-subject-review|--no-headers|-o/--output -u/--user -z/--serviceaccount|-f/--filename -g/--groups|
adm policy who-can|--allow-missing-template-keys --show-managed-fields -A/--all-namespaces|--template -o/--output||
adm prune||||
adm prune auth|--all --clusterrole --confirm|-l/--selector|-f/--filename|
adm prune builds|--confirm --orphans|--keep-complete --keep-failed --keep-younger-than||
adm prune deployments|--confirm --orphans --replica-sets|--keep-complete --keep-failed --keep-younger-than||
adm prune groups|--confirm|--blacklist --sync-config --whitelist||
adm prune images|--all --confirm --force-insecure --ignore-invalid-refs --prune-over-size-limit --prune-registry|--keep-tag-revisions --keep-younger-than --num-workers --registry-url||
adm prune renderedmachineconfigs|--confirm|--count --pool-name||
adm prune renderedmachineconfigs list|--in-use|--pool-name||
adm reboot-machine-config-pool|||-f/--filename|--dry-run
adm release||||
adm release extract|--credentials-requests --included --insecure --tools|--cloud --command --command-os --dir --file --filter-by-os --from --git --icsp-file --idms-file --install-config --max-per-registry --signing-key --to -a/--registry-config||
adm release info|--commit-urls --commits --contents --include-images --insecure --pullspecs --size --skip-bug-check --skip-verification --verify --allow-missing-template-keys --show-managed-fields|--bugs --changelog --changes-from --dir --filter-by-os --icsp-file --idms-file --image-for --max-per-registry --template -a/--registry-config -o/--output||
adm release mirror|--apply-release-image-signature --insecure --keep-manifest-list --overwrite --print-mirror-instructions --skip-release-image --skip-verification|--from --from-dir --icsp-file --idms-file --max-per-registry --release-image-signature-to-dir --to --to-dir --to-image-stream --to-release-image -a/--registry-config||--dry-run
adm release new|--allow-missing-images --insecure --mirror|--dir --from-dir --from-image-stream --from-image-stream-file --from-release --mapping-file --max-per-registry --metadata --name --next --output --previous --reference-mode --to-dir --to-file --to-image --to-image-base --to-image-base-tag --to-signature -a/--registry-config -o||--dry-run
adm restart-kubelet||--directive --node-timeout --parallelism -l/--selector --role||--dry-run
adm top images||||
adm top imagestreams||||
adm top persistentvolumeclaims|-A/--all-namespaces|-l/--selector||
adm upgrade|--allow-explicit-upgrade --allow-not-recommended --allow-upgrade-with-warnings --clear --force --include-not-recommended --to-latest --to-multi-arch|--to --to-image||
adm upgrade accept|--clear --replace|||
adm upgrade channel|--allow-explicit-channel|||
adm upgrade recommend|--show-outdated-releases --quiet|--version --accept||
adm upgrade rollback||||
adm upgrade status|--details-all|--details||
adm verify-image-signature|--insecure --remove-all --save|--expected-identity --public-key --registry-url||
adm wait-for-node-reboot||||
adm wait-for-node-reboot nodes|--all|--reboot-number --timeout -l/--selector --role||
adm wait-for-stable-cluster||--minimum-stable-period --timeout --waiting-clusteroperators||
cancel-build|--dump-logs --restart|--state||
config new-admin-kubeconfig||||
config new-kubelet-bootstrap-kubeconfig||||
config refresh-ca-bundle||||--dry-run
create build||||
create clusterresourcequota||--field-manager -o/--output --project-label-selector|--hard --project-annotation-selector|--dry-run --validate
create deploymentconfig||--image --port --replicas -o/--output||--dry-run --validate
create identity||-o/--output||--dry-run --validate
create imagestream|--lookup-local|-o/--output||--dry-run --validate
create imagestreamtag|--insecure --reference --scheduled|--from --from-image --reference-policy -o/--output|-A/--annotation|--dry-run --validate
create route||||
create route edge||--ca-cert --cert --hostname --insecure-policy --key --path --port --service --wildcard-policy -o/--output||--dry-run --validate
create route passthrough||--hostname --insecure-policy --port --service --wildcard-policy -o/--output||--dry-run --validate
create route reencrypt||--ca-cert --cert --dest-ca-cert --hostname --insecure-policy --key --path --port --service --wildcard-policy -o/--output||--dry-run --validate
create user||--full-name -o/--output||--dry-run --validate
create useridentitymapping||-o/--output||--dry-run --validate
debug|--as-root --keep-annotations --keep-init-containers --keep-labels --keep-liveness --keep-readiness --keep-startup --no-headers --one-container --preserve-pod --show-all --show-labels --allow-missing-template-keys --show-managed-fields -I/--no-stdin -R/--recursive -T/--no-tty -q/--quiet -t/--tty|--as-user --image --node-name --sort-by --template --to-namespace -c/--container -k/--kustomize -o/--output|-f/--filename|--dry-run
ex||||
expose|--allow-missing-template-keys --save-config --show-managed-fields -R/--recursive|--cluster-ip --external-ip --field-manager --generator --hostname --load-balancer-ip --name --override-type --overrides --path --port --protocol --selector --session-affinity --target-port --template --type --wildcard-policy -k/--kustomize -l/--labels -o/--output|-f/--filename|--dry-run
extract|--confirm -R/--recursive|--keys --to -k/--kustomize|-f/--filename|
get-token||--audience --extra-scopes --issuer-url --oidc-certificate-authority --client-id --exec-plugin --extra-args --client-secret --callback-address --auto-open-browser||
idle|--all -A/--all-namespaces|--resource-names-file -l/--selector||--dry-run
image||||
image append|--force --insecure --keep-manifest-list|--created-at --dir --drop-history --filter-by-os --from --from-dir --image --max-per-registry --meta --to -a/--registry-config||--dry-run
image extract|--all-layers --confirm --insecure --only-files --preserve-ownership|--dir --file --filter-by-os --icsp-file --idms-file --max-per-registry -a/--registry-config|--path|--dry-run
image info|--insecure --show-multiarch|--dir --filter-by-os --icsp-file --idms-file -a/--registry-config -o/--output||
image mirror|--continue-on-error --force --insecure --keep-manifest-list --skip-missing --skip-mount --skip-multiple-scopes|--dir --filter-by-os --from-dir --max-per-registry --max-registry -a/--registry-config|-f/--filename|--dry-run
image serve||--dir --listen --tls-crt --tls-key||
import-image|--all --confirm --insecure --preserve-original --scheduled|--from --import-mode --reference-policy -o/--output||--dry-run
login|-w/--web|--callback-port --exec-plugin --issuer-url --oidc-certificate-authority -c/--client-id -u/--username -p/--password|--extra-scopes|
logout||||
logs|--all-containers --all-pods --ignore-errors --insecure-skip-tls-verify-backend --prefix --timestamps -f/--follow -p/--previous|--limit-bytes --max-log-requests --pod-running-timeout --since --since-time --tail --version -c/--container -l/--selector||
new-app|--allow-missing-image-stream-tags --allow-missing-images --as-deployment-config --as-test --binary --dry-run --grant-install-rights --ignore-unknown-parameters --insecure-registry --no-install --allow-missing-template-keys --show-managed-fields -L/--list -S/--search|--context-dir --docker-image --image --import-mode --name --source-secret --strategy --template -i/--image-stream -l/--labels -o/--output|--build-env --build-env-file --code --env-file --file -f --group --param-file -e/--env -p/--param|
new-build|--allow-missing-images --binary --dry-run --no-output --to-docker --allow-missing-template-keys --show-managed-fields -L/--list -S/--search|--build-context-dir --context-dir --docker-image --image --import-mode --name --push-secret --source-image --source-image-path --source-secret --strategy --template --to -D/--dockerfile -i/--image-stream -l/--labels -o/--output|--build-arg --build-config-map --build-secret --code --env-file -e/--env|
new-project|--skip-config-write|--description --display-name||
observe|--no-headers --once --print-metrics-on-exit --quiet --strict-templates -A/--all-namespaces|--exit-after --listen-addr --maximum-errors --names --object-env-var --output --resync-period --retry-count --retry-on-exit-code --type-env-var -a/--argument -d/--delete -l/--selector|--argument|
policy||||
policy add-role-to-group||--role-namespace --rolebinding-name -o/--output||--dry-run
policy add-role-to-user||--role-namespace --rolebinding-name -o/--output|-z/--serviceaccount|--dry-run
policy can-i|--all --ignore-scopes --list -q/--quiet|--groups --scopes --user -f/--filename -o/--output||
policy remove-group||-o/--output||--dry-run
policy remove-role-from-group||--rolebinding-name -o/--output||--dry-run
policy remove-role-from-user||--rolebinding-name -o/--output|-z/--serviceaccount|--dry-run
policy remove-user||-o/--output||--dry-run
policy scc-review|--no-headers|-o/--output|-f/--filename -z/--serviceaccount|
policy scc-subject-review|--no-headers|-o/--output -u/--user -z/--serviceaccount|-f/--filename -g/--groups|
policy who-can|--allow-missing-template-keys --show-managed-fields -A/--all-namespaces|--template -o/--output||
process|--ignore-unknown-parameters --local --parameters --raw --allow-missing-template-keys --show-managed-fields|--template -f/--filename -l/--labels -o/--output|--param-file -p/--param|
project|-q/--short|||
projects|-q/--short|||
registry||||
registry info|--check --internal --public --quiet|||
registry login|--insecure --skip-check|--auth-basic --registry --to -a/--registry-config -z/--service-account||
rollback|--change-scaling-settings --change-strategy --change-triggers|--to-version -o/--output||--dry-run
rollout cancel|--allow-missing-template-keys --show-managed-fields -R/--recursive|--template -k/--kustomize -o/--output|-f/--filename|--dry-run
rollout latest|--again --allow-missing-template-keys --show-managed-fields|--template -o/--output||--dry-run
rollout retry|--allow-missing-template-keys --show-managed-fields -R/--recursive|--template -k/--kustomize -o/--output|-f/--filename|--dry-run
rsh|-R/--recursive -T/--no-tty -t/--tty|--shell --timeout -c/--container -k/--kustomize|-f/--filename|
rsync|--compress --delete --no-perms --progress -q/--quiet -w/--watch|--last --strategy -c/--container|--exclude --include|
secrets||||
secrets link|||--for|
secrets unlink||||
serviceaccounts||||
serviceaccounts create-kubeconfig||--with-namespace||
serviceaccounts get-token||||
serviceaccounts new-token||--timeout|-l/--labels|
set build-hook|--all --local --post-commit --remove --script -R/--recursive|--template -k/--kustomize -l/--selector -o/--output|--command -f/--filename|--dry-run
set build-secret|--all --local --pull --push --remove --source -R/--recursive|--template -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
set data|--all --local -R/--recursive|--template -k/--kustomize -l/--selector -o/--output|--from-file --from-literal -f/--filename|--dry-run
set deployment-hook|--all --local --mid --post --pre --remove -R/--recursive|--failure-policy --template -c/--container -k/--kustomize -l/--selector -o/--output|--environment --volumes -e/--env -f/--filename|--dry-run
set image-lookup|--all --enabled --list --local -R/--recursive|--template -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
set probe|--all --liveness --local --open-tcp --readiness --remove --startup -R/--recursive|--failure-threshold --get-url --initial-delay-seconds --period-seconds --success-threshold --template --timeout-seconds -c/--containers -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
set route-backends|--adjust --all --equal --local --zero -R/--recursive|--template -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
set triggers|--all --auto --from-bitbucket --from-config --from-github --from-gitlab --from-webhook --from-webhook-allow-env --local --manual --remove --remove-all -R/--recursive|--from-image --template -c/--containers -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
set volumes|--add --all --confirm --list --local --overwrite --read-only --remove -R/--recursive|--claim-class --claim-mode --claim-name --claim-size --configmap-name --default-mode --mount-path --name --path --secret-name --source --sub-path --template -c/--containers -k/--kustomize -l/--selector -m -o/--output -t/--type|-f/--filename|--dry-run
start-build|--incremental --no-cache --wait -F/--follow|--build-loglevel --commit --from-archive --from-build --from-dir --from-file --from-repo --from-webhook --git-post-receive --git-repository --list-webhooks -o/--output|--build-arg -e/--env|
status|--suggest -A/--all-namespaces|-o/--output||
tag|--insecure --reference --scheduled -d/--delete|--alias --import-mode --reference-policy --source||
whoami|--allow-missing-template-keys --show-console --show-managed-fields --show-server -c/--show-context -t/--show-token|--template -o/--output||
`;

/** Other names, and the commands of kubectl that oc has elsewhere. */
export const OC_ALIASES = `
adm certificate=certificate
adm cordon=cordon
adm drain=drain
adm taint=taint
adm top=top
adm uncordon=uncordon
adm top is=adm top imagestreams
adm top pvc=adm top persistentvolumeclaims
adm top pvcs=adm top persistentvolumeclaims
adm network=adm pod-network
adm rm=adm prune
create dc=create deploymentconfig
create is=create imagestream
create istag=create imagestreamtag
create quota=create quota
create clusterquota=create clusterresourcequota
sa=serviceaccounts
secret=secrets
secrets add=secrets link
set volume=set volumes
set trigger=set triggers
set probes=set probe
set env-var=set env
`;

/** Commands that kubectl has at its top and oc has not. */
export const NOT_IN_OC = ['top', 'cordon', 'uncordon', 'drain', 'taint', 'certificate', 'alpha'];
