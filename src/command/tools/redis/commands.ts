import type { Effect } from '../../action.ts';
import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import { OTHERS, READS, WRITES } from './commands-table.ts';

/** Of the commands that write, those that remove keys, members or everything. */
const DESTROYS = new Names(
  'del unlink flushall flushdb getdel hdel hgetdel delex srem zrem lrem ltrim spop zremrangebylex zremrangebyrank ' +
    'zremrangebyscore xdel xtrim xdelex xackdel ardel ardelrange vrem trimslots function|flush function|delete ' +
    'xgroup|destroy xgroup|delconsumer bless|clear',
);

/** Commands about the server, the connection and scripts; the server marks them neither read-only nor writing. */
const JUDGED: readonly (readonly [effects: readonly Effect[], names: Names])[] = [
  [
    ['read'],
    new Names(`acl|cat acl|dryrun acl|genpass acl|log acl|users acl|whoami asking bless|get bless|scan client|caching
client|getname client|getredir client|id client|info client|list client|no-evict client|no-touch client|reply
client|setinfo client|setname client|tracking client|trackinginfo cluster|count-failure-reports
cluster|countkeysinslot cluster|getkeysinslot cluster|info cluster|keyslot cluster|links cluster|myid
cluster|myshardid cluster|nodes cluster|replicas cluster|shards cluster|slaves cluster|slot-stats cluster|slots
command command|count command|docs command|getkeys command|getkeysandflags command|info command|list config|get
discard echo exec function|dump function|list function|stats hello hotkeys|get info lastsave latency|doctor
latency|graph latency|histogram latency|history latency|latest memory|doctor memory|malloc-stats memory|stats
module|list multi pfselftest ping psubscribe pubsub|channels pubsub|numpat pubsub|numsub pubsub|shardchannels
pubsub|shardnumsub punsubscribe quit readonly readwrite reset role script|exists select slowlog slowlog|get
slowlog|len ssubscribe subscribe sunsubscribe time unsubscribe unwatch wait waitaof watch backup|list backup|status`),
  ],
  // Hashes of passwords; and MONITOR shows what everyone sends, AUTH in other spellings included.
  [['read', 'secret'], new Names('acl|list acl|getuser monitor')],
  [
    ['write'],
    new Names(`acl|save bgrewriteaof bgsave client|kill client|pause client|unblock client|unpause cluster|addslots
cluster|addslotsrange cluster|bumpepoch cluster|delslots cluster|delslotsrange cluster|failover cluster|forget
cluster|meet cluster|migration cluster|replicate cluster|saveconfig cluster|set-config-epoch cluster|setslot
config|resetstat config|rewrite config|set failover function|kill hotkeys|reset hotkeys|start hotkeys|stop
latency|reset memory|purge publish save script|debug script|kill shutdown slowlog|reset spublish`),
  ],
  [['destroy'], new Names('cluster|flushslots cluster|reset script|flush module|unload')],
  // A copy of everything goes there, and everything here is given up for what is there.
  [['export'], new Names('sync psync replconf')],
  [['destroy', 'write'], new Names('replicaof slaveof')],
  [['privilege'], new Names('auth acl|setuser acl|deluser acl|load')],
  [['execute'], new Names('eval evalsha fcall eval_ro evalsha_ro fcall_ro')],
  [['write', 'execute'], new Names('script|load module|load module|loadex function|load function|restore debug')],
];

/** Settings with which the server writes files elsewhere, lets others in, or gives its passwords away. */
const GUARDED =
  /pass|auth|^(dir|dbfilename|appenddirname|appendfilename|aclfile|logfile|protected-mode|bind|rename-command|unixsocket.*|tls-.*|enable-.*)$/i;

/**
 * Containers that only look, but for the subcommands listed above. A subcommand that no server has is an error, and in
 * these it would not be the first to change data.
 */
const LOOKING = new Names('command latency memory object pubsub slowlog xinfo');

export interface Judged {
  readonly operation: string;
  readonly effects: readonly Effect[];
  /** The key, channel or setting it is about, when it names one. */
  readonly name?: string;
  readonly all?: true;
  readonly secrets?: readonly string[];
}

const CONTAINERS = new Names(
  'acl backup bless client cluster command config function himport hotkeys latency memory module object pubsub script ' +
    'slowlog xgroup xinfo',
);

/** What one command does; a command or subcommand the server does not list is unknown. */
export function judgeCommand(words: readonly string[]): Judged {
  const first = (words[0] ?? '').toLowerCase();
  const second = words[1]?.toLowerCase();
  const nested = CONTAINERS.has(first) && second !== undefined;
  const name = nested ? `${first}|${second}` : first;
  const operation = (nested ? `${first} ${second}` : first).toUpperCase();
  const key = words[nested ? 2 : 1];
  const base = { operation, ...(key === undefined ? {} : { name: key }) };
  if (name.includes(UNRESOLVED)) return { operation: 'command', effects: ['unknown'] };
  if (nested && second === 'help' && OTHERS.has(name)) return { operation, effects: ['read'] };
  // Without a subcommand the server only complains.
  if (words.length === 1 && CONTAINERS.has(first)) return { operation, effects: ['read'] };
  if (nested && LOOKING.has(first) && !READS.has(name) && !WRITES.has(name) && !OTHERS.has(name))
    return { ...base, effects: ['read'] };
  if (READS.has(name) && !name.endsWith('_ro')) return { ...base, effects: ['read'] };
  if (name === 'migrate') return { ...base, effects: ['export', 'destroy'], secrets: after(words, /^(auth2?)$/i, 2) };
  const special = judgeSpecial(name, words);
  if (special !== undefined) return { ...base, ...special };
  for (const [effects, names] of JUDGED) if (names.has(name)) return { ...base, effects };
  if (DESTROYS.has(name)) return { ...base, effects: ['destroy'], ...(name.startsWith('flush') ? { all: true } : {}) };
  if (WRITES.has(name)) return { ...base, effects: ['write'] };
  return { ...base, effects: READS.has(name) ? ['read'] : ['unknown'] };
}

/** Commands whose arguments decide. */
function judgeSpecial(
  name: string,
  words: readonly string[],
): Pick<Judged, 'effects' | 'secrets' | 'name'> | undefined {
  switch (name) {
    case 'auth':
      return { effects: ['privilege'], secrets: words.slice(-1), name: words.length > 2 ? (words[1] as string) : '' };
    case 'hello':
      return words.length > 2 ? { effects: ['privilege'], secrets: after(words, /^auth$/i, 2) } : undefined;
    case 'config|get': {
      const open = words.slice(2).some((pattern) => /[*?[]/.test(pattern) || /pass|auth|key/i.test(pattern));
      return open ? { effects: ['read', 'secret'] } : undefined;
    }
    case 'config|set': {
      const names = words.slice(2).filter((_, index) => index % 2 === 0);
      const guarded = names.some((setting) => GUARDED.test(setting) || setting.includes(UNRESOLVED));
      const secrets = words.slice(3).filter((_, index) => index % 2 === 0 && /pass|auth/i.test(words[index + 2] ?? ''));
      return guarded ? { effects: ['write', 'privilege'], secrets } : undefined;
    }
    case 'acl|setuser':
      return {
        effects: ['privilege'],
        secrets: words.slice(3).flatMap((rule) => (/^[><#!]/.test(rule) ? [rule.slice(1)] : [])),
      };
    case 'acl|log':
      return words[2]?.toLowerCase() === 'reset' ? { effects: ['destroy'] } : undefined;
    case 'debug':
      return words[1]?.toLowerCase() === 'object' || words[1]?.toLowerCase() === 'help'
        ? { effects: ['read'] }
        : undefined;
    case 'replicaof':
    case 'slaveof':
      return words[1]?.toLowerCase() === 'no' && words[2]?.toLowerCase() === 'one' ? { effects: ['write'] } : undefined;
    default:
      return undefined;
  }
}

/** What stands behind a word, one or two places further. */
function after(words: readonly string[], word: RegExp, most: number): readonly string[] {
  const at = words.findIndex((each, index) => index > 0 && word.test(each));
  return at < 0 ? [] : words.slice(at + 1, at + 1 + most);
}
