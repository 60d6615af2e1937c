import { defineConfig } from 'vitest/config';

// `pure` answers in seconds on every save; `real` starts processes, files, databases and terminals.
const real = [
  'test/e2e/**/*.test.ts',
  'test/bypasses/**/*.test.ts',
  'test/channels/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/previews/**/*.test.ts',
  'test/server/**/*.test.ts',
  'test/store/**/*.test.ts',
  'test/docs/snippets.test.ts',
];

// By name only (`npm run test:long`): minutes.
const long = ['test/long/**/*.test.ts'];
// By name only (`npm run test:servers`): servers that this project does not start itself.
const servers = ['test/servers/**/*.test.ts'];

// By name only (`npm run test:browser`): a real browser.
const browser = ['test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      // Seconds, not milliseconds: two cores may be busy with the other project.
      {
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...real, ...long, ...servers, ...browser],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'real', include: real, testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 } },
      { test: { name: 'servers', include: servers, testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'browser', include: browser, testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 1 } },
      { test: { name: 'long', include: long, testTimeout: 900_000, hookTimeout: 120_000 } },
    ],
  },
});
