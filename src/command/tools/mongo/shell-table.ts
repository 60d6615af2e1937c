// Written by scripts/generate-mongo.ts from @mongosh/arg-parser@5.6.0 and @mongosh/shell-api@5.9.0; change that, not this.
import { Names } from '../../names.ts';

/** The options of mongosh. */
export const OPTIONS = {
  flags:
    '--deepInspect --apiDeprecationErrors --apiStrict --build-info/--buildInfo --exposeAsyncRewriter -h/--help --ipv6 --nodb --norc --oidcTrustedEndpoint --oidcIDTokenAsAccessToken/--oidcIdTokenAsAccessToken --oidcNoNonce --quiet --retryWrites --shell --skipStartupWarnings --verbose --version --smokeTests --perfTests --tls --tlsAllowInvalidCertificates --tlsAllowInvalidHostnames --tlsFIPSMode --tlsUseSystemCA --ssl --sslAllowInvalidCertificates --sslAllowInvalidHostnames --sslFIPSMode',
  optional: '--json --oidcDumpTokens --browser',
  many: '--apiVersion --authenticationDatabase --authenticationMechanism --awsAccessKeyId --awsIamSessionToken --awsSecretAccessKey --awsSessionToken --csfleLibraryPath --cryptSharedLibPath --db --gssapiServiceName --sspiHostnameCanonicalization --sspiRealmOverride --jsContext --host --keyVaultNamespace --kmsURL --locale --oidcFlows --oidcRedirectUrl/--oidcRedirectUri -p/--password --port -u/--username --tlsCAFile --tlsCertificateKeyFile --tlsCertificateKeyFilePassword --tlsCertificateSelector --tlsCRLFile --tlsDisabledProtocols --eval -f/--file --sslPEMKeyFile --sslPEMKeyPassword --sslCAFile --sslCertificateSelector --sslCRLFile --sslDisabledProtocols --gssapiHostName',
};

/** The methods of the objects of mongosh. */
export const COLLECTION = new Names(`
aggregate analyzeShardKey bulkWrite checkMetadataConsistency compactStructuredEncryptionData configureQueryAnalyzer
convertToCapped count countDocuments createIndex createIndexes createSearchIndex createSearchIndexes dataSize
deleteMany deleteOne distinct drop dropIndex dropIndexes dropSearchIndex ensureIndex estimatedDocumentCount exists
explain find findAndModify findOne findOneAndDelete findOneAndReplace findOneAndUpdate getDB getFullName
getIndexKeys getIndexSpecs getIndexes getIndices getMongo getName getPlanCache getSearchIndexes
getShardDistribution getShardLocation getShardVersion hideIndex initializeOrderedBulkOp initializeUnorderedBulkOp
insert insertMany insertOne isCapped latencyStats mapReduce reIndex remove renameCollection replaceOne runCommand
stats storageSize totalIndexSize totalSize unhideIndex update updateMany updateOne updateSearchIndex validate
watch
`);

export const DATABASE = new Names(`
adminCommand aggregate auth changeUserPassword checkMetadataConsistency cloneCollection cloneDatabase commandHelp
copyDatabase createCollection createEncryptedCollection createRole createUser createView currentOp dropAllRoles
dropAllUsers dropDatabase dropRole dropUser fsyncLock fsyncUnlock getCollectionInfos getCollectionNames
getLastError getLastErrorObj getLogComponents getMongo getName getProfilingStatus getReplicationInfo getRole
getRoles getUser getUsers grantPrivilegesToRole grantRolesToRole grantRolesToUser hello hostInfo isMaster killOp
listCommands logout printCollectionStats printReplicationInfo printSecondaryReplicationInfo printShardingStatus
printSlaveReplicationInfo revokePrivilegesFromRole revokeRolesFromRole revokeRolesFromUser rotateCertificates
runCommand serverBits serverBuildInfo serverCmdLineOpts serverStatus setLogLevel setProfilingLevel setSecondaryOk
shutdownServer sql stats updateRole updateUser version watch
`);

export const REPLICA_SET = new Names(`
add addArb conf config freeze hello initiate isMaster printReplicationInfo printSecondaryReplicationInfo
printSlaveReplicationInfo reconfig reconfigForPSASet remove secondaryOk status stepDown syncFrom
`);

export const SHARD = new Names(`
abortMoveCollection abortReshardCollection abortUnshardCollection addShard addShardTag addShardToZone addTagRange
balancerCollectionStatus checkMetadataConsistency commitReshardCollection disableAutoMerger disableAutoSplit
disableBalancing disableMigrations enableAutoMerger enableAutoSplit enableBalancing enableMigrations enableSharding
getBalancerState getShardedDataDistribution getTransitionToDedicatedConfigServerStatus isAutoMergerEnabled
isBalancerRunning isConfigShardEnabled listShards moveChunk moveCollection moveRange removeRangeFromZone
removeShardFromZone removeShardTag removeTagRange reshardCollection setBalancerState shardAndDistributeCollection
shardCollection shardDrainingStatus splitAt splitFind startAutoMerger startBalancer status stopAutoMerger
stopBalancer unshardCollection updateZoneKeyRange
`);
