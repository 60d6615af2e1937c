import { EffectTable } from '../../effect-table.ts';

/**
 * What each command of vault (and of OpenBao's `bao`) does. What comes out of `read`, `kv get` or `unwrap` is a secret by
 * purpose; `read` and `write` depend on their path as well, see vault.ts.
 */
export const EFFECTS = new EffectTable(`
  read: status | list | version | version-history | path-help | monitor | events subscribe | kv list | kv metadata get
      | lease lookup | token capabilities | policy list | policy read | auth list | auth help | secrets list | audit list
      | plugin list | plugin info | plugin reload-status | plugin runtime list | plugin runtime info | namespace list
      | namespace lookup | operator members | operator key-status | operator usage | operator utilization
      | operator validate-config | operator raft list-peers | operator raft autopilot state
      | operator raft autopilot get-config | operator raft snapshot inspect | pki health-check | pki list-intermediates
      | pki verify-sign
  read+secret: read | kv get | unwrap | token lookup | print token
  write: write | patch | kv put | kv patch | kv undelete | kv rollback | kv enable-versioning | kv metadata put
      | kv metadata patch | lease renew | token renew | secrets enable | secrets tune | secrets move | audit enable
      | plugin reload | namespace create | namespace lock | namespace unlock | operator seal | operator step-down
      | operator rotate | operator migrate | operator import | operator raft join | operator raft autopilot set-config
      | operator raft demote | operator raft promote | policy fmt | agent generate-config | transit import
      | transit import-version | plugin init
  write+secret: pki issue | pki reissue
  destroy: delete | kv delete | kv destroy | kv metadata delete | lease revoke | secrets disable | audit disable
      | plugin deregister | plugin runtime deregister | namespace delete | operator raft remove-peer
  destroy+privilege: token revoke | auth disable | policy delete
  write+destroy: operator raft snapshot restore
  privilege: login | policy write | auth enable | auth tune | auth move | operator unseal | hcp connect | hcp disconnect
  privilege+secret: token create | operator init | operator generate-root | operator rekey | operator rotate-keys
  write+privilege: plugin register | plugin runtime register
  export+secret: operator raft snapshot save | debug
  execute: operator diagnose | agent | proxy | server | ssh
`);

/** Paths under `sys/` that tell about the server and hold no secret. */
export const PLAIN_PATHS =
  /^sys\/(health|leader|seal-status|ha-status|key-status|mounts|auth|audit|policy|policies|plugins|version-history|host-info|license\/status|replication(\/\w+)?\/status|internal\/(counters|ui|specs)|capabilities(-self)?|leases\/count|metrics|in-flight-req|config\/(cors|state|ui)|quotas|namespaces|experiments|rotate\/config)(\/|$)/;

/** Paths that decide who may do what. */
export const GRANTING_PATHS =
  /^(sys\/(polic|auth|mfa|namespaces|init|unseal|rekey|generate-root|rotate|raw|plugins)|auth\/|identity\/)|(^|\/)roles?\//;

/** Paths that answer a write with a credential or a plain text. */
export const REVEALING_PATHS =
  /(^|\/)(issue|sign|creds|credentials|login|decrypt|datakey\/plaintext|export|unwrap|sts|generate|token\/create|rewrap|static-creds|intermediate\/generate|root\/generate|secret-id)(\/|$)/;
