import type { Effect } from '../../action.ts';
import { Names } from '../../names.ts';
import type { Statement, Step } from './chains.ts';

type Row = readonly [effects: readonly Effect[], names: Names];

/** What the methods of a collection do. */
const COLLECTION: readonly Row[] = [
  [
    ['read'],
    new Names(`count countDocuments estimatedDocumentCount distinct exists explain find findOne getFullName getIndexKeys
getIndexSpecs getIndexes getIndices getMongo getName getPlanCache getSearchIndexes getShardDistribution
getShardLocation getShardVersion isCapped latencyStats stats storageSize totalIndexSize totalSize dataSize validate
watch checkMetadataConsistency help`),
  ],
  [
    ['write'],
    new Names(`insert insertOne insertMany update updateOne updateMany replaceOne save findOneAndUpdate findOneAndReplace
createIndex createIndexes ensureIndex hideIndex unhideIndex renameCollection reIndex createSearchIndex
createSearchIndexes updateSearchIndex configureQueryAnalyzer analyzeShardKey compactStructuredEncryptionData`),
  ],
  [
    ['destroy'],
    new Names(
      `drop deleteMany deleteOne remove findOneAndDelete dropIndex dropIndexes dropSearchIndex convertToCapped`,
    ),
  ],
  [['write', 'execute'], new Names('mapReduce')],
];

/** What the methods of a database do. */
const DATABASE: readonly Row[] = [
  [
    ['read'],
    new Names(`commandHelp currentOp getCollectionInfos getCollectionNames getLastError getLastErrorObj getLogComponents
getMongo getName getProfilingStatus getReplicationInfo getRole getRoles getUser getUsers hello help hostInfo isMaster
listCommands logout printCollectionStats printReplicationInfo printSecondaryReplicationInfo printShardingStatus
printSlaveReplicationInfo serverBits serverBuildInfo serverCmdLineOpts serverStatus setSecondaryOk stats version watch
checkMetadataConsistency sql`),
  ],
  [
    ['write'],
    new Names(`createCollection createEncryptedCollection createView fsyncLock fsyncUnlock killOp setLogLevel
setProfilingLevel shutdownServer rotateCertificates cloneCollection cloneDatabase copyDatabase`),
  ],
  [['destroy'], new Names('dropDatabase')],
  [
    ['privilege'],
    new Names(`auth changeUserPassword createRole createUser dropAllRoles dropAllUsers dropRole dropUser
grantPrivilegesToRole grantRolesToRole grantRolesToUser revokePrivilegesFromRole revokeRolesFromRole
revokeRolesFromUser updateRole updateUser`),
  ],
  [['execute', 'unknown'], new Names('eval')],
];

/** `rs` and `sh`: these look, the other methods of theirs change the deployment. */
const LOOKS = new Names(`status conf config hello isMaster printReplicationInfo printSecondaryReplicationInfo
printSlaveReplicationInfo help getBalancerState isBalancerRunning isConfigShardEnabled listShards secondaryOk
balancerCollectionStatus checkMetadataConsistency getShardedDataDistribution isAutoMergerEnabled shardDrainingStatus
getTransitionToDedicatedConfigServerStatus`);

/** Commands of the server, by the first key of what `runCommand` is given. */
const COMMANDS: readonly Row[] = [
  [
    ['read'],
    new Names(`ping hello isMaster buildInfo serverStatus hostInfo connectionStatus listCollections listDatabases
listIndexes listCommands dbStats collStats count distinct find getParameter getCmdLineOpts getLog replSetGetStatus
replSetGetConfig top currentOp connPoolStats usersInfo rolesInfo validate dbHash dataSize explain features whatsmyuri
lockInfo shardConnPoolStats balancerStatus getShardMap listShards`),
  ],
  [
    ['write'],
    new Names('insert update create createIndexes collMod setParameter fsync compact reIndex shutdown killOp'),
  ],
  [['destroy'], new Names('delete drop dropDatabase dropIndexes')],
  [
    ['privilege'],
    new Names('createUser updateUser dropUser createRole updateRole dropRole grantRolesToUser revokeRolesFromUser'),
  ],
];

/** Methods of cursors that pass on what they have. */
const CURSOR = new Names(`allowDiskUse allowPartialResults batchSize close collation comment count explain hasNext hint
itcount limit max maxAwaitTimeMS maxScan maxTimeMS min next noCursorTimeout objsLeftInBatch pretty projection
readConcern readPref returnKey showRecordId size skip sort tailable toArray tryNext isExhausted isClosed finish length
list help getVerbosity setVerbosity`);

export interface Judged {
  readonly operation: string;
  readonly effects: readonly Effect[];
  readonly database?: string;
  readonly collection?: string;
  readonly all?: true;
}

const UNKNOWN: readonly Effect[] = ['unknown'];

/** What one statement does; a method nobody listed is unknown. */
export function judgeStatement(statement: Statement): Judged {
  if ('line' in statement) {
    const reads = /^(show\s+(dbs|databases|collections|tables|users|roles|profile|logs?|startupWarnings)|help|it)\b/;
    const used = /^use\s+([\w-]+)$/.exec(statement.line)?.[1];
    const operation = statement.line.split(/\s/)[0] ?? '';
    if (used !== undefined) return { operation, effects: ['read'], database: used };
    return { operation, effects: reads.test(statement.line) ? ['read'] : UNKNOWN };
  }
  const { steps } = statement;
  const root = steps[0]?.name ?? '';
  if (root === 'print' && steps.length === 1) return { operation: 'print', effects: ['read'] };
  if (root === 'rs' || root === 'sh') {
    const method = steps[1]?.name ?? '';
    const looks = LOOKS.has(method) && steps.length === 2;
    return { operation: `${root}.${method}`, effects: looks ? ['read'] : steps.length === 2 ? ['write'] : UNKNOWN };
  }
  if (root !== 'db' || steps[0]?.args !== undefined) return { operation: root, effects: UNKNOWN };
  if (steps.length === 1) return { operation: 'db', effects: ['read'] };
  return onDatabase(steps.slice(1), undefined);
}

function onDatabase(steps: readonly Step[], database: string | undefined): Judged {
  const at = steps.findIndex(({ args }) => args !== undefined);
  const step = steps[at];
  const base = database === undefined ? {} : { database };
  // `db.users`, without a call, prints its name.
  if (step === undefined) return { operation: 'db', effects: ['read'], ...base };
  const rest = steps.slice(at + 1);
  if (at > 0)
    return onCollection(
      steps
        .slice(0, at)
        .map(({ name }) => name)
        .join('.'),
      step,
      rest,
      base,
    );
  const literal = /^\s*(['"])([^'"\\]*)\1\s*$/.exec(step.args ?? '')?.[2];
  if (step.name === 'getSiblingDB' && literal !== undefined) return onDatabase(rest, literal);
  if (step.name === 'getCollection' && literal !== undefined) {
    const [method, ...more] = rest;
    if (method?.args === undefined)
      return { operation: 'getCollection', effects: rest.length === 0 ? ['read'] : UNKNOWN };
    return onCollection(literal, method, more, base);
  }
  if (step.name === 'runCommand' || step.name === 'adminCommand') return { ...command(step, rest), ...base };
  if (step.name === 'aggregate') return { ...base, operation: step.name, effects: aggregate(step, rest) };
  return { ...base, operation: step.name, effects: rest.every(passes) ? look(DATABASE, step.name) : UNKNOWN };
}

function onCollection(collection: string, step: Step, rest: readonly Step[], base: { database?: string }): Judged {
  const args = step.args ?? '';
  const found = { ...base, operation: step.name, collection };
  if (step.name === 'aggregate') return { ...found, effects: aggregate(step, rest) };
  if (step.name === 'runCommand') return { ...found, ...command(step, rest) };
  if (step.name === 'bulkWrite') return { ...found, effects: /delete/i.test(args) ? ['write', 'destroy'] : ['write'] };
  if (step.name === 'findAndModify') return { ...found, effects: /remove/.test(args) ? ['destroy'] : ['write'] };
  // `explain()` hands on to the method behind it.
  const inner = rest[0]?.args;
  if (step.name === 'explain' && inner !== undefined && !CURSOR.has(rest[0]?.name ?? ''))
    return onCollection(collection, rest[0] as Step, rest.slice(1), base);
  const effects = rest.every(passes) ? look(COLLECTION, step.name) : UNKNOWN;
  const all = /^(deleteMany|remove|updateMany)$/.test(step.name) && /^\s*(\{\s*\})?\s*(,|$)/.test(args);
  return { ...found, effects: runs(args) ? [...effects, 'execute'] : effects, ...(all ? { all: true as const } : {}) };
}

/** JavaScript that the server runs. */
function runs(args: string): boolean {
  return /\$where|\$function|\$accumulator/.test(args);
}

function aggregate(step: Step, rest: readonly Step[]): readonly Effect[] {
  const args = step.args ?? '';
  if (!rest.every(passes)) return UNKNOWN;
  // A key may be spelled with escapes.
  if (args.includes('\\')) return UNKNOWN;
  if (/\$out|\$merge/.test(args)) return ['write'];
  return runs(args) ? ['read', 'execute'] : ['read'];
}

function command(step: Step, rest: readonly Step[]): Judged {
  const args = step.args ?? '';
  const name = /^\s*(?:\{\s*)?["']?([A-Za-z_]\w*)["']?\s*(?::|$)/.exec(args)?.[1] ?? '';
  const effects = rest.every(passes) && !args.includes('\\') ? look(COMMANDS, name) : UNKNOWN;
  const operation = name === '' ? step.name : name;
  if (effects.includes('read') && /\$out|\$merge|\$where|\$function/.test(args)) return { operation, effects: UNKNOWN };
  return { operation, effects };
}

function passes({ name, args }: Step): boolean {
  if (name === 'forEach') return /^\s*(printjson|print|printjsononeline)\s*$/.test(args ?? '');
  return CURSOR.has(name) || (args === undefined && /^(length|nInserted|ok|n)$/.test(name)) || args === undefined;
}

function look(rows: readonly Row[], name: string): readonly Effect[] {
  for (const [effects, names] of rows) if (names.has(name)) return effects;
  return UNKNOWN;
}
