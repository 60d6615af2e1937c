import { EffectTable } from '../../effect-table.ts';

/** What each command of gh does on GitHub when no option changes it. Reading opens at most a browser. */
export const COMMANDS = new EffectTable(`
  read: alias list | auth status | browse | cache list | codespace list | codespace logs | codespace ports | codespace view
    | codespace select | completion | config get | config list | extension list | extension search
    | gist list | gist view | gpg-key list | help | issue list | issue status | issue view | label list | licenses
    | accessibility | org list | pr checks | pr diff | pr list | pr status | pr view | project field-list
    | project item-list | project list | project view | release list | release view | release verify
    | release verify-asset | repo autolink list | repo autolink view | repo deploy-key list | repo gitignore list
    | repo gitignore view | repo license list | repo license view | repo list | repo view | repo read-file | repo read-dir
    | ruleset check | ruleset list | ruleset view | run list | run view | run watch | search code | search commits
    | search issues | search prs | search repos | secret list | ssh-key list | status | variable get | variable list
    | version | workflow list | workflow view | agent-task list | agent-task view | attestation verify
    | attestation inspect | attestation trusted-root | credits | actions | environment | formatting | reference
    | mintty | exit-codes
  write: alias import | alias set | alias delete | agent-task create | attestation download | codespace create
    | codespace edit | codespace rebuild | codespace stop | codespace cp | config set | config clear-cache
    | extension create | gist edit | gist clone | gist rename | issue close | issue comment | issue create
    | issue develop | issue edit | issue lock | issue pin | issue reopen | issue transfer | issue unlock | issue unpin
    | label clone | label create | label edit | pr checkout | co | pr close | pr comment | pr create | pr edit | pr lock
    | pr merge | pr ready | pr reopen | pr revert | pr review | pr unlock | pr update-branch | project close
    | project copy | project create | project edit | project field-create | project item-add | project item-archive
    | project item-create | project item-edit | project link | project mark-template | project unlink
    | release create | release download | release edit | release upload | repo archive | repo autolink create
    | repo clone | repo create | repo edit | repo fork | repo rename | repo set-default | repo sync | repo unarchive
    | run cancel | run download | run rerun | variable set | workflow disable | workflow enable | workflow run | auth logout
  export: gist create
  destroy: cache delete | codespace delete | gist delete | issue delete | label delete | project delete
    | project field-delete | project item-delete | release delete | release delete-asset | repo autolink delete
    | repo delete | run delete | variable delete
  privilege: auth login | auth refresh | auth setup-git | auth switch | gpg-key add | repo deploy-key add | secret set
    | ssh-key add | codespace ports visibility
  privilege+destroy: gpg-key delete | ssh-key delete | secret delete | repo deploy-key delete
  secret: auth token | auth git-credential
  write+execute: extension install | extension upgrade
  write: extension remove
  execute: extension browse | preview prompter | codespace code | codespace jupyter | codespace ssh | codespace ports forward
  execute+unknown: extension exec | copilot | copilot suggest | copilot explain | copilot config | copilot alias
`);

/** Commands that only concern gh's own files on this machine. */
export const LOCAL =
  /^(alias|config|completion|help|version|credits|actions|accessibility|licenses|preview|environment|formatting|reference|mintty|exit-codes|extension (list|remove|create))\b/;
