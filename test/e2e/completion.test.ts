import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { everyOutline, outline } from '../../src/cli/outline.ts';
import { GATE, Gate } from '../kit/gate.ts';
import { atTerminal, cleanEnvironment } from '../kit/person.ts';
import { holdTouch } from '../kit/policies.ts';

const here = mkdtempSync(join(tmpdir(), 'gate-completion-'));
afterAll(() => rmSync(here, { recursive: true, force: true }));
mkdirSync(join(here, 'bin'));
symlinkSync(GATE, join(here, 'bin', 'gate'));
writeFileSync(join(here, 'a file.txt'), '');
writeFileSync(join(here, '*'), '');
mkdirSync(join(here, 'a folder'));
// A program whose arguments nobody knows.
writeFileSync(join(here, 'bin', 'unheard-of'), '#!/bin/sh\n', { mode: 0o755 });

const PATH = `${join(here, 'bin')}:/usr/bin:/bin`;
const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const library = '/usr/share/bash-completion/bash_completion';
const hasLibrary = spawnSync('test', ['-f', library]).status === 0;

function printed(shell: string): string {
  const file = join(here, `completion.${shell}`);
  writeFileSync(file, execFileSync(GATE, ['completion', shell], { encoding: 'utf8', env: cleanEnvironment() }));
  return file;
}

interface Asking {
  readonly env?: Readonly<Record<string, string>>;
  readonly library?: boolean;
}

/** What bash would offer at the end of a line. */
function bash(words: readonly string[], { env, library: loaded = false }: Asking = {}): string[] {
  const script = `
    ${loaded ? `. ${library}` : ''}
    . ${printed('bash')}
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=\${#COMP_LINE} COMP_TYPE=9 COMP_KEY=9
    _gate gate "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-c', script, 'bash', ...words], {
    cwd: here,
    encoding: 'utf8',
    env: cleanEnvironment({ PATH, ...env }),
  });
  // Outside of an interactive line there is no completion whose options could be set.
  expect(stderr.replaceAll(/.*compopt: not currently executing.*\n/g, '')).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

/** What fish would offer at the end of a line. */
function fish(line: string, { env }: Asking = {}): string[] {
  const script = `source ${printed('fish')}; complete -C ${JSON.stringify(line)}`;
  const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], {
    cwd: here,
    encoding: 'utf8',
    env: cleanEnvironment({ PATH, HOME: here, ...env }),
  });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t')[0]!);
}

const ways = [
  ['bash', (line: string, asking?: Asking) => bash(line.split(' '), asking), has('bash')],
  ['fish (needs fish)', fish, has('fish')],
] as const;

describe.each(ways)('completion in %s', (_, offered, present) => {
  const here = test.skipIf(!present);

  here('offers every subcommand and every option there is', () => {
    for (const { words, options, subcommands } of everyOutline(outline())) {
      const line = ['gate', ...words].join(' ');
      const below = subcommands.map((each) => each.words.at(-1)!);
      if (below.length > 0) expect(offered(`${line} `)).toEqual(expect.arrayContaining(below));
      const long = options.map((option) => option.long);
      expect(offered(`${line} --`)).toEqual(expect.arrayContaining(long));
    }
  });

  here('completes what was begun, and offers nothing where nobody can know', () => {
    expect(offered('gate appr')).toEqual(['approve']);
    expect(offered('gate grants rev')).toEqual(['revoke']);
    expect(offered('gate policy sim')).toEqual(['simulate']);
    expect(offered('gate -m why li')).toEqual(['list']);
    expect(offered('gate completion z')).toEqual(['zsh']);
    expect(offered('gate -m ')).toEqual([]);
    // The word after an option that takes one is no subcommand.
    expect(offered('gate -m grants rev')).toEqual(['review', 'revoke'].toSorted());
  });

  here('files are offered where files are read, with whatever stands in their names', () => {
    expect(offered('gate policy check a').map((file) => file.replaceAll('\\', ''))).toContain('a file.txt');
    expect(offered('gate policy simulate --policy a').map((file) => file.replaceAll(/[\\/]/g, ''))).toEqual([
      'a folder',
    ]);
    expect(offered('gate policy check \\*').length + offered('gate policy check *').length).toBeGreaterThan(0);
  });

  here('offers the ids that something can be done with, and begins no log', async () => {
    using gate = new Gate(holdTouch());
    const env = { GATE_HOME: gate.home };
    expect(offered('gate approve ', { env })).toEqual([]);
    expect(gate.has('audit.db')).toBe(false);
    const id = (await gate.ask(['--', 'touch', 'x'])).slice(-8);
    for (const word of ['approve', 'deny', 'show', 'wait', 'cancel', '--resume']) {
      expect(offered(`gate ${word} `, { env })).toContain(id);
    }
    expect(offered('gate answer ', { env })).not.toContain(id);
    expect(offered('gate schema aud', { env })).not.toEqual([]);
    expect(offered('gate policy packs base', { env })).toEqual(['baseline']);
  });

  here('after -- it is the command that is completed', () => {
    expect(offered('gate -- unheard-')).toEqual(['unheard-of']);
    expect(offered('gate -m why -- unheard-')).toEqual(['unheard-of']);
    expect(offered('gate explain -- unheard-')).toEqual(['unheard-of']);
    expect(offered('gate -- unheard-of a').map((file) => file.replaceAll('\\', ''))).toContain('a file.txt');
    expect(offered('gate -- unheard-of inbo')).toEqual([]);
  });
});

describe('completion in bash', () => {
  test.skipIf(!hasLibrary)('after -- the completions of other programs are used (needs bash-completion)', () => {
    expect(bash(['gate', '--', 'unheard-'], { library: true })).toEqual(['unheard-of']);
    // The library has one for this program, and knows its options.
    expect(bash(['gate', '--', 'mkdir', '--par'], { library: true })).toEqual(['--parents']);
  });

  test('a value behind = is completed like one of its own', () => {
    expect(bash(['gate', 'policy', 'simulate', '--policy', '=', 'a'])).toEqual(['a folder']);
    expect(bash(['gate', 'policy', 'simulate', '--policy', '='])).toContain('a folder');
  });
});

test.skipIf(!has('zsh'))('completion in zsh: subcommands, ids, and the command after -- (needs zsh)', async () => {
  using gate = new Gate(holdTouch());
  const id = (await gate.ask(['--', 'touch', 'x'])).slice(-8);
  const functions = join(gate.home, 'functions');
  mkdirSync(functions);
  writeFileSync(join(functions, '_gate'), execFileSync(GATE, ['completion', 'zsh'], { env: cleanEnvironment() }));
  const env = { GATE_HOME: gate.home, ZDOTDIR: gate.home, PATH, TERM: 'dumb' };
  const session = atTerminal(['zsh', '-f', '-i'], { cwd: here, env, cols: 400 });
  await session.sees(/[#%$] /);
  session.type(`PS1=; fpath=(${functions} $fpath); autoload -Uz compinit && compinit -u -D && echo re''ady\r`);
  await session.sees('ready');
  const completed = async (line: string, whole: string) => {
    session.type(`${line}\t`);
    const shown = () => session.screen().replaceAll(/\x1b\[[\d;?]*[A-Za-z]/g, '');
    await session.sees(() => shown().includes(`${line.slice(0, line.indexOf(';'))}; ${whole}`));
    session.type('\x15');
  };
  await completed('echo 1; gate appr', 'gate approve ');
  await completed('echo 2; gate policy sim', 'gate policy simulate ');
  await completed('echo 3; gate approve ', `gate approve ${id}`);
  await completed('echo 4; gate approve --dig', 'gate approve --digest');
  await completed('echo 5; gate -m why -- unheard-', 'gate -m why -- unheard-of ');
  await completed('echo 6; gate -- unheard-of a\\ fi', 'gate -- unheard-of a\\ file.txt ');
  session.type('\x15exit\r');
  await session.ended;
});
