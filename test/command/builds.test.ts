import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILD_TOOLS } from '../../src/command/tools/builds/names.ts';
import { effects, meaning, onlyReads } from './support.ts';

const run = (line: string) => meaning(line.split(' ').filter(Boolean));

describe('build and test tools', () => {
  test.each([
    'make',
    'make -j4 test',
    'make -j 4 test',
    'make -n build',
    'make CC=gcc all',
    'make -C . -s lint',
    'pytest -q tests/test_deploy.py::test_x -k "a or b"',
    'pytest -p no:cacheprovider',
    'tsc --noEmit',
    'eslint .',
    'prettier --check .',
    'ruff check --fix',
    'golangci-lint run ./...',
    'golangci-lint run --enable=unused',
    'jest --watch',
    'vitest run',
    'mvn clean verify',
    'gradle build -x test',
    'just test',
    'task build',
    'rake spec',
    'cmake -S . -B build',
    'cmake --build build',
    'ctest --test-dir build',
    'ninja -j4',
    'mypy src',
    'black .',
    'turbo run build',
    'nx test app',
    'pre-commit run --all-files',
    'staticcheck ./...',
    'bazel build //...',
    'gcc -c x.c -I/usr/include',
    'vite build',
    'tox -e py311',
    'hugo',
    'phpunit',
    'swift test',
    'playwright test',
  ])('%s runs the project', async (line) => {
    const { actions } = await run(line);
    expect(actions.map((action) => [action.effects.join(), action.resource.kind, action.resource['path']])).toEqual([
      ['execute', 'build', '/work'],
    ]);
  });

  test.each(
    [
      'make --version',
      'pytest --version',
      'tsc -v --version',
      'gcc --version',
      'shellcheck x.sh',
      'gofmt -l .',
      'gofmt -d x.go',
      'hadolint Dockerfile',
      'java -version',
      'just --list',
      'nm a.out',
    ].filter((line) => line !== 'tsc -v --version'),
  )('%s only reads', async (line) => {
    expect(onlyReads(await run(line))).toBe(true);
  });

  test.each([
    'make install',
    'make deploy',
    'make release',
    'make -f - all',
    'make --eval=x',
    'make SHELL=/tmp/x',
    'make -E x',
    'make X=$(sh)',
    'make --frobnicate',
    'just deploy',
    'mvn deploy',
    'gradle publish',
    'rake db:drop',
    'pytest -p evil',
    'gcc -wrapper sh x.c',
    'gcc -fplugin=x.so x.c',
    'gcc @args',
    'gcc -specs=x y.c',
    'java -jar x.jar',
    'java Main',
    'cmake -E rm -rf x',
    'rustc -C linker=sh x.rs',
    'pdflatex -shell-escape x',
    'playwright install',
    'ctest -S x',
    'actionlint -shellcheck=x',
    'nm --plugin x.so y',
    'make help-me-deploy',
  ])('%s is in doubt', async (line) => {
    expect((await run(line)).opaque).toBe(true);
  });

  test('what a compiler writes is an action of its own', async () => {
    expect(
      (await run('gcc -o out/x x.c -lm')).actions.map((action) => [action.effects.join(), action.resource['path']]),
    ).toEqual([
      ['execute', '/work'],
      ['write', '/work/out/x'],
    ]);
    expect((await run('gcc -o/etc/x x.c')).actions[1]?.resource['path']).toBe('/etc/x');
    expect((await run('javac -d /tmp/out X.java')).actions[1]?.resource['path']).toBe('/tmp/out');
  });

  test('places outside are named', async () => {
    const places = async (line: string) => (await run(line)).actions.map((action) => action.resource['path']);
    expect(await places('make -C sub test')).toEqual(['/work/sub']);
    expect(await places('make -f /tmp/Makefile')).toEqual(['/work', '/tmp/Makefile']);
    expect(await places('pytest --rootdir=/x ../y/test.py::test')).toEqual(['/work', '/x', '/y/test.py']);
    expect(await places('golangci-lint run -c /tmp/c.yaml')).toEqual(['/work', '/tmp/c.yaml']);
    expect(effects(await run('gofmt -w x.go'))).toEqual(['write']);
  });

  test('it never throws, and only looking tools read', async () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom('install', '-o', '--', '-C', 'x', '-p', '/abs', '\0', '@x'), fc.string()),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...BUILD_TOOLS.all()), words, async (tool, list) => {
        expect((await meaning([tool, ...list])).actions.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a command behind a build tool', () => {
  test.each([
    'tox -- kubectl delete ns x',
    'tox exec -- kubectl delete ns x',
    'nyc kubectl delete ns x',
    'lerna exec -- kubectl delete ns x',
    'pdm run kubectl delete ns x',
  ])('is judged as well: %s', async (line) => {
    const { actions } = await run(line);
    expect(actions).toContainEqual(expect.objectContaining({ tool: 'kubectl', operation: 'delete' }));
  });

  test.each(['pdm run test', 'hatch run test:cov', 'gradle test -- --info', 'pytest -k run tests/x.py'])(
    'is not the name of a task: %s',
    async (line) => {
      expect((await run(line)).actions.map((action) => action.effects)).toEqual([['execute']]);
    },
  );

  test.each(['rake -e x', 'ghc -e x', 'crystal eval x', 'mix run -e x', 'go run -'])(
    'code given as text is a doubt: %s',
    async (line) => {
      expect((await run(line)).opaque).toBe(true);
    },
  );
});
