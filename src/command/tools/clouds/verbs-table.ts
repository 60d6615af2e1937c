import { EffectTable } from '../../effect-table.ts';

/**
 * What a cloud's command does, by its last word: clouds have thousands of commands and a few hundred verbs. A verb is
 * looked up whole, then by what stands before its first hyphen. These are judgements; the verbs come from the trees.
 */
export const VERBS = new EffectTable(`
  read: list | describe | show | get | wait | exists | exist | query | search | lookup | tail | stream | log | logs | read | status | stats |
    statistics | version | validate | verify | check | lint | explain | inspect | find | info | metrics | usage | summarize | detect | classify |
    recognize | analyze | suggest | peek | ls | du | hash | cat | watch | diff | help | topic | survey | history | compute | checkquotaavailability |
    checktrialavailability | check_name | list_by_score | meta | name | simulate | what | test | estimate | calculate | count | render | preview |
    evaluate | troubleshoot | vet | assess | track | who | url | notice | quotas | ping | track | monitor | transcribe | translate | sanitize |
    available | formats | filters | projections | datetimes | escaping | startup | flags | configurations | gcloudignore | accessibility |
    arg | client | command | offline | resource | endpoint | cheat | browse | reverse-lookup | fetch | discover | results | result | output |
    registration | outbound | learned | post | random | location | subscription | group | cli | next | feedback | is | retrieve-latest-backup-time |
    what-if | stream-logs | test-ip | test-ip-flow | get-credentials-config | wait-until | walk-update | performance | monitored | last | mac-verify | actual | pipeline-runs-list | open-console
  write: create | cancel | abort | invalidate | reverse | rerun | raw | batch | walk | kanalyze | kollect | update | add | set | start | stop | enable | disable | import | restore | restart | reset | run-discovery | assign | generate |
    upload | upgrade | resume | undelete | undeprecate | renew | deploy | migrate | reject | approve | move | apply | detach | replace | copy | attach | sync |
    register | pause | connect-function | connect-webapp | send | bind | install | config | recover | unbind | resize | rollback | publish | submit |
    reimage | suspend | scale | activate | rename | clone | perform | mark | up | init | patch | unregister | complete | revert | backup |
    initialize | promote | failover | configure | snapshot | unset | enroll | build | diagnose | accept | auto | retrieve | merge | append | link |
    bulk | predict | load | unlink | manual | commit | env | lock | unlock | reschedule | break | switchover | repair | edit | convert | modify |
    switch | change | archive | refresh | force | extend | undeploy | train | queue | scan | deny | trigger | insert | save | abandon | unenroll |
    authorize | redeploy | deidentify | encrypt | subscribe | unsubscribe | acquire | release | deactivate | setup | prepare | power | issue | swap |
    cutover | flush-virtualnetwork-dns-settings | deallocate | georestore | geo | disconnect | sap | enforce | direct | reboot | training | prediction |
    provision | open | allow | acknowledge | ack | clean | reinstall | deprecate | report | expand | unmanage | bug | untag | tag | instantiate | cleanup |
    retry | redact | initiate | alter | seek | compose | resolve | relocate | operation | re | shutdown | reactivate | rebuild | format | off | on |
    redistribute | delay | return | fail | collect | claim | regen-version | revalidate | close | establish | media | dismiss | local | mutate | upsert | inject |
    gen | cron | datastore | dispatch | build-params | decompile | os | star | unstar | seed | demote | drain | deauthorize | advance | ignore | active | connection |
    replay | replicate | reorder | receive | pull | extract | inherit | put | rewrite | buffer | lease | scaffold | package | profile | share |
    volumes | finalize | pool | cordon | uncordon | revive | checkin | checkout | output-config | exchange | split | unarchive | purchase | discard |
    guide | upsert_scope | create_or_update | planned | reprotect | unplanned | rescan | unassign | select | reload | reprovision | reconnect |
    invite | filter | capture | generalize | reapply | rotate | addidentitysource | restrict | skip | join | adjust | reinstate | synchronize | byo | style |
    associate | simulate-maintenance-event | simulate-eviction | stage | mount | unmount | use | standby | elevate | cp | mv | rsync | write |
    reencrypt | mps | network | group-placement | ml | monitor-tensorboard-start | instance | snapshot-schedule | disk | concurrency | maintenance | workload | webhook |
    cloud | developer | github | gitlab | bitbucket | bitbucketserver | pubsub | gcs | http | https | http2 | grpc | ssl | tcp | dns | management | contacts |
    database | calendar | app | service | backend | web | iam | network-management | migration | hci | scvmm | vmware | arc | cert | vm | instance-schedule |
    sql | tde | bak | csv | schema | data | mysql | postgres | redis | cosmos | storage | appconfig | confluent | keyvault | signalr | webpubsub | eventhub | servicebus |
    alloydb | cloudsql | oracle | postgresql | sqlserver | eventgrid | adx | cosmosdb | kubernetes | aks | amlcompute | computeinstance | datafactory | remote |
    v5 | armtemplate | self | workspace | functions | linux | macos | windows | auth | preview-create | docker | mark-devices-shipped | manual-failover | complete-upgrade | push |
    replace-all | begin | controldb | adhoc | acipolicygen | routes | orgpolicy | consent | sysrq | nmi | wait-for-commit | rest-write | down | generate-install-manifest | dev |
    bq | nmi | recreate | simulate-fault | broadcast | notify | assess-apply | config-zip | config-local-git | attach-disk | set-deployment
  destroy: delete | request-delete | forget | remove | purge | destroy | terminate | clear | drop | uninstall | wipe | rm | deprovision | flush | kill | truncate | invalidate-none | delete_scope | deleteidentitysource | force-unlink | reset-all
  privilege: grant | admin-consent | revoke | login | logout | add-iam-policy-binding | remove-iam-policy-binding | set-iam-policy | unauthorize | allow-access | set-policy | sign-in
  execute+write: run | execute | exec | invoke | call | interactive | ssh | rdp | tunnel | connect | proxy | pyspark | spark | hadoop | hive | pig | presto | trino |
    flink | start-iap-tunnel | start-tcp-tunnel | repo
  export: export | download | dump | scp | replicate-out
  export+write: copy-logs
  secret: print | sign | list-key | list-keys | list-read-only-keys | list-api-key | list-auth-key | list-connection-strings | show-connection-string |
    get-keys | get-access-token | list-credential | list-credentials | show-credentials | listadmincredentials | list-admin-credentials | credentials | credential | decrypt | asymmetric | mac |
    show-secret | get-sas-urls | list-publishing-credentials | list-publishing-profiles | list-host-keys | get-shared-keys | generate-login-token |
    fetch-read-token | fetch-read-write-token | issue-access-token | get-git-hub-access-token | get-organization-api-key | retrieve-registration-token |
    list-content-keys | get-encryption-key | get-key-string | get-auth-string | get-admin-kubeconfig | raw-decrypt | show-access-token | get-file-shares-sas |
    list-client-tokens | list-user-keys | connection-string | access | list-sas-tokens | generate-verification-code
  secret+write: generate-sas | generate-sas-token | regenerate | regen | regenerate-key | get-credentials | renew-key | reset-password | reset-windows-password | generate-wallet |
    regenerate-keys | regenerate-auth-key | regenerate-api-key | rotate-key | compute-device-key | sign-url | reset-secret | renew-credentials | regenerate-access-token | generate-password |
    reset-credentials | update-token | create-cred-config | reset-api-key | reset-admin-password | create-link-token | rotate-keys | init-recovery
`);
