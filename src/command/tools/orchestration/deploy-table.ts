import type { NamedTool } from './named-tools.ts';

/**
 * Tools that bring code to a cloud. What the table of a tool says wins; where it is silent the last word of the command
 * decides (verbs.ts). A tool that runs the project's own program to find out what to do executes even when it only looks.
 */
export const DEPLOY: Readonly<Record<string, Omit<NamedTool, 'tree'>>> = {
  pulumi: {
    verbs: true,
    effects: `
      execute: preview | watch | console | new
      write+destroy: up | update
      write: refresh | import | cancel | state unprotect | state rename | state move | stack change-secrets-provider | config refresh
      destroy: destroy | config rm | config rm-all | stack rm | state delete | plugin rm
      read: about | stack | stack output | stack graph | stack history | org get-default | schema check | logs | stack tag get
          | config | plugin ls | org | policy ls | stack ls | whoami | version | gen-completion | policy validate-config
      secret: config get
      export+secret: stack export
      write+privilege: policy enable
      destroy+privilege: policy disable
    `,
    options: {
      flags:
        '-h/--help -e/--emoji --non-interactive --disable-integrity-checking --logflow --logtostderr -y/--yes -j/--json --fully-qualify-stack-names --show-ids --show-name --show-urns -a/--all',
      values:
        '--color -C/--cwd --profiling --tracing -v/--verbose --memprofilerate -s/--stack --limit --page --page-size -o/--organization -p/--project --file',
    },
    worse: { 'show-secrets': 'secret' },
    pins: ['PULUMI_BACKEND_URL', 'PULUMI_STACK', 'PULUMI_HOME', 'AWS_PROFILE'],
    secrets: ['secret'],
    hazards: ['exec-agent', 'exec-kind', 'policy-pack'],
  },
  cdk: {
    effects: `
      execute: drift | synth | synthesize | ls | list | diff | metadata
      write+execute: deploy | import | watch | bootstrap | rollback | refactor | migrate
      write: init | acknowledge | ack
      destroy: gc
      destroy+execute: destroy
      read: doctor | docs | doc | notices  | context | version | flags
    `,
    options: {
      flags:
        '-h/--help --version -v/--verbose --debug -j/--json --strict --trace --lookups --ignore-errors --ec2creds --path-metadata --asset-metadata --version-reporting --staging --no-color --ci --quiet -q -l/--long -e/--exclusively --all --force -f --method --no-rollback --rollback --hotswap --hotswap-fallback --watch --asset-parallelism --fail --no-fail --clear -d --show-dependencies --generate-only --import-existing-resources --concise',
      values:
        '-a/--app -c/--context -p/--plugin --profile --proxy --ca-bundle-path -i -r/--role-arn -o/--output --notices --require-approval --change-set-name --execute --outputs-file -O --parameters --toolkit-stack-name --concurrency --progress --build-exclude --template --context-lines --language --unstable -E --tags -t --region --notification-arns',
    },
    pins: ['AWS_PROFILE', 'AWS_REGION', 'CDK_DEFAULT_ACCOUNT', 'CDK_DEFAULT_REGION'],
  },
  sam: {
    verbs: true,
    effects: `
      read: validate | list endpoints | list resources | list stack-outputs | logs | traces | local generate-event | docs
      execute: build | local invoke | local start-api | local start-lambda | local start-function-urls | local execution history
      write: init | package | deploy | publish | sync | pipeline init | remote test-event put
      write+privilege: pipeline bootstrap
      execute+write: remote invoke
      destroy: delete
    `,
    options: {
      flags:
        '-h/--help --debug --beta-features --no-beta-features --lint --version --info --use-container --cached --parallel --guided --no-confirm-changeset --tail -t --include-traces --watch --no-prompts',
      values:
        '--profile --region --config-env --config-file --stack-name --output -n/--name -s/--start-time -e/--end-time --filter --cw-log-group --template-file --template --save-params --s3-bucket --s3-prefix --parameter-overrides --capabilities --image-repository --trace-id',
    },
  },
  serverless: {
    verbs: true,
    style: 'getopt',
    effects: `
      execute: generate-event | output list | param list | plugin list | deploy list functions | deploy list | metrics | logs | info | package | print | invoke local | test | studio | dev | offline
      write+execute: deploy | deploy function | invoke
      read:       plugin search | slstats 
           | support | doctor 
      secret: param get | output get
      write: rollback | rollback function | create | install | plugin install | dashboard
      destroy: remove | plugin uninstall
    `,
    options: {
      flags: '-h/--help --version -v --verbose --debug -t/--tail --conceal --aws-s3-accelerate --force --no-color',
      values:
        '-s/--stage -r/--region -f/--function --aws-profile --app --org --service -c/--config --startTime --filter -i/--interval --param --name -u/--url -p/--path -n',
    },
  },
  flyctl: {
    verbs: true,
    effects: `
      read: ping | dig | checks list | dns-records list | platform status | regions list | status | releases | apps releases | open
          | apps open | dash | dash metrics | doctor | secrets list | volumes show | volumes list | machine status | machine list
          | image show | autoscale show | certs check | ips list | orgs show | services list | logs | scale show | config show
          | config validate | config env | postgres list | postgres db list | postgres users list | redis list | redis status
          | tokens list | wireguard list | wireguard status | storage list | volumes snapshots list | apps list | agent ping
      secret: auth token | tokens create | tokens create deploy | tokens create org
      execute: ssh console | ssh sftp shell | sftp shell | ssh sftp get | proxy | console | postgres connect | redis connect
          | machine run | machine exec | curl
      write: launch | deploy | secrets set | secrets import | scale count | scale memory | scale vm | volumes create | volumes extend
          | apps create | apps restart | apps move | apps suspend | apps resume | ips allocate-v4 | ips allocate-v6
          | machine start | machine stop | machine restart | machine update | machine clone | agent start | agent stop
      destroy: secrets unset | volumes destroy | volumes delete | machine destroy | machine remove | apps destroy | destroy
          | ips release | wireguard remove | redis destroy | postgres detach
      privilege: auth docker | auth signup | orgs invite | ssh issue | ssh establish | wireguard create | orgs remove
    `,
    options: {
      flags: '-j/--json --verbose -h/--help --debug -y/--yes --all -q/--quiet -n/--no-tail --no-tail --image',
      values: '-t/--access-token -a/--app -c/--config -r/--region -o/--org --machine -i/--instance',
    },
    secrets: ['access-token'],
    pins: ['FLY_APP', 'FLY_ORG', 'FLY_API_HOSTNAME'],
  },
  vercel: {
    verbs: true,
    effects: `
      read: ls | list | inspect | whoami | help | domains ls | domains inspect | dns ls | certs ls | teams ls | teams list | alias ls
          | env ls | project ls | project inspect | secrets ls | secrets list | logs | bisect | billing ls | integration list
      secret: env pull | pull
      execute: dev | build
      write: deploy | redeploy | promote | rollback | alias set | alias | domains add | domains buy | domains move | dns add
          | dns import | env add | link | switch | init | git connect
      destroy: rm | remove | domains rm | dns rm | certs rm | env rm | alias rm | project rm | secrets rm | secrets remove
    `,
    options: {
      flags:
        '-h/--help -v/--version -d/--debug -y/--yes --no-color -f/--force -l/--logs --wait --json --confirm -j --prod --public',
      values:
        '-A/--local-config -Q/--global-config --cwd -S/--scope -t/--token -T/--team -e/--env -b/--build-env -m/--meta --environment -n/--next --limit --since --until --target',
    },
    secrets: ['token'],
  },
  netlify: {
    verbs: true,
    effects: `
      read: status | status:hooks | sites:list | env:list | addons:list | functions:list | open | open:admin | open:site | logs
          | logs:function | logs:deploy | lm:info | blobs:list | watch
      secret: env:get | blobs:get
      execute: build | dev | dev:exec | functions:invoke | functions:serve | functions:build | serve | dev:trace
      write: deploy | init | link | unlink | env:set | env:import | env:clone | blobs:set | sites:create | sites:create-template
          | addons:config | addons:create | functions:create | clone | recipes | lm:setup | lm:install
      destroy: env:unset | blobs:delete | sites:delete | addons:delete
      privilege: switch
      unknown: api
    `,
    options: {
      flags: '-h/--help --debug --json --prod -p --silent --telemetry-disable --telemetry-enable',
      values:
        '--auth --http-proxy --http-proxy-certificate-filename --filter -s/--site -d/--dir --context --scope -m/--message',
    },
    secrets: ['auth'],
  },
  wrangler: {
    verbs: true,
    style: 'getopt',
    effects: `
      read: whoami | tail | docs | deployments list | deployments status | deployments view | versions list | versions view | r2 bucket list
          | r2 bucket info | d1 list | d1 info | d1 insights | d1 migrations list | kv namespace list | kv key list | kv:namespace list
          | kv:key list | queues list | queues info | secret list | pages project list | pages deployment list
          | pages deployment tail | hyperdrive list | hyperdrive get | vectorize list | vectorize get | workflows list
          | workflows describe | dns-records list | check | types | triggers list | d1 time-travel info | route list | report
          | versions secret list | pages secret list | mtls-certificate list | dispatch-namespace list | ai models
      export: kv key get | kv:key get | r2 object get | d1 export | kv bulk get
      execute: dev | pages dev | build | preview
      write+execute: d1 execute | d1 migrations apply
      write: deploy | publish | init | generate | versions upload | versions deploy | kv key put | kv:key put | kv bulk put | kv:bulk put
          | r2 object put | r2 bucket create | d1 create | kv namespace create | kv:namespace create | secret put | secret bulk
          | pages deploy | pages publish | pages project create | queues create | triggers deploy | subdomain | d1 migrations create
          | versions secret put | pages secret put | hyperdrive create | hyperdrive update
      destroy: delete | deployments rollback | rollback | kv key delete | kv:key delete | kv bulk delete | kv:bulk delete
          | kv namespace delete | kv:namespace delete | r2 object delete | r2 bucket delete | d1 delete | d1 time-travel restore
          | secret delete | queues delete | queues purge | pages project delete | pages deployment delete | dns-records delete
          | hyperdrive delete | vectorize delete | route delete
    `,
    options: {
      flags:
        '-h/--help -v/-V/--version --verbose --json --remote --local --preview --pipe --no-bundle --text --experimental-json-config -j -y/--yes --skip-confirmation',
      values:
        '-c/--config -e/--env --cwd --name --namespace-id --binding -b --zone-id --record-id --prefix --format --status --header --method --search --sampling-rate --ip --file -f --page --per-page --project-name --environment --persist-to',
    },
    pins: ['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_ENV', 'WRANGLER_API_ENVIRONMENT'],
    worse: { output: 'write' },
  },
  doctl: {
    verbs: true,
    effects: doctlCommands(),
    options: {
      flags: '-h/--help -v/--verbose --trace --no-header -f/--force --wait --interactive',
      values:
        '-o/--output -c/--config -u/--api-url -t/--access-token --context --http-retry-max --http-retry-wait-max --http-retry-wait-min --format --region --resource-type --tag-name --public-networking --type --follow --tail --deployment',
    },
    secrets: ['access-token'],
    hazards: ['api-url'],
  },
  minikube: {
    verbs: true,
    reach: 'machine',
    effects: `
      read: status | ip | logs | version | options | update-check | service list | addons list | addons images | config view
          | config get | config defaults | profile list | node list | image ls | cache list | ssh-host | license | addons open
          | docker-env | podman-env | dashboard
      execute: ssh | kubectl | tunnel | service
      secret: ssh-key
      write: start | stop | pause | unpause | image build | image load | image pull | image tag | config set | node add | node start
          | node stop | update-context | profile | cp | cache add | cache reload | addons enable | addons disable | addons configure
          | mount
      destroy: delete | node delete | image rm | cache delete | config unset
      export: image save | image push
    `,
    options: {
      flags:
        '-h/--help --alsologtostderr --force --logtostderr --one_output --rootless --skip_headers --skip_log_headers --light -l --all --purge --url --audit --last-start-only -f',
      values:
        '-p/--profile -b/--bootstrapper --add_dir_header --log_backtrace_at --log_dir --log_file --log_file_max_size --stderrthreshold --user -v/--v --vmodule -n/--node -o/--output --length --format --file',
    },
    wraps: 'kubectl | ssh/0',
  },
  kind: {
    reach: 'machine',
    effects: `
      read: get clusters | get nodes | version | completion bash | completion zsh | completion fish
      secret: get kubeconfig
      write: create cluster | export kubeconfig | load docker-image | load image-archive
      execute: build node-image
      export: export logs
      destroy: delete cluster | delete clusters
    `,
    options: {
      flags: '-h/--help -q/--quiet -A/--all-clusters -a/--all --internal --retain --version',
      values: '-v/--verbosity -n/--name --kubeconfig --loglevel --config --image --wait --nodes',
    },
  },
  k3d: {
    verbs: true,
    reach: 'machine',
    effects: `
      read: cluster list | cluster get | node list | node get | registry list | version | config init | version list
      secret: kubeconfig get
      write: cluster create | cluster start | cluster stop | cluster edit | node create | node start | node stop | node edit
          | registry create | image import | kubeconfig merge | config migrate
      destroy: cluster delete | node delete | registry delete
    `,
    options: {
      flags: '-h/--help --timestamps --trace --verbose --no-headers --token -a/--all --version',
      values: '-o/--output -c/--config',
    },
  },
  multipass: {
    verbs: true,
    reach: 'machine',
    effects: `
      read: aliases | find | get | help | info | list | networks | version | snapshots
      write: launch | alias | unalias | mount | umount | recover | restart | set | start | stop | suspend | transfer | snapshot | clone
      execute: exec | shell
      write+destroy: restore
      destroy: delete | purge
      privilege: authenticate
    `,
    options: {
      flags: '-h/--help -v/--verbose --all --snapshots --force-update --show-unsupported -a',
      values: '--format --timeout',
    },
    wraps: 'exec/1',
  },
  limactl: {
    verbs: true,
    reach: 'machine',
    effects: `
      read: info | list | ls | show-ssh | validate | sudoers | snapshot list | disk list
      write: start | stop | create | edit | copy | cp | clone | snapshot create | disk create | protect | unprotect | restart
      execute: shell
      destroy: delete | remove | rm | prune | factory-reset | snapshot delete | disk delete | snapshot apply
    `,
    options: {
      flags: '-h/--help --debug --tty -v/--version --json -q/--quiet -f/--force --all-fields -y',
      values: '--log-level --format',
    },
    wraps: 'shell/1',
  },
  pm2: {
    verbs: true,
    style: 'getopt',
    reach: 'machine',
    effects: `
      read: list | ls | l | ps | status | describe | desc | show | info | jlist | prettylist | sysinfos | id | pid | ping | logs | monit
          | imonit | report | conf | config | get | module:generate | dashboard
      secret: env
      execute: start | serve | deploy | attach | trigger | startOrRestart | startOrReload | startOrGracefulReload
      write: stop | restart | reload | gracefulReload | scale | save | dump | resurrect | startup | unstartup | set | multiset | install
          | update | updatePM2 | reset | sendSignal | reloadLogs | link | unlink | monitor | unmonitor | logrotate | ecosystem | init
          | web | pull | forward | backward | gc | deepUpdate | snapshot | profile | send | open | register | login
      destroy: delete | del | kill | flush | uninstall | unset
      export: publish
    `,
    options: {
      flags: '-h/--help --raw --json --nostream --err --out',
      values: '--lines --namespace --format --timestamp',
    },
  },
  launchctl: {
    reach: 'machine',
    effects: `
      read: list | print | print-cache | print-disabled | blame | plist | procinfo | hostinfo | resolveport | limit | examine | dumpstate
          | dumpjpcategory | managerpid | manageruid | managername | error | variant | version | help | getenv | runstats
      write: bootout | enable | disable | kickstart | kill | unload | start | stop | setenv | unsetenv | config | attach | debug
      write+execute: bootstrap | load | submit
      execute: bsexec | asuser
      write+destroy: reboot
      destroy: remove
    `,
    options: { flags: '-h -w -F -k -p -s -e -n' },
    wraps: 'bsexec/1/here | asuser/1/here | submit',
  },
  railway: {
    verbs: true,
    effects: `
      read: status | list | logs | docs | whoami | open | open live | open metrics | open settings | environment
      secret: variables | variables get
      execute: run | shell | connect | ssh
      write: up | redeploy | variables set | add | domain | init | link | unlink | environment new
      destroy: down | delete | variables delete | environment delete
    `,
    options: {
      flags: '-h/--help -v/--version --verbose --json -y/--yes -d/--deployment -b/--build',
      values: '-s/--service -e/--environment -p/--project -n/--lines',
    },
    wraps: 'run/0/here',
  },
  supabase: {
    verbs: true,
    effects: `
      read: status | projects list | orgs list | functions list | migration list | db lint | inspect db | branches list | gen types
          | gen types typescript | domains get | ssl-enforcement get | network-restrictions get | secrets list | services
          | branches get | db remote changes | snippets list | sso list | sso info | sso show
      secret: projects api-keys
      execute: functions serve | start | test db
      write: init | link | unlink | functions deploy | functions new | functions download | secrets set | migration new | migration up
          | projects create | orgs create | branches create | db pull | db branch create | db branch switch | db remote commit
      write+destroy: db push | migration repair | migration squash
      destroy: db reset | stop | functions delete | secrets unset | projects delete | branches delete | db branch delete
      export: db dump | db diff
    `,
    options: {
      flags: '-h/--help --debug --experimental --create-ticket --yes --linked --local --version -v',
      values:
        '--dns-resolver --network-id -o/--output --profile --workdir --project-ref --schema -s --level --db-url -p/--password',
    },
    secrets: ['password', 'db-url'],
  },
  firebase: {
    verbs: true,
    effects: `
      read: projects:list | apps:list | database:get | database:instances:list | database:settings:get | database:profile | ext:info | ext:list
          | firestore:indexes | firestore:databases:list | firestore:databases:get | functions:list | functions:log
          | hosting:channel:list | hosting:sites:list | hosting:sites:get | login:list | remoteconfig:get | remoteconfig:versions:list
          | target | help | open | hosting:channel:open | apps:sdkconfig | apps:android:sha:list | emulators:list | use
      secret: functions:config:get | functions:secrets:access | login:ci
      export+secret: auth:export
      execute: serve | emulators:start | emulators:exec | functions:shell | experimental:functions:shell
      write: deploy | init | hosting:clone | hosting:channel:deploy | hosting:channel:create | functions:config:set | functions:config:clone
          | functions:secrets:set | database:set | database:push | database:update | database:settings:set | target:apply
          | projects:create | projects:addfirebase | apps:create | appdistribution:distribute | remoteconfig:rollback
          | database:instances:create | hosting:sites:create | ext:install | ext:update | ext:configure | emulators:export
          | setup:emulators:database | setup:emulators:firestore | setup:emulators:pubsub | setup:emulators:ui
      write+privilege: auth:import | apps:android:sha:create
      privilege: login:add | login:use
      destroy: firestore:delete | database:remove | functions:delete | hosting:disable | hosting:channel:delete | hosting:sites:delete
          | functions:config:unset | functions:secrets:destroy | ext:uninstall | target:remove | target:clear
          | apps:android:sha:delete | firestore:databases:delete
    `,
    options: {
      flags:
        '-h/--help -V/--version -j/--json --non-interactive --interactive --debug --shallow --export --pretty -f/--force',
      values:
        '-P/--project --account --token -c/--config --instance --only --limit-to-first --limit-to-last --order-by -n/--lines -l --site',
    },
    secrets: ['token'],
    worse: { add: 'write', unalias: 'write', output: 'write', clear: 'write' },
  },
  copilot: {
    verbs: true,
    effects: `
      execute: svc exec | task exec | task run
      write: deploy | svc deploy | job deploy | env deploy | svc package | job package | job run | env package | secret init | pipeline deploy
      read: app show | env show | svc show | svc status | svc logs | job logs | pipeline show | pipeline status | docs | app ls | svc ls
    `,
    options: {
      flags: '-h/--help -v/--version --json --yes --resources --follow --local --previous',
      values: '-a/--app -e/--env -n/--name --limit --since --start-time --end-time --tasks --log-group',
    },
  },
  heroku: {
    verbs: true,
    style: 'getopt',
    effects: herokuCommands(),
    options: {
      flags: '-h/--help --json -j -t/--tail -x/--extended --no-tail --all -A --shell --version -v -p/--personal',
      values:
        '-a/--app -r/--remote -n/--num -d/--dyno -s/--source --confirm -t/--team --org -o --process-type -c/--confirm-with --pipeline',
    },
    wraps: 'run/0 | run:detached/0',
    pins: ['HEROKU_APP', 'HEROKU_HOST'],
  },
};

/** doctl's groups all have the same verbs: https://docs.digitalocean.com/reference/doctl/reference/ */
function doctlCommands(): string {
  const groups =
    'apps | compute action | compute cdn | compute certificate | compute domain | compute droplet | compute firewall | compute image | compute load-balancer | compute reserved-ip | compute snapshot | compute ssh-key | compute tag | compute volume | compute region | compute size | databases | databases db | databases pool | databases replica | databases firewalls | databases backups | kubernetes cluster | kubernetes cluster node-pool | monitoring alert | monitoring uptime | projects | projects resources | registry | registry repository | vpcs | account | balance | billing-history | invoice | serverless functions';
  const verbs = 'list | get | create | delete | update';
  const all = groups
    .split(' | ')
    .flatMap((group) => verbs.split(' | ').map((verb) => [verb, `${group} ${verb}`] as const));
  const of = (wanted: string): string =>
    all
      .filter(([verb]) => wanted.includes(verb))
      .map(([, path]) => path)
      .join(' | ');
  return `
  read: ${of('list get')} | account ratelimit | apps logs | apps list-alerts | compute domain records list | apps list-deployments | apps list-regions | apps get-deployment
      | apps spec get | apps spec validate | apps tier list | compute droplet kernels | compute droplet neighbors | compute droplet actions
      | compute droplet backups | compute droplet snapshots | invoice summary | version
      | kubernetes options versions | kubernetes options regions | kubernetes options sizes | registry repository list-v2
      | registry repository list-tags | registry options | databases options | databases user list
  write: ${of('create update')} | apps create-deployment | compute droplet-action reboot | compute droplet-action power-on
      | compute droplet-action power-off | compute droplet-action resize | compute droplet-action snapshot | compute volume-action attach
      | compute volume-action detach | compute domain records create | compute domain records update | kubernetes cluster upgrade
  destroy: ${of('delete')} | compute droplet-action restore | compute droplet-action rebuild | registry garbage-collection start
      | registry repository delete-tag | registry repository delete-manifest | compute domain records delete | databases user reset | databases user delete
  secret: databases user get | databases user create | databases connection | registry docker-config
  privilege: auth init | auth remove | registry login | kubernetes cluster kubeconfig save | auth switch
  privilege+secret: kubernetes cluster kubeconfig show
  execute: compute ssh | sandbox connect | apps console
  `;
}

/** heroku's topics: https://devcenter.heroku.com/articles/heroku-cli-commands */
function herokuCommands(): string {
  return `
  read: apps | apps:info | info | apps:list | list | logs | ps | ps:type | releases | releases:info | status | whoami | auth:whoami | access
      | addons | addons:info | addons:plans | addons:services | domains | domains:info | buildpacks | buildpacks:search | features
      | features:info | labs | labs:info | certs | certs:info | drains | maintenance | notifications | pipelines | pipelines:info
      | pipelines:diff | pg | pg:info | pg:ps | pg:locks | pg:outliers | pg:diagnose | pg:backups | pg:backups:info
      | pg:backups:schedules | pg:bloat | pg:blocking | pg:cache-hit | pg:index-usage | pg:long-running-queries | pg:seq-scans
      | redis:info | regions | reviewapps | sessions | spaces | spaces:info | stack | teams | members | orgs | webhooks | plugins
      | help | version | container | keys | git:remote | domains:wait | open | apps:open | addons:docs | autocomplete
  secret: config | config:get | auth:token | pg:credentials:url | redis:credentials | authorizations | authorizations:info
  privilege: login | auth:login | logout | auth:logout | access:add | access:update | access:remove | keys:add | keys:remove | 2fa:disable
      | authorizations:create | authorizations:revoke | members:add | members:set | members:remove | apps:transfer | container:login
      | pg:credentials:create | pg:credentials:rotate | auth:2fa
  execute: run | run:detached | run:inside | ps:exec | ps:socks | ps:forward | ps:copy | pg:psql | redis:cli | console | local | local:run
      | container:run
  write: create | apps:create | apps:rename | rename | config:set | config:edit | addons:create | addons:attach | addons:detach
      | addons:upgrade | addons:downgrade | addons:rename | buildpacks:add | buildpacks:set | certs:add | certs:update | container:push
      | container:release | dyno:restart | restart | ps:restart | ps:scale | ps:stop | ps:resize | dyno:scale | dyno:stop | scale
      | domains:add | drains:add | features:enable | features:disable | labs:enable | labs:disable | maintenance:on | maintenance:off
      | pipelines:create | pipelines:add | pipelines:promote | pg:copy | pg:promote | pg:backups:capture | pg:backups:schedule
      | pg:backups:unschedule | pg:push | pg:pull | pg:kill | pg:killall | pg:maintenance:run | pg:upgrade | releases:rollback
      | rollback | stack:set | spaces:create | webhooks:add | plugins:install | update | ps:autoscale:enable | builds:create
  write+destroy: pg:backups:restore
  destroy: apps:destroy | destroy | addons:destroy | config:unset | container:rm | domains:remove | domains:clear | drains:remove
      | buildpacks:clear | buildpacks:remove | certs:remove | pg:reset | pg:backups:delete | pipelines:destroy | pipelines:remove
      | spaces:destroy | webhooks:remove | keys:clear | plugins:uninstall | pg:credentials:destroy | pg:unfollow
  export: pg:backups:download | pg:backups:url
  `;
}
