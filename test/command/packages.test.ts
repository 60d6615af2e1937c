import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLAG_MANAGERS, PACKAGE_MANAGERS } from '../../src/command/tools/packages/names.ts';
import { reachesOut } from '../../src/command/tools/packages/scripts.ts';
import { judgedVerbs } from '../../src/command/tools/packages/verbs-table.ts';
import { effects, meaning, onlyReads, operations } from './support.ts';

const run = (line: string) => meaning(line.split(' ').filter(Boolean));

describe('package managers', () => {
  test.each([
    'npm ls',
    'npm view x version',
    'npm outdated --json',
    'npm audit',
    'npm config get registry',
    'npm --version',
    'npm install --help',
    'npm',
    'yarn why x',
    'yarn --version',
    'pnpm list -r',
    'pnpm why x',
    'bun pm ls',
    'cargo tree -e features',
    'cargo metadata --format-version 1',
    'cargo --version',
    'cargo +nightly search x',
    'go version',
    'go env GOPATH',
    'go list -m all',
    'go doc fmt.Println',
    'go mod why x',
    'pip list --outdated',
    'pip show x',
    'pip3 freeze',
    'pip --version',
    'poetry show --tree',
    'uv pip list',
    'uv python list',
    'gem list',
    'brew list',
    'brew --prefix',
    'brew info x',
    'apt list --installed',
    'apt-cache policy x',
    'apt-get install -s x',
    'dnf list installed',
    'yum search x',
    'dpkg -l',
    'dpkg -L x',
    'dpkg-query -W',
    'rpm -qa',
    'rpm -ql x',
    'pacman -Ss x',
    'pacman -Qi x',
    'apk info -e x',
    'snap list',
    'flatpak list',
    'rustup show',
    'rustup toolchain list',
    'conda info',
    'conda env list',
    'mise ls',
    'mise tasks',
    'nix search nixpkgs x',
    'composer show -i',
    'nix-env -q',
  ])('%s only reads', async (line) => {
    expect(onlyReads(await run(line))).toBe(true);
  });

  test.each([
    'npm ci',
    'npm install',
    'npm i left-pad',
    'npm clean-install',
    'npm test',
    'npm run build',
    'npm run test:unit',
    'yarn',
    'yarn --frozen-lockfile',
    'yarn build',
    'yarn test:only --ci',
    'pnpm install --frozen-lockfile',
    'pnpm lint',
    'bun test',
    'bun run build',
    'cargo build --release',
    'cargo +nightly test -p x -- --nocapture',
    'cargo clippy -- -D warnings',
    'cargo publish --dry-run',
    'go build ./...',
    'go test -race -run TestX ./...',
    'go vet ./...',
    'go mod tidy',
    'go run .',
    'go install ./cmd/x',
    'go tool cover -html=c.out',
    'uv sync',
    'uv lock --check',
    'poetry install',
    'bundle install',
    'composer install',
    'mise run test',
    'mise run test:integration -- -run X',
    'dotnet test',
    'mix test',
    'cabal build',
    'npm publish --dry-run',
  ])('%s builds the project it stands in', async (line) => {
    const { actions } = await run(line);
    expect(actions.map((action) => [action.effects.join(), action.resource.kind, action.resource['path']])).toEqual([
      ['execute', 'build', '/work'],
    ]);
  });

  test.each([
    ['apt-get install -y x', 'write'],
    ['apt update', 'write'],
    ['apt purge x', 'destroy'],
    ['brew install x', 'write'],
    ['brew uninstall x', 'destroy'],
    ['pip install x', 'write'],
    ['pip uninstall x', 'destroy'],
    ['npm install -g x', 'write'],
    ['npm uninstall -g x', 'destroy'],
    ['cargo install x', 'write'],
    ['go install x@latest', 'write'],
    ['rustup toolchain install nightly', 'write'],
    ['uv tool install x', 'write'],
    ['gem install x', 'write'],
    ['yum localinstall -y x.rpm', 'write'],
    ['dnf remove x', 'destroy'],
    ['pacman -S x', 'write'],
    ['pacman -Rns x', 'destroy'],
    ['dpkg -i x.deb', 'write'],
    ['dpkg --purge x', 'destroy'],
    ['rpm -e x', 'destroy'],
    ['snap install x', 'write'],
    ['apk add x', 'write'],
    ['go env -w A=b', 'write'],
    ['conda install x', 'write'],
    ['yay x', 'write'],
    ['composer self-update', 'write'],
  ])('%s is for the whole machine: %s', async (line, expected) => {
    const { actions } = await run(line);
    expect(actions.map((action) => [action.effects.join(), action.scope['reach']])).toEqual([[expected, 'machine']]);
  });

  test.each([
    ['npm publish', 'write', 'remote'],
    ['mise trust', 'privilege', 'machine'],
    ['npm unpublish x', 'destroy', 'remote'],
    ['npm login', 'privilege', 'remote'],
    ['cargo publish', 'write', 'remote'],
    ['cargo yank x', 'destroy', 'remote'],
    ['twine upload dist/x', 'write', 'remote'],
    ['npm owner add me x', 'privilege', 'remote'],
  ])('%s: %s, %s', async (line, expected, reach) => {
    const [action] = (await run(line)).actions;
    expect([action?.effects.join(), action?.scope['reach']]).toEqual([expected, reach]);
  });

  test.each([
    'npx cowsay',
    'npx prettier@3.9.0 --check .',
    'bunx x',
    'uvx ruff',
    'pnpm dlx x',
    'yarn dlx x',
    'npm create vite',
    'pipx run x',
    'go run x@latest',
    'npm run deploy',
    'yarn release',
    'mise run publish',
    'npm run db:migrate',
    'poetry shell',
    'gem open -e sh x',
    'bun -e x',
    'bun repl',
    'npm frobnicate',
    'cargo frobnicate',
    'brew frobnicate',
    'pip frobnicate',
    'npm ls --script-shell=x',
    'go test -exec x ./...',
    'go build -toolexec x',
    'go vet -vettool=x',
    'cargo --config x build',
    'apt-get -o APT::Update::Pre-Invoke::=x update',
    'pip list --frobnicate',
    'npm install --registry http://x y',
    'uv run --with x y',
    'rpm --eval x',
    'rpmquery --eval x',
    'dpkg -l --pre-invoke=x',
    'npm audit frobnicate',
    'pipenv --rm',
    'npm exec -c x',
    'npm config frobnicate',
    'gradle -I x build',
    'bun x.ts',
  ])('%s is in doubt', async (line) => {
    expect((await run(line)).opaque).toBe(true);
  });

  test.each([
    ['poetry remove x', 'destroy', '/work'],
    ['npm uninstall x', 'destroy', '/work'],
    ['npm version patch', 'write', '/work/package.json'],
    ['cargo new x', 'write', '/work/x'],
  ])('%s: %s in %s', async (line, expected, path) => {
    const { actions } = await run(line);
    expect(actions.map((action) => [action.effects.join(), action.resource['path']])).toEqual([[expected, path]]);
  });

  test('the command behind is read too', async () => {
    expect(operations(await run('uv run pytest -q'))).toEqual(['uv run', 'pytest pytest']);
    expect(operations(await run('bundle exec rspec'))).toEqual(['bundle exec', 'rspec rspec']);
    expect(operations(await run('poetry run rm x'))).toEqual(['poetry run', 'rm rm']);
    expect(operations(await run('mise exec -- rm x'))).toEqual(['mise exec', 'rm rm']);
    expect(operations(await run('npm exec -- eslint .'))).toEqual(['eslint eslint']);
    expect(operations(await run('npx tsc --noEmit'))).toEqual(['tsc tsc']);
    expect(effects(await run('uv run /bin/sh'))).toContain('execute');
  });

  test('an option sends it elsewhere', async () => {
    const place = async (line: string) => (await run(line)).actions.map((action) => action.resource['path']);
    expect(await place('npm --prefix ../web ci')).toContain('/web');
    expect(await place('cargo build --manifest-path sub/Cargo.toml')).toEqual(['/work/sub']);
    expect(await place('go -C sub test ./...')).toEqual(['/work/sub']);
    expect(await place('go build -o /tmp/x ./cmd')).toEqual(['/work', '/tmp/x']);
    expect(await place('go test ../other/...')).toEqual(['/work', '/other/...']);
  });

  test('names of scripts that reach out', () => {
    for (const name of ['deploy', 'deploy:prod', 'release', 'publish-docs-now', 'push', 'db:migrate', 'site.deploy'])
      expect(reachesOut(name), name).toBe(true);
    for (const name of [
      'build',
      'test',
      'release:check',
      'test:release',
      'lint',
      'productivity',
      'pushups',
      'prodigy',
      'deploy:dry-run',
    ])
      expect(reachesOut(name), name).toBe(false);
  });

  test('every verb belongs to a tool that is read', () => {
    for (const path of judgedVerbs()) {
      const tool = path.split(' ')[0] as string;
      expect(PACKAGE_MANAGERS.has(tool) || FLAG_MANAGERS.has(tool), path).toBe(true);
    }
  });

  test('it never throws and always answers', async () => {
    const tools = [...PACKAGE_MANAGERS.all(), ...FLAG_MANAGERS.all()];
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('install', 'run', 'exec', '--', '-g', 'x', '-p', 'list', '\0', 'config', '-S'),
        fc.string(),
      ),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tools), words, async (tool, list) => {
        const { actions } = await meaning([tool, ...list]);
        expect(actions.length).toBeGreaterThan(0);
      }),
    );
  });
});
