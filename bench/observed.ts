/**
 * What `gate policy simulate` says of a week of agents, from a file of commands: one JSON object a line with `session`,
 * `shell`, and perhaps `cwd` (in the project), `project_root` and `flavour`. Each becomes a tool call that a hook saw in observe
 * mode, under the default packs; ten sessions a day, a command every twenty seconds.
 *
 *     node bench/observed.ts FILE.jsonl [DIRECTORY]
 *
 * The log is left in DIRECTORY, for `GATE_HOME=DIRECTORY gate policy simulate` and `gate audit session`.
 */
import { createReadStream, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { projected } from '../src/approval/projection.ts';
import type { SeenCall } from '../src/audit/calls.ts';
import type { Stream } from '../src/broker/steps.ts';
import { noFiles } from '../src/command/files.ts';
import { understand } from '../src/command/understand.ts';
import { assumedWorkTree } from '../src/command/worktree/surroundings.ts';
import { decide } from '../src/policy/decide.ts';
import { loadPolicies } from '../src/policy/load.ts';
import { prepareConditions } from '../src/policy/prepare.ts';
import type { Principal } from '../src/request/request.ts';
import { SqliteStore } from '../src/store/sqlite.ts';

const SESSIONS_A_DAY = 10;
const SECONDS_APART = 20;
const DAYS = 7;

const [file, into] = process.argv.slice(2);
if (file === undefined) throw new Error('which file?');
const home = resolve(into ?? mkdtempSync(join(tmpdir(), 'gate-observed-')));
mkdirSync(home, { recursive: true, mode: 0o700 });
writeFileSync(join(home, 'config.yaml'), 'version: 1\nmode: observe\n', { mode: 0o600 });

const paths = { system: '/nonexistent', user: join(home, 'policies'), repository: [], needsWorkTree: false };
const policies = await loadPolicies({ paths, systemMode: 'observe', tools: 'all' });
await prepareConditions(policies);

const start = Date.now() - DAYS * 86_400_000;
let at = start;
const store = new SqliteStore<Stream>({
  path: join(home, 'audit.db'),
  project: projected,
  now: () => at,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
});
const user = { uid: 1000, name: 'ann' };
const principal: Principal = {
  kind: 'agent',
  id: 'agent:claude-code@ann',
  owner: 'person:ann',
  known: 'claimed',
  harness: 'claude-code',
};
const sessions = new Map<string, number>();
let commands = 0;
for await (const line of createInterface({ input: createReadStream(file) })) {
  const { session, shell, cwd: inside, project_root: root = '/home/ann/project', flavour = 'agent' } = JSON.parse(line);
  if (flavour !== 'agent') continue;
  if (!sessions.has(session)) sessions.set(session, sessions.size);
  const day = Math.floor((sessions.get(session) ?? 0) / SESSIONS_A_DAY);
  if (day >= DAYS) break;
  at = Math.max(at + SECONDS_APART * 1000, start + day * 86_400_000);
  const cwd = join(root, inside ?? '.');
  const argv = ['bash', '-c', shell];
  const surroundings = assumedWorkTree(root);
  const context = { environment: {}, cwd, home: '/home/ann', stdin: 'null', files: noFiles, surroundings } as const;
  const { actions, opaque } = await understand(argv, context);
  const facts = { principal, argv, cwd, host: 'laptop', user, tty: false, stdin: 'null', parents: [], at } as const;
  const call: SeenCall = {
    principal,
    claimed: { hook: 'claude', tool: 'Bash', session },
    command: shell,
    ...{ cwd, host: 'laptop', user, actions, notes: [], opaque },
    decision: decide(facts, { actions }, policies, () => 0),
    answer: 'passed',
  };
  await store.append([{ type: 'call.seen', request: null, payload: call }]);
  commands++;
}
store.close();
process.stdout.write(`${commands} commands of ${sessions.size} sessions in ${home}\n`);
