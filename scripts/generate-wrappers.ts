// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text of a shell, not of this language
/**
 * Writes src/command/tools/wrappers/options-table.ts: the options of programs that run another program, as their own
 * `--help` lists them. Run by hand on Debian 12: `node scripts/generate-wrappers.ts`. Programs that are not installed
 * are unpacked from their package (`apt-get download`), not installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Program, and its Debian package. */
const PROGRAMS: readonly (readonly [program: string, packageName: string])[] = [
  ...words('env nice nohup stdbuf timeout chroot', 'coreutils'),
  ...words('chrt ionice taskset setsid flock unshare nsenter setpriv prlimit setarch', 'util-linux'),
  ...words('script', 'bsdutils'),
  ...words('runuser su', 'util-linux'),
  ...words('xargs', 'findutils'),
  ...words('watch', 'procps'),
  ...words('sudo', 'sudo'),
  ...words('systemd-run systemd-inhibit systemd-cat', 'systemd'),
  ...words('start-stop-daemon', 'dpkg'),
  ...words('run-parts', 'debianutils'),
  ...words('strace', 'strace'),
  ...words('valgrind', 'valgrind'),
  ...words('hyperfine', 'hyperfine'),
  ...words('gdb', 'gdb'),
  ...words('rlwrap', 'rlwrap'),
  ...words('dbus-run-session', 'dbus-daemon'),
  ...words('xvfb-run', 'xvfb'),
  ...words('firejail', 'firejail'),
  ...words('bwrap', 'bubblewrap'),
  ...words('pkexec', 'pkexec'),
  ...words('faketime', 'faketime'),
  ...words('tini', 'tini'),
  ...words('dumb-init', 'dumb-init'),
  ...words('catatonit', 'catatonit'),
  ...words('torsocks', 'torsocks'),
  ...words('entr', 'entr'),
  ...words('numactl', 'numactl'),
  ...words('cpulimit', 'cpulimit'),
  ...words('cgexec', 'cgroup-tools'),
  ...words('chpst', 'runit'),
  ...words('softlimit setlock', 'daemontools'),
  ...words('chronic ifne', 'moreutils'),
  ...words('schedtool', 'schedtool'),
];

function words(list: string, packageName: string): (readonly [string, string])[] {
  return list.split(' ').map((program) => [program, packageName] as const);
}

const folder = mkdtempSync(join(tmpdir(), 'wrappers-'));

function helpOf(program: string, packageName: string): string {
  let path = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();
  if (path === '') {
    if (!existsSync(join(folder, packageName))) {
      execFileSync('apt-get', ['download', '-qq', packageName], { cwd: folder, stdio: 'ignore' });
      execFileSync('sh', ['-c', `dpkg -x ${packageName}_*.deb ${packageName}`], { cwd: folder });
    }
    path = ['usr/bin', 'usr/sbin', 'bin', 'sbin']
      .map((bin) => join(folder, packageName, bin, program))
      .find((name) => existsSync(name)) as string;
  }
  const asked = spawnSync(path, [program === 'hyperfine' ? '--help' : program === 'faketime' ? '-h' : '--help'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', COLUMNS: '200' },
    timeout: 10_000,
    input: '',
  });
  return `${asked.stdout}\n${asked.stderr}`;
}

type Takes = 'flags' | 'values' | 'optional';

function optionsOf(help: string): Record<Takes, string[]> {
  const found: Record<Takes, string[]> = { flags: [], values: [], optional: [] };
  const seen = new Set<string>();
  const add = (takes: Takes, spellings: readonly string[]): void => {
    const fresh = spellings.filter((spelling) => !seen.has(spelling));
    for (const spelling of fresh) seen.add(spelling);
    if (fresh.length > 0) found[takes].push(fresh.join('/'));
  };
  for (const line of help.split('\n')) {
    const listed = /^\s+(-{1,2}[A-Za-z0-9].*)$/.exec(line);
    if (listed === null) continue;
    const [spec = ''] = (listed[1] as string).split(/\s{2,}|\t|\s+(?=[a-z]+ [a-z]+ [a-z])/);
    const spellings: string[] = [];
    let takes: Takes = 'flags';
    for (const one of spec.split(/,\s*|\s+\|\s*|\s+(?=--?[A-Za-z])/)) {
      const parts = /^(--?[A-Za-z0-9][\w-]*)(.*)$/.exec(one);
      if (parts === null) continue;
      const [, spelling = '', rest = ''] = parts;
      spellings.push(spelling);
      if (/^\s*\[/.test(rest)) takes = 'optional';
      else if (/^(=|\s*<|\s+[A-Za-z.{[])/.test(rest)) takes = 'values';
    }
    add(takes, spellings);
  }
  // What a usage line shows in brackets: `[-abc]`, `[-o file]`.
  for (const [, letters = ''] of help.matchAll(/\[-([A-Za-z0-9]+)\]/g))
    for (const letter of letters) add('flags', [`-${letter}`]);
  for (const [, letter = ''] of help.matchAll(/\[-([A-Za-z])[ <|][^\]]+\]/g)) add('values', [`-${letter}`]);
  return found;
}

const rows = PROGRAMS.map(([program, packageName]) => {
  const { flags, values, optional } = optionsOf(helpOf(program, packageName));
  const part = (name: Takes, list: readonly string[]): string =>
    list.length === 0 ? '' : `\n    ${name}: ${JSON.stringify(list.join(' '))},`;
  return `  ${JSON.stringify(program)}: {${part('flags', flags)}${part('values', values)}${part('optional', optional)}\n  },`;
});
rmSync(folder, { recursive: true });
const versions = execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'coreutils'], { encoding: 'utf8' });
writeFileSync(
  new URL('../src/command/tools/wrappers/options-table.ts', import.meta.url),
  `/**
 * The options of programs that run another program, as their \`--help\` lists them on Debian 12 (coreutils ${versions}).
 * Made by \`node scripts/generate-wrappers.ts\`; do not edit.
 */
export const OPTIONS: Readonly<Record<string, { readonly flags?: string; readonly values?: string; readonly optional?: string }>> = {
${rows.join('\n')}
};
`,
);
