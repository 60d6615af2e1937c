import { EffectTable } from '../../effect-table.ts';

/** Commands of gcloud whose last word alone says too little or the wrong thing. Groups end in `*`. */
export const GCLOUD = new EffectTable(`
  write: backup-dr backups restore * | ai endpoints stream-direct-predict | ai endpoints stream-direct-raw-predict | ai endpoints stream-raw-predict |
    asset analyze-iam-policy-longrunning | dlp datasources * | ml vision detect-text-pdf | ml vision detect-text-tiff | ml speech recognize-long-running
  read+export: storage cat
  read: resource-manager org-policies list | resource-manager org-policies describe | artifacts docker upgrade print-iam-policy
  read: kms inventory list-keys | config get | config get-value | config get-value | config list | auth list | topic * | components list | cheat-sheet | survey | info | version | help |
    container get-server-config | iam list-grantable-roles | iam list-testable-permissions | data-catalog search | policy-troubleshoot iam |
    compute instances get-serial-port-output | compute instances get-screenshot | logging read | logging tail | run services logs tail |
    dns record-sets transaction describe | compute url-maps validate | firebase test android models list | infra-manager previews describe |
    compute diagnose routes | ml vision detect-text
  write: emulators * | config set | config unset | compute config-ssh | auth configure-docker | init | docker | components * | app deploy | run deploy |
    functions deploy | kms encrypt | kms raw-encrypt | services disable | storage cp | storage mv | storage rsync | compute disks create |
    secrets create | secrets versions add | container images add-tag | artifacts docker tags add | app browse | dns record-sets transaction * |
    dns record-sets import | dns record-sets export | asset export | dataflow jobs drain | code dev | pubsub topics publish |
    pubsub subscriptions pull | pubsub subscriptions ack | compute images deprecate | feedback | compute instances simulate-maintenance-event |
    compute sign-url | anthos create-login-config | container fleet memberships generate-gateway-rbac |
    container hub memberships generate-gateway-rbac | deployment-manager deployments cancel-preview
  destroy: kms keys versions destroy | secrets versions destroy | storage rm | compute instance-groups managed delete-instances | tasks queues purge |
    pubsub subscriptions seek | app instances delete | deployment-manager deployments delete | artifacts docker images delete | projects delete
  privilege: auth login | auth activate-service-account | auth revoke | auth application-default login | auth application-default revoke |
    auth application-default set-quota-project | auth enterprise-certificate-config * | iam roles create | iam roles update | iam roles delete |
    iam roles undelete | iam service-accounts create | iam service-accounts enable | iam service-accounts disable | iam service-accounts undelete |
    iam service-accounts update | iam service-accounts keys upload | iam service-accounts keys enable | iam service-accounts keys disable |
    projects set-iam-policy | alloydb users create | alloydb users set-roles | alloydb users set-superuser | sql users create |
    sql users set-password | sql users set-password-policy | alloydb users set-password | compute os-login ssh-keys add |
    compute os-login ssh-keys update | identity groups memberships add | identity groups memberships modify-membership-roles |
    functions add-invoker-policy-binding | functions remove-invoker-policy-binding | kms keys set-iam-policy | pam grants create |
    pam grants approve | pam grants deny | pam grants revoke | iam oauth-clients create | access-context-manager perimeters update |
    compute instances set-service-account | compute instances set-scopes | container binauthz policy import | org-policies set-policy |
    org-policies reset | resource-manager org-policies *
  destroy+privilege: identity groups memberships delete | iam service-accounts delete | iam service-accounts keys delete | identity groups delete | sql users delete |
    alloydb users delete | org-policies delete
  secret+privilege: iam service-accounts keys create | iam workforce-pools create-cred-config | iam workload-identity-pools create-cred-config |
    iam oauth-clients credentials create
  secret: secrets versions access | auth print-access-token | auth print-identity-token | auth application-default print-access-token | kms decrypt |
    kms asymmetric-decrypt | kms raw-decrypt | kms asymmetric-sign | kms mac-sign | iam service-accounts sign-jwt | iam service-accounts sign-blob |
    services api-keys get-key-string | artifacts print-settings * | redis instances get-auth-string | config config-helper |
    firestore user-creds describe | parametermanager parameters versions render | sql generate-login-token | storage sign-url |
    developer-connect connections git-repository-links fetch-read-token | developer-connect connections git-repository-links fetch-read-write-token
  secret+write: container clusters get-credentials | container aws clusters get-credentials | container azure clusters get-credentials |
    container attached clusters get-credentials | container fleet memberships get-credentials | container hub memberships get-credentials |
    edge-cloud container clusters get-credentials | services api-keys create | storage hmac create | compute reset-windows-password |
    firestore user-creds create | firestore user-creds reset-password
  execute: compute ssh | app instances ssh | cloud-shell ssh | workstations ssh | workstations start-tcp-tunnel | compute start-iap-tunnel |
    compute connect-to-serial-port | sql connect | builds submit | interactive | compute tpus tpu-vm ssh | compute tpus queued-resources ssh |
    spanner cli | run services proxy | ml-engine local * | ai-platform local * | app instances enable-debug
  execute+write: components install | components update | components reinstall | functions call | workflows run | workflows execute |
    run jobs execute | builds triggers run | composer environments run | scheduler jobs run | dataproc jobs submit * | dataproc batches submit * |
    deploy rollouts advance | ai custom-jobs local-run | ai custom-jobs create
  write+unknown: spanner databases execute-sql
  export: compute scp | cloud-shell scp | compute tpus tpu-vm scp | compute tpus queued-resources scp | app instances scp | sql export * |
    compute images export | firestore export | datastore export | compute copy-files
  export+write: scc bqexports create
  destroy+write: firestore bulk-delete
`);
