import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import type { Reading } from '../../reader.ts';
import { act } from '../../reading.ts';

/**
 * `npx PACKAGE` and its like run a program of the project when it has one of that name, and else download it. For a
 * well-known build tool without a version, the project's own is meant; everything else is code from outside.
 */
const OWN = new Names(
  'tsc eslint prettier vitest jest mocha ava biome oxlint stylelint vite webpack rollup esbuild next nuxt turbo nx lerna playwright cypress ' +
    'tsup vue-tsc svelte-check rimraf cross-env concurrently lint-staged commitlint husky nyc c8 typedoc prisma tailwindcss postcss ' +
    'storybook knip depcheck publint attw tap karma wdio babel swc ng astro remix expo-doctor markdownlint markdownlint-cli2 cspell',
);

/** Options before the package. */
const PLAIN = new Names(
  '-y --yes --no --no-install -n --quiet -q --silent --bun --prefer-offline --offline --ignore-scripts --no-color',
);

export function runnerOf(tool: string, argv: readonly string[]): Reading | undefined {
  if (!/^(npx|pnpx|bunx|uvx)$/.test(tool)) return undefined;
  if (argv.length === 2 && /^(--version|-v|--help|-h|-V)$/.test(argv[1] as string))
    return { actions: [act(tool, tool, ['read'])] };
  let at = 1;
  while (at < argv.length && PLAIN.has(argv[at] as string)) at++;
  if (argv[at] === '--') at++;
  const name = argv[at] ?? '';
  if (tool !== 'uvx' && OWN.has(name) && !name.includes(UNRESOLVED)) {
    return { actions: [], runs: [{ argv: argv.slice(at), via: tool }] };
  }
  return {
    actions: [
      act(
        tool,
        tool,
        ['execute', 'unknown'],
        name === '' || name.startsWith('-') ? {} : { resource: { kind: 'package', package: name } },
      ),
    ],
    notes: [`${tool} downloads a program and runs it`],
    settled: true,
  };
}
