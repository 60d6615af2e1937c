/**
 * The parts that any such program needs, and nothing of gate: `prototype STEP DATABASE` does the first STEP of opening a
 * database, committing twice and running `true`. Its own program: it is compiled the way gate is.
 */
declare const Bun: {
  spawn(
    argv: readonly string[],
    options: { stdio: readonly ['inherit', 'inherit', 'inherit'] },
  ): { exited: Promise<number> };
};

const [, , step, path, command] = process.argv;
const steps = Number(step);
let status = 0;
if (steps >= 1) {
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(path!);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=128');
  db.exec('CREATE TABLE IF NOT EXISTS events (idx INTEGER PRIMARY KEY, payload BLOB) STRICT');
  const insert = db.prepare('INSERT INTO events (payload) VALUES (?)');
  const payload = new Uint8Array(800);
  const commit = (events: number) => {
    db.exec('BEGIN IMMEDIATE');
    for (let event = 0; event < events; event++) insert.run(payload);
    db.exec('COMMIT');
  };
  if (steps >= 2) commit(3);
  if (steps >= 3) status = await Bun.spawn([command!], { stdio: ['inherit', 'inherit', 'inherit'] }).exited;
  if (steps >= 2) commit(1);
}
process.exit(status);
