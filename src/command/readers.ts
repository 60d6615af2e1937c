import { Names } from './names.ts';
import { programOf } from './paths.ts';
import type { Reader } from './reader.ts';
import { reader as plain } from './tools/plain.ts';

/**
 * Which file reads which program. Each is loaded when its first command comes by; a program that is not listed falls to
 * the table of plain tools, which answers `unknown` for what it does not know either.
 */
const FILES: readonly (readonly [names: Names, load: () => Promise<{ readonly reader: Reader }>])[] = [
  [new Names('kubectl'), () => import('./tools/kubectl/kubectl.ts')],
  [new Names('aws'), () => import('./tools/aws/aws.ts')],
  [new Names('psql'), () => import('./tools/psql/psql.ts')],
  [new Names('sh bash dash zsh ksh mksh ash rbash'), () => import('./tools/shell/shell.ts')],
  [new Names('find'), () => import('./tools/find.ts')],
  [
    new Names(
      'env sudo doas su timeout gtimeout nice ionice chrt taskset nohup setsid stdbuf unbuffer xargs command builtin exec time watch ' +
        'flock chroot unshare nsenter script busybox toybox ssh parallel systemd-run runuser setpriv prlimit numactl caffeinate strace ltrace ' +
        'firejail fakeroot proxychains proxychains4 torsocks catchsegv',
    ),
    () => import('./tools/wrappers/wrappers.ts'),
  ],
  [
    new Names(
      'python python2 python3 node nodejs bun deno perl ruby php lua tclsh awk gawk mawk nawk make gmake npx pnpx bunx npm yarn pnpm ' +
        'eval source . expect Rscript julia groovy osascript pwsh irb ipython vi vim nvim ex ed emacs nano gdb at batch crontab',
    ),
    () => import('./tools/interpreters.ts'),
  ],
];

/** A ready reader per program name: loading and preparing happen once. */
const ready = new Map<string, Reader>();

/** The reader for a program as named in argv[0]; undefined when no reader may answer for that name. */
export function readerFor(program: string): Reader | undefined | Promise<Reader | undefined> {
  const known = ready.get(program);
  return known ?? load(program);
}

async function load(program: string): Promise<Reader | undefined> {
  if (whyNotKnown(program) !== undefined) return undefined;
  const { base } = programOf(program);
  const file = FILES.find(([names]) => names.has(base));
  if (file === undefined) return keep(program, plain);
  const { reader } = await file[1]();
  await reader.prepare?.();
  return keep(program, reader);
}

/** Attacker-chosen names must not grow the table without end. */
function keep(program: string, reader: Reader): Reader {
  if (ready.size < 1000) ready.set(program, reader);
  return reader;
}

/** Why a program's name cannot be trusted to be the tool it looks like, or undefined when it can. */
export function whyNotKnown(program: string): string | undefined {
  if (program === '') return 'the command has an empty name';
  if (!/^[\x21-\x7e]+$/.test(program)) return 'the name of the program is not plain ASCII';
  if (!programOf(program).trusted) return 'the program is named by a path outside the system directories';
  return undefined;
}

/** Every name in the table, for completeness tests. */
export function knownPrograms(): readonly string[] {
  return FILES.flatMap(([names]) => names.all());
}
