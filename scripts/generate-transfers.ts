import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/**
 * Writes the option tables of programs without subcommands that talk to other machines, as those programs tell them
 * themselves: `src/command/grammars/{curl,wget,rsync,aria2c,httpie,openssh}.json`. Debian packages: curl wget rsync
 * aria2 httpie openssh-client. Run by hand where they are installed:
 *
 *     node scripts/generate-transfers.ts
 */

interface Table {
  flags: string;
  values: string;
  optional: string;
}

const folder = new URL('../src/command/grammars/', import.meta.url);

/** Help that is sorted by options, one a line: `-x, --long=VALUE` in any order, values in several spellings. */
function fromHelp(text: string, fix: Readonly<Record<string, keyof Table>> = {}): Table {
  const found: Record<keyof Table, string[]> = { flags: [], values: [], optional: [] };
  for (const line of text.split('\n')) {
    const head = /^ {0,8}(--?[\w#:].*)$/.exec(line)?.[1];
    if (head === undefined) continue;
    const spellings: string[] = [];
    let kind: keyof Table = 'flags';
    const one =
      /(--?[\w#:][\w.-]*)(\[=\S*|=[^\s,]+| <[^>]+>| \[\w[^\s]*| \{[^}]*\}| [A-Z][A-Z_]+(?:[[:][^,]*)?(?=,|$))?(,\s*)?/y;
    for (;;) {
      const match = one.exec(head);
      if (match === null) break;
      spellings.push(match[1] as string);
      if (match[2] !== undefined) kind = match[2].startsWith('[') ? 'optional' : 'values';
      if (match[3] === undefined) break;
    }
    const fixed = spellings.map((spelling) => fix[spelling]).find((known) => known !== undefined);
    found[fixed ?? kind].push(spellings.sort((first, other) => first.length - other.length).join('/'));
  }
  return { flags: found.flags.join(' '), values: found.values.join(' '), optional: found.optional.join(' ') };
}

/** The synopsis of the OpenSSH programs: `[-46Aa] [-B address] -Y sign`. */
function fromSynopsis(text: string): Table {
  const flags = new Set<string>();
  const values = new Set<string>();
  const usage = text.slice(text.search(/usage/i)).split(/\n\t-/)[0] ?? '';
  for (const [, letters = '', value] of usage.matchAll(/(?<![\w-])-([A-Za-z0-9]+)((?: (?!\[-)[\w<[][^|\s]*)?)/g)) {
    const takes = (value ?? '') !== '' && letters.length === 1;
    for (const letter of letters) (takes ? values : flags).add(`-${letter}`);
  }
  for (const value of values) flags.delete(value);
  return { flags: [...flags].join(' '), values: [...values].join(' '), optional: '' };
}

function say(program: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  });
  return `${stdout}\n${stderr}`;
}

function save(name: string, source: string, tables: unknown): void {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ source, ...(tables as object) }, null, 1)}\n`);
}

const version = (name: string): string =>
  `Debian ${name} ${execFileSync('dpkg-query', ['-W', '-f', '$' + '{Version}', name], { encoding: 'utf8' })}`;

save('curl', `${version('curl')}, curl --help all`, fromHelp(say('curl', '--help', 'all'), { '--help': 'optional' }));
save(
  'wget',
  `${version('wget')}, wget --help`,
  fromHelp(say('wget', '--help'), { '--max-redirect': 'values', '--hsts-file': 'values' }),
);
save('rsync', `${version('rsync')}, rsync --help`, fromHelp(say('rsync', '--help')));
save('aria2c', `${version('aria2')}, aria2c --help=#all`, fromHelp(say('aria2c', '--help=#all')));
save('httpie', `${version('httpie')}, http --help`, fromHelp(say('http', '--help')));
const ssh = ['ssh', 'scp', 'sftp', 'ssh-keygen', 'ssh-keyscan', 'ssh-agent', 'ssh-copy-id'];
save('openssh', `${version('openssh-client')}, the programs' own usage, and the manual of ssh-add`, {
  ...Object.fromEntries(ssh.map((program) => [program, fromSynopsis(say(program, '-?'))])),
  'ssh-add': fromSynopsis(`usage: ${say('man', 'ssh-add').split('DESCRIPTION')[0]?.split('SYNOPSIS')[1]}`),
});
