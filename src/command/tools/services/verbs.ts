import { EffectTable } from '../../effect-table.ts';

/**
 * What a command of a service's tool does, by its last word, when that is one of the plain verbs everybody uses. A word
 * that may also be a thing (`topic`, `group`) is not here: those commands stand in the tool's own table.
 */
export const PLAIN_VERBS = new EffectTable(`
  read: list | ls | get | show | describe | status | info | version | whoami | search | validate | verify | diff | view | history | stats | inspect | ps |
    find | logs | help | completion | bash | zsh | fish | powershell
  write: create | add | update | edit | set | unset | enable | disable | start | stop | init | install | upgrade | import | upload | push | publish | activate |
    deactivate | lock | unlock | clone | rename | restore | apply | pause | unpause | resume | cancel | copy | move | mv | cp | sync | register | promote | deploy | purge-key
  destroy: delete | remove | rm | destroy | purge | clear | prune | uninstall | wipe | drop
  privilege: login | logout | grant | revoke
  export: export | download | dump
  execute: run | exec | shell
`);

/** Each tool's own words, where the plain verbs are wrong or say nothing. */
export const OWN: Readonly<Record<string, EffectTable>> = {
  fastly: new EffectTable(`
    read: ip-list | pops | stats historical | stats realtime | stats regions | whoami | log-tail
    secret: profile token
    execute: compute serve | compute build
    write: compute pack | config | profile switch
    destroy: purge
  `),
  op: new EffectTable(`
    read: whoami | account get | user get | item template get | completion
    secret: read | item get | document get | inject
    privilege: signin | signout | user confirm | user provision | user suspend | user reactivate | connect token create | connect token edit | connect server create | events-api create | item share | account add
    destroy: account forget
    execute: run
  `),
  doppler: new EffectTable(`
    read: changelog | configure debug | configure options | configure get | activity get | open dashboard | open docs | open status | open github | feedback
    secret: secrets | secrets get | secrets download | secrets substitute | configs tokens create
    privilege: login roll | login revoke | logout | configs tokens revoke
    write: setup | run clean | configure | configure reset | settings update
    execute: run
  `),
  bw: new EffectTable(`
    read: status | list | encode | get template | send template | send list | send help | device-approval list | device-approval help
    secret: get | get attachment | send get | receive | send receive | generate -p | generate
    privilege: login | logout | unlock | share | confirm | device-approval approve | device-approval approve-all | device-approval deny | device-approval deny-all
    export: export
    destroy: send remove-password
    execute: serve
    write: config | send | send create | send edit
  `),
  stripe: new EffectTable(`
    read: get | status | feedback | samples list | listen
    write: post | trigger | config | open | samples create | serve
    destroy: delete
  `),
  circleci: new EffectTable(`
    read: config validate | config process | config pack | diagnostic | orb source | orb pack | orb process | orb list-categories | policy diff | policy fetch | policy logs | policy eval | policy decide | update check
    write: follow | setup | orb unlist | orb add-to-category | policy push | policy settings | update install | runner instance | open
    secret: context store-secret | runner token
    destroy: context remove-secret | orb remove-from-category
    execute: local execute
  `),
  tsh: new EffectTable(`
    read: clusters | db env | env | db config | apps config | config | play
    execute: ssh | join | proxy ssh | proxy db | db connect | kube exec | kube join | kube sessions | aws
    privilege: request new | request review | request create | apps login | apps logout | db login | db logout | kube login | mfa add
    export: scp
  `),
  ngrok: new EffectTable(`
    read: credits
    execute: http | start | tcp | tls
    privilege: authtoken
    write: update
  `),
  cosign: new EffectTable(`
    read: tree | triangulate | public-key | verify | verify-attestation | verify-blob | manifest verify | dockerfile verify | piv-tool | download attestation | download sbom | download signature | generate
    write: attach attestation | attach sbom | attach signature | attest | upload blob | upload wasm | sign | sign-blob | policy init | policy sign | copy | load | save | initialize
    secret: generate-key-pair | import-key-pair
    destroy: clean
  `),
  ollama: new EffectTable(`
    read: ps
    write: pull | create | stop | serve
    execute: run
  `),
  tailscale: new EffectTable(`
    read: netcheck | ip | ping | bugreport | status
    write: up | down | web | file get
    export: file cp
    secret: cert
    privilege: logout
    execute: ssh | nc
  `),
  cloudflared: new EffectTable(`
    read: service help | access help | tunnel help | tunnel info | tunnel list
    write: tunnel create | tunnel route dns | tunnel route ip add | tunnel route lb | tunnel vnet add | tunnel vnet update | tunnel cleanup | update | service install
    secret: access token | tunnel token
    execute: tunnel run | proxy-dns | access tcp | access rdp | access ssh | access ssh-config | access ssh-gen | access smb | tunnel
    privilege: access login | tunnel login
  `),
  'aws-vault': new EffectTable(`
    secret: export
    privilege: add | login | rotate
    execute: exec
  `),
  hasura: new EffectTable(`
    read: md diff | md ic ls | md ic status | migrate status
    write: actions codegen | actions use-codegen | migrate apply | migrate squash | migrate create | md apply | md reload | scripts update-project-v2 | scripts update-project-v3 | sd apply | update-cli | completions
    destroy: md clear | md ic drop | migrate delete
    execute: console
  `),
  pscale: new EffectTable(`
    read: branch schema | deploy-request show | deploy-request diff | audit-log list
    write: branch switch | branch refresh-schema | branch promote | backup restore | database restore-dump | deploy-request close | deploy-request deploy | deploy-request review | org switch | signup
    privilege: auth login | auth logout | password create | service-token create | service-token add-access
    secret: service-token show-access
    destroy: service-token delete-access
    execute: shell | connect
    export: database dump
  `),
  k6: new EffectTable(`
    write: archive | convert | scale | pause | resume
    execute: run | cloud
    privilege: login cloud | login influxdb
  `),
  airflow: new EffectTable(`
    read: cheat-sheet | config get-value | dags list-import-errors | dags list-jobs | dags list-runs | dags next-execution | dags show-dependencies | dags state | db check | db check-migrations | jobs check | plugins |
      providers behaviours | providers hooks | providers links | providers logging | providers secrets | providers widgets | providers auth | tasks failed-deps | tasks state | tasks states-for-dag-run
    secret: connections get | connections list | variables get
    write: dags report | dags reserialize | db upgrade | db downgrade | db init | kubernetes generate-dag-yaml | celery stop | sync-perm
    destroy: db reset | db clean | tasks clear | kubernetes cleanup-pods
    privilege: users add-role | users remove-role | users create | users delete | users import | roles create | roles delete | roles import | rotate-fernet-key
    execute: celery worker | celery flower | scheduler | standalone | triggerer | webserver | dag-processor | kerberos | dags trigger | dags backfill | dags test | tasks run | tasks test | tasks render | db shell
  `),
  restic: new EffectTable(`
    read: cat | check | diff | find | list | ls | snapshots | stats | key list
    write: backup | copy | init | migrate | mount | rebuild-index | recover | restore | tag | unlock | generate | cache | self-update
    export: dump
    destroy: forget | prune | key remove
    privilege: key add | key passwd
  `),
  borg: new EffectTable(`
    read: list | info | diff | check | benchmark crud
    write: config | create | extract | init | mount | umount | rename | upgrade | import-tar
    export: export-tar
    secret: key export
    privilege: key change-passphrase | key import | key change-location | key migrate-to-repokey
    destroy: delete | prune | compact | recreate | break-lock
    execute: serve | with-lock
  `),
  rclone: new EffectTable(`
    read: about | cat | check | checksum | cryptcheck | hashsum | listremotes | ls | lsd | lsf | lsjson | lsl | md5sum | sha1sum | size | tree | ncdu | config file | config paths |
      config providers | config userinfo | gendocs | genautocomplete bash | genautocomplete fish | genautocomplete zsh | obscure | test info
    secret: config show | config dump | cryptdecode
    write: copy | copyto | copyurl | mkdir | mount | rcat | touch | link | settier | config touch | config create | config update | config reconnect | config password | config disconnect | selfupdate | authorize | test makefile | test makefiles | test changenotify | test histogram | test memory
    destroy: sync | bisync | delete | deletefile | purge | rmdir | rmdirs | cleanup | dedupe | move | moveto | config delete
    execute: serve dlna | serve docker | serve ftp | serve http | serve restic | serve sftp | serve webdav | rcd | rc | backend
  `),
};
