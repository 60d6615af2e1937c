import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes what Redis says about its commands (read-only, writing, or neither) from Debian's redis-server and, for newer
 * commands, from the list that the ioredis project keeps; and the options of redis-cli from its `--help`. Nothing is
 * installed: the packages are unpacked into a folder of their own. By hand:
 *
 *     node scripts/generate-redis.ts && npx biome check --write src/command/tools/redis
 */

const NEWER = '@ioredis/commands@2.1.1';
const PACKAGES = ['redis-server', 'redis-tools', 'liblzf1', 'libjemalloc2'];
const work = mkdtempSync(join(tmpdir(), 'redis-'));
chmodSync(work, 0o755);
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: work, encoding: 'utf8', maxBuffer: 1e9, env });
const env: NodeJS.ProcessEnv = { ...process.env, LD_LIBRARY_PATH: join(work, 'usr/lib/x86_64-linux-gnu') };

type Subcommand = readonly [name: string, arity: number, flags: readonly string[]];
type Command = readonly [...Subcommand, ...unknown[]];

run('apt-get', 'download', ...PACKAGES);
for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) run('dpkg', '-x', file, '.');
const cli = join(work, 'usr/bin/redis-cli');
const socket = join(work, 'socket');
const server = spawn(join(work, 'usr/bin/redis-server'), ['--port', '0', '--unixsocket', socket, '--save', ''], {
  env,
  stdio: 'ignore',
  cwd: work,
});
while (!existsSync(socket)) await new Promise((done) => setTimeout(done, 50));
const commands = JSON.parse(run(cli, '-s', socket, '--json', 'COMMAND')) as readonly Command[];
const version = run(cli, '--version').trim();
const help = run(cli, '--help');
server.kill();

/** By name, subcommands as `config|set`. */
const flags = new Map<string, readonly string[]>();
for (const command of commands) {
  const subcommands = (command[9] ?? []) as readonly Subcommand[];
  for (const [name, , list] of subcommands.length > 0 ? subcommands : [command as unknown as Subcommand])
    flags.set(name, list);
}

interface Newer {
  readonly flags: readonly string[];
  readonly subcommands?: Readonly<Record<string, Newer>>;
}
run('npm', 'pack', '--silent', NEWER);
run('tar', 'xzf', readdirSync(work).find((name) => name.endsWith('.tgz')) as string);
const newer = JSON.parse(readFileSync(join(work, 'package/built/commands.json'), 'utf8')) as Record<string, Newer>;
for (const [name, command] of Object.entries(newer)) {
  const all = Object.entries(command.subcommands ?? {}).map(([sub, { flags }]) => [`${name}|${sub}`, flags] as const);
  for (const [full, list] of all.length > 0 ? all : [[name, command.flags] as const])
    if (!flags.has(full)) flags.set(full, list);
}

const of = (test: (list: readonly string[]) => boolean): string =>
  [...flags]
    .filter(([, list]) => test(list))
    .map(([name]) => name)
    .sort()
    .join(' ')
    .replaceAll(/(.{90,115}) /g, '$1\n');

const options = { flags: [] as string[], many: [] as string[] };
for (const line of help.slice(0, help.indexOf('Cluster Manager Commands')).split('\n')) {
  const [, spelling, value] = /^ {1,2}(--?[A-Za-z0-9][\w-]*)( <[^>]+>)?/.exec(line) ?? [];
  if (spelling !== undefined) (value === undefined ? options.flags : options.many).push(spelling);
}
// This help ends with a failure.
const managing = spawnSync(cli, ['--cluster', 'help'], { env, encoding: 'utf8' }).stdout;
const cluster = [
  ...new Set([...managing.matchAll(/^ +(--cluster-[\w-]+)( <[^>]+>)?/gm)].map((match) => match.slice(1, 3).join(''))),
];
options.flags.push(...cluster.filter((option) => !option.includes(' ')));
options.many.push(...cluster.filter((option) => option.includes(' ')).map((option) => option.split(' ')[0] as string));

writeFileSync(
  new URL('../src/command/tools/redis/commands-table.ts', import.meta.url),
  `// Written by scripts/generate-redis.ts from ${version} (Debian) and ${NEWER}; change that, not this.
import { Names } from '../../names.ts';

/** Commands that the server itself marks as read-only. */
export const READS = new Names(\`\n${of((list) => list.includes('readonly'))}\n\`);

/** Commands it marks as writing. */
export const WRITES = new Names(\`\n${of((list) => list.includes('write'))}\n\`);

/** Neither: commands about the server, the connection, scripts. What they do is judged in commands.ts. */
export const OTHERS = new Names(\`\n${of((list) => !list.includes('write') && !list.includes('readonly'))}\n\`);

/** The options of redis-cli. */
export const OPTIONS = ${JSON.stringify({ flags: options.flags.join(' '), many: options.many.join(' ') }, null, 2)};
`,
);
rmSync(work, { recursive: true });
