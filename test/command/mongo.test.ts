import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeStatement } from '../../src/command/tools/mongo/methods.ts';
import { reader } from '../../src/command/tools/mongo/mongo.ts';
import { COLLECTION, DATABASE } from '../../src/command/tools/mongo/shell-table.ts';
import { effects, filesOf, meaning, onlyReads } from './support.ts';

const code = (text: string) => meaning(['mongosh', 'mongodb://db/shop', '--eval', text]);
const of = (text: string) => meaning(text.split(' '));

describe('mongosh', () => {
  test.each([
    'db.users.find()',
    'db.users.find({ age: { $gt: 5 }, name: /^a\\/b/i }, { _id: 0 }).sort({ a: -1 }).limit(5).pretty()',
    "db.getCollection('a b').countDocuments({})",
    "db.getSiblingDB('other').users.findOne({ _id: ObjectId('5f') })",
    "db['users'].find({ at: { $lt: new Date('2020-01-01') } }).toArray()",
    'printjson(db.users.findOne())',
    'JSON.stringify(db.stats())',
    'db.users.find().forEach(printjson)',
    'db.users.aggregate([{ $match: { a: 1 } }, { $group: { _id: "$b" } }])',
    'db.runCommand({ ping: 1 })',
    "db.adminCommand('listDatabases')",
    'rs.status()',
    'sh.status(); // drop',
    'show dbs',
    'use shop\ndb.users.find()',
    'db.users.getIndexes()\ndb.version()',
    'db.users.explain().find({ a: 1 })',
    'db.users.find({ "a.b": null, c: undefined }).hint("a_1")',
    "print('hello')",
    'db',
  ])('%s only reads', async (text) => {
    expect(onlyReads(await code(text))).toBe(true);
  });

  test.each([
    ['db.dropDatabase()', ['destroy']],
    ['db.users.drop()', ['destroy']],
    ['db.users.deleteMany({})', ['destroy']],
    ['db.a.b.remove({ x: 1 })', ['destroy']],
    ['db.users.insertOne({ a: 1 })', ['write']],
    ['db.users.updateMany({ a: 1 }, { $set: { b: 2 } })', ['write']],
    ['db.users.bulkWrite([{ deleteOne: { filter: {} } }])', ['destroy', 'write']],
    ['db.users.findAndModify({ query: {}, remove: true })', ['destroy']],
    ['db.users.aggregate([{ $match: {} }, { $out: "x" }])', ['write']],
    ['db.users.explain("executionStats").remove({})', ['destroy']],
    ['db.createUser({ user: "eve", pwd: "x", roles: [] })', ['privilege']],
    ['db.runCommand({ dropDatabase: 1 })', ['destroy']],
    ['rs.stepDown()', ['write']],
    ['db.users.find({ $where: "sleep(1)" })', ['execute', 'read']],
    ['db.users.find(); db.users.drop()', ['destroy', 'read']],
    ['printjson(db.users.drop())', ['destroy']],
    ['db.users.find() // x\u2028db.users.drop()', ['destroy', 'read']],
  ])('%s does %j', async (text, expected) => {
    const understanding = await code(text);
    expect(effects(understanding)).toEqual(expected);
    expect(understanding.opaque).toBe(false);
  });

  test.each([
    'db.users.find({ a: db.users.drop() })',
    'db.users.find().forEach(u => db.users.remove(u))',
    'db.users.find({ a: `x` })',
    "db.users['dr' + 'op']()",
    'const a = db; a.users.drop()',
    'db.users.find().map(printjson)',
    'db.constructor.constructor("x")()',
    'load("x.js")',
    'db.users.frobnicate()',
    'db.frobnicate()',
    'db.runCommand({ frobnicate: 1 })',
    'db.runCommand({ "\\u0066ind": 1 })',
    'db.getMongo().getDB("x").dropDatabase()',
    'db.users.find() db.users.drop()',
    'process.exit()',
    '(db.users.find())',
    'db.users.find({',
    'new Mongo("x")',
  ])('%s is not understood', async (text) => {
    expect((await code(text)).opaque).toBe(true);
  });

  test('what and where', async () => {
    const { actions, secrets } = await meaning([
      'mongosh',
      'mongodb://me:hunter22@db:27018/shop',
      '--eval',
      'db.a.deleteMany({})',
    ]);
    expect(actions[0]).toMatchObject({
      operation: 'deleteMany',
      resource: { kind: 'collection', name: 'a', all: 'true' },
      scope: { host: 'db', port: '27018', database: 'shop', user: 'me' },
    });
    expect(secrets).toEqual(['hunter22']);
    expect((await of('mongosh shop --eval db')).actions[0]?.scope).toMatchObject({
      host: '127.0.0.1',
      database: 'shop',
    });
    expect((await of('mongosh db/shop --eval db')).actions[0]?.scope).toMatchObject({ host: 'db', database: 'shop' });
    expect((await of('mongosh mongodb+srv://c.example/x --eval db')).actions[0]?.scope['reach']).toBe('remote');
    expect((await of('mongosh shop -p --eval db.dropDatabase()')).actions[0]?.effects).toEqual(['destroy']);
  });

  test('scripts and sessions', async () => {
    const files = filesOf({ 'x.js': 'db.users.drop()' }, 'db.users.find()');
    expect(effects(await meaning(['mongosh', 'x.js'], { files }))).toEqual(['destroy']);
    expect(effects(await meaning(['mongosh', 'shop', '-f', 'x.js'], { files }))).toEqual(['destroy']);
    expect(onlyReads(await meaning(['mongosh', 'shop'], { files, stdin: 'pipe' }))).toBe(true);
    expect((await of('mongosh shop absent.js')).opaque).toBe(true);
    expect((await meaning(['mongosh'], { stdin: 'terminal' })).opaque).toBe(true);
    expect((await meaning(['mongosh', '--shell', '--eval', 'db'], { stdin: 'terminal' })).opaque).toBe(true);
  });

  test.each([
    ['mongodump', ['export', 'write']],
    ['mongodump --archive', ['export']],
    ['mongodump -o out --db shop', ['export', 'write']],
    ['mongoexport -d shop -c users', ['export']],
    ['mongorestore dump', ['read', 'write']],
    ['mongorestore --drop dump', ['destroy', 'read', 'write']],
    ['mongorestore --dryRun dump', ['read']],
    ['mongoimport -d shop -c users --file x.json', ['read', 'write']],
    ['mongoimport --drop -c users', ['destroy', 'write']],
    ['mongofiles list', ['read']],
    ['mongofiles put x', ['read', 'write']],
    ['mongofiles delete x', ['destroy']],
    ['mongostat', ['read']],
    ['bsondump x.bson', ['read']],
    ['mongosh --version', ['read']],
    ['mongodump --help', ['read']],
  ])('%s: %j', async (text, expected) => {
    const understanding = await of(text);
    expect(effects(understanding)).toEqual(expected);
    expect(understanding.opaque).toBe(false);
  });

  test('every method of collections and databases is judged', () => {
    const unknown = (names: readonly string[], prefix: readonly { name: string }[]) =>
      names.filter((name) => judgeStatement({ steps: [...prefix, { name, args: '' }] }).effects.includes('unknown'));
    // They hand out objects with methods of their own, or take a command.
    expect(unknown(COLLECTION.all(), [{ name: 'db' }, { name: 'users' }])).toEqual([
      'getDB',
      'initializeOrderedBulkOp',
      'initializeUnorderedBulkOp',
      'runCommand',
    ]);
    expect(unknown(DATABASE.all(), [{ name: 'db' }])).toEqual(['adminCommand', 'runCommand']);
  });

  test('never fails, and an unknown option is always in doubt', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('db', '.users', '(', ')', '{', "'", '/', 'use ', '//', 'new ', '['),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (parts) => {
        const { notes } = await code(parts.join(''));
        expect(notes.some((note) => note.startsWith('the reader'))).toBe(false);
      }),
      { numRuns: 300 },
    );
    for (const program of reader.names) expect((await of(`${program} --frobnicate-it`)).opaque).toBe(true);
  });
});
