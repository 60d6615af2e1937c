/**
 * kubectl's own commands and options, from the help of v1.27.16, v1.28.15, v1.29.14, v1.30.13, v1.31.9, v1.32.5, v1.33.1.
 * Written by `node scripts/generate-kubectl.ts`; do not edit.
 *
 * One command a line: path|flags|single values|values that add up|values that may be left out. The line of `*` holds the
 * options that every command takes.
 */
export const KUBECTL_OPTIONS = `
*|--disable-compression --insecure-skip-tls-verify --match-server-version --warnings-as-errors -h/--help|--as --as-uid --cache-dir --certificate-authority --client-certificate --client-key --cluster --context --kubeconfig --log-flush-frequency --password --profile --profile-output --request-timeout --tls-server-name --token --user --username --vmodule -n/--namespace -s/--server -v/--v|--as-group|
create|--allow-missing-template-keys --edit --record --save-config --show-managed-fields --windows-line-endings -R/--recursive|--field-manager --raw --template -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run --validate
create clusterrole|--allow-missing-template-keys --save-config --show-managed-fields|--aggregation-rule --field-manager --template -o/--output|--non-resource-url --resource --resource-name --verb|--dry-run --validate
create clusterrolebinding|--allow-missing-template-keys --save-config --show-managed-fields|--clusterrole --field-manager --template -o/--output|--group --serviceaccount --user|--dry-run --validate
create configmap|--allow-missing-template-keys --append-hash --save-config --show-managed-fields|--field-manager --template -o/--output|--from-env-file --from-file --from-literal|--dry-run --validate
create cronjob|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --image --restart --schedule --template -o/--output||--dry-run --validate
create deployment|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --port --template -o/--output -r/--replicas|--image|--dry-run --validate
create ingress|--allow-missing-template-keys --save-config --show-managed-fields|--class --default-backend --field-manager --template -o/--output|--annotation --rule|--dry-run --validate
create job|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --from --image --template -o/--output||--dry-run --validate
create namespace|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --template -o/--output||--dry-run --validate
create poddisruptionbudget|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --max-unavailable --min-available --selector --template -o/--output||--dry-run --validate
create priorityclass|--allow-missing-template-keys --global-default --save-config --show-managed-fields|--description --field-manager --preemption-policy --template --value -o/--output||--dry-run --validate
create quota|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --hard --scopes --template -o/--output||--dry-run --validate
create role|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --template -o/--output|--resource --resource-name --verb|--dry-run --validate
create rolebinding|--allow-missing-template-keys --save-config --show-managed-fields|--clusterrole --field-manager --role --template -o/--output|--group --serviceaccount --user|--dry-run --validate
create secret||||
create secret docker-registry|--allow-missing-template-keys --append-hash --save-config --show-managed-fields|--docker-email --docker-password --docker-server --docker-username --field-manager --template -o/--output|--from-file|--dry-run --validate
create secret generic|--allow-missing-template-keys --append-hash --save-config --show-managed-fields|--field-manager --template --type -o/--output|--from-env-file --from-file --from-literal|--dry-run --validate
create secret tls|--allow-missing-template-keys --append-hash --save-config --show-managed-fields|--cert --field-manager --key --template -o/--output||--dry-run --validate
create service||||
create service clusterip|--allow-missing-template-keys --save-config --show-managed-fields|--clusterip --field-manager --template -o/--output|--tcp|--dry-run --validate
create service externalname|--allow-missing-template-keys --save-config --show-managed-fields|--external-name --field-manager --template -o/--output|--tcp|--dry-run --validate
create service loadbalancer|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --template -o/--output|--tcp|--dry-run --validate
create service nodeport|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --node-port --template -o/--output|--tcp|--dry-run --validate
create serviceaccount|--allow-missing-template-keys --save-config --show-managed-fields|--field-manager --template -o/--output||--dry-run --validate
create token|--allow-missing-template-keys --show-managed-fields|--bound-object-kind --bound-object-name --bound-object-uid --duration --template -o/--output|--audience|
expose|--allow-missing-template-keys --record --save-config --show-managed-fields -R/--recursive|--cluster-ip --external-ip --field-manager --load-balancer-ip --name --override-type --overrides --port --protocol --selector --session-affinity --target-port --template --type -k/--kustomize -l/--labels -o/--output|-f/--filename|--dry-run
run|--allow-missing-template-keys --attach --command --expose --force --leave-stdin-open --privileged --record --rm --save-config --show-managed-fields --wait -R/--recursive -i/--stdin -q/--quiet -t/--tty|--field-manager --grace-period --image --image-pull-policy --override-type --overrides --pod-running-timeout --port --restart --template --timeout -k/--kustomize -l/--labels -o/--output|--annotations --env -f/--filename|--cascade --dry-run
set||||
set env|--all --allow-missing-template-keys --list --local --overwrite --resolve --show-managed-fields -R/--recursive|--field-manager --from --prefix --template -c/--containers -k/--kustomize -l/--selector -o/--output|--keys -e/--env -f/--filename|--dry-run
set image|--all --allow-missing-template-keys --local --record --show-managed-fields -R/--recursive|--field-manager --template -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
set resources|--all --allow-missing-template-keys --local --record --show-managed-fields -R/--recursive|--field-manager --limits --requests --template -c/--containers -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
set selector|--all --allow-missing-template-keys --local --record --show-managed-fields -R/--recursive|--field-manager --resource-version --template -o/--output|-f/--filename|--dry-run
set serviceaccount|--all --allow-missing-template-keys --local --record --show-managed-fields -R/--recursive|--field-manager --template -k/--kustomize -o/--output|-f/--filename|--dry-run
set subject|--all --allow-missing-template-keys --local --show-managed-fields -R/--recursive|--field-manager --template -k/--kustomize -l/--selector -o/--output|--group --serviceaccount --user -f/--filename|--dry-run
explain|--recursive|--api-version -o/--output||
get|--allow-missing-template-keys --ignore-not-found --no-headers --output-watch-events --server-print --show-kind --show-labels --show-managed-fields --watch-only -A/--all-namespaces -R/--recursive -w/--watch|--chunk-size --field-selector --raw --sort-by --subresource --template -k/--kustomize -l/--selector -o/--output|-L/--label-columns -f/--filename|
edit|--allow-missing-template-keys --output-patch --record --save-config --show-managed-fields --windows-line-endings -R/--recursive|--field-manager --subresource --template -k/--kustomize -o/--output|-f/--filename|--validate
delete|--all --force --ignore-not-found --now --wait -A/--all-namespaces -R/--recursive -i/--interactive|--field-selector --grace-period --raw --timeout -k/--kustomize -l/--selector -o/--output|-f/--filename|--cascade --dry-run
rollout||||
rollout history|--allow-missing-template-keys --show-managed-fields -R/--recursive|--revision --template -k/--kustomize -l/--selector -o/--output|-f/--filename|
rollout pause|--allow-missing-template-keys --show-managed-fields -R/--recursive|--field-manager --template -k/--kustomize -l/--selector -o/--output|-f/--filename|
rollout restart|--allow-missing-template-keys --show-managed-fields -R/--recursive|--field-manager --template -k/--kustomize -l/--selector -o/--output|-f/--filename|
rollout resume|--allow-missing-template-keys --show-managed-fields -R/--recursive|--field-manager --template -k/--kustomize -l/--selector -o/--output|-f/--filename|
rollout status|-R/--recursive -w/--watch|--revision --timeout -k/--kustomize -l/--selector|-f/--filename|
rollout undo|--allow-missing-template-keys --show-managed-fields -R/--recursive|--template --to-revision -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
scale|--all --allow-missing-template-keys --record --show-managed-fields -R/--recursive|--current-replicas --replicas --resource-version --template --timeout -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
autoscale|--allow-missing-template-keys --record --save-config --show-managed-fields -R/--recursive|--cpu-percent --field-manager --max --min --name --template -k/--kustomize -o/--output|-f/--filename|--dry-run
certificate||||
certificate approve|--allow-missing-template-keys --force --show-managed-fields -R/--recursive|--template -k/--kustomize -o/--output|-f/--filename|
certificate deny|--allow-missing-template-keys --force --show-managed-fields -R/--recursive|--template -k/--kustomize -o/--output|-f/--filename|
cluster-info||||
cluster-info dump|--allow-missing-template-keys --show-managed-fields -A/--all-namespaces|--output-directory --pod-running-timeout --template -o/--output|--namespaces|
top||||
top node|--no-headers --show-capacity --use-protocol-buffers|--sort-by -l/--selector||
top pod|--containers --no-headers --sum --use-protocol-buffers -A/--all-namespaces|--field-selector --sort-by -l/--selector||
cordon||-l/--selector||--dry-run
uncordon||-l/--selector||--dry-run
drain|--delete-emptydir-data --delete-local-data --disable-eviction --force --ignore-daemonsets|--chunk-size --grace-period --pod-selector --skip-wait-for-delete-timeout --timeout -l/--selector||--dry-run
taint|--all --allow-missing-template-keys --overwrite --show-managed-fields|--field-manager --template -l/--selector -o/--output||--dry-run --validate
describe|--show-events -A/--all-namespaces -R/--recursive|--chunk-size -k/--kustomize -l/--selector|-f/--filename|
logs|--all-containers --all-pods --ignore-errors --insecure-skip-tls-verify-backend --prefix --timestamps -f/--follow -p/--previous|--limit-bytes --max-log-requests --pod-running-timeout --since --since-time --tail -c/--container -l/--selector||
attach|-i/--stdin -q/--quiet -t/--tty|--pod-running-timeout -c/--container||
exec|-i/--stdin -q/--quiet -t/--tty|--pod-running-timeout -c/--container|-f/--filename|
port-forward||--address --pod-running-timeout||
proxy|--append-server-path --disable-filter|--accept-hosts --accept-paths --address --api-prefix --keepalive --reject-methods --reject-paths -P/--www-prefix -p/--port -u/--unix-socket -w/--www||
cp|--no-preserve|--retries -c/--container||
auth||||
auth can-i|--list --no-headers -A/--all-namespaces -q/--quiet|--subresource||
auth reconcile|--allow-missing-template-keys --remove-extra-permissions --remove-extra-subjects --show-managed-fields -R/--recursive|--template -k/--kustomize -o/--output|-f/--filename|--dry-run
auth whoami|--allow-missing-template-keys --show-managed-fields|--template -o/--output||
debug|--arguments-only --attach --keep-annotations --keep-init-containers --keep-labels --keep-liveness --keep-readiness --keep-startup --replace --same-node --share-processes -i/--stdin -q/--quiet -t/--tty|--copy-to --custom --image --image-pull-policy --profile --target -c/--container|--env --set-image -f/--filename|
events|--allow-missing-template-keys --no-headers --show-managed-fields -A/--all-namespaces -w/--watch|--chunk-size --for --template -o/--output|--types|
diff|--force-conflicts --prune --server-side --show-managed-fields -R/--recursive|--concurrency --field-manager -k/--kustomize -l/--selector|--prune-allowlist -f/--filename|
apply|--all --allow-missing-template-keys --force --force-conflicts --openapi-patch --overwrite --prune --record --server-side --show-managed-fields --wait -R/--recursive|--field-manager --grace-period --prune-whitelist --subresource --template --timeout -k/--kustomize -l/--selector -o/--output|--prune-allowlist -f/--filename|--cascade --dry-run --validate
apply edit-last-applied|--allow-missing-template-keys --record --show-managed-fields --windows-line-endings -R/--recursive|--field-manager --template -k/--kustomize -o/--output|-f/--filename|--validate
apply set-last-applied|--allow-missing-template-keys --create-annotation --show-managed-fields|--template -o/--output|-f/--filename|--dry-run
apply view-last-applied|--all -R/--recursive|-k/--kustomize -l/--selector -o/--output|-f/--filename|
patch|--allow-missing-template-keys --local --record --show-managed-fields -R/--recursive|--field-manager --patch-file --subresource --template --type -k/--kustomize -o/--output -p/--patch|-f/--filename|--dry-run
replace|--allow-missing-template-keys --force --save-config --show-managed-fields --wait -R/--recursive|--field-manager --grace-period --raw --subresource --template --timeout -k/--kustomize -o/--output|-f/--filename|--cascade --dry-run --validate
wait|--all --allow-missing-template-keys --local --show-managed-fields -A/--all-namespaces -R/--recursive|--field-selector --for --template --timeout -l/--selector -o/--output|-f/--filename|
kustomize|--as-current-user --enable-alpha-plugins --enable-helm --helm-debug --network|--helm-command --helm-kube-version --load-restrictor --network-name -o/--output|--helm-api-versions --mount -e/--env|
label|--all --allow-missing-template-keys --list --local --overwrite --record --show-managed-fields -A/--all-namespaces -R/--recursive|--field-manager --field-selector --resource-version --template -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
annotate|--all --allow-missing-template-keys --list --local --overwrite --record --show-managed-fields -A/--all-namespaces -R/--recursive|--field-manager --field-selector --resource-version --template -k/--kustomize -l/--selector -o/--output|-f/--filename|--dry-run
completion||||
api-resources|--cached --namespaced --no-headers|--api-group --sort-by -o/--output|--categories --verbs|
api-versions||||
config||||
config current-context||||
config delete-cluster||||
config delete-context||||
config delete-user||||
config get-clusters||||
config get-contexts|--no-headers|-o/--output||
config get-users||||
config rename-context||||
config set|--set-raw-bytes|||
config set-cluster|--embed-certs --insecure-skip-tls-verify|--certificate-authority --proxy-url --server --tls-server-name||
config set-context|--current|--cluster --namespace --user||
config set-credentials|--embed-certs --exec-provide-cluster-info|--auth-provider --client-certificate --client-key --exec-api-version --exec-command --exec-interactive-mode --password --token --username|--auth-provider-arg --exec-arg --exec-env|
config unset||||
config use-context||||
config view|--allow-missing-template-keys --flatten --merge --minify --raw --show-managed-fields|--template -o/--output||
plugin||||
plugin list|--name-only|||
version|--client --short|-o/--output||
options||||
alpha||||
`;

/** Other names of commands, as `alias=path`. */
export const KUBECTL_ALIASES = `
create cm=create configmap
create cj=create cronjob
create deploy=create deployment
create ing=create ingress
create ns=create namespace
create pdb=create poddisruptionbudget
create pc=create priorityclass
create resourcequota=create quota
create svc=create service
create sa=create serviceaccount
set sa=set serviceaccount
top nodes=top node
top no=top node
top pods=top pod
top po=top pod
config use=config use-context
`;
