import { EffectTable } from '../../effect-table.ts';

/**
 * What each command of git does when no option changes it; `judged.ts` holds what options and operands change. `write` is
 * what git itself can undo or what adds; `destroy` is work that is in no commit, or history that others have.
 */
export const COMMANDS = new EffectTable(`
  read: annotate | archive | blame | cat-file | check-attr | check-ignore | check-mailmap | check-ref-format | cherry
    | column | count-objects | describe | diff | diff-files | diff-index | diff-tree | fast-export | fmt-merge-msg
    | for-each-ref | fsck | fsck-objects | get-tar-commit-id | grep | help | last-modified | log | ls-files | ls-remote
    | ls-tree | merge-base | merge-tree | name-rev | patch-id | range-diff | request-pull | rev-list | rev-parse | shortlog
    | show | show-branch | show-index | show-ref | status | stripspace | var | verify-commit | verify-pack | verify-tag
    | version | whatchanged | interpret-trailers | hash-object | pack-redundant
  read: bisect log | bisect terms | bisect help | bundle verify | bundle list-heads | commit-graph verify
    | config list | config get | multi-pack-index verify | notes list | notes show | notes get-ref | reflog | reflog show
    | reflog list | reflog exists | remote | remote show | remote get-url | rerere status | rerere diff | rerere remaining
    | sparse-checkout list | sparse-checkout check-rules | stash list | stash show | submodule | submodule status
    | submodule summary | worktree list | refs verify | refs list | refs exists | repo info | repo structure
    | fsmonitor--daemon status | maintenance is-needed
  write: add | am | apply | backfill | branch | bugreport | cherry-pick | clone | commit | commit-tree | diagnose
    | fast-import | fetch | fetch-pack | format-patch | gc | http-fetch | index-pack | init | init-db | mailinfo | mailsplit
    | merge | merge-file | mktag | mktree | mv | notes | pack-objects | pack-refs | prune-packed | pull | quiltimport
    | read-tree | rebase | repack | replace | replay | rerere | reset | revert | stage | stash | switch | symbolic-ref | tag
    | unpack-file | unpack-objects | update-index | update-ref | update-server-info | write-tree | config | checkout
    | multi-pack-index
  write: bisect start | bisect bad | bisect new | bisect good | bisect old | bisect skip | bisect next | bisect reset
    | bisect replay | bundle create | bundle unbundle | commit-graph write | config set | config unset
    | config rename-section | config remove-section | maintenance run | maintenance register | maintenance unregister
    | multi-pack-index write | multi-pack-index expire | multi-pack-index repack | notes add | notes copy | notes append
    | notes edit | notes merge | notes remove | notes prune | reflog write | refs migrate | refs optimize | remote add | remote rename
    | remote remove | remote set-head | remote set-branches | remote set-url | remote prune | remote update
    | rerere clear | rerere forget | rerere gc | sparse-checkout init | sparse-checkout set | sparse-checkout add
    | sparse-checkout reapply | sparse-checkout disable | stash push | stash save | stash pop | stash apply
    | stash branch | stash create | stash store | stash export | stash import | submodule add | submodule init
    | submodule deinit | submodule update | submodule set-branch | submodule set-url | submodule sync
    | submodule absorbgitdirs | subtree add | subtree merge | subtree split | subtree pull | worktree add | worktree lock
    | worktree move | worktree prune | worktree repair | worktree unlock | worktree remove
    | fsmonitor--daemon start | fsmonitor--daemon stop | maintenance start | maintenance stop
    | credential-cache exit | credential-cache erase | credential-store erase | credential reject
  destroy: clean | prune | restore | rm | reflog expire | reflog delete | reflog drop | stash drop | stash clear
    | checkout-index | sparse-checkout clean
  destroy+execute: filter-branch | filter-repo
  execute: bisect run | bisect visualize | bisect view | citool | difftool | gui | gui citool | gui blame | gui browser
    | instaweb | mergetool | submodule foreach | config edit | hook run | merge-index | fsmonitor--daemon run
  read: gui version
  secret: credential fill | credential-cache get | credential-store get
  write+secret: credential approve | credential-cache store | credential-store store
  export+execute: daemon
  write: push | send-pack | http-push | subtree push
  export: send-email | imap-send
  execute+unknown: shell | http-backend | upload-pack | receive-pack | upload-archive | remote-ext | remote-fd
    | for-each-repo | merge-one-file
  read: lfs | lfs env | lfs version | lfs ext | lfs ext list | lfs ls-files | lfs status | lfs logs | lfs logs last
    | lfs logs show | lfs locks | lfs migrate info | lfs pointer | lfs completion | lfs help | lfs clean | lfs smudge
  write: lfs fsck | lfs install | lfs uninstall | lfs track | lfs untrack | lfs fetch | lfs pull | lfs checkout | lfs clone
    | lfs dedup | lfs logs clear | lfs migrate import | lfs migrate export | lfs update | lfs push | lfs lock
    | lfs unlock | lfs post-checkout | lfs post-commit | lfs post-merge | lfs pre-push | lfs logs boomtown
  destroy: lfs prune
  execute+unknown: lfs filter-process | lfs merge-driver | lfs standalone-file
  write: svn init | svn fetch | svn clone | svn rebase | svn dcommit | svn branch | svn tag | svn set-tree
    | svn create-ignore | svn mkdirs | svn commit-diff | svn propset | svn gc
  destroy: svn reset
  read: svn log | svn blame | svn find-rev | svn show-ignore | svn info | svn proplist | svn propget | svn show-externals
  write: p4 clone | p4 sync | p4 rebase | p4 submit | p4 unshelve
  read: p4 branches
  read: flow version | flow config | flow config list | flow log | flow feature | flow feature list | flow feature diff
    | flow bugfix | flow bugfix list | flow bugfix diff | flow release | flow release list | flow hotfix
    | flow hotfix list | flow support | flow support list
  write: flow init | flow feature start | flow feature finish | flow feature publish | flow feature track
    | flow feature rebase | flow feature checkout | flow feature pull | flow bugfix start | flow bugfix finish
    | flow bugfix publish | flow bugfix track | flow bugfix rebase | flow bugfix checkout | flow bugfix pull
    | flow release start | flow release finish | flow release branch | flow release publish | flow release track
    | flow hotfix start | flow hotfix finish | flow hotfix publish | flow support start | flow config set
    | flow config export | flow finish | flow publish | flow rebase
  destroy: flow feature delete | flow bugfix delete | flow release delete | flow hotfix delete | flow delete
`);

/** Commands that reach another machine: what they change there, or only fetch from it. */
export const REMOTE_WRITES: ReadonlySet<string> = new Set([
  'push',
  'send-pack',
  'http-push',
  'send-email',
  'imap-send',
  'subtree push',
  'lfs push',
  'lfs lock',
  'lfs unlock',
  'svn dcommit',
  'svn branch',
  'svn tag',
  'svn set-tree',
  'svn mkdirs',
  'svn commit-diff',
  'svn propset',
  'p4 submit',
  'flow feature publish',
  'flow bugfix publish',
  'flow release publish',
  'flow hotfix publish',
  'flow publish',
  'daemon',
]);
export const REMOTE_READS: ReadonlySet<string> = new Set([
  'clone',
  'fetch',
  'pull',
  'ls-remote',
  'fetch-pack',
  'http-fetch',
  'remote update',
  'remote show',
  'remote prune',
  'submodule add',
  'submodule update',
  'subtree add',
  'subtree pull',
  'lfs fetch',
  'lfs pull',
  'lfs clone',
  'svn clone',
  'svn fetch',
  'svn rebase',
  'p4 clone',
  'p4 sync',
  'p4 rebase',
]);
