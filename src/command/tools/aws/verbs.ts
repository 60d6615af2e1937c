/** First words of the names of AWS operations. Another word is a mistake, a new service, or somebody's alias. */
const VERBS: ReadonlySet<string> = new Set(
  `abort accept acknowledge activate add admin advertise allocate allow amend analyze apply approve archive assign associate assume attach
   authorize backtrack batch begin build bulk calculate cancel change check claim clear clone close commit compare complete compose compute
   configure confirm connect contains continue convert copy count create cutover deactivate deauthorize decline decode decrease decrypt define
   delete deliver deny deploy deprecate deprovision deregister derive describe detach detect disable disassociate discard disconnect discover
   dissociate download drop enable encrypt end enter erase estimate evaluate evict exchange exclude execute exit expire export extend failover
   filter finalize finish flush forget forgot generate get grant group head import include increase increment index ingest initialize initiate
   insert install instantiate invite invoke issue join label launch leave link list lock login logout lookup mark merge meter migrate modify
   monitor move notify open opt optimize override pause peer persist play poll populate post predict prepare preview promote provide provision
   publish purchase purge push put query re re-encrypt read rebalance reboot rebuild receive record redact redeem redrive refresh refuse register
   reimport reject release remove rename render renew reopen reorder replace replicate report request rerank rescore resend reserve reset
   resize resolve respond restart restore resubmit resume resync retire retrieve retry return reverse revoke roll rollback rotate route run sample
   scan schedule search select send set setup share shutdown sign signal simulate skip snapshot split ssh start stop stream submit subscribe
   suspend swap switchover sync tag tail terminate test toggle track transact transfer transform translate trigger unarchive unassign
   undeprecate undeploy unfollow ungroup unlabel unlink unlock unmonitor unpeer unshare unsubscribe untag update upgrade upload use validate
   verify view vote wait warm withdraw write is`
    .trim()
    .split(/\s+/),
);

/** True for the first word of an operation's name, when AWS uses it. */
export function isKnownVerb(word: string): boolean {
  return VERBS.has(word);
}
