import type { OptionTable } from '../../options.ts';

/**
 * The options of the MongoDB database tools, as the struct tags in the `options.go` files of mongodb/mongo-tools
 * (100.x) name them; those programs are in no package that a script here could ask.
 */
const CONNECTION: OptionTable = {
  flags:
    '--help --version --quiet --ssl --sslAllowInvalidCertificates --sslAllowInvalidHostnames --sslFIPSMode --tlsInsecure',
  optional: '-v/--verbose',
  many:
    '-h/--host --port --uri --config --numThreads --dialTimeout --socketTimeout --TCPKeepAliveSeconds --serverSelectionTimeout ' +
    '--compressors --sslCAFile --sslPEMKeyFile --sslPEMKeyPassword --sslCRLFile -u/--username -p/--password ' +
    '--awsSessionToken --authenticationDatabase --authenticationMechanism --gssapiServiceName --gssapiHostName -d/--db ' +
    '-c/--collection',
};

const OWN: Readonly<Record<string, OptionTable>> = {
  mongodump: {
    flags: '--forceTableScan --gzip --oplog --dumpDbUsersAndRoles --viewsAsCollections',
    optional: '--archive',
    many: '-q/--query --queryFile --readPreference -o/--out --excludeCollection --excludeCollectionsWithPrefix -j/--numParallelCollections',
  },
  mongorestore: {
    flags:
      '--objcheck --oplogReplay --restoreDbUsersAndRoles --gzip --drop --dryRun --noIndexRestore --convertLegacyIndexes ' +
      '--noOptionsRestore --keepIndexVersion --maintainInsertionOrder --stopOnError --bypassDocumentValidation --preserveUUID ' +
      '--fixDottedHashIndex',
    optional: '--archive',
    many:
      '--oplogLimit --oplogFile --dir --writeConcern -j/--numParallelCollections --numInsertionWorkersPerCollection ' +
      '--excludeCollection --excludeCollectionsWithPrefix --nsExclude --nsInclude --nsFrom --nsTo --tempUsersColl --tempRolesColl',
  },
  mongoexport: {
    flags: '--csv --jsonArray --pretty --noHeaderLine -k/--slaveOk --forceTableScan --assertExists --allowDiskUse',
    many: '-f/--fields --fieldFile --type -o/--out --jsonFormat -q/--query --queryFile --readPreference --skip --limit --sort',
  },
  mongoimport: {
    flags:
      '--headerline --jsonArray --columnsHaveTypes --drop --ignoreBlanks --maintainInsertionOrder --stopOnError --upsert ' +
      '--bypassDocumentValidation --legacy --useArrayIndexFields',
    many:
      '-f/--fields --fieldFile --file --parseGrace --type -j/--numInsertionWorkers --mode --upsertFields --writeConcern ' +
      '--numDecodingWorkers --batchSize',
  },
  mongofiles: {
    flags: '-r/--replace --regex',
    many: '-l/--local -t/--type --prefix --writeConcern --readPreference --regexOptions',
  },
  mongostat: {
    flags: '--noheaders --discover --http --all --json --interactive',
    many: '-o -O -n/--rowcount --humanReadable',
  },
  mongotop: { flags: '--locks --json', many: '-n/--rowcount' },
  bsondump: { flags: '--objcheck --pretty', many: '--type --outFile --bsonFile' },
};

export const PROGRAMS = Object.keys(OWN);

export function optionsOf(program: string): OptionTable {
  const own = OWN[program] ?? {};
  return {
    flags: `${CONNECTION.flags} ${own.flags ?? ''}`,
    optional: `${CONNECTION.optional} ${own.optional ?? ''}`,
    many: `${CONNECTION.many} ${own.many ?? ''}`,
  };
}
