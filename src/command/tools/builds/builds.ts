import type { Action } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { absolute, programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, fileAt, withDoubt } from '../../reading.ts';
import { placesOutside } from '../packages/places.ts';
import { reachesOut } from '../packages/scripts.ts';
import { inlineCode, innerCommand } from './inner.ts';
import { make } from './make.ts';
import { COMPILERS, FILES, LOOKS, TARGETS } from './names.ts';
import { FAMILY, HAZARDS, MENDS } from './tools-table.ts';

/** Build, test and check tools: `execute` on the directory they work in. */
export const reader: Reader = { names: [], read };

const ASKS =
  /^(--version|-V|--help|-h|-version|-help|version|help|-dumpversion|-dumpmachine|--list|--verbose-version)$/;

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (argv.length === 2 && ASKS.test(argv[1] as string)) return { actions: [act(tool, tool, ['read'])] };
  if (/^([gb]|re|mingw32-)?make$/.test(tool)) return make(tool, argv, context);
  if (tool === 'java') return java(tool, argv);
  const words = argv.slice(1);
  const doubts = hazards(tool, words);
  if (inlineCode(tool, words)) doubts.push('it runs code given as text');
  const inner = innerCommand(tool, words);
  if (LOOKS.has(tool)) return looks(tool, words, doubts, context);
  const directory = directoryOf(tool, words, context);
  const targets = TARGETS.has(tool);
  const name = words.find((word) => !word.startsWith('-') && !word.includes('='));
  if (targets) {
    for (const word of words) {
      if (word === '--') break;
      if (word.startsWith('-') || /[/\\]/.test(word.replace(/^\/\/|:/g, ''))) continue;
      if (reachesOut(word) || AWAY[tool]?.test(word)) doubts.push(`by its name ${word} reaches beyond the project`);
    }
  }
  if (words.some((word) => word.startsWith(UNRESOLVED)) && targets) doubts.push('a target is only known when it runs');
  const outputs = COMPILERS.has(tool) ? outputsOf(tool, words, directory) : [];
  const inputs = COMPILERS.has(tool) ? sourcesOf(words) : words;
  const places = [
    directory,
    ...placesOutside(inputs, context.cwd, context.home).filter((place) => place !== directory),
  ];
  const operation = targets && name !== undefined && !name.includes(UNRESOLVED) ? name : tool;
  const actions: Action[] = places.map((path) =>
    act(tool, operation, ['execute'], { resource: fields({ kind: 'build', name: targets ? name : undefined, path }) }),
  );
  const runs =
    inner === undefined ? [] : [{ argv: inner, via: tool, ...(directory !== context.cwd && { cwd: directory }) }];
  const reading = { actions: [...actions, ...outputs], runs };
  // Files to look at, from wherever: without an option that runs something no argument makes it more.
  return withDoubt(FILES.has(tool) && !hasHazards(tool) ? { ...reading, settled: true } : reading, doubts);
}

/** Verbs of these tools that work elsewhere than in the project. */
const AWAY: Readonly<Record<string, RegExp>> = {
  playwright: /^(install|install-deps|uninstall|open|codegen)$/,
  cypress: /^(install|open)$/,
  flutter: /^(upgrade|downgrade|channel|config|precache|install)$/,
  'pre-commit': /^(autoupdate|try-repo)$/,
  expo: /^(login|register|logout)$/,
  turbo: /^(login|link|logout|unlink)$/,
  nx: /^(connect|migrate)$/,
  ng: /^(analytics)$/,
  mkdocs: /^(gh-deploy)$/,
  forge: /^(create|script|send)$/,
  hardhat: /^(ignition)$/,
  pdm: /^(self|cache)$/,
  hatch: /^(shell|self)$/,
  rye: /^(self|tools|toolchain)$/,
  swift: /^(package-registry|repl)$/,
  ninja: /^(install|uninstall)$/,
  meson: /^(install)$/,
  mvn: /^(deploy|site-deploy|release:.*|deploy:.*|exec:.*|versions:.*|wagon:.*)$/,
  gradle: /^(publish\w*|upload\w*|deploy\w*|release\w*|closeAndRelease\w*|install)$/,
  sbt: /^(publish\w*|release\w*)$/,
  lein: /^(deploy|install|upgrade|repl)$/,
  rake: /^(install|db:(drop|reset|migrate|seed|setup).*)$/,
  just: /^(install|uninstall)$/,
  task: /^(install|uninstall)$/,
};

function hasHazards(tool: string): boolean {
  return Object.hasOwn(HAZARDS, Object.hasOwn(FAMILY, tool) ? (FAMILY[tool] as string) : tool);
}

function hazards(tool: string, words: readonly string[]): string[] {
  const row = Object.hasOwn(FAMILY, tool) ? (FAMILY[tool] as string) : tool;
  const pattern = Object.hasOwn(HAZARDS, row) ? HAZARDS[row] : undefined;
  if (pattern === undefined) return [];
  const end = words.indexOf('--');
  const found: string[] = [];
  words.slice(0, end < 0 ? words.length : end).forEach((word, at) => {
    if (!pattern.test(word)) return;
    const next = words[at + 1] ?? '';
    if (word === '-p' && next.startsWith('no:')) return;
    if ((word === '-C' || word === '--codegen') && row === 'rustc' && !/^linker/.test(next)) return;
    found.push(`${word} can decide what runs`);
  });
  return found;
}

/** `-C DIR` and its like. */
function directoryOf(tool: string, words: readonly string[], context: ReadContext): string {
  let directory = context.cwd;
  words.forEach((word, at) => {
    const next = words[at + 1];
    const pair = /^--(directory|working-directory|project-dir|cwd|chdir|root)=(.+)$/.exec(word);
    if (pair !== null) directory = absolute(pair[2] as string, directory);
    else if (next === undefined || next.startsWith('-')) return;
    else if (word === '-C' && /^(ninja|samu|meson)$/.test(tool)) directory = absolute(next, directory);
    else if (/^--(directory|working-directory|project-dir|cwd|chdir)$/.test(word))
      directory = absolute(next, directory);
    else if ((word === '-d' || word === '--dir') && tool === 'task') directory = absolute(next, directory);
    else if (word === '-p' && tool === 'gradle') directory = absolute(next, directory);
  });
  return directory;
}

/** What a compiler writes: `-o FILE`, `-d DIR`, `--out-dir DIR`. */
function outputsOf(tool: string, words: readonly string[], directory: string): readonly Action[] {
  const files: string[] = [];
  words.forEach((word, at) => {
    const pair = /^(?:-output-directory|--output-directory|--out-dir|--output|-outdir)=(.+)$/.exec(word);
    const next = words[at + 1];
    if (pair !== null) files.push(pair[1] as string);
    else if (/^(-o|--out-dir|--output)$/.test(word) || (word === '-d' && /^(javac|kotlinc|scalac)$/.test(tool))) {
      if (next !== undefined) files.push(next);
    } else if (/^-o./.test(word) && !/^-(objdir|openmp)/.test(word) && tool !== 'as') files.push(word.slice(2));
  });
  return files
    .filter((file) => file !== '/dev/null' && file !== '-')
    .map((file) => act(tool, tool, ['write'], { resource: fileAt(file, directory) }));
}

/** Words a compiler compiles; headers and libraries of the system are only read. */
function sourcesOf(words: readonly string[]): readonly string[] {
  return words.filter(
    (word, at) =>
      !word.startsWith('-') &&
      !/^(-o|-I|-L|-isystem|-d|-cp|-classpath|--out-dir|-include|-B|--output)$/.test(words[at - 1] ?? ''),
  );
}

function looks(tool: string, words: readonly string[], doubts: readonly string[], context: ReadContext): Reading {
  const mends = Object.hasOwn(MENDS, tool) ? MENDS[tool] : undefined;
  if (mends !== undefined && words.some((word) => mends.test(word))) {
    const paths = words.filter((word) => !word.startsWith('-')).slice(0, 64);
    const places = (paths.length === 0 ? ['.'] : paths).map((path) => ({
      kind: /\.\w+$/.test(path) ? 'file' : 'build',
      path: absolute(path, context.cwd),
    }));
    return withDoubt({ actions: places.map((resource) => act(tool, tool, ['write'], { resource })) }, doubts);
  }
  const unknown = words.filter((word) => word.startsWith(UNRESOLVED)).map(() => 'a word is only known when it runs');
  const settled = !hasHazards(tool);
  return withDoubt({ actions: [act(tool, tool, ['read'])], settled }, settled ? doubts : [...doubts, ...unknown]);
}

/** A program in a language gate does not read. */
function java(tool: string, argv: readonly string[]): Reading {
  const at = argv.indexOf('-jar');
  const jar = at < 0 ? undefined : argv[at + 1];
  return {
    actions: [
      act(tool, tool, ['execute', 'unknown'], jar === undefined ? {} : { resource: { kind: 'file', name: jar } }),
    ],
    notes: ['java runs code that gate does not read'],
    settled: true,
  };
}
