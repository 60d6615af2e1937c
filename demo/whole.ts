/**
 * The whole of it, unattended, on real parts: a real PostgreSQL, an agent that asks through gate, a person at a terminal
 * of their own who decides, and the record. Everything printed is what the programs said.
 */
import { Gate, type Started } from '../test/kit/gate.ts';
import { atInbox } from '../test/kit/inbox.ts';
import { rubbedOut } from '../test/kit/person.ts';
import { postgresPrograms, startPostgres } from '../test/kit/postgres.ts';
import { echo, say, title } from './screen.ts';

const POLICY = `version: 1
packs: [baseline, postgres]
rules:
  - id: drop-table
    match: { tool: psql, operation: DROP TABLE }
    decision: hold
    approvers: { from: [owners], count: 1, expires: 2m }
    reason: dropping a table cannot be undone
  - id: truncate-soon
    match: { tool: psql, operation: TRUNCATE TABLE }
    decision: hold
    approvers: { from: [owners], count: 1, expires: 2s }
    reason: decide at once or not at all
`;

const psql = ['psql', '-X', '-c'] as const;

export async function whole(): Promise<boolean> {
  if (postgresPrograms() === undefined) {
    console.error('demo: PostgreSQL is needed (Debian: apt-get install postgresql; macOS: brew install postgresql)');
    return false;
  }
  const began = Date.now();
  say('starting a real PostgreSQL on loopback');
  await using postgres = await startPostgres();
  postgres.sql('create table payments(id int, amount int); insert into payments values (1, 100), (2, 250)');
  postgres.sql('create table customers(id int); create table sessions(id int); create table archive_2019(id int)');
  using gate = new Gate(POLICY);
  const env = postgres.environment;

  title('1. reading is free: the agent is not held up, and it is recorded');
  await shows(
    gate.start(['--', ...psql, 'select sum(amount) from payments'], { env }),
    psql,
    'select sum(amount) from payments',
  );

  title('2. an agent asks to drop a table: the command blocks until a person decides');
  const held = gate.start(['-m', 'payments moved to the new schema', '--', ...psql, 'drop table payments'], { env });
  await held.says('waits as');
  echo('agent', `gate -m "payments moved to the new schema" -- psql -X -c 'drop table payments'`, held.stderr());
  say(`while it waits, the table is there: ${postgres.sql("select to_regclass('payments')")}`);
  const id = await waitingId(gate);
  const approval = await gate.person(['approve', id]);
  echo('person', `gate approve ${id.slice(-8)}`, rubbedOut(approval.screen));
  await shows(held, psql, 'drop table payments', held.stderr().length);
  say(`now the table is gone: to_regclass says ${JSON.stringify(postgres.sql("select to_regclass('payments')"))}`);

  title('3. the record: intent, context, decision, vote and outcome, and its proof');
  echo('anyone', `gate show ${id.slice(-8)}`, (await gate.agent(['show', id])).stdout);
  const verified = await gate.agent(['audit', 'verify']);
  echo('anyone', 'gate audit verify', verified.stdout + verified.stderr);
  const leaked = (await gate.agent(['audit', 'export'])).stdout.includes(postgres.password);
  say(`the database password is ${leaked ? 'IN' : 'nowhere in'} the record`);

  title('4. a person says no');
  const refused = gate.start(['--', ...psql, 'drop table customers'], { env });
  await refused.says('waits as');
  const second = await waitingId(gate);
  await gate.person(['deny', second, '-m', 'customers is still read by billing']);
  await shows(refused, psql, 'drop table customers');

  title('5. nobody decides in time');
  await shows(gate.start(['--', ...psql, 'truncate sessions'], { env }), psql, 'truncate sessions');

  title('6. the inbox: the agent may not wait long, the approver wants to know more');
  const archived = await inboxScene(gate, env);

  const tables = postgres.sql("select string_agg(relname, ', ' order by relname) from pg_stat_user_tables");
  say(`what is left in the database: ${tables}`);
  const final = await gate.agent(['audit', 'verify']);
  echo('anyone', 'gate audit verify', final.stdout + final.stderr);
  const sound = verified.status === 0 && final.status === 0 && archived && !leaked && tables === 'customers, sessions';
  say(`${sound ? 'all as it should be' : 'SOMETHING IS WRONG'}, in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return sound;
}

/**
 * An agent whose harness gives a command two seconds, and a person at `gate inbox`: a question, its answer, the approval,
 * and the command run under the id that was kept. True when each step ended as it should.
 */
async function inboxScene(gate: Gate, env: Readonly<Record<string, string>>): Promise<boolean> {
  const drop = 'drop table archive_2019';
  const inbox = atInbox(gate, { cols: 120, rows: 36 });
  await inbox.shows('nothing waits');
  const first = await gate.start(['--timeout', '2s', '--', ...psql, drop], { env }).ended;
  echo('agent', `gate --timeout 2s -- psql -X -c '${drop}'`, first.stderr);
  console.log(`   exit status ${first.status}`);
  const id = await waitingId(gate);
  const short = id.slice(-8);

  await inbox.shows('DROP TABLE table archive_2019');
  await inbox.answers('t', 'is there a backup?\r');
  await inbox.shows('is there a backup');
  const asked = await gate.agent(['wait', id]);
  echo('agent', `gate wait ${short}`, asked.stderr);
  console.log(`   exit status ${asked.status}`);
  const answer = 'yes, backup 4711 of last night';
  const answered = await gate.agent(['answer', id, '-m', answer]);
  echo('agent', `gate answer ${short} -m "${answer}"`, answered.stderr);

  await inbox.until(' ', '4711');
  await inbox.readsCard();
  await inbox.answers('a', '');
  const panel = inbox.shown().text;
  echo('person', 'gate inbox', panel.replace(/\n{3,}/g, '\n\n'));
  const [, code = ''] = /code (\w{3}-\w{3})/.exec(panel) ?? [];
  inbox.type(`${code}\r`);
  await inbox.shows('granted by person:');
  inbox.type('q');
  await inbox.ended;

  const resumed = gate.start(['--resume', id], { env });
  const ran = await resumed.ended;
  echo('agent', `gate --resume ${short}`, ran.stdout + ran.stderr);
  console.log(`   exit status ${ran.status}`);
  return first.status === 75 && asked.status === 75 && answered.status === 0 && ran.status === 0;
}

async function shows(started: Started, program: readonly string[], sql: string, from = 0): Promise<void> {
  const ran = await started.ended;
  const line = `gate -- ${program.join(' ')} '${sql}'`;
  echo('agent', from === 0 ? line : `${line}   (goes on)`, ran.stdout + ran.stderr.slice(from));
  console.log(`   exit status ${ran.status}`);
}

async function waitingId(gate: Gate): Promise<string> {
  const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout) as { requests: { id: string }[] };
  return requests[0]!.id;
}
