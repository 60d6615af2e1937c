import type { Effect } from '../../action.ts';
import { EffectTable } from '../../effect-table.ts';

/**
 * Tools that deploy things name their commands alike: `apps list`, `kv:key delete`, `create-deployment`. The last word of
 * a command says what it does, unless the tool's own table says otherwise. A word that is not here is not known.
 */
const VERBS = new EffectTable(`
  read: list | ls | show | status | describe | inspect | view | logs | log | tail | whoami | version | help | docs | history
      | diff | validate | lint | info | regions | completion | about | search | doctor | options | print | get-all | releases
      | events | metrics | usage | explain | members | exists | describe-all | versions
  write: create | add | set | update | edit | put | init | new | deploy | apply | publish | push | up | start | stop | restart
      | scale | enable | disable | import | upgrade | install | link | unlink | move | rename | tag | attach | detach | use
      | select | switch | pause | resume | suspend | rollback | promote | resize | configure | register | reload | cancel
      | kill | reboot | sync | pull | clone | cache | lock | unlock | mount | umount | unmount | transfer | merge | migrate
      | refresh | save | patch | replace | label | assign | unassign | bootstrap | trigger | load | copy
  destroy: delete | destroy | remove | rm | purge | prune | uninstall | reset | teardown | unset | del | flush | wipe | terminate
  privilege: login | invite | grant | provision | logout
  destroy+privilege: revoke
  secret: token | password | credentials
  execute: exec | shell | ssh | run | console | connect | invoke | dev | serve | watch
  export: export | dump | download
`);

/** What the last word of a command says; undefined when it says nothing gate knows. */
export function byVerb(path: string): readonly Effect[] | undefined {
  const word = path.slice(Math.max(path.lastIndexOf(' '), path.lastIndexOf(':')) + 1).toLowerCase();
  return VERBS.of(word);
}
