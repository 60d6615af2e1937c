// Written by scripts/generate-redis.ts from redis-cli 7.0.15 (Debian) and @ioredis/commands@2.1.1; change that, not this.
import { Names } from '../../names.ts';

/** Commands that the server itself marks as read-only. */
export const READS = new Names(`
arcount arget argetrange argrep arinfo arlastitems arlen armget arnext arop arscan bitcount bitfield_ro bitpos
dbsize digest dump eval_ro evalsha_ro exists expiretime fcall_ro geodist geohash geopos georadius_ro
georadiusbymember_ro geosearch get getbit getrange hexists hexpiretime hget hgetall hkeys hlen hmget hpexpiretime
hpttl hrandfield hscan hstrlen httl hvals keys lcs lindex llen lolwut lpos lrange memory|usage mget object|encoding
object|freq object|idletime object|refcount pexpiretime pfcount pttl randomkey scan scard sdiff sdiffcard sinter
sintercard sismember smembers smismember sort_ro srandmember sscan strlen substr sunion sunioncard touch ttl type
vcard vdim vemb vgetattr vinfo vismember vlinks vrandmember vrange vsim xinfo|consumers xinfo|groups xinfo|stream
xlen xpending xrange xread xrevrange zcard zcount zdiff zinter zintercard zlexcount zmscore zrandmember zrange
zrangebylex zrangebyscore zrank zrevrange zrevrangebylex zrevrangebyscore zrevrank zscan zscore
zunion
`);

/** Commands it marks as writing. */
export const WRITES = new Names(`
append ardel ardelrange arinsert armset arring arseek arset bitfield bitop bless|clear bless|set blmove blmovem
blmpop blpop brpop brpoplpush bzmpop bzpopmax bzpopmin copy decr decrby del delex expire expireat flushall flushdb
function|delete function|flush function|load function|restore geoadd georadius georadiusbymember geosearchstore
getdel getex getset hdel hexpire hexpireat hgetdel hgetex himport|set hincrby hincrbyfloat hmset hpersist hpexpire
hpexpireat hset hsetex hsetnx incr incrby incrbyfloat increx linsert lmove lmovem lmpop lpop lpush lpushx lrem lset
ltrim migrate move mset msetex msetnx persist pexpire pexpireat pfadd pfdebug pfmerge psetex rename renamenx
restore restore-asking rpop rpoplpush rpush rpushx sadd sdiffstore set setbit setex setnx setrange sinterstore
smove sort spop srem sunionstore swapdb trimslots unlink vadd vrem vsetattr xack xackdel xadd xautoclaim xcfgset
xclaim xdel xdelex xgroup|create xgroup|createconsumer xgroup|delconsumer xgroup|destroy xgroup|setid xidmprecord
xnack xreadgroup xsetid xtrim zadd zdiffstore zincrby zinterstore zmpop zpopmax zpopmin zrangestore zrem
zremrangebylex zremrangebyrank zremrangebyscore zunionstore
`);

/** Neither: commands about the server, the connection, scripts. What they do is judged in commands.ts. */
export const OTHERS = new Names(`
acl|cat acl|deluser acl|dryrun acl|genpass acl|getuser acl|help acl|list acl|load acl|log acl|save acl|setuser
acl|users acl|whoami asking auth backup|abort backup|cleanup backup|help backup|list backup|seal backup|start
backup|status bgrewriteaof bgsave bless|get bless|scan client|caching client|getname client|getredir client|help
client|id client|info client|kill client|list client|no-evict client|no-touch client|pause client|reply
client|setinfo client|setname client|tracking client|trackinginfo client|unblock client|unpause cluster|addslots
cluster|addslotsrange cluster|bumpepoch cluster|count-failure-reports cluster|countkeysinslot cluster|delslots
cluster|delslotsrange cluster|failover cluster|flushslots cluster|forget cluster|getkeysinslot cluster|help
cluster|info cluster|keyslot cluster|links cluster|meet cluster|migration cluster|myid cluster|myshardid
cluster|nodes cluster|replicas cluster|replicate cluster|reset cluster|saveconfig cluster|set-config-epoch
cluster|setslot cluster|shards cluster|slaves cluster|slot-stats cluster|slots cluster|syncslots command|count
command|docs command|getkeys command|getkeysandflags command|help command|info command|list config|get config|help
config|resetstat config|rewrite config|set debug discard echo eval evalsha exec failover fcall function|dump
function|help function|kill function|list function|stats hello himport|discard himport|discardall himport|prepare
hotkeys|get hotkeys|help hotkeys|reset hotkeys|start hotkeys|stop info lastsave latency|doctor latency|graph
latency|help latency|histogram latency|history latency|latest latency|reset memory|doctor memory|help
memory|malloc-stats memory|purge memory|stats module|help module|list module|load module|loadex module|unload
monitor multi object|help pfselftest ping psubscribe psync publish pubsub|channels pubsub|help pubsub|numpat
pubsub|numsub pubsub|shardchannels pubsub|shardnumsub punsubscribe quit readonly readwrite replconf replicaof reset
role save script|debug script|exists script|flush script|help script|kill script|load select shutdown slaveof
slowlog|get slowlog|help slowlog|len slowlog|reset spublish ssubscribe subscribe sunsubscribe sync time unsubscribe
unwatch wait waitaof watch xgroup|help xinfo|help
`);

/** The options of redis-cli. */
export const OPTIONS = {
  flags:
    '--askpass -2 -3 -x -X -c -e --tls --insecure --raw --no-raw --quoted-input --csv --json --quoted-json --stat --latency --latency-history --latency-dist --replica --pipe --bigkeys --memkeys --hotkeys --scan --ldb --ldb-sync-mode --verbose --no-auth-warning --help --version --cluster-search-multiple-owners --cluster-fix-with-unreachable-masters --cluster-yes --cluster-replace --cluster-use-empty-masters --cluster-simulate --cluster-slave --cluster-only-masters --cluster-only-replicas --cluster-from-askpass --cluster-copy',
  many: '-h -p -s -a --user --pass -u -r -i -n -d -D --sni --cacert --cacertdir --cert --key --tls-ciphers --tls-ciphersuites --show-pushes --lru-test --rdb --functions-rdb --pipe-timeout --memkeys-samples --pattern --quoted-pattern --intrinsic-latency --eval --cluster --cluster-replicas --cluster-from --cluster-to --cluster-slots --cluster-timeout --cluster-pipeline --cluster-weight --cluster-threshold --cluster-master-id --cluster-from-user --cluster-from-pass',
};
