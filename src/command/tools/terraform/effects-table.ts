import { EffectTable } from '../../effect-table.ts';

/**
 * What each command does to the state and to the world. A plan asks every provider and runs the external data sources of
 * the configuration, so it executes. What `show` and `output` print depends on their words: see terraform.ts.
 */
export const EFFECTS = new EffectTable(`
  read: validate | show | output | graph | providers | providers schema | version | modules | metadata functions
      | state list | state show | state identities | workspace list | workspace show | env list
  read+execute: plan | query
  read+secret: state pull
  write: fmt | init | get | import | refresh | taint | untaint | state mv | state replace-provider | force-unlock
      | workspace new | workspace select | env new | env select | logout | providers lock | providers mirror
  write+destroy: apply | state push
  destroy: destroy | state rm | workspace delete | env delete
  privilege: login
  execute: console
  write+execute: test
`);

/** Types of resources that decide who may do what, whatever the provider: `aws_iam_role`, `google_project_iam_member`. */
export const GRANTS =
  /(^|_)(iam|rbac|role|roles|role_assignment|role_binding|policy|policy_attachment|access_key|service_account|user|group|permission|permissions|grant|acl|membership|team|collaborator|secret|token|credential|login_profile)(_|$)/;
